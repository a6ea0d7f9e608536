"""Questions about the whole: key figures, one dimension against another, domains that meet, and support.

A block counts once per main group, also with several codes of that group (``domain/rapport.md``, section 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from pyroaring import BitMap
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook
from bouwstenen_app.domain.figures import SPARSE
from bouwstenen_app.services import facet_index
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.boards import blocks as blocks_with
from bouwstenen_app.services.facet_index import FacetIndex, each
from bouwstenen_app.storage.tables import AttendanceRow, BlockRow, WorkshopRow

EVERYTHING = Selection()

Groups = Mapping[str, BitMap]
"""Id of a main group of one dimension → the rows of the blocks in it; groups without any are not in it."""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """How much there is in a selection, and from whom it was heard."""

    blocks: int
    workshops: int
    regions: tuple[str, ...]
    participants: int
    organisations: Mapping[str, int]
    """Type of organisation → how many people of it were in the sessions of the selection."""
    votes: int
    kinds: Mapping[str, int]
    """Id of a kind → number of blocks, in the order of the codebook."""
    without_theme: int
    without_domain: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Main groups of one dimension against those of another, with the number of blocks that have both."""

    rows: tuple[Code, ...]
    columns: tuple[Code, ...]
    counts: Mapping[tuple[str, str], int]
    """(id of row, id of column) → number of blocks; what is not in it is none."""
    row_totals: Mapping[str, int]
    column_totals: Mapping[str, int]

    def count(self, row: str, column: str) -> int:
        """Return the number of blocks in a cell."""
        return self.counts.get((row, column), 0)

    @property
    def highest(self) -> int:
        """The number in the fullest cell."""
        return max(self.counts.values(), default=0)

    @property
    def gaps(self) -> tuple[tuple[Code, Code], ...]:
        """The empty cells (*witte vlekken*)."""
        return tuple((r, c) for r in self.rows for c in self.columns if not self.count(r.id, c.id))

    @property
    def sparse(self) -> bool:
        """Whether so many cells are empty that the white spots say little."""
        return len(self.gaps) > SPARSE * len(self.rows) * len(self.columns)


@dataclass(frozen=True, slots=True)
class Synergy:
    """Which main groups of a dimension come together in one block. A block counts once for every pair."""

    groups: tuple[Code, ...]
    pairs: Mapping[tuple[str, str], int]
    """(id, id) in the order of the codebook → number of blocks with both; pairs without blocks are left out."""
    totals: Mapping[str, int]
    """Id of a main group → number of blocks."""
    connecting: int
    """How many blocks have at least two of the groups."""

    def count(self, one: str, other: str) -> int:
        """Return the number of blocks with both, in whatever order they are given."""
        return self.pairs.get((one, other), 0) or self.pairs.get((other, one), 0)

    @property
    def ranked(self) -> tuple[tuple[Code, Code, int], ...]:
        """The pairs, the strongest first."""
        by_id = {code.id: code for code in self.groups}
        strongest_first = sorted(self.pairs.items(), key=lambda pair: -pair[1])
        return tuple((by_id[one], by_id[other], count) for (one, other), count in strongest_first)


@dataclass(frozen=True, slots=True)
class Insight:
    """Everything there is to see at once, counted together."""

    figures: KeyFigures
    matrix: Matrix
    synergy: Synergy
    most_votes: tuple[Block, ...]


def overview(
    session: Session, selection: Selection = EVERYTHING, *, index: FacetIndex | None = None, votes: int = 7
) -> Insight:
    """Return figures, themes by domains, domains that come together and the blocks with the most votes.

    With an ``index`` of the workspace as it is now, nothing has to be read block by block.
    """
    index, rows = _rows(session, selection, index)
    themes, domains = _groups(index, THEME, rows), _groups(index, DOMAIN, rows)
    return Insight(
        figures=_figures(session, index, rows),
        matrix=_matrix(index.book, (THEME, themes), (DOMAIN, domains)),
        synergy=_synergy(index.book, DOMAIN, domains),
        most_votes=_most_votes(session, index, rows, votes),
    )


def matrix(
    session: Session,
    selection: Selection = EVERYTHING,
    *,
    rows: str = THEME,
    columns: str = DOMAIN,
    index: FacetIndex | None = None,
) -> Matrix:
    """Return how the blocks of a selection divide over the main groups of two dimensions."""
    index, among = _rows(session, selection, index)
    down, across = _groups(index, rows, among), _groups(index, columns, among)
    return _matrix(index.book, (rows, down), (columns, across))


def synergy(
    session: Session,
    selection: Selection = EVERYTHING,
    *,
    dimension: str = DOMAIN,
    index: FacetIndex | None = None,
) -> Synergy:
    """Return which main groups of a dimension come together in the blocks of a selection."""
    index, among = _rows(session, selection, index)
    return _synergy(index.book, dimension, _groups(index, dimension, among))


def most_votes(
    session: Session, selection: Selection = EVERYTHING, *, limit: int = 10, index: FacetIndex | None = None
) -> tuple[Block, ...]:
    """Return the blocks with the most votes; blocks without votes are left out."""
    index, rows = _rows(session, selection, index)
    return _most_votes(session, index, rows, limit)


def _most_votes(session: Session, index: FacetIndex, rows: BitMap, limit: int) -> tuple[Block, ...]:
    query = (
        select(BlockRow.id)
        .where(BlockRow.row.in_(each([*index.most_voted(rows, limit)])))
        .order_by(BlockRow.votes.desc(), BlockRow.workshop_id, BlockRow.number)
        .limit(limit)
    )
    return blocks_with(session, session.scalars(query).all())


def _rows(session: Session, selection: Selection, index: FacetIndex | None) -> tuple[FacetIndex, BitMap]:
    """Return the index (built now, if there is none yet) and the rows of the selection in it."""
    index = index or facet_index.built(session)
    return index, index.rows(selection, index.hits(session, selection.query))


def _groups(index: FacetIndex, dimension: str, rows: BitMap) -> Groups:
    """Return those of the rows that are in each main group of a dimension."""
    found = {top.id: index.carrying(top.id) & rows for top in index.book.tops(dimension)}
    return {group: within for group, within in found.items() if within}


def _figures(session: Session, index: FacetIndex, rows: BitMap) -> KeyFigures:
    heard = [*index.sessions(rows)]
    sessions = session.execute(
        select(WorkshopRow.region, WorkshopRow.participants).where(WorkshopRow.id.in_(heard), ~WorkshopRow.removed)
    ).all()
    organisations = session.execute(
        select(AttendanceRow.organisation, func.sum(AttendanceRow.count))
        .where(AttendanceRow.workshop_id.in_(heard), ~AttendanceRow.removed)
        .group_by(AttendanceRow.organisation)
        .order_by(func.sum(AttendanceRow.count).desc(), AttendanceRow.organisation)
    )
    kinds = _totals(_groups(index, KIND, rows))
    return KeyFigures(
        blocks=len(rows),
        workshops=len(sessions),
        regions=tuple(sorted({line.region for line in sessions if line.region})),
        participants=sum(line.participants for line in sessions),
        organisations={name: int(count) for name, count in organisations},
        votes=index.votes(rows),
        kinds={code.id: kinds.get(code.id, 0) for code in _shown(index.book, KIND, kinds)},
        without_theme=rows.difference_cardinality(index.carrying(THEME)),
        without_domain=rows.difference_cardinality(index.carrying(DOMAIN)),
    )


def _matrix(book: Codebook, rows: tuple[str, Groups], columns: tuple[str, Groups]) -> Matrix:
    (row_dimension, down), (column_dimension, across) = rows, columns
    cells = {
        (row, column): count
        for row, one in down.items()
        for column, other in across.items()
        if (count := one.intersection_cardinality(other))
    }
    row_totals, column_totals = _totals(down), _totals(across)
    return Matrix(
        rows=_shown(book, row_dimension, row_totals),
        columns=_shown(book, column_dimension, column_totals),
        counts=cells,
        row_totals=row_totals,
        column_totals=column_totals,
    )


def _synergy(book: Codebook, dimension: str, found: Groups) -> Synergy:
    pairs = {
        (one, other): count
        for one, other in combinations(found, 2)
        if (count := found[one].intersection_cardinality(found[other]))
    }
    once, connecting = BitMap(), BitMap()
    for rows in found.values():
        connecting |= once & rows
        once |= rows
    totals = _totals(found)
    return Synergy(_shown(book, dimension, totals), pairs, totals, len(connecting))


def _totals(found: Groups) -> Mapping[str, int]:
    return {group: len(rows) for group, rows in found.items()}


def _shown(book: Codebook, dimension: str, totals: Mapping[str, int]) -> tuple[Code, ...]:
    """Return the main groups of a dimension; those that are retired only while they have blocks."""
    return tuple(code for code in book.tops(dimension) if not code.retired or totals.get(code.id))
