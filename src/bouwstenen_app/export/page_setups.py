"""The sections of a report in a template: their paper, what is above and below their pages, and around the text."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.page_blocks import Block, Setup
from bouwstenen_app.export.page_blocks_reading import Reader
from bouwstenen_app.export.page_letters import is_on, theme_fonts
from bouwstenen_app.export.page_measures import LARGEST, count
from bouwstenen_app.export.word_fields import fill, values
from bouwstenen_app.export.word_frame import around, begins_page
from bouwstenen_app.export.word_package import Shell
from bouwstenen_app.export.word_pages import TWIPS, Pages, page_setup

_COLOURS: Final = re.compile(
    rb'<a:(dk1|lt1|dk2|lt2|accent[1-6]|hlink)>\s*<a:\w+Clr [^>]*?(?:val|lastClr)="([0-9A-Fa-f]{6})"'
)
_REFERENCE: Final = re.compile(r'<w:(header|footer)Reference w:type="(\w+)"')
_PICTURES: Final = frozenset({RELATIONSHIP_TYPE.IMAGE})
_MOST_PICTURES: Final = 20
"""Pictures of a template: so many are kept as they were decoded, in each size that they are shown in."""
_MOST_SECTIONS: Final = 10
"""Sections of a cover: more is a mistake, or meant to hold up the window."""
_LAST_PAGE: Final = 32_767
"""The highest number of a page in Word."""
_LEAST_PAPER: Final = 100.0
"""Points: what is smaller is no paper."""
Edges = dict[str, tuple[Block, ...]]
"""What stands in a header or a footer, by the id of its relationship: sections share them."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the text of one report, and the pages that all stand on."""

    fronts: tuple[tuple[Block, ...], ...] = ()
    """The cover: one for each section of it, the last in the section of the report."""
    back: tuple[Block, ...] = ()
    setups: tuple[Setup, ...] = ()
    """Of the sections of the cover, and last that of the report."""
    apart: bool = False
    """The report begins a new page below the cover."""
    titled: bool = False
    """The cover says the title."""


class Setups:
    """Reads them; what is the same for every report is read once."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._sheet = shell.document.part._styles_part.element
        self._fonts = theme_fonts(shell.document)
        self._colours = _colours(shell.document)
        self._pictures = set[str]()
        self._two_sided = is_on(shell.document.settings.element, "w:evenAndOddHeaders")

    def around(self, report: Report) -> Around:
        """Return what stands around a report, with its fields filled in."""
        kept, document = self._shell.kept, self._shell.document
        body = around(kept, document, report)
        said, edges = values(report), Edges()
        if body is None:
            return Around(setups=(self._setup(self._shell.pages, kept.sections[-1:], said, edges, titled=True),))
        nodes = list(body)
        at = next(n for n, node in enumerate(nodes) if not isinstance(node.tag, str))
        reader = self._reader(document.part)
        parts = list(_sections(nodes[:at]))
        parts = [*parts[:-1][: _MOST_SECTIONS - 1], parts[-1]]
        fronts = tuple(map(reader.blocks, parts))
        titled = self._shell.pages.title or not at
        last = self._setup(self._shell.pages, kept.sections[-1:], said, edges, titled=titled)
        before = (
            self._setup(page_setup(kept.sections[: n + 1]), kept.sections[n : n + 1], said, edges)
            for n in range(len(parts) - 1)
        )
        apart = bool(at) and begins_page(kept)
        back = reader.blocks(nodes[at + 1 :])
        return Around(fronts, back, (*before, last), apart, kept.says_title)

    def _reader(self, part: Any, *, small: bool = False) -> Reader:
        pictures = {}
        for rel_id, rel in part.rels.items():
            if rel.reltype in _PICTURES and not rel.is_external:
                name = rel.target_part.partname
                if name in self._pictures or len(self._pictures) < _MOST_PICTURES:
                    self._pictures.add(name)
                    pictures[rel_id] = rel.target_part.blob
        return Reader(self._sheet, self._fonts, self._colours, pictures, small=small)

    def _setup(
        self, pages: Pages, sections: Any, said: Mapping[str, str], known: Edges, *, titled: bool | None = None
    ) -> Setup:
        edges: dict[str, list[tuple[str, tuple[Block, ...]]]] = {"header": [], "footer": []}
        for identity, reference in pages.references.items():
            rel, found = self._shell.document.part.rels.get(identity), _REFERENCE.search(reference)
            if rel is not None and found is not None and not rel.is_external:
                edges[found[1]].append((found[2], self._edge(identity, rel.target_part, said, known)))
        number = sections[0].find(qn("w:pgNumType")) if sections else None
        return Setup(
            paper_of(pages),
            margins_of(pages),
            pages.margins["header"] / TWIPS,
            pages.margins["footer"] / TWIPS,
            tuple(edges["header"]),
            tuple(edges["footer"]),
            titled=pages.title if titled is None else titled,
            two_sided=self._two_sided,
            start=count(number.get(qn("w:start")), _LAST_PAGE, -1) if number is not None else -1,
            form=number.get(qn("w:fmt"), "") if number is not None else "",
        )

    def _edge(self, identity: str, part: Any, said: Mapping[str, str], known: Edges) -> tuple[Block, ...]:
        if identity not in known:
            element = deepcopy(part.element)
            fill(element, said)
            known[identity] = self._reader(part, small=True).blocks(list(element))
        return known[identity]


def paper_of(pages: Pages) -> tuple[float, float]:
    """Return how wide and how high the paper is, in points: never so small or so large that it is none."""
    wide, high = (min(LARGEST, max(_LEAST_PAPER, side / TWIPS)) for side in pages.paper)
    return wide, high


def margins_of(pages: Pages) -> tuple[float, float, float, float]:
    """Return how far the text stands from the left, top, right and bottom of the paper, in points."""
    left, top, right, bottom = (pages.margins[side] / TWIPS for side in ("left", "top", "right", "bottom"))
    return left + pages.margins["gutter"] / TWIPS, top, right, bottom


def _sections(nodes: list[Any]) -> Iterator[list[Any]]:
    """Yield the elements of each section; the last is that of the report, maybe without any."""
    part: list[Any] = []
    for node in nodes:
        part.append(node)
        if next(node.iter(qn("w:sectPr")), None) is not None:
            yield part
            part = []
    yield part


def _colours(document: Any) -> dict[str, str]:
    """Return the colours of the theme by name."""
    for rel in document.part.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.THEME and not rel.is_external:
            return {name.decode(): colour.decode() for name, colour in _COLOURS.findall(rel.target_part.blob)}
    return {}
