"""The right side of *Sessies*: the chosen session, the questions about a new one, or why there is neither."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.words import words


class SessionPages(QStackedWidget):
    """Begins with a blank page; the two pages that scroll are filled by the place, when there is time for it."""

    def __init__(self, theme: Theme, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(
            theme,
            "sessions",
            self.tr("Hier staan je sessies. Maak er een: dan kun je meteen bouwstenen vastleggen."),
            "" if read_only else self.tr("Nieuwe sessie"),
        )
        self.new, self.detail = ScrollPage(), ScrollPage()
        self.nothing = words(self.tr("Geen sessie past bij wat je zoekt."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (QWidget(), self.empty, self.new, self.detail, self.nothing):
            self.addWidget(page)

    @property
    def asks_for_new(self) -> bool:
        """Whether the questions about a new session are in front."""
        return self.currentWidget() is self.new

    def show_page(self, page: QWidget, *, leave_new: bool = True) -> None:
        """Bring a page to the front; with ``leave_new=False`` the questions about a new session stay."""
        if leave_new or not self.asks_for_new:
            self.setCurrentWidget(page)
