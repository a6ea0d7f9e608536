"""Sessions as Markdown that a person reads and the grammar of the capture line reads back.

A heading for each session and round, an item for each block as it would be typed. What the grammar does not know
stands in lines that begin with ``>``: leave those and the headings out, and each item reads as its block.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bouwstenen_app.domain import capture
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.everything import Everything, about, attended, by_round, facts, round_name
from bouwstenen_app.domain.session_text import plain
from bouwstenen_app.domain.workshops import Workshop

OURS: Final = "<!-- Bouwstenen: achter elk streepje staat een bouwsteen; een regel met > hoort daar niet bij -->"
"""The first line: who reads the text back may leave out what stands behind ``>``."""
WITHOUT_ROUND: Final = "Zonder ronde"
BUNDLES: Final = "Bundels"
INDENT: Final = "  "
BREAK: Final = "  "
"""Two spaces at the end of a line: the next one is a line of its own."""


def pieces(every: Everything) -> Iterator[str]:
    """Yield the text piece by piece: each session, and at the end the bundles."""
    yield f"{OURS}\n\n"
    for workshop in every.workshops:
        yield "\n".join(_session(workshop, every.of(workshop), every.book)) + "\n"
    if every.bundles:
        spoken = {block.id: block.spoken_id for block in every.blocks}
        yield "\n".join(_bundles(every, spoken)) + "\n"


def item(block: Block, book: Codebook) -> Iterator[str]:
    """Yield a block as the lines of one item of a list."""
    first, *rest = plain(capture.write(block, book)).split("\n")
    lines = [f"- {first}", *(f"{INDENT}{_unquoted(line)}" if line.strip() else "" for line in rest)]
    yield from (
        f"{line}{BREAK}" if line and after else line for line, after in zip(lines, [*lines[1:], ""], strict=True)
    )
    yield from _quoted(" · ".join(facts(block)), INDENT)
    if block.minority:
        yield from _quoted(f"Minderheidsstandpunt: {block.minority}", INDENT)
    if block.note:
        yield from _quoted(f"Aantekening: {block.note}", INDENT)


def _session(workshop: Workshop, blocks: Sequence[Block], book: Codebook) -> Iterator[str]:
    yield f"# {_line(workshop.title)}"
    yield ""
    yield from _quoted(" · ".join(about(workshop)))
    if there := attended(workshop):
        yield from _quoted(f"Aanwezig: {there}")
    yield from _quoted(workshop.main_question)
    for step, those in by_round(workshop, blocks):
        yield ""
        yield f"## {_line(round_name(step)) if step else WITHOUT_ROUND}"
        yield ""
        if step and step.question:
            yield from _quoted(step.question)
            yield ""
        for block in those:
            yield from item(block, book)
    yield ""


def _bundles(every: Everything, spoken: dict[str, str]) -> Iterator[str]:
    yield f"# {BUNDLES}"
    for bundle in every.bundles:
        yield ""
        yield f"## {_line(f'{bundle.spoken_id} {bundle.title}')}"
        yield ""
        yield from _quoted("\n\n".join(bundle_parts(bundle, every.book, spoken)))
    yield ""


def bundle_parts(bundle: Bundle, book: Codebook, spoken: dict[str, str]) -> Iterator[str]:
    """Yield what a bundle says, part by part; ``spoken`` has the numbers of blocks by their id."""
    labelled = (
        ("", bundle.explanation),
        ("Waarom het werkt: ", bundle.why),
        ("Praktijkvoorbeeld: ", bundle.example),
        ("Nodig: ", "; ".join(bundle.conditions)),
        ("Eerste stap: ", bundle.next_step),
        ("Wie is aan zet: ", bundle.owner),
        ("Minderheidsstandpunt: ", bundle.minority),
        ("Aantekening: ", bundle.note),
        ("Tags: ", "; ".join(book.code(one).name for one in book.sorted(bundle.codes))),
        ("Bijdragen: ", ", ".join(spoken[one] for one in bundle.contributions if one in spoken)),
        ("Status: ", ", ".join((bundle.status, bundle.release, *(["kernbouwsteen"] if bundle.key else [])))),
    )
    yield from (f"{label}{plain(text)}" for label, text in labelled if text)


def _quoted(text: str, indent: str = "") -> Iterator[str]:
    if text:
        yield from (f"{indent}> {line}".rstrip() + (BREAK if line else "") for line in plain(text).split("\n"))


def _unquoted(line: str) -> str:
    return f"\\{line}" if line.lstrip().startswith(">") and not line.lstrip().startswith(">>") else line


def _line(text: str) -> str:
    return " ".join(plain(text).split())
