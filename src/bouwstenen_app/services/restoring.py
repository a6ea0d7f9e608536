"""Restoring: what a backup holds that is not here now, and a backup in the place of a workspace or beside it."""

import shutil
from collections.abc import Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.outlines import Outline
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, backups, checking, publishing
from bouwstenen_app.storage import alongside, backup_places, copies, erasing_copies
from bouwstenen_app.storage.erasing_copies import Erased
from bouwstenen_app.storage.failures import Damaged, file_problem
from bouwstenen_app.storage.file_locks import held
from bouwstenen_app.storage.headers import NotOurs
from bouwstenen_app.storage.keys import Key, Locked, WrongKey
from bouwstenen_app.storage.opening import SUFFIX, OpenElsewhere, Surroundings, open_store
from bouwstenen_app.storage.outlining import outline_of
from bouwstenen_app.storage.own_folder import is_there
from bouwstenen_app.storage.securing import rekey
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.working import Working

_GONE: Final = "Deze reservekopie is er niet meer, of ze is niet gaaf. De werkmap blijft zoals ze is."


@dataclass(frozen=True, slots=True)
class _Kept:
    """How a workspace was before a backup takes its place."""

    key: Key | None
    """What opens it."""
    gone: Erased
    """What was erased in it."""
    working: Working | None
    """The copy that was worked in, which knows how the file in its place was."""
    logged: Sequence[tuple[Any, ...]] = ()
    """The lines of its log, which goes on; of a damaged one as far as it could be read."""


def outline(file: Path, around: Surroundings) -> Outline:
    """Return what is in a backup, which is only read; Problem when it is not whole or its key is not known."""
    try:
        key = around.keys.of(file)
    except OSError as error:
        raise file_problem(error, file) from error
    if copies.faults(file, key):
        raise Problem("Deze reservekopie is niet gaaf. Kies een andere.")
    return outline_of(file, key)


def put_back(backup: Path, path: Path, around: Surroundings, act: str = audit.RESTORED) -> None:
    """Let a backup take the place of a workspace that is closed; how it is now is kept first.

    A sound workspace is kept as a backup, a damaged one as it is, beside it. Where the workspace has a password, it
    has it afterwards. Problem when the backup is not there or not sound, when somebody has the workspace open, or
    when another laptop put something in the file meanwhile: then the workspace stays as it is. ``act`` is what the
    log says.
    """
    key = _sound(backup, around)
    part = path.with_name(path.name + ".part")
    try:
        shutil.copyfile(backup, part)  # first: to keep how it is now can take an older backup away
        kept = _keep(path, around)
        if kept.key is not None and kept.key != key:
            rekey(part, key, kept.key)
        if kept.gone.notes:  # what was erased since stays away, also when the backup could not be reached then
            erasing_copies.clean(part, kept.key or key, kept.gone)
        _take_over(part, path, kept.working, around)
    except OSError as error:
        raise file_problem(error, path) from error
    finally:
        copies.clear(part)
    _note(path, around, act, kept.logged)


def copy_out(backup: Path, target: Path, around: Surroundings, store: Store | None = None) -> None:
    """Let a backup be a workspace of its own; Problem when it is not sound, or the name is taken.

    What was erased since in ``store``, the workspace that it is a backup of, does not come along.
    """
    key = _sound(backup, around)
    if target.exists():
        raise Problem("{name} bestaat al. Kies een andere naam; er is niets veranderd.", name=target.name)
    part = target.with_name(target.name + ".part")
    try:
        shutil.copyfile(backup, part)
        if store is not None and (gone := store.read(erasing_copies.erased)).notes:
            erasing_copies.clean(part, key, gone)
        copies.put_in_place(part, target)
    except OSError as error:
        raise file_problem(error, target) from error
    finally:
        copies.clear(part)
    _note(target, around)


def put_aside(path: Path, moment: datetime, around: Surroundings) -> Path:
    """Give a damaged workspace that is not open another name, beside where it was; return it.

    Of a workspace with a working copy that is what is put aside: the file in its place is another version.
    """
    file = around.file(path)
    stem = f"{path.stem} beschadigd {moment:%Y-%m-%d %H%M%S}"
    aside, number = path.with_name(f"{stem}{SUFFIX}"), 2
    while aside.exists():
        aside, number = path.with_name(f"{stem} {number}{SUFFIX}"), number + 1
    with held(path, around):
        try:
            copies.move(file, aside)  # a working copy may be on another disk
        except OSError as error:
            raise file_problem(error, path) from error
    for left in ("-journal", "-wal", "-shm"):
        with suppress(OSError):
            copies.move(file.with_name(file.name + left), aside.with_name(aside.name + left))
    return aside


def _sound(backup: Path, around: Surroundings) -> Key | None:
    """Return what opens a backup; Problem when it is not sound, Locked when its password was not given."""
    try:
        key = around.keys.of(backup)
    except OSError as error:
        raise Problem(_GONE) from error
    if copies.faults(backup, key):
        raise Problem(_GONE)
    return key


def _keep(path: Path, around: Surroundings) -> _Kept:
    """Keep how a workspace is now; one that is not sound is put aside."""
    gone = Erased((), {})
    worked_in = around.working(path).is_here
    try:
        store = open_store(path, around)
    except (Damaged, NotOurs, Locked, WrongKey):
        logged = auditing.of_file(path, around)
        put_aside(path, around.now(), around)
        return _keep(path, around) if worked_in and path.exists() else _Kept(None, gone, None, logged)
    try:
        if isinstance(store.refusal, OpenElsewhere):
            raise Problem("{name} is nog open. Sluit de werkmap eerst, en probeer het opnieuw.", name=path.name)
        publishing.finish_before_restore(store, around)
        gone, logged = store.read(erasing_copies.erased), store.read(alongside.logged)
        for _ in backups.keep_before(store, around, backups.BEFORE_RESTORE):
            pass
    except Damaged:
        store.close()
        logged = auditing.of_file(path, around)
        while is_there(around.data, path):
            put_aside(path, around.now(), around)
    finally:
        store.close()
    return _Kept(store.key, gone, store.working, logged)


def _take_over(part: Path, path: Path, working: Working | None, around: Surroundings) -> None:
    """Let a file take the place of a workspace of which how it was is kept; its working copy goes."""
    with held(path, around) if is_there(around.data, path) else nullcontext():
        if working is not None:
            working.refuse_changed()
        copies.put_in_place(part, path)
        around.working(path).forget()


def _note(
    path: Path, around: Surroundings, act: str = audit.RESTORED, logged: Sequence[tuple[Any, ...]] = ()
) -> None:
    """Write in the log what was done, behind the lines that a log had which is not in its place any more."""
    with suppress(Problem):
        store = open_store(path, around)
        try:
            backup_places.settle(store, around)  # it is another file for the disk now
            store.aside(lambda session: alongside.log(session, logged))
            auditing.note(store, act, count=store.read(checking.totals)["Bouwstenen"])
        finally:
            store.close()
