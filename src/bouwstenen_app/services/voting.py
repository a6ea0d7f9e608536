"""Voting in a session: the rule, the counting, showing it to the room, and two blocks that are voted on as one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import RELEASES
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.voting import MOST_VOTES, Ballot, Rule, Standing, reworded, standings
from bouwstenen_app.services.capturing import set_votes
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.tagging import proposal_id, tag
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import (
    BlockRow,
    ClusterRow,
    PhotoRow,
    ProposalRow,
    TaggingRow,
    WorkshopRow,
)

_JOINED: Final = ("explanation", "example", "next_step", "note", "minority")
"""The texts of a block that are put one under the other when two become one."""


def ballots(session: Session, workshop: str) -> tuple[Ballot, ...]:
    """Return the blocks of a session as they are voted on, by number; parked ones only when they have votes."""
    b, c = BlockRow.__table__.c, ClusterRow.__table__.c
    what = (b.id, b.prefix, b.number, b.title, b.explanation, c.name, b.votes, b.held_back, b.parked, b.release)
    query = (
        select(*what)
        .select_from(BlockRow)
        .outerjoin(ClusterRow, (c.id == b.cluster_id) & ~c.removed)
        .where(b.workshop_id == workshop, ~b.removed, ~b.parked | (b.votes > 0))
        .order_by(b.number, b.row)
    )
    return tuple(
        Ballot(block, spoken_id(prefix, number), number, title, explanation, cluster or "", *rest)
        for block, prefix, number, title, explanation, cluster, *rest in session.execute(query)
    )


def standing(session: Session, workshop: str) -> tuple[Standing, ...]:
    """Return where the blocks of a session stand that the room may see, the most votes first."""
    return standings(ballots(session, workshop))


def set_rule(session: Work, workshop: str, rule: Rule) -> None:
    """Agree how a session votes. Where its rule in words said something else, the words follow."""
    row = session.get(WorkshopRow, workshop)
    if row is None:
        raise Problem("Deze sessie is er niet meer.")
    fields = {
        "votes_each": max(0, rule.each),
        "votes_stack": rule.stack,
        "participants": max(0, rule.participants),
        "vote_rule": reworded(row.vote_rule, rule),
    }
    journal.update_rows(session, WorkshopRow, {workshop: fields})


def show_votes(session: Work, workshop: str, *, shown: bool) -> None:
    """Reveal the votes to the room at once, or hide them again."""
    journal.update_rows(session, WorkshopRow, {workshop: {"votes_shown": shown}})


def count(
    session: Work, workshop: str, counts: Iterable[tuple[str, int]], *, more: bool = False
) -> Mapping[str, int]:
    """Set the votes of blocks by the number they are called by (``14`` or ``RH-014``); return votes by block id.

    With ``more`` they come on top of what is there. All of it, or a Problem and nothing.
    """
    found = _numbered(session, workshop)
    votes: dict[str, int] = {}
    for called, number in counts:
        block, before = _called(found, called)
        if not more and block in votes:
            raise Problem("Bouwsteen {number} staat er twee keer in. Laat er één staan.", number=called)
        if not more and number < 0:
            raise Problem("Bouwsteen {number} kan niet minder dan nul stemmen hebben.", number=called)
        votes[block] = min(MOST_VOTES, max(0, votes.get(block, before) + number) if more else number)
    set_votes(session, votes)
    return votes


def combine(session: Work, kept: str, gone: str) -> None:
    """Make two blocks one before the vote: text, tags, photos and votes of one go to the other, and it to the bin.

    The strictest of the two decides what may be shown. Taken back as one step.
    """
    session.flush()
    first, second = (_row(session, block) for block in (kept, gone))
    journal.update_rows(session, BlockRow, {kept: _together(first, second), gone: _set_aside(first, second)})
    book = codebook(session)
    tag(session, [kept], _addable(book, _codes(session, kept), _codes(session, gone)))
    _take_over_proposals(session, kept, gone)
    photos = session.scalars(select(PhotoRow.id).where(PhotoRow.block_id == gone)).all()
    journal.update_rows(session, PhotoRow, {photo: {"block_id": kept} for photo in photos})


def _numbered(session: Session, workshop: str) -> dict[str, tuple[str, int, bool]]:
    """Return id, votes and whether it is in the bin, of every block under both ways to call it."""
    b = BlockRow.__table__.c
    lines = session.execute(
        select(b.id, b.prefix, b.number, b.votes, b.removed)
        .where(b.workshop_id == workshop)
        .order_by(b.removed.desc())
    )
    found: dict[str, tuple[str, int, bool]] = {}
    for block, prefix, number, votes, removed in lines:
        found[str(number)] = found[spoken_id(prefix, number).casefold()] = (block, votes, removed)
    return found


def _called(found: Mapping[str, tuple[str, int, bool]], called: str) -> tuple[str, int]:
    """Return id and votes of a block by how it is called, or a Problem."""
    key = called.lstrip("0") if called.isdigit() else called.casefold()
    if key not in found:
        numbers = [int(number) for number in found if number.isdigit()]
        known = (
            f"De nummers lopen van {min(numbers)} tot en met {max(numbers)}." if numbers else "Er is er nog geen."
        )
        raise Problem("Deze sessie heeft geen bouwsteen {number}. {known}", number=called, known=known)
    block, votes, removed = found[key]
    if removed:
        raise Problem("Bouwsteen {number} ligt in de prullenbak. Zet hem eerst terug.", number=called)
    return block, votes


def _row(session: Session, block: str) -> Mapping[str, Any]:
    found = session.execute(select(BlockRow.__table__).where(BlockRow.id == block)).mappings().first()
    if found is None or found["removed"]:
        raise Problem("Een van de twee bouwstenen is er niet meer. Er is niets samengevoegd.")
    return dict(found)


def _together(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of the block that stays."""
    said = dict(second)
    said["explanation"] = _lines(f"Ook gezegd: {second['title']}", second["explanation"])
    fields: dict[str, Any] = {name: _lines(first[name], said[name]) for name in _JOINED}
    stricter = max(first["release"], second["release"], key=RELEASES.index)
    return fields | {
        "conditions": list(dict.fromkeys([*first["conditions"], *second["conditions"]])),
        "votes": min(MOST_VOTES, first["votes"] + second["votes"]),
        "cluster_id": first["cluster_id"] or second["cluster_id"],
        "exemplary": first["exemplary"] or second["exemplary"],
        "held_back": first["held_back"] or second["held_back"],
        "release": stricter,
    }


def _set_aside(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of the block that goes: its votes went along, so that out of the bin it has none twice."""
    why = f"Samengevoegd met bouwsteen {first['number']} vóór het stemmen."
    return {"removed": True, "votes": 0, "note": _lines(second["note"], why)}


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _codes(session: Session, block: str) -> Sequence[str]:
    query = select(TaggingRow.code_id).where(TaggingRow.block_id == block, ~TaggingRow.removed)
    return session.scalars(query.order_by(TaggingRow.position)).all()


def _addable(book: Codebook, mine: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the codes of another block that do not push one of mine out: some dimensions have one value."""
    by_id = book.by_id
    taken = {by_id[code].dimension for code in mine if code in by_id}
    return [
        code
        for code in other
        if code in by_id and (book.dimension(by_id[code].dimension).multiple or by_id[code].dimension not in taken)
    ]


def _take_over_proposals(session: Work, kept: str, gone: str) -> None:
    p = ProposalRow.__table__.c
    lines = session.execute(select(p.block_id, p.text, p.removed, p.position).where(p.block_id.in_([kept, gone])))
    mine: dict[str, bool] = {}
    other: list[str] = []
    for block, text, removed, _ in lines:
        if block == kept:
            mine[text] = removed
        elif not removed:
            other.append(text)
    new = [text for text in other if text not in mine]
    rows = [
        {"id": proposal_id(kept, text), "block_id": kept, "text": text, "position": len(mine) + place}
        for place, text in enumerate(new)
    ]
    journal.insert_rows(session, ProposalRow, rows)
    back = {proposal_id(kept, text): {"removed": False} for text in other if mine.get(text)}
    journal.update_rows(session, ProposalRow, back)
