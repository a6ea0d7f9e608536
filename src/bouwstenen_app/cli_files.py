"""The command line of files of other programs: what goes out to them, and what comes in."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bouwstenen_app.cli_checks import Gate
from bouwstenen_app.cli_reports import WrongUsageError, check_reason
from bouwstenen_app.domain import dutch
from bouwstenen_app.services import boards, exporting, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def export_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for an export its options."""
    parser.add_argument("target", metavar="UIT", type=Path)
    parser.add_argument("--zoek", default="")
    parser.add_argument("--sessie", nargs="+", action="extend", default=[])
    parser.add_argument("--reden", default="")
    parser.add_argument("--json", action="store_true")


def export(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Write everything, or what was asked for, to a file of the kind that its name says; yield what was done.

    What may point to one person is said first; red is not written without a reason, which is noted.
    """
    check_reason(chosen)
    kind = exporting.kind_of(chosen.target)
    if (chosen.zoek or chosen.sessie) and kind == exporting.CODEBOOK:
        raise WrongUsageError("Een codeboek gaat altijd in zijn geheel: laat --zoek en --sessie weg.")
    workshops = tuple(store.read(preparing.named, title).id for title in chosen.sessie)
    selection = Selection(query=chosen.zoek, workshops=workshops)
    gate = Gate(chosen.reden)
    for _ in exporting.export(store, chosen.target, selection, now=datetime.now().astimezone(), passes=gate.passes):
        pass
    count = 0 if kind == exporting.CODEBOOK else store.read(boards.count, selection)
    gate.note(store, exporting.slug_of(kind), count)
    if chosen.json:
        told = {"bestand": str(chosen.target), "soort": exporting.slug_of(kind), "bouwstenen": count}
        yield json.dumps({**told, **gate.counts}, ensure_ascii=False)
    elif kind == exporting.CODEBOOK:
        yield f"Het codeboek staat in {chosen.target.name}."
    else:
        blocks = dutch.counted(count, "bouwsteen staat", "bouwstenen staan")
        yield f"{blocks} in {chosen.target.name}. Iedereen kan dit bestand zonder wachtwoord lezen."
