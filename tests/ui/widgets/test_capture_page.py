from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_page import CapturePage

RESOURCES = Path(__file__).parents[3] / "resources"
QUESTION = "Wat gebeurt er met de bereidheid om te melden, en wie blijft er nu buiten beeld?"
LOW, HIGH = 260, 800


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, codebook: Codebook) -> Iterator[CapturePage]:
    page = CapturePage(theme, codebook)
    qtbot.addWidget(page)
    page.resize(1000, HIGH)
    page.show()
    with qtbot.waitExposed(page):
        page.show()
    yield page
    page.hide()


def test_the_question_of_a_round_stands_above_the_line(page: CapturePage) -> None:
    page.set_question(QUESTION)
    assert page.question.isVisible()
    page.set_question("")
    assert not page.question.isVisible()


def test_in_a_low_window_the_question_gives_its_room_to_the_line(page: CapturePage, qtbot: QtBot) -> None:
    page.set_question(QUESTION)
    page.resize(1000, LOW)
    qtbot.waitUntil(lambda: not page.question.isVisible())
    page.resize(1000, HIGH)
    qtbot.waitUntil(page.question.isVisible)


def test_what_is_asked_under_the_line_takes_the_room_of_the_question_for_as_long(
    page: CapturePage, qtbot: QtBot
) -> None:
    page.set_question(QUESTION)
    page.resize(1000, 340)
    qtbot.waitUntil(page.question.isVisible)
    page.bar.paste.offer("een\ntwee\ndrie\nvier\nvijf")
    qtbot.waitUntil(lambda: not page.question.isVisible())
    page.bar.paste.close_row()
    qtbot.waitUntil(page.question.isVisible)


def test_in_a_very_low_window_the_row_above_the_list_gives_its_room_to_the_line_too(
    page: CapturePage, qtbot: QtBot
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(1000, HIGH)
    page.setParent(around)
    page.setGeometry(0, 0, 1000, 310)
    around.show()
    page.show()
    qtbot.waitUntil(page.header.isVisible)
    page.bar.put("Een tekst van vele regels. " * 20)
    page.bar.warn("Dit is een zin die onder de regel staat.")
    qtbot.waitUntil(lambda: not page.header.isVisible())
    page.bar.clear()
    qtbot.waitUntil(page.header.isVisible)
    page.setParent(None)
