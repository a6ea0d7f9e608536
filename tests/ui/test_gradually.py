from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.gradually import Gradually


def test_the_steps_are_done_in_order_in_later_turns(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    building = Gradually([lambda: done.append("een"), lambda: done.append("twee")], parent)
    building.start()
    assert done == []
    qtbot.waitUntil(lambda: building.left == 0)
    assert done == ["een", "twee"]


def test_what_is_left_is_done_at_once_for_whoever_needs_it() -> None:
    parent, done = QObject(), list[str]()
    building = Gradually([lambda: done.append("een"), lambda: done.append("twee")], parent)
    assert building.step()
    assert done == ["een"]
    building.finish()
    assert (done, building.left) == (["een", "twee"], 0)


def test_a_step_that_asks_for_everything_gets_the_rest_after_it() -> None:
    parent, done = QObject(), list[str]()

    def first() -> None:
        building.finish()
        done.append("een")

    building = Gradually([first, lambda: done.append("twee")], parent)
    building.finish()
    assert done == ["een", "twee"]


def test_a_key_waits_for_all_steps(qtbot: QtBot) -> None:
    line, done = QLineEdit(), list[str]()
    qtbot.addWidget(line)
    building = Gradually([lambda: done.append(line.text()), lambda: done.append(line.text())], line)
    building.watch(line)
    QTest.keyClick(line, Qt.Key.Key_A)
    assert (done, line.text()) == (["", ""], "a")
