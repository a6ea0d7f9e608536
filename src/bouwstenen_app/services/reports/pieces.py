"""Small pieces that every part of a report uses."""

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


def shortened(title: str, at: int = 120) -> str:
    """Return a title for in a table, cut at a word when it is long; in full it stands at its block."""
    return title if len(title) <= at else title[: at - 1].rsplit(" ", 1)[0] + "…"
