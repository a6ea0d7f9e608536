"""The longest frame of the window in a whole session: 90 blocks typed in three rounds, votes, reading back, report.

Each action is a real key event in a running program on a workspace of 5,000 blocks, with the beamer on. A frame
is a turn of the event loop; for each action the longest turn until the next action counts. Beside the time on the
clock stands the processor time of that turn: the rest is what others did on the machine meanwhile, or the disk.
"""

import argparse
import os
import shutil
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from tests.homes import home_in

from benchmarks.workspaces import Words, around, workspace
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.program import Program
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import LIGHT, chosen_look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

LONGEST = 50.0
REST = 400
"""Milliseconds of quiet after an action that is no typing: a person looks first."""


class Action(NamedTuple):
    """A key, what it is called in the table, and how long the hands rest after it."""

    name: str
    key: str
    """One character, or a combination such as ``Ctrl+PageDown``."""
    rest: int = 0


class Turn(NamedTuple):
    """How long one turn of the event loop took, in milliseconds: on the clock, and of the processor."""

    wall: float
    cpu: float


class Player(QObject):
    """Plays actions, one at a tick, and notes the longest turn of the event loop after each."""

    def __init__(self, frame: QWidget, actions: Iterator[Action], pace: int) -> None:
        super().__init__()
        self.turns: dict[str, list[Turn]] = defaultdict(list)
        self.done = False
        self._frame = frame
        self._actions = actions
        self._pace = pace
        self._name = ""
        self._longest = Turn(0, 0)
        self._last = _now()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._on_turn)
        self._turn.start()
        self._next = QTimer(self, singleShot=True, interval=pace)
        self._next.timeout.connect(self._play)
        self._next.start()

    def _play(self) -> None:
        self._on_turn()
        if self._name:
            self.turns[self._name].append(self._longest)
        action = next(self._actions, None)
        if action is None:
            self._turn.stop()
            self.done = True
            return
        self._name, self._longest = action.name, Turn(0, 0)
        self._next.start(action.rest or self._pace)
        self._press(action.key)
        if action.key == "F5":
            # Without a screen the beamer becomes the active window; on a screen it leaves the window as it is.
            QTimer.singleShot(REST // 2, self._frame.activateWindow)

    def _on_turn(self) -> None:
        now = _now()
        self._longest = max(self._longest, Turn(now.wall - self._last.wall, now.cpu - self._last.cpu))
        self._last = now

    def _press(self, key: str) -> None:
        focused: QWidget | None = self._frame.focusWidget()
        widget = focused or self._frame
        if len(key) == 1:
            code = ord(key.upper()) if key.isascii() else 0
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key))
            return
        *held, name = key.split("+")
        modifier = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifier |= getattr(Qt.KeyboardModifier, {"Ctrl": "ControlModifier"}.get(each, f"{each}Modifier"))
        QTest.keyClick(widget, getattr(Qt.Key, f"Key_{name}"), modifier)


def _now() -> Turn:
    return Turn(time.perf_counter() * 1000, time.process_time() * 1000)


def story(words: Words, per_round: int) -> Iterator[Action]:
    """Yield a session as a facilitator plays it, from Sessies to the feedback report."""
    yield Action("Sessies, eerste keer", "Ctrl+1", 2 * REST)
    yield Action("naar Vastleggen", "Ctrl+2", REST)
    yield Action("beamer, eerste keer", "F5", 2 * REST)
    for number in range(3):
        if number:
            yield Action("volgende ronde", "Ctrl+PageDown", REST)
        for key in ("Ctrl+T", "2", "0", "Return"):
            yield Action("klok", key)
        for place in range(per_round):
            yield from _block(words, place)
        yield from _list()
    yield Action("beamer afdekken", "F6", REST)
    yield Action("beamer tonen", "F6", REST)
    yield Action("naar de lijst", "Escape", REST)
    for key, name in (("Ctrl+Z", "ongedaan"), ("Ctrl+Y", "opnieuw")):
        for _ in range(3):
            yield Action(name, key, REST // 2)
    yield Action("naar de inspector", "Return", REST)
    yield Action("terug naar Vastleggen", "Ctrl+2", REST)
    yield from _ways()
    yield Action("Sessies, weer", "Ctrl+1", 2 * REST)
    yield Action("terug naar Vastleggen", "Ctrl+2", REST)
    yield Action("zoeken", "Ctrl+K", REST)
    for key in "wijk":
        yield Action("zoeken", key, 150)
    yield Action("uit zoeken", "Escape", REST)
    yield Action("terug naar Vastleggen", "Ctrl+2", REST)
    yield Action("terugkoppelverslag", "Ctrl+E", 5 * REST)


def _block(words: Words, place: int) -> Iterator[Action]:
    tags = ("@politie", "#kantelmomenten", "!knelpunt", "@huisarts #herstel", "#nieuw-woord")
    for key in f"{words.title()[:36]} ":
        yield Action("toets", key)
    for key in f"{tags[place % len(tags)]} ":
        yield Action("toets in tag", key)
    if place % 4 == 0:
        for key in "nodig: tijd":
            yield Action("toets", key)
    yield Action("Enter", "Return", 60)


def _list() -> Iterator[Action]:
    yield Action("naar de lijst", "Escape", REST)
    for _ in range(12):
        yield Action("pijl in de lijst", "Down", 60)
    for _ in range(4):
        yield Action("bladzijde in de lijst", "PageDown", 120)
    for key in "+++-":
        yield Action("stem", key, 120)
    yield Action("domein", "1", 120)
    yield Action("naar boven", "Home", REST)
    yield Action("naar de regel", "Escape", REST)


def _ways() -> Iterator[Action]:
    for key in ("F7", "F8", "F9", "F4", "F3"):
        for often in ("eerste keer", "weer"):
            yield Action(f"{key}, {often}", key, 2 * REST)
            if key == "F8":
                for digit in ("3", "Return", "1", "2", "Return"):
                    yield Action("stem tellen", digit, 120)
            if key == "F9" and often == "eerste keer":
                for mark in ("b", "Return", "n", "Return"):
                    yield Action("teruglezen", mark, 120)
            yield Action("terug naar de regel", key, REST)


def main() -> None:
    """Print the turns of each action, the longest first, and of all of them beside 50 ms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=5000)
    parser.add_argument("--per-round", type=int, default=30)
    parser.add_argument("--pace", type=int, default=12, help="milliseconds between two keys")
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as scratch:
        os.environ |= home_in(Path(scratch))
        turns = _played(chosen, Path(scratch))
    _tell(turns, chosen.blocks)


def _played(chosen: argparse.Namespace, scratch: Path) -> dict[str, list[Turn]]:
    path = _workspace(chosen, scratch)
    app = QApplication(["bouwstenen", "-style", "fusion"])
    QFileDialog.getSaveFileName = lambda *_, **__: (str(scratch / "verslag.docx"), "")  # type: ignore[method-assign]
    resources = resources_folder()
    look = chosen_look(resources, LIGHT, 100, system_dark=False)
    frame = FirstWindow(look, Icons(resources / "icons"), Settings(scratch / "bouwstenen.ini"))
    frame.resize(1440, 900)
    theme = Theme(app, resources, choice=LIGHT)
    window = MainWindow(theme)
    frame.settle(window)
    frame.show()
    QTest.qWaitForWindowActive(frame)
    program = Program(window, theme, Settings(scratch / "bouwstenen.ini"))
    program.begin(path)
    QTest.qWait(8000)  # the backup that is made at opening, and what is imported and built ahead then
    player = Player(frame, story(Words(7), chosen.per_round), chosen.pace)
    while not player.done:
        app.processEvents()
    _check(program, 3 * chosen.per_round, scratch / "verslag.docx")
    frame.close()
    program.close()
    return player.turns


def _check(program: Program, blocks: int, report: Path) -> None:
    """Say so when the story did not do what it tells: then its figures mean nothing."""
    session = program.desk.recall("sessie")
    found = program.desk.read(boards.blocks_of, session)
    votes = sum(block.votes for block in found)
    said = sum(bool(block.read_back) for block in found)
    if len(found) != blocks or not votes or not said or not report.exists():
        print(f"NOT AS TOLD: {len(found)} of {blocks} blocks, {votes} votes, {said} read back, {report.exists()=}")


def _workspace(chosen: argparse.Namespace, scratch: Path) -> Path:
    """Return a workspace with one more session, planned for today."""
    made = workspace(chosen.folder or scratch, chosen.blocks)
    made.close()
    path = Path(shutil.copy(made.path, scratch / "sessie.bouwstenen"))
    store = open_store(path, around(scratch))
    rounds = ("Wat werkt al?", "Waar knelt het?", "De volgende stap")
    made_session = preparing.create_workshop
    session = store.do("Sessie", made_session, title="Meting", on=date(2026, 12, 31), rounds=rounds).result
    store.remember("sessie", session)
    store.close()
    return path


def _tell(turns: dict[str, list[Turn]], blocks: int) -> None:
    print(f"{'action':28}{'n':>6}{'median':>9}{'longest':>9}{'of which cpu':>14}{'over':>6}")
    for name, each in sorted(turns.items(), key=lambda item: -max(item[1]).wall):
        over = sum(turn.wall > LONGEST for turn in each)
        longest = f"{max(each).wall:6.0f} ms{max(each).cpu:11.0f} ms"
        print(
            f"{name:28}{len(each):6}{statistics.median(turn.wall for turn in each):6.1f} ms{longest}{over or '':>6}"
        )
    everything = sorted(turn for each in turns.values() for turn in each)
    walls = [turn.wall for turn in everything]
    worst = max(turns, key=lambda name: max(turns[name]))
    over, ours = sum(wall > LONGEST for wall in walls), sum(turn.cpu > LONGEST for turn in everything)
    p99 = statistics.quantiles(walls, n=100)[-1]
    print(f"\na session in a workspace of {blocks} blocks, {len(walls)} actions:")
    print(f"median {statistics.median(walls):.1f} ms, p99 {p99:.1f} ms")
    print(f"{over} over {LONGEST:.0f} ms on the clock, {ours} of them in processor time")
    print(f"longest {walls[-1]:.0f} ms ({worst}; goal: at most {LONGEST:.0f})")


if __name__ == "__main__":
    main()
