"""What the command line opens: workspaces, with the password of a protected one, and texts.

A password comes from a prompt, or with ``--wachtwoord-stdin`` from the first lines of standard input. Never from an
argument: those stand in the history of the shell.
"""

import argparse
import contextlib
import getpass
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import publication
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.textfile import decode, is_foreign, is_noise
from bouwstenen_app.services import backups, publishing, unlocking
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.failures import Damaged, file_problem
from bouwstenen_app.storage.headers import NotOurs
from bouwstenen_app.storage.keys import Key, Locked, WrongKey
from bouwstenen_app.storage.opening import SUFFIX, OpenElsewhere, Surroundings, open_store
from bouwstenen_app.storage.own_folder import is_there
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import surroundings

LONGEST: Final = 50_000_000
"""How many bytes of text are taken in at once."""
TRIES: Final = 3
"""How often a person may type a password at the prompt."""
RECOVERY: Final = 56
"""Letters in a recovery code: it is understood where a password is asked."""
COMMAND: Final = "opdrachtregel"
"""How the log says that a workspace was opened by a command."""
KEPT: Final = "Je werk staat op deze laptop en gaat mee zodra dat kan."
OPTION: Final = "--wachtwoord-stdin"


def password_options(parser: argparse.ArgumentParser) -> None:
    """Give a command that opens a workspace the option for its password."""
    parser.add_argument(OPTION, action="store_true")


def around_of(chosen: argparse.Namespace) -> Surroundings:
    """Return where this command runs: the same for everything that it opens."""
    if not hasattr(chosen, "around"):
        chosen.around = surroundings()
    around: Surroundings = chosen.around
    return around


def opened(chosen: argparse.Namespace, *, checked: bool = True) -> Store:
    """Open the workspace of a command to ask it something or to write in it.

    Problem for a damaged one, which stays as it is, and for a protected one whose password is not given.
    """
    path = file_of(chosen)
    try:
        store = _opened(chosen, path)
    except (Damaged, NotOurs, WrongKey) as problem:
        raise _with_way(problem, path, around_of(chosen)) from problem
    backup_places.settle(store, around_of(chosen))
    if store.working is not None and store.working.is_left_over:
        _bring_up_to_date(store, chosen)
    if checked and not store.is_sound():
        store.close()
        raise Problem(
            "{name} is beschadigd; er is niets veranderd. Werk verder in een reservekopie: je vindt ze bij "
            "Instellingen › Reservekopieën.",
            name=path.name,
        )
    return store


@contextlib.contextmanager
def worked_in(chosen: argparse.Namespace, *, checked: bool = True) -> Iterator[Store]:
    """Open the workspace of a command and close it again.

    The log says so when all went well, and when somebody had read enough of it: a Problem changes nothing.
    """
    with finished(chosen, opened(chosen, checked=checked)) as store:
        try:
            yield store
        except (BrokenPipeError, KeyboardInterrupt):
            unlocking.note_opened(store, around_of(chosen), kind=COMMAND)
            raise
        unlocking.note_opened(store, around_of(chosen), kind=COMMAND)


@contextlib.contextmanager
def finished(chosen: argparse.Namespace, store: Store) -> Iterator[Store]:
    """Close a workspace at the end; in a synced folder the file is brought up to date, and what came in is told."""
    try:
        yield store
        with _told_in_errors():
            _tell_came(store, publishing.finish(store, around_of(chosen)))
    finally:
        store.close()
    if store.working is not None and store.working.is_pending:
        where = store.working.program or "de map"
        print(publication.told(where, None, KEPT, pending=True), file=sys.stderr)


def _bring_up_to_date(store: Store, chosen: argparse.Namespace) -> None:
    """Go on with what a program could not bring up to date that was stopped."""
    told = publishing.Told()
    with _told_in_errors():
        for _ in publishing.publish(store, around_of(chosen), told):
            pass
    _tell_came(store, told.came)


@contextlib.contextmanager
def _told_in_errors() -> Iterator[None]:
    try:
        yield
    except Problem as problem:
        print(problem, file=sys.stderr)


def _tell_came(store: Store, came: Intake | None) -> None:
    if came is not None and store.working is not None:
        where = store.working.program or "de map"
        print(f"Uit {where} kwam binnen wat een andere laptop schreef.", *came.sentences(), file=sys.stderr)


def unlock(chosen: argparse.Namespace, path: Path) -> Key | None:
    """Ask for the password of a protected file, if it is one and its key is not known; return its key."""
    around = around_of(chosen)
    try:
        return around.keys.of(around.file(path), name=path.name)
    except Locked as locked:
        if not (chosen.wachtwoord_stdin or sys.stdin.isatty()):
            raise Problem(
                "{name} is beveiligd met een wachtwoord. Geef het met --wachtwoord-stdin als eerste regel van de "
                "invoer.",
                name=path.name,
            ) from locked
    except OSError as error:
        raise file_problem(error, path) from error
    for left in reversed(range(TRIES)):
        typed = ask(chosen, f"Wachtwoord van {path.name}: ")
        try:
            return _with(typed, path, around)
        except WrongKey as wrong:
            if chosen.wachtwoord_stdin or not left:
                raise
            print(wrong, file=sys.stderr)
    raise AssertionError("the last try raises")


def ask(chosen: argparse.Namespace, question: str) -> str:
    """Return a password: the next line of standard input when that was asked for, else what is typed unseen."""
    if not chosen.wachtwoord_stdin:
        return _typed(question)
    line = sys.stdin.buffer.readline()
    if not line:
        raise Problem("Er ontbreekt een wachtwoord op de invoer: zet elk wachtwoord op een eigen regel.")
    return decode(line).rstrip("\r\n")


def _typed(question: str) -> str:
    """Return what is typed unseen at a prompt; Problem where nobody can type, and for who gives none (Ctrl+D)."""
    if not sys.stdin.isatty():
        raise Problem("Er is niemand om het wachtwoord te typen. Geef het met --wachtwoord-stdin op de invoer.")
    try:
        return getpass.getpass(question)
    except EOFError as end:
        print(file=sys.stderr)
        raise Problem("Er is geen wachtwoord gegeven. Er is niets veranderd.") from end


def new_key(chosen: argparse.Namespace, name: str) -> Key:
    """Return the key of a new password: typed twice, or one line of standard input."""
    typed = ask(chosen, f"Nieuw wachtwoord voor {name}: ")
    again = typed if chosen.wachtwoord_stdin else ask(chosen, "Nog een keer: ")
    return unlocking.new_key(typed, again)


def file_of(chosen: argparse.Namespace) -> Path:
    """Return the workspace of a command; its ending may be left out."""
    path: Path = chosen.file
    return path if is_there(around_of(chosen).data, path) else named(path)


def named(path: Path) -> Path:
    """Return the file that a name without an ending stands for."""
    return path if path.suffix or not path.name else path.with_name(path.name + SUFFIX)


def text_of(name: str) -> str:
    """Return the text of a file, or of what is left of standard input for ``-``."""
    path = Path(name)
    called = "De invoer" if name == "-" else path.name
    try:
        with contextlib.nullcontext(sys.stdin.buffer) if name == "-" else path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise file_problem(error, path) from error
    if len(data) > LONGEST:
        raise Problem("{name} is te groot om in één keer te lezen. Knip de tekst in stukken.", name=called)
    text = decode(data)
    if is_foreign(data) or is_noise(text):
        raise Problem("{name} is geen tekst. Bewaar het als platte tekst (.txt) en kies dat bestand.", name=called)
    return text


def tell_copy(store: Store) -> None:
    """Say that what was read is a copy, when somebody works in the file."""
    if isinstance(store.refusal, OpenElsewhere):
        print(store.refusal, file=sys.stderr)


def _opened(chosen: argparse.Namespace, path: Path) -> Store:
    try:
        return open_store(path, around_of(chosen))
    except Locked:
        unlock(chosen, path)
        return open_store(path, around_of(chosen))


def _with_way(problem: Problem, path: Path, around: Surroundings) -> Problem:
    """Return what is wrong with a workspace, with where its backups are, if there are any."""
    backup_places.follow(path, around)
    if not backups.backups(around, path):
        return problem
    way = "{said} Met “bouwstenen herstel {name}” zie je haar reservekopieën."
    return Problem(way, said=problem, name=path.name)


def _with(typed: str, path: Path, around: Surroundings) -> Key:
    if len("".join(typed.split()).replace("-", "")) == RECOVERY:
        with contextlib.suppress(Problem):
            return unlocking.recover(path, typed, around)
    return unlocking.unlock(path, typed, around)
