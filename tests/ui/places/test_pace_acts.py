import datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.timer import FORGOTTEN, RoundTimer
from bouwstenen_app.domain.workshops import DONE, RUNNING, Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.pace_acts import PaceActs
from bouwstenen_app.ui.remembered import LAST_ROUND, TIMER

START = datetime.datetime(2026, 11, 24, 13, 0)


class Clock:
    """A clock that a test moves on, in minutes after the start."""

    minutes = 0.0

    def __call__(self) -> float:
        return START.timestamp() + 60 * self.minutes


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workshop(empty_store: Store) -> Workshop:
    made = empty_store.do(
        "S", preparing.create_workshop, title="Dinsdag", on=START.date(), rounds=("A", "B")
    ).result
    for step in empty_store.read(preparing.workshop, made).rounds:
        empty_store.do("Minuten", preparing.edit_round, step.id, minutes=20)
    empty_store.do("Begint", preparing.edit_workshop, made, start_time="13:00", state=RUNNING)
    return empty_store.read(preparing.workshop, made)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    place = QWidget()
    qtbot.addWidget(place)
    place.show()
    return place


@pytest.fixture
def acts(empty_store: Store, clock: Clock, place: QWidget) -> PaceActs:
    return PaceActs(Desk(empty_store), clock, place)


def behind(acts: PaceActs) -> int | None:
    acts.refresh()
    return acts.pace.behind if acts.pace else None


def test_it_tells_when_the_pace_changes_and_only_then(
    acts: PaceActs, clock: Clock, workshop: Workshop, qtbot: QtBot
) -> None:
    acts.follow(workshop)
    clock.minutes = 23
    with qtbot.waitSignal(acts.changed):
        acts.refresh()
    with qtbot.assertNotEmitted(acts.changed):
        acts.refresh()
    assert behind(acts) == 3


def test_the_round_that_was_open_last_counts(acts: PaceActs, clock: Clock, workshop: Workshop) -> None:
    acts.follow(workshop)
    clock.minutes = 23
    acts._desk.remember(LAST_ROUND + workshop.id, workshop.rounds[1].id)
    assert behind(acts) == 0
    acts._desk.remember(LAST_ROUND + workshop.id, "een ronde die weg is")
    assert behind(acts) == 3


def test_a_timer_that_was_forgotten_for_hours_does_not_count(
    acts: PaceActs, clock: Clock, workshop: Workshop
) -> None:
    acts.follow(workshop)
    clock.minutes = 5
    first = workshop.rounds[0].id
    acts._desk.remember(TIMER + workshop.id, RoundTimer.start(20, clock(), round=first).written())
    assert behind(acts) == 5
    long_ago = RoundTimer.start(20, clock() - FORGOTTEN - 9000, round=first)
    acts._desk.remember(TIMER + workshop.id, long_ago.written())
    assert behind(acts) == 0


def test_a_session_that_is_over_is_not_watched(
    acts: PaceActs, clock: Clock, workshop: Workshop, empty_store: Store
) -> None:
    clock.minutes = 23
    acts.follow(workshop)
    assert acts._tick.isActive()
    empty_store.do("Klaar", preparing.edit_workshop, workshop.id, state=DONE)
    acts.follow(empty_store.read(preparing.workshop, workshop.id))
    assert not acts._tick.isActive()
    assert acts.pace is None


def test_out_of_sight_nobody_looks_at_the_clock(
    acts: PaceActs, clock: Clock, workshop: Workshop, place: QWidget
) -> None:
    acts.follow(workshop)
    clock.minutes = 23
    place.hide()
    acts._tick.timeout.emit()
    assert acts.pace is not None
    assert acts.pace.behind == 0

    place.show()
    acts._tick.timeout.emit()
    assert acts.pace.behind == 3
