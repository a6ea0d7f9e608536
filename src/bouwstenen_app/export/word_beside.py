"""Cards with a wide column beside them, for remarks and questions: a layout table, a row for each card."""

from typing import Final

from bouwstenen_app.domain.report import Card
from bouwstenen_app.export.word_cards import Cards
from bouwstenen_app.export.word_look import LINE
from bouwstenen_app.export.word_pages import TWIPS
from bouwstenen_app.export.word_space import BESIDE, KEPT, item_height
from bouwstenen_app.export.word_styles import Look

_EDGE: Final = (
    f'<w:tcBorders><w:left w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tcBorders>'
    '<w:tcMar><w:top w:w="120" w:type="dxa"/><w:left w:w="160" w:type="dxa"/></w:tcMar>'
)
_INSET: Final = (
    '<w:tcMar><w:top w:w="80" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/>'
    '<w:right w:w="160" w:type="dxa"/></w:tcMar>'
)


class Beside:
    """Writes the rows of such tables, ``width`` twips wide."""

    def __init__(self, cards: Cards, look: Look) -> None:
        self._cards = cards
        self._style = look.ids["Bouwstenen tabel"]

    def row(self, card: Card, level: int, width: int, *, first: bool, last: bool) -> str:
        """Return a card with its column; the first and the last of a table open and close it."""
        left = round(width * BESIDE)
        widths = (left, width - left)
        said, beside = self._cards.sides(card, level)
        together = "<w:trPr><w:cantSplit/></w:trPr>" if item_height(card, width / TWIPS)[0] < KEPT else ""
        cells = f"{_cell(widths[0], _INSET, said)}{_cell(widths[1], _EDGE, beside)}"
        row = f"<w:tr>{together}{cells}</w:tr>"
        return f"{self._opening(widths) if first else ''}{row}{'</w:tbl>' if last else ''}"

    def _opening(self, widths: tuple[int, int]) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            '<w:tblCaption w:val="Teksten met ruimte voor een reactie"/>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        )


def _cell(width: int, properties: str, inner: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'
