"""Sessions as Markdown: a person reads it, and the grammar of the capture line reads it back."""

import re
from collections.abc import Iterator

from hypothesis import given, settings
from tests.domain.everythings import everythings, texts

from bouwstenen_app.domain import capture
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.sessions_markdown import OURS, item, pieces
from bouwstenen_app.domain.workshops import Attendance, Round, Workshop


def items(text: str) -> Iterator[str]:
    """Read the items as anybody would who knows the two rules: no headings, and no lines that begin with ``>``."""
    current: list[str] = []
    for line in [*text.split("\n"), "- "]:
        if line.startswith("- "):
            if current:
                yield "\n".join(current).rstrip("\n")
            current = [line[2:]]
        elif current and re.match(r"  (?!> ?)", line):
            current.append(line[2:])
        elif current and not line.startswith("  >"):
            current.append("")


def said(block: Block | capture.Draft) -> tuple[object, ...]:
    return (
        block.title,
        block.explanation,
        block.example,
        block.conditions,
        block.next_step,
        block.codes,
        block.votes,
    )


def test_a_session_reads_as_a_list_under_its_rounds(codebook: Codebook) -> None:
    theme = next(code.id for code in codebook.codes if code.slug == "kantelmomenten")
    workshop = Workshop(
        "a" * 32,
        "Samen aan tafel",
        region="Twente",
        rounds=(Round("b" * 32, "Ophalen", 1, "Wat helpt?"),),
        attendance=(Attendance("politie", 3),),
    )
    block = Block(
        "c" * 32, "TW-001", 1, "a" * 32, "Eén vast gezicht", "Dat scheelt.", round=1, codes=(theme,), votes=3
    )
    late = Block("d" * 32, "TW-002", 2, "a" * 32, "Na afloop", note="Nog bellen", minority="Niet altijd")
    bundle = Bundle("e" * 32, 5, "Vaste gezichten", why="Vertrouwen", contributions=(block.id,))
    every = Everything("Werk", "", codebook, (workshop,), (block, late), (bundle,))

    assert "".join(pieces(every)).replace("  \n", "\n") == (
        f"{OURS}\n\n"
        "# Samen aan tafel\n\n> Twente · in voorbereiding\n> Aanwezig: politie 3\n\n"
        "## Ronde 1: Ophalen\n\n> Wat helpt?\n\n"
        "- Eén vast gezicht #kantelmomenten +3\n  Dat scheelt.\n  > TW-001 · 3 stemmen · ruw · vrij\n\n"
        "## Zonder ronde\n\n"
        "- Na afloop\n  > TW-002 · ruw · vrij\n  > Minderheidsstandpunt: Niet altijd\n"
        "  > Aantekening: Nog bellen\n\n"
        "# Bundels\n\n## K-05 Vaste gezichten\n\n> Waarom het werkt: Vertrouwen\n>\n> Bijdragen: TW-001\n>\n"
        "> Status: gebundeld, vrij\n\n"
    )


@settings(max_examples=40)
@given(everythings())
def test_every_block_is_one_item_and_reads_back_when_the_line_can_say_it(every: Everything) -> None:
    read = list(items("".join(pieces(every))))

    assert len(read) == len(every.blocks)
    shown = [b for w in every.workshops for b in _in_order(w, every)]
    for text, block in zip(read, shown, strict=True):
        line = capture.write(block, every.book)
        if "\n>" not in line and said(capture.read(line, every.book)) == said(block):
            assert said(capture.read(text, every.book)) == said(block)


def _in_order(workshop: Workshop, every: Everything) -> list[Block]:
    numbers = [step.number for step in workshop.numbered_rounds]
    place = {number: at for at, number in enumerate(numbers)}
    return sorted(every.of(workshop), key=lambda block: place.get(block.round, len(numbers)))


@given(texts, texts)
def test_no_line_of_a_block_looks_like_a_remark(title: str, explanation: str) -> None:
    book = Codebook("Leeg", "1", (), ())
    lines = list(item(Block("a" * 32, "RH-001", 1, "b" * 32, title, explanation), book))

    assert [line for line in lines if line.startswith("  > ")] == [lines[-1]]
