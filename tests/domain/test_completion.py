import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.capture import read
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.codebook_file import read_codebook
from bouwstenen_app.domain.completion import Choice, Completion, Rank, apply, complete
from bouwstenen_app.domain.matching import MARKERS, names

BOOK = read_codebook(
    json.loads((Path(__file__).parents[2] / "resources/codebook/bouwstenen-basis.json").read_text("utf-8"))
)
"""The built-in codebook, for the properties: as a fixture it would drown the example that fails."""


def at_end(text: str, codebook: Codebook, **chosen: object) -> Completion:
    return complete(text, len(text), codebook, **chosen)  # type: ignore[arg-type]


def labels(completion: Completion) -> list[str]:
    return [choice.label for choice in completion.choices]


def ranks(completion: Completion) -> dict[str, Rank]:
    return {choice.label: choice.rank for choice in completion.choices}


def id_of(codebook: Codebook, dimension: str, slug: str) -> str:
    return codebook.by_slug[dimension, slug].id


def test_an_exact_name_comes_first(codebook: Codebook):
    found = at_end("Samen @zorg", codebook)
    assert found.choices[0] == Choice(id_of(codebook, "domein", "zorg"), "Zorg", "", Rank.EXACT, 0)
    assert found.exact
    assert not found.can_propose


def test_the_order_is_name_level_word_part(codebook: Codebook):
    found = at_end("@jeugdb", codebook)
    assert labels(found) == [
        "Jeugdbescherming",
        "Gecertificeerde instelling",
        "Jeugdreclassering",
        "Raad voor de Kinderbescherming",
    ]
    assert [choice.rank for choice in found.choices] == [Rank.NAME, Rank.LEVEL, Rank.LEVEL, Rank.LEVEL]
    assert found.choices[1].parent_label == "Jeugdbescherming"


def test_an_exact_synonym_comes_before_the_start_of_a_name(codebook: Codebook):
    own = Code("f" * 32, "schooltijd", "domein", "Schooltijd")
    found = at_end("@school", replace(codebook, codes=(*codebook.codes, own)))
    assert list(ranks(found).items())[:2] == [
        ("Onderwijs en kinderopvang", Rank.SYNONYM),
        ("Schooltijd", Rank.NAME),
    ]


def test_words_inside_names_and_synonyms_are_found(codebook: Codebook):
    assert ranks(at_end("#vastge", codebook)) == {"Vertrouwen en vast gezicht": Rank.WORD}
    assert ranks(at_end("@wijkag", codebook)) == {"Politie": Rank.WORD}
    assert ranks(at_end("@vt", codebook))["Veilig Thuis"] is Rank.WORD


def test_a_part_of_a_word_is_found_after_all_that_begins_with_it(codebook: Codebook):
    found = ranks(at_end("#domeinoverst", codebook)) | ranks(at_end("#momenten", codebook))
    assert found["Kantelmomenten"] is Rank.PART
    classes = [choice.rank for choice in at_end("@zorg", codebook, limit=99).choices]
    assert classes == sorted(classes)


@pytest.mark.parametrize("typed", ["plitie", "politei", "politie1", "polutie", "polit1e"])
def test_one_typing_error_is_forgiven(codebook: Codebook, typed: str):
    found = at_end(f"@{typed}", codebook)
    assert ranks(found)["Politie"] is Rank.TYPO
    assert found.can_propose


def test_one_typing_error_is_forgiven_in_the_beginning_of_a_name(codebook: Codebook):
    assert labels(at_end("#kantlemom", codebook)) == ["Kantelmomenten"]


def test_two_typing_errors_are_another_word(codebook: Codebook):
    assert labels(at_end("@polltei", codebook)) == []


def test_within_a_class_the_session_counts_first_then_the_workspace_then_the_alphabet(codebook: Codebook):
    gi, rvdk, jr = (id_of(codebook, "domein", slug) for slug in ("gi", "rvdk", "jeugdreclassering"))
    uses, session = {jr: 9, gi: 2}, {rvdk: 1}
    found = at_end("@jeugdb", codebook, session_uses=session, uses=uses)
    assert [choice.code for choice in found.choices[1:]] == [rvdk, jr, gi]
    assert [choice.uses for choice in found.choices[1:]] == [0, 9, 2]


def test_after_a_prefix_alone_the_most_used_then_the_order_of_the_codebook(codebook: Codebook):
    trust = id_of(codebook, "thema", "vertrouwen-en-vast-gezicht")
    found = at_end("Samen #", codebook, uses={trust: 3, id_of(codebook, "domein", "politie"): 9})
    assert labels(found)[:2] == ["Vertrouwen en vast gezicht", "Vroegtijdig samenwerken"]
    assert len(found.choices) == 8
    assert found.typed == ""
    assert not found.can_propose


def test_each_prefix_offers_what_it_reaches(codebook: Codebook):
    assert "Kantelmomenten" not in labels(at_end("@kantel", codebook))
    assert labels(at_end("!ris", codebook)) == ["Risico"]
    assert labels(at_end("#pol", codebook))[0] == "Politie"
    assert {"Zorg en straf", "Netwerk"} & set(labels(at_end("@zorg-en-s", codebook)))


def test_with_a_hash_a_theme_comes_before_a_domain_of_the_same_class(codebook: Codebook):
    found = at_end("#zorg-en", codebook)
    assert labels(found)[:2] == ["Zorg en straf samen", "Zorg en straf"]


def test_what_the_tag_sets_as_it_stands_comes_first(codebook: Codebook):
    busy = {each.id: 99 for each in codebook.combinations}
    assert labels(at_end("#zorg/straf", codebook, uses=busy))[0] == "Zorg en straf samen"
    assert labels(at_end("@TSc", codebook))[0] == "Programma Toekomstscenario"


def test_a_combination_shows_what_it_sets(codebook: Codebook):
    found = at_end("@hele-keten", codebook)
    assert found.choices[0].parent_label == "Sociaal domein + Zorg + Straf + Veiligheid"


def test_a_retired_code_is_not_offered(codebook: Codebook):
    codes = tuple(replace(code, retired=code.slug == "politie") for code in codebook.codes)
    assert "Politie" not in labels(at_end("@pol", replace(codebook, codes=codes)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Samen",
        "Samen ",
        "#regie ",
        "wow!",
        "C#",
        "naam@politie.nl",
        "https://x.nl/#re",
        "\\#re",
        "#regie,",
        "!!",
        "(#",
    ],
)
def test_outside_a_tag_there_is_nothing_to_choose(codebook: Codebook, text: str):
    assert at_end(text, codebook) == Completion()


def test_a_marker_inside_a_word_is_completed_too(codebook: Codebook):
    assert labels(at_end("nodig#herst", codebook))[0] == "Herstel bevorderen"


def test_the_tag_under_the_cursor_is_replaced_whole(codebook: Codebook):
    text = "Samen #kantelx, dan"
    found = complete(text, len("Samen #kantel"), codebook)
    assert (found.prefix, found.typed, found.start, found.end) == ("#", "kantel", 6, 14)
    assert apply(text, found, found.choices[0], codebook) == ("Samen #kantelmomenten , dan", 22)


def test_a_choice_is_put_in_with_a_space_behind_it(codebook: Codebook):
    found = at_end("@pol", codebook)
    assert apply("@pol", found, found.choices[0], codebook) == ("@politie ", 9)
    before = complete("@pol en meer", 4, codebook)
    assert apply("@pol en meer", before, before.choices[0], codebook) == ("@politie en meer", 9)


def test_a_domain_chosen_behind_a_hash_gets_its_own_prefix(codebook: Codebook):
    found = at_end("x #pol", codebook)
    assert apply("x #pol", found, found.choices[0], codebook)[0] == "x @politie "


def test_an_unknown_tag_can_be_proposed(codebook: Codebook):
    found = at_end("#samenkracht", codebook)
    assert found.can_propose
    assert not found.choices


NAMED = [(code.id, names(BOOK).spelling(code.id)) for code in BOOK.codes]
SETS = {code.id: (code.id,) for code in BOOK.codes} | {each.id: each.codes for each in BOOK.combinations}


@given(
    st.sampled_from(NAMED),
    st.integers(1, 40),
    st.sampled_from(["", "Een zin ", "woord", "( "]),
    st.sampled_from(["", " en", ", dan"]),
)
def test_a_choice_that_is_put_in_reads_as_that_very_code(
    named: tuple[str, str], size: int, before: str, after: str
):
    typed = before + named[1][: max(2, size)]
    found = complete(typed + after, len(typed), BOOK, limit=200)
    assert named[0] in [choice.code for choice in found.choices]
    for choice in found.choices:
        line, cursor = apply(typed + after, found, choice, BOOK)
        assert set(read(line, BOOK).codes) == set(SETS[choice.code])
        assert line[cursor - 1].isspace()


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from("#@!\\ /.-:polzrgkantel")), st.data())
def test_any_text_can_be_completed_at_any_place(text: str, data: st.DataObject):
    cursor = data.draw(st.integers(0, len(text)))
    found = complete(text, cursor, BOOK)
    if found.prefix:
        assert text[found.start] == found.prefix
        assert found.start < cursor <= found.end <= len(text)


@given(st.sampled_from(MARKERS), st.text("aeioudgklmnoprstvwz-", min_size=1, max_size=5))
def test_choices_stand_in_the_order_of_their_classes(prefix: str, typed: str):
    found = at_end(prefix + typed, BOOK, limit=200)
    classes = [choice.rank for choice in found.choices[found.exact :]]
    assert classes == sorted(classes)
    assert len({choice.code for choice in found.choices}) == len(found.choices)
