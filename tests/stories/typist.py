"""Someone who types on in the real window until the program is killed, and writes down what they saw.

It runs as a program of its own: for each line on its input (a workspace, a log, a number for chance) it forks a
child that opens the window and types; all that is slow to import is imported once.
"""

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.stories.running import Running

from bouwstenen_app.folders import resources_folder
from bouwstenen_app.program import Program
from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import LIGHT, chosen_look
from bouwstenen_app.ui.places import grouping, sessions, tag_inbox, voting
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

PACE = 8
"""Milliseconds between two keys: far faster than a person, so that there is much to lose."""
WORDS = ("wijkagent", "belt", "meteen", "het", "lokale", "team", "en", "vraagt", "wat", "kind", "zelf", "ziet")
TAGS = ("@politie ", "#kantelmomenten ", "!knelpunt ", "#nieuw-woord ", "+3")
WARM = (grouping, sessions, tag_inbox, voting)
"""What a child need not import again."""

READY, TEXT, STORED, ACT, LOST = "ready", "text", "stored", "act", "lost"


class Typist(QObject):
    """Presses a key at each tick. A line of its log: time (monotonic, seconds), what happened, and the text."""

    def __init__(self, running: Running, log: int, chance: random.Random) -> None:
        super().__init__()
        self._running = running
        self._log = log
        place = running.window.current_place
        assert isinstance(place, CapturePlace)
        self._line = place.page.bar.line
        self._keys = _keys(chance)
        self._timer = QTimer(self, interval=PACE)
        self._timer.timeout.connect(self._press)
        self._timer.start()
        self._note(READY)

    def _press(self) -> None:
        key, is_act = next(self._keys)
        before = self._line.toPlainText()
        if is_act:
            self._note(ACT, key)
            self._running.press(key)
        elif not self._line.hasFocus():
            self._note(LOST)
            self._timer.stop()
            return
        elif key == "Return":
            self._running.press(key)
            if before and not self._line.toPlainText():
                self._note(STORED, before)
                return
        else:
            self._running.type(key)
        self._note(TEXT)

    def _note(self, what: str, text: str | None = None) -> None:
        text = self._line.toPlainText() if text is None else text
        os.write(self._log, f"{time.monotonic():.4f}\t{what}\t{json.dumps(text)}\n".encode())


def _keys(chance: random.Random) -> Iterator[tuple[str, bool]]:
    """Yield keys, and whether each is a command: sentences with tags, other rounds, ways and places in between."""
    while True:
        words = [chance.choice(WORDS) for _ in range(chance.randint(1, 3))]
        words.insert(chance.randint(1, len(words)), chance.choice(TAGS).strip())
        text = f"{chance.randrange(16**8):08x} {' '.join(words)}."
        break_at = chance.randint(5, len(text)) if chance.random() < 0.5 else -1
        for place, character in enumerate(text):
            if place == break_at:
                yield from _aside(chance)
            yield character, False
        yield "Return", False


def _aside(chance: random.Random) -> Iterator[tuple[str, bool]]:
    there, back = chance.choice(
        [("Ctrl+PageDown", "Ctrl+PageUp"), ("F7", "F7"), ("F3", "F3"), ("F8", "F8"), ("Ctrl+1", "Ctrl+2")]
    )
    yield there, True
    yield back, True


def type_on(path: Path, log: Path, seed: int) -> None:
    """Open the window on a workspace and type until someone kills the process."""
    app = QApplication(["bouwstenen", "-style", "fusion"])
    resources = resources_folder()
    settings = Settings(log.with_suffix(".ini"))
    frame = FirstWindow(chosen_look(resources, LIGHT, 100, system_dark=False), Icons(resources / "icons"), settings)
    theme = Theme(app, resources, choice=LIGHT)
    window = MainWindow(theme)
    frame.settle(window)
    frame.show()
    QTest.qWaitForWindowActive(frame)
    program = Program(window, theme, settings)
    program.begin(path)
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    typist = Typist(Running(program, window, frame), file, random.Random(seed))
    app.exec()
    del typist


def main() -> None:
    """Fork a child for each line that comes in; tell its number, and when it is gone."""
    for line in sys.stdin:
        path, log, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            type_on(Path(path), Path(log), int(seed))
            os._exit(0)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        os.waitpid(child, 0)
        sys.stdout.write("gone\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
