"""*Nog niet genoemd* in *Vastleggen*: a small theme × domain strip; a cell asks for its question on the beamer."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.domain.coverage import Coverage
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.chips import code_tone
from bouwstenen_app.ui.widgets.fold_button import FoldButton
from bouwstenen_app.ui.widgets.marked_text import MarkedText

ROW, CELL, GAP, STRIPE = 19, 24, 3, 4
"""Pixels at 100 %: the height of a row, the widest cell, between cells, the colour of a domain above its column."""
NAMES: Final = 0.5
"""The part of the width that the names of the themes take."""
TEXT: Final = 12
ROOMY: Final = 560
"""Pixels at 100 % that the place has to be high for all cells and words."""
SHARE: Final = 0.3
"""The part of the height that the cells take at most."""
Place = tuple[int, int]
"""Row and column."""
_STEPS: Final[dict[int, Place]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class CoverageGrid(QWidget):
    """Paints the cells: full where something was said, dashed where nothing was."""

    asked = Signal(str, str)
    """Ids of the theme and the domain of a cell."""
    moved = Signal()
    """Another cell is current."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seen: Coverage | None = None
        self._at: Place = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_coverage(self, seen: Coverage) -> None:
        """Show what a session spoke about."""
        self._seen = seen
        row, column = self._at
        self._at = (min(row, max(0, len(seen.themes) - 1)), min(column, max(0, len(seen.domains) - 1)))
        self.updateGeometry()
        self.update()
        self._say()

    @property
    def current(self) -> tuple[Code, Code, int] | None:
        """The theme and the domain of the current cell, and how many blocks are about both."""
        if self._seen is None or not self._seen.themes or not self._seen.domains:
            return None
        theme, domain = self._seen.themes[self._at[0]], self._seen.domains[self._at[1]]
        return theme, domain, self._seen.counts.get((theme.id, domain.id), 0)

    def middle(self) -> float:
        """Return how far down the middle of the current row is."""
        return self._rect(*self._at).center().y()

    def _say(self) -> None:
        if (cell := self.current) is not None:
            theme, domain, count = cell
            blocks = self.tr("nog niets")
            if count:
                blocks = dutch.counted(count, self.tr("bouwsteen"), self.tr("bouwstenen"))
            self.setAccessibleName(f"{theme.name} × {domain.name}: {blocks}")
        self.moved.emit()

    def _go(self, place: Place) -> None:
        if self._seen is None or place == self._at:
            return
        rows, columns = len(self._seen.themes), len(self._seen.domains)
        if 0 <= place[0] < rows and 0 <= place[1] < columns:
            self._at = place
            self.update()
            self._say()

    def _ask(self) -> None:
        if (cell := self.current) is not None:
            self.asked.emit(cell[0].id, cell[1].id)

    # -- where the cells are

    def _cell_width(self) -> float:
        columns = len(self._seen.domains) if self._seen else 1
        room = self.width() * (1 - NAMES)
        return min(self._theme.px(CELL), room / max(1, columns))

    def _rect(self, row: int, column: int) -> QRectF:
        px, wide = self._theme.px, self._cell_width()
        left = self.width() * NAMES + column * wide
        return QRectF(left, px(STRIPE + GAP) + row * px(ROW), wide - px(GAP), px(ROW) - px(GAP))

    def _cell_at(self, point: QPointF) -> Place | None:
        px = self._theme.px
        column = (point.x() - self.width() * NAMES) / max(1.0, self._cell_width())
        row = (point.y() - px(STRIPE + GAP)) / px(ROW)
        return (int(row), int(column)) if row >= 0 and column >= 0 else None

    # -- what Qt calls

    @override
    def sizeHint(self) -> QSize:
        rows = len(self._seen.themes) if self._seen else 0
        return QSize(self._theme.px(200), self._theme.px(STRIPE + GAP) + rows * self._theme.px(ROW))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self._go((self._at[0] + _STEPS[key][0], self._at[1] + _STEPS[key][1]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask()
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if (place := self._cell_at(event.position())) is not None:
            self._go(place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._cell_at(event.position())
        if place is not None:
            self._go(place)
            if place == self._at:
                self._ask()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seen is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(TEXT))
        for column, domain in enumerate(self._seen.domains):
            rect = self._rect(0, column)
            stripe = QRectF(rect.left(), 0, rect.width(), self._theme.px(STRIPE))
            painter.fillRect(stripe, code_tone(self._theme, domain).stripe)
        for row, theme in enumerate(self._seen.themes):
            self._paint_row(painter, row, theme, self._seen)

    def _paint_row(self, painter: QPainter, row: int, theme: Code, seen: Coverage) -> None:
        first = self._rect(row, 0)
        name = QFontMetricsF(painter.font()).elidedText(
            theme.name, Qt.TextElideMode.ElideRight, first.left() - self._theme.px(8)
        )
        painter.setPen(self._theme.colour("text" if row == self._at[0] else "text-muted"))
        line = QRectF(0, first.top(), first.left(), first.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        for column, domain in enumerate(seen.domains):
            rect = self._rect(row, column).adjusted(1, 1, -1, -1)
            full = (theme.id, domain.id) in seen.counts
            painter.setBrush(self._theme.colour("accent") if full else Qt.BrushStyle.NoBrush)
            pen = QPen(self._theme.colour("accent" if full else "line-strong"), 1)
            pen.setStyle(Qt.PenStyle.SolidLine if full else Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(rect, 2, 2)
            if (row, column) == self._at and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("focus"), 2))
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 3, 3)


class CoverageStrip(QFrame):
    """Folded closed until it is asked for; under the cells stands in words which is meant."""

    opened = Signal()
    asked = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "side-right")
        self.setProperty("under", "true")
        self.button = FoldButton(theme, self.tr("Nog niet genoemd"))
        self.button.setToolTip(self.tr("Thema’s en domeinen waarover in deze sessie nog niets is gezegd"))
        self.grid = CoverageGrid(theme)
        self.words = MarkedText(theme, size=12.5, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 2, 14, 8)
        column.setSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        cells = QVBoxLayout()
        cells.setContentsMargins(10, 0, 0, 0)
        cells.addWidget(self.grid)
        self._area = ScrollPage()
        self._area.fill(cells, kind="side")
        told = QVBoxLayout()
        told.setContentsMargins(10, 0, 0, 0)
        told.addWidget(self.words)
        column.addWidget(self._area)
        column.addLayout(told)
        self._area.hide()
        self.words.hide()
        self.button.turned.connect(self._on_turned)
        self.grid.asked.connect(self.asked)
        self.grid.moved.connect(self._on_moved)
        theme.changed.connect(self._fit)

    @property
    def is_open(self) -> bool:
        """Whether the cells are in sight."""
        return self.button.is_open

    def show_coverage(self, seen: Coverage) -> None:
        """Show what a session spoke about."""
        self.grid.show_coverage(seen)
        self._fit()

    def _on_turned(self, is_open: bool) -> None:
        self._area.setVisible(is_open)
        self.words.setVisible(is_open)
        self._fit()
        if is_open:
            self.opened.emit()

    def _fit(self) -> None:
        """Take a part of what is there at most, so that the fields of a block keep their room."""
        above, px = self.parentWidget(), self._theme.px
        high = above.height() if above is not None else px(ROOMY)
        most = round(high * SHARE) if high >= px(ROOMY) else px(3 * ROW)
        self._area.setFixedHeight(min(self.grid.sizeHint().height(), most))
        self._tell(short=high < px(ROOMY))

    def _on_moved(self) -> None:
        above = self.parentWidget()
        self._tell(short=above is not None and above.height() < self._theme.px(ROOMY))

    def _tell(self, *, short: bool) -> None:
        if not self.is_open:
            return
        self._area.ensureVisible(0, round(self.grid.middle()), 0, self._theme.px(ROW))
        cell, whole = self.grid.accessibleName(), self.tr("{cell}. Klik of Enter: die vraag op de beamer.")
        self.words.show_text(cell if short else whole.format(cell=cell))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
