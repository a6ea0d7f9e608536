"""What a half-typed tag could become: choices in the order in which a person expects them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from bouwstenen_app.domain.codebook import Code, Codebook, Combination, folded
from bouwstenen_app.domain.matching import MARKERS, in_email, kept_with, key, names, prefix_of

LIMIT: Final = 8
"""How many choices are shown."""

_HALF_TYPED: Final = re.compile(r"[@#!](?:[^\W_]|-(?=\d))[^\s@#!,.;:?()\[\]\"“”„«»\\]*\Z|[@#!]\Z")
_WEB: Final = re.compile(r"(?<!\w)(?:https?://|www\.)\S*\Z", re.IGNORECASE)
_LOOK_BACK: Final = 200
"""Characters before the cursor in which the tag must begin."""

_ERROR_FROM: Final = 4
"""Letters from which one typing error is forgiven; in a whole name one fewer, if nothing else fits."""

_SPLIT: Final = "\n"
"""Stands between names: no key has one."""
_WORDS: Final = re.compile(r"[^\s\-/&(),:]+")


class Rank(IntEnum):
    """How well a name fits what was typed, best first."""

    EXACT = 0
    SYNONYM = 1
    NAME = 2
    LEVEL = 3
    WORD = 4
    PART = 5
    TYPO = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the pop-up: a code or a combination."""

    code: str
    """Id of the code, or of the combination."""
    label: str
    parent_label: str
    """The name it belongs under, shown in grey; for a combination the names of what it sets."""
    rank: Rank
    uses: int
    """How often it is used in the workspace."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The tag under the cursor, from its prefix at ``start`` to ``end``, and what it could become."""

    prefix: str = ""
    """``@``, ``#`` or ``!``; empty when the cursor is in no tag."""
    typed: str = ""
    """What stands between the prefix and the cursor."""
    start: int = 0
    end: int = 0
    choices: tuple[Choice, ...] = ()
    exact: bool = False
    """Whether the tag names a code as it stands: Enter need not choose anything first."""

    @property
    def can_propose(self) -> bool:
        """Whether the tag can be kept as it is typed, as a new proposal."""
        return bool(self.typed) and not self.exact


def complete(
    text: str,
    cursor: int,
    codebook: Codebook,
    *,
    session_uses: Mapping[str, int] | None = None,
    uses: Mapping[str, int] | None = None,
    limit: int = LIMIT,
) -> Completion:
    """Return what the tag under the cursor could become; without choices when the cursor is in no tag.

    Order: exact name or id, exact synonym, start of the name, start of a level above it, start of a word inside (of
    synonyms too), part of a word, one typing error. Within these by use in this session, in the workspace, then the
    alphabet. After a prefix alone: the most used, then the order of the codebook. After ``#`` the codes that
    belong to another prefix follow those that do not, as they do when the line is read.
    """
    start = _tag_start(text, cursor)
    if start is None:
        return Completion()
    prefix, typed = text[start], text[start + 1 : cursor]
    tag = names(codebook).tag_at(text, start)
    end = max(cursor, tag.end) if tag else cursor
    use = _Use(session_uses or {}, uses or {})
    entries = kept_with(codebook, _Entries)
    ranked = entries.ranked(prefix, typed, use, limit) if typed else entries.most_used(prefix, use)
    choices = tuple(entry.choice(rank, use) for rank, entry in ranked[:limit])
    exact = bool(names(codebook).match(prefix, text[start + 1 : end]))
    return Completion(prefix, typed, start, end, choices, exact)


def apply(text: str, completion: Completion, choice: Choice, codebook: Codebook) -> tuple[str, int]:
    """Return the text with a choice in the place of the tag, and where the cursor then stands: behind a space."""
    tag = names(codebook).spelling(choice.code)
    before, after = text[: completion.start], text[completion.end :]
    if not after[:1].isspace():
        after = f" {after}"
    return f"{before}{tag}{after}", len(before) + len(tag) + 1


def _tag_start(text: str, cursor: int) -> int | None:
    """Return where the tag under the cursor begins. A bare prefix counts only where a word could begin."""
    found = _HALF_TYPED.search(text[max(0, cursor - _LOOK_BACK) : cursor])
    if found is None:
        return None
    start = cursor - len(found[0])
    before = text[max(0, start - _LOOK_BACK) : start]
    if before.endswith("\\") or _WEB.search(before) or in_email(text, start):
        return None
    return None if len(found[0]) == 1 and before and not before[-1].isspace() else start


@dataclass(frozen=True, slots=True)
class _Use:
    session: Mapping[str, int]
    workspace: Mapping[str, int]

    def order(self, code: str) -> tuple[int, int]:
        return -self.session.get(code, 0), -self.workspace.get(code, 0)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A code or combination with its names as keys, ready to be compared with what is typed."""

    code: str
    label: str
    parent_label: str
    prefix: str
    sets: tuple[str, ...]
    own: tuple[str, ...]
    """Id and name."""
    synonyms: tuple[str, ...]
    abbreviations: tuple[str, ...]
    """Exactly as written."""
    beginnings: str
    """Its id and name, each behind a ``_SPLIT``: one search in a text is far quicker than one per name."""
    levels: str
    """Ids and names of what stands above it, likewise."""
    inside: str
    """Every name from each of its words on, likewise."""
    whole: str
    """Its id, name and synonyms, likewise."""

    def choice(self, rank: Rank, use: _Use) -> Choice:
        return Choice(self.code, self.label, self.parent_label, rank, use.workspace.get(self.code, 0))

    def rank(self, typed: str, written: str) -> Rank | None:
        if typed in self.own or written in self.abbreviations:
            return Rank.EXACT
        if typed in self.synonyms:
            return Rank.SYNONYM
        begins = _SPLIT + typed
        if begins in self.beginnings:
            return Rank.NAME
        if begins in self.levels:
            return Rank.LEVEL
        if begins in self.inside:
            return Rank.WORD
        return Rank.PART if typed in self.whole else None


class _Entries:
    """Everything that can be chosen, in the order of the codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._names = names(codebook)
        place = codebook.dimension_order
        codes = (code for code in codebook.codes if not code.retired)
        self._all = [
            *(
                _code_entry(code, codebook)
                for code in sorted(codes, key=lambda c: place.get(c.dimension, len(place)))
            ),
            *(_combination_entry(each, codebook) for each in codebook.combinations),
        ]

    def most_used(self, prefix: str, use: _Use) -> list[tuple[Rank, _Entry]]:
        """Return all that belongs to a prefix, the most used first."""
        fitting = [entry for entry in self._all if entry.prefix == prefix]
        return [(Rank.NAME, entry) for entry in sorted(fitting, key=lambda entry: use.order(entry.code))]

    def ranked(self, prefix: str, written: str, use: _Use, limit: int) -> list[tuple[Rank, _Entry]]:
        """Return what fits; what the tag sets as it stands comes first, typing errors only where there is room."""
        typed, meant = key(written), self._names.match(prefix, written)
        reached = [entry for entry in self._all if prefix in (entry.prefix, "#")]
        found = [(rank, entry) for entry in reached if (rank := entry.rank(typed, written)) is not None]
        if len(found) < limit and not meant:
            known = {entry.code for _, entry in found}
            near = _with_one_error(typed, reached, nothing_else=not found)
            found += [(Rank.TYPO, entry) for entry in near if entry.code not in known]

        def order(each: tuple[Rank, _Entry]) -> tuple[object, ...]:
            rank, entry = each
            return entry.sets != meant, rank, entry.prefix != prefix, use.order(entry.code), folded(entry.label)

        return sorted(found, key=order)


def _with_one_error(typed: str, entries: Iterable[_Entry], *, nothing_else: bool) -> Iterator[_Entry]:
    """Yield the entries one error away (Damerau, 1964): whole names, and beginnings if nothing else fits."""
    # Only needed when little fits, and slow to import: not at the start of the program.
    from rapidfuzz.distance import OSA

    size = len(typed)
    least = _ERROR_FROM - 1 if nothing_else else _ERROR_FROM
    lengths = range(size - 1, size + 2) if nothing_else and size >= _ERROR_FROM else range(0)
    first, second = typed[:1], typed[1:2]
    for entry in entries if size >= least else ():
        for name in (*entry.own, *entry.synonyms):
            opening = name[:2]  # whatever the one error is, one of the first two letters is among these
            if (first in opening or second in opening) and any(
                OSA.distance(typed, name[:length], score_cutoff=1) <= 1 for length in lengths or (len(name),)
            ):
                yield entry
                break


def _code_entry(code: Code, codebook: Codebook) -> _Entry:
    above = tuple(_above(code, codebook))
    named = (code.name, *code.synonyms, *code.abbreviations, code.slug)
    return _Entry(
        code=code.id,
        label=code.name,
        parent_label=above[0].name if above else "",
        prefix=prefix_of(codebook, code),
        sets=(code.id,),
        own=(own := _keys(code.slug, code.name)),
        synonyms=(synonyms := _keys(*code.synonyms)),
        abbreviations=code.abbreviations,
        beginnings=_joined(own),
        levels=_joined(_keys(*(name for each in above for name in (each.slug, each.name)))),
        inside=_joined(inner for name in named for inner in _from_each_word(name)),
        whole=_joined((*own, *synonyms)),
    )


def _combination_entry(each: Combination, codebook: Codebook) -> _Entry:
    return _Entry(
        code=each.id,
        label=each.name,
        parent_label=" + ".join(codebook.code(code).name for code in each.codes),
        prefix=each.prefix if each.prefix in tuple(MARKERS) else "#",
        sets=each.codes,
        own=(own := _keys(each.slug, each.name)),
        synonyms=(synonyms := _keys(*each.synonyms)),
        abbreviations=(),
        beginnings=_joined(own),
        levels="",
        inside=_joined(inner for name in (each.name, *each.synonyms) for inner in _from_each_word(name)),
        whole=_joined((*own, *synonyms)),
    )


def _above(code: Code, codebook: Codebook) -> Iterator[Code]:
    """Yield the codes above a code, the nearest first; a circle, which a codebook should not have, ends it."""
    seen = {code.id}
    parent = codebook.by_id.get(code.parent or "")
    while parent and parent.id not in seen:
        yield parent
        seen.add(parent.id)
        parent = codebook.by_id.get(parent.parent or "")


def _keys(*named: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spelled for name in named for spelled in (key(name), folded(name)) if spelled))


def _joined(names: Iterable[str]) -> str:
    return "".join(_SPLIT + name for name in names)


def _from_each_word(name: str) -> Iterator[str]:
    for word in _WORDS.finditer(name):
        yield from _keys(name[word.start() :])
