"""Showing: what the room sees of a session on the beamer, and how much of it a facilitator chose to show."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.beamer import released
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN
from bouwstenen_app.domain.stage import ShownBlock
from bouwstenen_app.domain.workshops import ON_BEAMER
from bouwstenen_app.services.boards import touched
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, CodeRow, DimensionRow, RoundRow, TaggingRow


def shown_blocks(session: Session, workshop: str) -> tuple[ShownBlock, ...]:
    """Return every block of a session that may be on the beamer, by number."""
    return tuple(_released(session, _BLOCKS.where(_B.workshop_id == workshop, ~_B.removed)).values())


def shown_again(session: Session, workshop: str, changes: Changes) -> Mapping[str, ShownBlock | None]:
    """Return the blocks that a step changed as the room sees them now, by id; None for one it may not see."""
    ids = sorted(touched(session, changes))
    found = _released(session, _BLOCKS.where(_B.id.in_(ids), _B.workshop_id == workshop)) if ids else {}
    return {identity: found.get(identity) for identity in ids}


def count_withheld(session: Session, workshop: str, round: str | None = None) -> int:
    """Return how many blocks of a session (or of one round) are there, and stay off the beamer."""
    columns = (_B.release, _B.held_back, _B.parked, func.count())
    query = select(*columns).where(_B.workshop_id == workshop, ~_B.removed)
    if round is not None:
        query = query.where(_B.round_id == round)
    rows = session.execute(query.group_by(_B.release, _B.held_back, _B.parked))
    return sum(
        count
        for release, held_back, parked, count in rows
        if not released(release=release, held_back=held_back, parked=parked, removed=False)
    )


def show_in_round(session: Work, round: str, mode: str) -> None:
    """Choose which blocks the room sees in a round: one of ``ON_BEAMER``, or it is a ValueError."""
    if mode not in ON_BEAMER:
        raise ValueError(f"not a way to show a round: {mode}")
    journal.update_rows(session, RoundRow, {round: {"beamer": mode}})


_B = BlockRow.__table__.c
_NAMES = ("id", "number", "title", "round_id", "cluster_id", "votes", "read_back")
_RULES = ("release", "held_back", "parked", "removed")
_BLOCKS = select(*(_B[name] for name in (*_NAMES, *_RULES))).order_by(_B.number, _B.id)


def _released(session: Session, query: Select[Any]) -> dict[str, ShownBlock]:
    lines = [
        line
        for line in session.execute(query).mappings()
        if released(
            release=line["release"], held_back=line["held_back"], parked=line["parked"], removed=line["removed"]
        )
    ]
    colours = _colours(session, [line["id"] for line in lines])
    return {
        line["id"]: ShownBlock(
            line["id"],
            line["number"],
            line["title"],
            colours.get(line["id"], ""),
            line["round_id"] or "",
            line["cluster_id"] or "",
            line["votes"],
            line["read_back"],
        )
        for line in lines
    }


def _colours(session: Session, blocks: Sequence[str]) -> Mapping[str, str]:
    """Return the colour of the first domain of each block that has one."""
    query = (
        select(TaggingRow.block_id, CodeRow.colour_dark)
        .join(CodeRow, CodeRow.id == TaggingRow.code_id)
        .join(DimensionRow, DimensionRow.id == CodeRow.dimension_id)
        .where(TaggingRow.block_id.in_(blocks), ~TaggingRow.removed, ~CodeRow.removed, DimensionRow.slug == DOMAIN)
        .order_by(TaggingRow.position, CodeRow.position)
    )
    found: dict[str, str] = {}
    for block, colour in session.execute(query) if blocks else ():
        found.setdefault(block, colour)
    return found
