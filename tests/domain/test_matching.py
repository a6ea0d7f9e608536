from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.codebook import Code, Codebook, Combination, folded
from bouwstenen_app.domain.matching import MARKERS, in_email, key, names, prefix_of

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("#@!\\/+-'., \r\n\0politeVT"))
"""Lone surrogates and control characters too, and much of what means something."""


def slugs(codebook: Codebook, prefix: str, written: str) -> list[str]:
    return [codebook.code(code).slug for code in names(codebook).match(prefix, written)]


def with_codes(codebook: Codebook, *codes: Code) -> Codebook:
    return replace(codebook, codes=(*codebook.codes, *codes))


@pytest.mark.parametrize(
    "written", ["kantelmomenten", "Kantelmomenten", "KANTEL-MOMENTEN", "kántelmomenten", "kantel_momenten"]
)
def test_case_hyphens_and_accents_do_not_matter(codebook: Codebook, written: str):
    assert slugs(codebook, "#", written) == ["kantelmomenten"]


def test_an_abbreviation_matches_only_as_written(codebook: Codebook):
    assert slugs(codebook, "@", "VO") == ["vrouwenopvang"]
    assert slugs(codebook, "@", "vo") == []
    assert slugs(codebook, "@", "TSc") == ["programma-tsc"]
    assert slugs(codebook, "#", "TSc") == ["toekomstscenario"]
    assert slugs(codebook, "#", "tsc") == []


def test_a_code_always_knows_its_id(codebook: Codebook):
    assert slugs(codebook, "@", "om") == ["om"]


def test_a_combination_sets_its_codes_with_its_own_prefix_only(codebook: Codebook):
    assert slugs(codebook, "@", "zorg-en-straf") == ["zorg", "straf"]
    assert slugs(codebook, "#", "zorg-en-straf") == ["zorg-en-straf-samen"]
    assert slugs(codebook, "#", "straf civiel bestuur") == ["strafrecht", "civielrecht", "bestuursrecht"]
    assert slugs(codebook, "#", "rvt-partijen") == []


def test_a_hash_reaches_a_domain_or_a_kind_that_alone_has_the_name(codebook: Codebook):
    assert slugs(codebook, "#", "politie") == ["politie"]
    assert slugs(codebook, "#", "knelpunt") == ["knelpunt"]
    assert slugs(codebook, "@", "kantelmomenten") == []
    assert slugs(codebook, "!", "politie") == []


def test_a_theme_goes_before_a_domain_of_the_same_name(codebook: Codebook):
    theme = Code("f" * 32, "politie", "thema", "Politie als thema")
    assert names(with_codes(codebook, theme)).match("#", "politie") == (theme.id,)


def test_the_name_of_a_later_dimension_goes_before_a_synonym_of_an_earlier_one(codebook: Codebook):
    own = Code("f" * 32, "regie", "niveau", "Regie")
    assert names(with_codes(codebook, own)).match("#", "regie") == (own.id,)


def test_a_retired_code_gives_way_to_one_in_use(codebook: Codebook):
    retired = Code("f" * 32, "regie", "thema", "Regie", retired=True)
    book = with_codes(codebook, retired)
    assert slugs(book, "#", "regie") == ["rollen-en-regie"]
    assert names(book).match("#", "thema/regie") == (retired.id,)


def test_every_name_of_every_code_sets_that_code_with_its_prefix(codebook: Codebook):
    for code in codebook.codes:
        prefix = prefix_of(codebook, code)
        for name in (code.slug, code.name, folded(code.name), *code.synonyms, *map(folded, code.synonyms)):
            assert names(codebook).match(prefix, name) == (code.id,), name
        for name in code.abbreviations:
            assert names(codebook).match(prefix, name) == (code.id,), name


def test_every_name_of_every_combination_sets_its_codes(codebook: Codebook):
    for each in codebook.combinations:
        for name in (each.slug, each.name, *each.synonyms):
            assert names(codebook).match(each.prefix, name) == each.codes, name


def test_every_name_can_be_typed_as_one_tag(codebook: Codebook):
    for code in codebook.codes:
        for name in (code.slug, code.name, *code.synonyms, *code.abbreviations):
            typed = prefix_of(codebook, code) + "-".join(name.replace("-", " ").split()) + " daarna"
            if name == "-9 maanden":
                typed = "#-9maanden daarna"
            tag = names(codebook).tag_at(typed, 0)
            assert tag is not None
            assert (tag.codes, typed[tag.end :]) == ((code.id,), " daarna"), name


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("#mda++.", "#mda++"),
        ("#18+", "#18+"),
        ("#18-", "#18-"),
        ("#0-100,", "#0-100"),
        ("#ib'er?", "#ib'er"),
        ("#ib’er?", "#ib’er"),
        ("#zorg/straf)", "#zorg/straf"),
        ("@z&s;", "@z&s"),
        ("#regie: dan", "#regie"),
        ("#regie's", "#regie"),
        ("#politie/om", "#politie"),
        ("#regie#herstel", "#regie"),
        ("#regie👍", "#regie"),
        ("#cliënt:kindofjongere", "#cliënt:kindofjongere"),
        ("#kind(4-12))", "#kind(4-12)"),
        ("#nieuw/idee.", "#nieuw/idee"),
        ("#nieuw++,", "#nieuw++"),
        ("#nieuw'", "#nieuw"),
        ("#e\u0301e\u0301n-plan", "#e\u0301e\u0301n-plan"),
        ("#-9maanden", "#-9maanden"),
        ("#1", "#1"),
    ],
)
def test_a_tag_ends_where_no_name_goes_on(codebook: Codebook, text: str, tag: str):
    found = names(codebook).tag_at(text, 0)
    assert found is not None
    assert text[: found.end] == tag


@pytest.mark.parametrize("text", ["#", "# 1", "!!", "!?", "@ ", "#.", "#-", "#_", "#🙂", "!=", "@\n"])
def test_a_marker_with_nothing_behind_it_is_no_tag(codebook: Codebook, text: str):
    assert names(codebook).tag_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("naam@politie.nl", True),
        ("NAAM@POLITIE.NL", True),
        ("jan.de-boer+vt@mail.veilig-thuis.nl.", True),
        ("nodig@politie", False),
        ("nodig@politie.", False),
        ("nodig@politie.Daarna", False),
        ("@politie.nl", False),
        (" @politie.nl", False),
        ("a@1.2", False),
    ],
)
def test_an_at_inside_an_email_address_is_known(text: str, expected: bool):
    assert in_email(text, text.index("@")) is expected


def test_every_code_and_combination_has_a_spelling_that_sets_it_alone(codebook: Codebook):
    known = names(codebook)
    for code in codebook.codes:
        assert known.tag_at(known.spelling(code.id), 0) is not None
        assert known.match(known.spelling(code.id)[0], known.spelling(code.id)[1:]) == (code.id,)
        assert known.spelling(code.id)[1:] == code.slug
    for each in codebook.combinations:
        assert set(known.match(each.prefix, known.spelling(each.id)[1:])) == set(each.codes)


def test_a_code_whose_names_are_all_taken_is_spelled_with_its_dimension(codebook: Codebook):
    twin = Code("f" * 32, "herstel", "niveau", "Herstel bevorderen")
    known = names(with_codes(codebook, twin))
    assert known.spelling(twin.id) == "#niveau/herstel"
    assert known.match("#", "niveau/herstel") == (twin.id,)


def test_a_dimension_without_a_known_prefix_is_typed_with_a_hash(codebook: Codebook):
    own = replace(codebook.dimensions[-1], id="d" * 32, slug="eigen", prefix="$", position=99)
    code = Code("f" * 32, "eigen-code", "eigen", "Eigen code")
    book = replace(with_codes(codebook, code), dimensions=(*codebook.dimensions, own))
    assert names(book).match("#", "eigen-code") == (code.id,)


def test_names_are_made_once_for_a_codebook(codebook: Codebook):
    assert names(codebook) is names(codebook)
    assert names(replace(codebook, version="2")) is not names(codebook)


def test_an_empty_codebook_knows_no_tag():
    assert names(Codebook("", "", (), ())).match("#", "regie") == ()


def test_a_combination_alone_is_found():
    known = names(
        Codebook("", "", (), (Code("a", "a", "x", "A"),), (Combination("c", "samen", "Samen", "@", ("a",)),))
    )
    assert known.match("@", "samen") == ("a",)


@given(ANYTHING, st.sampled_from(MARKERS))
def test_any_text_can_stand_behind_a_marker(codebook: Codebook, text: str, prefix: str):
    tag = names(codebook).tag_at(prefix + text, 0)
    if tag is not None:
        assert 1 < tag.end <= len(text) + 1
        assert not any(c.isspace() for c in text[: tag.end - 1])


@given(ANYTHING)
def test_a_key_has_no_spaces_and_no_hyphens(text: str):
    assert not set(key(text)) & set(" -_\t\n")
