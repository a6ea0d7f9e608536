"""Where the markers of the capture line stand in a text: tags, the kind in capitals, parts, votes and escapes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.codebook import KIND, Code, Codebook
from bouwstenen_app.domain.matching import Names, in_email, names

TAG, KIND_WORD, PART, VOTES, ESCAPE, TABLE = "tag", "kind", "part", "votes", "escape", "table"

NEEDS, EXAMPLE, NEXT_STEP = "nodig:", "vb:", ">>"
"""What opens a part of the block; it goes on until the next of these."""

KIND_WORDS: Final = {
    "IDEE": "idee",
    "RISICO": "risico",
    "VRAAG": "vraag",
    "KNELPUNT": "knelpunt",
    "TOP": "werkt-goed",
}
"""The words in capitals that set a kind at the very start of a line, with the id of that kind."""

_BEGINNING: Final = re.compile(
    rf"\s*(?:(?P<escape>\\)\\*)?(?P<word>{'|'.join(KIND_WORDS)})(?=[\s:]|\Z)(?:[^\S\n]*:)?"
)
_TABLE: Final = re.compile(
    r"\s*(?:(?P<escape>\\)\\*)?(?P<word>tafel[^\S\n]*(?P<number>[0-9]{1,2}))(?:[^\S\n]*:(?!\d)|\s*\Z)",
    re.IGNORECASE,
)
_MARKER: Final = re.compile(
    r"""(?P<tag>[@\#!])
    | (?P<escape>\\(?=[@\#!]) | (?<!\S)\\(?=\\*(?:nodig:|vb:|>>(?!>)|\+\d)))
    | (?<!\S)(?P<part>nodig:|vb:|>>(?!>))
    | (?<!\w)(?:https?://|www\.)\S+""",
    re.IGNORECASE | re.VERBOSE,
)
_VOTES: Final = re.compile(r"(?<=\s)\+\d{1,4}\Z", re.ASCII)
_VOTES_LENGTH: Final = len(" +9999")
_NOTHING: Final = re.compile(r"(?:\s+\+\d{1,4})?\s*", re.ASCII)
_FIRST_LINE: Final = re.compile(r"\s*[^\n]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A marker: where it stands, what it is, and the codes it sets (none for an unknown tag)."""

    start: int
    end: int
    role: str
    codes: tuple[str, ...] = ()


def scan(text: str, codebook: Codebook) -> tuple[Token, ...]:
    """Return the markers of a typed text in the order in which they stand; all between them is text."""
    found = _beginning(text, codebook)
    found += markers(text, names(codebook), found[-1].end if found else 0)
    plain = _blanked(text, found)
    parts = _with_something_behind(plain, [token for token in found if token.role == PART])
    votes = _last_votes(text, plain, parts)
    kept = [token for token in found if token.role != PART] + parts + ([votes] if votes else [])
    return tuple(sorted(kept, key=lambda token: token.start))


def table_word(text: str) -> Token | None:
    """Return the table at the very start (``tafel 4:``), or the backslash that makes it text again.

    The colon may be left out only where nothing follows: *tafel 4 zegt dat* is text.
    """
    found = _TABLE.match(text)
    if found is None:
        return None
    return (
        Token(*found.span("escape"), ESCAPE) if found["escape"] else Token(found.start("word"), found.end(), TABLE)
    )


def table_number(text: str) -> int:
    """Return the number in a table token."""
    return int(re.sub(r"\D", "", text))


def kind_word(text: str, codebook: Codebook, start: int = 0) -> Token | None:
    """Return the kind in capitals at the very start, or the backslash that makes it a word again."""
    found = _BEGINNING.match(text, start)
    if found is None:
        return None
    if found["escape"]:
        return Token(*found.span("escape"), ESCAPE)
    code: Code | None = codebook.by_slug.get((KIND, KIND_WORDS[found["word"]]))
    return None if code is None else Token(found.start("word"), found.end(), KIND_WORD, (code.id,))


def markers(text: str, known: Names, start: int = 0, *, disarmed: bool = False) -> Iterator[Token]:
    """Yield tags, escapes and all that could open a part, passing over web and e-mail addresses.

    ``disarmed`` yields those that each need a backslash to be text: the search goes on right behind a prefix.
    """
    found = _MARKER.search(text, start)
    while found:
        end = found.end()
        if found["tag"]:
            tag = None if in_email(text, found.start()) else known.tag_at(text, found.start())
            if tag:
                end = end if disarmed else tag.end
                yield Token(tag.start, tag.end, TAG, tag.codes)
        elif found["escape"]:
            yield Token(found.start(), end, ESCAPE)
            end += text[end] in "@#!"
        elif found["part"]:
            yield Token(found.start(), end, PART)
        found = _MARKER.search(text, end)


def _beginning(text: str, codebook: Codebook) -> list[Token]:
    """Return what counts only at the very start: the table, then the kind in capitals."""
    table = table_word(text)
    if table is not None and table.role == ESCAPE:
        return [table]
    kind = kind_word(text, codebook, table.end if table else 0)
    return [token for token in (table, kind) if token]


def _blanked(text: str, tokens: Iterable[Token]) -> str:
    """Return the text with spaces in the place of its tags, its table and its kind in capitals."""
    pieces: list[str] = []
    place = 0
    for token in tokens:
        if token.role in (TAG, KIND_WORD, TABLE):
            pieces += text[place : token.start], " " * (token.end - token.start)
            place = token.end
    return "".join((*pieces, text[place:]))


def _with_something_behind(plain: str, parts: Sequence[Token]) -> list[Token]:
    """Return the openings that have text behind them; the others are text themselves."""
    kept: list[Token] = []
    edge = len(plain)
    for part in reversed(parts):
        if not _NOTHING.fullmatch(plain, part.end, edge):
            kept.append(part)
            edge = part.start
    return kept


def _last_votes(text: str, plain: str, parts: Sequence[Token]) -> Token | None:
    """Return the last votes after which, tags aside, the first line, a part or the whole text ends."""
    first_line = _FIRST_LINE.match(plain)
    edges = {len(plain), first_line.end() if first_line else 0, *(part.start for part in parts)}
    for edge in sorted(edges, reverse=True):
        end = edge
        while end and plain[end - 1].isspace():
            end -= 1
        found = _VOTES.search(plain[max(0, end - _VOTES_LENGTH) : end])
        start = end - len(found[0]) if found else 0
        if found and text[start - 1].isspace():
            return Token(start, end, VOTES)
    return None
