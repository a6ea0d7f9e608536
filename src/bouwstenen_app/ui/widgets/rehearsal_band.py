"""The band over a rehearsal: nobody takes the copy for the real workspace, and stopping is one click away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.words import words


class RehearsalPage(QWidget):
    """The content of the window while someone rehearses: a band, and under it the same as always."""

    stop_asked = Signal()

    def __init__(self, theme: Theme, content: QWidget, key: str, parent: QWidget | None = None) -> None:
        """``key`` stops too; the content listens to it."""
        super().__init__(parent)
        self._theme = theme
        self.band = QFrame()
        self.band.setProperty("kind", "rehearsal")
        self.band.setAccessibleName(self.tr("Oefenmodus"))
        self.stop = KeyButton(theme, self.tr("Stop met oefenen"), key, bound=False)
        self.stop.clicked.connect(self.stop_asked)
        self._row = QHBoxLayout(self.band)
        self._row.addWidget(words(self.tr("Oefenmodus — niets hiervan wordt bewaard"), wrap=True), 1)
        self._row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(content, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(4), px(20), px(4))
