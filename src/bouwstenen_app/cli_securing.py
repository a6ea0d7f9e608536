"""The command line of the password of a workspace: set, changed, or removed."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from bouwstenen_app import cli_opening
from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, securing, unlocking
from bouwstenen_app.services.securing import Secured
from bouwstenen_app.storage.keys import Key, recovery_code


def securing_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for a password its options."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--verwijder", action="store_true")
    what.add_argument("--herstelcode", action="store_true")


def secure(chosen: argparse.Namespace) -> None:
    """Set or change the password of a workspace, take it away, or print its recovery code."""
    path = cli_opening.file_of(chosen)
    with closing(cli_opening.opened(chosen)) as store:  # migrated, sound and ours: only such a file is written anew
        refusal = store.refusal
        unlocking.note_opened(store, cli_opening.around_of(chosen), kind=cli_opening.COMMAND)
        if chosen.herstelcode and store.key is not None:
            auditing.note(store, audit.RECOVERY, "code")
    if refusal is not None:
        raise refusal
    old = cli_opening.unlock(chosen, path)
    if chosen.herstelcode:
        _tell_code(path, old)
        return
    if chosen.verwijder and old is None:
        print(f"{path.name} heeft geen wachtwoord.")
        return
    key = None if chosen.verwijder else cli_opening.new_key(chosen, path.name)
    said = Secured()
    for _ in securing.secure(path, cli_opening.around_of(chosen), key, said):
        pass
    _tell(path, old, key, said)


def _tell_code(path: Path, key: Key | None) -> None:
    if key is None:
        raise Problem("{name} heeft geen wachtwoord, en dus geen herstelcode.", name=path.name)
    print(recovery_code(key))
    print("Met deze code gaat de werkmap open zonder wachtwoord. Bewaar haar op papier.", file=sys.stderr)


def _tell(path: Path, old: Key | None, key: Key | None, said: Secured) -> None:
    copies = dutch.counted(said.backups, "reservekopie", "reservekopieën")
    those = f", en {copies} ook" if said.backups else ""
    not_those = f"{those} niet" if those else ""
    if key is None:
        print(f"{path.name} heeft geen wachtwoord meer{not_those}. Iedereen kan het bestand nu lezen.")
    else:
        done = "heeft een ander wachtwoord" if old else "is beveiligd met een wachtwoord"
        print(f"{path.name} {done}{those}.")
        print("Wie het wachtwoord en de herstelcode kwijt is, kan er niet meer bij. Ook wij niet.")
    for left in said.left:
        print(f"Deze reservekopie is niet veranderd: {left}", file=sys.stderr)
    for aside in said.open:
        print(f"Dit bestand is nog zonder wachtwoord te lezen; gooi het weg: {aside}", file=sys.stderr)
