"""What is known of a report before its first word is written: numbers, bookmarks, turned pages, the contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as made

from bouwstenen_app.domain.report import CARDS_ON_A_SHEET, Card, Report, Section, Table
from bouwstenen_app.export.word_markup import UNNUMBERED, field, run
from bouwstenen_app.export.word_pages import TWIPS, Pages
from bouwstenen_app.export.word_space import Flow, contents_height, heading_height, item_height
from bouwstenen_app.export.word_styles import Look
from bouwstenen_app.export.word_tables import needs_landscape
from bouwstenen_app.export.word_text import bookmark

DEEPEST = 4
"""The lowest level of heading."""
CONTENTS_DEPTH = 2
LONGEST_CONTENTS = 150
"""Lines after which the contents show chapters only."""
CONTENTS_TITLE = "Inhoud"
_LINKED = "\\h"
CONTENTS_TOP = 40.0
"""The height of the heading above the contents, in points."""
_BELOW_HEADING = 64.0
_LONG_CHAPTER = 6.0
"""Chapters that fill more than so many pages begin on a new one; shorter ones follow what is before them."""


@dataclass(slots=True)
class Heading:
    """A line of the contents: a heading with its level, typed number, bookmark and the page it is expected on."""

    title: str
    level: int
    number: str
    bookmark: str
    page: int = 1
    new_page: bool = False
    landscape: bool = False


@dataclass(slots=True)
class Plan:
    """The headings of the sections in order, the lines of the contents, and every anchor one can link to."""

    headings: list[Heading] = made(default_factory=list)
    contents: list[Heading] = made(default_factory=list)
    depth: int = CONTENTS_DEPTH
    anchors: set[str] = made(default_factory=set)
    pages: int = 1
    items: int = 0
    width: int = 0
    """Of a line of the contents, in twips."""
    numbered: bool = False
    """Whether the pages of the contents are known, and stand in it."""

    @property
    def by_chapter(self) -> bool:
        """Whether every chapter begins a new page."""
        return any(heading.new_page for heading in self.headings)


def card_level(section_level: int) -> int:
    """Return the level of the heading of a card: one below its section, so that no level is skipped."""
    return min(section_level + 1, DEEPEST)


def plan_for(report: Report, pages: Pages, numbers: Sequence[int] = ()) -> Plan:
    """Return the plan of a report on these pages.

    ``numbers`` are the pages of the lines of the contents, from who laid out the document: they are not guessed.
    """
    plan = Plan(width=pages.size(landscape=False)[0])
    width = round(pages.size(landscape=False)[0] / pages.letter)
    for section, level, number in _numbered(report):
        plan.items += len(section.items)
        plan.anchors.update(filter(None, (section.anchor, *_anchors(section))))
        turned = pages.turns and (section.landscape or _is_wide(section, width))
        heading = Heading(
            section.title, level, number, f"_Toc{len(plan.headings) + 1:08d}", 1, section.apart, turned
        )
        plan.headings.append(heading)
        if level <= CONTENTS_DEPTH:
            plan.contents.append(heading)
        if card_level(level) <= CONTENTS_DEPTH:
            plan.contents.extend(_card_headings(section, card_level(level)))
    if report.compact:
        plan.contents = []
    if len(plan.contents) > LONGEST_CONTENTS:
        plan.depth = 1
        plan.contents = [heading for heading in plan.contents if heading.level == 1]
    _estimate(plan, report, pages)
    plan.numbered = bool(numbers) and len(numbers) == len(plan.contents) and not pages.numbers
    for heading, page in zip(plan.contents, numbers if plan.numbered else (), strict=False):
        heading.page = page
    return plan


def _numbered(report: Report) -> Iterator[tuple[Section, int, str]]:
    """Yield each section with its level (never one skipped) and its number as it will be shown."""
    counters = [0, 0, 0]
    previous = 0
    for section in report.sections:
        level = max(1, min(section.level, previous + 1, 3))
        previous = level
        number = ""
        if section.numbered:
            counters[level - 1] += 1
            counters[level:] = [0] * (3 - level)
            number = ".".join(map(str, counters[:level]))
        yield section, level, number


def _anchors(section: Section) -> Iterator[str]:
    for item in section.items:
        if isinstance(item, Card) or hasattr(item, "anchor"):
            yield item.anchor


def _card_headings(section: Section, level: int) -> Iterator[Heading]:
    for item in section.items:
        if isinstance(item, Card) and item.anchor:
            yield Heading(f"{item.spoken_id} {item.title}".strip(), level, "", bookmark(item.anchor))


def _is_wide(section: Section, width: int) -> bool:
    """Return whether a section goes on its side: it holds a wide table and is no long read."""
    return any(isinstance(item, Table) and needs_landscape(item, width) for item in section.items) and not any(
        isinstance(item, Card) for item in section.items
    )


def _estimate(plan: Plan, report: Report, pages: Pages) -> None:
    """Set which chapters begin a new page, and the page each line of the contents is expected on."""
    sizes = {turned: _points(pages.size(landscape=turned)) for turned in (False, True)}
    heights = [
        [item_height(item, sizes[heading.landscape][0]) for item in section.items]
        for section, heading in zip(report.sections, plan.headings, strict=True)
    ]
    flow = Flow(sizes[False][1], 1 if report.compact else 2)
    if not report.compact:
        _break_chapters(plan, heights, sizes[False][1])
        _place_contents(plan, flow, sizes[False][0])
        flow.new_page()
    cards = {heading.bookmark: heading for heading in plan.contents if not heading.number}
    turned = False
    for section, heading, places in zip(report.sections, plan.headings, heights, strict=True):
        if heading.landscape != turned:
            turned = heading.landscape
            flow.turn(sizes[turned][1])
        elif heading.new_page:
            flow.new_page()
        height = heading_height(heading.title, heading.level, sizes[turned][0])
        heading.page = flow.place(height, height + min(places[0][1], _BELOW_HEADING) if places else height)
        for item, (height, together, tail) in zip(section.items, places, strict=True):
            page = flow.place(height, together, tail)
            if cards and isinstance(item, Card) and (line := cards.get(bookmark(item.anchor))):
                line.page = page
    plan.pages = flow.page + -(-len(report.cards) // CARDS_ON_A_SHEET)


def _break_chapters(plan: Plan, heights: list[list[tuple[float, float, float]]], page: float) -> None:
    """Let the first chapter and those that are long begin a new page; short ones follow each other."""
    chapter = plan.headings[0] if plan.headings else None
    taken: dict[int, float] = {}
    for heading, items in zip(plan.headings, heights, strict=True):
        if heading.level == 1:
            chapter = heading
        taken[id(chapter)] = taken.get(id(chapter), 0.0) + sum(height for height, _, _ in items)
    for heading in plan.headings:
        heading.new_page |= taken.get(id(heading), 0.0) > _LONG_CHAPTER * page
    for heading in plan.headings[:1]:
        heading.new_page = True


def _place_contents(plan: Plan, flow: Flow, width: float) -> None:
    flow.place(CONTENTS_TOP, CONTENTS_TOP)
    for heading in plan.contents:
        height = contents_height(f"{heading.number} {heading.title}", heading.level, width)
        flow.place(height, height)


def _points(size: tuple[int, int]) -> tuple[float, float]:
    return size[0] / TWIPS, size[1] / TWIPS


def contents_xml(plan: Plan, look: Look) -> str:
    """Return the contents: a field that Word can renew, filled in and linked, so that it never asks to.

    It says page numbers only when they are known: which page a heading is on is for the program that lays out the
    pages to say, and no number is better than a wrong one. Whoever renews the contents in Word gets them.
    """
    lines = [_line(heading, look, plan.width if plan.numbered else 0) for heading in plan.contents]
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o '
        f'"1-{plan.depth}" \\h \\z '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    if not lines:
        return ""
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{start}", 1)
    lines[-1] = lines[-1].removesuffix("</w:p>") + end
    title = (
        f'<w:p><w:pPr><w:pStyle w:val="{look.ids["TOC Heading"]}"/><w:pageBreakBefore/>{UNNUMBERED}</w:pPr>'
        f"<w:r><w:t>{CONTENTS_TITLE}</w:t></w:r></w:p>"
    )
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        "</w:docPartObj>"
        f"</w:sdtPr><w:sdtContent>{title}{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _line(heading: Heading, look: Look, width: int) -> str:
    """Return a line of the contents; with its page number when it has a ``width``."""
    number = f"<w:r><w:t>{heading.number}</w:t></w:r><w:r><w:tab/></w:r>" if heading.number else ""
    tabs = page = ""
    if width:
        tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>'
        page = f"<w:r><w:tab/></w:r>{field(f'PAGEREF {heading.bookmark} {_LINKED}', str(heading.page))}"
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{look.ids[f"toc {heading.level}"]}"/>{tabs}</w:pPr>'
        f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{number}{run(heading.title)}{page}</w:hyperlink>'
        "</w:p>"
    )
