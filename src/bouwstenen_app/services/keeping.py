"""Keeping and forgetting: until when, the photos first, then all raw data, with a record of what was destroyed."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.erasing import GONE
from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.keeping import LATEST, Destroyed, Keeping, usual_end
from bouwstenen_app.domain.opening import USUAL_MONTHS
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, erasing
from bouwstenen_app.storage import overwriting
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.report_tables import EditionRow, RecipeRow, ReviewRow
from bouwstenen_app.storage.securing import overwritten
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow, BundleRow, FilterRow, LocalRow, PhotoRow, WorkshopRow
from bouwstenen_app.storage.trust_tables import DestructionRow, KeepingRow

IDENTITY = derived("keeping", "workspace")
RAW = (WorkshopRow, BundleRow, RecipeRow, ReviewRow, FilterRow, EditionRow)
"""What is erased at the end, with all that belongs to it; the codebook stays."""
FORGOTTEN = ("sessie", "eerste blik", "verschillen", "samengevoegd", "rapport/recept", "opmerkingen/concept")
"""What this laptop remembers of sessions, texts and what came in; with a colon in its key it is of one of them."""
_BLOCKS = select(func.count()).select_from(BlockRow).where(BlockRow.status != GONE)
PHOTOS, ALL, BACKUPS = "Foto’s wissen", "Ruwe gegevens wissen", "Reservekopieën weghalen"


def keeping(session: Session, months: int = USUAL_MONTHS) -> Keeping:
    """Return until when the workspace is kept: as chosen, else so many ``months`` after its last session."""
    chosen = session.scalar(select(KeepingRow.until).where(KeepingRow.id == IDENTITY, ~KeepingRow.removed)) or ""
    real = select(WorkshopRow.id).where(~WorkshopRow.fictional)
    blocks = _count(session, _BLOCKS.where(BlockRow.workshop_id.in_(real)))
    with suppress(ValueError):
        return Keeping(date.fromisoformat(chosen), chosen=True, blocks=blocks)
    last = (
        session.scalar(select(func.max(WorkshopRow.date)).where(~WorkshopRow.removed, WorkshopRow.date != "")) or ""
    )
    with suppress(ValueError):
        return Keeping(usual_end(date.fromisoformat(last), months), blocks=blocks)
    return Keeping(None, blocks=blocks)


def keep_until(session: Work, until: date | None) -> None:
    """Choose until when the workspace is kept; None lets it follow from the last session again."""
    if until is not None and until >= LATEST:
        raise Problem("Zo ver weg is geen bewaartermijn. Kies een eerdere datum.")
    row = session.get(KeepingRow, IDENTITY)
    if row is None:
        row = KeepingRow(id=IDENTITY)
        session.add(row)
    row.until = until.isoformat() if until else ""


def read_until(text: str) -> date:
    """Return the date that was typed; Problem when it is none."""
    found = dutch.read_date(text)
    if found is None:
        raise Problem("“{text}” is geen datum. Schrijf die als 24-11-2026 of 24 november 2026.", text=text)
    return found


def counts(session: Session) -> Destroyed:
    """Return how much raw data there is; the bin counts too."""
    keeps = keeping(session)
    return Destroyed(
        at="",
        until=keeps.until.isoformat() if keeps.until else "",
        workshops=_count(session, select(func.count()).select_from(WorkshopRow).where(WorkshopRow.title != "")),
        blocks=_count(session, _BLOCKS),
        bundles=_count(session, select(func.count()).select_from(BundleRow).where(BundleRow.title != "")),
        photos=_count(session, select(func.count()).select_from(PhotoRow)),
    )


def destroyed(session: Session) -> tuple[Destroyed, ...]:
    """Return the records of what was destroyed, the newest first."""
    row = DestructionRow
    columns = (row.at, row.until, row.workshops, row.blocks, row.bundles, row.photos)
    return tuple(Destroyed(*line) for line in session.execute(select(*columns).order_by(row.at.desc())))


def forget_photos(store: Store, around: Surroundings, told: Said) -> Iterator[Progress]:
    """Erase all photos, before anything else (R-18); fills ``told``. For a job."""
    yield Progress(0, 0, PHOTOS)
    told.count = store.read(counts).photos
    if told.count:
        store.do("Alle foto’s voorgoed gewist", _note_photos)
        yield from erasing.erase_in_backups(store, around, told)
        auditing.note(store, audit.ERASED, "photos", told.count)


def forget_raw(store: Store, around: Surroundings, told: Said) -> Iterator[Progress]:
    """Erase all sessions, blocks, bundles, photos, remarks and their history; a record without words stays.

    The backups of this laptop go as a whole: all that was in them is erased. Fills ``told``. For a job.
    """
    before = store.read(counts)
    if not (before.workshops or before.blocks or before.bundles or before.photos):
        raise Problem("Er zijn geen ruwe gegevens meer in deze werkmap. Er is niets gewist.")
    yield Progress(0, 3, PHOTOS)
    if before.photos:
        store.do("Alle foto’s voorgoed gewist", _note_photos)
    yield Progress(1, 3, ALL)
    store.do("Ruwe gegevens voorgoed gewist", _note_raw, before)
    yield Progress(2, 3, BACKUPS)
    told.count = before.blocks
    erasing.look_beside(store, told)
    for backup in backups.backups(around, store.path):
        _remove(backup.path, around, told)
    auditing.note(store, audit.FORGOTTEN, count=before.blocks)
    yield Progress(3, 3, BACKUPS)


def _note_photos(session: Work) -> None:
    overwriting.note(session, [("photo", photo) for photo in session.scalars(select(PhotoRow.id))], whole=True)


def _note_raw(session: Work, before: Destroyed) -> None:
    rows = [(row.__tablename__, one) for row in RAW for one in session.scalars(select(row.id))]
    overwriting.note(session, rows, whole=True)
    session.add(
        DestructionRow(
            id=session.new_id(),
            at=session.now().isoformat(timespec="seconds"),
            until=before.until,
            workshops=before.workshops,
            blocks=before.blocks,
            bundles=before.bundles,
            photos=before.photos,
        )
    )
    for key in session.scalars(select(LocalRow.key).where(LocalRow.key != overwriting.PENDING)).all():
        if ":" in key or key in FORGOTTEN:
            session.forget(key)


def _remove(backup: Path, around: Surroundings, told: Said) -> None:
    plain = True
    with suppress(Problem):
        plain = around.keys.of(backup) is None
    try:
        with overwritten(backup, plain=plain):
            backup.unlink()
        told.backups += 1
    except OSError:
        told.left.append(str(backup))


def _count(session: Session, query: object) -> int:
    return int(session.scalar(query) or 0)  # type: ignore[call-overload]
