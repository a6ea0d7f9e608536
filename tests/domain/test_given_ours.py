"""The lines of our own Markdown that are about a session or a block."""

from bouwstenen_app.domain.given_blocks import GivenBlock
from bouwstenen_app.domain.given_ours import day_of, with_facts

BLOCK = GivenBlock("regel 1", "t:1", line="Eén")


def test_the_facts_of_a_block_are_read_back() -> None:
    line = "RH-002 · 5 stemmen · tafel 2 · cluster Durven · ruw · intern · teruggelezen: bevestigd · achtergehouden"
    found = with_facts(BLOCK, line)
    assert (found.spoken_id, found.cluster, found.status, found.release) == ("RH-002", "Durven", "ruw", "intern")
    assert (found.read_back, found.marks) == ("bevestigd", frozenset({"held_back"}))


def test_what_stands_below_it_by_name_is_read_back() -> None:
    found = with_facts(with_facts(BLOCK, "Aantekening: let op"), "Minderheidsstandpunt: niet iedereen")
    assert found.texts == {"note": "let op", "minority": "niet iedereen"}


def test_another_line_says_nothing_of_a_block() -> None:
    assert with_facts(BLOCK, "intern · vrij") == BLOCK


def test_the_day_of_a_session_is_the_first_fact() -> None:
    assert str(day_of("11 november 2025 · Twente")) == "2025-11-11"
    assert day_of("Twente · klaar") is None
