"""What stands above the pages: which page it is, how large it is shown, and room for the pages alone."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.words import ElidedLabel, words

NARROW: Final = 280
"""Below this width, in pixels at 100 %, only the buttons stay: the pages have their number on them too."""
LEAST: Final = 184
"""What the buttons take, in pixels at 100 %."""


class PreviewBar(QFrame):
    """Asks for another size; what is in sight is told from outside."""

    zoom_asked = Signal(int)
    """Larger (1), smaller (-1), or as wide as fits (0)."""
    alone_asked = Signal(bool)
    """The pages are to stand alone, without the recipe beside them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "header")
        self._where = words("", "muted")
        self._hint = ElidedLabel("small")
        self._hints = (
            self.tr("Klik op een tekst om hem te herschrijven; dubbelklik op een bouwsteen om hem te openen"),
            self.tr("Klik op een tekst om hem te herschrijven"),
            "",
        )
        self.smaller = IconButton(theme, "minus", self.tr("Kleiner tonen (−)"), size=15)
        self.percent = KeyButton(theme, "")
        self.percent.setProperty("kind", "quiet")
        self.percent.setToolTip(self.tr("Zo breed als past (0)"))
        self.percent.setAccessibleName(self.tr("Zo breed als past"))
        self.larger = IconButton(theme, "plus", self.tr("Groter tonen (+)"), size=15)
        self.alone = KeyButton(theme, self.tr("Groot"), "F11", bound=True)
        self.alone.setCheckable(True)
        self.alone.setToolTip(self.tr("Alleen de bladzijden, zonder het recept ernaast"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self._where)
        row.addSpacing(10)
        row.addWidget(self._hint, 1)
        for widget in (self.smaller, self.percent, self.larger, self.alone):
            row.addWidget(widget)
        self.smaller.clicked.connect(lambda: self.zoom_asked.emit(-1))
        self.percent.clicked.connect(lambda: self.zoom_asked.emit(0))
        self.larger.clicked.connect(lambda: self.zoom_asked.emit(1))
        self.alone.toggled.connect(self.alone_asked)

    def show_place(self, page: int, pages: int, percent: int) -> None:
        """Say which page of how many is in sight, and in which size."""
        self._where.setText(self.tr("Blz. {n} van {all}").format(n=page, all=pages))
        self.percent.setText(f"{percent}%")
        self.percent.setAccessibleName(self.tr("Getoond op {n} procent; zo breed als past").format(n=percent))
        self.percent.updateGeometry()
        self._fit()

    def _fit(self) -> None:
        """Show the longest hint that there is room for, whole, and in a narrow bar the buttons only."""
        narrow = self.width() < self._theme.px(NARROW)
        self._where.setVisible(not narrow)
        self.percent.setVisible(not narrow)
        self.alone.show_key(not narrow)
        self._row.invalidate()
        room = self.width() - self._row.minimumSize().width()
        metrics = self._hint.fontMetrics()
        fits = (said for said in self._hints if not said or metrics.horizontalAdvance(said) + 4 < room)
        self._hint.setText(next(fits))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(LEAST), super().minimumSizeHint().height())  # it makes room when it is narrower

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
