from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.round_bar import RoundBar

RESOURCES = Path(__file__).parents[3] / "resources"
LONG = "Van kinderen tot volwassenen"
ROUNDS = (
    Round("o", "Opening"),
    Round("a", "Ronde 1: melden en de brede groep", 1),
    Round("b", LONG, 2),
    Round("c", LONG, 3),
)


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Iterator[RoundBar]:
    window = QWidget()
    bar = RoundBar()
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addStretch()
    qtbot.addWidget(window)
    window.resize(1000, 300)
    window.show()
    with qtbot.waitExposed(window):
        window.show()
    yield bar
    window.hide()


def texts(bar: RoundBar) -> list[str]:
    return [pill.text() for pill in bar.findChildren(QPushButton) if pill.isVisible() and pill.text()[0].isdigit()]


def test_whole_names_are_shown_where_there_is_room(bar: RoundBar) -> None:
    bar.set_rounds(ROUNDS, "a")

    assert texts(bar) == ["1 Melden en de brede groep", f"2 {LONG}", f"3 {LONG}"]


def test_names_that_are_not_chosen_give_way_to_what_stands_at_the_end(qtbot: QtBot, bar: RoundBar) -> None:
    bar.set_rounds(ROUNDS, "a")
    end = QWidget()
    end.setFixedSize(250, 36)
    bar.set_end(end)
    qtbot.waitUntil(lambda: bar.height() == 36 and end.geometry().right() == bar.rect().right())

    chosen, *others = texts(bar)
    assert chosen == "1 Melden en de brede groep"
    assert all(text.endswith("…") for text in others)


def test_what_does_not_fit_goes_on_at_the_next_line(qtbot: QtBot, bar: RoundBar) -> None:
    bar.set_rounds(ROUNDS, "a")
    end = QWidget()
    end.setFixedSize(250, 36)
    bar.set_end(end)
    bar.window().resize(420, 300)
    qtbot.waitUntil(lambda: end.geometry().bottom() == bar.rect().bottom() and bar.height() > 80)

    assert end.geometry().right() == bar.rect().right()


def test_where_it_would_fill_the_page_only_the_chosen_name_is_left(qtbot: QtBot, bar: RoundBar) -> None:
    bar.set_rounds(ROUNDS, "a")
    bar.window().resize(240, 300)

    qtbot.waitUntil(lambda: texts(bar) == ["1 Melden en de brede groep", "2", "3"])

    assert [pill.accessibleName() for pill in bar.findChildren(QPushButton) if pill.text() == "2"] == [
        f"Ronde 2: {LONG}"
    ]
    bar.window().resize(1000, 300)
    qtbot.waitUntil(lambda: texts(bar)[1] == f"2 {LONG}")


def test_a_session_of_one_round_shows_no_pills_but_does_show_what_stands_at_the_end(bar: RoundBar) -> None:
    bar.set_rounds(ROUNDS[:2], "a")
    assert not bar.isVisible()
    end = QWidget()
    bar.set_end(end)

    assert bar.isVisible()
    assert texts(bar) == []


def test_what_stands_at_the_end_stays_when_the_rounds_change(bar: RoundBar) -> None:
    end = QWidget()
    bar.set_end(end)
    bar.set_rounds(ROUNDS, "a")
    bar.set_rounds(ROUNDS, "c")

    assert end.isVisible()
    assert end.parentWidget() is bar
