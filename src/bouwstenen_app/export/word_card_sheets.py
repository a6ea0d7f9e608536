"""Cards for on the wall: four of A6 on a sheet of A4, with marks where to cut. A layout table, without header row.

The sheet is one grid of eight columns; cut through the middle of the paper both ways, every card is A6. Rows have
an exact height and together fill a page but for less than the smallest row, so that no sheet shares a page.
Measures are twips.
"""

from collections.abc import Iterator, Sequence

from bouwstenen_app.domain.report import CARDS_ON_A_SHEET, WallCard
from bouwstenen_app.export.word_markup import paragraph, run
from bouwstenen_app.export.word_styles import Look
from bouwstenen_app.export.word_text import attribute

PAPER = (11906, 16838)
EDGE = 283
"""What most printers leave white around a page: 5 mm."""
_HALF = (EDGE, 227, 4820, 340)
"""One card across: white or mark, the colour of its theme, its text, white or mark."""
_STRIP, _CARD, _LAST_STRIP = 283, PAPER[1] // 2 - 2 * EDGE, 183
_NO_ROOM = "Geen ruimte"
_MARK = 'w:val="single" w:sz="4" w:space="0" w:color="404040"'
_PLAIN = "8A9699"
"""The edge of a card without a theme."""
_BOX = "\u2610"
_TITLES = ((110, "Kaart titel klein"), (60, "Kaart titel midden"), (0, "Kaart titel groot"))
"""From how many characters a title has which style; the smallest can be read from a wall too."""


def sheets_xml(cards: Sequence[WallCard], look: Look, title: str) -> Iterator[str]:
    """Yield the table with all cards, a sheet at a time.

    Before it stands a line that LibreOffice needs to begin these pages, and behind it the one that Word wants.
    """
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in _HALF * 2)
    sheets = _Sheets(look)
    yield (
        f"{sheets.empty}"
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_HALF) * 2}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        '</w:tblCellMar><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{attribute(title)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )
    for start in range(0, len(cards), CARDS_ON_A_SHEET):
        yield sheets.xml(cards[start : start + CARDS_ON_A_SHEET])
    yield f"</w:tbl>{sheets.empty}"


def section_xml(references: str) -> str:
    """Return the pages of the cards, with ``references`` to the headers and footers they have."""
    margins = " ".join(f'w:{side}="{EDGE}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{PAPER[0]}" w:h="{PAPER[1]}"/>'
        f'<w:pgMar {margins} w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
    )


class _Sheets:
    """Writes sheets in one look."""

    def __init__(self, look: Look) -> None:
        self._ids = look.ids
        self.empty = paragraph(look.ids[_NO_ROOM], "")

    def xml(self, cards: Sequence[WallCard]) -> str:
        """Return one sheet: a strip with a mark, two rows of cards with marks between them, a strip with a mark."""
        first, second = self._row(cards[:2], marked=True), self._row(cards[2:], marked=False)
        return self._strip(_STRIP) + first + second + self._strip(_LAST_STRIP)

    def _row(self, cards: Sequence[WallCard], *, marked: bool) -> str:
        mark = f"<w:tcBorders><w:bottom {_MARK}/></w:tcBorders>" if marked else ""
        cells = [self._cell(_HALF[0], mark)]
        for place in range(2):
            card = cards[place] if place < len(cards) else None
            colour = (card.edge.lstrip("#") or _PLAIN) if card and card.theme else ""
            fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>' if colour else ""
            cells += [self._cell(_HALF[1], fill), self._cell(_HALF[2], _PADDED, self._card(card) if card else "")]
            cells += [self._cell(_HALF[3]), self._cell(_HALF[0])] if place == 0 else [self._cell(_HALF[3], mark)]
        return _table_row(_CARD, "".join(cells))

    def _card(self, card: WallCard) -> str:
        title = next(style for length, style in _TITLES if len(card.title) >= length)
        parts = [self._line(card.above, "Kaart kop")] if card.above else []
        if card.title:
            parts.append(self._line(card.title, "Kaart titel midden" if card.prompts else title))
        if card.text:
            parts.append(self._line(card.text, "Kaart tekst"))
        for prompt, lines in card.prompts:
            parts.append(self._line(prompt, "Kaart vraag"))
            parts += [self._line("\u00a0", "Kaart schrijflijn")] * lines
        if card.choices:
            choices = "   ".join(f"{_BOX} {name}".replace(" ", "\u00a0") for name in card.choices)
            parts.append(self._line(choices, "Kaart regel"))
        if card.theme:
            parts.append(self._line(f"Thema: {card.theme}", "Kaart regel"))
        if card.boxes:
            parts.append(self._line("Stemmen", "Kaart vraag"))
            parts.append(self._line(" ".join(_BOX * card.boxes), "Kaart vakjes"))
        return "".join(parts)

    def _line(self, text: str, style: str) -> str:
        return paragraph(self._ids[style], run(text))

    def _strip(self, height: int) -> str:
        """Return a strip above or below the cards, with a mark where the paper is cut from top to bottom."""
        mark = f'<w:gridSpan w:val="4"/><w:tcBorders><w:right {_MARK}/></w:tcBorders>'
        wide = sum(_HALF)
        return _table_row(height, self._cell(wide, mark) + self._cell(wide, '<w:gridSpan w:val="4"/>'))

    def _cell(self, width: int, properties: str = "", inner: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner or self.empty}</w:tc>'


_PADDED = '<w:tcMar><w:top w:w="240" w:type="dxa"/><w:left w:w="200" w:type="dxa"/></w:tcMar>'


def _table_row(height: int, cells: str) -> str:
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>{cells}</w:tr>'
