"""Which words of a text were taken out and which came in: to be marked in the text before and in the text after."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\S+")
MOST_WORDS: Final = 2_000
"""Words between what two texts begin and end with alike, from which that is marked as one."""
Span = tuple[int, int]
"""Where marked words begin and end, in characters of the text."""


def changed_words(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where words stand that only one of two texts has, of each text; neighbouring words are one span."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    first = [word[0] for word in old]
    second = [word[0] for word in new]
    start = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None)
    start = min(len(first), len(second)) if start is None else start
    most = min(len(first), len(second)) - start
    same = next((n for n in range(most) if first[-1 - n] != second[-1 - n]), most)
    gone, come = _changes(first[start : len(first) - same], second[start : len(second) - same])
    return _spans(old, gone, start), _spans(new, come, start)


def _changes(old: Sequence[str], new: Sequence[str]) -> tuple[list[Span], list[Span]]:
    """Return the runs of words that are only in the one and only in the other, by their places."""
    if max(len(old), len(new)) > MOST_WORDS:
        return [(0, len(old))], [(0, len(new))]
    steps = [step for step in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes() if step[0] != "equal"]
    return [(i, j) for _, i, j, _, _ in steps], [(k, m) for _, _, _, k, m in steps]


def _spans(words: Sequence[re.Match[str]], runs: Sequence[Span], start: int) -> tuple[Span, ...]:
    return tuple((words[start + i].start(), words[start + j - 1].end()) for i, j in runs if j > i)
