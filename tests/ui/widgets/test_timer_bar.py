from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.clocks import Clock
from typing_extensions import override

from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.timer_bar import TimerBar

RESOURCES = Path(__file__).parents[3] / "resources"


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, clock: Clock) -> Iterator[TimerBar]:
    bar = TimerBar(theme, clock)
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitActive(bar):
        bar.activateWindow()
    yield bar
    bar.hide()


def running(bar: TimerBar, clock: Clock, minutes: int = 20, whose: str = "") -> RoundTimer:
    timer = RoundTimer.start(minutes, clock.now)
    bar.set_timer(timer, whose)
    return timer


def later(bar: TimerBar, clock: Clock, seconds: float) -> None:
    clock.now += seconds
    bar.refresh()


def test_without_a_timer_it_only_offers_one(bar: TimerBar) -> None:
    bar.set_offer(20)

    assert (bar.offer.text(), bar.offer.isVisible(), bar.other.isVisible()) == ("Start 20 min", True, True)
    assert not any(part.isVisible() for part in (bar.face, bar.pause, bar.minute, bar.stop, bar.field))


def test_without_minutes_nothing_is_offered(bar: TimerBar) -> None:
    bar.set_offer(0)

    assert not bar.offer.isVisible()
    assert bar.other.isVisible()


def test_the_offer_is_taken_with_a_click(qtbot: QtBot, bar: TimerBar) -> None:
    bar.set_offer(20)

    with qtbot.waitSignal(bar.start_asked) as asked:
        bar.offer.click()
    assert asked.args == [20]


def test_it_shows_what_is_left_of_what(bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    later(bar, clock, 446)

    assert (bar.face.digits, bar.face.note) == ("12:34", "van 20:00")


def test_over_time_is_counted_up_and_said_in_words(bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    later(bar, clock, 1200 + 83)

    assert (bar.face.digits, bar.face.note) == ("+01:23", "over tijd")
    assert bar.stop.isVisible()


def test_a_paused_timer_says_so_and_can_go_on(qtbot: QtBot, bar: TimerBar, clock: Clock) -> None:
    timer = running(bar, clock)
    assert (bar.pause.accessibleName(), bar.stop.isVisible()) == ("Pauze", False)

    bar.set_timer(timer.pause(clock.now))

    assert (bar.face.note, bar.pause.accessibleName(), bar.stop.isVisible()) == ("pauze", "Verder", True)
    with qtbot.waitSignal(bar.pause_asked):
        bar.pause.click()


def test_the_timer_of_another_round_is_only_shown_with_its_round(bar: TimerBar, clock: Clock) -> None:
    running(bar, clock, whose="ronde 1")
    bar.set_offer(25)

    assert bar.face.whose == "ronde 1"
    assert bar.offer.isVisible()
    assert not any(part.isVisible() for part in (bar.pause, bar.minute, bar.stop))


def test_the_name_for_a_screen_reader_changes_with_the_minute_only(bar: TimerBar, clock: Clock) -> None:
    running(bar, clock, minutes=3)
    names = [bar.face.accessibleName()]
    for _ in range(5 * 60):
        later(bar, clock, 1)
        if bar.face.accessibleName() != names[-1]:
            names.append(bar.face.accessibleName())

    assert names == [
        "Nog 3 minuten",
        "Nog 2 minuten",
        "Nog hooguit een minuut",
        "De tijd is om",
        "1 minuut over tijd",
        "2 minuten over tijd",
    ]


def test_a_second_paints_the_face_and_nothing_beside_it(qtbot: QtBot, bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    qtbot.wait(50)
    face, button, around = Paints(), Paints(), bar.geometry()
    bar.face.installEventFilter(face)
    bar.minute.installEventFilter(button)
    later(bar, clock, 1)
    qtbot.waitUntil(lambda: face.count > 0)

    assert (button.count, bar.geometry()) == (0, around)


def test_it_moves_on_by_itself_when_the_second_is_over(qtbot: QtBot, bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    later(bar, clock, 0.99)
    assert bar.face.digits == "20:00"

    clock.now += 0.02

    qtbot.waitUntil(lambda: bar.face.digits == "19:59")


def test_it_is_as_wide_over_time_as_before(bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    before = bar.face.sizeHint()
    later(bar, clock, 1300)

    assert bar.face.sizeHint() == before


def test_a_hidden_bar_does_not_tick_and_is_right_when_it_is_seen_again(bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    bar.hide()
    clock.now += 60
    assert bar.face.digits == "20:00"

    bar.show()

    assert bar.face.digits == "19:00"


def test_the_field_takes_digits_only_and_enter_starts(qtbot: QtBot, bar: TimerBar) -> None:
    bar.ask_minutes()
    QTest.keyClicks(bar.field, "a4-5")

    with qtbot.waitSignals([bar.start_asked, bar.left]):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert not bar.field.isVisible()


def test_enter_in_the_empty_field_takes_the_offer(qtbot: QtBot, bar: TimerBar) -> None:
    bar.set_offer(15)
    bar.ask_minutes()

    with qtbot.waitSignal(bar.start_asked) as asked:
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked.args == [15]


def test_zero_takes_the_timer_away(qtbot: QtBot, bar: TimerBar, clock: Clock) -> None:
    running(bar, clock)
    bar.ask_minutes()
    QTest.keyClicks(bar.field, "0")

    with qtbot.waitSignal(bar.stop_asked):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)


def test_escape_leaves_the_field_and_asks_for_nothing(qtbot: QtBot, bar: TimerBar) -> None:
    bar.ask_minutes()
    QTest.keyClicks(bar.field, "12")

    with qtbot.assertNotEmitted(bar.start_asked), qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.field.isVisible()


def test_the_buttons_leave_the_focus_where_it_is_when_they_are_clicked(bar: TimerBar) -> None:
    clickable = (bar.offer, bar.other, bar.pause, bar.minute, bar.stop)

    assert all(not part.focusPolicy() & Qt.FocusPolicy.ClickFocus.value for part in clickable)
