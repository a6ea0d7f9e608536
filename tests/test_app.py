"""The start of the real program: what goes wrong on the way is told, and a hard end is told at the next start."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bouwstenen_app.crash_reports import LOG, RUNNING, STARTING
from bouwstenen_app.surroundings import surroundings

CANARY = "Kanariefamilie"
pytestmark = pytest.mark.usefixtures("own_home")

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from bouwstenen_app import app

how, file = sys.argv[1], (sys.argv[2:] or [None])[0]
sys.argv = ["x", "-platform", "offscreen"]

def broken(*_):
    raise ValueError("Kanariefamilie")

def look(start):
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
    if boxes:
        print("box:", boxes[0].text(), flush=True)
        boxes[0].reject()

def dialog(start):
    from bouwstenen_app.ui.dialogs.bug import BugDialog
    from bouwstenen_app.ui.windows.welcome import WelcomePage

    if start._window.body.currentWidget().__class__ is WelcomePage:
        print(*["dialog" for _ in start._first.findChildren(BugDialog)], flush=True)
    start._first.close()

def working(start):
    print("working:", start._window.notice.text, flush=True)
    if how == "crash":
        import ctypes
        ctypes.string_at(0)
    elif how == "open":
        QTimer.singleShot(50, lambda: dialog(start))
    elif how == "end":
        start._first.close()

made = app.Start.__init__

def begin(self, *rest):
    made(self, *rest)
    self.working.connect(lambda: QTimer.singleShot(0, lambda: working(self)))
    self.looking = QTimer(self, interval=20)
    self.looking.timeout.connect(lambda: look(self))
    self.looking.start()

app.Start.__init__ = begin
if how == "paint":
    app.Start.on_painted = broken
elif how == "open":
    from bouwstenen_app.program import Program
    welcome = Program.welcome

    def once(program):
        Program.welcome = welcome
        broken()

    Program.welcome = once
elif how == "work":
    app.Start._work = broken
print("code:", app.run(file), flush=True)
"""


@pytest.fixture
def data() -> Path:
    return surroundings().data


def program(how: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def run(how: str) -> tuple[list[str], str]:
    out, errors = program(how).communicate(timeout=60)
    return out.splitlines(), errors


@pytest.mark.parametrize("where", ["paint", "work"])
def test_r12_a_bug_before_the_program_is_there_is_told_and_it_ends(where: str, data: Path) -> None:
    said, errors = run(where)
    assert said[0].startswith("box: Bouwstenen kon niet beginnen: er ging iets mis in het programma zelf.")
    assert said[-1] == "code: 1"
    log = (data / LOG).read_text(encoding="utf-8")
    assert "ValueError" in log
    assert CANARY not in log + errors + "".join(said)


def test_a_bug_while_the_workspace_is_opened_leaves_the_welcome_page(data: Path) -> None:
    said, errors = run("open")
    assert said == ["working: ", "dialog", "code: 0"], errors
    assert "ValueError" in (data / LOG).read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_used_is_a_sentence_and_not_an_empty_window(tmp_path: Path, data: Path) -> None:
    (data / "laptop").unlink()
    (data / "laptop").mkdir()
    said, errors = run("end")
    assert said == [
        f"box: De eigen map van Bouwstenen ({data}) kan niet worden gebruikt. Controleer de rechten op die map.",
        "code: 1",
    ], errors


def made_older(data: Path) -> None:
    before = time.time() - STARTING - 1
    for file in (data / RUNNING).iterdir():
        os.utime(file, (before, before))


def test_after_a_hard_crash_the_next_start_says_calmly_that_the_work_is_there(data: Path) -> None:
    said, errors = run("crash")
    assert said == ["working: "], errors
    assert "Kanarie" not in errors

    told, code = run("end")[0]
    assert told.startswith("working: Bouwstenen is de vorige keer onverwacht gestopt. Je werk staat er nog")
    assert code == "code: 0"
    log = (data / LOG).read_text(encoding="utf-8")
    assert "onverwacht gestopt\nFatal Python error: Segmentation fault" in log
    assert str(Path.home()) not in log
    assert run("end")[0] == ["working: ", "code: 0"]


def test_after_a_kill_the_next_start_says_so_too(data: Path) -> None:
    killed = program("stay")
    assert killed.stdout is not None
    assert killed.stdout.readline() == "working: \n"
    assert run("end")[0] == ["working: ", "code: 0"], "one that runs is no crash"
    killed.kill()
    killed.communicate()
    made_older(data)
    assert "onverwacht gestopt" in run("end")[0][0]
