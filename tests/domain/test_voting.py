from typing import Any

import pytest

from bouwstenen_app.domain.blocks import INTERNAL
from bouwstenen_app.domain.voting import (
    Ballot,
    Rule,
    in_order_of_votes,
    look_alikes,
    read_count,
    reworded,
    rule_of,
    standings,
    tally,
)
from bouwstenen_app.domain.workshops import Workshop


def ballot(number: int, votes: int = 0, title: str = "", **fields: Any) -> Ballot:
    return Ballot(f"id-{number}", f"RH-{number:03d}", number, title or f"Titel {number}", votes=votes, **fields)


def test_what_was_set_counts_before_what_the_rule_says_in_words() -> None:
    words = "4 stemmen per deelnemer; niet stapelen; stil kiezen"

    assert rule_of(Workshop("w", "Proef", vote_rule=words, participants=24)) == Rule(4, False, 24)
    assert rule_of(Workshop("w", "Proef", vote_rule=words, votes_each=3, participants=24)) == Rule(3, True, 24)
    assert rule_of(Workshop("w", "Proef", vote_rule="stapelen mag")) == Rule(0, True, 0)
    assert rule_of(Workshop("w", "Proef", vote_rule="Stapelen mag niet")) == Rule(0, False, 0)


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        (
            "4 stemmen per deelnemer; stapelen mag; stil",
            Rule(3, False),
            "3 stemmen per deelnemer; niet stapelen; stil",
        ),
        ("4 stemmen per deelnemer; stil kiezen", Rule(1), "1 stem per deelnemer; stil kiezen"),
        ("4 stemmen per persoon; stil kiezen", Rule(0), "stil kiezen"),
        ("stil kiezen", Rule(5, False), "stil kiezen"),
        ("", Rule(5), ""),
    ],
)
def test_a_rule_in_words_never_says_something_else(text: str, rule: Rule, expected: str) -> None:
    assert reworded(text, rule) == expected
    if rule.each and reworded(text, rule) != text:
        assert rule_of(Workshop("w", "Proef", vote_rule=reworded(text, rule))).each == rule.each


def test_votes_add_up_or_are_missing_or_too_many() -> None:
    rule = Rule(4, True, 24)

    exact = tally(rule, [ballot(1, 90), ballot(2, 6)])
    fewer = tally(rule, [ballot(1, 90), ballot(2, 3)])
    more = tally(rule, [ballot(1, 90), ballot(2, 9)])

    assert (exact.complete, exact.missing, exact.surplus) == (True, 0, 0)
    assert (fewer.complete, fewer.missing, fewer.surplus) == (False, 3, 0)
    assert (more.complete, more.missing, more.surplus) == (False, 0, 3)


def test_without_a_rule_nothing_is_missing_or_too_many() -> None:
    for rule in (Rule(), Rule(4), Rule(0, True, 24)):
        counted = tally(rule, [ballot(1, 9)])
        assert (counted.counted, counted.complete, counted.missing, counted.surplus) == (9, False, 0, 0)


def test_where_nobody_may_stack_a_block_cannot_have_more_votes_than_there_are_people() -> None:
    ballots = [ballot(1, 24), ballot(2, 25)]

    assert tally(Rule(4, False, 24), ballots).above == (ballots[1],)
    assert tally(Rule(4, True, 24), ballots).above == ()
    assert tally(Rule(4, False, 0), ballots).above == ()


def test_the_most_votes_come_first_and_as_many_votes_share_a_place() -> None:
    found = standings([ballot(1, 3), ballot(2, 7), ballot(3, 3), ballot(4, 0)])

    assert [(s.number, s.votes, s.place) for s in found] == [(2, 7, 1), (1, 3, 2), (3, 3, 2), (4, 0, 4)]


def test_what_the_room_may_not_see_has_no_place() -> None:
    ballots = [ballot(1, 9, held_back=True), ballot(2, 8, parked=True), ballot(3, 1)]
    ballots.insert(2, ballot(4, 2, release=INTERNAL))

    assert [(s.number, s.place) for s in standings(ballots)] == [(3, 1)]
    assert [b.number for b in in_order_of_votes(ballots)] == [1, 2, 4, 3]


def test_two_wordings_of_one_thing_are_look_alikes() -> None:
    ballots = [
        ballot(31, title="Vaste contactpersoon bij de politie"),
        ballot(5, title="Kinderen zelf vragen wat helpt"),
        ballot(12, title="Eén vaste contactpersoon bij politie"),
        ballot(40, title="Vaste contactpersoon bij de politie", parked=True),
    ]

    assert [(first.number, second.number) for first, second in look_alikes(ballots)] == [(12, 31)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 7", ("14", 7)),
        (" 14=7 ", ("14", 7)),
        ("RH-014: 7", ("RH-014", 7)),
        ("14\t-2", ("14", -2)),
        ("14 −2", ("14", -2)),
        ("14", None),
        ("14=", None),
        ("veertien 7", None),
        ("14 7 3", None),
        ("14=70000", None),
    ],
)
def test_a_number_with_its_votes_is_read_as_it_is_called_out(text: str, expected: tuple[str, int] | None) -> None:
    assert read_count(text) == expected
