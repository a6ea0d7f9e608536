"""A box to tick whose words wrap."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.tick_box import TickBox

WORDS = "Afspraak “geen namen” is verteld en iedereen weet waar de kaartjes liggen"


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> TickBox:
    made = TickBox(WORDS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_as_high_as_its_words_need(box: TickBox) -> None:
    whole = box.sizeHint()
    assert abs(box.heightForWidth(whole.width()) - whole.height()) <= 1
    assert box.heightForWidth(whole.width() // 2) >= whole.height() + box.fontMetrics().height() - 2
    assert box.minimumSizeHint().width() < whole.width() // 2


def test_a_click_on_a_later_line_ticks_it(box: TickBox) -> None:
    width = box.sizeHint().width() // 2
    box.resize(width, box.heightForWidth(width))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(width // 2, box.height() - 6))
    assert box.isChecked()


def test_all_its_lines_are_painted(box: TickBox) -> None:
    width = box.sizeHint().width() // 2
    box.resize(width, box.heightForWidth(width))
    picture = box.grab().toImage()
    low = range(picture.height() - 16, picture.height() - 4)
    assert any(picture.pixelColor(x, y).lightness() < 120 for x in range(40, width) for y in low)
