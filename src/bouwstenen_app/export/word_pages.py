"""The pages of the report: paper, margins, headers and footers of the template, upright or on their side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bouwstenen_app.export.page_letters import is_on
from bouwstenen_app.export.word_numbering import W
from bouwstenen_app.export.word_text import attribute

TWIPS = 20
"""Twips in a point; Word measures pages in them."""
_PAPER = {"w": 11906, "h": 16838}
_MARGINS = {"top": 1474, "right": 1361, "bottom": 1361, "left": 1361, "header": 680, "footer": 624, "gutter": 0}


@dataclass(frozen=True, slots=True)
class Pages:
    """The page setup of a template, in twips. ``references`` are its headers and footers by relationship id."""

    paper: tuple[int, int]
    margins: Mapping[str, int]
    references: Mapping[str, str]
    """Relationship id → the whole reference as XML."""
    title: bool = False
    """Whether the first page of the template has a header and footer of its own."""
    borders: str = ""
    """The borders of every page, as XML."""
    numbers: str = ""
    """How pages are numbered, as XML."""
    letter: float = 1.0
    """How wide letters are, beside Calibri of 11 points."""

    @property
    def turns(self) -> bool:
        """Whether a page on its side is wider than an upright one."""
        return self.paper[1] > self.paper[0]

    def size(self, *, landscape: bool) -> tuple[int, int]:
        """Return the width and height that text can take on a page."""
        width, height = reversed(self.paper) if landscape else self.paper
        margins = self.margins
        across = width - margins["left"] - margins["right"] - margins["gutter"]
        return max(across, 2000), max(height - margins["top"] - margins["bottom"], 2000)

    def xml(self, *, landscape: bool, first: bool, title: bool = True) -> str:
        """Return the section properties; the first section has headers, footers and maybe a title page."""
        width, height = reversed(self.paper) if landscape else self.paper
        turned = ' w:orient="landscape"' if width > height else ""
        margins = " ".join(f'w:{side}="{value}"' for side, value in self.margins.items())
        references = "".join(self.references.values()) if first else ""
        numbers = self.numbers if first else ""
        own_first = "<w:titlePg/>" if first and title else ""
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f"<w:pgMar {margins}/>{self.borders}{numbers}{own_first}</w:sectPr>"
        )

    def with_reference(self, kind: str, rel_id: str) -> "Pages":
        """Return these pages with a ``header`` or ``footer`` on every page but the first."""
        text = f'<w:{kind}Reference w:type="default" r:id="{rel_id}"/>'
        return replace(self, references={**self.references, rel_id: text})


def page_setup(sections: Sequence[Any]) -> Pages:
    """Return the page setup of the last of these sections of a template; A4 where it says nothing."""
    sections = sections or [parse_xml(f'<w:sectPr xmlns:w="{W}"/>')]
    last = sections[-1]
    paper = _numbers(last.find(qn("w:pgSz")), _PAPER)
    margins = _numbers(last.find(qn("w:pgMar")), _MARGINS)
    margins["top"], margins["bottom"] = abs(margins["top"]), abs(margins["bottom"])
    return Pages(
        (paper["w"], paper["h"]),
        margins,
        _references(sections),
        title=is_on(last, "w:titlePg"),
        borders=_copied(last.find(qn("w:pgBorders"))),
        numbers=_copied(last.find(qn("w:pgNumType"))),
    )


def _copied(element: Any) -> str:
    """Return an element anew with its plain attributes and children; nothing when it is not there."""
    if element is None:
        return ""
    name = str(element.tag).rpartition("}")[2]
    said = "".join(
        f' w:{key.rpartition("}")[2]}="{attribute(value)}"'
        for key, value in element.attrib.items()
        if key.startswith(f"{{{W}}}")
    )
    return f"<w:{name}{said}>{''.join(map(_copied, element))}</w:{name}>"


def _numbers(element: Any, defaults: Mapping[str, int]) -> dict[str, int]:
    if element is None:
        return dict(defaults)
    return {name: round(float(element.get(qn(f"w:{name}"), value))) for name, value in defaults.items()}


def _references(sections: Sequence[Any]) -> dict[str, str]:
    """Return the header and footer of each kind of page; a section without one has that of the section before."""
    found: dict[tuple[str, str], str] = {}
    for section in reversed(sections):
        for kind in ("header", "footer"):
            for element in section.findall(qn(f"w:{kind}Reference")):
                found.setdefault((kind, element.get(qn("w:type"), "default")), element.get(qn("r:id")))
    return {
        rel_id: f'<w:{kind}Reference w:type="{page}" r:id="{rel_id}"/>'
        for (kind, page), rel_id in found.items()
        if rel_id
    }
