"""What the styles of a Word file say about colours, sizes, headings and lists, for the check of a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALLEST = 11.0
_DEFAULT = "000000"


def q(name: str) -> str:
    """Return the name of an element in the namespace of Word."""
    return W + name


def value(element: Element, path: str, attribute: str = "val") -> str:
    """Return the attribute of the element at a path such as ``pPr/pStyle``, or nothing."""
    found = element.find("/".join(map(q, path.split("/"))))
    return found.get(q(attribute), "") if found is not None else ""


def colour_of_run(run: Element) -> str:
    """Return the colour that a run has of its own."""
    colour = value(run, "rPr/color")
    return "" if colour == "auto" else colour


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
        self._run = sheet.find("/".join(map(q, ("docDefaults", "rPrDefault", "rPr"))))
        self.language = value(self._run, "lang") if self._run is not None else ""

    def name(self, style: str) -> str:
        """Return the name of a style in lower case; the same in every language of Word."""
        return value(self._styles[style], "name").lower() if style in self._styles else ""

    def heading_level(self, style: str) -> int:
        """Return the level of heading that a style is, 0 if it is none."""
        name = self.name(style)
        return int(name[-1]) if name.startswith("heading ") and name[-1].isdigit() else 0

    def is_list(self, paragraph: Element, style: str) -> bool:
        """Return whether a paragraph is an item of a real list."""
        own = paragraph.find(f"{q('pPr')}/{q('numPr')}") is not None
        return own or any(s.find(f"{q('pPr')}/{q('numPr')}") is not None for s in self._line(style))

    def colour(self, style: str) -> str:
        """Return the colour of the text in a style."""
        for each in self._line(style):
            if (colour := value(each, "rPr/color")) and colour != "auto":
                return colour
        return _DEFAULT

    def header_of(self, style: str) -> Header:
        """Return how a table style paints its first row."""
        for each in self._line(style):
            for part in each.findall(q("tblStylePr")):
                if part.get(q("type")) == "firstRow":
                    return Header(value(part, "tcPr/shd", "fill"), value(part, "rPr/color"))
        return Header()

    def small_styles(self) -> Iterator[tuple[str, float]]:
        """Yield the styles with letters of less than 11 points, and that size."""
        for style in self._styles.values():
            size = value(style, "rPr/sz")
            if size and float(size) / 2 < SMALLEST:
                yield value(style, "name"), float(size) / 2

    def _line(self, style: str) -> Iterator[Element]:
        """Yield a style and those it builds on, the nearest first."""
        seen: set[str] = set()
        style = style or self._default
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")
