"""Blocks as a file from elsewhere gives them: values with their place in that file, before they are rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

TITLE, EXPLANATION, EXAMPLE, CONDITIONS = "titel", "toelichting", "praktijkvoorbeeld", "nodig"
NEXT_STEP, MINORITY, NOTE, LINE = "eerste stap", "minderheidsstandpunt", "notitie", "regel"
VOTES, TABLE, ROUND, CLUSTER = "stemmen", "tafel", "ronde", "cluster"
SESSION, DATE, REGION, RELEASE, STATUS = "sessie", "datum", "regio", "vrijgave", "status"
READ_BACK: Final = "teruggelezen"
ID: Final = "id"
TAGS: Final = "tags"
OF: Final = "tag:"
"""How a field begins that holds tags of one dimension; its slug comes behind it."""
NOTHING: Final = ""
"""The column is not taken over."""
TEXTS: Final[Mapping[str, str]] = {
    TITLE: "title",
    EXPLANATION: "explanation",
    EXAMPLE: "example",
    NEXT_STEP: "next_step",
    MINORITY: "minority",
    NOTE: "note",
}
"""The fields that are a text, with the name of each in a block."""
MARKS: Final[Mapping[str, str]] = {
    "voorbeeldig": "exemplary",
    "achtergehouden": "held_back",
    "geparkeerd": "parked",
}
"""The fields that are there or not, with the name of each in a block."""
FIELDS: Final = (
    *(TITLE, EXPLANATION, EXAMPLE, CONDITIONS, NEXT_STEP, VOTES, TAGS, SESSION, DATE, REGION),
    *(ROUND, TABLE, CLUSTER, MINORITY, NOTE, RELEASE, STATUS, READ_BACK, *MARKS, LINE, ID),
)
"""What a column can hold, in the order in which it is offered; the dimensions come on top of it."""
ONCE: Final = frozenset(FIELDS) - {CONDITIONS, TAGS, EXPLANATION, NOTE}
"""What only one column can be."""
EXCEL, CSV, TABS, WORD, PLAIN, MARKDOWN, JSON = ".xlsx", ".csv", ".tsv", ".docx", ".txt", ".md", ".json"
ENDINGS: Final = (EXCEL, CSV, TABS, WORD, PLAIN, MARKDOWN, JSON)
"""What can be read, by the ending of its name."""
ENCODINGS: Final[Mapping[str, str]] = {
    "utf-8": "UTF-8",
    "cp1252": "Windows (West-Europees)",
    "utf-16-le": "UTF-16",
}
"""How a text can be written, and what that is called."""
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 200
LONGEST_TEXT: Final = 200_000


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was not understood: where it stands, what it says, and why it did not come in."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class GivenSession:
    """The session that blocks belong to, as far as the file says; two that say the same are one."""

    title: str = ""
    date: str = ""
    """ISO 8601, or empty."""
    region: str = ""
    source: str = ""
    """How the file calls it."""
    fields: Mapping[str, Any] = field(default_factory=dict, compare=False, hash=False)
    """More fields of ``WorkshopRow``."""
    rounds: tuple[Mapping[str, Any], ...] = field(default=(), compare=False)
    """Its steps, with fields of ``RoundRow``."""
    attendance: tuple[tuple[str, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class GivenBlock:
    """One block. With a ``line`` it is read by the grammar of the capture line."""

    place: str
    """Where it stands, as a person finds it: *blad 1, rij 12*."""
    key: str
    """What it is called in this file, by nothing that its place or its texts can change."""
    line: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Field of a block (``TEXTS``) → text."""
    conditions: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    """Slug of a dimension, empty for any, and a name."""
    votes: int = 0
    table: int | None = None
    round: str = ""
    """Its number, or its name."""
    cluster: str = ""
    groups: tuple[str, ...] = ()
    """The headings above it, the highest first: each is a table, a round, a code, or else a cluster."""
    release: str = ""
    status: str = ""
    time: str = ""
    input_kind: str = ""
    marks: frozenset[str] = frozenset()
    """Which of ``MARKS`` it has, by their names in a block."""
    read_back: str = ""
    source: str = ""
    identity: str = ""
    """The id of the block, in what this program exported."""
    spoken_id: str = ""
    session: GivenSession | None = None


@dataclass(frozen=True, slots=True)
class GivenTable:
    """A table whose columns have to be told apart: what stands above them, and its rows with their numbers."""

    name: str
    """Where it is: *blad “Opbrengst”*; empty when the file is one table."""
    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def place(self, row: int) -> str:
        """Return where a row stands."""
        return f"{self.name}, rij {row}" if self.name else f"rij {row}"


@dataclass(frozen=True, slots=True)
class Given:
    """All that a file gives."""

    name: str
    digest: str
    """Made from what it says, so that a copy with another name is the same file."""
    tables: tuple[GivenTable, ...] = ()
    blocks: tuple[GivenBlock, ...] = ()
    title: str = ""
    """What the file calls itself; empty when it does not."""
    remarks: tuple[Remark, ...] = ()
    whole: Mapping[str, Any] | None = None
    """All rows of a workspace (``bouwstenen/1``)."""
    encoding: str = ""
    """How the text was read; empty when that is no question."""
    separator: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person chose of a file: the field of each column, and where blocks go of which it does not say."""

    columns: tuple[tuple[str, ...], ...] = ()
    """For each table the fields of its columns, in their order."""
    session: str = ""
    """Id of a session; empty: a new one."""
    title: str = ""
    """Of the new session."""
