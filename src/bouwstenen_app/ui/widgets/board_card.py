"""A block as a narrow card on a board: its title over the whole width, and under it what matters there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets import card_layout as cards
from bouwstenen_app.ui.widgets.card_layout import CardLayout, ChipText, Spot
from bouwstenen_app.ui.widgets.card_painter import CardPainter, CardState

USUAL_HEIGHT: Final = 104
BADGE: Final = 18
MOST_CHIPS: Final = 2
"""More codes are counted: the inspector has them all."""


class BoardCardPainter(CardPainter):
    """Paints cards without what the column says already. ``home`` names where a block is from."""

    narrow = True

    def __init__(self, theme: Theme, book: Codebook, home: Callable[[Block], str]) -> None:
        self._home = home
        self._by = ""
        super().__init__(theme, book)

    @property
    @override
    def usual_height(self) -> int:
        return self.scaled(USUAL_HEIGHT)

    def set_columns(self, by: str) -> None:
        """Leave out what columns by this dimension or field say."""
        self._by = by
        self.forget()

    @override
    def _chips(self, block: Block) -> list[ChipText]:
        codes = self._book.select(block.codes, THEME if self._by == DOMAIN else DOMAIN)
        look, before = (cards.THEME, "# ") if self._by == DOMAIN else (cards.DOMAIN, "")
        chips = [ChipText(f"{before}{c.name}", look, Spot(cards.CODE, c.id), c.id) for c in codes[:MOST_CHIPS]]
        if len(codes) > MOST_CHIPS:
            chips.append(ChipText(f"+{len(codes) - MOST_CHIPS}", cards.WORD))
        home = "" if self._by in ("sessie", "regio") else self._home(block)
        said = [word for word in (block.spoken_id, self._mark(block.id), home) if word]
        chips.append(ChipText(f"▲ {block.votes}", cards.WORD, Spot(cards.VOTES)))
        return [*chips, *(ChipText(word, cards.WORD) for word in said)]

    @override
    def forget(self) -> None:
        super().forget()
        self._fonts = replace(self._fonts, title=self._theme.font(14, QFont.Weight.DemiBold))

    @override
    def _paint_number(self, painter: QPainter, card: CardLayout, state: CardState) -> None:
        """Paint the tick of a marked card in its corner: its number stands below."""
        if not state.marked:
            return
        size = self.scaled(BADGE)
        badge = QRectF(card.width - size - 1, 1, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("accent"))
        painter.drawRoundedRect(badge, self.scaled(5), self.scaled(5))
        painter.setPen(self._colour("primary-text"))
        painter.setFont(self._fonts.chip)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "✓")

    @override
    def _paint_votes(self, painter: QPainter, card: CardLayout, state: CardState) -> None:
        """Its votes stand among its words."""
