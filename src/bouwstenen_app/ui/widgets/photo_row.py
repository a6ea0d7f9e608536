"""The photos of one block, small, in the inspector: a press shows one large."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.flow import FlowLayout

WIDTH, HEIGHT = 64, 48
"""Of one photo, in pixels at 100 %."""


class SmallPhoto(NamedTuple):
    """A photo for the row: its id, what a screen reader says, and the picture."""

    id: str
    says: str
    image: QImage


class PhotoRow(QWidget):
    """Hidden while the block has no photo."""

    asked = Signal(str)
    """Id of the photo that is to be shown large."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = FlowLayout(self, gap=6)
        self.setAccessibleName(self.tr("Foto’s van deze bouwsteen"))
        self.hide()

    def buttons(self) -> Sequence[QWidget]:
        """Return the small photos, in order."""
        return self._row.widgets()

    def show_photos(self, photos: Sequence[SmallPhoto]) -> None:
        """Show these photos."""
        self._row.clear()
        for photo in photos:
            button = _Small(self._theme, photo)
            button.clicked.connect(lambda _=False, identity=photo.id: self.asked.emit(identity))
            self._row.addWidget(button)
        self.setVisible(bool(photos))


class _Small(QAbstractButton):
    def __init__(self, theme: Theme, photo: SmallPhoto) -> None:
        super().__init__()
        self._theme = theme
        self._image = photo.image
        self.setAccessibleName(photo.says)
        self.setToolTip(tip(photo.says))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._theme.colour("desk"))
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(target, self._image)
        wide: Final = 2 if self.hasFocus() else 1
        painter.setPen(QPen(self._theme.colour("focus" if self.hasFocus() else "line"), wide))
        painter.drawRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2))
