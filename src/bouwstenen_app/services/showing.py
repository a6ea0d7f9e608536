"""Showing: what the room sees of a session on the beamer, and how much of it a facilitator chose to show."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.beamer import released
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN
from bouwstenen_app.domain.stage import ShownBlock, passed, pointing
from bouwstenen_app.domain.workshops import ON_BEAMER
from bouwstenen_app.services.boards import touched
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, CodeRow, DimensionRow, RoundRow, TaggingRow


class Wall(NamedTuple):
    """The released blocks of a session: those the room sees, and those whose title points to a person."""

    seen: tuple[ShownBlock, ...]
    stopped: tuple[ShownBlock, ...]


def wall(session: Session, workshop: str, through: Collection[str] = ()) -> Wall:
    """Return every block of a session that is released, by number.

    One whose title holds an identifier is stopped, unless a facilitator let it ``through`` (see ``passed``).
    """
    return _divided(_released(session, _ALL, {"workshop": workshop}), through)


def wall_again(
    session: Session, workshop: str, changes: Changes, through: Collection[str] = ()
) -> tuple[tuple[str, ...], Wall]:
    """Return the ids of the blocks that a step changed, and those of them that are released as they are now."""
    ids = tuple(sorted(touched(session, changes)))
    return ids, _divided(_released(session, _AGAIN, {"ids": ids, "workshop": workshop}) if ids else {}, through)


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
_COLOUR = (
    select(CodeRow.colour_dark)
    .join(TaggingRow, TaggingRow.code_id == CodeRow.id)
    .join(DimensionRow, DimensionRow.id == CodeRow.dimension_id)
    .where(TaggingRow.block_id == _B.id, ~TaggingRow.removed, ~CodeRow.removed, DimensionRow.slug == DOMAIN)
    .order_by(TaggingRow.position, CodeRow.position)
    .limit(1)
    .correlate(BlockRow)
    .scalar_subquery()
    .label("colour")
)
"""Of the first domain. With the block in one query: the room waits for this."""
_BLOCKS = select(*(_B[name] for name in (*_NAMES, *_RULES)), _COLOUR).order_by(_B.number, _B.id)
_BLOCKS = _BLOCKS.where(_B.workshop_id == bindparam("workshop"))
_ALL = _BLOCKS.where(~_B.removed)
_AGAIN = _BLOCKS.where(_B.id.in_(bindparam("ids", expanding=True)))


def _divided(released: Mapping[str, ShownBlock], through: Collection[str]) -> Wall:
    known = released.values()
    points = {one.id for one in known if pointing(one.title) and passed(one.id, one.title) not in through}
    return Wall(
        tuple(one for one in known if one.id not in points), tuple(one for one in known if one.id in points)
    )


def _released(session: Session, query: Select[Any], asked: Mapping[str, Any]) -> dict[str, ShownBlock]:
    return {
        row.id: ShownBlock(
            row.id,
            row.number,
            row.title,
            row.colour or "",
            row.round_id or "",
            row.cluster_id or "",
            row.votes,
            row.read_back,
        )
        for row in session.execute(query, asked)
        if released(release=row.release, held_back=row.held_back, parked=row.parked, removed=row.removed)
    }
