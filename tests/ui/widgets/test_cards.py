from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import ScrollPage


def test_what_is_on_a_page_stays_as_wide_when_a_scroll_bar_comes(theme: Theme, qtbot: QtBot) -> None:
    assert theme.percent == 100
    inner, column = QWidget(), QVBoxLayout()
    column.setContentsMargins(20, 0, 20, 20)
    column.addWidget(inner)
    inner.setMinimumHeight(300)
    page = ScrollPage(column)
    page.keep_right(20)
    qtbot.addWidget(page)
    page.resize(400, 600)
    with qtbot.waitExposed(page):
        page.show()
    assert not page.verticalScrollBar().isVisible()
    assert inner.width() == 360

    page.resize(400, 200)
    qtbot.waitUntil(page.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: inner.width() == 360)
