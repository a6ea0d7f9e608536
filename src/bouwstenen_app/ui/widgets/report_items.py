"""Lists, tables, figures and cards of a report as simple HTML, each as Word gets it."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from bouwstenen_app.domain.anchors import BLOCK, BUNDLE
from bouwstenen_app.domain.report import EMPTY, MINORITY, Card, Cell, Figure, Run, Table
from bouwstenen_app.export.page_look import Heading, Mark, PageLook
from bouwstenen_app.ui.widgets.chart_svg import chart_svg
from bouwstenen_app.ui.widgets.page_edges import written
from bouwstenen_app.ui.widgets.report_style import (
    CELL_END,
    CELL_ROOM,
    CELL_SIDE,
    KEPT,
    LINE,
    PIXELS,
    ROLES,
    STATES,
    paragraph,
    units,
)
from bouwstenen_app.ui.widgets.wrapped_text import SOFT_HYPHEN

MARKED: Final = ("text:", f"{BLOCK}:", f"{BUNDLE}:")
"""The sources of what a person can do something with on the page."""
TWIPS: Final = 20
"""In a point."""
BREAK: Final = "-\u200b"
"""Word goes on on a next line behind every hyphen, Qt not before a figure."""
_NUMBERED: Final = re.compile(r"-(?=\d)")
_INSET: Final = (4.0, 8.0)
"""Points above and below, and at the side of a card with a column beside it."""
_ASKED: Final = (6.0, 8.0)
"""The same of that column, above and at its left."""
_EDGE: Final = 0.5
"""Points of the line between them."""


def listing(lines: Sequence[str], look: PageLook, *, numbered: bool) -> str:
    """Return a list, marked as the template marks it."""
    role = "counted" if numbered else "bullet"
    mark = look.marks.get(ROLES[role], Mark("%1." if numbered else "•", ("decimal",), "\t"))
    said = (f"{text_html(_shown(mark, (number,)))}{line}" for number, line in enumerate(lines, 1))
    return "".join(paragraph(role, line) for line in said)


def numbered(heading: Heading, look: PageLook) -> str:
    """Return the number before a heading as the template writes it, with what stands behind it."""
    mark = look.marks.get(f"heading {heading.level}")
    if not heading.number or mark is None:
        return ""
    return _shown(mark, tuple(map(int, heading.number.split("."))))


def _shown(mark: Mark, numbers: Sequence[int]) -> str:
    said = mark.text
    for level, number in enumerate(numbers):
        form = mark.forms[level] if level < len(mark.forms) else ""
        said = said.replace(f"%{level + 1}", written(number, form))
    return said + mark.between


def table_html(table: Table, look: PageLook, number: int, *, landscape: bool) -> str:
    """Return a table with its caption, in the columns that Word gives it."""
    from bouwstenen_app.export.word_tables import (  # slow to import, and only needed here
        broken_title,
        column_widths,
        is_shaded,
        kept_rows,
    )

    total = round(look.across(landscape=landscape) * TWIPS)
    shaded, kept = is_shaded(table), kept_rows(table)
    widths = [f' width="{units(width / TWIPS)}"' for width in column_widths(table, total, look.letter)]
    cells = zip(table.header, widths, strict=True)
    kind = "tint" if shaded else "cell"
    above = f'<td class="{"tint" if shaded else "head"}" valign="bottom" bgcolor="#{look.accent}"'
    header = "".join(
        f'{above}{width} align="{_align(table, place, shaded=shaded)}"><p class="head" style="color:#FFFFFF">'
        f"{text_html(SOFT_HYPHEN.join(broken_title(text or EMPTY)))}</p></td>"
        for place, (text, width) in enumerate(cells)
    )
    rows = "".join(
        f"<tr>{''.join(_cells(table, row, look, kind, keep=place in kept))}</tr>"
        for place, row in enumerate(table.rows)
    )
    return (
        f"{paragraph('caption', f'Tabel {number}. {text_html(table.caption)}', keep=True)}"
        '<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse">'
        f"<thead><tr>{header}</tr></thead>{rows}</table>"
    )


def _align(table: Table, place: int, *, shaded: bool) -> str:
    if place not in table.numeric:
        return "left"
    return "center" if shaded else "right"


def _cells(table: Table, row: Sequence[Cell], look: PageLook, kind: str, *, keep: bool) -> Iterator[str]:
    full = (*row, *(Cell(EMPTY),) * (len(table.header) - len(row)))
    for place, cell in enumerate(full[: len(table.header)]):
        yield _cell(cell, _align(table, place, shaded=kind == "tint"), look, kind, keep=keep)


def _cell(cell: Cell, align: str, look: PageLook, kind: str, *, keep: bool) -> str:
    ink = tint = ""
    if cell.shade:
        colour, letters = look.shades[min(cell.shade, len(look.shades) - 1)]
        tint, ink = f' bgcolor="#{colour}"', f"color:#{letters};"
    state = f"-qt-user-state:{KEPT + STATES[ROLES['cell']]};" if keep else ""
    look_of = f' style="{ink}{state}"' if ink or state else ""
    middle = ' valign="middle"' if kind == "tint" else ""
    lines = [line for line in cell.text.splitlines() if line.strip()] or [EMPTY]
    said = (run_html(Run(line, bold=cell.bold, link=cell.link)) for line in lines)
    text = "".join(f'<p class="cell"{look_of}>{line}</p>' for line in said)
    return f'<td class="{kind}"{middle} align="{align}"{tint}>{text}</td>'


def figure_html(figure: Figure, look: PageLook, number: int, *, landscape: bool) -> str:
    """Return a drawing of a figure with its caption below it, as wide and as high as Word has it."""
    from bouwstenen_app.export.word_space import chart_height  # slow to import, and only needed here

    across = look.across(landscape=landscape)
    drawn, _ = chart_svg(figure, round(across * PIXELS), look.accent)
    data = b64encode(drawn.encode()).decode()
    source = f"data:image/svg+xml;base64,{data}"
    wide, high = units(across), units(chart_height(figure))
    image = f'<img src="{source}" width="{wide}" height="{high}">'
    caption = paragraph("caption", f"Figuur {number}. {text_html(figure.caption)}")
    return f"{paragraph('figure', image)}{caption}"


def card_html(card: Card, level: int, look: PageLook, *, landscape: bool) -> str:
    """Return a block with all that is said of it, beside a wide column for remarks when it asks something."""
    number = f'<span class="number">{text_html(card.spoken_id)}</span> ' if card.spoken_id else ""
    kept = KEPT if card.beside and _is_low(card, look, landscape=landscape) else 0
    state = f' style="-qt-user-state: {kept + STATES[f"heading {level}"]}"' if kept else ""
    title = marked(card.source, number + text_html(card.title))
    parts = [f"<h{level}{state}>{title}</h{level}>"]
    about = card.tags or card.provenance
    for place, (label, text) in enumerate(card.parts, 1):
        parts += _part(label, text, look, keep=bool(about) and place == len(card.parts))
    minority = " ".join(card.minority.split())
    if minority:
        parts.append(paragraph("minority", f"<b>{MINORITY}</b> {text_html(minority)}", keep=bool(about)))
    parts += [paragraph("tags", text_html(card.tags))] if card.tags else []
    parts += [paragraph("provenance", text_html(card.provenance))] if card.provenance else []
    said = "".join(parts)
    last = "provenance" if card.provenance else "tags" if card.tags else "minority" if minority else "body"
    return _beside(said, card.beside, last, look) if card.beside else said


def _part(label: str, text: str, look: PageLook, *, keep: bool) -> Iterator[str]:
    from bouwstenen_app.export.word_cards import listed  # slow to import, and only needed here

    before = f'<span class="part">{text_html(label)}</span> ' if label else ""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        yield paragraph("body", before + text_html(text), keep=keep)
        return
    for kind, is_marked, texts in listed(lines):
        if is_marked and before:
            yield paragraph("body", before, keep=True)
            before = ""
        if kind:
            yield listing([text_html(one) for one in texts], look, numbered=kind == "number")
            continue
        for one in texts:
            yield paragraph("body", before + text_html(one))
            before = ""


def _is_low(card: Card, look: PageLook, *, landscape: bool) -> bool:
    """Return whether a card with a column beside it stays on one page."""
    from bouwstenen_app.export.word_space import KEPT as LOW  # slow to import, and only needed here
    from bouwstenen_app.export.word_space import item_height

    return item_height(card, look.across(landscape=landscape))[0] < LOW


def _beside(said: str, lines: Sequence[str], last: str, look: PageLook) -> str:
    """Return a card with a wide column for remarks at its right."""
    asked = "".join(
        paragraph("cell", f"<b>{text_html(line)}</b>" if line.endswith(":") else text_html(line)) for line in lines
    )
    after = look.letters[ROLES[last]].after if ROLES[last] in look.letters else 0.0
    high, side = _INSET
    left = f"padding: {units(high)}px {units(side)}px {units(high + after)}px 0"
    high, side = _ASKED
    below = CELL_END + CELL_ROOM
    right = f"padding: {units(high + CELL_ROOM)}px {units(CELL_SIDE)}px {units(below)}px {units(side)}px"
    edge = f"{units(_EDGE)}px solid {LINE}"
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse"><tr>'
        f'<td width="62%" style="{left}; border-bottom:{edge}">{said}</td>'
        f'<td width="38%" style="{right}; border-bottom:{edge}; border-left:{edge}">{asked}</td></tr></table>'
    )


def marked(source: str, text: str) -> str:
    """Return a text that can be found again on the page by its source."""
    return f'<a name="{escape(source)}">{text}</a>' if text and source.startswith(MARKED) else text


def runs_html(runs: Sequence[Run]) -> str:
    """Return pieces of text, each in its look."""
    return "".join(run_html(run) for run in runs)


def run_html(run: Run) -> str:
    """Return a piece of text in its look."""
    text = text_html(run.text)
    if run.bold:
        text = f"<b>{text}</b>"
    text = f"<i>{text}</i>" if run.italic else text
    return f'<span class="link">{_NUMBERED.sub(BREAK, text)}</span>' if run.link else text


def text_html(text: str) -> str:
    """Return a text of a person, in which nothing means anything to Qt."""
    return escape(text).replace("\n", "<br/>")
