"""Copies that a sync program made because two laptops wrote at once: recognised by their names."""

import re
from collections.abc import Sequence
from typing import Final

_CONFLICT: Final = re.compile(r"conflict", re.IGNORECASE)
_NUMBERED: Final = re.compile(r" ?\(\d{1,2}\)| \d{1,2}")
_OF_LAPTOP: Final = re.compile(r"-(?=[^-]*[A-Z])[A-Za-z0-9][A-Za-z0-9-]{2,30}")
"""OneDrive puts the name of the laptop behind, that has capitals: ``werk-LAPTOP-12.bouwstenen``."""


def conflict_copies(name: str, beside: Sequence[str], *, synced: bool) -> tuple[str, ...]:
    """Return which files beside one are copies that a sync program made of it when two laptops wrote at once.

    Names with *conflict* in them are that anywhere; a number or the name of a laptop behind the name only where
    the folder is ``synced``.
    """
    stem, _, ending = name.rpartition(".")
    found = []
    for other in beside:
        other_stem, _, other_ending = other.rpartition(".")
        if other == name or other_ending.lower() != ending.lower() or not other_stem.startswith(stem):
            continue
        rest = other_stem[len(stem) :]
        if _CONFLICT.search(rest) or (synced and (_NUMBERED.fullmatch(rest) or _OF_LAPTOP.fullmatch(rest))):
            found.append(other)
    return tuple(sorted(found))
