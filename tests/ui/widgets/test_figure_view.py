"""A figure as a table: its columns divide the width, so that all of them are seen where that can be."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from tests.ui.letters import room_for

from bouwstenen_app.domain.figures import FigureTable
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.figure_view import FigureView

HEADS = ("Draagvlak", "Perspectieven", "Bijdragen", "Sessies", "Regio’s", "Stemmen", "Soorten organisaties")
NAME = "K-01 Wanneer een melding binnenkomt belt de wijkagent dezelfde dag met de jeugdbescherming"
SHORT, LONG = "in meer regio’s", "in meer regio’s, en in elke sessie van een ander gezelschap genoemd"


def table(said: str) -> FigureTable:
    return FigureTable("Draagvlak per bundel", "Bundel", HEADS, (NAME, NAME), ((said, None, 6, 2, 2, 22, 0),) * 2)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> FigureView:
    made = FigureView(theme)
    qtbot.addWidget(made)
    made.resize(room_for(1200, theme), 400)
    made.show()
    return made


@pytest.mark.parametrize("width", [860, 1200])
def test_every_column_is_in_sight_where_there_is_room(view: FigureView, theme: Theme, width: int) -> None:
    view.resize(room_for(width, theme), 400)
    view.show_table(table(SHORT))
    assert sum(map(view.columnWidth, range(len(HEADS) + 1))) <= view.viewport().width()
    assert view.columnWidth(0) >= 190


def test_words_are_as_wide_as_they_are_and_the_names_get_the_rest(view: FigureView, theme: Theme) -> None:
    view.show_table(table(SHORT))
    short, names = view.columnWidth(1), view.columnWidth(0)
    assert short < room_for(150, theme) < 420 < names
    view.show_table(table(LONG))
    assert short < view.columnWidth(1)
    assert view.columnWidth(0) >= 420


def test_what_stands_above_a_column_begins_where_its_words_begin(view: FigureView) -> None:
    view.show_table(table(SHORT))
    picture = view.grab().toImage()
    head, first = view.horizontalHeader().height(), view.rowHeight(0)
    above = left_ink(picture, range(4, head - 4))
    assert abs(above - left_ink(picture, range(head + 4, head + first - 4))) <= 2


def test_a_few_rows_need_no_scroll_bar_and_the_focus_is_seen_around_them(view: FigureView, qtbot: QtBot) -> None:
    view.show_table(table(SHORT))
    assert view.verticalScrollBar().maximum() == 0
    with qtbot.waitActive(view):
        view.activateWindow()
    view.clearFocus()
    before = view.grab().toImage().pixelColor(1, 60)
    view.setFocus()
    qtbot.waitUntil(lambda: view.grab().toImage().pixelColor(1, 60) != before)


def left_ink(picture: QImage, rows: range) -> int:
    """Return where the leftmost letter in these rows begins."""
    dark = (x for x in range(picture.width()) for y in rows if picture.pixelColor(x, y).lightness() < 140)
    return next(dark)
