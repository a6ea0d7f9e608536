"""Parcels (*pakketten*): one session, or the blocks of a filter, as one file to send.

Earlier versions go along, so they are looked at too: what was replaced by a role is still said there.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.erasing import TEXTS
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, boards, leaving
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.checking_privacy import Noticed, Passes, done, look_at, refuse_red
from bouwstenen_app.services.leaving import Row
from bouwstenen_app.storage import journal, parcels, updating
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.parcels import Part
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import (
    AttendanceRow,
    ClusterRow,
    CodebookRow,
    CodeRow,
    CombinationRow,
    DimensionRow,
    JudgementRow,
    PhotoRow,
    ProposalRow,
    RoundRow,
    TaggingRow,
    WorkshopRow,
)
from bouwstenen_app.storage.trust_tables import ErasureRow

WHOLE: Final = (CodebookRow, DimensionRow, CodeRow, CombinationRow)
"""Goes along as a whole: without the codebook nobody knows what a tag means."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was read to be sent."""

    part: Part
    now: Mapping[str, Mapping[str, Row]]
    """Its rows with words, as they are now, by table and id."""
    blocks: int


def send(
    store: Store,
    target: Path,
    selection: Selection,
    *,
    photos: bool = True,
    key: Key | None = None,
    passes: Passes = refuse_red,
) -> int:
    """Write the sessions of a selection to a file, with the blocks that it finds; return how many blocks.

    Whoever merges the file has them; doing it twice, or merging the whole workspace later, doubles nothing.
    ``key`` protects the file. ``passes`` is told what may point to a person in it, before it is written. Problem
    when the selection finds nothing.
    """
    parcel = store.read(_parcel, selection, target.name, photos=photos)
    noticed = _noticed(parcel, store.read(leaving.no_persons))
    passes(noticed)
    parcels.write(store, parcel.part, target, key)
    auditing.note(store, audit.SENT, count=parcel.blocks, overruled=sum(one.red for one in noticed))
    return parcel.blocks


def _noticed(parcel: Parcel, known: Collection[str]) -> tuple[Noticed, ...]:
    """Return what may point to a person in what is said now, and the identifiers in what was said before."""
    now = {table: [*rows.values()] for table, rows in parcel.now.items()}
    found = done(look_at(*leaving.of_rows(now), known))
    written = leaving.of_earlier(parcel.part.fields(), parcel.part.labels(), parcel.now)
    before = [one for one in done(look_at(*written)) if one.red]
    said = {(_row_of(one), one.finding.text) for one in found}
    before = [one for one in before if (one.source, one.finding.text) not in said]
    told = {one.finding.text for one in (*found, *before) if one.source}
    return (*found, *(one for one in before if one.source or one.finding.text not in told))


def _row_of(noticed: Noticed) -> str:
    return noticed.source.rpartition(":")[0]


def _parcel(session: Session, selection: Selection, name: str, *, photos: bool) -> Parcel:
    blocks = boards.select_blocks(session, selection)
    workshops = {block.workshop for block in blocks} or set(selection.workshops)
    if not workshops:
        raise Problem("Er is niets gevonden om mee te sturen. Kies een andere sessie of een ander filter.")
    rows = _rows(session, [block.id for block in blocks], workshops, photos=photos)
    now = {
        table: journal.current_rows(session.connection(), table, ids)
        for table, ids in rows.items()
        if table in TEXTS
    }
    return Parcel(Part(session, rows, name), now, len(blocks))


def _rows(
    session: Session, blocks: Sequence[str], workshops: Collection[str], *, photos: bool
) -> dict[str, list[str]]:
    """Return the rows that belong together: without one of them the others have nothing to refer to."""
    found = {row.__tablename__: _ids(session, row) for row in WHOLE}
    found["workshop"], found["block"] = _ids(session, WorkshopRow, WorkshopRow.id, workshops), list(blocks)
    for row_class in (RoundRow, AttendanceRow, ClusterRow):
        found[row_class.__tablename__] = _ids(session, row_class, row_class.workshop_id, workshops)
    for of_block in (TaggingRow, ProposalRow):
        found[of_block.__tablename__] = _ids(session, of_block, of_block.block_id, blocks)
    inside = set(blocks)
    judged = (
        set(_ids(session, JudgementRow, of, blocks)) for of in (JudgementRow.first_id, JudgementRow.second_id)
    )
    found[JudgementRow.__tablename__] = sorted(set.intersection(*judged))
    if photos:
        query = select(PhotoRow.id, PhotoRow.block_id).where(PhotoRow.workshop_id.in_(workshops))
        found["photo"] = [one for one, block in session.execute(query) if block is None or block in inside]
    found[ErasureRow.__tablename__] = _erased(session, {row for rows in found.values() for row in rows})
    return found


def _erased(session: Session, rows: Collection[str]) -> list[str]:
    """Return what was erased: it goes along, so that it goes there too. Earlier versions only with their rows."""
    query = select(ErasureRow.id, ErasureRow.row_id, ErasureRow.whole)
    return [one for one, row, whole in session.execute(query) if whole or row in rows]


def _ids(session: Session, row_class: Any, column: Any = None, values: Collection[str] = ()) -> list[str]:
    query = select(row_class.id)
    return list(session.scalars(query if column is None else query.where(column.in_(updating.among([*values])))))
