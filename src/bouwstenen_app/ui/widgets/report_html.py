"""A Report as chapters of simple HTML, for the pages on the screen. Word has its own renderer."""

import sys
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, NamedTuple

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
from bouwstenen_app.export.page_look import Heading, Letters, PageLook, PagePlan
from bouwstenen_app.ui.widgets.card_sheets import card_sheets
from bouwstenen_app.ui.widgets.chart_svg import chart_svg

QUIET: Final = "#4A5665"
LINE: Final = "#D4DADA"
MARKED: Final = ("text:", f"{BLOCK}:", f"{BUNDLE}:")
"""The sources of what a person can do something with on the page."""
SPACE: Final = '<p style="font-size:5px">&nbsp;</p>'
LINES_ABOVE_TITLE: Final = 9
INDENT: Final = 22
DEEPEST: Final = 4
"""The lowest level of heading."""
PIECE: Final = 9_000
"""Characters of HTML that are laid out in one go: some hundredths of a second."""
CARDS_AT_MOST: Final = 300
"""How many blocks the pages on the screen show in all; Word has them all. More would hold up the window."""
FEWEST_CARDS: Final = 5
"""How many blocks of one section they show at least."""
FALLBACKS: Final = ("Calibri", "Carlito", "Segoe UI", "Noto Sans", "DejaVu Sans")
PIXELS: Final = 96 / 72
"""Pixels of the pages in a point."""


def style_of(look: PageLook) -> str:
    """Return the style sheet of the pages in the look of a template."""
    rules = {"body": "Normal", "p.title": "Title", "p.subtitle": "Subtitle"}
    rules |= {f"h{level}": f"heading {level}" for level in range(1, DEEPEST + 1)}
    letters = "".join(
        f"{rule} {{ {_letters(look.letters[name])} }}" for rule, name in rules.items() if name in look.letters
    )
    text = round((look.letters["Normal"].size if "Normal" in look.letters else 11) * PIXELS)
    return letters + (
        "body { line-height: 128%; } h1 { margin: 0 0 12px 0; } h2 { margin: 20px 0 6px 0; }"
        "h3, h4 { margin: 16px 0 4px 0; } p { margin: 0 0 7px 0; } p.title { margin-bottom: 10px; }"
        "p.subtitle { margin-bottom: 18px; } p.fact { margin-bottom: 3px; } p.warning { margin-top: 18px; }"
        f"p.lead {{ font-size: {text + 1}px; }} a {{ text-decoration: none; }}"
        f"p.note, p.provenance {{ color: {QUIET}; font-size: {text - 2}px; }}"
        "p.label, p.caption { font-weight: 600; margin-top: 10px; }"
        f"p.entry {{ margin: 0; font-size: {text - 1}px; line-height: 110%; }}"
        f"span.cell {{ font-size: {text - 2}px; }} p.quote {{ margin-left: 18px; font-style: italic; }}"
        "p.summary, p.interpretation, p.minority { margin-left: 18px; }"
    )


def _letters(letters: Letters) -> str:
    size, weight = round(letters.size * PIXELS), 700 if letters.bold else 400
    return f"font-size: {size}px; color: #{letters.colour}; font-weight: {weight}; {_family(letters)}"


def _family(letters: Letters) -> str:
    """Return the font of a style, and those to take when this computer does not have it."""
    names = ", ".join(f"'{name.replace(chr(39), '')}'" for name in (letters.family, *FALLBACKS) if name)
    return f"font-family: {names};"


class Chapter(NamedTuple):
    """What begins on a new page."""

    html: str
    landscape: bool = False
    """Its pages lie on their side."""
    bare: bool = False
    """Its pages have hardly a margin: cards that are cut out."""
    follows: bool = False
    """It goes on on the page of what is before it."""


def chapters(
    report: Report, look: PageLook, plan: PagePlan, *, complete: bool = False, pieces: bool = False
) -> Iterator[Chapter]:
    """Yield what stands on pages of its own: the title page, the contents, chapters, and sheets of cards.

    Numbers, levels, contents and new pages are those that Word gets (``plan``), in the look of its template. Only
    when it is ``complete`` are all blocks and cards there: pages on a screen have no need of thousands. With
    ``pieces`` a long chapter comes in pieces that follow each other on a page: each is quick to lay out.
    """
    style = style_of(look)
    for chapter in _chapters(report, look, plan, complete=complete, longest=PIECE if pieces else sys.maxsize):
        yield chapter._replace(html=f"<html><head><style>{style}</style></head><body>{chapter.html}</body></html>")


def _chapters(report: Report, look: PageLook, plan: PagePlan, *, complete: bool, longest: int) -> Iterator[Chapter]:
    shown = sys.maxsize if complete else _cards_shown(report.sections)
    begun = [_cover(report.cover, compact=report.compact)]
    landscape = follows = False
    numbers = Counter[str]()
    if not report.compact:
        yield Chapter(begun.pop())
        if plan.contents:
            yield Chapter(_contents(plan.contents))
    for section, heading in zip(report.sections, plan.headings, strict=True):
        if heading.landscape != landscape or (heading.new_page and not report.compact):
            if begun:
                yield Chapter("".join(begun), landscape, follows=follows)
            begun, follows = [], False
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


def _cover(cover: TitlePage, *, compact: bool) -> str:
    lines = [] if compact else ["<p>&nbsp;</p>" * LINES_ABOVE_TITLE]
    lines.append(f'<p class="title">{_text(cover.title)}</p>')
    if cover.subtitle:
        lines.append(f'<p class="subtitle">{_text(cover.subtitle)}</p>')
    facts = (
        ("Status", cover.status),
        ("Datum", cover.date),
        ("Opgesteld door", cover.author),
        ("Verspreiding", cover.circulation),
    )
    lines += [f'<p class="fact"><b>{label}:</b> {_text(fact)}</p>' for label, fact in facts if fact]
    if cover.notice:
        lines.append(f'<p class="warning"><b>{_text(cover.notice)}</b></p>')
    return "".join(lines)


def _contents(headings: Sequence[Heading]) -> str:
    """Return the contents; without pages, as in Word: no number is better than a wrong one."""
    lines = ["<h1>Inhoud</h1>"]
    for heading in headings:
        indent = INDENT * (heading.level - 1)
        title = _text(f"{heading.number} {heading.title}".strip())
        weight = f"<b>{title}</b>" if heading.level == 1 else title
        lines.append(f'<p class="entry" style="margin-left:{indent}px">{weight}</p>')
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
            return f'<p class="{escape(item.role)}">{_marked(item.source, _runs(item.runs))}</p>'
        case Listing():
            kind = "ol" if item.numbered else "ul"
            lines = "".join(f"<li>{_marked(item.source, _runs(runs))}</li>" for runs in item.items)
            return f"<{kind}>{lines}</{kind}>"
        case Table():
            return _table(item, look, numbers[Table.__name__])
        case Figure():
            return _figure(item, look, numbers[Figure.__name__], landscape=heading.landscape)
        case Card():
            return _card(item, min(heading.level + 1, DEEPEST))


def _marked(source: str, text: str) -> str:
    """Return a text that can be found again on the page by its source."""
    return f'<a name="{escape(source)}">{text}</a>' if text and source.startswith(MARKED) else text


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text


def _table(table: Table, look: PageLook, number: int) -> str:
    total = sum(table.widths)
    widths = [f' width="{100 * width / total:.0f}%"' for width in table.widths] or [""] * len(table.header)
    cells = zip(table.header, widths, strict=True)
    header = "".join(
        f'<td{width} align="{_align(table, place)}" bgcolor="#{look.accent}">'
        f'<span class="cell" style="color:#FFFFFF; font-weight:600">{_text(text)}</span></td>'
        for place, (text, width) in enumerate(cells)
    )
    rows = "".join(
        f"<tr>{''.join(_cell(cell, _align(table, place), look) for place, cell in enumerate(row))}</tr>"
        for row in table.rows
    )
    return (
        f'<p class="caption">Tabel {number}. {_text(table.caption)}</p>'
        f'<table width="100%" cellspacing="0" cellpadding="4" border="1" '
        f'style="border-collapse:collapse; border-color:{LINE}">'
        f"<thead><tr>{header}</tr></thead>{rows}</table>{SPACE}"
    )


def _align(table: Table, place: int) -> str:
    return "right" if place in table.numeric else "left"


def _cell(cell: Cell, align: str, look: PageLook) -> str:
    text = _text(cell.text)
    if cell.bold:
        text = f"<b>{text}</b>"
    if not cell.shade:
        return f'<td align="{align}"><span class="cell">{text}</span></td>'
    tint, ink = look.shades[cell.shade]
    text = f'<span class="cell" style="color:#{ink}">{text}</span>'
    return f'<td align="{align}" bgcolor="#{tint}">{text}</td>'


def _figure(figure: Figure, look: PageLook, number: int, *, landscape: bool) -> str:
    """Return a drawing of a figure with its caption below it, as wide as the text."""
    across = look.paper[1] if landscape else look.paper[0]
    width = round((across - look.margins[0] - look.margins[2]) * PIXELS)
    drawn, high = chart_svg(figure, width, look.accent)
    data = b64encode(drawn.encode()).decode()
    source = f"data:image/svg+xml;base64,{data}"
    return (
        f'<p style="line-height:100%"><img src="{source}" width="{width}" height="{high}"></p>'
        f'<p class="caption">Figuur {number}. {_text(figure.caption)}</p>'
    )


def _card(card: Card, level: int) -> str:
    title = f"{card.spoken_id} {card.title}".strip()
    parts = [f"<h{level}>{_marked(card.source, _text(title))}</h{level}>"]
    parts += [f"<p>{f'<b>{_text(label)}</b> ' if label else ''}{_text(text)}</p>" for label, text in card.parts]
    parts += [f'<p class="minority"><b>{MINORITY}</b> {_text(card.minority)}</p>'] if card.minority else []
    parts += [f'<p class="note">{_text(card.tags)}</p>'] if card.tags else []
    parts += [f'<p class="provenance">{_text(card.provenance)}</p>'] if card.provenance else []
    said = "".join(parts)
    return _beside(said, card.beside) if card.beside else said


def _beside(said: str, lines: Sequence[str]) -> str:
    """Return a card with a wide column for remarks at its right."""
    asked = "".join(f"<p>{f'<b>{_text(line)}</b>' if line.endswith(':') else _text(line)}</p>" for line in lines)
    return (
        f'<table width="100%" cellspacing="0" cellpadding="6" border="1" '
        f'style="border-collapse:collapse; border-color:{LINE}">'
        f'<tr><td width="62%">{said}</td><td width="38%">{asked}</td></tr></table>'
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
