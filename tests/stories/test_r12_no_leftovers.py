"""R-12: after a session nothing of what was said is left in readable form outside the workspace and its backups."""

import io
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running, Start

from bouwstenen_app.rehearsal import Rehearsals
from bouwstenen_app.services import backups, boards, preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.dialogs.bug import BugDialog
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.report import ReportPlace

TITLE = "Kanariesessie Merelwijk"
BLOCK = "Zangvogel aan de Lijsterlaan"
HALF = "Halfgetypte goudvink"
WORDS = ("kanariesessie", "merelwijk", "zangvogel", "lijsterlaan", "goudvink")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of this test alone."""
    folder = tmp_path / "tijdelijk"
    folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


@pytest.fixture
def path(temporary: Path, start: Start, tmp_path: Path) -> Path:
    """A workspace with one session, in a folder that a person chose."""
    folder = tmp_path / "gekozen map"
    folder.mkdir()
    path = folder / "najaar.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    store.do("Sessie", preparing.create_workshop, title=TITLE, rounds=("Een",))
    store.close()
    return path


def read(file: Path) -> Iterator[bytes]:
    """Yield what stands in a file: as it is, and unpacked."""
    data = file.read_bytes()
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def leaks(folder: Path, *allowed: Path) -> list[str]:
    """Return which words stand where: in the name of a file or folder, or in a file in three ways of writing."""
    found = []
    for file in sorted(folder.rglob("*")):
        if any(file == one or file.is_relative_to(one) for one in allowed):
            continue
        name = str(file.relative_to(folder)).lower()
        texts = list(read(file)) if file.is_file() else []
        for word in WORDS:
            if word in name:
                found.append(f"{name}: {word} (name)")
            ways = [word.encode(way) for way in ("utf-8", "utf-16-le", "utf-16-be")]
            if any(way in text.lower() for text in texts for way in ways):
                found.append(f"{name}: {word}")
    return found


def window_titles() -> list[str]:
    return [window.title() for window in QGuiApplication.allWindows()] + [
        widget.windowTitle() for widget in QApplication.topLevelWidgets()
    ]


def session(running: Running, qtbot: QtBot) -> None:
    """Capture, show it to the room, look for it, leave text half-typed."""
    running.type(BLOCK)
    running.press("Return")
    running.press("F5")
    place = running.window.current_place
    assert isinstance(place, CapturePlace)
    assert place.beamer.on
    qtbot.wait(20)
    assert place.title() == TITLE, "the window itself shows the session"
    assert not [title for title in window_titles() if any(word in title.lower() for word in WORDS)]
    running.press("F5")
    running.frame.activateWindow()
    qtbot.waitUntil(running.frame.isActiveWindow)
    running.press("Ctrl+K")
    running.type("Zangvogel")
    running.press("Escape")
    running.window.go("capture")
    running.type(HALF)
    qtbot.wait(400)


def test_r12_after_a_session_only_the_workspace_its_backups_and_the_report_hold_what_was_said(
    start: Start,
    path: Path,
    temporary: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    report = path.parent / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(report), ""))
    running = start(path)
    session(running, qtbot)
    running.press("Ctrl+5")
    place = running.window.current_place
    assert isinstance(place, ReportPlace)
    qtbot.waitUntil(lambda: bool(place.preview.sources), timeout=30_000)
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: report.exists() and not place.exporting, timeout=30_000)
    running.frame.close()
    running.program.close()
    running = start(path)
    qtbot.waitUntil(lambda: not running.program._jobs.busy())
    assert backups.backups(surroundings(), path)
    running.frame.close()
    running.program.close()

    kept = surroundings().backups(path)
    assert leaks(tmp_path, path, report, kept) == []
    assert list(temporary.iterdir()) == []
    assert {file.name for file in path.parent.iterdir()} == {path.name, report.name}
    assert leaks(path.parent, report), "the search would have found it"
    out = capfd.readouterr()
    assert not any(word in (out.out + out.err).lower() for word in WORDS)


@pytest.mark.qt_no_exception_capture
def test_r12_a_rehearsal_and_a_bug_leave_nothing_either(
    start: Start, path: Path, temporary: Path, tmp_path: Path, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    running = start(path)
    program = running.program
    rehearsals = Rehearsals(running.frame, running.window, program._theme, program._settings, program)
    running.window.rehearsal_asked.emit("")
    qtbot.waitUntil(lambda: rehearsals.program is not None, timeout=10_000)
    running.type(BLOCK)
    running.press("Return")
    try:
        raise ValueError(f"{TITLE} {BLOCK}")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: running.frame.findChild(BugDialog) is not None)
    running.frame.findChild(BugDialog).go_on.click()  # type: ignore[union-attr]
    qtbot.wait(10)
    rehearsals.close()
    running.frame.close()

    assert leaks(tmp_path, path, surroundings().backups(path)) == []
    assert (surroundings().data / "fouten.log").exists()
    assert list(temporary.iterdir()) == []
    out = capfd.readouterr()
    assert not any(word in (out.out + out.err).lower() for word in WORDS)


def test_r12_the_settings_know_the_places_of_files_and_nothing_of_what_is_in_them(
    start: Start, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    session(running, qtbot)
    assert running.program.desk.read(boards.select_blocks, boards.Selection())
    running.frame.close()
    running.program.close()
    ini = (tmp_path / "bouwstenen.ini").read_text(encoding="utf-8").lower()
    assert str(path).lower() in ini
    assert not any(word in ini for word in WORDS)
