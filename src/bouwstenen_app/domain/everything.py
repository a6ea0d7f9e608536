"""What leaves the workspace as data: sessions with all their blocks, in the order in which they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.workshops import Round, Workshop


@dataclass(frozen=True)
class Everything:
    """What was asked for, of every release: this is for who owns it, not for who reads a report."""

    title: str
    made: str
    """When the workspace was made (ISO 8601)."""
    book: Codebook
    workshops: tuple[Workshop, ...]
    """The oldest first."""
    blocks: tuple[Block, ...]
    """In the order of ``workshops``, and of their numbers."""
    bundles: tuple[Bundle, ...] = ()
    """With only the contributions that are among the blocks."""
    _inside: dict[str, list[Block]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        inside: dict[str, list[Block]] = {}
        for block in self.blocks:
            inside.setdefault(block.workshop, []).append(block)
        object.__setattr__(self, "_inside", inside)

    def of(self, workshop: Workshop) -> Sequence[Block]:
        """Return the blocks of a session."""
        return self._inside.get(workshop.id, ())


def by_round(workshop: Workshop, blocks: Sequence[Block]) -> Iterator[tuple[Round | None, list[Block]]]:
    """Yield the rounds of a session in which blocks are gathered with theirs; None for blocks of no round, last."""
    known = {step.number: step for step in reversed(workshop.numbered_rounds)}
    inside: dict[int | None, list[Block]] = {number: [] for number in reversed(known)}
    for block in blocks:
        inside.setdefault(block.round if block.round in known else None, []).append(block)
    yield from ((known.get(number), those) for number, those in inside.items())


def about(workshop: Workshop) -> list[str]:
    """Return what was known of a session before anybody spoke, a fact each."""
    parts = (
        dutch.day(workshop.date) if workshop.date else "",
        workshop.region,
        workshop.place,
        workshop.location,
        dutch.counted(workshop.participants, "deelnemer", "deelnemers") if workshop.participants else "",
        workshop.state,
        "fictief" if workshop.fictional else "",
    )
    return [part for part in parts if part]


def attended(workshop: Workshop) -> str:
    """Return how many people of which types of organisation were there, in one line."""
    return ", ".join(f"{one.organisation} {one.count}" for one in workshop.attendance)


def facts(block: Block) -> list[str]:
    """Return what is known of a block beside its words and its codes, a fact each, the number first."""
    parts = (
        block.spoken_id,
        dutch.counted(block.votes, "stem", "stemmen") if block.votes else "",
        f"tafel {block.table}" if block.table else "",
        f"cluster {block.cluster}" if block.cluster else "",
        block.status,
        block.release,
        f"teruggelezen: {block.read_back}" if block.read_back else "",
        "voorbeeldig" if block.exemplary else "",
        "achtergehouden" if block.held_back else "",
        "geparkeerd" if block.parked else "",
    )
    return [part for part in parts if part]


def round_name(step: Round) -> str:
    """Return how a round is called: its number and its name."""
    number = f"Ronde {step.number}"
    if step.name.casefold().startswith(number.casefold()):
        return step.name
    return f"{number}: {step.name}" if step.name else number
