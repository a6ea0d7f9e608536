"""A card with one figure: its title, a menu to take it along, and its note."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.words import words

COPY, TEXT, PNG, SVG = "copy", "text", "png", "svg"


class FigureCard(Card):
    """What belongs to the figure itself goes into ``column``, above the note. Its place listens to the keys."""

    take_asked = Signal(str)
    """One of ``COPY``, ``TEXT``, ``PNG`` and ``SVG``."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = words(title, "strong", wrap=True)
        self.note = words("", "small", wrap=True)
        self.setAccessibleName(title)
        self.menu = QMenu(self)
        self.button = KeyButton(theme, self.tr("Meenemen"), "Ctrl+M", icon="export", bound=False)
        self.button.setToolTip(self.tr("Kopiëren of bewaren, voor een verslag, een bericht of een dia"))
        self.button.clicked.connect(self.open_menu)
        for key, name, shortcut in (
            (COPY, self.tr("Figuur en tabel kopiëren"), "Ctrl+Shift+C"),
            (TEXT, self.tr("Tabel als tekst kopiëren"), ""),
            (PNG, self.tr("Bewaren als plaatje (PNG)…"), ""),
            (SVG, self.tr("Bewaren als tekening (SVG)…"), ""),
        ):
            action = self.menu.addAction(f"{name}\t{shortcut.replace('+', ' ')}" if shortcut else name)
            action.triggered.connect(lambda *_, key=key: self.take_asked.emit(key))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)

    def finish(self, *parts: QWidget | QLayout) -> None:
        """Put the parts of the figure in, and the note under them."""
        for part in parts:
            if isinstance(part, QWidget):
                self.column.addWidget(part)
            else:
                self.column.addLayout(part)
        self.column.addWidget(self.note)

    def tell(self, title: str, note: str) -> None:
        """Show another title and note."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def open_menu(self) -> None:
        """Open the menu under its button."""
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
