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
from bouwstenen_app.storage.tables import (
    BlockRow,
    ClusterRow,
    CodeRow,
    DimensionRow,
    ProposalRow,
    TaggingRow,
    WorkshopRow,
)

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

    A name that no code, session, region or group has finds nothing. Signs alone ask nothing: they find everything.
    """
    asked = read(session, typed)
    met = [*having(asked.words)]
    if (named := _named_block(asked)) is not None:
        met = [or_(named, and_(*met))]
    met += [*_fields(session, asked), *_votes(asked)]
    return [*met, *(BlockRow.id.not_in(carrying_any_of(dimension)) for dimension in asked.without)]


def _named_block(asked: Query) -> ColumnElement[bool] | None:
    """Return the condition that a block has the name that was typed as the only word, like ``RH-017``."""
    if len(asked.words) != 1 or asked.words[0].exact or asked.words[0].unwanted:
        return None
    return spoken("-".join(asked.words[0].words))


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
    for field, values in asked.also:
        yield _having(session, field, values)


def _having(session: Session, field: str, values: Sequence[str]) -> ColumnElement[bool]:
    match field:
        case query.STATUS:
            return BlockRow.status.in_(_beginning(values, STATUSES))
        case query.RELEASE:
            return BlockRow.release.in_(_beginning(values, RELEASES))
        case query.CLUSTER:
            named = session.execute(select(ClusterRow.id, ClusterRow.name).where(~ClusterRow.removed))
            return BlockRow.cluster_id.in_([identity for identity, name in named if _has(values, name)])
        case query.TAGS:
            new = BlockRow.id.in_(select(ProposalRow.block_id).where(~ProposalRow.removed))
            return new if _beginning(values, (query.NEW,)) else false()
        case query.HELD_BACK:
            return BlockRow.held_back.in_([one == query.YES for one in _beginning(values, (query.YES, query.NO))])
        case query.SESSION:
            return BlockRow.workshop_id.in_(sessions_named(session, values))
        case query.REGION:
            lines = session.execute(select(WorkshopRow.id, WorkshopRow.region).where(~WorkshopRow.removed))
            return BlockRow.workshop_id.in_([identity for identity, name in lines if _has(values, name)])
    codes = [code for code in codebook(session).codes if code.dimension == field]
    return BlockRow.id.in_(carrying(code.id for value in values for code in codes_named(value, codes)))


def sessions_named(session: Session, values: Sequence[str]) -> list[str]:
    """Return the ids of the sessions with one of these titles (or ids); else of those that have it somewhere."""
    columns = (WorkshopRow.id, WorkshopRow.title, WorkshopRow.region, WorkshopRow.place)
    lines = session.execute(select(*columns).where(~WorkshopRow.removed)).all()
    found: list[str] = []
    for value in values:
        exact = [line.id for line in lines if folded(value) in (line.id, folded(line.title)) and folded(value)]
        found += exact or [line.id for line in lines if _has([value], line.title, line.region, line.place)]
    return found


def _votes(asked: Query) -> Iterator[ColumnElement[bool]]:
    for bound in asked.votes:
        yield SIGNS[bound.sign](BlockRow.votes, bound.count)


def codes_named(value: str, codes: Sequence[Code]) -> list[Code]:
    """Return the codes that have this name or id; when none has, those of which a word begins with it."""
    wanted = folded(value)
    names = {code.id: (code.id, code.name, code.slug, *code.synonyms, *code.abbreviations) for code in codes}
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
