"""Tables of data as they leave the program: columns with what they hold, and rows of plain values."""

import datetime
from dataclasses import dataclass
from typing import Final

TEXT, NUMBER, DATE = "tekst", "getal", "datum"
"""What a column holds."""
Value = str | int | datetime.date | None
BETWEEN: Final = "; "
"""Between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, and its width in characters."""

    name: str
    holds: str = TEXT
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: a header and rows with a value for each column."""

    name: str
    """At most 31 characters, none of ``[]:*?/\\``: what a spreadsheet accepts."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class DataBook:
    """Tables that belong together, with what the file says of itself."""

    title: str
    sheets: tuple[Sheet, ...]
    author: str = ""
    """A role or organisation, never a person's name."""
