"""Questions about the whole: key figures, one dimension against another, domains that meet, and support.

A block counts once per main group, also with several codes of that group (``domain/rapport.md``, section 4).
"""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook
from bouwstenen_app.services.boards import Selection, codes_by_block, conditions
from bouwstenen_app.services.boards import blocks as blocks_with
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.tables import (
    AttendanceRow,
    BlockRow,
    WorkshopRow,
)

EVERYTHING = Selection()

Groups = Mapping[str, Set[str]]
"""Block id → ids of the main groups of one dimension that it has; blocks without one are not in it."""


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


def overview(session: Session, selection: Selection = EVERYTHING, *, votes: int = 7) -> Insight:
    """Return figures, themes by domains, domains that come together and the blocks with the most votes."""
    book = codebook(session)
    groups = _all_groups(session, selection, book)
    themes, domains = groups[THEME], groups[DOMAIN]
    return Insight(
        figures=_figures(session, selection, book, groups),
        matrix=_matrix(book, (THEME, themes), (DOMAIN, domains)),
        synergy=_synergy(book, DOMAIN, domains),
        most_votes=most_votes(session, selection, limit=votes),
    )


def _figures(session: Session, selection: Selection, book: Codebook, groups: Mapping[str, Groups]) -> KeyFigures:
    chosen = conditions(session, selection)
    heard = select(BlockRow.workshop_id).where(*chosen)
    blocks, votes = session.execute(
        select(func.count(), func.coalesce(func.sum(BlockRow.votes), 0)).select_from(BlockRow).where(*chosen)
    ).one()
    sessions = session.execute(
        select(WorkshopRow.region, WorkshopRow.participants).where(WorkshopRow.id.in_(heard), ~WorkshopRow.removed)
    ).all()
    organisations = session.execute(
        select(AttendanceRow.organisation, func.sum(AttendanceRow.count))
        .where(AttendanceRow.workshop_id.in_(heard), ~AttendanceRow.removed)
        .group_by(AttendanceRow.organisation)
        .order_by(func.sum(AttendanceRow.count).desc(), AttendanceRow.organisation)
    )
    return KeyFigures(
        blocks=blocks,
        workshops=len(sessions),
        regions=tuple(sorted({line.region for line in sessions if line.region})),
        participants=sum(line.participants for line in sessions),
        organisations={name: int(count) for name, count in organisations},
        votes=int(votes),
        kinds=_group_counts(book, KIND, groups[KIND]),
        without_theme=blocks - len(groups[THEME]),
        without_domain=blocks - len(groups[DOMAIN]),
    )


def matrix(
    session: Session, selection: Selection = EVERYTHING, *, rows: str = THEME, columns: str = DOMAIN
) -> Matrix:
    """Return how the blocks of a selection divide over the main groups of two dimensions."""
    book = codebook(session)
    groups = _all_groups(session, selection, book)
    return _matrix(book, (rows, groups[rows]), (columns, groups[columns]))


def synergy(session: Session, selection: Selection = EVERYTHING, *, dimension: str = DOMAIN) -> Synergy:
    """Return which main groups of a dimension come together in the blocks of a selection."""
    book = codebook(session)
    return _synergy(book, dimension, _all_groups(session, selection, book)[dimension])


def most_votes(session: Session, selection: Selection = EVERYTHING, *, limit: int = 10) -> tuple[Block, ...]:
    """Return the blocks with the most votes; blocks without votes are left out."""
    query = (
        select(BlockRow.id)
        .where(BlockRow.votes > 0, *conditions(session, selection))
        .order_by(BlockRow.votes.desc(), BlockRow.workshop_id, BlockRow.number)
        .limit(limit)
    )
    return blocks_with(session, session.scalars(query).all())


def _all_groups(session: Session, selection: Selection, book: Codebook) -> Mapping[str, Groups]:
    """Return the main groups of every block, for each dimension."""
    home = {code.id: (code.dimension, book.top(code.id).id) for code in book.codes}
    found: dict[str, dict[str, set[str]]] = {dimension.slug: {} for dimension in book.dimensions}
    for block, codes in codes_by_block(session, selection).items():
        for code in codes:
            if code in home:
                dimension, top = home[code]
                found[dimension].setdefault(block, set()).add(top)
    return found


def _matrix(book: Codebook, rows: tuple[str, Groups], columns: tuple[str, Groups]) -> Matrix:
    (row_dimension, down), (column_dimension, across) = rows, columns
    cells = Counter(
        (row, column) for block, found in down.items() for row in found for column in across.get(block, ())
    )
    row_totals, column_totals = _totals(down), _totals(across)
    return Matrix(
        rows=_shown(book, row_dimension, row_totals),
        columns=_shown(book, column_dimension, column_totals),
        counts=cells,
        row_totals=row_totals,
        column_totals=column_totals,
    )


def _synergy(book: Codebook, dimension: str, found: Groups) -> Synergy:
    pairs = Counter(pair for groups in found.values() for pair in combinations(book.sorted(groups), 2))
    totals = _totals(found)
    connecting = sum(len(groups) > 1 for groups in found.values())
    return Synergy(_shown(book, dimension, totals), pairs, totals, connecting)


def _group_counts(book: Codebook, dimension: str, found: Groups) -> Mapping[str, int]:
    totals = _totals(found)
    return {code.id: totals[code.id] for code in _shown(book, dimension, totals)}


def _totals(found: Groups) -> Counter[str]:
    return Counter(group for groups in found.values() for group in groups)


def _shown(book: Codebook, dimension: str, totals: Mapping[str, int]) -> tuple[Code, ...]:
    """Return the main groups of a dimension; those that are retired only while they have blocks."""
    return tuple(code for code in book.tops(dimension) if not code.retired or totals.get(code.id))
