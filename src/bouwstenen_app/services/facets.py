"""Facets: how the blocks of a selection divide, so that a person sees what a click will give.

OR inside a facet, AND across: the numbers in a facet ignore what is chosen in that facet itself.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services.boards import Selection, codes_by_block, conditions
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.tables import BlockRow, ProposalRow

DIMENSIONS: Final = (DOMAIN, THEME, KIND)
_WORKSHOP, _STATUS, _TODO = "#workshop", "#status", "#todo"
"""The facets that are no dimension; no slug begins with #."""


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


@dataclass(frozen=True, slots=True)
class _Line:
    """What counts of one block: its codes with their main groups, by dimension."""

    workshop: str
    status: str
    codes: Mapping[str, set[str]]
    new_tags: bool


def facets(session: Session, selection: Selection, *, dimensions: Sequence[str] = DIMENSIONS) -> Facets:
    """Return the numbers beside every choice, given what is chosen in the other facets."""
    codes, workshops, statuses, without = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    new_tags = 0
    for line in _lines(session, selection, codebook(session)):
        refused = list(_refused(line, selection))
        if len(refused) > 1:
            continue
        only = refused[0] if refused else ""
        if only in ("", _WORKSHOP):
            workshops[line.workshop] += 1
        if only in ("", _STATUS):
            statuses[line.status] += 1
        if only in ("", _TODO):
            without.update(slug for slug in (THEME, DOMAIN) if slug not in line.codes)
            new_tags += line.new_tags
        for dimension in dimensions:
            if only in ("", dimension):
                codes.update(line.codes.get(dimension, ()))
    return Facets(codes, workshops, statuses, {slug: without[slug] for slug in (THEME, DOMAIN)}, new_tags)


def _lines(session: Session, selection: Selection, book: Codebook) -> Iterator[_Line]:
    """Yield every block that what is no facet lets through."""
    base = replace(selection, workshops=(), statuses=(), codes=None, without=(), new_tags=False)
    home = {code.id: (code.dimension, book.top(code.id).id) for code in book.codes}
    new = set(session.scalars(select(ProposalRow.block_id).where(~ProposalRow.removed)))
    tagged = codes_by_block(session, base)
    columns = (BlockRow.id, BlockRow.workshop_id, BlockRow.status)
    rows = session.execute(select(*columns).where(*conditions(session, base)))
    for block, workshop, status in rows:
        codes: dict[str, set[str]] = {}
        for code in tagged.get(block, ()):
            if code in home:
                dimension, top = home[code]
                codes.setdefault(dimension, set()).update((code, top))
        yield _Line(workshop, status, codes, block in new)


def _refused(line: _Line, selection: Selection) -> Iterator[str]:
    """Yield the facets in which something is chosen that the block does not have."""
    if selection.workshops and line.workshop not in selection.workshops:
        yield _WORKSHOP
    if selection.statuses and line.status not in selection.statuses:
        yield _STATUS
    if any(slug in line.codes for slug in selection.without) or (selection.new_tags and not line.new_tags):
        yield _TODO
    for dimension, chosen in (selection.codes or {}).items():
        if chosen and line.codes.get(dimension, _NONE).isdisjoint(chosen):
            yield dimension


_NONE: Final[frozenset[str]] = frozenset()
