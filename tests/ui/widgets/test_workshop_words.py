import dataclasses

import pytest

from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.ui.widgets.workshop_words import agenda_words, buffer, end_time, minutes_between, planned_end

PLAN = Workshop("1", "Proef", start_time="13:00", minutes=120, rounds=(Round("a", "Ronde", 1, minutes=110),))


def test_the_planned_end_and_the_end_of_the_agenda_are_two_things() -> None:
    assert (end_time(PLAN), planned_end(PLAN), buffer(PLAN)) == ("14:50", "15:00", 10)


def test_without_a_planned_end_the_agenda_ends_when_its_steps_do() -> None:
    free = dataclasses.replace(PLAN, minutes=0)

    assert (end_time(free), planned_end(free), buffer(free)) == ("14:50", "14:50", 0)


def test_without_a_start_the_buffer_is_said_all_the_same() -> None:
    assert agenda_words(dataclasses.replace(PLAN, start_time="")) == "110 minuten · 10 minuten speling"


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [("13:00", "15:00", 120), ("23:00", "01:00", 120), ("13:00", "", 0), ("", "15:00", 0), ("13:00", "13:00", 0)],
)
def test_an_end_is_so_many_minutes_after_the_start(start: str, end: str, minutes: int) -> None:
    assert minutes_between(start, end) == minutes
