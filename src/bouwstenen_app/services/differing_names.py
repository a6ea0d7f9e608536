"""What a difference is about, as a person calls it: ``RH-017 School hoort niets terug``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from bouwstenen_app.domain.bundles import spoken_id as bundle_id
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.recipes import SECTIONS, kind_called
from bouwstenen_app.storage import updating
from bouwstenen_app.storage.report_tables import PassageRow, RecipeRow
from bouwstenen_app.storage.tables import (
    JOURNALED,
    AttendanceRow,
    BlockRow,
    BundleRow,
    CodeRow,
    ConsentRow,
    JudgementRow,
    WorkshopRow,
)

Row = tuple[str, str]
"""A table and the id of a row in it."""
_NAMED: Final = {
    "workspace": "title",
    "workshop": "title",
    "round": "name",
    "cluster": "name",
    "dimension": "name",
    "code": "name",
    "filter": "name",
    "remark": "quote",
}
"""Tables whose rows are called by one column."""


def subjects(session: Session, rows: Sequence[Row]) -> Mapping[Row, str]:
    """Return how rows are called; those that are unknown are left out."""
    wanted: dict[str, list[str]] = {}
    for table, row in rows:
        wanted.setdefault(table, []).append(row)
    return {(table, row): text for table, ids in wanted.items() for row, text in _names(session, table, ids)}


def _names(session: Session, table: str, rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    names, columns = _QUESTIONS.get(table), JOURNALED[table].__table__.c
    if names is not None:
        query, said = names
        for row, *values in session.execute(query.where(columns.id.in_(updating.among(rows)))):
            yield row, said(*values)
    elif table in _NAMED:
        named = select(columns.id, columns[_NAMED[table]]).where(columns.id.in_(updating.among(rows)))
        yield from ((row, name) for row, name in session.execute(named))


def _block(prefix: str, number: int, title: str) -> str:
    return f"{spoken_id(prefix, number)} {title}"


def _pair(prefix: str, number: int, title: str, other: str, its_number: int, its_title: str) -> str:
    return f"{_block(prefix, number, title)} en {_block(other, its_number, its_title)}"


def _report(name: str, kind: str) -> str:
    return name or kind_called(kind).name


_FIRST, _SECOND = aliased(BlockRow), aliased(BlockRow)
_QUESTIONS: Final[Mapping[str, tuple[Any, Callable[..., str]]]] = {
    "block": (select(BlockRow.id, BlockRow.prefix, BlockRow.number, BlockRow.title), _block),
    "bundle": (
        select(BundleRow.id, BundleRow.number, BundleRow.title),
        lambda number, title: f"{bundle_id(number)} {title}",
    ),
    "judgement": (
        select(
            JudgementRow.id,
            *(_FIRST.prefix, _FIRST.number, _FIRST.title),
            *(_SECOND.prefix, _SECOND.number, _SECOND.title),
        )
        .join(_FIRST, _FIRST.id == JudgementRow.first_id)
        .join(_SECOND, _SECOND.id == JudgementRow.second_id),
        _pair,
    ),
    "consent": (
        select(ConsentRow.id, BundleRow.number, CodeRow.name)
        .join(BundleRow, BundleRow.id == ConsentRow.bundle_id)
        .join(CodeRow, CodeRow.id == ConsentRow.partner_id),
        lambda number, name: f"Afstemming {bundle_id(number)} met {name}",
    ),
    "attendance": (
        select(AttendanceRow.id, AttendanceRow.organisation, WorkshopRow.title).join(
            WorkshopRow, WorkshopRow.id == AttendanceRow.workshop_id
        ),
        lambda organisation, workshop: f"{organisation} in {workshop}",
    ),
    "passage": (
        select(PassageRow.id, PassageRow.key, RecipeRow.name, RecipeRow.kind).join(
            RecipeRow, RecipeRow.id == PassageRow.recipe_id
        ),
        lambda key, name, kind: f"{_report(name, kind)}, {SECTIONS.get(key, key)}",
    ),
    "recipe": (select(RecipeRow.id, RecipeRow.name, RecipeRow.kind), _report),
}
"""Of the other tables: what is asked, and what is made of it."""
