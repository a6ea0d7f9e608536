"""The backups of the workspace, in *Instellingen*: each with its date and size, and what differs from now."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

GAP: Final = 1
"""Pixels above and below a row."""
EDGE: Final = 3
"""Pixels of the frame, above and below the rows."""
ROWS: Final = 6
"""Rows that are seen at once."""


class BackupLine(NamedTuple):
    """One backup, in words."""

    when: str
    size: str
    why: str = ""
    """Why it was made, when not only because something had changed."""


class BackupCard(Card):
    """Shows the list; ``chosen`` asks what differs, and nothing is put back without the button."""

    chosen = Signal(int)
    """The place in the list."""
    put_back_asked = Signal(int)
    new_asked = Signal(int)
    folder_asked = Signal()
    now_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._can = True
        """Whether the workspace may be changed."""
        title = self.tr("Reservekopieën")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        about = self.tr(
            "Bouwstenen maakt ze zelf als er iets is veranderd: bij het openen, elk uur dat je werkt en bij het "
            "sluiten. Van de laatste dag blijft er één per uur, daarvoor één per dag, per week en per maand. Ze "
            "staan op deze laptop en hebben het wachtwoord van de werkmap."
        )
        self.column.addWidget(words(about, "muted", wrap=True))
        self.list = _List()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName(title)
        self._told = words("", wrap=True)
        self.put_back = KeyButton(theme, self.tr("Terugzetten…"), icon="undo")
        self.new = KeyButton(theme, self.tr("Als nieuwe werkmap openen…"), icon="file")
        self.folder = KeyButton(theme, self.tr("Map tonen"), icon="folder")
        self.now = KeyButton(theme, self.tr("Nu een reservekopie maken"), icon="copy")
        self.sure = KeyButton(theme, self.tr("Ja, terugzetten"), icon="check")
        self.no = KeyButton(theme, self.tr("Nee"))
        self._lay_out()
        self._connect()
        self._fit()
        theme.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """What it says of the backup that is chosen."""
        return self._told.text()

    def show_backups(self, lines: Sequence[BackupLine]) -> None:
        """Show the list anew, the newest first; the first is chosen."""
        self.list.clear()
        for line in lines:
            parts = (line.when, line.size, line.why)
            self.list.addItem(QListWidgetItem(" · ".join(part for part in parts if part)))
        self.list.setVisible(bool(lines))
        self._ask(asking=False)
        if lines:
            self.list.setCurrentRow(0)
        else:
            self.tell(self.tr("Er is nog geen reservekopie van deze werkmap."), can=False)
        self._fit()

    def tell(self, sentence: str, *, can: bool) -> None:
        """Say what differs from now in the backup that is chosen, and whether it can be put back."""
        self._told.setText(sentence)
        for button in (self.put_back, self.new):
            button.setEnabled(can)

    def can_change(self, possible: bool) -> None:
        """Offer what changes the workspace, or not: in a copy to look at nothing is put back."""
        self._can = possible
        self._ask(asking=False)

    def ask(self, sentence: str) -> None:
        """Ask whether the backup that is chosen is to be put back."""
        self._told.setText(sentence)
        self._ask(asking=True)
        self.sure.setFocus()

    def _ask(self, *, asking: bool) -> None:
        for button in (self.put_back, self.now):
            button.setHidden(asking or not self._can)
        for button in (self.new, self.folder):
            button.setHidden(asking or not self.list.count())
        for button in (self.sure, self.no):
            button.setHidden(not asking)
        self.list.setEnabled(not asking)

    def _lay_out(self) -> None:
        self.column.addWidget(self.list)
        self.column.addWidget(self._told)
        flow = FlowLayout(gap=10)
        for button in (self.sure, self.no, self.put_back, self.new, self.folder, self.now):
            flow.addWidget(button)
        self.column.addLayout(flow)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row)
        self.put_back.clicked.connect(lambda: self.ask(self._question()))
        self.no.clicked.connect(self._on_no)
        self.sure.clicked.connect(self._on_sure)
        self.new.clicked.connect(lambda: self.new_asked.emit(self.list.currentRow()))
        self.folder.clicked.connect(self.folder_asked)
        self.now.clicked.connect(self.now_asked)

    def _question(self) -> str:
        item = self.list.currentItem()
        when = item.text().split(" · ")[0]
        told = self.tr(
            "Wil je de werkmap terugzetten naar {when}? Wat er nu in staat, wordt eerst bewaard. {differs}"
        )
        return told.format(when=when, differs=self._told.text())

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def _on_no(self) -> None:
        self._ask(asking=False)
        self.list.setFocus()
        self._on_row(self.list.currentRow())

    def _on_sure(self) -> None:
        self._ask(asking=False)
        self.put_back_asked.emit(self.list.currentRow())

    def _fit(self) -> None:
        self.list.ensurePolished()
        row = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height()
        rows = min(ROWS, max(1, self.list.count()))
        self.list.setFixedHeight(rows * (max(row, self.fontMetrics().height()) + 2 * GAP) + 2 * EDGE)


class _List(QListWidget):
    """Tab goes on; the arrows choose."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSpacing(GAP)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp)
        if event.key() in (*moves, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()
