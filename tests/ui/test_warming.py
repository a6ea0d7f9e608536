import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.warming import Warming, importing


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("warm_een", "warm_twee"):
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    return ["warm_een", "warm_twee"]


def test_modules_are_imported_one_by_one_when_there_is_time(qtbot: QtBot, names: list[str]) -> None:
    warming = Warming(importing(names))
    warming.start(after=0)
    assert "warm_een" not in sys.modules
    qtbot.waitUntil(lambda: warming.left == 1)
    assert ("warm_een" in sys.modules, "warm_twee" in sys.modules) == (True, False)
    qtbot.waitUntil(lambda: warming.left == 0)
    assert "warm_twee" in sys.modules


def test_stopped_it_leaves_the_rest(qtbot: QtBot, names: list[str]) -> None:
    warming = Warming(importing(names))
    warming.start(after=0)
    warming.stop()
    qtbot.wait(20)
    assert warming.left == 2


def test_what_is_not_done_yet_is_called_again_before_the_rest(qtbot: QtBot) -> None:
    done = list[str]()

    def in_two() -> bool:
        done.append("half")
        return len(done) < 2

    warming = Warming([in_two])
    warming.add([lambda: done.append("rest")])
    warming.start(after=0)
    qtbot.waitUntil(lambda: warming.left == 0)
    assert done == ["half", "half", "rest"]


def test_nothing_is_done_while_someone_types_in_whatever_field(qtbot: QtBot) -> None:
    window, done = QWidget(), list[str]()
    column = QVBoxLayout(window)
    fields = QLineEdit(), QLineEdit()
    for field in fields:
        column.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    fields[0].setFocus()
    warming = Warming([lambda: done.append("gedaan")], quiet=60_000)
    warming.start(after=50)
    fields[1].setFocus()
    QTest.keyClick(fields[1], Qt.Key.Key_A)
    qtbot.wait(120)
    assert (done, warming.left) == ([], 1)
    warming.stop()
