"""The command line of backups: one now, what there is, one put back, and saving what can be of a damaged file."""

import argparse
import json
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Final, TypeVar

from bouwstenen_app import cli_opening
from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.outlines import Outline, differing
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, backups, clock_mending, publishing, rescuing, restoring
from bouwstenen_app.services.backups import Backup
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.keys import Locked
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.outlining import outline
from bouwstenen_app.storage.store import Store

T = TypeVar("T")
_NONE: Final = "Van {name} zijn op deze laptop nog geen reservekopieën."


def backup_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for a backup its options."""
    parser.add_argument("target", metavar="UIT", nargs="?", type=Path)
    parser.add_argument("--opnieuw", action="store_true")


def back_up(chosen: argparse.Namespace) -> None:
    """Make a backup of a workspace now, or a checked copy of it at a place of its own."""
    with cli_opening.worked_in(chosen) as store:
        if chosen.opnieuw:
            _put_in_its_place(store, chosen)
            return
        if chosen.target is not None:
            target = cli_opening.named(chosen.target)
            if target.exists():
                raise Problem("{name} bestaat al. Kies een andere naam; er is niets veranderd.", name=target.name)
            store.copy_to(target)
            auditing.note(store, audit.COPIED)
            print(f"De reservekopie staat in {target.name}.")
            return
        if store.refusal is not None:
            raise store.refusal
        around = cli_opening.around_of(chosen)
        newest = next(iter(backups.backups(around, store.path)), None)
        if newest is not None and backups.has_all(store, newest):
            print(f"Er is niets veranderd sinds de reservekopie van {_moment(newest.at)}.")
            return
        for _ in backups.backup_if_changed(store, around):
            pass
        print(f"De reservekopie van {_moment(backups.backups(around, store.path)[0].at)} is gemaakt.")


def _put_in_its_place(store: Store, chosen: argparse.Namespace) -> None:
    """Put a workspace of a synced folder in its place again; what is in the way is put aside."""
    if store.refusal is not None:
        raise store.refusal
    if store.working is None:
        raise Problem("{name} staat niet in een map die synchroniseert.", name=store.path.name)
    told = publishing.Told()
    for _ in publishing.publish(store, cli_opening.around_of(chosen), told, anew=True):
        pass
    print(f"{store.path.name} staat weer op haar plek.")
    if told.aside is not None:
        print(f"Wat daar stond heet nu {told.aside.name}.")


def restore_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for putting things right its options."""
    parser.add_argument("--van", metavar="N|DATUM", default="")
    parser.add_argument("--nieuw", metavar="UIT", type=Path)
    parser.add_argument("--red", metavar="UIT", nargs="?", type=Path, const=Path())
    parser.add_argument("--tijd", action="store_true")
    parser.add_argument("--json", action="store_true")


def restore(chosen: argparse.Namespace) -> None:
    """List the backups of a workspace, put one back, make one a workspace of its own, or save what can be saved."""
    if chosen.tijd and (chosen.red is not None or chosen.van or chosen.nieuw):
        raise WrongUsageError("--tijd gaat niet samen met --red, --van of --nieuw.")
    if chosen.red is not None and (chosen.van or chosen.nieuw):
        raise WrongUsageError("--red gaat niet samen met --van of --nieuw.")
    if chosen.nieuw is not None and not chosen.van:
        raise WrongUsageError("Zeg met --van welke reservekopie je wilt, bijvoorbeeld --van 1.")
    path, around = cli_opening.file_of(chosen), cli_opening.around_of(chosen)
    kept = _kept(chosen, path, around)
    if chosen.tijd:
        _mend_time(chosen, path, around)
    elif chosen.red is not None:
        _rescue(chosen, path, around)
    elif chosen.van:
        _put_back(chosen, path, _named(kept, chosen.van, path), around)
    else:
        _list(chosen, path, kept, around)


def _kept(chosen: argparse.Namespace, path: Path, around: Surroundings) -> Sequence[Backup]:
    """Return the backups of a workspace, also those of before it was renamed, once its password is known."""
    backup_places.follow(path, around)
    kept = backups.backups(around, path)
    _unlock(chosen, path, kept)
    if not kept:
        with suppress(Problem), closing(open_store(path, around)) as store:
            backup_places.settle(store, around)
    return kept or backups.backups(around, path)


def _rescue(chosen: argparse.Namespace, path: Path, around: Surroundings) -> None:
    target = cli_opening.named(chosen.red) if chosen.red.name else rescuing.beside(path)
    saved = _done(rescuing.rescue(path, target, around))
    if chosen.json:
        told = {"bestand": str(saved.path), "bouwstenen": saved.blocks, "sessies": saved.sessions}
        print(json.dumps({**told, "ontbreekt": saved.lost_blocks}, ensure_ascii=False))
        return
    for sentence in saved.sentences():
        print(sentence)
    print(f"Ze staan in {saved.path.name}. {path.name} is niet veranderd.")


def _mend_time(chosen: argparse.Namespace, path: Path, around: Surroundings) -> None:
    with closing(open_store(path, around)) as store:
        latest = store.read(clock_mending.ahead, around.now())
    if latest is None:
        said = f"In {path.name} staat niets van later dan nu. Er is niets veranderd."
    else:
        _done(clock_mending.mend(path, around))
        now = dutch.day(around.now().date())
        said = f"Het werk van {dutch.day(latest)} staat nu op {now}. Hoe het was, is bewaard."
    _tell(chosen, said, bestand=str(path), hersteld=latest is not None)


def _tell(chosen: argparse.Namespace, sentence: str, **values: object) -> None:
    print(json.dumps(values, ensure_ascii=False) if chosen.json else sentence)


def _put_back(chosen: argparse.Namespace, path: Path, backup: Backup, around: Surroundings) -> None:
    if chosen.nieuw is not None:
        target = cli_opening.named(chosen.nieuw)
        with _opened(path, around) as store:
            restoring.copy_out(backup.path, target, around, store)
        said = f"De reservekopie van {_moment(backup.at)} is nu de werkmap {target.name}."
    else:
        target = path
        restoring.put_back(backup.path, path, around)
        said = f"{path.name} is weer zoals op {_moment(backup.at)}. Hoe het net was, is ook bewaard."
    _tell(chosen, said, bestand=str(target), datum=backup.at.isoformat(sep=" "))


@contextmanager
def _opened(path: Path, around: Surroundings) -> Iterator[Store | None]:
    """Open a workspace to ask what was erased in it; None for one that cannot be opened."""
    store = None
    with suppress(Problem):
        store = open_store(path, around)
    try:
        yield store
    finally:
        if store is not None:
            store.close()


def _list(chosen: argparse.Namespace, path: Path, kept: Sequence[Backup], around: Surroundings) -> None:
    now = _now(path, around, kept)
    if not kept and not chosen.json:
        print(_NONE.format(name=path.name))
    for number, backup in enumerate(kept, start=1):
        then, why = _then(backup, around)
        told = [*differing(now, then)] if now and then else [why] if why else []
        if chosen.json:
            print(json.dumps(_as_values(number, backup, then, told), ensure_ascii=False))
            continue
        holds = then.told if then else "niet te lezen"
        reason = f", {backup.reason}" if backup.reason else ""
        print(f"{number}  {_moment(backup.at)}{reason}: {holds}, {dutch.size(backup.size)}")
        for line in told:
            print(f"   {line}")


def _as_values(number: int, backup: Backup, then: Outline | None, told: Sequence[str]) -> dict[str, object]:
    return {
        "nummer": number,
        "datum": backup.at.isoformat(sep=" "),
        "bestand": str(backup.path),
        "bytes": backup.size,
        "reden": backup.reason,
        "bouwstenen": len(then.blocks) if then else None,
        "sessies": len(then.sessions) if then else None,
        "verschillen": [*told],
    }


def _now(path: Path, around: Surroundings, kept: Sequence[Backup]) -> Outline | None:
    """Return what is in the workspace now; None, with a word about it, when it cannot be opened.

    Problem when there are no backups of it either.
    """
    try:
        with closing(open_store(path, around)) as store:
            return store.read(outline)
    except Problem as problem:
        if not kept:
            raise Problem("{said} " + _NONE, said=problem, name=path.name) from problem
        print(problem, file=sys.stderr)
        return None


def _then(backup: Backup, around: Surroundings) -> tuple[Outline | None, str]:
    try:
        return restoring.outline(backup.path, around), ""
    except Locked:
        return None, "Deze reservekopie heeft een ander wachtwoord."
    except Problem as problem:
        return None, str(problem)


def _unlock(chosen: argparse.Namespace, path: Path, kept: Sequence[Backup]) -> None:
    """Ask for a password once: of the newest backup that has one, whose first bytes are whole, or of the file."""
    around = cli_opening.around_of(chosen)
    for file in (*(backup.path for backup in kept), path):
        with suppress(OSError):
            try:
                around.keys.of(around.file(file))
            except Locked:
                with suppress(Damaged):  # its key is known now, and that is what it is about
                    cli_opening.unlock(chosen, file)
                return


def _named(kept: Sequence[Backup], asked: str, path: Path) -> Backup:
    """Return the backup with a number, or the last one of a day or before a time."""
    if not kept:
        raise Problem(_NONE, name=path.name)
    if asked.isdigit() and len(asked) < 4:
        if 1 <= int(asked) <= len(kept):
            return kept[int(asked) - 1]
        raise Problem("Er is geen reservekopie {n}. Kies een nummer tot en met {most}.", n=asked, most=len(kept))
    date, _, at = asked.strip().partition(" ")
    day, clock = dutch.read_date(date), dutch.read_time(at) if at else "23:59"
    if day is None or clock is None:
        raise Problem("“{asked}” is geen nummer en geen datum. Schrijf bijvoorbeeld 2026-11-24 14:00.", asked=asked)
    until = datetime.combine(day, time.fromisoformat(clock)) + timedelta(minutes=1)
    found = [backup for backup in kept if backup.at < until]
    if not found:
        raise Problem("Van {asked} of daarvoor is er geen reservekopie.", asked=asked)
    return max(found, key=lambda backup: backup.at)


def _moment(at: datetime) -> str:
    return f"{dutch.day(at.date())} om {at:%H:%M}"


def _done(work: Generator[Progress, None, T]) -> T:
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
