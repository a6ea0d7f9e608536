"""Questions about blocks: those of a session, those found, and how they divide over the facets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, String, bindparam, func, select, type_coerce
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.erasing import GONE
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.query import Words, asks
from bouwstenen_app.services import querying, word_hits
from bouwstenen_app.services.word_hits import WordHits
from bouwstenen_app.storage.asking import lines
from bouwstenen_app.storage.engine import dumps, loads
from bouwstenen_app.storage.search import expression, hits, is_hit, newest_hits, spoken, walks
from bouwstenen_app.storage.tables import (
    BlockRow,
    ClusterRow,
    CodeRow,
    DimensionRow,
    ProposalRow,
    RoundRow,
    TaggingRow,
)

PAGE = 50
PART = 500
"""How many blocks are read at a time."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, and how many there are in all."""

    blocks: tuple[Block, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Which blocks: OR inside ``codes`` of one dimension, AND across dimensions and the other fields."""

    query: str = ""
    """As a person types it: see :mod:`bouwstenen_app.domain.query`."""
    workshops: tuple[str, ...] = ()
    codes: Mapping[str, tuple[str, ...]] | None = None
    """Dimension slug → ids of codes, a main group standing for all codes under it."""
    without: tuple[str, ...] = ()
    """Dimension slugs: only blocks without any code of these."""
    new_tags: bool = False
    """Only blocks with a tag that the codebook does not know yet."""
    statuses: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    held_back: bool | None = None
    removed: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether every block belongs to it that is not in the bin."""
        return not asks(self.query) and self == Selection(query=self.query)


def blocks_of(session: Session, workshop: str, *, round: str | None = None) -> tuple[Block, ...]:
    """Return the blocks of a session (or of one round), the newest first."""
    query = _BLOCKS.where(_B.workshop_id == workshop, ~_B.removed)
    if round is not None:
        query = query.where(_B.round_id == round)
    return _read(session, query.order_by(_B.number.desc(), _B.row.desc()))


def blocks(session: Session, ids: Sequence[str]) -> tuple[Block, ...]:
    """Return these blocks, removed ones too, in the order given; ids that are not there are left out."""
    found = {block.id: block for block in _kept(session, _THESE, values=dumps(list(ids)))}
    return tuple(found[identity] for identity in ids if identity in found)


def block(session: Session, identity: str) -> Block | None:
    """Return one block, or None."""
    return next(iter(blocks(session, [identity])), None)


def touched(session: Session, changes: Changes) -> frozenset[str]:
    """Return the ids of the blocks of which a step changed the row, a tag, a proposal or the cluster."""
    found = set(changes.rows("block"))
    if clusters := changes.rows("cluster"):
        found.update(session.scalars(select(_B.id).where(_B.cluster_id.in_(clusters))))
    for table, columns in (("tagging", TaggingRow.__table__.c), ("proposal", ProposalRow.__table__.c)):
        rows = [change for change in changes.changes if change.table == table]
        found.update(change.after["block_id"] for change in rows if "block_id" in change.after)
        older = [change.row for change in rows if "block_id" not in change.after]
        if older:
            found.update(session.scalars(select(columns.block_id).where(columns.id.in_(older))))
    return frozenset(found)


def select_blocks(session: Session, selection: Selection) -> tuple[Block, ...]:
    """Return every block of a selection, in the order of session and number."""
    query = _BLOCKS.where(*conditions(session, selection)).order_by(_B.workshop_id, _B.number, _B.row)
    return _read(session, query)


def newest(session: Session, *, offset: int = 0, limit: int = PAGE) -> tuple[Block, ...]:
    """Return a page of all blocks, what was captured last first."""
    return _kept(session, _NEWEST, limit=limit, offset=offset)


def find(session: Session, selection: Selection, *, offset: int = 0, limit: int = PAGE) -> Found:
    """Return a page of a selection, what was captured last first, with the total."""
    if selection.is_everything:
        return Found(newest(session, offset=offset, limit=limit), count(session, selection))
    words = only_words(session, selection.query)
    if words and selection == Selection(query=selection.query):
        return _find_words(session, words, offset, limit)
    query = _BLOCKS.where(*conditions(session, selection)).order_by(_B.id.desc())
    if words:
        found, same, row = newest_hits(expression(words))
        rest = conditions(session, replace(selection, query=""))
        query = _BLOCKS.join(found, same).where(*rest).order_by(row.desc())
    return Found(_read(session, query.offset(offset).limit(limit)), count(session, selection))


def count(session: Session, selection: Selection) -> int:
    """Return how many blocks a selection has."""
    words = only_words(session, selection.query)
    if words and selection == Selection(query=selection.query):
        return _count_words(session, words)
    if selection.is_everything:
        return session.scalar(_COUNT_ALL) or 0
    return session.scalar(select(func.count()).select_from(BlockRow).where(*conditions(session, selection))) or 0


def _find_words(session: Session, words: Sequence[Words], offset: int, limit: int) -> Found:
    if not walks(words):
        return page(session, word_hits.found(session, words), offset=offset, limit=limit)
    found = _kept(session, _FIND_WORDS, query=expression(words), limit=limit, offset=offset)
    if len(found) < limit and (found or not offset):
        return Found(found, offset + len(found))  # the last page: no need to count
    return Found(found, _count_words(session, words))


def _count_words(session: Session, words: Sequence[Words]) -> int:
    if not walks(words):
        return len(word_hits.found(session, words))
    ((total,),) = lines(session, _COUNT_WORDS, {"query": expression(words)})
    return int(total)


def page(session: Session, hits: WordHits, *, offset: int = 0, limit: int = PAGE) -> Found:
    """Return a page of what words find, what came last first, with the total."""
    return Found(at_rows(session, hits.newest(offset, limit)), len(hits))


def at_rows(session: Session, rows: Sequence[int]) -> tuple[Block, ...]:
    """Return the blocks with these row numbers, what came last to this file first."""
    return _kept(session, _AT_ROWS, values=dumps(list(rows)))


def among(session: Session, selection: Selection, ids: Sequence[str]) -> tuple[Block, ...]:
    """Return those of these blocks that belong to a selection."""
    return _read(session, _BLOCKS.where(_B.id.in_(ids), *conditions(session, selection)))


def codes_by_block(session: Session, selection: Selection) -> Mapping[str, list[str]]:
    """Return the ids of the codes of each block of a selection, by block id; blocks without any are left out.

    One row per block: for 10,000 blocks that is five times as fast as one per tag.
    """
    chosen = select(_B.id).where(*conditions(session, selection))
    query = (
        select(TaggingRow.block_id, func.aggregate_strings(TaggingRow.code_id, ","))
        .where(~TaggingRow.removed, TaggingRow.block_id.in_(chosen))
        .group_by(TaggingRow.block_id)
    )
    return {block: codes.split(",") for block, codes in session.execute(query)}


def only_words(session: Session, typed: str) -> tuple[Words, ...]:
    """Return the words when they are all that was typed and some are wanted; none when more may be meant."""
    asked = querying.read(session, typed)
    return asked.words if asked.only_words and spoken(typed) is None and expression(asked.words) else ()


def conditions(session: Session, selection: Selection) -> list[ColumnElement[bool]]:
    """Return what a block must meet to belong to a selection, for the questions of other services."""
    met: list[ColumnElement[bool]] = [_B.removed & (_B.status != GONE) if selection.removed else ~_B.removed]
    if selection.workshops:
        met.append(_B.workshop_id.in_(selection.workshops))
    if selection.statuses:
        met.append(_B.status.in_(selection.statuses))
    if selection.releases:
        met.append(_B.release.in_(selection.releases))
    if selection.held_back is not None:
        met.append(_B.held_back == selection.held_back)
    met.extend(_B.id.in_(querying.carrying(codes)) for codes in (selection.codes or {}).values() if codes)
    met.extend(_B.id.not_in(querying.carrying_any_of(dimension)) for dimension in selection.without)
    if selection.new_tags:
        met.append(_B.id.in_(select(ProposalRow.block_id).where(~ProposalRow.removed)))
    return [*met, *querying.matching(session, selection.query)]


_B, _R, _K = BlockRow.__table__.c, RoundRow.__table__.c, ClusterRow.__table__.c
_T, _C, _D, _P = TaggingRow.__table__.c, CodeRow.__table__.c, DimensionRow.__table__.c, ProposalRow.__table__.c


def _listed(values: Select[tuple[str]]) -> ColumnElement[Any]:
    """Return a column with all values of a question about each block, in order: quicker than a row for each."""
    inner = values.correlate(BlockRow.__table__).subquery()
    return select(func.json_group_array(inner.c[0])).scalar_subquery()


def _joined(ids: Select[tuple[str]]) -> ColumnElement[Any]:
    """Return the same of ids, as one text with commas (None for none): quicker again."""
    inner = ids.correlate(BlockRow.__table__).subquery()
    return select(func.group_concat(inner.c[0])).scalar_subquery()


_CODES = (
    select(_T.code_id)
    .join_from(TaggingRow.__table__, CodeRow.__table__, _C.id == _T.code_id)
    .join(DimensionRow.__table__, _D.id == _C.dimension_id)
    .where(_T.block_id == _B.id, ~_T.removed, ~_C.removed)
    .order_by(_D.position, _T.position, _C.position)
)
_UNKNOWN = select(_P.text).where(_P.block_id == _B.id, ~_P.removed).order_by(_P.position)
_KEPT: Sequence[ColumnElement[Any]] = [
    type_coerce(_B[name], String())
    for name in (
        "id", "prefix", "number", "workshop_id", "title", "explanation", "example", "conditions", "next_step",
        "votes", "table_number", "captured_at", "input_kind", "status", "release", "exemplary", "held_back", "note",
        "read_back", "minority", "parked", "removed",
    )
]  # fmt: skip
"""The columns of a block, each as the driver gives it."""
_BLOCKS = (
    select(*_KEPT, _R.number, _K.name, _joined(_CODES), _listed(_UNKNOWN))
    .select_from(BlockRow.__table__)
    .outerjoin(RoundRow.__table__, _R.id == _B.round_id)
    .outerjoin(ClusterRow.__table__, (_K.id == _B.cluster_id) & ~_K.removed)
)
_EACH = select(func.json_each(bindparam("values")).table_valued("value").c.value)
"""Values as one parameter, however many they are: a statement that has a place for each is made anew every time."""
_THESE = _BLOCKS.where(_B.id.in_(_EACH))
"""Made once: every capture asks it."""
_AT_ROWS = _BLOCKS.where(_B.row.in_(_EACH)).order_by(_B.row.desc())
_NEWEST = (
    _BLOCKS.where(~_B.removed)
    .order_by(_B.id.desc())
    .limit(bindparam("limit", type_=Integer))
    .offset(bindparam("offset", type_=Integer))
)
_FOUND, _SAME, _ROW = newest_hits("")
_FIND_WORDS = (
    _BLOCKS.join(_FOUND, _SAME)
    .where(~_B.removed)
    .order_by(_ROW.desc())
    .limit(bindparam("limit", type_=Integer))
    .offset(bindparam("offset", type_=Integer))
)
"""Made once: what is typed changes with every key, the question does not."""
_IN_BIN = select(func.count()).select_from(BlockRow.__table__).where(_B.removed)
_ALL = select(func.count()).select_from(BlockRow.__table__)
_COUNT_ALL = select(_ALL.scalar_subquery() - _IN_BIN.scalar_subquery())
_COUNT_WORDS = select(
    select(func.count()).select_from(hits("").subquery()).scalar_subquery()
    - _IN_BIN.where(is_hit("")).scalar_subquery()
)
"""An index counts its own rows; what lies in the bin is taken off: that is few, and has an index too."""


def _read(session: Session, query: Select[Any]) -> tuple[Block, ...]:
    """Return the blocks of a query, read a part at a time: a job that reads many lets the window come between."""
    found = session.execute(query, execution_options={"yield_per": PART})
    return tuple(_block(line) for line in found)


def _kept(session: Session, statement: Select[Any], /, **values: Any) -> tuple[Block, ...]:
    """Return the blocks of a statement that was made once."""
    return tuple(map(_block, lines(session, statement, values)))


def _block(line: Any) -> Block:
    """Return a line of ``_BLOCKS`` as a block: by place, which for a page of 50 is half the work of by name."""
    (
        identity, prefix, number, workshop, title, explanation, example, conditions, next_step, votes, table,
        captured_at, input_kind, status, release, exemplary, held_back, note, read_back, minority, parked, removed,
        round, cluster, codes, unknown,
    ) = line  # fmt: skip
    return Block(
        identity, spoken_id(prefix, number), number, workshop, title, explanation, example,
        tuple(loads(conditions)), next_step, tuple(codes.split(",")) if codes else (), tuple(loads(unknown)),
        votes, round, table, captured_at, input_kind, status, release, bool(exemplary), bool(held_back),
        cluster or "", note, read_back, minority, bool(parked), bool(removed),
    )  # fmt: skip
