"""The command line between laptops: files come together, and what is in doubt is listed."""

import argparse
import json
import sys
from collections.abc import Generator, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bouwstenen_app import cli_opening
from bouwstenen_app.cli_checks import Gate
from bouwstenen_app.cli_reports import WrongUsageError, check_reason
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.data_files import PARCEL
from bouwstenen_app.domain.differing import Differing
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.query import asks
from bouwstenen_app.services import differing, merging, parcelling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import SUFFIX
from bouwstenen_app.storage.store import Store

_OPEN: Final = (
    "Het pakket heeft geen wachtwoord: wie het heeft, kan alles lezen. Met --met-wachtwoord krijgt het er een."
)


def merge_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for merging its options."""
    parser.add_argument("others", metavar="ANDER", type=Path, nargs="+")
    parser.add_argument("--proef", action="store_true")
    parser.add_argument("--json", action="store_true")


def merge(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Take in what is new in other workspaces, or only say what would come in; yield the lines that tell it."""
    work = merging.try_files if chosen.proef else merging.merge_files
    others = [other if other.exists() else cli_opening.named(other) for other in chosen.others]
    for other in others:
        cli_opening.unlock(chosen, other)
    intake = _result_of(work(store, others, cli_opening.around_of(chosen)))
    if chosen.json:
        yield as_json(intake)
        return
    if chosen.proef:
        yield "Dit zou er binnenkomen; er is nog niets veranderd."
    yield from intake.sentences()


def as_json(intake: Intake) -> str:
    """Return what came in as one line of JSON, for other programs."""
    told = asdict(intake)
    for name in ("code_ids", "backup", "unprotected"):
        del told[name]
    return json.dumps(told, ensure_ascii=False)


def parcel_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for a parcel its options."""
    parser.add_argument("target", metavar="UIT.bouwstenen", type=Path)
    parser.add_argument("--sessie", nargs="+", action="extend", default=[])
    parser.add_argument("--zoek", default="")
    parser.add_argument("--zonder-fotos", action="store_true")
    parser.add_argument("--met-wachtwoord", action="store_true")
    parser.add_argument("--reden", default="")
    parser.add_argument("--json", action="store_true")


def parcel(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Write sessions, or what a search finds, to a file to send; yield what is in it.

    What may point to one person is said first, in earlier versions too; red goes along for a reason only.
    """
    check_reason(chosen)
    if not (chosen.sessie or asks(chosen.zoek)):
        raise WrongUsageError("Zeg wat er mee moet: een sessie met --sessie, of een zoekvraag met --zoek.")
    target = cli_opening.named(chosen.target)
    if target.suffix != SUFFIX:
        raise Problem("Een pakket is een bestand dat eindigt op {suffix}. Kies zo’n naam.", suffix=SUFFIX)
    if target.exists():
        raise Problem("{name} bestaat al. Kies een andere naam; er is niets veranderd.", name=target.name)
    workshops = tuple(store.read(preparing.named, title).id for title in chosen.sessie)
    selection = Selection(query=chosen.zoek, workshops=workshops)
    key = cli_opening.new_key(chosen, target.name) if chosen.met_wachtwoord else None
    gate = Gate(chosen.reden)
    photos = not chosen.zonder_fotos
    count = parcelling.send(store, target, selection, photos=photos, key=key, passes=gate.passes)
    gate.note(store, PARCEL, count)
    if key is None:
        print(_OPEN, file=sys.stderr)
    if chosen.json:
        told = {"bestand": str(target), "bouwstenen": count}
        yield json.dumps({**told, **gate.counts}, ensure_ascii=False)
        return
    yield f"{dutch.counted(count, 'bouwsteen staat', 'bouwstenen staan')} in {target.name}."


def difference_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for differences its options."""
    parser.add_argument("--json", action="store_true")


def differences(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Yield what two laptops changed without knowing of each other: the thing, the field, and the versions."""
    found = store.read(differing.differing)
    for one in found:
        if chosen.json:
            yield json.dumps(_as_values(one), ensure_ascii=False)
            continue
        yield f"{one.subject}, {one.field_name}:"
        for version in one.versions:
            mark = "telt nu" if version.counts else "ander"
            yield f"  {mark}, {version.at.replace('T', ' ')}: {version.text}"
    if not chosen.json:
        count = dutch.counted(len(found), "verschil", "verschillen")
        yield f"{count} om over te kiezen." if found else "Er zijn geen verschillen."


def _as_values(one: Differing) -> dict[str, object]:
    versions = [{"tekst": each.text, "moment": each.at, "telt": each.counts} for each in one.versions]
    return {"onderwerp": one.subject, "veld": one.field_name, "versies": versions}


def _result_of(work: Generator[Progress, None, Intake]) -> Intake:
    """Return what long work returns in the end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            intake: Intake = end.value
            return intake
