"""A text that goes with a remark: an answer to the reviewer, or the words in which a change is taken over."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.growing_text import GrowingText
from bouwstenen_app.ui.widgets.privacy_watch import watched
from bouwstenen_app.ui.widgets.words import words

ANSWER, WORDING = "antwoord", "tekst"
"""What is written."""
LEAST: Final = 3
Key = Qt.Key


class RemarkWriting(QWidget):
    """Hidden until something is written. What was typed and left is there again for the same remark."""

    opened = Signal(bool)
    """Something is being written, or no more."""
    written = Signal(str, str)
    """What (``ANSWER`` or ``WORDING``), and the text."""
    left = Signal()
    typed = Signal()
    """Other drafts are there now."""
    paste_refused = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ("", "")
        self._start = ""
        self._drafts: dict[tuple[str, str], str] = {}
        self._label = words("", "label")
        self.text = GrowingText(least=LEAST)
        self.text.paste_refused.connect(self.paste_refused)
        self.text.textChanged.connect(self.typed)
        self.accept = KeyButton(theme, "", "Ctrl+Enter", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Niet doen"), "Esc", bound=False)
        buttons = FlowLayout(gap=8)
        for button in (self.accept, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self.text)
        column.addLayout(buttons)
        self.privacy = watched(self.text, theme, column, tuple)
        self.accept.clicked.connect(self._on_accepted)
        self.cancel.clicked.connect(self._on_cancelled)
        for key, act in (
            ("Ctrl+Return", self._on_accepted),
            ("Ctrl+Enter", self._on_accepted),
            ("Esc", self._on_cancelled),
        ):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        self.hide()

    @property
    def drafts(self) -> Mapping[tuple[str, str], str]:
        """What was typed and is not taken yet, by the id of the remark and what it is."""
        typed = self.text.toPlainText()
        if self.isHidden() or typed == self._start:
            return dict(self._drafts)
        return {**self._drafts, self._key: typed}

    def restore(self, drafts: Mapping[tuple[str, str], str]) -> None:
        """Take in what was typed before."""
        self._drafts = dict(drafts)

    def write(self, remark: str, what: str, text: str) -> None:
        """Let a text be written for a remark, beginning with this one or with what was typed before."""
        self.put_by()
        self._key, self._start = (remark, what), text
        label = self.tr("Je antwoord aan de meelezer") if what == ANSWER else self.tr("Zo komt het er te staan")
        self._label.setText(label)
        self.text.setAccessibleName(label)
        self.accept.setText(self.tr("Antwoorden") if what == ANSWER else self.tr("Zo overnemen"))
        self.accept.updateGeometry()
        self.text.setPlainText(self._drafts.get(self._key, text))
        self.show()
        self.opened.emit(True)
        self.text.to_end()
        self.text.fit()
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_by(self) -> None:
        """Close it; what was typed stays for later."""
        if self.isHidden():
            return
        typed = self.text.toPlainText()
        if typed != self._start:
            self._drafts[self._key] = typed
        else:
            self._drafts.pop(self._key, None)
        self._close()
        self.typed.emit()

    def finish(self) -> None:
        """Close it: what was typed is kept elsewhere now."""
        self._drafts.pop(self._key, None)
        self._close()

    def _close(self) -> None:
        self.hide()
        self.opened.emit(False)

    def _on_accepted(self) -> None:
        self.written.emit(self._key[1], self.text.toPlainText())

    def _on_cancelled(self) -> None:
        self.put_by()
        self.left.emit()
