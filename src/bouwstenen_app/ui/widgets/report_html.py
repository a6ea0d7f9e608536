"""A Report as chapters of simple HTML, for the pages on the screen. Word has its own renderer."""

import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from bouwstenen_app.domain.anchors import BLOCK, BUNDLE
from bouwstenen_app.domain.report import (
    MINORITY,
    Card,
    Cell,
    Figure,
    Item,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
)
from bouwstenen_app.export.page_look import Heading, PageLook, PagePlan
from bouwstenen_app.ui.widgets.card_sheets import card_sheets
from bouwstenen_app.ui.widgets.chart_svg import chart_svg
from bouwstenen_app.ui.widgets.report_chapters import Chapter, chapters_around
from bouwstenen_app.ui.widgets.report_links import with_live_links
from bouwstenen_app.ui.widgets.report_style import LINE, PIXELS, ROLES, above, framed, gap, style_of

MARKED: Final = ("text:", f"{BLOCK}:", f"{BUNDLE}:")
"""The sources of what a person can do something with on the page."""
AFTER_TABLE: Final = 8
"""Points."""
TWIPS: Final = 20
"""In a point."""
DEEPEST: Final = 4
"""The lowest level of heading."""
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
            begun.append(above(look, f"heading {heading.level}"))
        landscape = heading.landscape
        for part in _section(section, heading, shown, look, numbers):
            if begun and sum(map(len, begun)) + len(part) > longest:
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
    lines = [above(look, ROLES[role]), framed(role, _text(cover.title), look)]
    if cover.subtitle:
        lines.append(framed("subtitle", _text(cover.subtitle), look))
    facts = (
        ("Status", cover.status),
        ("Datum", cover.date),
        ("Opgesteld door", cover.author),
        ("Verspreiding", cover.circulation),
    )
    lines += [f'<p class="fact"><b>{label}:</b> {_text(fact)}</p>' for label, fact in facts if fact]
    if cover.notice:
        lines.append(framed("warning", _text(cover.notice), look))
    return "".join(lines)


def _contents(headings: Sequence[Heading]) -> str:
    """Return the contents; without pages, as in Word: no number is better than a wrong one."""
    lines = ['<p class="contents">Inhoud</p>']
    for heading in headings:
        title = _text(f"{heading.number} {heading.title}".strip())
        lines.append(f'<p class="entry{min(heading.level, 2)}">{title}</p>')
    return "".join(lines)


def _section(
    section: Section, heading: Heading, shown: int, look: PageLook, numbers: Counter[str]
) -> Iterator[str]:
    """Yield the heading with what comes after it, and every other item."""
    title = _text(f"{heading.number} {section.title}".strip())
    before = f"<h{heading.level}>{title}</h{heading.level}>"
    cards = 0
    for item in section.items:
        cards += isinstance(item, Card)
        if isinstance(item, Card) and cards > shown:
            continue
        yield before + _item(item, heading, look, numbers)
        before = ""
    if before:
        yield before
    if cards > shown:
        more = cards - shown
        yield f'<p class="note">En nog {more} bouwstenen; ze staan allemaal in het Word-bestand.</p>'


def _item(item: Item, heading: Heading, look: PageLook, numbers: Counter[str]) -> str:
    numbers[type(item).__name__] += 1
    match item:
        case Paragraph():
            return framed(item.role, _marked(item.source, _runs(item.runs)), look)
        case Listing():
            kind = "ol" if item.numbered else "ul"
            lines = "".join(f"<li>{_marked(item.source, _runs(runs))}</li>" for runs in item.items)
            return f"<{kind}>{lines}</{kind}>"
        case Table():
            return _table(item, look, numbers[Table.__name__], landscape=heading.landscape)
        case Figure():
            return _figure(item, look, numbers[Figure.__name__], landscape=heading.landscape)
        case Card():
            return _card(item, min(heading.level + 1, DEEPEST), look)


def _marked(source: str, text: str) -> str:
    """Return a text that can be found again on the page by its source."""
    return f'<a name="{escape(source)}">{text}</a>' if text and source.startswith(MARKED) else text


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.bold:
        text = f"<b>{text}</b>"
    text = f"<i>{text}</i>" if run.italic else text
    return f'<span class="link">{text}</span>' if run.link else text


def _table(table: Table, look: PageLook, number: int, *, landscape: bool) -> str:
    from bouwstenen_app.export.word_tables import column_widths  # slow to import, and only needed here

    total = round(look.across(landscape=landscape) * TWIPS)
    widths = [f' width="{100 * width / total:.1f}%"' for width in column_widths(table, total, look.letter)]
    cells = zip(table.header, widths, strict=True)
    header = "".join(
        f'<td{width} align="{_align(table, place)}" bgcolor="#{look.accent}">'
        f'<p class="cell" style="color:#FFFFFF; font-weight:700">{_text(text)}</p></td>'
        for place, (text, width) in enumerate(cells)
    )
    rows = "".join(
        f"<tr>{''.join(_cell(cell, _align(table, place), look) for place, cell in enumerate(row))}</tr>"
        for row in table.rows
    )
    return (
        f'<p class="caption">Tabel {number}. {_text(table.caption)}</p>'
        '<table width="100%" cellspacing="0" cellpadding="3" style="border-collapse:collapse">'
        f"<thead><tr>{header}</tr></thead>{rows}</table>{gap(AFTER_TABLE)}"
    )


def _align(table: Table, place: int) -> str:
    return "right" if place in table.numeric else "left"


def _cell(cell: Cell, align: str, look: PageLook) -> str:
    text = _run(Run(cell.text, bold=cell.bold, link=cell.link))
    if not cell.shade:
        return f'<td class="cell" align="{align}"><p class="cell">{text}</p></td>'
    tint, ink = look.shades[cell.shade]
    text = f'<p class="cell" style="color:#{ink}">{text}</p>'
    return f'<td class="cell" align="{align}" bgcolor="#{tint}">{text}</td>'


def _figure(figure: Figure, look: PageLook, number: int, *, landscape: bool) -> str:
    """Return a drawing of a figure with its caption below it, as wide as the text."""
    width = round(look.across(landscape=landscape) * PIXELS)
    drawn, high = chart_svg(figure, width, look.accent)
    data = b64encode(drawn.encode()).decode()
    source = f"data:image/svg+xml;base64,{data}"
    return (
        f'<p class="figure" style="line-height:100%"><img src="{source}" width="{width}" height="{high}"></p>'
        f'<p class="caption">Figuur {number}. {_text(figure.caption)}</p>'
    )


def _card(card: Card, level: int, look: PageLook) -> str:
    number = f'<span class="number">{_text(card.spoken_id)}</span> ' if card.spoken_id else ""
    parts = [f"<h{level}>{_marked(card.source, number + _text(card.title))}</h{level}>"]
    parts += [f'<p class="body">{_part(label)}{_text(text)}</p>' for label, text in card.parts]
    parts += [framed("minority", f"<b>{MINORITY}</b> {_text(card.minority)}", look)] if card.minority else []
    parts += [f'<p class="tags">{_text(card.tags)}</p>'] if card.tags else []
    parts += [f'<p class="provenance">{_text(card.provenance)}</p>'] if card.provenance else []
    said = "".join(parts)
    return _beside(said, card.beside) if card.beside else said


def _part(label: str) -> str:
    return f'<span class="part">{_text(label)}</span> ' if label else ""


def _beside(said: str, lines: Sequence[str]) -> str:
    """Return a card with a wide column for remarks at its right."""
    asked = "".join(
        f'<p class="body">{f"<b>{_text(line)}</b>" if line.endswith(":") else _text(line)}</p>' for line in lines
    )
    return (
        f'<table width="100%" cellspacing="0" cellpadding="6" border="1" '
        f'style="border-collapse:collapse; border-color:{LINE}">'
        f'<tr><td width="62%">{said}</td><td width="38%">{asked}</td></tr></table>'
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
