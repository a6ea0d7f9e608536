"""A difference as a person sees it: one field of one thing, and the versions of it to choose from."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions: its text as a person reads it, and the value itself."""

    text: str
    value: Any
    at: str
    """Local date and time of its laptop, ISO 8601."""
    here: bool
    """Written on this laptop, in this file."""
    counts: bool
    """This one counts, as long as nobody chose."""


@dataclass(frozen=True, slots=True)
class Differing:
    """One field of one thing that waits for a choice."""

    table: str
    row: str
    field: str
    subject: str
    """What it is about: ``RH-017 School hoort niets terug``."""
    field_name: str
    versions: tuple[Version, ...]
    free: bool = True
    """A third text can be written; otherwise it is one of the versions."""
