"""The command line of files of other programs: what goes out to them, and what comes in."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.services import exporting, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def export_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for an export its options."""
    parser.add_argument("target", metavar="UIT", type=Path)
    parser.add_argument("--zoek", default="")
    parser.add_argument("--sessie", nargs="+", action="extend", default=[])


def export(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Write everything, or what was asked for, to a file of the kind that its name says; yield what was done."""
    if (chosen.zoek or chosen.sessie) and exporting.kind_of(chosen.target) == exporting.CODEBOOK:
        raise WrongUsageError("Een codeboek gaat altijd in zijn geheel: laat --zoek en --sessie weg.")
    workshops = tuple(store.read(preparing.named, title).id for title in chosen.sessie)
    selection = Selection(query=chosen.zoek, workshops=workshops)
    for _ in exporting.export(store, chosen.target, selection, now=datetime.now().astimezone()):
        pass
    yield f"De export staat in {chosen.target.name}. Het bestand is zonder wachtwoord te lezen."
