"""The real program started on a protected file: it asks before anything heavy is there, and keeps what is typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.protection import PASSWORD

from bouwstenen_app.storage.keys import Key, key_of, new_salt
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_example, surroundings

pytestmark = pytest.mark.usefixtures("own_home")

PROGRAM = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from bouwstenen_app import app

how, file, password = sys.argv[1:4]
sys.argv = ["x", "-platform", "offscreen"]

def asked(self, file):
    page = ask(self, file)
    assert self._window.body.currentWidget() is page
    print("page:", type(page).__name__, "sqlalchemy" in sys.modules, "argon2" in sys.modules, flush=True)
    if how == "early":
        QTest.keyClicks(page.password.line, password)
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)
        print("waits:", page.waits, flush=True)
    return page

def painted(self):
    before(self)
    if how == "at once":
        QTest.keyClicks(self._first.focusWidget(), password)
        QTest.keyClick(self._first.focusWidget(), Qt.Key.Key_Return)

def look(self):
    if self._window.stack.currentWidget().__class__.__name__ == "CapturePlace":
        line = self._window.current_place.page.bar.line
        print("line:", repr(line.toPlainText()), self._first.windowTitle(), flush=True)
        self._looking.stop()
        self._first.close()

ask, before = app.Start._asked_early, app.Start.on_painted
app.Start._asked_early, app.Start.on_painted = asked, painted
made = app.Start.__init__

def begin(self, *rest):
    made(self, *rest)
    self._looking = QTimer(self, interval=20)
    self._looking.timeout.connect(lambda: look(self))
    self._looking.start()

app.Start.__init__ = begin
print("code:", app.run(file), flush=True)
"""


@pytest.fixture
def protected(tmp_path: Path) -> Path:
    path = tmp_path / "najaar.bouwstenen"
    key: Key = key_of(PASSWORD, new_salt())
    create(
        path,
        surroundings(),
        fill_example,
        key=key,
    ).close()
    return path


@pytest.mark.parametrize("how", ["early", "at once"])
def test_the_password_is_asked_first_and_what_is_typed_too_early_comes_in_its_field(
    protected: Path, how: str
) -> None:
    command = [sys.executable, "-c", PROGRAM, how, str(protected), PASSWORD]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNINGS": "error"},
        check=False,
        timeout=60,
    )
    told = done.stdout.splitlines()
    assert told[0] == "page: UnlockPage False False", done.stderr
    if how == "early":
        assert told[1] == "waits: True"
    assert told[-2:] == ["line: '' Bouwstenen — najaar", "code: 0"], "never in the line: a password is no block"
    assert PASSWORD not in done.stderr
