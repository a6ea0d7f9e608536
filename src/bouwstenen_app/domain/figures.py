"""Figures as plain values: a table with a title, names, numbers and a note, whoever draws or prints it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain import dutch

Value = int | float | str | None
"""A number, words, or None for nothing: printed as a dash."""
NOTHING: Final = "–"
SPARSE: Final = 1 / 3
"""From this part of the cells empty, white spots (*witte vlekken*) say little: more must be tagged first."""


@dataclass(frozen=True, slots=True)
class FigureTable:
    """One figure with its numbers. Every row of ``values`` has one value for each column."""

    title: str
    corner: str
    """What the names of the rows are."""
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]
    note: str = ""
    depths: tuple[int, ...] = ()
    """How deep each row stands under the one above it; empty when all are alike."""
    heat: bool = False
    """Whether the numbers can be compared with each other, so that tints say something."""

    @property
    def highest(self) -> float:
        """The highest number in it."""
        return max((value for row in self.values for value in row if isinstance(value, (int, float))), default=0)

    @property
    def texts(self) -> Iterator[str]:
        """Every text in it."""
        yield from (self.title, self.corner, *self.columns, *self.rows, self.note)
        yield from (value for row in self.values for value in row if isinstance(value, str))

    def is_words(self, column: int) -> bool:
        """Say whether a column has words in it: those begin together, numbers end together."""
        return any(isinstance(row[column], str) and row[column] for row in self.values)

    def depth(self, row: int) -> int:
        """Return how deep a row stands under a main group."""
        return self.depths[row] if self.depths else 0


def shown(value: Value) -> str:
    """Return a value as it stands in a cell: ``1.284``, ``4,6``, words, or a dash."""
    if value is None:
        return NOTHING
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    return dutch.number(value) if isinstance(value, int) else value


def with_tabs(table: FigureTable) -> str:
    """Return the table as a spreadsheet takes it: tabs between the cells, numbers without points, nothing as 0."""
    lines = [[table.corner, *table.columns]]
    lines += [[name, *map(_bare, values)] for name, values in zip(table.rows, table.values, strict=True)]
    return "\n".join("\t".join(map(_one_line, line)) for line in lines)


def in_lines(table: FigureTable) -> tuple[str, ...]:
    """Return the table as lines of plain text: names left, numbers right under their column."""
    names = [f"{'  ' * table.depth(place)}{_one_line(name)}" for place, name in enumerate(table.rows)]
    cells = [[_one_line(shown(value)) for value in values] for values in table.values]
    columns = [_one_line(name) for name in table.columns]
    wide = max(map(len, (table.corner, *names)), default=0)
    widths = [max(len(name), *(len(row[place]) for row in cells), 0) for place, name in enumerate(columns)]
    words = [table.is_words(place) for place in range(len(columns))]
    lines = [[table.corner.ljust(wide), *_aligned(columns, widths, words)]]
    lines += [[name.ljust(wide), *_aligned(row, widths, words)] for name, row in zip(names, cells, strict=True)]
    return tuple("  ".join(line).rstrip() for line in lines)


def _aligned(cells: Sequence[str], widths: Sequence[int], words: Sequence[bool]) -> list[str]:
    lined_up = zip(cells, widths, words, strict=True)
    return [cell.ljust(width) if wordy else cell.rjust(width) for cell, width, wordy in lined_up]


def _bare(value: Value) -> str:
    if value is None:
        return "0"
    return str(value) if isinstance(value, int) else shown(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
