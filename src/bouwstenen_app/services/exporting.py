"""Everything as a file that other programs read: a door for each kind, the whole workspace or a part of it.

This is the owner's own data: of every release, held back or not. What lies in the bin stays here. It is read once:
what is written is what was looked at.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit, sessions_markdown
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.export import data_csv, data_workbook, qdpx
from bouwstenen_app.export.places import whole
from bouwstenen_app.services import (
    auditing,
    boards,
    bundling,
    codebook_files,
    everything_sheets,
    leaving,
    portable,
    portable_part,
    preparing,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.checking_privacy import Passes, look_at, refuse_red
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import WorkspaceRow

WORKBOOK, CSV, JSON, MARKDOWN, CODEBOOK, PROJECT = ".xlsx", ".csv", ".json", ".md", ".qdc", ".qdpx"
KINDS: Final = (WORKBOOK, CSV, JSON, MARKDOWN, CODEBOOK, PROJECT)
"""The endings that the name of such a file can have: each is a kind."""
READING: Final = "Werkmap lezen"
WRITING: Final = "Bestand schrijven"
ALL: Final = Selection()
"""The whole workspace."""
_STEP: Final = 200


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written: from which workspace, which part of it, to which file, at which moment."""

    store: Store
    selection: Selection
    target: Path
    now: datetime.datetime

    def everything(self) -> Everything:
        """Return what was asked for; Problem when nothing was found."""
        return self.store.read(everything, self.selection)


class Going(NamedTuple):
    """What was read to be written: what is said in it, and the work that writes it."""

    texts: leaving.Texts
    work: Iterator[Progress]


def export(
    store: Store,
    target: Path,
    selection: Selection = ALL,
    *,
    now: datetime.datetime,
    passes: Passes = refuse_red,
) -> Iterator[Progress]:
    """Write a workspace, or what a selection finds, to a file of the kind that its name says.

    For a job: stop iterating to cancel, and nothing is left. A file that is already there stays as it is until the
    new one is complete. ``passes`` is told what may point to a person in it, before anything is written.
    Problem when the name says no kind, nothing was found, or it cannot be written there.
    """
    kind = kind_of(target)
    if target.exists() and store.path.exists() and target.samefile(store.path):
        raise Problem("{name} is de werkmap zelf. Kies een andere naam.", name=target.name)
    yield Progress(0, 0, READING)
    going = _READERS[kind](Export(store, selection, target, now))
    noticed = yield from look_at(*going.texts, store.read(leaving.no_persons))
    passes(noticed)
    yield from going.work
    count = 0 if kind == CODEBOOK else store.read(boards.count, selection)
    auditing.note(store, audit.EXPORTED, slug_of(kind), count, sum(one.red for one in noticed))


def kind_of(target: Path) -> str:
    """Return which kind the name of a file says; Problem when it says none."""
    kind = target.suffix.lower()
    if kind not in KINDS:
        raise Problem("Laat de naam eindigen op {first} of {last}.", first=", ".join(KINDS[:-1]), last=KINDS[-1])
    return kind


def slug_of(kind: str) -> str:
    """Return how the log and the list of editions call a kind."""
    return kind.removeprefix(".")


def everything(session: Session, selection: Selection) -> Everything:
    """Return the sessions that a selection asks for with all their blocks; Problem when it finds nothing."""
    blocks = boards.select_blocks(session, selection)
    inside = {block.workshop for block in blocks}
    chosen = [
        one
        for one in preparing.workshops(session)
        if one.id in inside or (not selection.query and (not selection.workshops or one.id in selection.workshops))
    ]
    if not chosen:
        raise _nothing(selection)
    chosen.sort(key=lambda one: (one.date or datetime.date.max, one.title, one.id))
    order = {one.id: place for place, one in enumerate(chosen)}
    found = tuple(sorted((b for b in blocks if b.workshop in order), key=lambda b: (order[b.workshop], b.number)))
    known = {block.id for block in found}
    bundles = (
        replace(one, contributions=tuple(b for b in one.contributions if b in known))
        for one in bundling.bundles(session)
    )
    kept = tuple(one for one in bundles if one.contributions or selection == ALL)
    title, made = session.execute(_WORKSPACE).first() or ("", "")
    return Everything(title or "Bouwstenen", made, codebook(session), tuple(chosen), found, kept)


def _nothing(selection: Selection) -> Problem:
    if selection == ALL:
        return Problem(
            "Er is nog niets om te exporteren: de werkmap is leeg. Maak eerst een sessie, of haal er een binnen in "
            "Uitwisselen."
        )
    return Problem("Er is niets gevonden om te exporteren. Kies andere sessies, of een andere zoekvraag.")


_WORKSPACE: Final = select(WorkspaceRow.title, WorkspaceRow.created_at).where(~WorkspaceRow.removed)


def _workbook(asked: Export) -> Going:
    every = asked.everything()

    def work() -> Iterator[Progress]:
        yield from data_workbook.write(everything_sheets.data_book(every), asked.target, now=asked.now)

    return Going(leaving.of_everything(every, leaving.TABLES), work())


def _csv(asked: Export) -> Going:
    every = asked.everything()

    def work() -> Iterator[Progress]:
        yield from data_csv.write(everything_sheets.blocks_sheet(every), asked.target)

    return Going(leaving.of_everything(every, leaving.TABLE), work())


def _project(asked: Export) -> Going:
    every = asked.everything()
    return Going(leaving.of_everything(every, leaving.PROJECT), qdpx.write(every, asked.target))


def _markdown(asked: Export) -> Going:
    every = asked.everything()
    work = _written(sessions_markdown.pieces(every), asked.target, len(every.workshops))
    return Going(leaving.of_everything(every, leaving.READING), work)


def _codebook(asked: Export) -> Going:
    data = asked.store.read(codebook_files.document, CODEBOOK)
    said = leaving.of_codebook(asked.store.read(codebook), leaving.STANDARD)
    return Going(said, _written([data.decode()], asked.target, 1))


def _json(asked: Export) -> Going:
    """Read the rows in one go; the pictures, which never change, are read one by one as it is written."""
    rows = asked.store.read(portable_part.rows, asked.selection)
    if asked.selection != ALL and not rows["workshop"]:
        raise _nothing(asked.selection)
    read = (asked.store.read(portable.picture, one) for one in portable_part.pictures(rows))
    total = 2 * sum(map(len, rows.values()))
    work = _written(portable.pieces(rows, (one for one in read if one)), asked.target, total)
    return Going(leaving.of_rows(rows), work)


def _written(pieces: Iterable[str], target: Path, total: int) -> Iterator[Progress]:
    with whole(target) as file:
        for done, piece in enumerate(pieces):
            file.write(piece.encode())
            if done % _STEP == 0 or len(piece) > 100_000:
                yield Progress(min(done, total), total, WRITING)
    yield Progress(total, total, WRITING)


_READERS: Final[Mapping[str, Callable[[Export], Going]]] = {
    WORKBOOK: _workbook,
    CSV: _csv,
    JSON: _json,
    MARKDOWN: _markdown,
    CODEBOOK: _codebook,
    PROJECT: _project,
}
