from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.mentions import READ_AT_MOST, suggestions

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("#@!\\/+-'., \r\n\0politeVT"))
"""Lone surrogates and control characters too, and much of what means something."""


def offered(codebook: Codebook, text: str, **chosen: object) -> list[tuple[str, str]]:
    return [(each.word, codebook.code(each.code).slug) for each in suggestions(text, codebook, **chosen)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De politie belt VT.", [("politie", "politie"), ("VT", "veilig-thuis")]),
        ("In het Zorg- en Veiligheidshuis", [("Zorg- en Veiligheidshuis", "zorg-en-veiligheidshuis")]),
        ("de officier van justitie komt", [("officier van justitie", "om")]),
        ("samen met de wijkagent", [("wijkagent", "politie")]),
        ("na ex-partnergeweld", [("ex-partnergeweld", "ex-partnergeweld")]),
        ("de Ggz en de ggz", [("Ggz", "ggz")]),
        ("de VT's samen", [("VT's", "veilig-thuis")]),
        ("TSc", [("TSc", "programma-tsc"), ("TSc", "toekomstscenario")]),
        ("een idee, een knelpunt", [("idee", "idee"), ("knelpunt", "knelpunt")]),
    ],
)
def test_words_that_name_a_code_are_offered(codebook: Codebook, text: str, expected: list[tuple[str, str]]):
    assert offered(codebook, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "om de tafel",
        "wij gaan mee",
        "vo en jr",
        "nodig is goed overleg",
        "18+ en 18-",
        "politieauto",
        "rvt",
        "avg",
        "",
    ],
)
def test_plain_words_are_not_offered(codebook: Codebook, text: str):
    assert ("om", "om") not in offered(codebook, text)
    assert offered(codebook, text) in ([], [("tafel", "groep")])


def test_what_is_set_is_not_offered_again(codebook: Codebook):
    police = codebook.by_slug["domein", "politie"].id
    assert offered(codebook, "de politie", without=(police,)) == []


def test_no_second_value_is_offered_where_there_is_one(codebook: Codebook):
    risk = codebook.by_slug["soort", "risico"].id
    assert offered(codebook, "een idee", without=(risk,)) == []


def test_names_come_before_synonyms_and_the_most_used_first(codebook: Codebook):
    text = "wijkagent, wijkteam, politie... Ggz"
    assert [slug for _, slug in offered(codebook, text)] == ["politie", "ggz", "lokale-teams"]
    uses = {codebook.by_slug["domein", "ggz"].id: 3}
    assert [slug for _, slug in offered(codebook, text, uses=uses)] == ["ggz", "politie", "lokale-teams"]


def test_words_of_two_sentences_make_no_name(codebook: Codebook):
    assert [slug for _, slug in offered(codebook, "zorg, straf")] == ["zorg", "straf"]


def test_a_retired_code_is_not_offered(codebook: Codebook):
    codes = tuple(replace(code, retired=code.slug == "politie") for code in codebook.codes)
    assert offered(replace(codebook, codes=codes), "de politie") == []


def test_only_the_beginning_of_a_very_long_text_is_searched(codebook: Codebook):
    assert offered(codebook, "x" * READ_AT_MOST + " politie") == []


@given(ANYTHING)
def test_what_is_offered_stands_in_the_text_and_once(codebook: Codebook, text: str):
    found = suggestions(text, codebook)
    assert all(each.word in text for each in found)
    assert len({each.code for each in found}) == len(found)
