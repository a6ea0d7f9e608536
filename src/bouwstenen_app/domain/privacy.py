"""What in a text may point to one person: found by rules, fast, and said to a person who decides.

The rules find direct personal data; they never make a text anonymous. Red is an identifier, amber a likely name or
a rare detail. The sources of the rules are with the patterns, in the modules of this family.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.privacy_details import details
from bouwstenen_app.domain.privacy_names import names
from bouwstenen_app.domain.privacy_rules import AMBER, RED, Found

BSN, PHONE, EMAIL, ADDRESS, BIRTH_DATE = "BSN", "TELEFOON", "EMAIL", "ADRES", "GEBOORTEDATUM"
NAME, CASE, IBAN, PLATE = "NAAM", "ZAAKNUMMER", "IBAN", "KENTEKEN"
KINDS: Final = (BSN, PHONE, EMAIL, ADDRESS, BIRTH_DATE, NAME, CASE, IBAN, PLATE)
DETAIL: Final = "BIJZONDERHEID"
"""A rare detail: nobody is named, and still somebody may know who it is."""

WORDS: Final = {
    BSN: "burgerservicenummer",
    PHONE: "telefoonnummer",
    EMAIL: "e-mailadres",
    ADDRESS: "adres",
    BIRTH_DATE: "geboortedatum",
    NAME: "naam",
    CASE: "zaaknummer",
    IBAN: "rekeningnummer",
    PLATE: "kenteken",
    DETAIL: "bijzonderheid",
}
"""What each kind is called in a sentence."""

__all__ = ["AMBER", "DETAIL", "KINDS", "RED", "WORDS", "Finding", "findings", "identifiers"]

_PLAIN: Final = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F), " ") | dict.fromkeys((0x2010, 0x2011), "-")
"""Spaces and hyphens that do not break, as Word makes them: one character each, so that all stays in its place."""
_WRITTEN: Final = (
    _PLAIN
    | dict.fromkeys((0x2012, 0x2013, 0x2014, 0x2212), "-")
    | {0xB7: ".", 0xFF20: "@"}
    | {zero + figure: str(figure) for zero in (0x660, 0x6F0, 0xFF10) for figure in range(10)}
)
"""What a number may be written with as well: a dash, a dot in the middle, the figures of another script."""
_UNSEEN: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Letters that nobody sees, as text has that was copied from a page."""
_WORTH_IT: Final = re.compile(
    r"[0-9@]|nummer|geboren|geb\.|jarig|verjaa|nul[ -]?zes| punt |[ \[({](?:at|apen?staartje)[ \])}]", re.IGNORECASE
)
"""Without any of these there is no identifier in a text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text that may point to one person: what it is, where it stands, and how sure that is."""

    kind: str
    """One of ``KINDS``, or ``DETAIL``."""
    start: int
    end: int
    """Character positions: ``text == whole[start:end]``."""
    level: str
    """``rood`` for an identifier, ``oranje`` for a likely name or a rare detail."""
    text: str


def findings(text: str) -> tuple[Finding, ...]:
    """Return what in a text may point to one person, in order, no two over each other."""
    if not text.isascii() and not _UNSEEN.isdisjoint(text):
        return _as_seen(text, findings)
    plain = written = text
    if not text.isascii():
        plain, written = text.translate(_PLAIN), text.translate(_WRITTEN)
    found = [*_identifiers(written)] if _WORTH_IT.search(written) else []
    found += ((DETAIL, start, end, AMBER) for start, end in details(plain))
    found += ((NAME, start, end, AMBER) for start, end in names(plain))
    return tuple(Finding(kind, start, end, level, text[start:end]) for kind, start, end, level in _apart(found))


def identifiers(text: str) -> tuple[Finding, ...]:
    """Return only the red ones of ``findings``: names need not be looked for, so that a wall can wait for it."""
    if not text.isascii() and not _UNSEEN.isdisjoint(text):
        return _as_seen(text, identifiers)
    written = text if text.isascii() else text.translate(_WRITTEN)
    if not _WORTH_IT.search(written):
        return ()
    found = (one for one in _apart([*_identifiers(written)]) if one[3] == RED)
    return tuple(Finding(kind, start, end, level, text[start:end]) for kind, start, end, level in found)


def _as_seen(text: str, read: Callable[[str], tuple[Finding, ...]]) -> tuple[Finding, ...]:
    """Return what is found in a text without the letters that nobody sees, at its place in the text with them."""
    places = [place for place, letter in enumerate(text) if letter not in _UNSEEN]
    found = []
    for one in read("".join(text[place] for place in places)):
        start, end = places[one.start], places[one.end - 1] + 1
        found.append(Finding(one.kind, start, end, one.level, text[start:end]))
    return tuple(found)


def _identifiers(text: str) -> Iterator[Found]:
    # Their patterns take longer to make than to use: most texts need none of them.
    from bouwstenen_app.domain.privacy_dates import birth_dates
    from bouwstenen_app.domain.privacy_numbers import numbers
    from bouwstenen_app.domain.privacy_places import addresses

    yield from numbers(text)
    yield from birth_dates(text)
    yield from addresses(text)


def _apart(found: Sequence[Found]) -> Iterator[Found]:
    """Yield what was found in the order of the text; of two over each other, the one that was found first."""
    ranked = sorted(enumerate(found), key=lambda item: (item[1][1], item[0]))
    last_rank, last = ranked[0] if ranked else (0, None)
    for rank, one in ranked[1:]:
        if last is None or one[1] >= last[2]:
            if last is not None:
                yield last
            last_rank, last = rank, one
        elif one[0] == last[0]:
            last = (last[0], last[1], max(last[2], one[2]), min(last[3], one[3], key=(RED, AMBER).index))
        elif rank < last_rank:
            last_rank, last = rank, one
    if last is not None:
        yield last
