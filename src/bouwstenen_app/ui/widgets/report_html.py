"""A Report as chapters of simple HTML, for the pages on the screen. Word has its own renderer."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

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

INK: Final = "#16202A"
QUIET: Final = "#4A5665"
ACCENT: Final = "#0B5A5C"
LINE: Final = "#D4DADA"
SHADES: Final = ("", "#E4EEED", "#BFD6D5", "#8FB6B5", "#4E8788", "#0B5A5C")
"""The tint of a cell by its step of shade; text on the last two is white."""
DARK_FROM: Final = 4
LONGEST_BAR: Final = 40
"""In full blocks, the characters that a bar is made of."""
SPACE: Final = '<p style="font-size:5px">&nbsp;</p>'
LINES_ABOVE_TITLE: Final = 9
CARDS_AT_MOST: Final = 300
"""How many blocks the pages on the screen show in all; Word has them all. More would hold up the window."""
FEWEST_CARDS: Final = 5
"""How many blocks of one section they show at least."""

STYLE: Final = f"""
body {{ color: {INK}; font-size: 14px; line-height: 132%; }}
h1 {{ color: {ACCENT}; font-size: 24px; margin: 0 0 12px 0; }}
h2 {{ color: {INK}; font-size: 18px; margin: 20px 0 6px 0; }}
h3 {{ color: {INK}; font-size: 15px; margin: 16px 0 4px 0; }}
p {{ margin: 0 0 7px 0; }}
p.lead {{ font-size: 15px; }}
p.note, p.provenance {{ color: {QUIET}; font-size: 12px; }}
p.label, p.caption {{ font-weight: 600; margin-top: 10px; }}
p.entry {{ margin: 0 0 2px 0; font-size: 13px; line-height: 115%; }}
span.cell {{ font-size: 12px; }}
p.quote {{ margin-left: 18px; font-style: italic; }}
p.summary, p.interpretation, p.minority {{ margin-left: 18px; }}
"""


def chapters(report: Report) -> Iterator[str]:
    """Yield the HTML of the title page, the contents, and every chapter: each begins on a new page."""
    yield _page(_cover(report.cover))
    if report.sections:
        yield _page(_contents(report.sections))
    shown = _cards_shown(report.sections)
    for chapter in _chapters(report.sections):
        yield _page("".join(_section(number, section, shown) for number, section in chapter))


def _cards_shown(sections: Sequence[Section]) -> int:
    """Return how many blocks of each section there is room for."""
    counts = [count for section in sections if (count := sum(isinstance(item, Card) for item in section.items))]
    if sum(counts) <= CARDS_AT_MOST:
        return CARDS_AT_MOST
    return max(FEWEST_CARDS, CARDS_AT_MOST // len(counts))


def _page(body: str) -> str:
    return f"<html><head><style>{STYLE}</style></head><body>{body}</body></html>"


def _cover(cover: TitlePage) -> str:
    lines = ["<p>&nbsp;</p>" * LINES_ABOVE_TITLE]
    lines.append(f'<p style="font-size:34px; font-weight:700; color:{ACCENT}">{_text(cover.title)}</p>')
    if cover.subtitle:
        lines.append(f'<p style="font-size:18px; color:{QUIET}">{_text(cover.subtitle)}</p>')
    lines.append("<p>&nbsp;</p>")
    facts = (cover.status, cover.date, cover.author, cover.circulation)
    lines += [f"<p>{_text(fact)}</p>" for fact in facts if fact]
    if cover.notice:
        lines.append(f'<p>&nbsp;</p><p style="font-weight:600">{_text(cover.notice)}</p>')
    return "".join(lines)


def _contents(sections: Sequence[Section]) -> str:
    lines = ["<h1>Inhoud</h1>"]
    for number, section in _numbered(sections):
        if section.level <= 2:
            indent = 22 * (section.level - 1)
            weight = 600 if section.level == 1 else 400
            title = _text(f"{number} {section.title}".strip())
            style = f"margin-left:{indent}px; font-weight:{weight}"
            lines.append(f'<p class="entry" style="{style}">{title}</p>')
    return "".join(lines)


def _chapters(sections: Sequence[Section]) -> Iterator[list[tuple[str, Section]]]:
    chapter: list[tuple[str, Section]] = []
    for number, section in _numbered(sections):
        if section.level == 1 and chapter:
            yield chapter
            chapter = []
        chapter.append((number, section))
    if chapter:
        yield chapter


def _numbered(sections: Sequence[Section]) -> Iterator[tuple[str, Section]]:
    counts = [0, 0, 0]
    for section in sections:
        if not section.numbered:
            yield "", section
            continue
        place = section.level - 1
        counts[place] += 1
        counts[place + 1 :] = [0] * (2 - place)
        yield ".".join(map(str, counts[: place + 1])), section


def _section(number: str, section: Section, shown: int) -> str:
    heading = _text(f"{number} {section.title}".strip())
    parts = [f"<h{section.level}>{heading}</h{section.level}>"]
    cards = 0
    for item in section.items:
        cards += isinstance(item, Card)
        if isinstance(item, Card) and cards > shown:
            continue
        parts.append(_item(item))
    if cards > shown:
        more = cards - shown
        parts.append(f'<p class="note">En nog {more} bouwstenen; ze staan allemaal in het Word-bestand.</p>')
    return "".join(parts)


def _item(item: Item) -> str:
    match item:
        case Paragraph():
            return f'<p class="{escape(item.role)}">{_runs(item.runs)}</p>'
        case Listing():
            kind = "ol" if item.numbered else "ul"
            return f"<{kind}>{''.join(f'<li>{_runs(runs)}</li>' for runs in item.items)}</{kind}>"
        case Table():
            return _table(item)
        case Figure():
            return _figure(item)
        case Card():
            return _card(item)


def _runs(runs: Sequence[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = _text(run.text)
    if run.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text


def _table(table: Table) -> str:
    total = sum(table.widths)
    widths = [f' width="{100 * width / total:.0f}%"' for width in table.widths] or [""] * len(table.header)
    cells = zip(table.header, widths, strict=True)
    header = "".join(
        f'<td{width} align="{_align(table, place)}" bgcolor="{ACCENT}">'
        f'<span class="cell" style="color:#FFFFFF; font-weight:600">{_text(text)}</span></td>'
        for place, (text, width) in enumerate(cells)
    )
    rows = "".join(
        f"<tr>{''.join(_cell(cell, _align(table, place)) for place, cell in enumerate(row))}</tr>"
        for row in table.rows
    )
    return (
        f'<p class="caption">{_text(table.caption)}</p>'
        f'<table width="100%" cellspacing="0" cellpadding="4" border="1" '
        f'style="border-collapse:collapse; border-color:{LINE}">'
        f"<tr>{header}</tr>{rows}</table>{SPACE}"
    )


def _align(table: Table, place: int) -> str:
    return "right" if place in table.numeric else "left"


def _cell(cell: Cell, align: str) -> str:
    text = _text(cell.text)
    if cell.bold:
        text = f"<b>{text}</b>"
    if not cell.shade:
        return f'<td align="{align}"><span class="cell">{text}</span></td>'
    ink = "#FFFFFF" if cell.shade >= DARK_FROM else INK
    text = f'<span class="cell" style="color:{ink}">{text}</span>'
    return f'<td align="{align}" bgcolor="{SHADES[cell.shade]}">{text}</td>'


def _figure(figure: Figure) -> str:
    highest = max((value for _, value in figure.bars), default=0) or 1
    rows = "".join(_bar(label, value, round(LONGEST_BAR * value / highest)) for label, value in figure.bars)
    return (
        f'<p class="caption">{_text(figure.caption)}</p>'
        f'<table width="100%" cellspacing="0" cellpadding="3">{rows}</table>{SPACE}'
    )


def _bar(label: str, value: int, width: int) -> str:
    bar = f'<span style="color:{ACCENT}; font-size:10px">{"█" * max(width, 1)}</span>'
    return (
        f'<tr><td width="34%"><span class="cell">{_text(label)}</span></td>'
        f'<td width="8%" align="right"><span class="cell">{value}</span></td><td>{bar}</td></tr>'
    )


def _card(card: Card) -> str:
    title = " ".join(filter(None, (card.title, f"({card.spoken_id})" if card.spoken_id else "")))
    parts = [f"<h3>{_text(title)}</h3>"]
    parts += [f"<p>{f'<b>{_text(label)}</b> ' if label else ''}{_text(text)}</p>" for label, text in card.parts]
    parts += [f'<p class="minority"><b>{MINORITY}</b> {_text(card.minority)}</p>'] if card.minority else []
    parts += [f'<p class="note">{_text(card.tags)}</p>'] if card.tags else []
    parts += [f'<p class="provenance">{_text(card.provenance)}</p>'] if card.provenance else []
    return "".join(parts)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
