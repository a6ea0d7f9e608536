"""Reading back: at the end of a session the room says of its main blocks whether they are written down right."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain.beamer import released
from bouwstenen_app.domain.blocks import ADJUSTED, Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing
from bouwstenen_app.storage.session import Work

USUAL: Final = 8
"""How many blocks are read back, unless another number is chosen."""


def mark(session: Work, block: str, outcome: str) -> None:
    """Keep what the room said of a block: one of ``READ_BACKS``, or nothing to take the mark off."""
    capturing.edit_block(session, block, read_back=outcome)


def adjust(session: Work, block: str, **texts: Any) -> None:
    """Change the words of a block as the room wants them, and mark it as adjusted, in one step."""
    capturing.edit_block(session, block, read_back=ADJUSTED, **texts)


def set_minority(session: Work, block: str, text: str) -> None:
    """Keep what a minority sees differently; an empty text takes it off."""
    capturing.edit_block(session, block, minority=text.strip())


def park(session: Work, blocks: Sequence[str]) -> None:
    """Put blocks in the parking lot: kept, but not part of what this session is about."""
    capturing.edit_blocks(session, blocks, parked=True)


def unpark(session: Work, blocks: Sequence[str]) -> None:
    """Take blocks out of the parking lot; they are in the cluster again that they were in."""
    capturing.edit_blocks(session, blocks, parked=False)


def to_read_back(
    session: Session, workshop: str, *, most: int = USUAL, extra: Collection[str] = ()
) -> tuple[Block, ...]:
    """Return the blocks to read back: the top, then by number those added (ids) and those read back already."""
    known = [block for block in reversed(boards.blocks_of(session, workshop)) if readable(block)]
    chosen = list(top(known, most))
    there = {block.id for block in chosen}
    chosen += [b for b in known if b.id not in there and (b.id in extra or b.read_back or b.minority)]
    return tuple(chosen)


def top(blocks: Iterable[Block], most: int) -> tuple[Block, ...]:
    """Return the first of these blocks to read back, at most so many.

    Those with the most votes come first, then the first of each cluster that is not heard yet, then the exemplary
    ones, then the others in their order. What is parked is passed over.
    """
    known = [block for block in blocks if not block.parked]
    found: dict[str, Block] = {}
    for block in _in_turn(known):
        if len(found) == most:
            break
        found.setdefault(block.id, block)
    return tuple(found.values())


def numbered(session: Session, workshop: str, number: int) -> Block:
    """Return the block of a session with a number; Problem when there is none that the room may see."""
    found = next((block for block in boards.blocks_of(session, workshop) if block.number == number), None)
    if found is None:
        raise Problem("Deze sessie heeft geen bouwsteen {number}.", number=number)
    if not readable(found):
        raise Problem(
            "Bouwsteen {number} ziet de zaal niet: hij wordt achtergehouden of is nog niet vrij.", number=number
        )
    return found


def readable(block: Block) -> bool:
    """Say whether a block may be read to the room; one that was parked may be taken up again."""
    return released(release=block.release, held_back=block.held_back, parked=False, removed=block.removed)


def _in_turn(known: Sequence[Block]) -> Iterator[Block]:
    ranked = sorted(known, key=lambda block: -block.votes)
    voted = [block for block in ranked if block.votes]
    yield from voted
    heard = {block.cluster for block in voted}
    for block in ranked:
        if block.cluster and block.cluster not in heard:
            heard.add(block.cluster)
            yield block
    yield from sorted(known, key=lambda block: not block.exemplary)
