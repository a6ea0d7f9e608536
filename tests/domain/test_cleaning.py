import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.cleaning import MARK, Cleaned, clean

ANYTHING = st.text(st.characters(exclude_categories=()) | st.sampled_from("#@!\\/+-'., \r\n\0politeVT"))
"""Lone surrogates and control characters too, and much of what means something."""


def test_a_text_that_any_document_can_hold_stays_as_it_is():
    text = "Één gezin — “zo is 't” 👨‍👩‍👧 \u200fمرحبا\u200e e\u0301 \u00a0 \t 😀\nregel 2"
    assert clean(text) == Cleaned(text, 0)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\n"])
def test_every_line_end_becomes_one_lf_and_is_no_loss(end: str):
    assert clean(f"een{end}twee") == Cleaned("een\ntwee", 0)


@pytest.mark.parametrize(
    "unfit", ["\0", "\x07", "\x1b", "\x1f", "\x7f", "\x9f", "\ufffe", "\uffff", "\ufdd0", "\U0001ffff"]
)
def test_what_a_document_cannot_hold_is_removed_and_counted(unfit: str):
    assert clean(f"a{unfit}b{unfit}") == Cleaned("ab", 2)


def test_a_lone_surrogate_is_removed_and_counted():
    assert clean("a\ud83d b\ude00") == Cleaned("a b", 2)


def test_a_split_surrogate_pair_is_put_together_again():
    assert clean("\ud83d\ude00") == Cleaned("😀", 0)


def test_a_file_can_ask_for_a_visible_trace():
    assert clean("a\0b", mark=MARK) == Cleaned("a\ufffdb", 1)


@given(ANYTHING)
def test_cleaning_any_text_gives_text_that_can_be_written_and_is_clean(text: str):
    cleaned = clean(text).text
    cleaned.encode("utf-8")
    assert clean(cleaned) == Cleaned(cleaned, 0)
    assert not any(c < " " and c not in "\t\n" for c in cleaned)


@given(ANYTHING)
def test_only_what_is_counted_is_lost(text: str):
    cleaned = clean(text.replace("\r\n", "\n"))
    pairs = sum(c > "\uffff" for c in cleaned.text) - sum(c > "\uffff" for c in text)
    if pairs <= 0:
        assert len(cleaned.text) + cleaned.removed == len(text.replace("\r\n", "\n"))
