from typing import Any

import pytest

from bouwstenen_app.domain.formats import Format, FormatStep, of_workshop, read_format, renamed_format, write_format
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ONLY_COUNT, Attendance, Round, Workshop

GOOD: dict[str, Any] = {
    "schema": "werkvorm/1",
    "name": "Proef",
    "minutes": 40,
    "steps": [{"name": "Opening", "minutes": 5, "gathers": False}, {"name": "Ronde", "minutes": 30}],
}


def test_what_is_written_is_read_back() -> None:
    opening = FormatStep("Opening", "Waarom?", "Plenair", 10, gathers=False)
    steps = (opening, FormatStep("Ronde", minutes=20, beamer=ONLY_COUNT))
    agreed = {"votes_each": 4, "votes_stack": False}
    format = Format("Proef", steps, 45, "Waarvoor", "Hoe dan?", "3 stippen", ("Geen namen",), **agreed)

    assert read_format(write_format(format)) == format
    assert format.buffer == 15


def test_a_step_gathers_blocks_unless_it_says_otherwise() -> None:
    format = read_format(GOOD)

    assert [step.gathers for step in format.steps] == [False, True]
    assert format.buffer == 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": "codeboek/1"},
        {"name": "  "},
        {"name": 3},
        {"about": "x" * 2001},
        {"minutes": -1},
        {"minutes": True},
        {"minutes": "40"},
        {"steps": []},
        {"steps": "geen"},
        {"steps": [3]},
        {"steps": [{"minutes": 5}]},
        {"steps": [{"name": "Ronde", "minutes": 601}]},
        {"steps": [{"name": "Ronde", "gathers": "ja"}]},
        {"steps": [{"name": "Ronde"}] * 101},
        {"agreements": [1]},
        {"votes_each": 21},
        {"votes_each": "vier"},
        {"votes_stack": 1},
        {"steps": [{"name": "Ronde", "beamer": "half"}]},
    ],
)
def test_a_document_that_is_not_right_is_a_problem(wrong: dict[str, Any]) -> None:
    with pytest.raises(Problem):
        read_format(GOOD | wrong)


@pytest.mark.parametrize("other", [None, [], "werkvorm/1", 3])
def test_something_else_is_a_problem(other: object) -> None:
    with pytest.raises(Problem, match="werkvorm/1"):
        read_format(other)


def test_the_plan_of_a_session_is_a_format_without_its_people() -> None:
    workshop = Workshop(
        id="1",
        title="Sessie",
        region="Noord",
        rounds=(Round("a", "Opening", minutes=10), Round("b", "Ronde", 1, "Wat?", "Tafels", 20)),
        attendance=(Attendance("politie", 4),),
        agreements=("Geen namen",),
    )
    format = of_workshop(workshop, "  Onze \n sessie ")

    assert (format.name, format.minutes, format.agreements) == ("Onze sessie", 30, ("Geen namen",))
    assert format.steps == (
        FormatStep("Opening", minutes=10, gathers=False),
        FormatStep("Ronde", "Wat?", "Tafels", 20),
    )
    assert "politie" not in str(write_format(format))


def test_the_votes_and_the_beamer_of_a_session_go_into_its_format() -> None:
    steps = (Round("a", "Een", 1, beamer=LAST_FIVE), Round("b", "Twee", 2, beamer="iets van later"))
    format = of_workshop(Workshop("1", "Sessie", rounds=steps, votes_each=99, votes_stack=False), "Naam")

    assert (format.votes_each, format.votes_stack) == (20, False)
    assert [step.beamer for step in format.steps] == [LAST_FIVE, ALL]


def test_a_format_takes_another_name() -> None:
    assert renamed_format(read_format(GOOD), "  Nieuwe  naam ").name == "Nieuwe naam"
    with pytest.raises(Problem, match="naam"):
        renamed_format(read_format(GOOD), " ")


def test_a_format_has_a_name_and_at_least_one_step() -> None:
    with pytest.raises(Problem, match="naam"):
        of_workshop(Workshop("1", "Sessie", rounds=(Round("a", "Ronde", 1),)), "  ")
    with pytest.raises(Problem, match="draaiboek"):
        of_workshop(Workshop("1", "Sessie"), "Naam")
