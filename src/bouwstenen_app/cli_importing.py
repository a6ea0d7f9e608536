"""The command line of files of other programs that come in: read, taken in as one step, and told."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from bouwstenen_app import cli_opening
from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.services import auditing, erasing, importing, preparing
from bouwstenen_app.services.importing import Plan
from bouwstenen_app.storage.store import Store


def import_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for an import its options."""
    parser.add_argument("source", metavar="BRON", type=Path)
    parser.add_argument("--sessie", default="")
    parser.add_argument("--titel", default="")
    parser.add_argument("--proef", action="store_true")
    parser.add_argument("--json", action="store_true")


def take_in(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Take in a file of another program, or only look at it; yield what came in and what was not understood."""
    given = importing.read(chosen.source)
    guess = store.read(importing.guess, given)
    if chosen.sessie:
        guess = replace(guess, session=store.read(preparing.named, chosen.sessie).id)
    elif chosen.titel:
        guess = replace(guess, title=chosen.titel)
    if chosen.proef:
        plan = store.read(importing.plan, given, guess)
    else:
        done = store.do(_label(chosen.source.name), importing.take_in, given, guess)
        erasing.erase_what_came_in(store, cli_opening.around_of(chosen), done.changes)
        plan = done.result
        if plan.erased:
            auditing.note(store, audit.ERASED, erasing.ELSEWHERE, plan.erased)
        auditing.note(store, audit.IMPORTED, count=plan.new)
    if chosen.json:
        yield json.dumps(_as_values(plan), ensure_ascii=False)
        return
    if chosen.proef:
        yield "Dit zou er binnenkomen; er is nog niets veranderd."
    yield from plan.sentences(done=not chosen.proef)
    if plan.noticed:
        yield f"Wijst naar een persoon ({dutch.number(len(plan.noticed))}):"
    yield from (f"  {one.words}" for one in plan.noticed)
    if plan.remarks:
        yield f"Niet begrepen ({dutch.number(len(plan.remarks))}):"
    for one in plan.remarks:
        said = f" “{one.text}”," if one.text else ""
        yield f"  {one.place}:{said} {one.reason}"


def _label(name: str) -> str:
    return f"Overgenomen uit {name}"


def _as_values(plan: Plan) -> dict[str, object]:
    return {
        "nieuw": plan.new,
        "stond_er_al": plan.there,
        "in_prullenbak": plan.binned,
        "voorgoed_gewist": plan.gone,
        "sessies": [*plan.sessions],
        "nieuwe_sessies": plan.new_sessions,
        "bekende_tags": plan.known_tags,
        "onbekende_tags": [*plan.unknown_tags],
        "weggelaten_kolommen": [*plan.left_out],
        "persoonsgegevens": [
            {
                "plaats": one.place,
                "soort": one.finding.kind,
                "niveau": one.finding.level,
                "tekst": one.finding.text,
            }
            for one in plan.noticed
        ],
        "niet_begrepen": [
            {"plaats": values["place"], "tekst": values["text"], "reden": values["reason"]}
            for values in map(asdict, plan.remarks)
        ],
    }
