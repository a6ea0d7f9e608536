import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain import anchors
from bouwstenen_app.domain.anchors import BLOCK, LONGEST, MADE, TEXT, Anchors, digest, seen

ID = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"


@pytest.mark.parametrize(
    ("source", "field"),
    [
        (f"block:{ID}:explanation", ""),
        (f"block:{ID}", "conditions"),
        (f"bundle:{ID}:why", ""),
        ("text:kerncijfers:opening", ""),
        ("made:themas:3", ""),
    ],
)
def test_a_name_says_when_it_comes_back_what_it_was_made_of(source: str, field: str) -> None:
    given = Anchors().next(source, "Eén vast gezicht.", field=field, label="Nodig. ")

    assert given is not None
    assert anchors.read(given.name) == given
    assert len(given.name) <= LONGEST
    assert given.name.startswith("_bw")
    assert given.name.replace("_", "").isalnum()
    assert given.name.isascii()
    assert (given.label, given.digest) == (7, digest("Eén vast gezicht."))
    assert given.tail == anchors.tail_of(source)


def test_a_name_that_was_written_in_capitals_is_read_all_the_same() -> None:
    given = Anchors().next(f"block:{ID}:title", "Kop")

    assert given is not None
    assert anchors.read(given.name.upper()) == given


def test_the_same_text_twice_in_a_document_has_two_names_for_two_places() -> None:
    names = Anchors()
    first, second = (names.next(f"block:{ID}:title", "Kop") for _ in range(2))

    assert first is not None
    assert second is not None
    assert (first.place, second.place) == (0, 1)
    assert first.name != second.name


def test_a_version_with_another_text_has_the_same_spot_and_another_name() -> None:
    before, after = (Anchors().next("text:x:y", text) for text in ("Oud.", "Nieuw."))

    assert before is not None
    assert after is not None
    assert before.spot == after.spot
    assert before.name != after.name
    assert before.fits("Nieuw.", "Oud.")
    assert not before.fits("Nieuw.")


@pytest.mark.parametrize(
    "source", ["", "block:", "block:kort:title", f"block:{ID}", f"block:{ID}:votes", "x:y", "text:"]
)
def test_a_source_that_is_none_has_no_anchor(source: str) -> None:
    assert Anchors().next(source, "Tekst") is None


@pytest.mark.parametrize(
    "name", ["", "_bw", "_Toc00000001", "b_RH-017", "_bw" + "0" * 37, "_bw" + "z" * 37, "_bwé"]
)
def test_a_name_that_is_not_ours_says_nothing(name: str) -> None:
    assert anchors.read(name) is None


def test_every_line_of_a_text_has_a_name_that_says_which_line_it_is() -> None:
    given = Anchors().next("text:x:y", "Eén.\nTwee.")
    assert given is not None

    names = list(given.names())

    assert names[0] == given.name
    assert len(set(names)) == len(names) == anchors.MOST
    found = [anchors.read(name) for name in names]
    assert [one.line for one in found if one] == list(range(anchors.MOST))
    assert {one.spot for one in found if one} == {given.spot}
    assert {len(name) for name in names} == {LONGEST}


def test_an_edition_has_a_name_that_no_text_can_have() -> None:
    name = anchors.edition_name(ID)

    assert len(name) <= LONGEST
    assert anchors.edition_of(name) == ID
    assert anchors.read(name) is None
    assert anchors.edition_of("_bwe12") == ""


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("Eén vast gezicht", "Eén\u00a0vast \t gezicht "),
        ("Eén", unicodedata.normalize("NFD", "Eén")),
        ('\'s avonds "samen"', "’s avonds “samen”"),
        ("co-ouder", "co\u2011ouder"),
        ("samenwerking", "samen\u00adwer\u00adking"),
        ("« Wij doen het »", "Wij doen het"),
        ("- eerst\n- dan", "eerst\ndan"),
        ("1. eerst\n2) dan", "eerst\n\n dan"),
        ("regel\x00", "regel\ufffd"),
        ("twee\nregels", "twee regels"),
    ],
)
def test_what_saving_a_file_changes_does_not_change_the_digest(written: str, saved: str) -> None:
    assert digest(written) == digest(saved)


@pytest.mark.parametrize(
    "other", ["Een vast gezicht.", "Eén vast gezicht", "eén vast gezicht.", "Eén vast, gezicht."]
)
def test_what_a_writer_changes_does_change_the_digest(other: str) -> None:
    assert digest(other) != digest("Eén vast gezicht.")


def test_a_text_is_seen_line_by_line() -> None:
    assert seen(" - eerst \n\n– dan\r\n 2. slot ") == "eerst\ndan\nslot"
    assert seen("zo - en niet anders, 3. dus") == "zo - en niet anders, 3. dus"
    assert seen("-zo 1. anders") == "-zo 1. anders"


@given(st.text())
def test_any_text_has_a_digest_and_seeing_twice_changes_nothing_more_for_a_reader(text: str) -> None:
    assert len(digest(text)) == 12
    assert digest(" \t".join(text.split(" "))) == digest(text)


@given(st.text(), st.text(), st.text())
def test_any_source_gives_a_name_that_word_takes_or_none(source: str, field: str, text: str) -> None:
    for one in (source, f"text:{source}", f"made:{source}", f"block:{ID}:{source}"):
        given = Anchors().next(one, text, field=field, label=text)
        assert given is None or anchors.read(given.name) == given
        assert given is None or given.kind in (BLOCK, TEXT, MADE)
