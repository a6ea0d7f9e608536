"""One dimension against another: blocks, votes or sessions per cell, main groups folded open or not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from pyroaring import BitMap
from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code, Codebook
from bouwstenen_app.domain.figures import SPARSE, FigureTable, Value
from bouwstenen_app.services import facet_index
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex

BLOCKS, VOTES, SESSIONS = "aantal", "stemmen", "sessies"
MEASURES: Final = (BLOCKS, VOTES, SESSIONS)
"""What can stand in a cell, as the command line calls it."""
_COUNTED: Final = {BLOCKS: "aantal bouwstenen", VOTES: "stemmen", SESSIONS: "aantal sessies"}
EVERYTHING: Final = Selection()


class Line(NamedTuple):
    """A row or a column: a code, how deep it stands, and whether it can be (and is) folded open."""

    code: Code
    depth: int = 0
    foldable: bool = False
    open: bool = False


@dataclass(frozen=True)
class Cross:
    """The blocks of a selection by two dimensions. A block counts once in every cell it belongs to."""

    row_dimension: str
    column_dimension: str
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    measure: str
    blocks: Mapping[tuple[str, str], int]
    """(id of row, id of column) → number of blocks; a cell without any is not in it."""
    values: Mapping[tuple[str, str], int]
    """The same cells, in what is measured."""

    def value(self, row: int, column: int) -> int | None:
        """Return what stands in a cell; None for a white spot."""
        return self.values.get((self.rows[row].code.id, self.columns[column].code.id))

    @cached_property
    def highest(self) -> int:
        """The number in the fullest cell."""
        return max(self.values.values(), default=0)

    @cached_property
    def sparse(self) -> bool:
        """Whether so many cells are empty that the white spots say little."""
        cells = len(self.rows) * len(self.columns)
        return cells - len(self.blocks) > SPARSE * cells

    @cached_property
    def gaps(self) -> tuple[tuple[Code, Code], ...]:
        """The white spots (*witte vlekken*). Where a main group has none, those under it are not told as well."""
        rows = [(line.code, line.code.parent if line.depth else None) for line in self.rows]
        columns = [(line.code, line.code.parent if line.depth else None) for line in self.columns]
        return tuple(
            (row, column)
            for row, above in rows
            for column, left in columns
            if (row.id, column.id) not in self.blocks
            and (above is None or (above, column.id) in self.blocks)
            and (left is None or (row.id, left) in self.blocks)
        )


def cross(
    session: Session,
    selection: Selection = EVERYTHING,
    *,
    rows: str = THEME,
    columns: str = DOMAIN,
    measure: str = BLOCKS,
    unfolded: Collection[str] = (),
    under: str = "",
    index: FacetIndex | None = None,
) -> Cross:
    """Return how a selection divides over two dimensions; ``unfolded`` are ids of main groups that stand open.

    With ``under`` the rows are the codes under that one main group only.
    """
    index = index or facet_index.built(session)
    among = index.rows(selection, index.hits(session, selection.query))
    book = index.book
    down = _under(book, under) if under else lines(book, rows, unfolded)
    across = lines(book, columns, unfolded)
    if under:
        across = tuple(line._replace(foldable=False) for line in across)
    down, row_sets = _having(index, down, among)
    across, column_sets = _having(index, across, among)
    weigh = _Weigher(index, measure)
    blocks: dict[tuple[str, str], int] = {}
    values: dict[tuple[str, str], int] = {}
    for row, one in row_sets.items():
        for column, other in column_sets.items():
            both = one & other
            if both:
                blocks[row, column] = len(both)
                values[row, column] = weigh(both)
    return Cross(rows, columns, down, across, measure, blocks, values)


def lines(book: Codebook, dimension: str, unfolded: Collection[str] = ()) -> tuple[Line, ...]:
    """Return the main groups of a dimension, each with all codes under it when it is unfolded."""
    below: dict[str, list[Code]] = {}
    for code in book.of(dimension):
        if code.parent is not None:
            below.setdefault(book.top(code.id).id, []).append(code)
    found: list[Line] = []
    for top in book.tops(dimension):
        inside = below.get(top.id, [])
        is_open = bool(inside) and top.id in unfolded
        found.append(Line(top, 0, bool(inside), is_open))
        found += [Line(code, 1) for code in inside] if is_open else []
    return tuple(found)


def named(book: Codebook, dimension: str) -> str:
    """Return the slug of the dimension with this slug or name, whatever its case; empty when there is none."""
    wanted = dimension.strip().casefold()
    return next((one.slug for one in book.dimensions if wanted in (one.slug, one.name.casefold())), "")


def table(crossed: Cross, book: Codebook) -> FigureTable:
    """Return it as a figure: white spots as nothing."""
    row, column = (book.dimension(slug).name for slug in (crossed.row_dimension, crossed.column_dimension))
    values: list[tuple[Value, ...]] = [
        tuple(crossed.value(down, across) for across in range(len(crossed.columns)))
        for down in range(len(crossed.rows))
    ]
    return FigureTable(
        title=f"{row} × {column.lower()}: {_COUNTED[crossed.measure]}",
        corner=row,
        columns=tuple(line.code.name for line in crossed.columns),
        rows=tuple(line.code.name for line in crossed.rows),
        values=tuple(values),
        note=note(crossed.measure),
        depths=tuple(line.depth for line in crossed.rows),
        heat=True,
    )


def note(measure: str) -> str:
    """Return what a reader must know of the numbers."""
    told = "Een bouwsteen telt één keer per cel, ook met meer tags uit dezelfde groep. – is een witte vlek."
    if measure == VOTES:
        return f"{told} Stemmen zijn signalen uit losse sessies: elke sessie had haar eigen stemregel."
    return told


class _Weigher:
    """Says what a set of rows weighs in what is measured."""

    def __init__(self, index: FacetIndex, measure: str) -> None:
        self._index = index
        self._measure = measure
        self._sessions = list(index.by("workshop_id").values())

    def __call__(self, rows: BitMap) -> int:
        if self._measure == VOTES:
            return self._index.votes(rows)
        if self._measure != SESSIONS:
            return len(rows)
        if len(rows) > len(self._sessions):  # the shorter way round
            return sum(1 for inside in self._sessions if rows.intersect(inside))
        return len({*map(self._index.session_of().__getitem__, rows)})


def _under(book: Codebook, group: str) -> tuple[Line, ...]:
    return tuple(Line(code) for code in book.codes if code.id != group and book.top(code.id).id == group)


def _having(
    index: FacetIndex, found: Sequence[Line], among: BitMap
) -> tuple[tuple[Line, ...], Mapping[str, BitMap]]:
    """Return the lines to show (retired codes only while they have blocks) and the rows of each that has any."""
    sets = {line.code.id: index.carrying(line.code.id) & among for line in found}
    shown = tuple(line for line in found if not line.code.retired or sets[line.code.id])
    return shown, {code: rows for code, rows in sets.items() if rows}
