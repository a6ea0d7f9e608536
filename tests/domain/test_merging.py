import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.merging import MOST_WORDS, merged

BASE = "Eén vast gezicht voor het hele gezin, ook als de hulp wisselt."


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        (BASE, "Anders.", "Anders."),
        ("Anders.", BASE, "Anders."),
        ("Anders.", "Anders.", "Anders."),
        (
            BASE.replace("vast", "bekend"),
            BASE.replace("wisselt.", "stopt."),
            "Eén bekend gezicht voor het hele gezin, ook als de hulp stopt.",
        ),
        (
            BASE.replace("vast ", ""),
            f"{BASE} Altijd.",
            "Eén gezicht voor het hele gezin, ook als de hulp wisselt. Altijd.",
        ),
        (BASE.replace("vast", "bekend"), BASE.replace("vast", "eigen"), None),
        (BASE.replace("vast", "bekend"), BASE.replace("gezicht", "mens"), None),
        (f"{BASE} A.", f"{BASE} B.", None),
    ],
)
def test_two_changes_are_put_together_where_they_do_not_touch(ours: str, theirs: str, both: str | None) -> None:
    assert merged(BASE, ours, theirs) == both


def test_a_change_that_both_made_is_made_once_beside_one_of_each() -> None:
    ours = BASE.replace("Eén", "Een").replace("hele", "gehele")
    theirs = BASE.replace("Eén", "Een").replace("wisselt", "stopt")

    assert merged(BASE, ours, theirs) == "Een vast gezicht voor het gehele gezin, ook als de hulp stopt."


def test_a_very_long_text_is_left_to_a_person() -> None:
    base = "woord " * (MOST_WORDS + 1)

    assert merged(base, f"voor {base}", f"{base} na") is None


words = st.lists(st.sampled_from(["a", "b", "c", "d\n", "e."]), max_size=12).map(" ".join)


@given(words, words, words)
def test_what_both_kept_is_kept_and_the_order_of_the_two_does_not_matter(base: str, ours: str, theirs: str) -> None:
    both = merged(base, ours, theirs)

    if both is not None and base not in (ours, theirs):
        assert both.split() == (merged(base, theirs, ours) or "").split()
