"""Asks for one name, in the page itself: a line with the buttons under it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import labelled

LONGEST: Final = 120


class NameCard(Card):
    """Hidden until it is asked; Enter accepts, Esc hides it again."""

    named = Signal(str)
    """The name that was accepted. It stays in sight until ``finish``: the name may be refused."""
    finished = Signal()
    """It is hidden again."""

    def __init__(self, theme: Theme, question: str, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(question)
        self._back: QWidget | None = None
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        label = labelled(question, self.line)
        self.accept = KeyButton(theme, accept, "Return", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        buttons = FlowLayout(gap=10)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        for widget in (label, self.line):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.finish)
        self.line.returnPressed.connect(self._on_accepted)
        self.accept.clicked.connect(self._on_accepted)
        self.cancel.clicked.connect(self.finish)
        self.hide()

    def ask(self, suggestion: str, back: QWidget) -> None:
        """Ask for a name; afterwards the focus goes ``back``."""
        self._back = back
        self.line.setText(suggestion)
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def finish(self) -> None:
        """Hide the question, and give the focus back if it was here."""
        focused = any(widget.hasFocus() for widget in (self.line, self.accept, self.cancel))
        self.hide()
        self.finished.emit()
        if focused and self._back is not None:
            self._back.setFocus()

    def _on_accepted(self) -> None:
        self.named.emit(self.line.text())
