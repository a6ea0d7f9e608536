"""A session as one running text, and the places in it where each block stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.everything import about, attended, by_round, round_name
from bouwstenen_app.domain.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the words of a block stand in the text: ``text[start:end]``, counted in Unicode code points."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SessionText:
    """The text, with line ends as LF, and the spots in their order."""

    text: str
    spots: tuple[Spot, ...]


def session_text(workshop: Workshop, blocks: Sequence[Block]) -> SessionText:
    """Return all that was said in a session, round by round; before each block stands its number."""
    pieces = [plain("\n".join(_head(workshop)))]
    spots: list[Spot] = []
    place = len(pieces[0])

    def add(text: str) -> None:
        nonlocal place
        pieces.append(text)
        place += len(text)

    for step, those in by_round(workshop, blocks):
        if step is not None:
            add(plain(f"\n\n{round_name(step)}" + (f"\n{step.question}" if step.question else "")))
        for block in those:
            said = words(block)
            add(f"\n\n[{block.spoken_id}]{' ' if said else ''}")
            start = place if said else place - len(block.spoken_id) - 1
            add(said)
            spots.append(Spot(block, start, place if said else place - 1))
    return SessionText("".join(pieces) + "\n", tuple(spots))


def words(block: Block) -> str:
    """Return all that a block says, its parts on lines of their own and with what they are."""
    return "\n".join(map(plain, _parts(block)))


def plain(text: str) -> str:
    """Return a text as every document can hold it."""
    return clean(text, mark=MARK).text


def _head(workshop: Workshop) -> Iterator[str]:
    there = attended(workshop)
    lines = (workshop.title, " · ".join(about(workshop)), there and f"Aanwezig: {there}", workshop.main_question)
    yield from filter(None, lines)


def _parts(block: Block) -> Iterator[str]:
    labelled = (
        ("", block.title),
        ("", block.explanation),
        ("Praktijkvoorbeeld: ", block.example),
        ("Nodig: ", "; ".join(block.conditions)),
        ("Eerste stap: ", block.next_step),
        ("Minderheidsstandpunt: ", block.minority),
        ("Nieuwe tags: ", ", ".join(block.unknown_tags)),
    )
    yield from (f"{label}{text}" for label, text in labelled if text)
