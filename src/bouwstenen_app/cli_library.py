"""The command line of the library of a team. A password is asked for or read from standard input."""

import argparse
import getpass
import json
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.cli_exchange import as_json
from bouwstenen_app.cli_opening import around_of, ask, password_options
from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.domain import dutch
from bouwstenen_app.services import libraries
from bouwstenen_app.storage.store import Store

MAKE, PUBLISH, FETCH = "maak", "publiceer", "haal"
ACTS: Final = (MAKE, PUBLISH, FETCH)


def library_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for the library its options."""
    parser.add_argument("act_name", metavar="WAT", choices=ACTS)
    parser.add_argument("file", metavar="BESTAND", type=Path)
    parser.add_argument("address", metavar="ADRES")
    password_options(parser)
    parser.add_argument("--mag-lezen", nargs="+", action="extend", default=[])
    parser.add_argument("--mag-bijdragen", nargs="+", action="extend", default=[])
    parser.add_argument("--json", action="store_true")


def library(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Make a library, publish to it or fetch from it; yield what was done."""
    if chosen.act_name != MAKE and (chosen.mag_lezen or chosen.mag_bijdragen):
        raise WrongUsageError("--mag-lezen en --mag-bijdragen horen bij “bibliotheek maak”.")
    password = _password(chosen)
    if chosen.act_name == MAKE:
        libraries.make(chosen.address, password, reading=chosen.mag_lezen, contributing=chosen.mag_bijdragen)
        yield json.dumps({"gemaakt": True}) if chosen.json else "De bibliotheek is gemaakt."
    elif chosen.act_name == PUBLISH:
        sent = _result_of(libraries.publish(store, chosen.address, password))
        yield json.dumps({"stappen": sent}) if chosen.json else _sent(sent)
    else:
        intake = _result_of(libraries.fetch(store, chosen.address, password, around_of(chosen)))
        yield from [as_json(intake)] if chosen.json else intake.sentences()


def _sent(steps: int) -> str:
    if not steps:
        return "Er was niets nieuws: de bibliotheek heeft alles al."
    return f"Gepubliceerd: {dutch.counted(steps, 'stap', 'stappen')}."


def _password(chosen: argparse.Namespace) -> str:
    if chosen.wachtwoord_stdin:
        return ask(chosen, "")
    if kept := libraries.kept_password(chosen.address):
        return kept
    asked = "Wachtwoord van de bibliotheek (leeg als die er geen heeft): "
    return getpass.getpass(asked) if sys.stdin.isatty() else ""


def _result_of(work: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
