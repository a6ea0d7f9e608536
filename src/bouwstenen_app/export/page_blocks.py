"""What stands on the cover of a template and above and below its pages, as plain values to show on a screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.export.page_letters import Letters

PAGE: Final = "PAGE"
NUMPAGES: Final = "NUMPAGES"
SECTIONPAGES: Final = "SECTIONPAGES"
COUNTED: Final = frozenset({PAGE, NUMPAGES, SECTIONPAGES})
"""The fields of Word that say which page it is and how many there are."""


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of text in one look; a tab and a new line are characters in it."""

    said: str
    letters: Letters
    field: str = ""
    """One of ``COUNTED``, in the place of what is said."""
    form: str = ""
    """How a field writes its number, as Word calls it; empty as its section does."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something that floats stands on the page. Measures are points."""

    beside: str = "column"
    """What it is placed across from: ``page``, ``margin``, ``column`` and so on."""
    across: float = 0.0
    aligned: str = ""
    """``left``, ``center`` or ``right`` in the place of a distance."""
    below: str = "paragraph"
    down: float = 0.0
    upright: str = ""
    """``top``, ``center`` or ``bottom`` in the place of a distance."""
    behind: bool = False
    """The text goes over it."""
    apart: bool = False
    """No text stands beside it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the template."""

    size: tuple[float, float]
    data: bytes
    described: str = ""
    place: Place | None = None
    """None when it stands in its line."""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """What is cut off at the left, top, right and bottom, as parts of the whole."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    letters: Letters
    pieces: tuple["Text | Picture | Box", ...] = ()
    tabs: tuple[tuple[float, str], ...] = ()
    """How far from the left each stands, in points, and what it aligns: ``left``, ``center`` or ``right``."""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: how many columns wide, what stands in it, the colour behind it."""

    blocks: tuple["Line | Grid", ...]
    span: int = 1
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Measures are points."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    edge: str = ""
    """The colour of its lines; empty for none."""
    heights: tuple[float, ...] = ()
    """The least height of each row."""


@dataclass(frozen=True, slots=True)
class Box:
    """A text box or a shape that floats, with what stands in it."""

    size: tuple[float, float]
    """In points; a width of 0 is as wide as its text."""
    place: Place
    blocks: tuple[Line | Grid, ...] = ()
    fill: str = ""
    edge: str = ""


Block = Line | Grid


def pictures_in(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield every picture in these blocks, also those in tables and text boxes."""
    for block in blocks:
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row:
                    yield from pictures_in(cell.blocks)
            continue
        for piece in block.pieces:
            if isinstance(piece, Picture):
                yield piece
            elif isinstance(piece, Box):
                yield from pictures_in(piece.blocks)


@dataclass(frozen=True, slots=True)
class Setup:
    """The pages of one section of a document. Measures are points."""

    paper: tuple[float, float]
    margins: tuple[float, float, float, float]
    """Left, top, right, bottom."""
    head_down: float = 0.0
    foot_up: float = 0.0
    heads: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    """By kind of page, ``default``, ``first`` or ``even``, what stands above the text."""
    feet: tuple[tuple[str, tuple[Block, ...]], ...] = ()
    titled: bool = False
    """Its first page is of the kind ``first``."""
    two_sided: bool = False
    """Even pages are of the kind ``even``."""
    start: int = -1
    """The number of its first page; below 0 it counts on."""
    form: str = ""
    """How its numbers are written, as Word calls it: ``lowerRoman`` and so on."""
