"""The page while a workspace is written anew with another password: how far it is, and that nothing is lost."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 460


class RewritingPage(QWidget):
    """Has the focus meanwhile, and nothing to press: it cannot be stopped half-way."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = Card()
        self._card.column.setContentsMargins(24, 22, 24, 22)
        self._card.column.setSpacing(12)
        self._now = words("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Voortgang"))
        title = self.tr("De werkmap wordt opnieuw geschreven…")
        told = self.tr(
            "Er gaat niets verloren: pas als de nieuwe versie is nagekeken, komt die in de plaats van de oude. "
            "Wacht tot het klaar is."
        )
        self.setAccessibleName(title)
        self.setAccessibleDescription(told)
        self._card.column.addWidget(words(title, "heading", wrap=True))
        self._card.column.addWidget(words(told, wrap=True))
        self._card.column.addWidget(self._bar)
        self._card.column.addWidget(self._now)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 1000)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)
        self._fit()
        theme.changed.connect(self._fit)

    def begin(self) -> None:
        """Begin at nothing."""
        self._bar.setRange(0, 0)
        self._now.setText("")
        self.setFocus()

    def show_progress(self, progress: Progress) -> None:
        """Say what is being done and how far it is."""
        self._now.setText(f"{progress.what}…")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _fit(self) -> None:
        self._card.setMaximumWidth(self._theme.px(WIDTH))
