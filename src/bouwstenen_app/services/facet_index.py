"""The blocks of a workspace as sets of row numbers, one per code, session, status…; counting is intersecting.

The sets are compressed bitmaps: those of 100,000 blocks take a few megabytes, and every number beside every facet
is counted in some milliseconds: the same as :mod:`bouwstenen_app.services.facets` counts block by block.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.query import Words, asks
from bouwstenen_app.services import boards, querying, word_hits
from bouwstenen_app.services.boards import PAGE, Found, Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.facets import DIMENSIONS, Facets
from bouwstenen_app.services.word_hits import WordHits
from bouwstenen_app.storage.search import walks
from bouwstenen_app.storage.tables import BlockRow, ProposalRow, TaggingRow

PART: Final = 10_000
"""Rows that are read in one go: some hundredths of a second, in which nobody can write."""
CODEBOOK_TABLES: Final = ("codebook", "dimension", "code", "combination")

Sets = dict[object, BitMap]

_WORKSHOP, _STATUS, _TODO = "#workshop", "#status", "#todo"
"""The facets that are no dimension; no slug begins with #."""
_COLUMNS: Final = (("workshop_id", "status", "release", "held_back", "removed"), ("votes",))
"""The columns of which every value has a set. Votes apart: with them hardly two blocks would be alike."""


class FacetIndex:
    """Which rows (``BlockRow.row``) have what. It knows the rows that were read, as they were read or taken in."""

    def __init__(self, book: Codebook) -> None:
        self.book = book
        self._values: dict[str, Sets] = {name: {} for names in _COLUMNS for name in names}
        self._own: Sets = {}
        """Code id → rows that carry it itself."""
        self._new_tags = BitMap()
        self._groups: Mapping[str, Sequence[str]] = {}
        self._wide: dict[str, BitMap] = {}
        """What was asked for of main groups and dimensions, kept until something changes."""
        self._session_of: list[str] = []
        self._found: tuple[tuple[Words, ...], WordHits] | None = None
        self._use_book(book)

    # -- how it comes to know

    def read(self, session: Session, first: int) -> None:
        """Read the ``PART`` rows from this one on."""
        self._read(session, BlockRow.row.between(first, first + PART - 1))

    def take_in(self, session: Session, changes: Changes) -> None:
        """Read again what a step changed, and only that."""
        if changes.touches(*CODEBOOK_TABLES):
            self._use_book(codebook(session))
        touched = [*boards.touched(session, changes)]
        for start in range(0, len(touched), PART):
            rows = _rows_of(session, touched[start : start + PART])
            for known in self._every_set():
                known -= rows
            self._read(session, BlockRow.row.in_(each([*rows])))

    def _use_book(self, book: Codebook) -> None:
        self.book = book
        self._wide.clear()
        groups: dict[str, list[str]] = {dimension.slug: [] for dimension in book.dimensions}
        for code in book.codes:
            top = book.top(code.id).id
            groups.setdefault(top, []).append(code.id)
            if top != code.id:
                groups.setdefault(code.id, []).append(code.id)
            groups[code.dimension].append(code.id)
        self._groups = groups

    def _every_set(self) -> Iterator[BitMap]:
        yield self._new_tags
        yield from self._own.values()
        for sets in self._values.values():
            yield from sets.values()

    def _read(self, session: Session, these: ColumnElement[bool]) -> None:
        self._wide.clear()
        self._session_of.clear()
        self._found = None
        for names in _COLUMNS:
            columns = [getattr(BlockRow, name) for name in names]
            alike = select(*columns, func.json_group_array(BlockRow.row)).where(these).group_by(*columns)
            for *values, listed in session.execute(alike):
                rows = BitMap(json.loads(listed))
                for name, value in zip(names, values, strict=True):
                    _add(self._values[name], value, rows)
        tagged = (
            select(TaggingRow.code_id, func.json_group_array(BlockRow.row))
            .join(BlockRow, BlockRow.id == TaggingRow.block_id)
            .where(these, ~TaggingRow.removed)
            .group_by(TaggingRow.code_id)
        )
        for code, listed in session.execute(tagged):
            _add(self._own, code, BitMap(json.loads(listed)))
        new = select(BlockRow.row).where(these, BlockRow.id.in_(_WITH_NEW_TAGS))
        self._new_tags.update(session.scalars(new))

    # -- what it knows

    def found(self, session: Session, words: tuple[Words, ...]) -> WordHits:
        """Return what words find, kept until a block changes or other words are asked for."""
        if self._found is None or self._found[0] != words:
            self._found = words, word_hits.found(session, words)
        return self._found[1]

    def hits(self, session: Session, typed: str) -> BitMap | None:
        """Return what the question of this name does, words from what was found last: to read, not to change."""
        if words := boards.only_words(session, typed):
            return self.found(session, words).rows
        return hits(session, typed)

    def carrying(self, group: str) -> BitMap:
        """Return the rows with a code, with any code under it for a main group, or of a dimension (its slug)."""
        found = self._wide.get(group)
        if found is None:
            found = self._wide[group] = _union(self._own, self._groups.get(group, ()))
        return found

    def tagged(self, code: str) -> BitMap:
        """Return the rows that carry a code itself: to read, not to change."""
        return self._own.get(code) or BitMap()

    def rows(self, selection: Selection, hits: BitMap | None) -> BitMap:
        """Return the rows of a selection; ``hits`` are those of what is typed in it (None: nothing is typed)."""
        return _all_of(self._base(selection, hits), self._filters(selection).values())

    def total(self, selection: Selection, hits: BitMap | None) -> int:
        """Return how many blocks a selection has."""
        return len(self.rows(selection, hits))

    def by(self, column: str) -> Mapping[object, BitMap]:
        """Return the rows with each value of a column (``workshop_id``, ``votes``, …): to read, not to change."""
        return self._values[column]

    def session_of(self) -> Sequence[str]:
        """Return the id of the session of each row, by row number; empty for rows that are not there."""
        if not self._session_of:
            by_session = self._values["workshop_id"]
            last = max((rows.max() for rows in by_session.values() if rows), default=0)
            self._session_of = [""] * (last + 1)
            for one, rows in by_session.items():
                for row in rows:
                    self._session_of[row] = str(one)
        return self._session_of

    def sessions(self, rows: BitMap) -> Mapping[str, int]:
        """Return how many of these rows are of each session."""
        return self._divided(rows, "workshop_id")

    def votes(self, rows: BitMap) -> int:
        """Return the votes on these rows together."""
        return sum(
            int(count) * rows.intersection_cardinality(having)
            for count, having in self._values["votes"].items()
            if isinstance(count, int)
        )

    def by_votes(self, rows: BitMap, *, most_first: bool) -> list[int]:
        """Return these rows in the order of their votes, of those with as many the newest first."""
        counts = sorted((count for count in self._values["votes"] if isinstance(count, int)), reverse=most_first)
        return [row for count in counts for row in reversed(rows & self._values["votes"][count])]

    def divided(self, rows: BitMap, column: str) -> dict[str, BitMap]:
        """Return which of these rows have each value of ``workshop_id``, ``status`` or ``release``."""
        sets = self._values[column].items()
        return {str(value): own for value, having in sets if (own := rows & having)}

    def most_voted(self, rows: BitMap, limit: int) -> BitMap:
        """Return those of these rows with the most votes: so many, and more when the last have as many votes."""
        found, sets = BitMap(), self._values["votes"]
        for count in sorted((one for one in sets if isinstance(one, int) and one > 0), reverse=True):
            if len(found) >= limit:
                break
            found |= sets[count] & rows
        return found

    def uses(self) -> Mapping[str, int]:
        """Return how many blocks carry each code itself, as ``tagging.code_uses`` does."""
        there = self._base(Selection(), None)
        return _numbers((str(code), there.intersection_cardinality(rows)) for code, rows in self._own.items())

    def counts(
        self, selection: Selection, hits: BitMap | None, *, dimensions: Sequence[str] = DIMENSIONS
    ) -> Facets:
        """Return the numbers beside every choice, given what is chosen in the other facets."""
        base, filters = self._base(selection, hits), self._filters(selection)
        narrowed = _all_of(base, filters.values())

        def pool(facet: str) -> BitMap:
            if facet not in filters:
                return narrowed
            return _all_of(base, (rows for other, rows in filters.items() if other != facet))

        codes: dict[str, int] = {}
        for dimension in dimensions:
            within = pool(dimension)
            of_dimension = (code.id for code in self.book.of(dimension))
            codes |= _numbers((code, within.intersection_cardinality(self.carrying(code))) for code in of_dimension)
        to_do = pool(_TODO)
        return Facets(
            codes=codes,
            workshops=self.sessions(pool(_WORKSHOP)),
            statuses=self._divided(pool(_STATUS), "status"),
            without={slug: to_do.difference_cardinality(self.carrying(slug)) for slug in (THEME, DOMAIN)},
            new_tags=to_do.intersection_cardinality(self._new_tags),
        )

    def _divided(self, rows: BitMap, column: str) -> Mapping[str, int]:
        sets = self._values[column].items()
        return _numbers((str(value), rows.intersection_cardinality(having)) for value, having in sets)

    def _base(self, selection: Selection, hits: BitMap | None) -> BitMap:
        """Return what everything that is no facet lets through."""
        rows = BitMap(self._values["removed"].get(selection.removed, ()))
        if hits is not None:
            rows &= hits
        if selection.releases:
            rows &= _union(self._values["release"], selection.releases)
        if selection.held_back is not None:
            rows &= self._values["held_back"].get(selection.held_back, BitMap())
        return rows

    def _filters(self, selection: Selection) -> dict[str, BitMap]:
        """Return what every facet in which something is chosen lets through."""
        filters: dict[str, BitMap] = {}
        if selection.workshops:
            filters[_WORKSHOP] = _union(self._values["workshop_id"], selection.workshops)
        if selection.statuses:
            filters[_STATUS] = _union(self._values["status"], selection.statuses)
        if selection.without or selection.new_tags:
            there = self._new_tags if selection.new_tags else BitMap().union(*self._values["removed"].values())
            filters[_TODO] = there.difference(*map(self.carrying, selection.without))
        for dimension, codes in (selection.codes or {}).items():
            if codes:
                filters[dimension] = BitMap().union(*map(self.carrying, codes))
        return filters


def last_row(session: Session) -> int:
    """Return the highest row number that a block has."""
    return session.scalar(select(func.max(BlockRow.row))) or 0


def built(session: Session) -> FacetIndex:
    """Return the index of everything, read in one go."""
    index = FacetIndex(codebook(session))
    for first in range(1, last_row(session) + 1, PART):
        index.read(session, first)
    return index


def hits(session: Session, typed: str) -> BitMap | None:
    """Return the rows that what was typed finds, removed ones too; None when nothing was asked."""
    if not asks(typed):
        return None
    if words := boards.only_words(session, typed):
        return word_hits.found(session, words).rows
    query = select(func.json_group_array(BlockRow.row)).where(*querying.matching(session, typed))
    return BitMap(json.loads(session.scalar(query) or "[]"))


def facets(session: Session, index: FacetIndex, selection: Selection) -> Facets:
    """Return the numbers beside every choice."""
    return index.counts(selection, index.hits(session, selection.query))


def find(
    session: Session, index: FacetIndex | None, selection: Selection, *, offset: int = 0, limit: int = PAGE
) -> Found:
    """Return what ``boards.find`` does, as quick with facets chosen as without. The newest is what came last."""
    if index is not None and selection.is_everything:
        newest = boards.newest(session, offset=offset, limit=limit)
        return Found(newest, index.total(selection, None))
    if index is not None and (words := _slow_words(session, selection)):
        return boards.page(session, index.found(session, words), offset=offset, limit=limit)
    if index is None or _is_quick(session, selection):
        return boards.find(session, selection, offset=offset, limit=limit)
    rows = index.rows(selection, index.hits(session, selection.query))
    last = len(rows) - 1 - offset
    page = [rows[place] for place in range(last, max(-1, last - limit), -1)]
    return Found(boards.at_rows(session, page), len(rows))


def count(session: Session, index: FacetIndex | None, selection: Selection) -> int:
    """Return how many blocks a selection has."""
    if index is not None and (words := _slow_words(session, selection)):
        return len(index.found(session, words))
    if index is None or (not selection.is_everything and _is_quick(session, selection)):
        return boards.count(session, selection)
    return index.total(selection, index.hits(session, selection.query))


def among(
    session: Session, index: FacetIndex | None, selection: Selection, ids: Sequence[str]
) -> tuple[Block, ...]:
    """Return those of these blocks that belong to a selection, the newest first."""
    if index is None:
        return boards.among(session, selection, ids)
    rows = _rows_of(session, ids)
    return boards.at_rows(session, [*(rows & index.rows(selection, index.hits(session, selection.query)))])


def _is_quick(session: Session, selection: Selection) -> bool:
    """Say whether the store itself finds a page at once: everything, or words in its index."""
    typed = selection.query
    return selection == Selection(query=typed) and (not asks(typed) or bool(boards.only_words(session, typed)))


def _slow_words(session: Session, selection: Selection) -> tuple[Words, ...]:
    """Return the words that are all there is to a selection, when finding a page costs as much as finding all."""
    words = boards.only_words(session, selection.query)
    return words if words and not walks(words) and selection == Selection(query=selection.query) else ()


def each(values: Sequence[str] | Sequence[int]) -> Select[Any]:
    """Return values as a question: one parameter, however many they are."""
    return select(func.json_each(json.dumps(values)).table_valued("value").c.value)


_WITH_NEW_TAGS = select(ProposalRow.block_id).where(~ProposalRow.removed)


def _rows_of(session: Session, ids: Sequence[str]) -> BitMap:
    """Return the rows of these blocks."""
    return BitMap(session.scalars(select(BlockRow.row).where(BlockRow.id.in_(each(ids)))))


def _add(sets: Sets, key: object, rows: BitMap) -> None:
    if key in sets:
        sets[key] |= rows
    else:
        sets[key] = BitMap(rows)


def _union(sets: Mapping[object, BitMap], keys: Sequence[object]) -> BitMap:
    return BitMap().union(*(sets[key] for key in keys if key in sets))


def _all_of(base: BitMap, filters: Iterable[BitMap]) -> BitMap:
    return base.intersection(*filters)


def _numbers(counted: Iterable[tuple[str, int]]) -> dict[str, int]:
    return {key: count for key, count in counted if count}
