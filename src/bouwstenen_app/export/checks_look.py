"""What the styles of a Word file say about colours, sizes, headings and lists, for the check of a report."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from xml.etree.ElementTree import Element, fromstring

from bouwstenen_app.export.page_measures import points
from bouwstenen_app.export.word_colours import READABLE, WHITE, contrast

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALLEST = 11.0
READABLE_LARGE: Final = 3.0
"""The least contrast for large letters (WCAG 2.1, 1.4.3)."""
_LARGE, _LARGE_BOLD = 18.0, 14.0
_DEFAULT = "000000"
_COLOUR = re.compile("[0-9A-Fa-f]{6}")
_THEME_FONT = re.compile(rb'<a:(major|minor)Font>\s*<a:latin typeface="([^"]+)"')
_USUAL_SIZE = 10.0
"""What Word takes for letters without a size."""
_IN_A_POINT: Final = 2.0
"""Word tells the size of letters in halves of a point."""
_OFF = ("0", "false", "off")


def q(name: str) -> str:
    """Return the name of an element in the namespace of Word."""
    return W + name


@cache
def _path(path: str) -> str:
    return "/".join(map(q, path.split("/")))


def value(element: Element, path: str, attribute: str = "val") -> str:
    """Return the attribute of the element at a path such as ``pPr/pStyle``, or nothing."""
    found = element.find(_path(path))
    return found.get(q(attribute), "") if found is not None else ""


def colour_of_run(run: Element) -> str:
    """Return the colour that a run has of its own."""
    colour = value(run, "rPr/color")
    return colour if _COLOUR.fullmatch(colour) else ""


@dataclass(frozen=True, slots=True)
class Header:
    """How a table style paints the first row."""

    fill: str = ""
    colour: str = ""


class Looks:
    """The style sheet of a Word file, asked about one style at a time."""

    def __init__(self, members: Mapping[str, bytes]) -> None:
        sheet = fromstring(members["word/styles.xml"])
        self._styles = {style.get(q("styleId"), ""): style for style in sheet.findall(q("style"))}
        self._default = next((i for i, s in self._styles.items() if value(s, "name").lower() == "normal"), "")
        self._run = sheet.find(_path("docDefaults/rPrDefault/rPr"))
        self._lines: dict[str, tuple[Element, ...]] = {}
        self._known: dict[tuple[str, str], str] = {}
        self.language = value(self._run, "lang") if self._run is not None else ""
        theme = members.get("word/theme/theme1.xml", b"")
        self._fonts = {which.decode(): name.decode() for which, name in _THEME_FONT.findall(theme)}

    def name(self, style: str) -> str:
        """Return the name of a style in lower case; the same in every language of Word."""
        return value(self._styles[style], "name").lower() if style in self._styles else ""

    def heading_level(self, style: str) -> int:
        """Return the level of heading that a style is, or builds on; 0 if it is none."""
        name = self._first("name", style, _heading_name)
        return int(name[-1]) if name else 0

    def is_title(self, style: str) -> bool:
        """Return whether a style is that of the title, or builds on it."""
        return bool(self._first("title", style, lambda each: "1" if _named(each, "title") else ""))

    def is_caption(self, style: str) -> bool:
        """Return whether a style is that of captions, or builds on it."""
        return bool(self._first("caption", style, lambda each: "1" if _named(each, "caption") else ""))

    def is_list(self, paragraph: Element, style: str) -> bool:
        """Return whether a paragraph is an item of a real list."""
        own = paragraph.find(_path("pPr/numPr")) is not None
        return own or any(s.find(_path("pPr/numPr")) is not None for s in self._line(style))

    def takes_no_room(self, style: str) -> bool:
        """Return whether a line in this style is one point high."""
        return self._first("line", style, lambda each: value(each, "pPr/spacing", "line")) == "20"

    def colour(self, style: str) -> str:
        """Return the colour of the text in a style."""
        return self._first("colour", style, lambda each: self.shown(value(each, "rPr/color"))) or _DEFAULT

    def colour_of(self, run: Element) -> str:
        """Return the colour that the character style of a run gives it, if any."""
        style = value(run, "rPr/rStyle")
        return self._first("colour", style, lambda each: self.shown(value(each, "rPr/color"))) if style else ""

    def size(self, style: str) -> float:
        """Return the size of the letters in a style, in points."""
        own = self._first("size", style, lambda each: value(each, "rPr/sz"))
        return points(own, _IN_A_POINT) or points(self._usual("sz"), _IN_A_POINT) or _USUAL_SIZE

    def font(self, style: str) -> str:
        """Return the name of the font of a style; nothing when the template names none."""
        return self._first("font", style, lambda each: self._font_of(each.find(_path("rPr")))) or self._font_of(
            self._run
        )

    def _font_of(self, letters: Element | None) -> str:
        fonts = None if letters is None else letters.find(q("rFonts"))
        if fonts is None:
            return ""
        return self._fonts.get(fonts.get(q("asciiTheme"), "")[:5], "") or fonts.get(q("ascii"), "")

    def _usual(self, name: str) -> str:
        return "" if self._run is None else value(self._run, name)

    def fill(self, style: str) -> str:
        """Return the colour behind the text in a style."""
        return self._first("fill", style, lambda each: self.shown(value(each, "pPr/shd", "fill"))) or WHITE

    def least_contrast(self, style: str) -> float:
        """Return the contrast that letters of this size need at least."""
        bold = self._first("bold", style, _bold) == "1"
        return READABLE_LARGE if self.size(style) >= (_LARGE_BOLD if bold else _LARGE) else READABLE

    @staticmethod
    def shown(colour: str) -> str:
        """Return a colour of six digits; nothing for one that Word chooses itself."""
        return colour if _COLOUR.fullmatch(colour) else ""

    def header_of(self, style: str) -> Header:
        """Return how a table style paints its first row."""
        for each in self._line(style):
            for part in each.findall(q("tblStylePr")):
                if part.get(q("type")) == "firstRow":
                    return Header(self.shown(value(part, "tcPr/shd", "fill")), self.shown(value(part, "rPr/color")))
        return Header()

    def small_styles(self, used: Collection[str]) -> Iterator[tuple[str, float]]:
        """Yield the styles with letters of less than 11 points, and that size, in which something is written."""
        told = set()
        for style in used:
            for each in self._line(style):
                if size := points(value(each, "rPr/sz"), _IN_A_POINT):
                    if size < SMALLEST and (name := value(each, "name")) not in told:
                        told.add(name)
                        yield name, size
                    break

    def faint_styles(self, used: Collection[str]) -> Iterator[tuple[str, float]]:
        """Yield the styles with too little contrast in which something is written, and that contrast.

        Text in tables stands on the colour of its cell, and is looked at there.
        """
        for style in sorted(used):
            ratio = contrast(self.colour(style), self.fill(style))
            if ratio < self.least_contrast(style):
                yield self.name(style).capitalize(), ratio

    def _first(self, what: str, style: str, ask: Callable[[Element], str]) -> str:
        """Return the first answer of a style or one that it builds on."""
        key = (what, style)
        if key not in self._known:
            self._known[key] = next((said for each in self._line(style) if (said := ask(each))), "")
        return self._known[key]

    def _line(self, style: str) -> tuple[Element, ...]:
        """Return a style and those it builds on, the nearest first."""
        if style not in self._lines:
            found: list[Element] = []
            at = style or self._default
            while at in self._styles and self._styles[at] not in found:
                found.append(self._styles[at])
                at = value(self._styles[at], "basedOn")
            self._lines[style] = tuple(found)
        return self._lines[style]


def _named(style: Element, name: str) -> bool:
    return value(style, "name").lower() == name


def _heading_name(style: Element) -> str:
    name = value(style, "name").lower()
    return name if name.startswith("heading ") and name[-1].isdigit() else ""


def _bold(style: Element) -> str:
    found = style.find(_path("rPr/b"))
    return "" if found is None else ("off" if found.get(q("val"), "1") in _OFF else "1")
