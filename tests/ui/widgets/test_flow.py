from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.widgets.flow import FlowLayout


def filled(qtbot: QtBot, count: int) -> tuple[QWidget, FlowLayout]:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page, gap=4)
    for number in range(count):
        button = QPushButton(str(number))
        button.setFixedSize(50, 20)
        flow.addWidget(button)
    return page, flow


def test_a_full_line_goes_on_below(qtbot: QtBot) -> None:
    page, flow = filled(qtbot, 5)
    page.resize(110, 200)
    page.show()
    assert [widget.pos().toTuple() for widget in flow.widgets()] == [
        (0, 0), (54, 0), (0, 24), (54, 24), (0, 48),
    ]  # fmt: skip


def test_it_asks_for_one_line_and_knows_how_high_it_is_when_narrow(qtbot: QtBot) -> None:
    _, flow = filled(qtbot, 5)
    assert flow.sizeHint().width() == 5 * 50 + 4 * 4
    assert flow.heightForWidth(500) == 20
    assert flow.heightForWidth(60) == 5 * 20 + 4 * 4


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    page, flow = filled(qtbot, 3)
    page.show()
    flow.widgets()[1].hide()
    assert flow.sizeHint().width() == 2 * 50 + 4


def test_a_widget_can_be_put_between_others(qtbot: QtBot) -> None:
    _, flow = filled(qtbot, 2)
    between = QPushButton("tussen")
    flow.insert_widget(1, between)
    assert flow.widgets()[1] is between


def test_it_can_be_emptied(qtbot: QtBot) -> None:
    _, flow = filled(qtbot, 3)
    flow.clear()
    assert flow.count() == 0


def test_a_lower_widget_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    page, flow = filled(qtbot, 3)
    flow.widgets()[1].setFixedSize(50, 10)
    page.resize(110, 200)
    page.show()
    assert [widget.pos().toTuple() for widget in flow.widgets()] == [(0, 0), (54, 5), (0, 24)]
