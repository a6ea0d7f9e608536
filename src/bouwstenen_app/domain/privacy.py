"""What in a text may point to one person: found by rules, fast, and said to a person who decides.

The rules find direct personal data; they never make a text anonymous. Red is an identifier, amber a likely name or
a rare detail. The sources of the rules are with the patterns, in the modules of this family.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.privacy_names import names
from bouwstenen_app.domain.privacy_rules import AMBER, RED, Found

BSN, PHONE, EMAIL, ADDRESS, BIRTH_DATE = "BSN", "TELEFOON", "EMAIL", "ADRES", "GEBOORTEDATUM"
NAME, CASE, IBAN, PLATE = "NAAM", "ZAAKNUMMER", "IBAN", "KENTEKEN"
KINDS: Final = (BSN, PHONE, EMAIL, ADDRESS, BIRTH_DATE, NAME, CASE, IBAN, PLATE)

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
}
"""What each kind is called in a sentence."""

__all__ = ["AMBER", "KINDS", "RED", "WORDS", "Finding", "findings", "identifiers"]

_PLAIN: Final = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x202F), " ") | dict.fromkeys((0x2010, 0x2011), "-")
"""Spaces and hyphens that do not break, as Word makes them: one character each, so that all stays in its place."""
_WORTH_IT: Final = re.compile(
    r"[0-9@]|nummer|geboren|geb\.|jarig|verjaa|nul[ -]?zes| punt |[ \[({](?:at|apen?staartje)[ \])}]", re.IGNORECASE
)
"""Without any of these there is no identifier in a text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text that may point to one person: what it is, where it stands, and how sure that is."""

    kind: str
    """One of ``KINDS``."""
    start: int
    end: int
    """Character positions: ``text == whole[start:end]``."""
    level: str
    """``rood`` for an identifier, ``oranje`` for a likely name or a rare detail."""
    text: str


def findings(text: str) -> tuple[Finding, ...]:
    """Return what in a text may point to one person, in order, no two over each other."""
    plain = text if text.isascii() else text.translate(_PLAIN)
    found = [*_identifiers(plain)] if _WORTH_IT.search(plain) else []
    found += ((NAME, start, end, AMBER) for start, end in names(plain))
    return tuple(Finding(kind, start, end, level, text[start:end]) for kind, start, end, level in _apart(found))


def identifiers(text: str) -> tuple[Finding, ...]:
    """Return only the red ones of ``findings``: names need not be looked for, so that a wall can wait for it."""
    plain = text if text.isascii() else text.translate(_PLAIN)
    if not _WORTH_IT.search(plain):
        return ()
    found = (one for one in _apart([*_identifiers(plain)]) if one[3] == RED)
    return tuple(Finding(kind, start, end, level, text[start:end]) for kind, start, end, level in found)


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
