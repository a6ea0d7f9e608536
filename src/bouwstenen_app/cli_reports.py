"""The documents of the command line: which options each kind takes, and how it is made from a workspace."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import preparing, reporting
from bouwstenen_app.storage.store import Store

FEEDBACK: Final = "terugkoppeling"
CARDS: Final = "kaartenset"
KINDS: Final = ("", FEEDBACK, CARDS)
"""The consolidated report is the kind without a name."""

ONLY_FOR: Final = {
    "--voor": (FEEDBACK,),
    "--reageren-voor": (FEEDBACK,),
    "--sessie": ("", CARDS),
    "--leeg": (CARDS,),
}
"""Options that belong to some kinds only."""


class WrongUsageError(Exception):
    """The words on the command line do not fit."""


def report_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for reports its options."""
    _document_options(parser)
    parser.add_argument("--sessie", nargs="+", action="extend", default=[])
    parser.add_argument("--titel", default="")
    parser.add_argument("--soort", type=_kind, default="")
    parser.add_argument("--voor", default="")
    parser.add_argument("--reageren-voor", default="")
    parser.add_argument("--leeg", action="store_true")


def agenda_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for the agenda its options."""
    _document_options(parser)
    parser.add_argument("--sessie", required=True)


def _document_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="UIT.docx", type=Path)
    parser.add_argument("--sjabloon", type=Path)


def _kind(text: str) -> str:
    """Return the kind of report; ValueError for one that is not there."""
    if text not in KINDS:
        raise ValueError(text)
    return text


def told_of(chosen: argparse.Namespace) -> str:
    """Return the sentence that says where a document is, with a place for its ``name``."""
    kinds = {FEEDBACK: "Het terugkoppelverslag staat in {name}.", CARDS: "De kaarten staan in {name}."}
    return kinds.get(chosen.soort, "Het rapport staat in {name}.")


def check_options(chosen: argparse.Namespace) -> None:
    """Raise WrongUsageError for an option that does not fit the kind of report, or one that it lacks."""
    for name, kinds in ONLY_FOR.items():
        if getattr(chosen, name.strip("-").replace("-", "_")) and chosen.soort not in kinds:
            raise WrongUsageError(f"{name} past niet bij deze soort rapport.")
    if chosen.soort == FEEDBACK and not chosen.voor:
        raise WrongUsageError("Er ontbreekt nog iets: --voor.")


def report_of(store: Store, chosen: argparse.Namespace, on: date) -> Report:
    """Return the report that was asked for; Problem when there is nothing to tell."""
    if chosen.soort == CARDS:
        return _cards(store, chosen)
    return _feedback(store, chosen, on) if chosen.soort == FEEDBACK else _consolidated(store, chosen, on)


def agenda_of(store: Store, chosen: argparse.Namespace, _: date) -> Report:
    """Return the agenda of the session that was asked for."""
    return store.read(reporting.agenda, store.read(preparing.named, chosen.sessie).id)


def _consolidated(store: Store, chosen: argparse.Namespace, on: date) -> Report:
    recipe = reporting.Recipe(title=chosen.titel or reporting.TITLE, workshops=_workshops(store, chosen), on=on)
    return store.read(reporting.consolidated, recipe)


def _feedback(store: Store, chosen: argparse.Namespace, on: date) -> Report:
    before = preparing.dated(chosen.reageren_voor)
    workshop = store.read(preparing.named, chosen.voor)
    report = store.read(reporting.feedback, workshop.id, on=on, react_before=before)
    return _titled(report, chosen.titel)


def _cards(store: Store, chosen: argparse.Namespace) -> Report:
    make = reporting.empty_cards if chosen.leeg else reporting.card_set
    return _titled(store.read(make, _workshops(store, chosen)), chosen.titel)


def _workshops(store: Store, chosen: argparse.Namespace) -> tuple[str, ...]:
    return tuple(store.read(preparing.named, title).id for title in chosen.sessie)


def _titled(report: Report, title: str) -> Report:
    return replace(report, cover=replace(report.cover, title=title)) if title else report
