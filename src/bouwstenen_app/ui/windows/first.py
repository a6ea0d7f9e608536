"""The window as it stands on the screen first: the rail and the planes, painted before anything else is imported.

It imports little on purpose, and never ``Qt`` itself (see ``rail_look``). When everything is there, the real
content takes its place; what was typed meanwhile is typed into that.
"""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import Look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.widgets import rail_look as rail
from bouwstenen_app.ui.widgets.typed_keys import TypedKeys

SMALLEST: Final = (1024, 700)
USUAL: Final = (1440, 900)
HEADER: Final = 60


class FirstWindow(QMainWindow):
    """The frame on the screen; keeps its size and place in the settings."""

    painted = Signal()
    """The window stands on the screen: now what is slow may begin."""
    closed = Signal()
    """The window was closed by a person."""

    def __init__(self, look: Look, icons: Icons, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._icons = icons
        self._settings = settings
        self._painted = False
        self._typed = TypedKeys()
        self.setWindowTitle(self.tr("Bouwstenen"))
        names = self.palette()  # the pen of a painter begins with this colour
        names.setColor(QPalette.ColorRole.WindowText, QColor(look.colour("rail-text")))
        self.setPalette(names)
        self.setMinimumSize(*SMALLEST)
        kept = settings.geometry
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableSize()
            self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))

    def settle(self, content: QWidget) -> None:
        """Show the real content, and type there what was typed before it was there."""
        self.setPalette(QPalette())
        self.setCentralWidget(content)
        content.setFocus()
        self._typed.hand_over(content)
        QApplication.sendPostedEvents()  # what comes next keeps the processor busy: lay out and paint now
        self.repaint()

    # ------------------------------------------------------------------ Qt

    @override
    def event(self, event: QEvent) -> bool:
        if self._settling and self._typed.take(event):
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._settling:
            self._paint_planes(QPainter(self))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        super().closeEvent(event)
        self.closed.emit()

    @property
    def _settling(self) -> bool:
        return self.centralWidget() is None

    def _paint_planes(self, painter: QPainter) -> None:
        look, places = self._look, rail.rail_places()
        width = rail.rail_width(look, [place.name for place in places])
        height, header = self.height(), look.px(HEADER)
        rest = self.width() - width
        _fill(painter, QRect(0, 0, width, height), look.colour("rail"))
        _fill(painter, QRect(width, 0, rest, header - 1), look.colour("surface"))
        _fill(painter, QRect(width, header - 1, rest, 1), look.colour("line"))
        _fill(painter, QRect(width, header, rest, height - header), look.colour("window"))
        self._paint_rail(painter, width, places)

    def _paint_rail(self, painter: QPainter, width: int, places: tuple[rail.RailPlace, ...]) -> None:
        look, ratio = self._look, self.devicePixelRatioF()
        room, item = look.px(rail.MARK_ROOM), look.px(rail.ITEM)
        step, bottom = item + rail.GAP, self.height() - look.px(rail.BOTTOM) + rail.GAP
        if room + step * len(places) > bottom:
            return  # the real rail will be closer together
        rail.paint_mark(painter, QRect(0, 0, width, room), look, self._icons, ratio)
        for number, place in enumerate(places):
            y = bottom - (len(places) - number) * step if place.below else room + rail.GAP + number * step
            icon = self._icons.pixmap(place.icon, look.colour("rail-text"), look.px(rail.ICON), ratio)
            rail.paint_item(painter, QRect(0, y, width, item), place, look, icon)


def _fill(painter: QPainter, rect: QRect, colour: str) -> None:
    dot = QPixmap(1, 1)
    dot.fill(QColor(colour))
    painter.drawPixmap(rect, dot)
