from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.export.word_text import LONGEST_BOOKMARK, attribute, bookmark, clean, escape, lines, shortened

ANY = st.text(st.characters(codec=None), max_size=60)


@given(ANY)
def test_any_text_comes_back_clean_from_xml(text: str) -> None:
    element = ElementTree.fromstring(f'<a b="{attribute(text)}">{escape(text)}</a>')

    assert (element.text or "") == clean(text)
    assert element.get("b") == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\ufffe\uffff")))
def test_ordinary_text_is_not_touched(text: str) -> None:
    assert clean(text) == text


def test_line_ends_and_tabs_become_one_space() -> None:
    assert clean("a\r\nb\tc\x0bd\u2028e") == "a b c d e"


def test_control_characters_and_lone_surrogates_become_the_replacement_character() -> None:
    assert clean("a\x00b\ud83dc\ufffe") == "a\ufffdb\ufffdc\ufffd"


def test_emoji_and_joiners_are_kept() -> None:
    assert clean("👩‍👧 thuis 🏠️") == "👩‍👧 thuis 🏠️"


def test_lines_that_say_nothing_are_left_out() -> None:
    assert lines("een\n\n  \r\ntwee & drie\n") == ["een", "twee &amp; drie"]
    assert lines("\n \n") == [""]
    assert lines("één regel") == ["één regel"]


@given(ANY)
def test_any_anchor_has_a_bookmark_that_word_accepts(anchor: str) -> None:
    name = bookmark(anchor)

    assert len(name) <= LONGEST_BOOKMARK
    assert name.isascii()
    assert name.isidentifier()


def test_an_identity_can_be_read_back_in_its_bookmark() -> None:
    assert bookmark("0198a1b2c3d4") == "b_0198a1b2c3d4"


def test_a_long_title_is_cut_between_words() -> None:
    assert shortened("een twee drie", 20) == "een twee drie"
    assert shortened("een twee drie", 10) == "een twee…"
    assert shortened("a\tb", 10) == "a b"
