"""Merging: files of other laptops come in, after a look at what they bring, and with a backup of how it was."""

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, differing, erasing
from bouwstenen_app.storage import history, trials
from bouwstenen_app.storage.failures import file_problem
from bouwstenen_app.storage.foreign import has_news, opened
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.scratch import swept
from bouwstenen_app.storage.store import Store

READING = "Bestanden lezen"
FOLDER = "samenvoegen"
"""Where private copies of files stand while they are taken in."""
Told = Generator[Progress, None, Intake]
"""Long work that tells how far it is and returns what came in."""


def merge_files(store: Store, files: Sequence[Path], around: Surroundings) -> Told:
    """Take in what is new in files of other laptops: all of it, or nothing. Before that a backup is made.

    Problem, and nothing is changed, when one of them is no workspace, is damaged, or has a wrong clock.
    """
    _refuse_itself(store, files)
    known = store.read(history.steps)
    now = store.milliseconds()
    # all are looked at before anything is written: one may be no workspace, or of a laptop with a wrong clock
    news = [has_news(file, known, now, around.keys.of(file)) for file in files]
    unprotected = _loses_password(store, files, around)
    if not any(news):
        return Intake(len(files), 0)
    before = yield from kept_before(store, around)
    with swept(around.data / FOLDER, around.new_id()) as scratch:
        merge = yield from store.merge(_adding(store, files, scratch.folder, around))
    yield from erased_too(store, merge, around)
    auditing.note(store, audit.MERGED, str(len(files)), merge.made["block"])
    return replace(told(merge, len(files)), backup=before, unprotected=unprotected)


def erased_too(store: Store, merge: Merge, around: Surroundings) -> Iterator[Progress]:
    """Erase in the backups of this laptop what a merge erased, and log it: it was erased on another one."""
    if merge.eraser.blocks:
        auditing.note(store, audit.ERASED, erasing.ELSEWHERE, len(merge.eraser.blocks))
    if merge.eraser.erased:
        yield from erasing.erase_in_backups(store, around, Said())


def kept_before(store: Store, around: Surroundings) -> Generator[Progress, None, str]:
    """Make a backup of how it is now, if there is none of that yet; return its file."""
    kept = yield from backups.keep_before(store, around, backups.BEFORE_MERGE)
    return str(kept)


def try_files(store: Store, files: Sequence[Path], around: Surroundings) -> Told:
    """Return what merging files would bring; the workspace stays as it is."""
    _refuse_itself(store, files)
    unprotected = _loses_password(store, files, around)
    with swept(around.data / FOLDER, around.new_id()) as scratch:
        merge = yield from trials.tried(
            store, scratch.folder / "proef", _adding(store, files, scratch.folder, around)
        )
    return replace(told(merge, len(files)), unprotected=unprotected)


def _loses_password(store: Store, files: Sequence[Path], around: Surroundings) -> bool:
    """Say whether one of the files has a password and the workspace has none."""
    return store.key is None and any(around.keys.of(file) is not None for file in files)


def told(merge: Merge, files: int) -> Intake:
    """Return what a merge brought, in the words of a person."""
    return Intake(
        files=files,
        steps=merge.steps,
        new_blocks=merge.made["block"],
        changed_blocks=merge.changed["block"],
        new_sessions=merge.made["workshop"],
        new_bundles=merge.made["bundle"],
        new_codes=merge.made["code"],
        code_ids=tuple(sorted(merge.new_rows("code"))),
        new_photos=merge.made["photo"],
        differences=len(differing.told(merge.differences)),
        erased=len(merge.eraser.blocks),
        other_codebook=bool(merge.made["codebook"] or merge.changed["codebook"]),
    )


def _adding(
    store: Store, files: Sequence[Path], folder: Path, around: Surroundings
) -> Callable[[Merge], Iterator[Progress]]:
    def add(merge: Merge) -> Iterator[Progress]:
        for place, file in enumerate(files):
            yield Progress(place, len(files), READING)
            key = around.keys.of(file)
            if has_news(file, merge.known, store.milliseconds(), key):
                with opened(file, folder / f"bestand-{place}", key) as source:
                    merge.add(source)

    return add


def _refuse_itself(store: Store, files: Sequence[Path]) -> None:
    for file in files:
        try:
            file.stat()
        except OSError as error:
            raise file_problem(error, file) from error
        if store.path.exists() and file.samefile(store.path):
            raise Problem(
                "{name} is de werkmap die open is. Kies het bestand van een andere laptop.", name=file.name
            )
