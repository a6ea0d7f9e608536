"""The groups of words that stand for nearly the same."""

from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.domain.near_words import GROUPS


def test_every_group_has_several_words_written_as_they_are_compared() -> None:
    for group in GROUPS:
        assert len(set(group)) == len(group) > 1
        assert all(word == folded(word) for word in group)
