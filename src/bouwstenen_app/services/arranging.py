"""Arranging: the blocks of a selection in an order, and divided over the columns of a board."""

import json
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import RELEASES, STATUSES, Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.storage.tables import (
    BlockRow,
    BundleRow,
    ClusterRow,
    ContributionRow,
    DimensionRow,
    WorkshopRow,
)

NEWEST, VOTES, TIME, NUMBER, TITLE = "nieuwste", "stemmen", "tijd", "nummer", "titel"
SESSION, REGION, STATUS, RELEASE = "sessie", "regio", "status", "vrijgave"
ORDERS: Final = (NEWEST, VOTES, TIME, NUMBER, TITLE)
"""The orders that a person is offered; a table has those of its columns too."""
CLUSTER, BUNDLE = "cluster", "bundel"
BY_FIELD: Final = (STATUS, RELEASE, SESSION, REGION, CLUSTER, BUNDLE)
"""By what a board can have columns, besides the dimensions (their slugs)."""
NONE: Final = ""
"""The key of the column of what has no value."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of blocks; blocks that are the same in it stand the newest first."""

    by: str = NEWEST
    down: bool = True
    """From much to little, from late to early, from Z to A."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a board. ``key`` is the id of a code, session, cluster or bundle, a region or a status."""

    key: str
    name: str
    rows: BitMap = field(compare=False)
    detail: str = ""


class Orderings:
    """Puts rows (``BlockRow.row``) in order; what it read is kept until a step changes something that counts."""

    def __init__(self) -> None:
        self._kept: dict[str, Sequence[int]] = {}

    def ordered(self, session: Session, index: FacetIndex, rows: BitMap, order: Order) -> list[int]:
        """Return these rows in this order."""
        if order.by == NEWEST:
            found = [*rows]
            return found[::-1] if order.down else found
        if order.by == VOTES:
            return index.by_votes(rows, most_first=order.down)
        if order.by not in _READERS:
            return self.ordered(session, index, rows, Order())
        if order.by not in self._kept:
            self._kept[order.by] = _READERS[order.by](session)
        found = [row for row in self._kept[order.by] if row in rows]
        return found[::-1] if order.down else found

    def take_in(self, changes: Changes) -> None:
        """Forget what a step made untrue."""
        for change in changes.changes:
            names = _COUNTS.get(change.table)
            if names is not None and (change.before is None or not names.isdisjoint(change.after)):
                self._kept.clear()
                return


def rows_of(
    session: Session, index: FacetIndex, orderings: Orderings, selection: Selection, order: Order
) -> list[int]:
    """Return the rows of a selection in order."""
    rows = index.rows(selection, index.hits(session, selection.query))
    return orderings.ordered(session, index, rows, order)


def at(session: Session, rows: Sequence[int]) -> tuple[Block, ...]:
    """Return the blocks with these row numbers, in the order given."""
    wanted = sorted(set(rows), reverse=True)
    found = dict(zip(wanted, boards.at_rows(session, wanted), strict=True))
    return tuple(found[row] for row in rows)


def rows_with(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """Return the row numbers of blocks, by id."""
    query = select(BlockRow.id, BlockRow.row).where(BlockRow.id.in_(ids))
    return {identity: row for identity, row in session.execute(query)}


def ids_at(session: Session, rows: Sequence[int]) -> dict[int, str]:
    """Return the ids of the blocks with these row numbers, by row."""
    query = select(BlockRow.row, BlockRow.id).where(BlockRow.row.in_(rows))
    return {row: identity for row, identity in session.execute(query)}


def columns(session: Session, index: FacetIndex, selection: Selection, by: str) -> tuple[Column, ...]:
    """Return how a selection divides over columns; those without a value come last.

    Every value of a dimension and every status has a column, also an empty one: something can go there. Of the
    others those that have blocks, and the bundles that have none yet.
    """
    rows = index.rows(selection, index.hits(session, selection.query))
    if by in BY_FIELD:
        found = _BY_FIELD[by](session, index, rows)
        rest = rows.difference(*(column.rows for column in found))
        return (*found, Column(NONE, "", rest)) if rest or by in (BUNDLE, CLUSTER) else tuple(found)
    found = [Column(top.id, top.name, rows & index.carrying(top.id)) for top in index.book.tops(by)]
    return (*found, Column(NONE, "", rows - index.carrying(by)))


def dimensions(session: Session) -> tuple[str, ...]:
    """Return the slugs of the dimensions, in order."""
    query = select(DimensionRow.slug).where(~DimensionRow.removed).order_by(DimensionRow.position)
    return tuple(session.scalars(query))


def _by_status(_session: Session, index: FacetIndex, rows: BitMap) -> list[Column]:
    divided = index.divided(rows, "status")
    return [Column(one, one, divided.get(one, BitMap())) for one in STATUSES]


def _by_release(_session: Session, index: FacetIndex, rows: BitMap) -> list[Column]:
    divided = index.divided(rows, "release")
    return [Column(one, one, divided.get(one, BitMap())) for one in RELEASES]


def _by_session(session: Session, index: FacetIndex, rows: BitMap) -> list[Column]:
    divided = index.divided(rows, "workshop_id")
    lines = _headings(session)
    return [Column(line.id, line.title, divided[line.id], line.region) for line in lines if line.id in divided]


def _by_region(session: Session, index: FacetIndex, rows: BitMap) -> list[Column]:
    divided = index.divided(rows, "workshop_id")
    regions: dict[str, list[BitMap]] = {}
    for line in _headings(session):
        if line.region and line.id in divided:
            regions.setdefault(line.region, []).append(divided[line.id])
    return [Column(name, name, BitMap().union(*regions[name])) for name in sorted(regions, key=_alphabetical)]


def _by_cluster(session: Session, _index: FacetIndex, rows: BitMap) -> list[Column]:
    query = (
        select(ClusterRow.id, ClusterRow.name, WorkshopRow.title, func.json_group_array(BlockRow.row))
        .join(WorkshopRow, WorkshopRow.id == ClusterRow.workshop_id)
        .join(BlockRow, BlockRow.cluster_id == ClusterRow.id)
        .where(~ClusterRow.removed)
        .group_by(ClusterRow.id)
        .order_by(WorkshopRow.date.desc(), WorkshopRow.title, ClusterRow.position)
    )
    lines = (
        (key, name, detail, rows & BitMap(json.loads(own))) for key, name, detail, own in session.execute(query)
    )
    return [Column(key, name, own, detail) for key, name, detail, own in lines if own]


def _by_bundle(session: Session, _index: FacetIndex, rows: BitMap) -> list[Column]:
    contributed = (
        select(ContributionRow.bundle_id, func.json_group_array(BlockRow.row))
        .join(BlockRow, BlockRow.id == ContributionRow.block_id)
        .where(~ContributionRow.removed, ~BlockRow.removed)
        .group_by(ContributionRow.bundle_id)
    )
    inside = {bundle: BitMap(json.loads(own)) for bundle, own in session.execute(contributed)}
    query = select(BundleRow.id, BundleRow.title, BundleRow.number).where(~BundleRow.removed)
    found = []
    for key, title, number in session.execute(query.order_by(BundleRow.number)):
        if key not in inside or inside[key] & rows:
            found.append(Column(key, title, inside.get(key, BitMap()) & rows, f"K-{number:02d}"))
    return found


_BY_FIELD: Final[dict[str, Callable[[Session, FacetIndex, BitMap], list[Column]]]] = {
    STATUS: _by_status,
    RELEASE: _by_release,
    SESSION: _by_session,
    REGION: _by_region,
    CLUSTER: _by_cluster,
    BUNDLE: _by_bundle,
}


def _headings(session: Session) -> Sequence[Any]:
    columns = (WorkshopRow.id, WorkshopRow.title, WorkshopRow.region)
    return session.execute(select(*columns).order_by(WorkshopRow.date.desc(), WorkshopRow.title)).all()


def _alphabetical(text: str) -> str:
    """Return a text as it is put in order: without accents, case and the signs before its first letter."""
    plain = text.casefold()
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.lstrip("\"'“”‘’«»(…-– ")


def _by(*order: Any) -> Callable[[Session], Sequence[int]]:
    joined = select(BlockRow.row).join(WorkshopRow, WorkshopRow.id == BlockRow.workshop_id)
    return lambda session: session.scalars(joined.order_by(*order, BlockRow.row)).all()


def _by_title(session: Session) -> Sequence[int]:
    lines = session.execute(select(BlockRow.title, BlockRow.row))
    return [row for _, row in sorted((_alphabetical(title), row) for title, row in lines)]


def _by_name(column: Any) -> Callable[[Session], Sequence[int]]:
    def read(session: Session) -> Sequence[int]:
        query = select(column, func.json_group_array(BlockRow.row)).group_by(WorkshopRow.id)
        joined = query.join(WorkshopRow, WorkshopRow.id == BlockRow.workshop_id)
        lines = [(name, own) for name, own in session.execute(joined)]
        return [
            row for _, rows in sorted((_alphabetical(name), json.loads(own)) for name, own in lines) for row in rows
        ]

    return read


def _by_words(column: Any, words: Sequence[str]) -> Callable[[Session], Sequence[int]]:
    def read(session: Session) -> Sequence[int]:
        query = select(column, func.json_group_array(BlockRow.row)).group_by(column)
        lines = {value: rows for value, rows in session.execute(query)}
        return [row for word in words for row in json.loads(lines.get(word, "[]"))]

    return read


_READERS: Final[dict[str, Callable[[Session], Sequence[int]]]] = {
    TIME: _by(BlockRow.captured_at),
    NUMBER: _by(BlockRow.prefix, BlockRow.number),
    TITLE: _by_title,
    SESSION: _by_name(WorkshopRow.title),
    REGION: _by_name(WorkshopRow.region),
    STATUS: _by_words(BlockRow.status, STATUSES),
    RELEASE: _by_words(BlockRow.release, RELEASES),
}
_COUNTS: Final = {
    "block": {"title", "status", "release", "captured_at", "number", "prefix"},
    "workshop": {"title", "region", "removed"},
}
