"""New themes per session, in the order of the sessions: whether one more still brings something new."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.domain.figures import FigureTable
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import facet_index, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex

EVERYTHING: Final = Selection()
MOST_STEPS: Final = 30
"""More sessions than this are taken together, as many in each step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One session, or a few after each other: what it brought that was not there yet."""

    name: str
    workshops: tuple[str, ...]
    new: int
    """Codes of the dimension that no session before had."""
    known: int
    blocks: int
    so_far: int
    """All different codes up to and with this one."""


def saturation(
    session: Session,
    selection: Selection = EVERYTHING,
    *,
    dimension: str = THEME,
    index: FacetIndex | None = None,
) -> tuple[Step, ...]:
    """Return the sessions with blocks in a selection by date, those without a date last."""
    index = index or facet_index.built(session)
    rows = index.rows(selection, index.hits(session, selection.query))
    blocks = index.sessions(rows)
    held = [one for one in preparing.headings(session) if one.id in blocks]
    held.sort(key=lambda one: (one.date is None, one.date.isoformat() if one.date else "", one.id))
    session_of = index.session_of()
    brought: dict[str, set[str]] = defaultdict(set)
    for code in index.book.of(dimension):
        for one in {*map(session_of.__getitem__, index.tagged(code.id) & rows)}:
            brought[one].add(code.id)
    return steps_of(held, brought, blocks)


def steps_of(
    held: Sequence[Workshop], brought: Mapping[str, set[str]], blocks: Mapping[str, int]
) -> tuple[Step, ...]:
    """Return the steps of sessions in their order: what each ``brought`` (its id → codes) and how many blocks."""
    size = -(-len(held) // MOST_STEPS) if held else 1
    steps: list[Step] = []
    seen = set[str]()
    for first in range(0, len(held), size):
        together = held[first : first + size]
        codes = set[str]().union(*(brought.get(one.id, ()) for one in together))
        told = together[0].title if len(together) == 1 else f"sessie {first + 1} tot en met {first + len(together)}"
        name = f"{len(steps) + 1}. {told}"
        total = len(seen | codes)
        ids = tuple(one.id for one in together)
        new = len(codes - seen)
        steps.append(Step(name, ids, new, len(codes) - new, sum(blocks[one] for one in ids), total))
        seen |= codes
    return tuple(steps)


def table(steps: Sequence[Step]) -> FigureTable:
    """Return it as a figure."""
    return FigureTable(
        title="Nieuwe thema’s per sessie",
        corner="Sessie, op datum",
        columns=("Nieuwe thema’s", "Bekende thema’s", "Bouwstenen", "Thema’s tot nu toe"),
        rows=tuple(step.name for step in steps),
        values=tuple((step.new, step.known, step.blocks, step.so_far) for step in steps),
        note="Brengt een sessie weinig nieuws, dan is van de thema’s die het codeboek kent het meeste gehoord. "
        "Over wat het codeboek nog niet kent, zegt dit niets.",
    )
