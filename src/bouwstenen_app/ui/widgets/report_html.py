"""A Report as chapters of simple HTML, for the pages on the screen. Word has its own renderer."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from bouwstenen_app.domain.report import Card, Figure, Item, Listing, Paragraph, Report, Section, Table, TitlePage
from bouwstenen_app.export.page_look import Heading, PageLook, PagePlan
from bouwstenen_app.ui.widgets.card_sheets import card_sheets
from bouwstenen_app.ui.widgets.report_chapters import Chapter, chapters_around
from bouwstenen_app.ui.widgets.report_items import (
    card_html,
    figure_html,
    listing,
    marked,
    numbered,
    runs_html,
    table_html,
    text_html,
)
from bouwstenen_app.ui.widgets.report_links import with_live_links
from bouwstenen_app.ui.widgets.report_style import LABEL, ROLES, above, paragraph, style_of

DEEPEST: Final = 4
"""The lowest level of heading."""
HEADINGS: Final = tuple(f"</h{level}>" for level in range(1, 6))
PIECE: Final = 9_000
"""Characters of HTML that are laid out in one go: some hundredths of a second."""
CARDS_AT_MOST: Final = 300
"""How many blocks the pages on the screen show in all; Word has them all. More would hold up the window."""
FEWEST_CARDS: Final = 5
"""How many blocks of one section they show at least."""


def chapters(
    report: Report, look: PageLook, plan: PagePlan, *, complete: bool = False, pieces: bool = False
) -> Iterator[Chapter]:
    """Yield what stands on pages of its own: the title page, the contents, chapters, and sheets of cards.

    Numbers, levels, contents and new pages are those that Word gets (``plan``), in the look of its template. Only
    when it is ``complete`` are all blocks and cards there: pages on a screen have no need of thousands. With
    ``pieces`` a long chapter comes in pieces that follow each other on a page: each is quick to lay out.
    """
    style = style_of(look)
    found = _chapters(
        with_live_links(report), look, plan, complete=complete, longest=PIECE if pieces else sys.maxsize
    )
    for chapter in chapters_around(found, plan, below=report.compact or not plan.titled):
        html = f"<html><head><style>{style}</style></head><body>{chapter.html}</body></html>"
        yield chapter if chapter.blocks else chapter._replace(html=html)


def _chapters(report: Report, look: PageLook, plan: PagePlan, *, complete: bool, longest: int) -> Iterator[Chapter]:
    shown = sys.maxsize if complete else _cards_shown(report.sections)
    begun = [] if plan.titled else [_cover(report.cover, look, compact=report.compact)]
    landscape = follows = False
    room = ""
    numbers = Counter[str]()
    if not report.compact:
        yield from map(Chapter, begun)
        begun = []
        if plan.contents:
            yield Chapter(_contents(plan.contents))
    for section, heading in zip(report.sections, plan.headings, strict=True):
        if heading.landscape != landscape or heading.new_page:
            if begun:
                yield Chapter("".join(begun), landscape, follows=follows)
            begun, follows = [], False
        if not begun:
            begun.append(room := above(look, f"heading {heading.level}"))
        landscape = heading.landscape
        for part in _section(section, heading, shown, look, numbers):
            alone = begun == [room] or (begun and begun[-1].endswith(HEADINGS))
            if begun and not alone and sum(map(len, begun)) + len(part) > longest:
                yield Chapter("".join(begun), landscape, follows=follows)
                begun, follows = [], True
            begun.append(part)
    if begun:
        yield Chapter("".join(begun), landscape, follows=follows)
    yield from (Chapter(sheet, bare=True) for sheet in card_sheets(report.cards, complete=complete))


def _cards_shown(sections: Sequence[Section]) -> int:
    """Return how many blocks of each section there is room for."""
    counts = [count for section in sections if (count := sum(isinstance(item, Card) for item in section.items))]
    if sum(counts) <= CARDS_AT_MOST:
        return CARDS_AT_MOST
    return max(FEWEST_CARDS, CARDS_AT_MOST // len(counts))


def _cover(cover: TitlePage, look: PageLook, *, compact: bool) -> str:
    role = "above" if compact else "title"
    lines = [above(look, ROLES[role]), paragraph(role, text_html(cover.title), keep=True)]
    lines += [paragraph("subtitle", text_html(line)) for line in cover.subtitle.splitlines() if line.strip()]
    facts = (
        ("Status", cover.status),
        ("Datum", cover.date),
        ("Opgesteld door", cover.author),
        ("Verspreiding", cover.circulation),
    )
    lines += [paragraph("fact", f"<b>{label}:</b> {text_html(fact)}") for label, fact in facts if fact]
    lines += [paragraph("warning", text_html(line)) for line in cover.notice.splitlines() if line.strip()]
    return "".join(lines)


def _contents(headings: Sequence[Heading]) -> str:
    """Return the contents; without pages, as in Word: no number is better than a wrong one."""
    lines = ['<p class="contents">Inhoud</p>']
    for heading in headings:
        number = f"{heading.number}\t" if heading.number else ""
        lines.append(paragraph(f"entry{min(heading.level, 2)}", number + text_html(heading.title)))
    return "".join(lines)


def _section(
    section: Section, heading: Heading, shown: int, look: PageLook, numbers: Counter[str]
) -> Iterator[str]:
    """Yield the heading with what comes after it, and every other item with what it must stay with."""
    before = f"<h{heading.level}>{text_html(numbered(heading, look))}{text_html(section.title)}</h{heading.level}>"
    cards = 0
    behind = False
    for item, following in zip_longest(section.items, section.items[1:]):
        cards += isinstance(item, Card)
        if isinstance(item, Card) and cards > shown:
            continue
        if isinstance(item, Paragraph) and isinstance(following, Table | Figure):
            item = replace(item, keep_with_next=True)
        before += _item(item, heading, look, numbers, behind=behind)
        behind = isinstance(item, Table)
        if isinstance(item, Paragraph) and (item.keep_with_next or item.role == LABEL) and following is not None:
            continue
        yield before
        before = ""
    if before:
        yield before
    if cards > shown:
        more = cards - shown
        yield f'<p class="note">En nog {more} bouwstenen; ze staan allemaal in het Word-bestand.</p>'


def _item(item: Item, heading: Heading, look: PageLook, numbers: Counter[str], *, behind: bool) -> str:
    numbers[type(item).__name__] += 1
    match item:
        case Paragraph():
            role = "behind" if behind and item.role == "body" else item.role
            return paragraph(role, marked(item.source, runs_html(item.runs)), keep=item.keep_with_next)
        case Listing():
            lines = [marked(item.source, runs_html(runs)) for runs in item.items]
            return listing(lines, look, numbered=item.numbered)
        case Table():
            return table_html(item, look, numbers[Table.__name__], landscape=heading.landscape)
        case Figure():
            return figure_html(item, look, numbers[Figure.__name__], landscape=heading.landscape)
        case Card():
            return card_html(item, min(heading.level + 1, DEEPEST), look, landscape=heading.landscape)
