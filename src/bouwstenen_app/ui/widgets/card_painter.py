"""Paints a block as a card, and keeps the layouts of the cards that were in sight last."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from bouwstenen_app.domain import hits
from bouwstenen_app.domain.blocks import CONFIRMED, Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.hits import Span
from bouwstenen_app.domain.query import Words
from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets import card_layout as cards
from bouwstenen_app.ui.widgets.card_layout import CardFonts, CardLayout, Chip, ChipText, Spot
from bouwstenen_app.ui.widgets.rounded import paint_rounded

KEPT: Final = 400
"""Layouts kept; a screen shows about ten."""
USUAL_HEIGHT: Final = 92


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands in its list."""

    selected: bool = False
    current: bool = False
    """It is the current one and the list has the focus."""
    marked: bool = False
    hovered: bool = False
    spot: Spot | None = None
    """What is under the pointer."""


class CardPainter:
    """Knows the codebook and the theme; gives layouts and paints them."""

    narrow = False
    """Whether the cards have no columns for the number and the votes."""

    def __init__(self, theme: Theme, book: Codebook) -> None:
        self._theme = theme
        self._book = book
        self._words: Sequence[Words] = ()
        self._layouts: OrderedDict[tuple[str, int], CardLayout] = OrderedDict()
        self._mark: Callable[[str], str] = _unmarked
        self.forget()

    @property
    def usual_height(self) -> int:
        """The height that a card has before it was measured."""
        return self.scaled(USUAL_HEIGHT)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        self.forget()

    def set_marks(self, mark: Callable[[str], str]) -> None:
        """Take how to find what stands small under the number of a block: the bundle that it is in."""
        self._mark = mark

    def forget(self) -> None:
        """Take the colours, sizes and fonts of now, and lay everything out anew."""
        theme = self._theme
        bold, strong, plain = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal
        self._fonts = CardFonts(
            title=theme.font(15, bold),
            text=theme.font(14, plain),
            number=theme.font(13, plain),
            chip=theme.font(12.5, strong),
            votes=theme.font(16, bold),
            small=theme.font(12, plain),
        )
        self._colours: dict[str, QColor] = {}
        self._tones: dict[str, Tone] = {}
        self._hits: dict[str, tuple[Span, ...]] = {}
        self._layouts.clear()

    def set_words(self, words: Sequence[Words]) -> None:
        """Mark the words that are searched in titles and explanations."""
        self._words = words
        self._hits.clear()

    def _marks(self, text: str) -> list[QTextLayout.FormatRange]:
        """Return what was searched in a text as it is painted: a tint and a line under it, so not colour alone."""
        if not self._words:
            return []
        if text not in self._hits:
            self._hits[text] = hits.spans(text, self._words)
        marks = []
        for start, end in self._hits[text]:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = _units(text[:start]), _units(text[start:end])
            look = QTextCharFormat()
            look.setBackground(self._colour("selected"))
            look.setForeground(self._colour("selected-text"))
            look.setFontUnderline(True)
            mark.format = look
            marks.append(mark)
        return marks

    def scaled(self, pixels: float) -> int:
        """Return pixels at 100 % as pixels at the text size in use."""
        return self._theme.px(pixels)

    def explain(self, spot: Spot | None) -> str:
        """Return what a tooltip says about a place on a card."""
        if spot is None:
            return ""
        if spot.kind == cards.CODE:
            code = self._book.by_id.get(spot.value)
            return f"{code.name}: {code.definition}" if code and code.definition else ""
        return {
            cards.VOTES: _tr("Nog een stem erbij"),
            cards.MORE: _tr("Een stem erbij (+)"),
            cards.FEWER: _tr("Een stem eraf (−)"),
            cards.ADD: _tr("Kies een domein") if spot.value == DOMAIN else _tr("Kies een thema (T)"),
        }[spot.kind]

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = self._theme.colour(role)
        return self._colours[role]

    def _tone(self, identity: str) -> Tone:
        if identity not in self._tones:
            code = self._book.by_id.get(identity)
            self._tones[identity] = (
                self._theme.tone(code.colour, code.colour_dark, code.colour_tint)
                if code
                else self._theme.look.neutral
            )
        return self._tones[identity]

    def layout(self, block: Block, width: int) -> CardLayout:
        """Return how a block is laid out at this width."""
        key = block.id, width
        found = self._layouts.get(key)
        if found is not None and found.block is block:
            self._layouts.move_to_end(key)
            return found
        domains = self._book.select(block.codes, DOMAIN)
        edge = domains[0].id if domains else ""
        made = cards.lay_out(
            block,
            self._chips(block),
            edge,
            width=width,
            fonts=self._fonts,
            scaled=self.scaled,
            narrow=self.narrow,
        )
        self._layouts[key] = made
        if len(self._layouts) > KEPT:
            self._layouts.popitem(last=False)
        return made

    def paint(self, painter: QPainter, at: QPoint, card: CardLayout, state: CardState) -> None:
        """Paint a card with its top left at a point."""
        painter.save()
        painter.translate(at)
        self._paint_ground(painter, card, state)
        self._paint_number(painter, card, state)
        painter.setPen(self._colour("text"))
        card.title.draw(painter, QPointF(0, 0), self._marks(card.block.title))
        if card.explanation is not None:
            painter.setPen(self._colour("text-muted"))
            card.explanation.draw(painter, QPointF(0, 0), self._marks(card.block.explanation))
        for chip in card.chips:
            self._paint_chip(painter, chip, hovered=chip.spot is not None and chip.spot == state.spot)
        self._paint_votes(painter, card, state)
        painter.restore()

    def paint_count(self, painter: QPainter, size: QSize, count: int) -> None:
        """Paint on a card that is dragged how many go along with it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._fonts.votes)
        words = str(count)
        wide = QFontMetricsF(self._fonts.votes).horizontalAdvance(words) + self.scaled(18)
        badge = QRectF(size.width() - wide - 2, 2, wide, self.scaled(26))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("primary"))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        painter.setPen(self._colour("primary-text"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    def _chips(self, block: Block) -> list[ChipText]:
        domains = self._book.select(block.codes, DOMAIN)
        themes = self._book.select(block.codes, THEME)
        chips = [ChipText(c.name, cards.DOMAIN, Spot(cards.CODE, c.id), c.id) for c in domains]
        chips += [ChipText(f"# {c.name}", cards.THEME, Spot(cards.CODE, c.id), c.id) for c in themes]
        chips += [ChipText(tag, cards.UNKNOWN) for tag in block.unknown_tags]
        if not domains:
            chips.append(ChipText(_tr("+ domein"), cards.MISSING, Spot(cards.ADD, DOMAIN)))
        if not themes:
            chips.append(ChipText(_tr("+ thema"), cards.MISSING, Spot(cards.ADD, THEME)))
        words = [code.name for code in self._book.select(block.codes, KIND)]
        words += [_tr("voorbeeldig")] if block.exemplary else []
        words += [_tr("achtergehouden")] if block.held_back else []
        words += [_tr("op de parkeerplaats")] if block.parked else []
        words += [_tr("tafel {n}").format(n=block.table)] if block.table else []
        if block.read_back:
            words.append(f"✓ {block.read_back}" if block.read_back == CONFIRMED else block.read_back)
        words += [_tr("minderheidsstandpunt")] if block.minority else []
        # Each on its own: what does not fit beside the others goes to the next line, whole.
        return [*chips, *(ChipText(word, cards.WORD) for word in words)]

    def _paint_ground(self, painter: QPainter, card: CardLayout, state: CardState) -> None:
        thick = 2.0 if state.current else 1.3 if state.selected else 1.0
        border = (
            self._colour("accent")
            if state.selected or state.current
            else self._colour("line-strong")
            if state.hovered
            else self._colour("line")
        )
        fill = self._colour("selected") if state.marked else self._colour("surface")
        radius = self.scaled(8)
        if thick == 1.0:
            paint_rounded(painter, QRect(0, 0, card.width, card.height), radius, fill, border)
        else:
            rect = QRectF(0, 0, card.width, card.height).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            painter.setPen(QPen(border, thick))
            painter.setBrush(fill)
            painter.drawRoundedRect(rect, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tone(card.edge).stripe))
        inset, wide = self.scaled(9), self.scaled(4)
        painter.drawRoundedRect(QRectF(0.5, inset, wide, card.height - 2 * inset), wide / 2, wide / 2)

    def _paint_number(self, painter: QPainter, card: CardLayout, state: CardState) -> None:
        painter.setFont(self._fonts.number)
        painter.setPen(self._colour("text-muted"))
        ascent = QFontMetricsF(self._fonts.title).ascent()
        number = f"✓ {card.block.number}" if state.marked else str(card.block.number)
        base = card.title.position().y() + ascent
        painter.drawText(QPointF(self.scaled(17), base), number)
        if mark := self._mark(card.block.id):
            self._paint_mark(painter, mark, base)

    def _paint_mark(self, painter: QPainter, mark: str, base: float) -> None:
        """Paint in which bundle a block is, under its number; the *in* only where there is room for it."""
        metrics = QFontMetricsF(self._fonts.small)
        words = _tr("in {bundle}").format(bundle=mark)
        left = self.scaled(10)
        room = self.scaled(cards.NUMBER_COLUMN) - left - 2
        fits = metrics.horizontalAdvance(words) <= room
        painter.setFont(self._fonts.small)
        painter.setPen(self._colour("accent"))
        painter.drawText(QPointF(left, base + metrics.height() + self.scaled(4)), words if fits else mark)

    def _paint_chip(self, painter: QPainter, chip: Chip, *, hovered: bool) -> None:
        painter.setFont(self._fonts.chip if chip.look != cards.WORD else self._fonts.small)
        radius = chip.rect.height() / 2
        tone = self._tone(chip.code if chip.look == cards.DOMAIN else "")
        ink, ground = QColor(tone.ink), QColor(tone.fill)
        if chip.look in (cards.UNKNOWN, cards.MISSING):
            painter.setPen(
                QPen(self._colour("accent") if hovered else self._colour("line-dashed"), 1, Qt.PenStyle.DashLine)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            ink = self._colour("accent") if hovered else self._colour("text-muted")
        elif chip.look != cards.WORD:
            painter.setPen(QPen(ink, 1) if hovered else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(ground)
            painter.drawRoundedRect(chip.rect, radius, radius)
        else:
            ink = self._colour("text-muted")
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignHCenter if chip.look != cards.WORD else Qt.AlignmentFlag.AlignLeft
        painter.drawText(chip.rect, side | Qt.AlignmentFlag.AlignVCenter, chip.text)

    def _paint_votes(self, painter: QPainter, card: CardLayout, state: CardState) -> None:
        box = card.votes
        ink = self._colour("accent") if card.block.votes else self._colour("text-muted")
        count = str(card.block.votes)
        metrics = QFontMetricsF(self._fonts.votes)
        size, gap = self.scaled(13), self.scaled(5)
        left = box.center().x() - (size + gap + metrics.horizontalAdvance(count)) / 2
        base = box.top() + metrics.ascent() + self.scaled(1)
        _triangle(painter, QRectF(left, base - size * 0.82, size, size * 0.82), ink)
        painter.setFont(self._fonts.votes)
        painter.setPen(ink)
        painter.drawText(QPointF(left + size + gap, base), count)
        under = QRectF(box.left(), box.center().y(), box.width(), box.height() / 2)
        painter.setFont(self._fonts.small)
        if state.hovered or state.current:
            self._paint_steps(painter, under, state.spot)
            return
        painter.setPen(self._colour("text-muted"))
        painter.drawText(
            under, Qt.AlignmentFlag.AlignCenter, _tr("stem") if card.block.votes == 1 else _tr("stemmen")
        )

    def _paint_steps(self, painter: QPainter, under: QRectF, spot: Spot | None) -> None:
        """Paint the two small buttons that take a vote away and give one."""
        half = under.width() / 2
        for place, (kind, sign) in enumerate(((cards.FEWER, "−"), (cards.MORE, "+"))):
            rect = QRectF(under.left() + place * half + 2, under.top(), half - 4, under.height())
            hot = spot is not None and spot.kind == kind
            painter.setPen(QPen(self._colour("accent") if hot else self._colour("line-strong"), 1))
            painter.setBrush(self._colour("selected") if hot else Qt.GlobalColor.transparent)
            painter.drawRoundedRect(rect, self.scaled(5), self.scaled(5))
            painter.setPen(self._colour("accent"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, sign)


def _units(text: str) -> int:
    """Return how long Qt says that a text is: a letter outside the first plane counts for two."""
    return len(text.encode("utf-16-le")) // 2


def _triangle(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([box.bottomLeft(), box.bottomRight(), QPointF(box.center().x(), box.top())])


def _unmarked(_block: str) -> str:
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardPainter", text)
