"""The pages of the report: paper, margins, headers and footers of the template, upright or on their side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bouwstenen_app.export.word_numbering import W

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

    def xml(self, *, landscape: bool, first: bool) -> str:
        """Return the section properties; the first section carries headers and footers and a title page."""
        width, height = reversed(self.paper) if landscape else self.paper
        turned = ' w:orient="landscape"' if landscape else ""
        margins = " ".join(f'w:{side}="{value}"' for side, value in self.margins.items())
        references = "".join(self.references.values()) if first else ""
        title = "<w:titlePg/>" if first else ""
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f"<w:pgMar {margins}/>{title}</w:sectPr>"
        )

    def with_reference(self, kind: str, rel_id: str) -> "Pages":
        """Return these pages with a ``header`` or ``footer`` on every page but the first."""
        text = f'<w:{kind}Reference w:type="default" r:id="{rel_id}"/>'
        return replace(self, references={**self.references, rel_id: text})


def page_setup(body: Any) -> Pages:
    """Return the page setup of the last section in a body; A4 where it says nothing."""
    sections = list(body.iter(qn("w:sectPr"))) or [parse_xml(f'<w:sectPr xmlns:w="{W}"/>')]
    last = sections[-1]
    paper = _numbers(last.find(qn("w:pgSz")), _PAPER)
    margins = _numbers(last.find(qn("w:pgMar")), _MARGINS)
    margins["top"], margins["bottom"] = abs(margins["top"]), abs(margins["bottom"])
    return Pages((paper["w"], paper["h"]), margins, _references(sections))


def _numbers(element: Any, defaults: Mapping[str, int]) -> dict[str, int]:
    if element is None:
        return dict(defaults)
    return {name: round(float(element.get(qn(f"w:{name}"), value))) for name, value in defaults.items()}


def _references(sections: list[Any]) -> dict[str, str]:
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
