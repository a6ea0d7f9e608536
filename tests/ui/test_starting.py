import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from bouwstenen_app.crash_reports import CrashReports
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.starting import AtStart


@pytest.fixture
def at_start(qapp: QApplication, tmp_path: Path) -> Iterator[AtStart]:
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    one = AtStart(qapp, CrashReports(tmp_path))
    yield one
    if one.box is not None:
        one.box.hide()
        one.box.deleteLater()
    one.stop()
    assert (sys.excepthook, threading.excepthook) == (sys.__excepthook__, threading.__excepthook__)
    sys.excepthook, threading.excepthook = hooks


def told(at_start: AtStart, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: at_start.box is not None)
    assert isinstance(at_start.box, QMessageBox)
    return at_start.box


def test_a_bug_on_the_thread_that_imports_is_told(at_start: AtStart, qtbot: QtBot, tmp_path: Path) -> None:
    def work() -> None:
        raise ImportError("Kanarie")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    box = told(at_start, qtbot)
    assert "Aan je werkmap is niets veranderd" in box.text()
    assert {button.text() for button in box.buttons()} == {"Verslag tonen", "Sluiten"}
    assert "Kanarie" not in (tmp_path / "fouten.log").read_text(encoding="utf-8")


def test_of_a_problem_its_sentence_is_told_and_there_is_no_report(at_start: AtStart, qtbot: QtBot) -> None:
    at_start.on_exception(Problem, Problem("De schijf is vol."), None)
    box = told(at_start, qtbot)
    assert box.text() == "De schijf is vol."
    assert [button.text() for button in box.buttons()] == ["Sluiten"]


def test_once_the_program_listens_it_says_nothing(at_start: AtStart, qtbot: QtBot, tmp_path: Path) -> None:
    at_start.over()
    at_start.on_exception(ValueError, ValueError("iets"), None)
    qtbot.wait(5)
    assert at_start.box is None
    assert not (tmp_path / "fouten.log").exists()
