"""Tables in a text file (CSV), whoever wrote them: the separator is guessed, what is quoted is kept whole."""

import csv
import io
from collections import Counter
from typing import Final

from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.given_blocks import MOST_COLUMNS, MOST_ROWS
from bouwstenen_app.domain.problems import Problem

SEPARATORS: Final = (";", ",", "\t", "|")
LARGEST_CELL: Final = 200_000
_LOOKED_AT: Final = 40
"""Rows from which the separator is guessed."""
_SAYS: Final = "sep="
"""So a spreadsheet may begin, with the separator behind it."""
_GUARD: Final = "'"
_FORMULA: Final = tuple("=+-@\t\r")

Rows = tuple[tuple[int, tuple[str, ...]], ...]


def read(text: str, name: str, separator: str = "") -> tuple[Rows, str]:
    """Return the rows that hold something, with their numbers, and the separator that was used.

    Problem when quotes are never closed, or there are more columns or rows than a person made.
    """
    text = clean(text.removeprefix("\ufeff"), mark=MARK).text
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.lower().startswith(_SAYS) and len(first) <= len(_SAYS) + 1:
        separator, text, skipped = separator or first[len(_SAYS) :] or ";", rest, 1
    separator = separator or guessed_separator(text)
    return _rows(text, name, separator, skipped), separator


def guessed_separator(text: str) -> str:
    """Return the separator that gives most rows the same number of columns, more than one."""
    return max(SEPARATORS, key=lambda one: (_fits(text, one), -SEPARATORS.index(one)))


def _fits(text: str, separator: str) -> float:
    lines = io.StringIO(text[:LARGEST_CELL], newline="")
    widths: list[int] = []
    try:
        for row in csv.reader(lines, delimiter=separator):
            widths += [len(row)] if any(cell.strip() for cell in row) else []
            if len(widths) >= _LOOKED_AT:
                break
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, often = Counter(widths).most_common(1)[0]
    return often / len(widths) + min(width, MOST_COLUMNS) / (4 * MOST_COLUMNS) if width > 1 else 0.0


def _rows(text: str, name: str, separator: str, skipped: int) -> Rows:
    before = csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    found: list[tuple[int, tuple[str, ...]]] = []
    number = skipped
    try:
        for number, cells in enumerate(reader, start=1 + skipped):
            if len(cells) > MOST_COLUMNS:
                raise too_wide(name, f"rij {number}")
            if any(cell.strip() for cell in cells):
                found.append((number, tuple(_bare(cell) for cell in cells)))
            if len(found) > MOST_ROWS:
                raise too_long(name)
    except csv.Error as error:
        raise Problem(
            "{name} kan niet worden gelezen: rij {number} is veel te lang. Staat er ergens een aanhalingsteken "
            "dat niet wordt gesloten? Er is niets overgenomen.",
            name=name,
            number=number + 1,
        ) from error
    finally:
        csv.field_size_limit(before)
    _refuse_open_quote(text, name, found)
    return tuple(found)


def _refuse_open_quote(text: str, name: str, found: list[tuple[int, tuple[str, ...]]]) -> None:
    """Raise Problem when the last row swallowed lines because a quote was never closed."""
    last = found[-1][1] if found else ()
    if text.count('"') % 2 and any(cell.count("\n") > 1 for cell in last):
        raise Problem(
            "{name} kan niet worden gelezen: in rij {number} staat een aanhalingsteken dat niet wordt gesloten. "
            "Sla de tabel opnieuw op als CSV. Er is niets overgenomen.",
            name=name,
            number=found[-1][0],
        )


def _bare(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith(_GUARD) and cell[1:].startswith(_FORMULA) else cell


def too_wide(name: str, place: str) -> Problem:
    """Return what is said of a table with more columns than a person made."""
    return Problem(
        "{name} heeft in {place} meer dan {most} kolommen. Zo’n tabel kan hier niet worden ingelezen; bewaar "
        "alleen de kolommen die je nodig hebt. Er is niets overgenomen.",
        name=name,
        place=place,
        most=MOST_COLUMNS,
    )


def too_long(name: str) -> Problem:
    """Return what is said of a table with more rows than can come in at once."""
    return Problem(
        "{name} heeft meer dan 100.000 rijen. Knip het bestand in stukken. Er is niets overgenomen.", name=name
    )
