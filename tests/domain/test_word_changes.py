import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.word_changes import MOST_WORDS, Span, changed_words


def said(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("Eén vast gezicht.", "Eén bekend gezicht.", ["vast"], ["bekend"]),
        ("Eén vast gezicht.", "Eén gezicht.", ["vast"], []),
        ("Eén gezicht.", "Eén heel vast gezicht.", [], ["heel vast"]),
        ("a b c d e", "a x c y e", ["b", "d"], ["x", "y"]),
        ("Zelfde.", "Zelfde.", [], []),
        ("Zelfde tekst.", "Zelfde\ntekst. ", [], []),
        ("", "Nieuw hier.", [], ["Nieuw hier."]),
        ("Weg ermee.", "", ["Weg ermee."], []),
        ("👩‍👩‍👧 samen sterk", "👩‍👩‍👧 samen sterker", ["sterk"], ["sterker"]),
        ("ja ja ja", "ja ja", ["ja"], []),
    ],
)
def test_words_that_only_one_of_two_texts_has_are_marked(
    before: str, after: str, gone: list[str], come: list[str]
) -> None:
    first, second = changed_words(before, after)

    assert (said(before, first), said(after, second)) == (gone, come)


def test_long_texts_that_are_all_other_are_marked_as_one() -> None:
    before = " ".join(f"a{n}" for n in range(MOST_WORDS + 1))
    after = " ".join(f"b{n}" for n in range(MOST_WORDS + 1))

    assert changed_words(f"Zo. {before} Ja.", f"Zo. {after} Ja.") == (
        ((4, 4 + len(before)),),
        ((4, 4 + len(after)),),
    )


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)


@given(WORDS, WORDS)
def test_without_what_is_marked_both_texts_say_the_same(old: list[str], new: list[str]) -> None:
    texts = " ".join(old), " ".join(new)
    left = []
    for text, spans in zip(texts, changed_words(*texts), strict=True):
        for start, end in reversed(spans):
            text = f"{text[:start]} {text[end:]}"
        left.append(text.split())

    assert left[0] == left[1]
