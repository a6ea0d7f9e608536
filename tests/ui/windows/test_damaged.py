"""Only the best way on from a damaged file stands out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import BIG
from bouwstenen_app.ui.windows.damaged import DamagedPage, Ways


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> DamagedPage:
    page = DamagedPage(theme)
    qtbot.addWidget(page)
    page.show()
    page.begin(Path("werk.bouwstenen"))
    return page


@pytest.mark.parametrize("rescue_first", [False, True])
def test_the_best_way_stands_out_and_the_other_is_plain(page: DamagedPage, *, rescue_first: bool) -> None:
    page.show_ways(Ways(backup="Van gisteren", rescue="118 bouwstenen", rescue_first=rescue_first))

    best, other = (page.rescue, page.backup) if rescue_first else (page.backup, page.rescue)
    assert best.hasFocus()
    assert (best.kind, other.kind) == (BIG, "")


def test_the_only_way_there_is_stands_out(page: DamagedPage) -> None:
    page.show_ways(Ways(no_backup="Er is geen gave reservekopie.", rescue="118 bouwstenen"))

    assert page.rescue.hasFocus()
    assert page.rescue.kind == BIG
    assert not page.backup.isVisible()


def test_what_happens_to_the_file_is_only_said_of_a_way_that_is_there(page: DamagedPage) -> None:
    page.show_ways(Ways(backup="Van gisteren", no_rescue="Er is niets meer te lezen."))

    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Er is niets meer te lezen." in shown
    assert "Het bestand van nu krijgt een andere naam en blijft ernaast staan." in shown
    assert "Wat er nog te lezen is, komt in een nieuw bestand ernaast." not in shown


@pytest.mark.parametrize("rescue_first", [False, True])
def test_the_best_way_stands_above_the_other(page: DamagedPage, qtbot: QtBot, *, rescue_first: bool) -> None:
    page.show_ways(Ways(backup="Van gisteren", rescue="118 bouwstenen", rescue_first=rescue_first))

    best, other = (page.rescue, page.backup) if rescue_first else (page.backup, page.rescue)
    qtbot.waitUntil(lambda: best.mapTo(page, best.pos()).y() < other.mapTo(page, other.pos()).y())
    QTest.keyClick(best, Qt.Key.Key_Tab)
    assert other.hasFocus()
