"""A segmented control: a few choices side by side, one of them on."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from bouwstenen_app.ui.widgets.flow import FlowLayout


class SegmentedControl(QFrame):
    """Shows choices as (key, words); arrow keys move between them, and long rows wrap."""

    chosen = Signal(str)
    """Key of the choice that a person made."""

    def __init__(self, choices: Iterable[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._silent = False
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self, gap=0)
        for key, words in choices:
            button = QPushButton(words, self)
            button.setCheckable(True)
            button.setAccessibleDescription(name)
            self._buttons[key] = button
            self._group.addButton(button)
            self._row.addWidget(button)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def current(self) -> str:
        """Key of the choice that is on; empty when none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Set a choice on, without a signal."""
        self._silent = True
        self._buttons[key].setChecked(True)
        self._silent = False

    def focus_current(self) -> None:
        """Take the focus, on the choice that is on."""
        button = self._group.checkedButton() or next(iter(self._buttons.values()))
        button.setFocus()

    def set_words(self, key: str, words: str) -> None:
        """Change the words of a choice: a count, for instance."""
        self._buttons[key].setText(words)

    def _on_toggled(self, chosen: QAbstractButton, on: bool) -> None:
        if on:  # Tab comes to the choice that is on, from both sides, and goes on from there
            for button in self._buttons.values():
                policy = Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(policy)
        # Not clicked: the arrow keys choose without a click.
        if on and not self._silent:
            self.chosen.emit(self.current)
