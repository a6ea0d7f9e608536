"""The photos of a session as small pictures in a row: one of them is the one that is shown large."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain.photos import Photo
from bouwstenen_app.ui.theme import Theme

PHOTO_ROLE: Final = int(Qt.ItemDataRole.UserRole)
NUMBER_ROLE: Final = PHOTO_ROLE + 1
PICTURE: Final = 160
"""Pixels of the long side of a small picture, for a screen with twice the pixels too."""
WIDTH, HEIGHT = 104, 70
"""Room for one picture, in pixels at 100 %."""
AROUND: Final = 6
CAPTION: Final = 12

Key = Qt.Key
Index = QModelIndex | QPersistentModelIndex


class PhotoStrip(QListView):
    """Arrow keys go along the row. It asks; its place acts.

    Its model gives a Photo under ``Qt.UserRole``, the number of its block under the next, and the small picture.
    """

    chosen = Signal(str)
    """Id of the photo that is current now."""
    removal_asked = Signal()
    left = Signal()
    """Esc or Enter: to the line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Foto’s van deze sessie"))
        self.setProperty("kind", "plane")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Painter(theme, self))
        theme.changed.connect(self._fit)
        self._fit()

    def show_photo(self, index: Index) -> None:
        """Make a photo the current one and bring it into sight."""
        self.setCurrentIndex(index)
        self.scrollTo(index)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        photo = current.data(PHOTO_ROLE)
        if isinstance(photo, Photo):
            self.chosen.emit(photo.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Key.Key_Delete:
            self.removal_asked.emit()
        elif key in (Key.Key_Escape, Key.Key_Return, Key.Key_Enter):
            self.left.emit()
        elif event.text() == "?":
            event.ignore()  # the window shows the keys
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """A letter is not a search here."""

    def _fit(self) -> None:
        px = self._theme.px
        line = QFontMetrics(self._theme.font(CAPTION)).height()
        item = QSize(px(WIDTH + 2 * AROUND), px(HEIGHT + 2 * AROUND) + line)
        self.setGridSize(item + QSize(px(4), 0))
        self.setFixedHeight(item.height() + 2 + self.horizontalScrollBar().sizeHint().height())
        self.viewport().update()


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: PhotoStrip) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        strip = self.parent()
        return strip.gridSize() if isinstance(strip, PhotoStrip) else super().sizeHint(option, index)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px = self._theme.px
        room: QRect = option.rect.adjusted(1, 1, -1 - px(4), -1)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, room, chosen=chosen, focused=bool(state & QStyle.StateFlag.State_HasFocus))
        around = px(AROUND)
        place = QRect(room.left() + around, room.top() + around, room.width() - 2 * around, px(HEIGHT))
        image = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(image, QImage):
            self._paint_picture(painter, place, image)
        under = QRect(place.left(), place.bottom(), place.width(), room.bottom() - place.bottom() - 2)
        painter.setFont(self._theme.font(CAPTION))
        painter.setPen(self._theme.colour("selected-text" if chosen else "text-muted"))
        words = painter.fontMetrics().elidedText(self._caption(index), Qt.TextElideMode.ElideRight, under.width())
        painter.drawText(under, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

    def _paint_ground(self, painter: QPainter, room: QRect, *, chosen: bool, focused: bool) -> None:
        edge = "focus" if focused and chosen else "accent" if chosen else "line"
        painter.setPen(QPen(self._theme.colour(edge), 2 if chosen and focused else 1))
        painter.setBrush(self._theme.colour("selected" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(room), self._theme.px(8), self._theme.px(8))

    def _paint_picture(self, painter: QPainter, place: QRect, image: QImage) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter.drawImage(target, image)

    def _caption(self, index: Index) -> str:
        photo, number = index.data(PHOTO_ROLE), index.data(NUMBER_ROLE)
        name = photo.name or str(photo.position)
        return self.tr("{name} · bij {n}").format(name=name, n=number) if number else str(name)
