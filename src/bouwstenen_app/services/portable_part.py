"""Which rows stand in a JSON that is exported: nothing of the bin, and when asked only part of the rest."""

from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from bouwstenen_app.services import boards, portable
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.tables import JOURNALED

Rows = dict[str, list[Mapping[str, Any]]]
"""By table."""

OF_ALL: Final = (
    "workspace",
    "filter",
    "recipe",
    "passage",
    "edition",
    "review",
    "remark",
    "keeping",
    "destruction",
)
"""Tables about the workspace as a whole: they do not go along with a part of it."""
MAY_BE_EMPTY: Final = frozenset({"round_id", "cluster_id", "parent_id", "recipe_id"})
"""References that are emptied when what they refer to does not go along. A row goes with any other."""


class _Link(NamedTuple):
    """To which table a field refers, and whether it is emptied when that row does not go along."""

    table: str
    may_be_empty: bool


def rows(session: Session, selection: Selection) -> Rows:
    """Return the rows of each table that go along: every reference in them is to one that goes along too."""
    every: Rows = {table: [row for row in portable.rows(session, table) if not _gone(row)] for table in JOURNALED}
    if selection != Selection():
        blocks = boards.select_blocks(session, selection)
        workshops = set(selection.workshops) | {block.workshop for block in blocks}
        _narrow(every, {block.id for block in blocks}, workshops)
    _consistent(every)
    there = {f"{table}:{row['id']}" for table in ("block", "bundle") for row in every[table]}
    every["remark"] = [row for row in every["remark"] if _is_about(row.get("subject", ""), there)]
    return every


def pictures(every: Rows) -> tuple[str, ...]:
    """Return the ids of the pictures that the photos among the rows show."""
    return tuple(sorted({photo["picture_id"] for photo in every["photo"]}))


def _gone(row: Mapping[str, Any]) -> bool:
    return bool(row.get("removed", False))


def _is_about(subject: str, there: Collection[str]) -> bool:
    """Say whether a remark may go along: one that quotes a block or bundle only with that."""
    return not subject.startswith(("block:", "bundle:")) or subject in there


def _narrow(every: Rows, blocks: Collection[str], workshops: Collection[str]) -> None:
    for table in OF_ALL:
        every[table] = []
    every["block"] = [row for row in every["block"] if row["id"] in blocks]
    every["workshop"] = [row for row in every["workshop"] if row["id"] in workshops]
    bundles = {row["bundle_id"] for row in every["contribution"] if row["block_id"] in blocks}
    every["bundle"] = [row for row in every["bundle"] if row["id"] in bundles]


def _consistent(every: Rows) -> None:
    """Take rows out that refer to one that is not among them, until there are none."""
    before = -1
    while before != (count := sum(map(len, every.values()))):
        before = count
        ids = {table: {row["id"] for row in lines} for table, lines in every.items()}
        for table, lines in every.items():
            links = _links(table)
            every[table] = [kept for row in lines if (kept := _kept(row, links, ids)) is not None]


def _kept(
    row: Mapping[str, Any], links: Mapping[str, _Link], ids: Mapping[str, Collection[str]]
) -> Mapping[str, Any] | None:
    lost = {
        name: link.may_be_empty
        for name, link in links.items()
        if row.get(name) is not None and row[name] not in ids[link.table]
    }
    if not lost:
        return row
    return {name: value for name, value in row.items() if name not in lost} if all(lost.values()) else None


def _links(table: str) -> Mapping[str, _Link]:
    """Return where each reference of a table refers to."""
    return {
        column.name: _Link(key.column.table.name, bool(column.nullable) and column.name in MAY_BE_EMPTY)
        for column in journal.table_named(table).c
        for key in column.foreign_keys
    }
