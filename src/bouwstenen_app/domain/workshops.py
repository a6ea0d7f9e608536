"""The session (workshop) and its rounds, as they are read."""

import datetime
from dataclasses import dataclass
from typing import Final

PREPARING: Final = "in voorbereiding"
READY: Final = "klaar"
RUNNING: Final = "bezig"
DONE: Final = "afgerond"
STATES: Final = (PREPARING, READY, RUNNING, DONE)

ALL: Final = "alles"
LAST_FIVE: Final = "laatste vijf"
ONLY_COUNT: Final = "aantal"
ON_BEAMER: Final = (ALL, LAST_FIVE, ONLY_COUNT)


@dataclass(frozen=True, slots=True)
class Round:
    """One step of the agenda. Steps without a ``number`` (opening, break) have no blocks of their own."""

    id: str
    name: str
    number: int | None = None
    question: str = ""
    method: str = ""
    minutes: int = 0
    start: str = ""
    """``HH:MM``, computed from the start of the session."""
    beamer: str = ALL
    """Which blocks the room sees in this round: one of ``ON_BEAMER``."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many people of one type of organisation were there. Never a name."""

    organisation: str
    count: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of blocks that the participants put together and named."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Workshop:
    """One session, with its agenda, attendance and clusters."""

    id: str
    title: str
    date: datetime.date | None = None
    start_time: str = ""
    minutes: int = 0
    region: str = ""
    region_code: str = ""
    """Two or three capitals for the spoken ids of its blocks."""
    place: str = ""
    location: str = ""
    facilitator_role: str = ""
    co_facilitator_role: str = ""
    client_role: str = ""
    main_question: str = ""
    participants: int = 0
    tables: int = 0
    vote_rule: str = ""
    agreements: tuple[str, ...] = ()
    state: str = PREPARING
    fictional: bool = False
    rounds: tuple[Round, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    blocks: int = 0
    """How many blocks it has (removed ones not counted)."""
    removed: bool = False
    votes_each: int = 0
    """How many votes each participant has; 0 when nothing was agreed."""
    votes_stack: bool = True
    """Whether one participant may give several votes to one block."""
    votes_shown: bool = False
    """Whether the votes were revealed to the room."""
    checked: tuple[str, ...] = ()
    """The points of the checklist that are done."""

    @property
    def numbered_rounds(self) -> tuple[Round, ...]:
        """The rounds in which blocks are gathered."""
        return tuple(step for step in self.rounds if step.number is not None)
