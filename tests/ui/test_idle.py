from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.idle import SLEPT, IdleWatch


class Watched:
    """A window, a clock that is set by hand, and what was told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 1_000.0
        self.minutes = 5
        self.told: list[str] = []
        self.line = QLineEdit()
        qtbot.addWidget(self.line)
        self.watch = IdleWatch(lambda: self.minutes, lambda: self.now)
        self.watch.rested.connect(lambda: self.told.append("rested"))
        self.watch.slept.connect(lambda: self.told.append("slept"))
        with qtbot.waitActive(self.line):
            self.line.show()
        QApplication.processEvents()

    def later(self, minutes: float) -> None:
        for _ in range(int(minutes * 6)):
            self.now += 10
            self.watch.look()


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(qtbot)
    yield made
    made.watch.stop()


def test_r15_nobody_there_for_so_many_minutes_is_told(watched: Watched) -> None:
    watched.later(4.9)
    assert watched.told == []
    watched.later(0.2)
    assert watched.told == ["rested"]


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_key_or_the_mouse_begins_the_count_anew(watched: Watched, touch: str) -> None:
    watched.later(4)
    handle = watched.line.windowHandle()
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    else:
        place = QPointF(3, 3)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            place,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(handle, moved)
    watched.later(4)
    assert watched.told == []


def test_never_is_never_also_after_a_sleep(watched: Watched) -> None:
    watched.minutes = 0
    watched.later(60)
    watched.now += 3_600
    watched.watch.look()
    assert watched.told == []


def test_r15_a_hole_in_the_time_is_a_laptop_that_slept(watched: Watched) -> None:
    watched.now += SLEPT + 1
    watched.watch.look()
    assert watched.told == ["slept"]


def test_a_clock_that_is_put_back_begins_the_count_anew(watched: Watched) -> None:
    watched.later(4)
    watched.now -= 7_200
    watched.watch.look()
    watched.later(4)
    assert watched.told == []
    watched.later(1.2)
    assert watched.told[:1] == ["rested"]
