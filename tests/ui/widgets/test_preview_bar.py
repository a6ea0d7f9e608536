from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.preview_bar import NARROW, PreviewBar


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> Iterator[PreviewBar]:
    page = QWidget()
    made = PreviewBar(theme, page)
    qtbot.addWidget(page)
    page.resize(1800, 200)
    made.show_place(4, 86, 88)
    with qtbot.waitExposed(page):
        page.show()
    yield made
    page.hide()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [400, 560, 700, 1000, 1800])
def test_a_hint_is_whole_or_not_there(
    bar: PreviewBar, theme: Theme, qtbot: QtBot, width: int, percent: int
) -> None:
    theme.scale_to(percent)
    bar.resize(width, 60)
    qtbot.wait(20)
    assert not bar._hint.text() or bar._hint.full_width() <= bar._hint.width() + 2


def test_it_says_more_where_there_is_more_room(bar: PreviewBar) -> None:
    said = []
    for width in (340, 700, 1400):
        bar.resize(width, 60)
        said.append(bar._hint.text())
    assert said[0] == ""
    assert said[2].startswith(said[1])
    assert len(said[2]) > len(said[1]) > 0


def test_a_narrow_bar_keeps_its_buttons(bar: PreviewBar) -> None:
    bar.resize(NARROW - 20, 60)
    assert not bar._where.isVisible()
    assert bar.smaller.isVisible()
    assert bar.larger.isVisible()
    assert bar.alone.isVisible()
    assert bar._row.minimumSize().width() <= bar.minimumSizeHint().width() < NARROW
