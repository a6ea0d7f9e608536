"""What was typed to find blocks, as conditions on them: words, codes by name, where they are from, votes."""

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import query
from bouwstenen_app.domain.blocks import RELEASES, STATUSES
from bouwstenen_app.domain.codebook import Code, folded
from bouwstenen_app.domain.query import Query
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.search import having, spoken
from bouwstenen_app.storage.tables import BlockRow, ClusterRow, CodeRow, DimensionRow, TaggingRow, WorkshopRow

SIGNS: Final[dict[str, Callable[[Any, int], Any]]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


def read(session: Session, typed: str) -> Query:
    """Return what was typed, read with the dimensions of this workspace."""
    if ":" not in typed:
        return query.read(typed)
    return query.read(typed, session.scalars(select(DimensionRow.slug).where(~DimensionRow.removed)).all())


def matching(session: Session, typed: str) -> list[ColumnElement[bool]]:
    """Return what a block must meet to be found by what was typed: all of these; nothing when nothing was asked.

    A name that no code, session, region or group has finds nothing; signs alone find nothing either.
    """
    if not typed.strip():
        return []
    asked = read(session, typed)
    met = [*having(asked.words), *_fields(session, asked), *_votes(asked)]
    met += [BlockRow.id.not_in(carrying_any_of(dimension)) for dimension in asked.without]
    if (named := spoken(typed)) is not None:
        return [or_(named, and_(*met))]
    return met or [false()]


def carrying(codes: Iterable[str]) -> Select[Any]:
    """Return the ids of the blocks with any of these codes or of those under them."""
    codes = [*codes]
    below = select(CodeRow.id).where(CodeRow.parent_id.in_(codes))
    wanted = TaggingRow.code_id.in_(codes) | TaggingRow.code_id.in_(below)
    return select(TaggingRow.block_id).where(~TaggingRow.removed, wanted)


def carrying_any_of(dimension: str) -> Select[Any]:
    """Return the ids of the blocks with any code of a dimension."""
    return (
        select(TaggingRow.block_id)
        .join(CodeRow, CodeRow.id == TaggingRow.code_id)
        .join(DimensionRow, DimensionRow.id == CodeRow.dimension_id)
        .where(~TaggingRow.removed, DimensionRow.slug == dimension)
    )


def _fields(session: Session, asked: Query) -> Iterator[ColumnElement[bool]]:
    for field, values in asked.wanted.items():
        yield _having(session, field, values)
    for field, values in asked.unwanted.items():
        yield ~_having(session, field, values)


def _having(session: Session, field: str, values: Sequence[str]) -> ColumnElement[bool]:
    match field:
        case query.STATUS:
            return BlockRow.status.in_(_beginning(values, STATUSES))
        case query.RELEASE:
            return BlockRow.release.in_(_beginning(values, RELEASES))
        case query.CLUSTER:
            named = session.execute(select(ClusterRow.id, ClusterRow.name).where(~ClusterRow.removed))
            return BlockRow.cluster_id.in_([identity for identity, name in named if _has(values, name)])
        case query.SESSION | query.REGION:
            columns = (WorkshopRow.id, WorkshopRow.region, WorkshopRow.title, WorkshopRow.place)
            lines = session.execute(select(*columns).where(~WorkshopRow.removed)).all()
            last = len(columns) if field == query.SESSION else 2
            return BlockRow.workshop_id.in_([line[0] for line in lines if _has(values, *line[1:last])])
    codes = [code for code in codebook(session).codes if code.dimension == field]
    return BlockRow.id.in_(carrying(code.id for value in values for code in _named(value, codes)))


def _votes(asked: Query) -> Iterator[ColumnElement[bool]]:
    for bound in asked.votes:
        yield SIGNS[bound.sign](BlockRow.votes, bound.count)


def _named(value: str, codes: Sequence[Code]) -> list[Code]:
    """Return the codes that have this name; when none has, those of which a word begins with it."""
    wanted = folded(value)
    names = {code.id: (code.name, code.slug, *code.synonyms, *code.abbreviations) for code in codes}
    exact = [code for code in codes if any(folded(name) == wanted for name in names[code.id])]
    if exact or not wanted:
        return exact
    return [code for code in codes if any(_begins(wanted, name) for name in names[code.id])]


def _begins(wanted: str, name: str) -> bool:
    return folded(name).startswith(wanted) or any(folded(word).startswith(wanted) for word in name.split())


def _beginning(values: Sequence[str], known: Sequence[str]) -> list[str]:
    return [one for one in known if any(folded(one).startswith(folded(value)) for value in values)]


def _has(values: Sequence[str], *names: str) -> bool:
    return any(folded(value) in folded(name) for value in values for name in names if folded(value))
