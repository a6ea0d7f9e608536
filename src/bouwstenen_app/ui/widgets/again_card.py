"""A document is made again over a file that somebody worked in: per text, what becomes of what stands there."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

LONGEST: Final = 400
"""Characters of a text that are shown for comparing."""


class Altered(NamedTuple):
    """One text that is other in the file than it would be now."""

    heading: str
    in_file: str
    here: str
    choices: tuple[tuple[str, str], ...]
    """What can be done with it, key and words; the first is the safest."""


class AgainCard(Card):
    """Hidden until it is asked."""

    accepted = Signal(tuple)
    """The key of what was chosen for each text, in their order."""
    other_asked = Signal()
    """The document is to go to another file."""
    read_asked = Signal()
    """What reviewers wrote in the file is to be read first."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._title = words("", "strong", wrap=True)
        self._warning = words("", "warn", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.choices: list[SegmentedControl] = []
        self.go_on = KeyButton(theme, self.tr("Exporteren"), "Ctrl+E", kind=PRIMARY, bound=False)
        self.other = KeyButton(theme, self.tr("Ander bestand…"))
        self.read = KeyButton(theme, self.tr("Eerst teruglezen"))
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        buttons = FlowLayout(gap=8)
        for button in (self.go_on, self.other, self.read, self.cancel):
            buttons.addWidget(button)
        for widget in (self._title, self._warning):
            self.column.addWidget(widget)
        self.column.addLayout(self._rows)
        self.column.addLayout(buttons)
        self.go_on.clicked.connect(self.accept)
        self.other.clicked.connect(self._on_other)
        self.read.clicked.connect(self._on_read)
        self.cancel.clicked.connect(self.close_card)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_card)
        self.hide()

    def ask(self, title: str, texts: Sequence[Altered], warning: str, *, unread: bool = False) -> None:
        """Show these texts; ``warning`` says what would be lost whatever is chosen, empty for nothing.

        ``unread`` when there are remarks of reviewers in the file that nobody read.
        """
        self.read.setVisible(unread)
        self._title.setText(title)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        self.choices = []
        for text in texts:
            self._rows.addWidget(self._row(text))
        self.show()
        if self.choices:
            self.choices[0].focus_current()
        else:
            (self.read if unread else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Go on with what is chosen."""
        self.hide()
        self.accepted.emit(tuple(choice.current for choice in self.choices))

    def close_card(self) -> None:
        """Do not go on."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _on_other(self) -> None:
        self.hide()
        self.other_asked.emit()

    def _on_read(self) -> None:
        self.hide()
        self.read_asked.emit()

    def _row(self, text: Altered) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(words(text.heading, "label", wrap=True))
        in_file = _shortened(text.in_file) or self.tr("(niets)")
        column.addWidget(words(self.tr("In het bestand: {text}").format(text=in_file), wrap=True))
        if text.here:
            here = self.tr("Nu zou er staan: {text}").format(text=_shortened(text.here))
            column.addWidget(words(here, "muted", wrap=True))
        choice = SegmentedControl(
            text.choices, self.tr("Wat met deze tekst gebeurt: {name}").format(name=text.heading)
        )
        choice.choose(text.choices[0][0])
        self.choices.append(choice)
        column.addWidget(choice)
        return row


def _shortened(text: str) -> str:
    return f"{text[:LONGEST].rstrip()}…" if len(text) > LONGEST else text
