"""Drawings of figures on the screen and on paper: shown, copied, or saved as PNG or SVG."""

from math import sqrt
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.figures import FigureTable, with_tabs
from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.theme import Theme

SHARP: Final = 2.0
"""Pixels per pixel in a picture, so that it is sharp on paper."""
MOST_PIXELS: Final = 12_000
MOST_AREA: Final = 40_000_000
"""No side of a picture is longer, and it has no more of them: a table of hundreds of rows gets less sharp."""


class Drawing(Protocol):
    """What can be drawn: it says how much room it takes and paints itself from the top left corner."""

    def size(self, dress: Theme | Paper) -> QSize:
        """Return the room it takes."""

    def paint(self, painter: QPainter, dress: Theme | Paper) -> None:
        """Draw all of it."""


def as_image(drawing: Drawing, paper: Paper) -> QImage:
    """Return a drawing as a picture, on white."""
    size = drawing.size(paper)
    longest, area = max(1, size.width(), size.height()), max(1, size.width() * size.height())
    ratio = min(SHARP, MOST_PIXELS / longest, sqrt(MOST_AREA / area))
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    drawing.paint(painter, paper)
    painter.end()
    return image


def as_svg(drawing: Drawing, paper: Paper, title: str) -> bytes:
    """Return a drawing as SVG, on white, with its words as words."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    size = drawing.size(paper)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setResolution(96)
    generator.setTitle(title)
    painter = QPainter(generator)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor("#ffffff"))
    drawing.paint(painter, paper)
    painter.end()
    return bytes(buffer.data().data())


def as_clipboard(drawing: Drawing, paper: Paper, table: FigureTable) -> QMimeData:
    """Return a picture with its table as text beside it: each program takes what it can use."""
    data = QMimeData()
    data.setText(with_tabs(table))
    data.setImageData(as_image(drawing, paper))
    return data


def write(drawing: Drawing, paper: Paper, title: str, path: Path) -> None:
    """Save a drawing, as SVG when the name ends so and as PNG otherwise (OSError when that does not go)."""
    if path.suffix.casefold() == ".svg":
        content = as_svg(drawing, paper, title)
    else:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(as_image(drawing, paper))
        content = bytes(buffer.data().data())
    path.write_bytes(content)


class DrawingView(QWidget):
    """Shows a drawing in the colours of the window, from its top left corner."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing: Drawing | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_drawing(self, drawing: Drawing, name: str, description: str) -> None:
        """Show another drawing; name and description are for a screen reader."""
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._drawing.size(self._theme) if self._drawing else QSize(10, 10)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(self.width()))

    @override
    def heightForWidth(self, width: int) -> int:
        whole = self.sizeHint()  # what is drawn smaller takes less height too
        return round(whole.height() * min(1.0, width / whole.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        painter = QPainter(self)
        wanted = self._drawing.size(self._theme).width()
        if wanted > self.width():
            painter.scale(self.width() / wanted, self.width() / wanted)
        self._drawing.paint(painter, self._theme)
