"""Two people changed one text: both changes in it, where they do not touch each other."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_WORDS: Final = re.compile(r"\s*\S+|\s+")
MOST_WORDS: Final = 6_000
"""Longer texts are not compared word by word: a person chooses between them."""


class _Change(NamedTuple):
    """Words of a text that became others: those from ``start`` up to ``end``."""

    start: int
    end: int
    words: tuple[str, ...]


def merged(base: str, ours: str, theirs: str) -> str | None:
    """Return ``base`` with what both changed in it; None when they changed the same or neighbouring words."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    words, first, second = (_WORDS.findall(text) for text in (base, ours, theirs))
    if max(map(len, (words, first, second))) > MOST_WORDS:
        return None
    mine, other = _changes(words, first), _changes(words, second)
    both = sorted({*mine, *other})
    if any(_touch(one, another) for one in mine for another in other if one != another):
        return None
    found: list[str] = []
    at = 0
    for change in both:
        found += [*words[at : change.start], *change.words]
        at = change.end
    return "".join((*found, *words[at:])).strip()


def _changes(words: Sequence[str], other: Sequence[str]) -> list[_Change]:
    matcher = SequenceMatcher(
        a=[word.strip() for word in words], b=[word.strip() for word in other], autojunk=False
    )
    return [_Change(i, j, tuple(other[k:m])) for kind, i, j, k, m in matcher.get_opcodes() if kind != "equal"]


def _touch(one: _Change, other: _Change) -> bool:
    return one.start <= other.end and other.start <= one.end
