"""The building block: one insight from practice, as it is read."""

from dataclasses import dataclass
from typing import Final

RAW: Final = "ruw"
INTERPRETED: Final = "geduid"
BUNDLED: Final = "gebundeld"
SETTLED: Final = "vastgesteld"
EXPIRED: Final = "vervallen"
STATUSES: Final = (RAW, INTERPRETED, BUNDLED, SETTLED, EXPIRED)

FREE: Final = "vrij"
ALIGN_FIRST: Final = "eerst afstemmen"
INTERNAL: Final = "intern"
NOT_SHARED: Final = "niet delen"
RELEASES: Final = (FREE, ALIGN_FIRST, INTERNAL, NOT_SHARED)

LIVE: Final = "live"
CARD: Final = "kaartje"
PHOTO: Final = "foto-flap"
PASTED: Final = "geplakt"
IMPORTED: Final = "bestand"
INPUTS: Final = (LIVE, CARD, PHOTO, PASTED, IMPORTED)

SPOKEN: Final = r"([A-Z]{2,3}\d?)-(?:([A-Z]{1,2})(\d{2,})|(\d{3,}))"
"""How a block is called: letters of the region and a number, with the letter of a laptop between when two laptops
gave the same number. Groups: region, laptop, number with a letter, number without."""

CONFIRMED: Final = "bevestigd"
ADJUSTED: Final = "aangepast"
NOT_RECOGNISED: Final = "niet herkend"
READ_BACKS: Final = (CONFIRMED, ADJUSTED, NOT_RECOGNISED)


@dataclass(frozen=True, slots=True)
class Block:
    """One building block with its tags, as a question returns it.

    ``codes`` are ids of codes in the order of the codebook; ``unknown_tags`` are kept as typed, prefix included.
    """

    id: str
    spoken_id: str
    """Short, stable, never reused: ``RH-017``."""
    number: int
    """The count within its session, from 1."""
    workshop: str
    """Id of its session."""
    title: str
    explanation: str = ""
    example: str = ""
    conditions: tuple[str, ...] = ()
    next_step: str = ""
    codes: tuple[str, ...] = ()
    unknown_tags: tuple[str, ...] = ()
    votes: int = 0
    round: int | None = None
    """Number of the round in its session, as spoken in the room."""
    table: int | None = None
    captured_at: str = ""
    """Local date and time, ``YYYY-MM-DDTHH:MM:SS``."""
    input_kind: str = LIVE
    status: str = RAW
    release: str = FREE
    exemplary: bool = False
    held_back: bool = False
    """Kept from the beamer and from reports."""
    cluster: str = ""
    """Name that the group gave to the cluster it is in."""
    note: str = ""
    """For the facilitator only: never on the beamer, never in a report."""
    read_back: str = ""
    """What the group said when it was read back: one of ``READ_BACKS``, or nothing yet."""
    minority: str = ""
    """What a minority sees differently (*minderheidsstandpunt*)."""
    parked: bool = False
    """In the *parkeerplaats*: said, kept, and not part of what this session is about."""
    removed: bool = False
