"""What stands above and below the pages of a report in its template, with the numbers of the pages in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from bouwstenen_app.export.page_blocks import NUMPAGES, PAGE, Block, Setup, Text
from bouwstenen_app.export.page_look import LEAST_ACROSS
from bouwstenen_app.ui.widgets.block_document import BlockDocument
from bouwstenen_app.ui.widgets.page_plates import Composed, Ground, composed
from bouwstenen_app.ui.widgets.report_style import PIXELS

KEPT: Final = 200
"""Heads and feet that stay laid out: those of the pages in sight, and many around them."""
MOST: Final = 0.4
"""The part of a page that a head or a foot may take: what is larger is a mistake in the template."""
LEAST_TEXT: Final = LEAST_ACROSS * PIXELS
"""Pixels between two margins, whatever a template asks: text without any room stands on pages without end."""
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS: Final = 26
_MOST_LETTERED: Final = 30 * _LETTERS
"""The last number that Word writes as letters; those above begin anew."""
Margins = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which page it is: of the whole, in its section, and what is said of that."""

    section: int
    first: bool
    """The first of its section."""
    page: int
    """As it is counted on the page."""
    pages: int
    in_section: int
    landscape: bool = False
    bare: bool = False
    """Nothing stands above or below it."""


FIRST: Final = Numbers(0, True, 1, 1, 1)
"""Of a document of one page."""


class PageEdges:
    """Knows the pages of every section, and draws what stands above and below their text."""

    def __init__(self, setups: Sequence[Setup]) -> None:
        self.setups = tuple(setups)
        self._known: dict[tuple[object, ...], Composed] = {}
        self._margins: dict[tuple[int, bool, str], Margins] = {}

    def of(self, section: int) -> Setup:
        """Return the pages of a section; those behind the last that is known are as that one."""
        return self.setups[min(section, len(self.setups) - 1)]

    def kind(self, numbers: Numbers) -> str:
        """Return of which kind a page is: ``first``, ``even`` or ``default``."""
        setup = self.of(numbers.section)
        if setup.titled and numbers.first and numbers.section < len(self.setups):
            return "first"
        return "even" if setup.two_sided and numbers.page % 2 == 0 else "default"

    def size(self, section: int, *, landscape: bool) -> QSizeF:
        """Return how large a page is, in pixels."""
        wide, high = self.of(section).paper
        return QSizeF(*((high, wide) if landscape else (wide, high))) * PIXELS

    def margins(self, section: int, *, landscape: bool, kind: str = "default") -> Margins:
        """Return left, top, right and bottom in pixels: a high head pushes the text down, as it does in Word."""
        known = (min(section, len(self.setups) - 1), landscape, kind)
        if known not in self._margins:
            setup, size = self.of(section), self.size(section, landscape=landscape)
            left, top, right, bottom = (side * PIXELS for side in setup.margins)
            wide = max(10.0, size.width() - left - right)
            high = {}
            for name, edges in (("head", setup.heads), ("foot", setup.feet)):
                blocks = dict(edges).get(kind, ())
                found = BlockDocument(blocks, wide, _no_number).high if blocks else 0.0
                high[name] = min(found, size.height() * MOST)
            head = setup.head_down * PIXELS + high["head"] if high["head"] else 0.0
            foot = setup.foot_up * PIXELS + high["foot"] if high["foot"] else 0.0
            left, right = _apart(left, right, size.width())
            top, bottom = _apart(max(top, head), max(bottom, foot), size.height())
            self._margins[known] = (left, top, right, bottom)
        return self._margins[known]

    def shape(self) -> tuple[tuple[object, ...], ...]:
        """Return all that says where text can stand: pages with another shape are laid out anew."""
        return tuple(
            (*self.of(section).paper, *self.margins(section, landscape=turned, kind=kind))
            for section in range(len(self.setups))
            for turned in (False, True)
            for kind in ("default", "first")
        )

    def paint(self, painter: QPainter, numbers: Numbers) -> None:
        """Draw what stands above and below a page, with its corner at the origin."""
        for made in self.around(numbers):
            made.paint(painter)

    def around(self, numbers: Numbers) -> list[Composed]:
        """Return what stands above and below a page."""
        if numbers.bare or not self.setups:
            return []
        setup, kind = self.of(numbers.section), self.kind(numbers)
        edges = (("head", dict(setup.heads).get(kind, ())), ("foot", dict(setup.feet).get(kind, ())))
        return [self._edge(name, blocks, setup, numbers) for name, blocks in edges if blocks]

    def _edge(self, name: str, blocks: tuple[Block, ...], setup: Setup, numbers: Numbers) -> Composed:
        key = (name, self.kind(numbers), numbers)
        if key not in self._known:
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[key] = self._made(name, blocks, setup, numbers)
        return self._known[key]

    def _made(self, name: str, blocks: tuple[Block, ...], setup: Setup, numbers: Numbers) -> Composed:
        def count(field: Text) -> str:
            if field.field == PAGE:
                return written(numbers.page, field.form or setup.form)
            return written(numbers.pages if field.field == NUMPAGES else numbers.in_section, field.form)

        size = self.size(numbers.section, landscape=numbers.landscape)
        left, top, right, bottom = self.margins(
            numbers.section, landscape=numbers.landscape, kind=self.kind(numbers)
        )
        wide = max(10.0, size.width() - left - right)
        made = BlockDocument(blocks, wide, count)
        down = setup.head_down * PIXELS
        if name == "foot":
            down = size.height() - setup.foot_up * PIXELS - made.high
        ground = Ground(size, QRectF(left, top, wide, size.height() - top - bottom))
        return composed(made, ground, count, QPointF(left, down))


def numbered(pages: Sequence[tuple[int, bool, bool]], edges: PageEdges | None) -> list[Numbers]:
    """Return which page each is, of pages in reading order: section, whether it lies on its side, whether bare."""
    found: list[Numbers] = []
    many = Counter(section for section, _, _ in pages)
    last, number = -1, 0
    for section, landscape, bare in pages:
        first = section != last
        start = edges.of(section).start if edges is not None and first and section < len(edges.setups) else -1
        number = start if start >= 0 else number + 1
        last = section
        found.append(Numbers(section, first, number, len(pages), many[section], landscape, bare))
    return found


def written(number: int, form: str) -> str:
    """Return a number as Word writes it: ``roman``, ``ROMAN``, letters, or digits for any other form."""
    if form in ("lowerRoman", "roman", "upperRoman", "ROMAN") and number > 0:
        said, rest = "", number
        for value, letters in _ROMAN:
            said += letters * (rest // value)
            rest %= value
        return said.upper() if form.startswith("upper") or form.isupper() else said
    if form in ("lowerLetter", "alphabetic", "upperLetter", "ALPHABETIC") and number > 0:
        place = (number - 1) % _MOST_LETTERED
        said = chr(ord("a") + place % _LETTERS) * (place // _LETTERS + 1)
        return said.upper() if form.startswith("upper") or form.isupper() else said
    return str(number)


def _apart(one: float, other: float, room: float) -> tuple[float, float]:
    """Return two margins, made smaller when there is no room for text between them."""
    one, other = max(0.0, one), max(0.0, other)
    most = max(0.0, room - LEAST_TEXT)
    part = most / (one + other) if one + other > most else 1.0
    return one * part, other * part


def _no_number(_: Text) -> str:
    return "00"
