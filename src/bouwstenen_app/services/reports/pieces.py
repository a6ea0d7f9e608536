"""Small pieces that every part of a report uses."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.domain.report import Cell, Item, Paragraph, Run, Table

NOTHING: Final = "–"
"""What stands in a cell of a table when there is nothing."""
GENERATED: Final = "text:"
"""Before the key of a generated passage: the writer may put another text in its place."""
NAMED: Final = 24
"""How many blocks that stand elsewhere are named by their number; of more only the count is told."""
Column = tuple[str, float, list[Cell]]
"""A column of a table: what stands above it, how wide it would like to be, and its cells."""
_SENTENCES: Final = re.compile(r"(?<=[.!?…])\s+")


def anchor(block: Block) -> str:
    """Return the name of the place in the report where a block stands in full."""
    return f"b-{block.spoken_id}"


def chapter(code: Code) -> str:
    """Return the name of the place in the report where a theme begins."""
    return f"t-{code.slug}"


def body(text: str) -> Paragraph:
    """Return a plain paragraph."""
    return Paragraph((Run(text),))


def generated(key: str, text: str, role: str = "body") -> Paragraph:
    """Return a paragraph that the program wrote and that the writer may replace; ``key`` is ``part:what``."""
    return Paragraph((Run(text),), role, source=f"{GENERATED}{key}")


def label(text: str) -> Paragraph:
    """Return a small heading that is not in the contents."""
    return Paragraph((Run(text),), "label", keep_with_next=True)


def lowered(name: str) -> str:
    """Return a name for inside a sentence: a small first letter, unless it begins with an abbreviation.

    Only for names that are common words (kinds, perspectives). Domains hold names such as *Openbaar Ministerie*
    and *Veilig Thuis*; they keep their capital everywhere.
    """
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def shortened(title: str, at: int = 120) -> str:
    """Return a title for in a table, cut at a word when it is long; in full it stands at its block."""
    return title if len(title) <= at else title[: at - 1].rsplit(" ", 1)[0].rstrip(" .,;:–-") + "…"


def linked(blocks: Iterable[Block], *, titles: bool) -> Iterator[Run]:
    """Yield the numbers of blocks as links, with or without their titles, as one enumeration."""
    for place, block in enumerate(blocks):
        if place:
            yield Run("; " if titles else ", ")
        yield Run(block.spoken_id, link=anchor(block))
        if titles:
            yield Run(f" {shortened(block.title)}")


def referred(text: str, block: Block) -> tuple[Run, ...]:
    """Return a text with the number of its block behind it, as a link: ``text (RH-017)``."""
    return Run(f"{text} ("), Run(block.spoken_id, link=anchor(block)), Run(")")


def number_cell(block: Block) -> Cell:
    """Return the number of a block as a cell that leads to it."""
    return Cell(block.spoken_id, link=anchor(block))


def opening(text: str, at: int = 180) -> str:
    """Return the first sentences of a text, as many as fit; when not even the first does, it is cut at a word."""
    sentences = _SENTENCES.split(" ".join(text.split()))
    told = sentences[0]
    for sentence in sentences[1:]:
        if len(told) + 1 + len(sentence) > at:
            break
        told = f"{told} {sentence}"
    return shortened(told, at)


def also(words: str, blocks: Sequence[Block]) -> Iterator[Item]:
    """Yield a line with the numbers of blocks that are not told here: few of them, however many there are."""
    if not blocks:
        return
    rest = len(blocks) - NAMED
    more = f" en nog {dutch.number(rest)} andere." if rest > 0 else "."
    yield Paragraph((Run(words, bold=True), *linked(blocks[:NAMED], titles=False), Run(more)))


def cells(texts: Iterable[str]) -> list[Cell]:
    """Return a cell for each text, also for one that is empty."""
    return [Cell(text or NOTHING) for text in texts]


def table_of(caption: str, columns: Sequence[Column], description: str, counts: Collection[str] = ()) -> Table:
    """Return a table of columns, without those that have nothing in them; ``counts`` are those with numbers."""
    shown = [column for column in columns if any(cell.text != NOTHING for cell in column[2])]
    return Table(
        caption,
        tuple(name for name, _, _ in shown),
        tuple(zip(*(held for _, _, held in shown), strict=True)),
        description,
        tuple(width for _, width, _ in shown),
        frozenset(place for place, (name, _, _) in enumerate(shown) if name in counts),
    )


def unlike(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks without those that are called the same as one before: a list shows different things."""
    seen: set[str] = set()
    for block in blocks:
        name = " ".join(block.title.casefold().split())
        if name not in seen:
            seen.add(name)
            yield block


def without(blocks: Iterable[Block], shown: Iterable[Block]) -> list[Block]:
    """Return the blocks that are not among those that are shown."""
    ids = {block.id for block in shown}
    return [block for block in blocks if block.id not in ids]
