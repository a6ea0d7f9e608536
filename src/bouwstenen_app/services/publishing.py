"""Bringing the file in a synced folder up to date: what another laptop put there comes in first."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import merging
from bouwstenen_app.storage import alongside, foreign, history, keys
from bouwstenen_app.storage.failures import NotWritten, Unfit
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.scratch import Scratch, sweep
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.working import Away, Changed, Gone, Working

LOOKING, WRITING = "Kijken of er iets nieuws staat", "Werkmap bijwerken"
TRIES: Final = 3
"""How often it begins anew when another laptop comes in between."""
_OTHER_PASSWORD: Final = (
    "{name} heeft op een andere laptop een ander wachtwoord gekregen. Er is niets overschreven en je werk staat op "
    "deze laptop. Kies Opnieuw bewaren: jouw versie komt op haar plek en de andere blijft ernaast, zodat je ze "
    "kunt samenvoegen."
)
_STRANGE: Final = (
    "Op de plek van {name} staat een bestand dat niet gaaf is, van een nieuwere versie is of van een andere "
    "werkmap. Er is niets overschreven en je werk staat op deze laptop. Kies Opnieuw bewaren: jouw versie komt op "
    "haar plek en het andere bestand blijft ernaast."
)
_FORGOTTEN: Final = (
    "De laatste wijzigingen van {name} staan alleen nog op deze laptop. Open de werkmap en kijk bij Instellingen "
    "wat er in de weg staat; er is niets veranderd."
)


class Strange(Problem):
    """What is in the place of the file cannot be merged: it is never overwritten unasked."""


@dataclass(slots=True)
class Told:
    """What bringing up to date did: what came in from another laptop, None when nothing did."""

    came: Intake | None = None
    aside: Path | None = None
    """Where a file went that was in the way."""


def publish(
    store: Store, around: Surroundings, told: Told, *, merge: bool = True, anew: bool = False
) -> Iterator[Progress]:
    """Bring the file up to date with its working copy, after taking in what another laptop put there.

    Yields its progress; what came in is in ``told``, also when a Problem is raised after that. Gone, Away or
    Strange say what to do, and nothing was overwritten. ``anew``: a person asked for it, so a file that is gone is
    made again and one that cannot be merged is put aside. Without ``merge`` a file that was changed is Changed.
    """
    working = store.working
    if working is None:
        return
    for left in reversed(range(TRIES)):
        yield Progress(0, 2, LOOKING)
        try:
            yield from _taken_in(store, working, around, told, merge=merge)
        except Gone:
            if not anew:
                raise
        except Strange:
            if not anew:
                raise
            told.aside = working.put_aside(around.now())
        yield Progress(1, 2, WRITING)
        try:
            alongside.note(store)
            working.put_out(store.copy_to, store.key, anew=anew)
            return
        except Changed:
            if not left:
                raise


def finish(store: Store, around: Surroundings) -> Intake | None:
    """Take in what another laptop put in the place of the file, before it is closed, which brings it up to date.

    Return what came in. Problem when that cannot be: then closing leaves the working copy for the next time.
    """
    if store.working is None or not store.working.is_pending or store.read_only:
        return None
    told = Told()
    for _ in _taken_in(store, store.working, around, told):
        pass
    alongside.note(store)
    return told.came


def finish_before_restore(store: Store, around: Surroundings) -> None:
    """Do as ``finish``; what cannot be merged is put aside, because a backup is about to take the place of all."""
    try:
        finish(store, around)
    except (Gone, Away):
        return
    except NotWritten:
        raise
    except Problem:
        if store.working is not None:
            store.working.put_aside(around.now())


def refuse_pending(path: Path, around: Surroundings) -> None:
    """Raise a Problem when a workspace that is closed has something that is only in its working copy."""
    if around.working(path).is_here:
        raise Problem(_FORGOTTEN, name=path.name)


def _taken_in(
    store: Store, working: Working, around: Surroundings, told: Told, *, merge: bool = True
) -> Iterator[Progress]:
    under = around.data / "bijwerken"
    sweep(under)
    scratch = Scratch(under, around.new_id())
    try:
        copy = scratch.folder / store.path.name
        if not working.sight(copy):
            return
        if not merge:
            raise Changed("{name} is door een andere laptop bijgewerkt.", name=store.path.name)
        _refuse_strange(store, copy)
        try:
            came = yield from merging.merge_files(store, [copy], around)
            if came.steps:
                told.came = came
            lines, drafts = foreign.log_and_drafts(copy, store.key)
        except Unfit as problem:
            raise Strange(_STRANGE, name=store.path.name) from problem
        store.aside(lambda session: alongside.bring(session, lines, drafts))
        working.come_in(copy)
    finally:
        scratch.remove()


def _refuse_strange(store: Store, copy: Path) -> None:
    """Raise Strange for a file that is not this workspace with this password, as it should be."""
    salt, wanted = keys.salt_of(copy), store.key.salt if store.key else None
    if salt not in (wanted, None):
        raise Strange(_OTHER_PASSWORD, name=store.path.name)
    key, known = store.key if salt else None, store.read(history.steps)
    try:
        same = foreign.is_same_workspace(copy, known, key)
    except Problem as problem:
        raise Strange(_STRANGE, name=store.path.name) from problem
    if not same:
        raise Strange(_STRANGE, name=store.path.name)
    if salt != wanted:
        raise Strange(_OTHER_PASSWORD, name=store.path.name)
