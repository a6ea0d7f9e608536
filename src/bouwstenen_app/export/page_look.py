"""How the pages of a template look, to show them on a screen: paper, colours, letters, where pages begin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.page_blocks import Block, Picture, Setup, pictures_in
from bouwstenen_app.export.page_letters import Letters, letters_of, theme_fonts

STYLES: Final = (
    "Normal", "Body Text", "Title", "Titel boven tekst", "Subtitle", "Titelgegevens", "Melding",
    "heading 1", "heading 2", "heading 3", "heading 4", "TOC Heading", "toc 1", "toc 2",
    "Inleiding", "Quote", "Samengevat", "Duiding", "Minderheidsstandpunt", "Herkomst", "Trefwoorden", "Opmerking",
    "Tussenkop", "caption", "Figuur", "List Bullet", "List Number", "Tabeltekst", "Tabelkop", "Tekst na tabel",
)  # fmt: skip
LEAST_ACROSS: Final = 100.0
"""Points: how wide text is at least, whatever margins a template asks."""
MARKED: Final = ("heading 1", "heading 2", "heading 3", "List Bullet", "List Number")
"""The styles that can have a mark before their text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a paragraph that is numbered, or is one of a list."""

    text: str
    """With ``%1`` and so on for the numbers of the levels."""
    forms: tuple[str, ...]
    """How the number of each level is written, as Word calls it."""
    between: str
    """What stands between the mark and the text: a tab, a space or nothing."""


@dataclass(frozen=True, slots=True)
class PageLook:
    """What one template makes of a page. Measures are points."""

    paper: tuple[float, float]
    margins: tuple[float, float, float, float]
    """Left, top, right, bottom."""
    accent: str
    shades: tuple[tuple[str, str], ...]
    """For step 0 to 5 a background and the colour of text on it."""
    letters: Mapping[str, Letters]
    """By the name of the style: those of ``STYLES``."""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    """How headings and lists are marked, by the name of the style."""
    letter: float = 1.0
    """How wide its letters are in tables, as Word's renderer counts."""

    def across(self, *, landscape: bool) -> float:
        """Return how wide the text is, in points."""
        return max(LEAST_ACROSS, self.paper[1 if landscape else 0] - self.margins[0] - self.margins[2])


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a heading before it is written."""

    title: str
    level: int
    number: str
    new_page: bool
    landscape: bool


@dataclass(frozen=True, slots=True)
class PagePlan:
    """The headings of a report in reading order, one for each section, and the lines of its contents."""

    headings: tuple[Heading, ...]
    contents: tuple[Heading, ...] = ()
    fronts: tuple[tuple[Block, ...], ...] = ()
    """The cover of the template: one for each section of it, the last in the section of the report."""
    back: tuple[Block, ...] = ()
    """What stands behind the report."""
    setups: tuple[Setup, ...] = ()
    """The pages of the sections of the cover, and last those of the report."""
    apart: bool = False
    """The report begins a new page below the cover."""
    titled: bool = False
    """The cover of the template is the title page."""


def pictures_of(plan: PagePlan) -> Iterator[Picture]:
    """Yield every picture of the template that is on the pages of a report."""
    edges = (blocks for setup in plan.setups for _, blocks in (*setup.heads, *setup.feet))
    for blocks in (*plan.fronts, plan.back, *edges):
        yield from pictures_in(blocks)


def page_look(template: Path) -> PageLook:
    """Return how the pages of a template look; Problem when it cannot be used."""
    return _opened(*_stamped(template))[0]


def planned(report: Report, template: Path) -> PagePlan:
    """Return how Word numbers a report, what its contents say, where pages begin, and what the template adds."""
    from bouwstenen_app.export.word_contents import plan_for
    from bouwstenen_app.export.word_file import reading

    _, pages, setups = _opened(*_stamped(template))
    plan = plan_for(report, pages)
    headings, contents = (tuple(map(_heading, those)) for those in (plan.headings, plan.contents))
    with reading(template):
        around = setups.around(report)
    return PagePlan(
        headings, contents, around.fronts, around.back, around.setups, apart=around.apart, titled=around.titled
    )


def _heading(one: Any) -> Heading:
    return Heading(one.title, one.level, one.number, one.new_page, one.landscape)


def _stamped(template: Path) -> tuple[Path, int]:
    """Return a template with the time of its last change, so that it is read anew when it was changed."""
    return template, template.stat().st_mtime_ns if template.exists() else 0


@lru_cache(maxsize=4)
def _opened(template: Path, _changed: int) -> tuple[PageLook, Any, Any]:
    from bouwstenen_app.export.page_setups import Setups
    from bouwstenen_app.export.word_file import reading
    from bouwstenen_app.export.word_package import opened

    shell = opened(template, "nl-NL")
    with reading(template):
        return _look(shell), shell.pages, Setups(shell)


def _look(shell: Any) -> PageLook:
    from bouwstenen_app.export.page_numbering import marking, numbering_part
    from bouwstenen_app.export.page_setups import margins_of, paper_of

    pages, palette = shell.pages, shell.look.palette
    styles = {name: shell.look.ids[name] for name in STYLES if name in shell.look.ids}
    sheet = shell.document.part._styles_part.element
    fonts = theme_fonts(shell.document)
    numbering = numbering_part(shell.document)
    marks = {name: found for name in MARKED if (found := marking(sheet, numbering, styles[name]))}
    under = {name: one.properties for name, one in marks.items()}
    letters = {name: letters_of(sheet, style, fonts, under=under.get(name)) for name, style in styles.items()}
    paper, margins = paper_of(pages), margins_of(pages)
    return PageLook(paper, margins, palette.accent, palette.shades, letters, _marks(marks), pages.letter)


def _marks(markings: Mapping[str, Any]) -> dict[str, Mark]:
    return {name: Mark(one.text, one.forms, one.between) for name, one in markings.items()}
