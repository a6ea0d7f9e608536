"""A running program, and hands that press keys in it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.protection import PASSWORD

from bouwstenen_app.program import Program
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.unlock import UnlockPage

Shown = TypeVar("Shown", bound=Place)
_PIECES = re.compile(r"\s*[@#!+]\S+|(?:(?!\s[@#!+]).){1,60}")
"""A tag or votes with the space before it, or at most sixty characters of text."""


@dataclass
class Running:
    """The program as a person has it before them."""

    program: Program
    window: MainWindow
    frame: FirstWindow

    def place(self, kind: type[Shown]) -> Shown:
        """The place that is in front, which has to be of this kind."""
        place = self.window.current_place
        assert isinstance(place, kind)
        return place

    @property
    def line(self) -> CaptureLine:
        """The capture line; *Vastleggen* has to be in front."""
        return self.place(CapturePlace).page.bar.line

    @property
    def titles(self) -> list[str]:
        """The titles of all blocks that are in the workspace."""
        return [block.title for block in self.program.desk.read(boards.select_blocks, Selection())]

    @property
    def told(self) -> str:
        """The sentence in the notice."""
        return self.window.notice.text

    @property
    def asks(self) -> bool:
        """Whether the program asks for the password, and is ready for it."""
        page = self.window.body.currentWidget()
        return isinstance(page, UnlockPage) and not page.waits

    def unlock(self, qtbot: QtBot, password: str = PASSWORD) -> None:
        """Type the password that is asked for, and wait until the workspace is open."""
        qtbot.waitUntil(lambda: self.asks)
        self.type(password)
        self.press("Return")
        qtbot.waitUntil(lambda: self.program.has_workspace, timeout=10_000)
        qtbot.wait(20)  # what was half filled in opens at the next turns of the event loop

    def lock(self, qtbot: QtBot) -> None:
        """Lock the workspace with its key, and wait until it is closed."""
        with qtbot.waitActive(self.frame):
            self.frame.activateWindow()
        self.press("F12")
        qtbot.waitUntil(lambda: not self.program.has_workspace, timeout=10_000)

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


Start = Callable[[Path | None], Running]
"""Starts the program on a file or on none; the one before is closed."""
