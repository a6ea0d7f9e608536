"""The way to the remarks of reviewers: its key, and the button in *Rapport* that counts those that are open."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import reviewing
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.file_drop import DocumentDrop

REVIEW: Final = "review"
REVIEW_KEY: Final = "Ctrl+Shift+R"
TABLES: Final = ("review", "remark")


class ReviewDoor(QObject):
    """Keeps the button of a place up to date; a Word document that is dropped on the place goes the same way."""

    files_asked = Signal(object)
    """Paths of documents that came back."""

    def __init__(self, desk: Desk, theme: Theme, place: Place) -> None:
        super().__init__(place)
        self._desk = desk
        self.button = KeyButton(theme, "", icon="edit")
        self.button.setToolTip(
            tip(
                self.tr("Wat meelezers schreven overnemen, afwijzen of beantwoorden ({key})").format(key=REVIEW_KEY)
            )
        )
        self.button.clicked.connect(lambda: place.place_asked.emit(REVIEW))
        DocumentDrop(place).dropped.connect(self.files_asked)
        desk.changed.connect(self._on_changed)
        self._count()

    def ask(self, file: Path) -> None:
        """Ask for a document to be read back."""
        self.files_asked.emit((file,))

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._count()

    def _count(self) -> None:
        count = sum(self._desk.read(reviewing.open_counts).values())
        self.button.setText(self.tr("Opmerkingen ({n})").format(n=count) if count else self.tr("Opmerkingen"))
        self.button.updateGeometry()
