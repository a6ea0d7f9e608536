"""A photo, large: fitted or zoomed in on, dragged and turned, with the mouse or with keys."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme

STEP: Final = 1.25
"""One zoom: a quarter larger, or smaller again."""
MOST: Final = 4.0
"""Pixels of the screen for one of the photo, at most."""
PAN: Final = 0.15
"""Part of the view by which an arrow key moves the photo."""
NOTCH: Final = 120
"""Of a wheel, as Qt counts."""

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class PhotoView(QWidget):
    """Shows one photo. Fitted, it stays fitted when there is more or less room; zoomed in, it keeps its middle."""

    zoomed = Signal(int)
    """How large it is shown now, in per cent: at 100 one pixel of the photo is one of the screen."""
    turned = Signal(int)
    """A person turned it: so many quarters to the right it stands now, 0 to 3."""
    step_asked = Signal(int)
    """To the next photo (1) or the one before (-1)."""
    removal_asked = Signal()
    left = Signal()
    """Esc or Enter: to the line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._drawn = QPixmap()
        """The photo turned, and as small as it is shown if that is smaller."""
        self._drawn_for: tuple[int, float] = (-1, 0.0)
        self._quarters = 0
        self._fitted = True
        self._scale = 1.0
        self._middle = QPointF(0.5, 0.5)
        """What part of the turned photo is in the middle of the view."""
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Foto"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        theme.changed.connect(self.update)

    @property
    def shown(self) -> bool:
        """Whether there is a photo."""
        return not self._image.isNull()

    @property
    def percent(self) -> int:
        """How large the photo is shown."""
        return round(self._scale * 100)

    @property
    def fitted(self) -> bool:
        """Whether it is as large as the room allows."""
        return self._fitted

    @property
    def quarters(self) -> int:
        """How many quarters to the right it is turned, 0 to 3."""
        return self._quarters

    @property
    def middle(self) -> QPointF:
        """What part of the turned photo is in the middle of the view, from (0, 0) to (1, 1)."""
        return QPointF(self._middle)

    def show_image(self, image: QImage, quarters: int = 0) -> None:
        """Show another photo, fitted; a null image shows nothing."""
        self._image = image
        self._quarters = quarters % 4
        self._drawn_for = (-1, 0.0)
        self.fit()

    def fit(self) -> None:
        """Show the whole photo, as large as it goes; never larger than it is."""
        self._fitted = True
        self._middle = QPointF(0.5, 0.5)
        self._set_scale(self._fitting())

    def show_full(self) -> None:
        """Show it at 100 %."""
        self.zoom_to(1.0)

    def zoom(self, steps: float, at: QPointF | None = None) -> None:
        """Make it this many steps larger (or smaller), with what is ``at`` a point of the view staying there."""
        self.zoom_to(self._scale * STEP**steps, at)

    def zoom_to(self, scale: float, at: QPointF | None = None) -> None:
        """Show it at a scale, at least fitted."""
        least = self._fitting()
        wanted = min(MOST, max(least, scale))
        self._fitted = wanted <= least and wanted < 1
        offset = QPointF() if at is None else at - QPointF(self.rect().center())
        before = self._on_screen()
        self._set_scale(wanted)
        after = self._on_screen()
        if not before.isEmpty():
            grown = QPointF(
                offset.x() / before.width() - offset.x() / after.width(),
                offset.y() / before.height() - offset.y() / after.height(),
            )
            self._move_to(self._middle + grown)

    def pan(self, x: float, y: float) -> None:
        """Look further to the right and down, in parts of the view."""
        size = self._on_screen()
        if not size.isEmpty():
            self._move_to(
                self._middle + QPointF(x * self.width() / size.width(), y * self.height() / size.height())
            )

    def turn(self) -> None:
        """Turn it a quarter to the right."""
        if self.shown:
            self._quarters = (self._quarters + 1) % 4
            self._middle = QPointF(1 - self._middle.y(), self._middle.x())
            if self._fitted:
                self.fit()
            self._move_to(self._middle)
            self.turned.emit(self._quarters)

    # -- measures

    def _turned_size(self) -> QSize:
        size = self._image.size()
        return size.transposed() if self._quarters % 2 else size

    def _fitting(self) -> float:
        size, ratio = self._turned_size(), self.devicePixelRatioF()
        if size.isEmpty():
            return 1.0
        return min(1.0, self.width() * ratio / size.width(), self.height() * ratio / size.height())

    def _on_screen(self) -> QSizeF:
        return QSizeF(self._turned_size()) * (self._scale / self.devicePixelRatioF())

    def _set_scale(self, scale: float) -> None:
        self._scale = scale
        self.zoomed.emit(self.percent)
        self.update()

    def _move_to(self, middle: QPointF) -> None:
        """Put a part of the photo in the middle, but not so that there is room beside the photo without need."""
        size = self._on_screen()

        def kept(part: float, whole: float, room: int) -> float:
            half = room / whole / 2 if whole else 0.5
            return 0.5 if half >= 0.5 else min(1 - half, max(half, part))

        self._middle = QPointF(
            kept(middle.x(), size.width(), self.width()), kept(middle.y(), size.height(), self.height())
        )
        self.update()

    def _target(self) -> QRectF:
        size = self._on_screen()
        corner = QPointF(self.rect().center()) - QPointF(
            self._middle.x() * size.width(), self._middle.y() * size.height()
        )
        return QRectF(corner, size)

    def _prepared(self) -> QPixmap:
        """Return the photo turned, and scaled well when it is shown smaller: a painter scales roughly."""
        scale = min(1.0, self._scale)
        if self._drawn_for != (self._quarters, scale):
            image = self._image
            if scale < 1:
                size = (QSizeF(image.size()) * scale).toSize().expandedTo(QSize(1, 1))
                mode = Qt.TransformationMode.SmoothTransformation
                image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
            if self._quarters:
                image = image.transformed(QTransform().rotate(90 * self._quarters))
            self._drawn = QPixmap.fromImage(image)
            self._drawn_for = (self._quarters, scale)
        return self._drawn

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~(Modifier.KeypadModifier | Modifier.ShiftModifier):
            return False
        if event.text() in ("+", "=", "-", "_"):
            self.zoom(1 if event.text() in "+=" else -1)
        elif key == Key.Key_0:
            self.fit()
        elif key == Key.Key_1:
            self.show_full()
        elif key in _ARROWS:
            x, y = _ARROWS[key]
            self.pan(x * PAN, y * PAN)
        elif key in (Key.Key_PageDown, Key.Key_PageUp):
            self.step_asked.emit(1 if key == Key.Key_PageDown else -1)
        elif key == Key.Key_Delete:
            self.removal_asked.emit()
        elif key in (Key.Key_Escape, Key.Key_Return, Key.Key_Enter):
            self.left.emit()
        else:
            return False
        return True

    # -- what Qt calls

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(360))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(100))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(event):
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(event.angleDelta().y() / NOTCH, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and self.width() and self.height():
            moved = self._held - event.position()
            self._held = event.position()
            self.pan(moved.x() / self.width(), moved.y() / self.height())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fitted:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted or self._scale < self._fitting():
            self.fit()
        else:
            self._move_to(self._middle)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("desk"))
        if self.shown:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            pixmap = self._prepared()
            painter.drawPixmap(self._target(), pixmap, QRectF(pixmap.rect()))
        edge = self._theme.colour("focus" if self.hasFocus() else "line")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        half = painter.pen().widthF() / 2
        painter.drawRect(QRectF(self.rect()).adjusted(half, half, -half, -half))


_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
