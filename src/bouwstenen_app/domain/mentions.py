"""Words in a text that name a code: offered as suggestions, never set by themselves."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.codebook import KIND, Code, Codebook
from bouwstenen_app.domain.matching import WORD, kept_with, key

READ_AT_MOST: Final = 20_000
"""Characters of a text in which words are looked for: a long report that is pasted must not hold up the line."""

SHORT: Final = 3
"""Synonyms of at most this many letters (*mee*, *top*, *ggd*) count only in capitals: most are plain words too."""

_WORDS: Final = re.compile(rf"{WORD}+(?:[-'’]{WORD}+)*")
_NAME, _SYNONYM = 0, 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word as it stands in the text, and the id of the code that it names."""

    word: str
    code: str


def suggestions(
    text: str, codebook: Codebook, *, without: Container[str] = (), uses: Mapping[str, int] | None = None
) -> tuple[Suggestion, ...]:
    """Return the codes that words of a text name, names before synonyms, then the most used, then as they stand.

    Nothing is offered that is already set (``without``), nor a second value where a dimension has only one. What
    is only an abbreviation counts exactly as written (*OM*, never *om*); a kind only by its own name, since
    its synonyms (*goed*, *nodig*) are in every other sentence.
    """
    counted = uses or {}
    taken = {
        dimension.slug
        for dimension in codebook.dimensions
        if not dimension.multiple and any(code.id in without for code in codebook.of(dimension.slug))
    }
    found: dict[str, tuple[int, int, int, str]] = {}
    for place, (word, name) in enumerate(kept_with(codebook, _Mentions).in_text(text[:READ_AT_MOST])):
        code = name.code
        if code.id not in without and code.dimension not in taken:
            this = name.rank, -counted.get(code.id, 0), place, word
            found[code.id] = min(this, found.get(code.id, this))
    return tuple(Suggestion(found[code][3], code) for code in sorted(found, key=found.__getitem__))


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a code: its words as keys, to be found quickly, and the key of the whole."""

    code: Code
    rank: int
    words: tuple[str, ...]
    whole: str
    exactly: str = ""
    """How it must be written, where case matters."""
    in_capitals: bool = False

    def fits(self, written: str) -> bool:
        if self.exactly:
            return written.replace("’", "'") == self.exactly
        return key(written) == self.whole and (written.isupper() or not self.in_capitals)


class _Mentions:
    """The names of the codes in use, by their first word, the longest first."""

    def __init__(self, codebook: Codebook) -> None:
        self._by_word: dict[str, list[_Name]] = {}
        exact = {key(written) for code in codebook.codes for written in code.abbreviations}
        for code in codebook.codes:
            for name in () if code.retired else _names(code, exact):
                if any(map(str.isalpha, name.whole)) and name.words:
                    self._by_word.setdefault(name.words[0], []).append(name)
        for several in self._by_word.values():
            several.sort(key=lambda name: (-len(name.words), name.rank))

    def in_text(self, text: str) -> Iterator[tuple[str, _Name]]:
        """Yield the words that name a code as they stand in the text: the longest, and of those the best."""
        spans = [match.span() for match in _WORDS.finditer(text)]
        keys = tuple(key(text[start:end]) for start, end in spans)
        after = 0
        for place, (start, _) in enumerate(spans):
            best: tuple[int, int] | None = None
            for name in self._by_word.get(keys[place], ()) if place >= after else ():
                stop = place + len(name.words)
                if best not in (None, (stop, name.rank)) or keys[place:stop] != name.words:
                    continue
                written = text[start : spans[stop - 1][1]]
                if name.fits(written):
                    best, after = (stop, name.rank), stop
                    yield written, name


def _names(code: Code, exact: Container[str]) -> Iterator[_Name]:
    for written in code.abbreviations:
        yield _name(code, _NAME, written, exactly=written.replace("’", "'"))
    yield _name(code, _NAME, code.name)
    if key(code.slug) not in exact:
        yield _Name(code, _NAME, (key(code.slug),), key(code.slug))
    for synonym in code.synonyms if code.dimension != KIND else ():
        if key(synonym) not in exact:
            yield _name(code, _SYNONYM, synonym, in_capitals=len(key(synonym)) <= SHORT)


def _name(code: Code, rank: int, name: str, *, exactly: str = "", in_capitals: bool = False) -> _Name:
    return _Name(code, rank, tuple(map(key, _WORDS.findall(name))), key(name), exactly, in_capitals)
