"""Literal words of participants: which ones stand in a report, and how they are told from what others wrote."""

from collections.abc import Iterator, Sequence
from typing import Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.report import Paragraph, Run
from bouwstenen_app.services.reports.pieces import anchor, opening, unlike

AT_MOST: Final = 340
"""The most letters of a quote in running text; the whole text stands at its block."""
LEFT_OUT: Final = " […]"


def literal(block: Block, at: int = AT_MOST) -> Paragraph:
    """Return what was said in a block, letter for letter, between « and », with its number behind it.

    A long text is cut after a sentence, with a mark where words are left out.
    """
    whole = " ".join(_words(block).split())
    said = opening(whole, at).removesuffix("…")
    cut = LEFT_OUT if len(said) < len(whole) else ""
    runs = (Run(f"«\u00a0{said}{cut}\u00a0» ("), Run(block.spoken_id, link=anchor(block)), Run(")"))
    return Paragraph(runs, "quote")


def telling(blocks: Sequence[Block], count: int) -> tuple[Block, ...]:
    """Return the blocks to quote: those marked as *exemplary* first, then those with most votes.

    Those that are not marked come from as many different sessions as there are.
    """
    return tuple(block for block, _ in zip(_in_turn(blocks), range(count), strict=False))


def _in_turn(blocks: Sequence[Block]) -> Iterator[Block]:
    ranked = sorted((b for b in blocks if b.explanation or b.exemplary), key=lambda b: (not b.exemplary, -b.votes))
    marked = [block for block in ranked if block.exemplary]
    yield from marked
    heard = {block.workshop for block in marked}
    later = []
    for block in unlike(ranked[len(marked) :]):
        if block.workshop in heard:
            later.append(block)
        else:
            heard.add(block.workshop)
            yield block
    yield from later


def _words(block: Block) -> str:
    return block.explanation or block.example or block.title
