"""How the rail looks: its places, in the order of the work, and the painting of one item.

The first window paints it before the real rail is there. So nothing here touches ``Qt``, the namespace with all the
enumerations: making it takes a seventh of the time in which a bare window starts. Pens and brushes touch it too.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import FAMILIES, Look

WIDTH: Final = 84
MARK: Final = 28
MARK_ROOM: Final = 54
ITEM: Final = 63
GAP: Final = 2
BOTTOM: Final = 10
ICON: Final = 22
LABEL: Final = 11
EDGE: Final = 3


class RailPlace(NamedTuple):
    """One place of the rail."""

    key: str
    name: str
    icon: str
    shortcut: str
    below: bool = False
    """Whether it stands at the bottom."""


def rail_places() -> tuple[RailPlace, ...]:
    """Return the places, in the language of the interface."""
    tr = QCoreApplication.translate
    return (
        RailPlace("sessions", tr("Rail", "Sessies"), "sessions", "Ctrl+1"),
        RailPlace("capture", tr("Rail", "Vastleggen"), "capture", "Ctrl+2"),
        RailPlace("organise", tr("Rail", "Ordenen"), "organise", "Ctrl+3"),
        RailPlace("insight", tr("Rail", "Inzicht"), "insight", "Ctrl+4"),
        RailPlace("report", tr("Rail", "Rapport"), "report", "Ctrl+5"),
        RailPlace("exchange", tr("Rail", "Uitwisselen"), "exchange", "", below=True),
        RailPlace("settings", tr("Rail", "Instellingen"), "settings", "Ctrl+,", below=True),
    )


def label_font(look: Look) -> QFont:
    """Return the font of the names in the rail."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(look.px(LABEL))
    return font


def rail_width(look: Look, names: list[str]) -> int:
    """Return how wide the rail is: wider than usual only when a name needs it."""
    metrics = QFontMetricsF(label_font(look))
    widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0)
    return max(WIDTH, round(widest + 0.5) + look.px(14))


def paint_mark(painter: QPainter, rect: QRect, look: Look, icons: Icons, ratio: float) -> None:
    """Paint the two bricks in the middle of this room."""
    size = look.px(MARK)
    drawing = icons.pixmap("mark", look.colour("rail-text-active"), size, ratio)
    painter.drawPixmap(rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2, drawing)


def paint_item(painter: QPainter, rect: QRect, place: RailPlace, look: Look, icon: QPixmap) -> None:
    """Paint the icon and, in the colour of the pen, the name of a place."""
    font = label_font(look)
    metrics = QFontMetricsF(font)
    size, gap = look.px(ICON), look.px(5)
    top = rect.y() + (rect.height() - size - gap - metrics.height()) / 2
    painter.drawPixmap(rect.x() + (rect.width() - size) // 2, round(top), icon)
    painter.setFont(font)
    x = rect.x() + (rect.width() - metrics.horizontalAdvance(place.name)) / 2
    painter.drawText(round(x), round(top + size + gap + metrics.ascent()), place.name)
