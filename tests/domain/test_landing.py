import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.anchors import seen
from bouwstenen_app.domain.landing import as_items, as_line, as_lines, says

OLD = "Dit helpt:\n- tijd\n- rust\nEn daarna:\n1. bellen\n2. schrijven"


@pytest.mark.parametrize(
    ("old", "came", "becomes"),
    [
        ("Oud.", "Nieuw.", "Nieuw."),
        (OLD, "Dit helpt:\ntijd\nrust\nEn daarna:\nbellen\nschrijven", OLD),
        ("- a\n- b", "a\nbé", "- a\n- bé"),
        ("- a\n- c", "a\nb\nc", "- a\n- b\n- c"),
        ("- a\n- b", "a\nb\nc", "- a\n- b\n- c"),
        ("1. a\n2. b", "a\nx\nb", "1. a\n2. x\n3. b"),
        ("1) a\n2) b", "b", "2) b"),
        ("Eerst.\n- a", "Eerst.\nDan.\na", "Eerst.\nDan.\n- a"),
        ("It’s zo  goed", "It's zo goed", "It’s zo  goed"),
        ("Wij doen het.", "« Wij doen het nu. »", "Wij doen het nu."),
        ("Zij: « ja ».", "« Ja. »", "« Ja. »"),
        ("Oud.", "", ""),
    ],
)
def test_what_did_not_change_stays_and_what_did_keeps_its_mark(old: str, came: str, becomes: str) -> None:
    assert as_lines(old, came) == becomes


@pytest.mark.parametrize(
    ("old", "came", "becomes"),
    [
        (["tijd", "rust"], "tijd; rust", ["tijd", "rust"]),
        (["tijd", "rust"], "tijd; rust; ruimte", ["tijd", "rust", "ruimte"]),
        (["tijd; en geld", "rust"], "tijd; en geld; rust; lef", ["tijd; en geld", "rust", "lef"]),
        (["tijd", "rust"], "tijd\nveel rust", ["tijd", "veel rust"]),
        (["tijd", "rust"], "", []),
        ([], "a;; b;", ["a", "b"]),
    ],
)
def test_a_list_is_a_list_again(old: list[str], came: str, becomes: list[str]) -> None:
    assert as_items(old, came) == becomes


def test_a_text_of_one_line_is_on_one_line() -> None:
    assert as_line(" Eén\nvast  gezicht ") == "Eén vast gezicht"


def test_a_field_says_what_a_document_shows_of_it() -> None:
    assert says("- a\n- b", "a b")
    assert says(["a", "b"], "a; b")
    assert says(["a", "b"], "a\nb")
    assert not says(["a", "b"], "a")


@given(st.lists(st.sampled_from(["- a", "b", "1. c", "2. d", "« e »", ""]), max_size=8).map("\n".join))
def test_a_text_that_comes_back_as_it_was_shown_stays_as_it_was(old: str) -> None:
    assert seen(as_lines(old, seen(old))) == seen(old)
