"""Small pieces that every part of a report uses."""

from collections.abc import Iterable, Iterator

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.domain.report import Paragraph, Run


def anchor(block: Block) -> str:
    """Return the name of the place in the report where a block stands in full."""
    return f"b-{block.spoken_id}"


def chapter(code: Code) -> str:
    """Return the name of the place in the report where a theme begins."""
    return f"t-{code.slug}"


def body(text: str) -> Paragraph:
    """Return a plain paragraph."""
    return Paragraph((Run(text),))


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
    return title if len(title) <= at else title[: at - 1].rsplit(" ", 1)[0] + "…"


def linked(blocks: Iterable[Block], *, titles: bool) -> Iterator[Run]:
    """Yield the numbers of blocks as links, with or without their titles, as one enumeration."""
    for place, block in enumerate(blocks):
        if place:
            yield Run("; " if titles else ", ")
        yield Run(block.spoken_id, link=anchor(block))
        if titles:
            yield Run(f" {shortened(block.title)}")
