"""A running program, and hands that press keys in it."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.program import Program
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

_PIECES = re.compile(r"\s*[@#!+]\S+|(?:(?!\s[@#!+]).){1,60}")
"""A tag or votes with the space before it, or at most sixty characters of text."""


@dataclass
class Running:
    """The program as a person has it before them."""

    program: Program
    window: MainWindow
    frame: FirstWindow

    def press(self, keys: str) -> None:
        """Press a combination such as ``Ctrl+Return`` where the focus is."""
        *held, key = keys.split("+")
        modifier = Qt.KeyboardModifier.NoModifier
        for name in held:
            modifier |= getattr(Qt.KeyboardModifier, {"Ctrl": "ControlModifier"}.get(name, f"{name}Modifier"))
        QTest.keyClick(self.focus, getattr(Qt.Key, f"Key_{key}"), modifier)

    def type(self, text: str) -> None:
        """Type a text, a key for each character; a new line is Shift+Enter."""
        for character in text:
            if character == "\n":
                self.press("Shift+Return")
            else:
                self._key(character)

    def type_words(self, text: str) -> None:
        """Type a text a few words at a time, as a fast keyboard sends them; a tag is typed key by key."""
        for line, words in enumerate(text.split("\n")):
            if line:
                self.press("Shift+Return")
            for piece in _PIECES.findall(words):
                if piece.strip()[:1] in ("@", "#", "!", "+"):
                    self.type(piece)
                else:
                    self._key(piece)

    @property
    def focus(self) -> QWidget:
        """The widget that gets the keys."""
        widget = self.frame.focusWidget()
        return self.frame if widget is None else widget

    def _key(self, character: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(self.focus, event)
