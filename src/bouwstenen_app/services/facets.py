"""Facets: how the blocks of a selection divide, so that a person sees what a click will give.

OR inside a facet, AND across: the numbers in a facet ignore what is chosen in that facet itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME
from bouwstenen_app.services.boards import Selection, conditions
from bouwstenen_app.storage.tables import BlockRow, CodeRow, DimensionRow, TaggingRow

DIMENSIONS = (DOMAIN, THEME, KIND)


@dataclass(frozen=True, slots=True)
class Facets:
    """Numbers of blocks, by what a person can choose. What is not in a mapping is none."""

    codes: Mapping[str, int]
    """Code id → blocks; a main group counts each block once, with all codes under it."""
    workshops: Mapping[str, int]
    statuses: Mapping[str, int]
    without: Mapping[str, int]
    """Dimension slug → blocks without any code of it."""
    new_tags: int


def facets(session: Session, selection: Selection, *, dimensions: Sequence[str] = DIMENSIONS) -> Facets:
    """Return the numbers beside every choice, given what is chosen in the other facets."""
    codes: dict[str, int] = {}
    for dimension in dimensions:
        chosen = {slug: ids for slug, ids in (selection.codes or {}).items() if slug != dimension}
        codes |= _code_counts(session, replace(selection, codes=chosen), dimension)
    done = replace(selection, without=(), new_tags=False)
    return Facets(
        codes=codes,
        workshops=_counts(session, BlockRow.workshop_id, replace(selection, workshops=())),
        statuses=_counts(session, BlockRow.status, replace(selection, statuses=())),
        without={slug: _count(session, replace(done, without=(slug,))) for slug in (THEME, DOMAIN)},
        new_tags=_count(session, replace(done, new_tags=True)),
    )


def _code_counts(session: Session, selection: Selection, dimension: str) -> dict[str, int]:
    top = func.coalesce(CodeRow.parent_id, CodeRow.id)
    per_code = _taggings(TaggingRow.code_id, selection, dimension).where(CodeRow.parent_id.is_not(None))
    per_group = _taggings(top, selection, dimension)
    return _pairs(session, per_code) | _pairs(session, per_group)


def _taggings(key: Any, selection: Selection, dimension: str) -> Select[str, int]:
    return (
        select(key, func.count(TaggingRow.block_id.distinct()))
        .join(BlockRow, BlockRow.id == TaggingRow.block_id)
        .join(CodeRow, CodeRow.id == TaggingRow.code_id)
        .join(DimensionRow, DimensionRow.id == CodeRow.dimension_id)
        .where(~TaggingRow.removed, ~CodeRow.removed, DimensionRow.slug == dimension, *conditions(selection))
        .group_by(key)
    )


def _counts(session: Session, key: Any, selection: Selection) -> dict[str, int]:
    query: Select[str, int] = select(key, func.count()).where(*conditions(selection)).group_by(key)
    return _pairs(session, query)


def _count(session: Session, selection: Selection) -> int:
    return session.scalar(select(func.count()).select_from(BlockRow).where(*conditions(selection))) or 0


def _pairs(session: Session, query: Select[str, int]) -> dict[str, int]:
    return {key: count for key, count in session.execute(query)}
