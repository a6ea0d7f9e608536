import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.widgets.moment_fields import ClockField, DateField, read_time


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("13:00", "13:00"),
        ("9.30", "09:30"),
        ("1330", "13:30"),
        ("13u15", "13:15"),
        ("9", "09:00"),
        ("9 uur", "09:00"),
        ("", ""),
        ("25:00", None),
        ("12:61", None),
        ("straks", None),
    ],
)
def test_a_time_is_read_in_any_usual_way(typed: str, time: str | None) -> None:
    assert read_time(typed) == time


def test_a_date_is_told_once_and_written_the_same_way(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    told: list[object] = []
    field.dated.connect(told.append)
    QTest.keyClicks(field.line, "1 december 2026")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert told == [datetime.date(2026, 12, 1)]
    assert field.line.text() == "01-12-2026"


def test_what_is_no_date_is_said_and_not_told(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    told: list[object] = []
    field.dated.connect(told.append)
    QTest.keyClicks(field.line, "31-02-2026")
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert told == []
    assert not field.readable
    assert field.line.accessibleDescription() == "Schrijf de datum als 24-11-2026."


def test_an_emptied_time_is_told_as_none(qtbot: QtBot) -> None:
    field = ClockField()
    qtbot.addWidget(field)
    field.set_time("13:00")
    told: list[str] = []
    field.timed.connect(told.append)
    field.line.clear()
    QTest.keyClick(field.line, Qt.Key.Key_Return)

    assert told == [""]
