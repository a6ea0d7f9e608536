"""Pairs of blocks that seem to say the same."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.paraphrases import LOOK_ALIKES, PAIRS

from bouwstenen_app.domain.look_alikes import FAINT, FIRST, Suggestion, Text, suggestions
from bouwstenen_app.domain.near_words import GROUPS
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.word_forms import NO_GROUPS, WordGroups

JOINED = ("vrijwel-dubbel", "dubbel-binnen-sessie")
Pairs = Sequence[tuple[str, str]]
TEXTS = st.lists(
    st.builds(
        Text,
        id=st.uuids().map(str),
        title=st.text(max_size=60),
        explanation=st.text(max_size=200),
        codes=st.lists(st.sampled_from("abc"), unique=True).map(tuple),
        kind=st.sampled_from(["", "idee", "knelpunt"]),
    ),
    max_size=8,
    unique_by=lambda text: text.id,
)


def found(texts: Sequence[Text], *, settled: Pairs = (), groups: WordGroups = NO_GROUPS) -> tuple[Suggestion, ...]:
    work = suggestions(texts, groups, settled=settled)
    while True:
        try:
            assert isinstance(next(work), Progress)
        except StopIteration as end:
            result: tuple[Suggestion, ...] = end.value
            return result


def ids(suggested: Sequence[Suggestion]) -> list[tuple[str, str]]:
    return [(one.first, one.second) for one in suggested]


def in_reach(suggested: Sequence[Suggestion], one: str, other: str) -> bool:
    """Say whether a block is among the first three of another, or the other way round."""
    pairs = (one, other), (other, one)
    return any(
        mine in (pair.first, pair.second)
        for own, mine in pairs
        for pair in [each for each in suggested if own in (each.first, each.second)][:FIRST]
    )


@pytest.fixture(scope="module")
def example(sessions_file: dict[str, Any]) -> list[Text]:
    return [
        Text(
            block["id"],
            block["titel"],
            block["omschrijving"] or "",
            block["vervolgstap"] or "",
            workshop["id"],
            (*block["domeinen"], *block["themas"]),
            block["soort"] or "",
        )
        for workshop in sessions_file["sessies"]
        for block in workshop["bouwstenen"]
    ]


@pytest.fixture(scope="module")
def groups() -> WordGroups:
    return WordGroups(GROUPS)


@pytest.mark.parametrize("tagged", [True, False])
def test_pairs_that_should_be_joined_are_among_the_first_three(
    example: list[Text], groups: WordGroups, sessions_file: dict[str, Any], *, tagged: bool
) -> None:
    texts = example if tagged else [replace(text, codes=(), kind="") for text in example]
    joined = [(pair["a"], pair["b"]) for pair in sessions_file["paren"] if pair["relatie"] in JOINED]

    suggested = found(texts, groups=groups)

    hit = [pair for pair in joined if in_reach(suggested, *pair)]
    assert len(hit) >= 0.95 * len(joined)


def test_look_alikes_that_are_something_else_stand_below_nearly_all_pairs_that_are_the_same(
    example: list[Text], groups: WordGroups, sessions_file: dict[str, Any]
) -> None:
    scores = {frozenset((one.first, one.second)): one.score for one in found(example, groups=groups)}
    labelled = [
        (pair["relatie"], scores.get(frozenset((pair["a"], pair["b"])), 0.0)) for pair in sessions_file["paren"]
    ]
    joined = [score for relation, score in labelled if relation in JOINED]
    apart = [score for relation, score in labelled if relation == "niet-samenvoegen"]

    right = sum(one > other for one in joined for other in apart)
    assert right >= 0.9 * len(joined) * len(apart)


def test_paraphrases_on_which_nothing_was_chosen_are_found_by_their_words_alone(
    example: list[Text], groups: WordGroups
) -> None:
    texts = [replace(text, codes=(), kind="") for text in example]
    for place, (one, other) in enumerate((*PAIRS, *LOOK_ALIKES)):
        texts += [Text(f"w{place}a", *one), Text(f"w{place}b", *other)]

    suggested = found(texts, groups=groups)

    hit = [place for place in range(len(PAIRS)) if in_reach(suggested, f"w{place}a", f"w{place}b")]
    assert len(hit) >= 0.95 * len(PAIRS)


def test_the_same_words_in_another_form_and_with_typing_errors_are_found() -> None:
    texts = [
        Text("1", "De wijkagent belt na elke melding", "Politie en school overleggen dan meteen."),
        Text("2", "Wijkagenten bellen na meldingen", "Er wordt dierct overlegd door de politie en de scholen."),
        Text("3", "Schulden eerst", "Geldzorgen gaan voor."),
    ]

    (pair,) = found(texts)

    assert (pair.first, pair.second) == ("1", "2")
    assert pair.score > 0.6


def test_exactly_the_same_is_wholly_alike() -> None:
    text = Text("1", "Vast gezicht na de crisis", "Wie blijft, krijgt vertrouwen.")

    (pair,) = found([text, replace(text, id="2")])

    assert pair.score == pytest.approx(1.0)


def test_other_tags_make_less_alike_and_the_same_tags_more() -> None:
    texts = [
        Text("1", "Samen wegen op dinsdag", "Politie en wijkteam wegen de meldingen."),
        Text("2", "Wegen doen we samen", "Elke week, met het wijkteam."),
    ]

    bare, same, other = (
        found([replace(text, codes=codes, kind=kind) for text, codes, kind in zip(texts, *tags, strict=True)])[
            0
        ].score
        for tags in (
            (((), ()), ("", "")),
            ((("a", "b"), ("a", "b")), ("idee", "idee")),
            ((("a",), ("b",)), ("idee", "knelpunt")),
        )
    )

    assert same > bare > other


def test_what_was_settled_or_is_in_one_bundle_is_not_suggested() -> None:
    texts = [Text(str(n), "Tien dagen huisverbod en dan stilte", "Na dag elf is er niets.") for n in range(3)]

    assert ids(found(texts, settled=[("1", "0")])) == [("0", "2"), ("1", "2")]
    assert ids(found([*(replace(text, bundle="k") for text in texts[:2]), texts[2]])) == [("0", "2"), ("1", "2")]
    assert len(found([replace(text, bundle=text.id) for text in texts])) == 3


def test_a_block_is_suggested_with_a_few_others_at_most() -> None:
    texts = [Text(f"{n:02}", "Tien dagen huisverbod en dan stilte") for n in range(20)]

    counts = [sum(text.id in (one.first, one.second) for one in found(texts)) for text in texts]

    assert min(counts) >= FIRST


def test_nothing_gives_nothing() -> None:
    assert found([]) == found([Text("1", "")]) == found([Text("1", ""), Text("2", "")]) == ()


def test_words_that_nearly_every_text_has_still_lead_to_the_pair(groups: WordGroups) -> None:
    usual = ("gezin melding politie school", "wijkteam overleg hulp gezin", "melding hulp veilig thuis")
    texts = [Text(f"a{n:04}", usual[n % 3], usual[(n // 3) % 3]) for n in range(3_000)]
    same = [Text("x1", "melding overleg school", "politie"), Text("x2", "school overleg melding", "politie")]

    assert ("x1", "x2") in ids(found([*texts, *same], groups=groups))


@given(TEXTS)
def test_the_order_of_the_texts_makes_no_difference(texts: list[Text]) -> None:
    suggested = found(texts)

    assert found(texts[::-1]) == suggested
    assert [one.score for one in suggested] == sorted((one.score for one in suggested), reverse=True)
    assert all(one.first < one.second and FAINT <= one.score <= 1 for one in suggested)
