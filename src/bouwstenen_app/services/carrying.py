"""How widely each bundle is carried: by how many sessions, regions, votes, organisations and perspectives."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyroaring import BitMap
from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import CARRIED, PERSPECTIVE, Bundle, Support, support
from bouwstenen_app.domain.codebook import Code, folded
from bouwstenen_app.domain.figures import FigureTable
from bouwstenen_app.services import bundling, facet_index, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.storage.tables import AttendanceRow, BlockRow, ContributionRow

EVERYTHING: Final = Selection()
COLUMNS: Final = (
    "Draagvlak", "Perspectieven", "Bijdragen", "Sessies", "Regio’s", "Stemmen", "Soorten organisaties",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Carried:
    """One bundle and who carries it."""

    bundle: Bundle
    support: Support
    organisations: int
    """Different types of organisation in the sessions it comes from."""
    perspectives: tuple[Code, ...]
    """In the order of the codebook."""


def carried(
    session: Session, selection: Selection = EVERYTHING, *, index: FacetIndex | None = None
) -> tuple[Carried, ...]:
    """Return the bundles with contributions in a selection, the widest carried first, then by votes."""
    index = index or facet_index.built(session)
    rows = index.rows(selection, index.hits(session, selection.query))
    workshops = {one.id: one for one in preparing.headings(session)}
    kinds = _organisations(session)
    inside, numbers = _contributions(session, rows)
    perspectives = [(code, index.tagged(code.id)) for code in index.book.of(PERSPECTIVE)]
    found = []
    for bundle in bundling.bundles(session):
        blocks = inside.get(bundle.id, [])
        if not blocks:
            continue
        there = frozenset[str]().union(*(kinds.get(block.workshop, ()) for block in blocks))
        having = BitMap(numbers[bundle.id])
        spoken = tuple(code for code, carrying in perspectives if not having.isdisjoint(carrying))
        found.append(Carried(bundle, support(blocks, workshops), len(there), spoken))
    widest_first = {words: -place for place, words in enumerate(CARRIED)}
    return tuple(sorted(found, key=lambda one: (widest_first[one.support.words], -one.support.votes)))


def table(found: Sequence[Carried]) -> FigureTable:
    """Return it as a figure."""
    return FigureTable(
        title="Draagvlak per bundel",
        corner="Bundel",
        columns=COLUMNS,
        rows=tuple(f"{one.bundle.spoken_id} {one.bundle.title}" for one in found),
        values=tuple(
            (
                one.support.words,
                ", ".join(code.name.lower() for code in one.perspectives) or None,
                one.support.blocks,
                one.support.sessions,
                one.support.regions,
                one.support.votes,
                one.organisations,
            )
            for one in found
        ),
        note="Stemmen van een bundel zijn die van haar bijdragen samen, uit sessies met elk een eigen stemregel.",
    )


def _organisations(session: Session) -> Mapping[str, frozenset[str]]:
    there: dict[str, set[str]] = defaultdict(set)
    columns = (AttendanceRow.workshop_id, AttendanceRow.organisation)
    for workshop, name in session.execute(select(*columns).where(~AttendanceRow.removed, AttendanceRow.count > 0)):
        there[workshop].add(folded(name))
    return {workshop: frozenset(names) for workshop, names in there.items()}


def _contributions(session: Session, rows: BitMap) -> tuple[Mapping[str, list[Block]], Mapping[str, list[int]]]:
    """Return the contributions of each bundle that are in the rows, and their row numbers.

    Of the blocks only what support is counted from is read.
    """
    columns = (
        ContributionRow.bundle_id, BlockRow.row, BlockRow.id, BlockRow.workshop_id, BlockRow.table_number,
        BlockRow.votes,
    )  # fmt: skip
    query = select(*columns).join(BlockRow, BlockRow.id == ContributionRow.block_id)
    inside: dict[str, list[Block]] = defaultdict(list)
    numbers: dict[str, list[int]] = defaultdict(list)
    for bundle, row, one, workshop, at, votes in session.execute(query.where(~ContributionRow.removed)):
        if row in rows:
            block = Block(one, spoken_id="", number=0, workshop=workshop, title="", table=at, votes=votes)
            inside[bundle].append(block)
            numbers[bundle].append(row)
    return inside, numbers
