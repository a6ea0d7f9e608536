"""Which code a typed tag names, where a tag ends, and how a code is written so that it is read back."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from bouwstenen_app.domain.codebook import Code, Codebook, Combination, folded

MARKERS: Final = "@#!"

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff"
    "\u0e31-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d"
)
"""Accents and vowel signs that stand apart from their letter: ``\\w`` leaves them out."""

WORD: Final = rf"[\w{_MARKS}]"
_PART: Final = rf"[\w{_MARKS}\-\u2010\u2011]"
_TAG: Final = re.compile(rf"(?:-(?=\d)|(?=[^\W_])){_PART}+")
_LINKED: Final = re.compile(rf"(?:[&/+'’]+{WORD}{_PART}*)*\+*")
_INSIDE: Final = re.compile(_PART)
_RUN: Final = re.compile(r"[^\s@#!]+")
_SEPARATORS: Final = dict.fromkeys(map(ord, " -_\u00ad\u200c\u200d\u2010\u2011\u2012\u2013\u2014\u2212"))
_EMAIL_BEFORE: Final = re.compile(r"[\w.%+\-]")
_EMAIL_AFTER: Final = re.compile(r"[\w\-]++(?:\.[\w\-]++)++")

Built = TypeVar("Built")


def key(name: str) -> str:
    """Return a name as it is looked up: without case, accents, hyphens and spaces, but with its punctuation."""
    plain = name.casefold().translate(_SEPARATORS)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.replace("’", "'"))
        plain = "".join(c for c in plain.translate(_SEPARATORS) if not unicodedata.combining(c))
    return "".join(plain.split())


def in_email(text: str, at: int) -> bool:
    """Say whether the ``@`` at this place is the one of an e-mail address (``naam@politie.nl``)."""
    if text[at] != "@" or not at or not _EMAIL_BEFORE.match(text, at - 1):
        return False
    host = _EMAIL_AFTER.match(text, at + 1)
    if host is None:
        return False
    last = host[0].rsplit(".", 1)[1]
    return last.isalpha() and len(last) > 1 and (last.islower() or last.isupper())


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag in a text: where it stands with its prefix, and the codes it names (none for an unknown tag)."""

    start: int
    end: int
    codes: tuple[str, ...]


class _Table:
    """The names of the codes that a prefix reaches at one step; who is added first keeps a name."""

    def __init__(self) -> None:
        self._written: dict[str, tuple[str, ...]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def add(self, name: str, codes: tuple[str, ...]) -> None:
        for spelled in filter(None, (key(name), folded(name))):
            self._keys.setdefault(spelled, codes)

    def add_abbreviation(self, name: str, code: str) -> None:
        self._written.setdefault(name, (code,))

    def find(self, written: str, spelled: str) -> tuple[str, ...]:
        return self._written.get(written) or self._keys.get(spelled, ())

    def longest(self) -> int:
        return max(map(len, (*self._keys, *self._written)), default=0)


class Names:
    """All names of a codebook, by prefix. Make one with :func:`names`, which keeps it.

    ``@`` and ``!`` reach the dimensions with that prefix. ``#`` reaches all others first, in the order of the
    codebook, then ``!``, then ``@``: if only a kind or only a domain has that name, that one. Where two share a
    name, an abbreviation exactly as written goes before an id or a name, and that before a synonym; then the order
    of the codebook decides, codes before combinations. A retired code comes after all that are in use; a
    combination has its own prefix only. ``dimension/id`` is always a name too, so that every code can be typed.
    """

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._steps: dict[str, tuple[_Table, ...]] = {
            "@": (self._table("@", codebook.combinations),),
            "!": (self._table("!", codebook.combinations),),
            "#": (self._table("#", codebook.combinations), self._table("!"), self._table("@")),
        }
        self._limit = 2 * max(table.longest() for steps in self._steps.values() for table in steps) + 8
        self._spellings: dict[str, str] = {}

    def match(self, prefix: str, written: str) -> tuple[str, ...]:
        """Return the ids of the codes that a word behind a prefix sets: none, one, or those of a combination."""
        if len(written) > self._limit:
            return ()
        written = written.replace("’", "'")
        spelled = key(written)
        return next(filter(None, (table.find(written, spelled) for table in self._steps[prefix])), ())

    def tag_at(self, text: str, start: int) -> Tag | None:
        """Return the tag whose prefix stands at ``start``, or None if nothing that can be a tag follows.

        Letters, digits and hyphens belong to a tag. Other punctuation does only where that names a code, the
        longest first (``#mda++``, ``#zorg/straf``, ``#18+``); an unknown tag keeps ``/ & + '`` inside it.
        """
        word = _TAG.match(text, start + 1)
        if word is None:
            return None
        for end in self._ends(text, start, word.end()):
            codes = self.match(text[start], text[start + 1 : end])
            if codes:
                return Tag(start, end, codes)
        linked = _LINKED.match(text, word.end())
        return Tag(start, linked.end() if linked else word.end(), ())

    def spelling(self, identity: str) -> str:
        """Return the tag that sets exactly this code or combination: its id where that is enough."""
        if identity not in self._spellings:
            self._spellings[identity] = self._spell(identity)
        return self._spellings[identity]

    def _ends(self, text: str, start: int, end: int) -> Iterator[int]:
        """Yield where a tag could end, longest first: never in the middle of a word."""
        run = _RUN.match(text, end, start + self._limit)
        for stop in range(run.end() if run else end, end, -1):
            if not _INSIDE.match(text, stop):
                yield stop
        yield end

    def _table(self, prefix: str, combinations: Sequence[Combination] = ()) -> _Table:
        table = _Table()
        order = self._codebook.dimension_order
        codes = sorted(
            (code for code in self._codebook.codes if prefix_of(self._codebook, code) == prefix),
            key=lambda code: order.get(code.dimension, len(order)),
        )
        fitting = [each for each in combinations if each.prefix == prefix]
        _add_all(table, [code for code in codes if not code.retired], fitting)
        _add_all(table, [code for code in codes if code.retired], [])
        return table

    def _spell(self, identity: str) -> str:
        meant, prefix, possible = self._ways(identity)
        written = [prefix + "-".join(re.split(r"[\s\-]+", name.strip())) for name in possible]
        first, *others = written
        for tag in (first, *sorted(others[:-1], key=len), others[-1]):
            read = self.tag_at(tag, 0)
            if read and read.end == len(tag) and set(read.codes) == meant:
                return tag
        return first

    def _ways(self, identity: str) -> tuple[set[str], str, tuple[str, ...]]:
        code = self._codebook.by_id.get(identity)
        if code is None:
            each = next(each for each in self._codebook.combinations if each.id == identity)
            return set(each.codes), each.prefix, (each.slug, *each.synonyms, each.name)
        names = (code.slug, code.name, *code.abbreviations, *code.synonyms, _full(code))
        return {code.id}, prefix_of(self._codebook, code), names


def _add_all(table: _Table, codes: Sequence[Code], combinations: Sequence[Combination]) -> None:
    for code in codes:
        for abbreviation in code.abbreviations:
            table.add_abbreviation(abbreviation.replace("’", "'"), code.id)
    all_named: tuple[Code | Combination, ...] = (*codes, *combinations)
    for named in all_named:
        table.add(named.slug, _sets(named))
        table.add(named.name, _sets(named))
    for named in all_named:
        for synonym in named.synonyms:
            table.add(synonym, _sets(named))
    for code in codes:
        table.add(_full(code), _sets(code))


def _sets(named: Code | Combination) -> tuple[str, ...]:
    return (named.id,) if isinstance(named, Code) else named.codes


def _full(code: Code) -> str:
    return f"{code.dimension}/{code.slug}"


def prefix_of(codebook: Codebook, code: Code) -> str:
    """Return the prefix with which a code is typed; a dimension without one of its own has ``#``."""
    place = codebook.dimension_order.get(code.dimension)
    prefix = "#" if place is None else codebook.dimensions[place].prefix
    return prefix if prefix in tuple(MARKERS) else "#"


def kept_with(codebook: Codebook, build: Callable[[Codebook], Built]) -> Built:
    """Return what ``build`` makes of a codebook; made once, and kept with that codebook like its own lookups."""
    made: dict[Any, Any] = vars(codebook).setdefault("_built", {})
    if build not in made:
        made[build] = build(codebook)
    built: Built = made[build]
    return built


def names(codebook: Codebook) -> Names:
    """Return the names of a codebook, ready to be looked up."""
    return kept_with(codebook, Names)
