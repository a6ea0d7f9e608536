"""Oefenmodus, in the real window: everything works, and nothing of it stays."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.opened import Opened
from tests.protection import PASSWORD, protect

from bouwstenen_app.crash_reports import LOG
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.program import Program
from bouwstenen_app.rehearsal import FOLDER, Rehearsals
from bouwstenen_app.services import boards, capturing, preparing, unlocking
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.look import DARK, LIGHT
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.rehearsal_band import RehearsalPage
from bouwstenen_app.ui.windows.beamer import BeamerWindow
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.unlock import UnlockPage

pytestmark = pytest.mark.usefixtures("own_home")
Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Rehearsing(Opened):
    """A window with a program that can rehearse."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path, path: Path, password: str = "") -> None:
        settings = Settings(folder / "instellingen" / "bouwstenen.ini")
        settings.theme = LIGHT
        super().__init__(qtbot, qapp, settings)
        self.qtbot = qtbot
        self.path = path
        self.rehearsals = Rehearsals(self.frame, self.window, self.theme, self.settings, self.program)
        if password:
            unlocking.unlock(path, password, self.program.around)
        self.program.begin(path)
        qtbot.waitUntil(lambda: any((self.program.around.data / "reservekopieën").rglob("*.bouwstenen")))

    @property
    def focus(self) -> QWidget:
        return self.frame.focusWidget()

    @property
    def rehearsal(self) -> Program:
        assert self.rehearsals.program is not None
        return self.rehearsals.program

    @property
    def page(self) -> RehearsalPage:
        page = self.frame.centralWidget()
        assert isinstance(page, RehearsalPage)
        return page

    def begin(self) -> CapturePlace:
        QTest.keyClick(self.focus, Key.Key_O, CTRL_SHIFT)
        self.qtbot.waitUntil(lambda: self.rehearsals.program is not None)
        return self.place()

    def place(self) -> CapturePlace:
        windows = [w for w in self.frame.centralWidget().findChildren(MainWindow)] or [self.window]
        place = windows[0].current_place
        assert isinstance(place, CapturePlace)
        return place

    def stop(self) -> None:
        QTest.keyClick(self.focus, Key.Key_O, CTRL_SHIFT)
        self.qtbot.waitUntil(lambda: self.rehearsals.program is None)

    def capture(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)
        QTest.keyClick(self.focus, Key.Key_Return)

    def titles(self, program: Program | None = None) -> set[str]:
        desk = (program or self.program).desk
        return {block.title for block in desk.read(boards.select_blocks, boards.Selection())}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with two sessions and one block."""
    (tmp_path / "werk").mkdir()
    path = tmp_path / "werk" / "najaar.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    store.do("Sessie gemaakt", preparing.create_workshop, title="Tweede", rounds=("Een",))
    workshop = store.do("Sessie gemaakt", preparing.create_workshop, title="Eerste", rounds=("Een", "Twee")).result
    store.do("Bouwsteen vastgelegd", capturing.capture, "Echt", workshop=workshop)
    store.close()
    return path


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path, path: Path) -> Iterator[Callable[..., Rehearsing]]:
    started: list[Rehearsing] = []

    def begin(password: str = "") -> Rehearsing:
        started.append(Rehearsing(qtbot, qapp, tmp_path, path, password))
        return started[-1]

    yield begin
    for one in started:
        one.frame.close()
        one.rehearsals.close()


@pytest.fixture
def opened(start: Callable[..., Rehearsing]) -> Rehearsing:
    return start()


def state(*folders: Path) -> dict[str, str]:
    """Return every file with a fingerprint, read by another program: reading an open file here drops its lock."""
    code = (
        "import hashlib, sys; from pathlib import Path\n"
        "for folder in sys.argv[1:]:\n"
        "  for path in sorted(Path(folder).rglob('*')):\n"
        "    print(path, hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else '', sep='\\t')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, folders)], capture_output=True, encoding="utf-8", check=True
    )
    return dict(line.split("\t") for line in done.stdout.splitlines())


def test_everything_works_and_of_all_of_it_nothing_stays(opened: Rehearsing, qtbot: QtBot, path: Path) -> None:
    data = opened.program.around.data
    QTest.keyClicks(opened.focus, "half getypt")
    qtbot.wait(350)  # half-typed text is kept by then, rehearsal or not
    before = state(path.parent, data, opened.settings.path.parent)

    place = opened.begin()
    assert place.page.bar.line.toPlainText() == "half getypt"
    opened.capture(" en af @politie")
    opened.capture("Nog een #wijkgericht")
    assert opened.titles(opened.rehearsal) == {"Echt", "half getypt en af", "Nog een"}
    QTest.keyClick(opened.focus, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.titles(opened.rehearsal) == {"Echt", "half getypt en af"}
    QTest.keyClicks(opened.focus, " niet afgemaakt")
    QTest.keyClick(opened.focus, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    for digit in (Key.Key_1, Key.Key_3, Key.Key_4, Key.Key_5, Key.Key_2):
        QTest.keyClick(opened.focus, digit, Qt.KeyboardModifier.ControlModifier)
    assert (data / FOLDER).is_dir()
    opened.stop()

    assert state(path.parent, data, opened.settings.path.parent) == before
    assert opened.titles() == {"Echt"}


def test_stopping_goes_back_to_where_one_was(opened: Rehearsing, qtbot: QtBot) -> None:
    line = opened.place().page.bar.line
    QTest.keyClicks(line, "half getypt")
    QTest.keyClick(line, Key.Key_Left)
    title = opened.frame.windowTitle()
    opened.begin()
    assert opened.frame.windowTitle() == f"{title} (oefenen)"
    assert opened.page.band.isVisible()
    opened.page.stop.click()
    qtbot.waitUntil(lambda: opened.rehearsals.program is None)

    assert opened.frame.centralWidget() is opened.window
    assert (line.toPlainText(), line.textCursor().position(), line.hasFocus()) == ("half getypt", 10, True)
    assert opened.frame.windowTitle() == title
    opened.window.undo_asked.emit()
    assert opened.window.notice.text == "Ongedaan: Bouwsteen vastgelegd"


def test_a_rehearsal_can_begin_again_and_in_a_chosen_session(opened: Rehearsing, qtbot: QtBot) -> None:
    opened.begin()
    opened.capture("Eerste keer")
    opened.stop()
    second = next(w for w in opened.program.desk.read(preparing.workshops) if w.title == "Tweede")
    opened.window.rehearsal_asked.emit(second.id)
    qtbot.waitUntil(lambda: opened.rehearsals.program is not None)

    assert opened.titles(opened.rehearsal) == {"Echt"}
    assert opened.place().title() == "Tweede"
    opened.stop()
    assert opened.place().title() == "Eerste"


def test_another_workspace_is_not_opened_from_a_rehearsal(opened: Rehearsing) -> None:
    opened.begin()
    inner = opened.page.findChild(MainWindow)
    inner.go("exchange")
    inner.current_place.recent_asked.emit(opened.path)
    assert inner.notice.text.startswith("Dit is een oefenkopie. Stop eerst met oefenen")
    inner.current_place.copy_asked.emit()
    assert opened.rehearsal.desk.path != opened.path
    opened.stop()


def test_what_is_set_while_rehearsing_goes_with_it(opened: Rehearsing) -> None:
    opened.begin()
    inner = opened.page.findChild(MainWindow)
    inner.go("settings")
    assert isinstance(inner.current_place, SettingsPlace)
    inner.current_place.theme_choice.chosen.emit(DARK)
    assert opened.theme.choice == DARK
    opened.stop()
    assert (opened.theme.choice, opened.settings.theme) == (LIGHT, LIGHT)


def test_closing_the_window_ends_the_rehearsal(opened: Rehearsing) -> None:
    data = opened.program.around.data
    opened.begin()
    opened.capture("Geoefend")
    opened.frame.close()
    opened.rehearsals.close()

    assert not (data / FOLDER).exists()
    assert opened.rehearsals.program is None


def test_a_bug_while_rehearsing_is_written_down_where_bugs_are(opened: Rehearsing) -> None:
    opened.begin()
    log = opened.rehearsal.around.data / LOG
    log.write_text("2026-11-24 ValueError\n", encoding="utf-8")
    opened.stop()
    assert (opened.program.around.data / LOG).read_text(encoding="utf-8") == "2026-11-24 ValueError\n"


def test_when_the_copy_cannot_be_made_it_is_told_and_nothing_is_left(
    opened: Rehearsing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_target: Path, *, passing: bool) -> None:
        raise Problem("De schijf is vol.")

    monkeypatch.setattr(opened.program.desk, "copy_to", refuse)
    opened.window.rehearsal_asked.emit("")
    qtbot.waitUntil(lambda: opened.window.notice.text == "De schijf is vol.")
    assert not (opened.program.around.data / FOLDER).exists()
    assert opened.rehearsals.program is None


KILLED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from bouwstenen_app import app
from bouwstenen_app.rehearsal import Rehearsals

begin = Rehearsals.__init__

def begun(self, frame, window, *rest):
    begin(self, frame, window, *rest)
    self.look = QTimer(self, interval=20)
    self.look.timeout.connect(lambda: self.program is None and window.rehearsal_asked.emit("") or told(self))
    self.look.start()

def told(self):
    if self.program is not None:
        print(self.program.desk.path, flush=True)
        self.look.stop()

Rehearsals.__init__ = begun
app.run(sys.argv[1])
"""


def test_what_a_kill_left_of_a_rehearsal_is_swept_at_the_next_start(
    path: Path, start: Callable[..., Rehearsing]
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, encoding="utf-8", env=environment
    )
    assert program.stdout is not None
    copy = Path(program.stdout.readline().strip())
    program.kill()
    program.communicate()
    assert copy.exists()
    assert copy.is_relative_to(surroundings().data / FOLDER)

    one = start()
    assert not (surroundings().data / FOLDER).exists()
    assert one.titles() == {"Echt"}


def test_vastleggen_and_sessies_offer_it_and_a_rehearsal_does_not(opened: Rehearsing, qtbot: QtBot) -> None:
    opened.frame.resize(1440, 900)
    button = next(b for b in opened.place().findChildren(KeyButton) if b.text() == "Oefenen")
    assert button.isVisible()
    button.click()
    qtbot.waitUntil(lambda: opened.rehearsals.program is not None)
    assert [b for b in opened.place().findChildren(KeyButton) if b.text() == "Oefenen"] == []
    opened.stop()

    opened.window.go("sessions")
    place = opened.window.current_place
    assert isinstance(place, SessionsPlace)
    second = next(w for w in opened.program.desk.read(preparing.workshops) if w.title == "Tweede")
    place.show_workshop(second.id)
    place.detail.rehearse.click()
    qtbot.waitUntil(lambda: opened.rehearsals.program is not None)
    assert opened.place().title() == "Tweede"
    inner = opened.page.findChild(MainWindow)
    inner.go("sessions")
    assert not inner.current_place.detail.rehearse.isVisible()
    opened.stop()
    assert opened.window.current_place is place


def test_the_beamer_of_a_rehearsal_goes_with_it(opened: Rehearsing, qtbot: QtBot) -> None:
    def windows() -> list[QWidget]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, BeamerWindow) and one.isVisible()]

    opened.begin()
    QTest.keyClick(opened.focus, Key.Key_F5)
    qtbot.waitUntil(lambda: len(windows()) == 1)
    opened.rehearsals.end()
    qtbot.waitUntil(lambda: windows() == [])
    assert opened.frame.centralWidget() is opened.window


def test_r15_a_lock_ends_the_rehearsal_and_locks_the_workspace_itself(
    start: Callable[..., Rehearsing], path: Path, qtbot: QtBot
) -> None:
    protect(path, surroundings())
    opened = start(password=PASSWORD)
    opened.begin()
    copy = opened.rehearsal.desk
    assert copy.protected, "the copy is closed as the workspace is"
    opened.capture("Geoefend")
    QTest.keyClick(opened.focus, Key.Key_F12)
    qtbot.waitUntil(lambda: opened.rehearsals.program is None)
    qtbot.waitUntil(lambda: not opened.program.has_workspace, timeout=10_000)
    page = opened.window.body.currentWidget()
    assert isinstance(page, UnlockPage)
    assert page.isVisible()
    assert opened.frame.windowTitle() == "Bouwstenen (vergrendeld)"
    assert not any((opened.program.around.data / FOLDER).rglob("*.bouwstenen"))


def test_without_a_password_a_rehearsal_says_that_it_cannot_lock(opened: Rehearsing) -> None:
    opened.begin()
    QTest.keyClick(opened.focus, Key.Key_F12)
    assert opened.rehearsals.program is not None
    (window,) = opened.frame.centralWidget().findChildren(MainWindow)
    assert "geen wachtwoord" in window.notice.text
