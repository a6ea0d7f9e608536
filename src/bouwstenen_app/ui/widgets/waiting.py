"""The page shown while a workspace opens: it keeps the keys that are typed meanwhile."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.widgets.typed_keys import TypedKeys
from bouwstenen_app.ui.widgets.words import words


class WaitingPage(QWidget):
    """Has the focus until the work can begin, and then hands over what was typed, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = TypedKeys()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._words = words("", "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self._words)

    def say(self, sentence: str) -> None:
        """Say what is going on; nothing, when it takes no time worth mentioning."""
        self._words.setText(sentence)

    def hand_over(self, to: QWidget) -> None:
        """Type what was typed here into another widget, or into what has the focus in it by then."""
        self._typed.hand_over(to)

    @override
    def event(self, event: QEvent) -> bool:
        # Tab and Backtab would move the focus away before they are a key press.
        return self._typed.take(event) or super().event(event)
