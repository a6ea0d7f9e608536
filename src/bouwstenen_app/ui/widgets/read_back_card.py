"""The block that the room is reading: its words, large, and what the room says of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED, Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.privacy_watch import Names, watched
from bouwstenen_app.ui.widgets.words import words

MOST_FOR_LARGE = 125
"""Text size in per cent up to which the title is shown at its largest."""
PARKED = "geparkeerd"
"""Key of the button of the parking lot, beside those of the outcomes."""


class ReadBackCard(Card):
    """Shows one block and tells what a person does with it."""

    edited = Signal(str, str, str)
    """Id of the block, name of a text of it, the new text."""
    marked = Signal(str)
    """One of ``READ_BACKS``."""
    parking_asked = Signal()
    done = Signal()
    """A text is written: back to the list."""
    paste_refused = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._block: Block | None = None
        self._source = words("", "muted", wrap=True)
        self.title = _Wording(single_line=True)
        self.title.setAccessibleName(self.tr("Titel"))
        self.explanation = _Wording()
        self.explanation.setProperty("kind", "reading")
        self.explanation.setPlaceholderText(self.tr("Toelichting"))
        self.explanation.setAccessibleName(self.tr("Toelichting"))
        self.minority = _Wording(least=2)
        self.minority.setPlaceholderText(self.tr("Wat ziet een deel van de zaal anders?"))
        self.minority.setAccessibleName(self.tr("Minderheidsstandpunt"))
        self._texts = {"title": self.title, "explanation": self.explanation, "minority": self.minority}
        self.buttons = {
            CONFIRMED: KeyButton(theme, "", "B", bound=False),
            ADJUSTED: KeyButton(theme, "", "A", bound=False),
            NOT_RECOGNISED: KeyButton(theme, "", "N", bound=False),
            PARKED: KeyButton(theme, "", "P", bound=False),
        }
        self._build()
        self._watches = [watched(text, theme, self.column, tuple) for text in self._texts.values()]
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def block(self) -> Block | None:
        """The block that is shown."""
        return self._block

    def set_no_persons(self, names: Names) -> None:
        """Take what gives the names that are no person's."""
        for watch in self._watches:
            watch.set_names(names)

    def show_block(self, block: Block) -> None:
        """Show a block; what is being written in the one before is told first."""
        fresh = self._block is None or self._block.id != block.id
        if fresh:
            self.finish()
        self._block = block
        for name, text in self._texts.items():
            text.set_text(getattr(block, name), fresh=fresh)
        round_number = self.tr("ronde {n}").format(n=block.round) if block.round is not None else ""
        votes = dutch.counted(block.votes, self.tr("stem"), self.tr("stemmen")) if block.votes else ""
        number = self.tr("Bouwsteen {n}").format(n=block.number)
        parts = (number, round_number, votes, block.cluster)
        self._source.setText(" · ".join(filter(None, parts)))
        for key, button in self.buttons.items():
            on = block.parked if key == PARKED else block.read_back == key
            button.setText(f"✓ {self._words(key)}" if on else self._words(key))
            button.setChecked(on)
            button.updateGeometry()

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        for text in self._texts.values():
            text.finish()

    def write_title(self) -> None:
        """Let the words be changed."""
        self._write(self.title)

    def write_minority(self) -> None:
        """Let be written what a minority sees differently."""
        self._write(self.minority)

    def _write(self, text: EditedText) -> None:
        text.to_end()
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _words(self, key: str) -> str:
        return {
            CONFIRMED: self.tr("Bevestigd"),
            ADJUSTED: self.tr("Aangepast"),
            NOT_RECOGNISED: self.tr("Niet herkend"),
            PARKED: self.tr("Parkeerplaats"),
        }[key]

    def _build(self) -> None:
        for name, text in self._texts.items():
            text.edited.connect(lambda value, name=name: self._on_edited(name, value))
            text.done.connect(self.done)
            text.paste_refused.connect(self.paste_refused)
        outcomes = FlowLayout(gap=10)
        for key, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self._on_clicked(key))
            outcomes.addWidget(button)
        label = words(self.tr("Minderheidsstandpunt (M)"), "label")
        label.setBuddy(self.minority)
        for widget in (self._source, self.title, self.explanation):
            self.column.addWidget(widget)
        self.column.addSpacing(6)
        asked = QVBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(words(self.tr("Klopt dit?"), "strong"))
        asked.addLayout(outcomes)
        self.column.addLayout(asked)
        self.column.addSpacing(6)
        self.column.addWidget(label)
        self.column.addWidget(self.minority)

    def _fit(self) -> None:
        """Show the title large; with large text already, less so, and the question below it stays in sight."""
        self.title.setProperty("kind", "large" if self._theme.percent <= MOST_FOR_LARGE else "less-large")
        self.title.style().polish(self.title)
        self.title.fit()

    def _on_clicked(self, key: str) -> None:
        if self._block is None:
            return
        button = self.buttons[key]  # it shows what is stored, not what was clicked
        button.setChecked(self._block.parked if key == PARKED else self._block.read_back == key)
        if key == PARKED:
            self.parking_asked.emit()
        else:
            self.marked.emit(key)

    def _on_edited(self, name: str, text: str) -> None:
        if self._block is not None:
            self.edited.emit(self._block.id, name, text)


class _Wording(EditedText):
    """Esc, Ctrl+Enter and, in one line, Enter mean that it is written."""

    done = Signal()

    def __init__(self, *, least: int = 1, single_line: bool = False) -> None:
        super().__init__(least=least, single_line=single_line)
        self._one_line = single_line

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        whole = self._one_line or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape or (enter and whole):
            self.finish()
            self.done.emit()
        else:
            super().keyPressEvent(event)
