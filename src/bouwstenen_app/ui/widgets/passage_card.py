"""A passage of the report to write in: what the writer makes of it, and what the program says there."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, IconButton, KeyButton
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.privacy_watch import watched
from bouwstenen_app.ui.widgets.words import words

MOST_LINES = 9
LONGEST_SHOWN = 600
"""Characters of a generated text that are shown for comparing."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a passage: what the program says, and what the writer made of it."""

    key: str
    heading: str
    generated: str = ""
    own: str | None = None
    """None when the writer wrote nothing; empty when it is left out."""
    changed: bool = False
    """What the program says has changed since."""
    present: bool = True


class PassageCard(QFrame):
    """Stands below the pages while a passage is written in. An edit is told after a short pause."""

    edited = Signal(str, str)
    """Key, and the text of the writer."""
    reset_asked = Signal(str)
    """The generated text is to stand there again."""
    kept = Signal(str)
    """The writer's text holds, also now that the generated one has changed."""
    left_out = Signal(str)
    """The passage is not to be in the report at all."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._theme = theme
        self._now = Written("", "")
        self._title = words("", "strong", wrap=True)
        self._mark = words("", "good", wrap=True)
        self.text = EditedText(least=2, most=MOST_LINES)
        self.text.installEventFilter(self)
        self._changed = words("", "warn", wrap=True)
        self._generated = words("", "muted", wrap=True)
        self.done = KeyButton(theme, self.tr("Klaar"), "Esc", bound=False)
        self.keep = KeyButton(theme, self.tr("Mijn tekst houden"))
        self.reset = KeyButton(theme, self.tr("Terug naar de gegenereerde tekst"), kind=QUIET)
        self.omit = KeyButton(theme, self.tr("Weglaten uit dit rapport"), kind=QUIET)
        self._close = IconButton(theme, "close", self.tr("Sluiten"), size=14)
        self._lay_out()
        self.text.edited.connect(lambda text: self.edited.emit(self._now.key, text))
        self.done.clicked.connect(self.close_card)
        self._close.clicked.connect(self.close_card)
        self.keep.clicked.connect(lambda: self.kept.emit(self._now.key))
        self.reset.clicked.connect(lambda: self.reset_asked.emit(self._now.key))
        self.omit.clicked.connect(lambda: self.left_out.emit(self._now.key))
        self.hide()

    @property
    def key(self) -> str:
        """Key of the passage that is open; empty when none is."""
        return "" if self.isHidden() else self._now.key

    def open(self, passage: Written) -> None:
        """Show a passage and put the cursor in it; an edit of another one is told first."""
        self.text.finish()
        self._show(passage, fresh=True)
        self.show()
        self.text.setFocus()
        self.text.to_end()

    def follow(self, passage: Written) -> None:
        """Show the passage that is open as it is now."""
        self._show(passage, fresh=False)

    def close_card(self) -> None:
        """Tell of the last edit, and close."""
        if not self.isHidden():
            self.text.finish()
            self.hide()
            self.closed.emit()

    def _show(self, passage: Written, *, fresh: bool) -> None:
        self._now = passage
        own = passage.own is not None
        self._title.setText(self.tr("In “{heading}”").format(heading=passage.heading))
        mark = self.tr("eigen tekst") if passage.own else self.tr("weggelaten") if own else ""
        here = "" if passage.present else self.tr("staat nu niet in het rapport")
        self._mark.setText(" · ".join(filter(None, (mark, here))))
        self._mark.setVisible(bool(self._mark.text()))
        self.text.set_text(passage.own if passage.own is not None else passage.generated, fresh=fresh)
        self.text.setAccessibleName(self.tr("Tekst in {heading}").format(heading=passage.heading))
        self._changed.setVisible(passage.changed)
        self._changed.setText(self.tr("De gegenereerde tekst is veranderd sinds je dit schreef. Nu staat er:"))
        shown = own and bool(passage.generated)
        self._generated.setVisible(shown)
        said = passage.generated
        if len(said) > LONGEST_SHOWN:
            said = f"{said[:LONGEST_SHOWN].rstrip()}…"
        self._generated.setText(said if passage.changed else self.tr("Gegenereerd: {text}").format(text=said))
        self.keep.setVisible(passage.changed)
        self.reset.setVisible(shown or (own and not passage.present))
        self.omit.setVisible(bool(passage.generated) and passage.own != "")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._mark)
        head.addWidget(self._close)
        buttons = FlowLayout(gap=8)
        for button in (self.done, self.keep, self.reset, self.omit):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(7)
        column.addLayout(head)
        for widget in (self.text, self._changed, self._generated):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.privacy = watched(self.text, self._theme, column, tuple)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close_card()
            return True
        return super().eventFilter(watched, event)
