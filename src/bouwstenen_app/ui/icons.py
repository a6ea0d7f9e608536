"""The icons: one-colour drawings, tinted by role and drawn sharp for the screen they are on."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


class Icons:
    """Draws the icons of one folder, each once per colour, size and screen ratio."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def folder(self) -> Path:
        """Where the drawings are."""
        return self._folder

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Return a square icon of so many logical pixels, for a screen with this ratio."""
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def icon(self, name: str, colour: str, faint: str, size: int, ratios: Iterable[float]) -> QIcon:
        """Return an icon for buttons, sharp on screens with these ratios; ``faint`` is its colour when disabled."""
        icon = QIcon()
        for ratio in ratios:
            icon.addPixmap(self.pixmap(name, colour, size, ratio), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, faint, size, ratio), QIcon.Mode.Disabled)
        return icon

    def app_icon(self) -> QIcon:
        """Return the icon of the program, in the sizes that title bars and task bars use."""
        icon = QIcon()
        for size in APP_SIZES:
            icon.addPixmap(self._draw("app", "#ffffff", size, 1.0))
        return icon

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        source = self._sources[name].replace("currentColor", colour)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
