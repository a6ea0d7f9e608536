from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.clocks import Clock
from tests.ui.hands import focused, press

from bouwstenen_app.domain.timer import FORGOTTEN
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import Theme

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do(
        "Sessie", preparing.create_workshop, title="Proef", rounds=("Wat werkt al?", "Wat knelt?")
    )
    one, two = empty_store.read(preparing.workshop, made.result).numbered_rounds
    empty_store.do("Minuten", preparing.edit_round, identity=one.id, minutes=20)
    empty_store.do("Minuten", preparing.edit_round, identity=two.id, minutes=25)
    return made.result


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str, clock: Clock) -> CapturePlace:
    return begun(clock=clock)


def set_clock(digits: str) -> None:
    press(Key.Key_T, held=Ctrl)
    QTest.keyClicks(focused(), digits)
    press(Key.Key_Return)


def face(place: CapturePlace) -> tuple[str, str, str]:
    place.timer.bar.refresh()
    shown = place.timer.bar.face
    return shown.digits, shown.note, shown.whose


def test_a_round_offers_its_minutes_and_starts_nothing_by_itself(place: CapturePlace) -> None:
    assert place.timer.bar.offer.text() == "Start 20 min"
    press(Key.Key_PageDown, held=Ctrl)
    assert place.timer.bar.offer.text() == "Start 25 min"
    assert place.timer.timer is None


def test_ctrl_t_digits_enter_starts_any_number_of_minutes_and_the_line_goes_on(place: CapturePlace) -> None:
    QTest.keyClicks(place.page.bar.line, "Eerst ")
    set_clock("7")
    QTest.keyClicks(focused(), "bellen")

    assert face(place) == ("07:00", "van 07:00", "")
    assert place.page.bar.line.toPlainText() == "Eerst bellen"


def test_ctrl_t_enter_takes_the_minutes_of_the_round(place: CapturePlace) -> None:
    set_clock("")

    assert face(place) == ("20:00", "van 20:00", "")


def test_ctrl_shift_t_gives_a_minute_more(place: CapturePlace, clock: Clock) -> None:
    set_clock("5")
    clock.now += 60
    press(Key.Key_T, held=Ctrl | Shift)

    assert face(place) == ("05:00", "van 06:00", "")


def test_a_minute_more_without_a_timer_says_how_to_set_one(place: CapturePlace) -> None:
    told: list[str] = []
    place.told.connect(lambda sentence, _: told.append(sentence))
    press(Key.Key_T, held=Ctrl | Shift)

    assert told == ["Er loopt geen klok. Zet er een met Ctrl T, het aantal minuten en Enter."]


def test_ctrl_t_space_pauses_and_goes_on(place: CapturePlace, clock: Clock) -> None:
    set_clock("5")
    press(Key.Key_T, held=Ctrl)
    press(Key.Key_Space)
    clock.now += 600
    assert face(place) == ("05:00", "pauze", "")

    press(Key.Key_T, held=Ctrl)
    press(Key.Key_Space)
    clock.now += 30
    assert face(place) == ("04:30", "van 05:00", "")


def test_the_timer_of_a_round_keeps_running_when_another_is_looked_at(place: CapturePlace, clock: Clock) -> None:
    set_clock("")
    press(Key.Key_PageDown, held=Ctrl)
    clock.now += 60

    assert face(place) == ("19:00", "van 20:00", "ronde 1")
    assert place.timer.bar.offer.isVisible()

    press(Key.Key_PageUp, held=Ctrl)
    assert face(place) == ("19:00", "van 20:00", "")
    assert not place.timer.bar.offer.isVisible()


def test_the_next_round_starts_its_own_when_that_is_asked(place: CapturePlace) -> None:
    set_clock("")
    press(Key.Key_PageDown, held=Ctrl)
    set_clock("")

    assert face(place) == ("25:00", "van 25:00", "")


def test_the_timer_survives_a_restart(
    qtbot: QtBot, place: CapturePlace, theme: Theme, empty_store: Store, clock: Clock
) -> None:
    set_clock("10")
    clock.now += 90
    again = CapturePlace(Desk(empty_store), theme, clock=clock)
    qtbot.addWidget(again)

    assert face(again) == ("08:30", "van 10:00", "")


def test_a_paused_timer_survives_a_restart(
    qtbot: QtBot, place: CapturePlace, theme: Theme, empty_store: Store, clock: Clock
) -> None:
    set_clock("10")
    clock.now += 90
    press(Key.Key_T, held=Ctrl)
    press(Key.Key_Space)
    clock.now += FORGOTTEN
    again = CapturePlace(Desk(empty_store), theme, clock=clock)
    qtbot.addWidget(again)

    assert face(again) == ("08:30", "pauze", "")


def test_a_timer_that_nobody_waits_for_is_gone_the_next_day(
    qtbot: QtBot, place: CapturePlace, theme: Theme, empty_store: Store, clock: Clock
) -> None:
    set_clock("10")
    clock.now += 24 * 3600
    again = CapturePlace(Desk(empty_store), theme, clock=clock)
    qtbot.addWidget(again)

    assert again.timer.timer is None


def test_zero_takes_the_timer_away_for_good(
    qtbot: QtBot, place: CapturePlace, theme: Theme, empty_store: Store, clock: Clock
) -> None:
    set_clock("10")
    set_clock("0")
    again = CapturePlace(Desk(empty_store), theme, clock=clock)
    qtbot.addWidget(again)

    assert place.timer.timer is again.timer.timer is None


def test_every_session_has_its_own_timer(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    other = empty_store.do("Sessie", preparing.create_workshop, title="Ander", rounds=("Een", "Twee")).result
    set_clock("10")
    place.open_workshop(other)
    assert place.timer.timer is None

    place.open_workshop(workshop)
    assert face(place) == ("10:00", "van 10:00", "")


def test_over_time_the_line_still_captures(
    place: CapturePlace, empty_store: Store, workshop: str, clock: Clock
) -> None:
    set_clock("1")
    clock.now += 90
    assert face(place) == ("+00:30", "over tijd", "")

    QTest.keyClicks(focused(), "Nog een bouwsteen")
    press(Key.Key_Return)

    assert [block.title for block in empty_store.read(boards.blocks_of, workshop)] == ["Nog een bouwsteen"]


def test_a_timer_leaves_nothing_in_the_journal(place: CapturePlace, empty_store: Store) -> None:
    before = empty_store.undoable()
    set_clock("5")
    press(Key.Key_T, held=Ctrl | Shift)

    assert empty_store.undoable() == before


def test_the_tab_key_goes_from_the_rounds_past_the_timer_to_the_line(place: CapturePlace) -> None:
    set_clock("5")
    press(Key.Key_Backtab, held=Shift)
    assert QApplication.focusWidget() is place.timer.bar.minute
    press(Key.Key_Backtab, held=Shift)
    assert QApplication.focusWidget() is place.timer.bar.pause


def test_the_keys_of_the_timer_stand_in_the_overview(place: CapturePlace) -> None:
    keys = {key.keys for key in place.key_help()}

    assert {"Ctrl T, 20, Enter", "Ctrl T, spatie", "Ctrl Shift T"} <= keys


def test_without_a_session_the_keys_of_the_timer_do_nothing(
    qtbot: QtBot, theme: Theme, empty_store: Store, clock: Clock
) -> None:
    window = QMainWindow()
    place = CapturePlace(Desk(empty_store), theme, clock=clock)
    window.setCentralWidget(place)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    place.activated()
    before = focused()
    press(Key.Key_T, held=Ctrl)
    press(Key.Key_T, held=Ctrl | Shift)

    assert focused() is before
    assert place.timer.timer is None


def test_it_tells_once_that_the_time_is_over_and_not_of_a_time_that_was_over_before(
    place: CapturePlace, clock: Clock
) -> None:
    told: list[str] = []
    place.timer.ran_out.connect(lambda: told.append("om"))
    press(Key.Key_T, held=Ctrl)
    QTest.keyClicks(place.timer.bar.field, "5")
    QTest.keyClick(place.timer.bar.field, Key.Key_Return)
    clock.now += 4 * 60
    place.timer.bar.refresh()
    assert told == []
    clock.now += 61
    place.timer.bar.refresh()
    place.timer.bar.refresh()
    assert told == ["om"]
    place.timer.bar.set_timer(place.timer.timer)
    place.timer.bar.refresh()
    assert told == ["om"]
