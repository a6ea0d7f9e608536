"""The documents of the command line: which options each kind takes, and the recipe that they make."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from bouwstenen_app.domain import recipes as kinds
from bouwstenen_app.domain.recipes import KINDS, Kind, Recipe
from bouwstenen_app.services import preparing, recipes, reporting
from bouwstenen_app.services.editions import LONGEST_REASON
from bouwstenen_app.services.reports import naming
from bouwstenen_app.storage.store import Store

ANSWERED: Final = (kinds.FEEDBACK, kinds.TO_READ, kinds.ALIGNING)
"""Kinds that people react to before a day."""
PLAIN: Final = (".md", ".xlsx")
"""Forms that have no look."""
TOLD: Final[Mapping[str, str]] = {
    kinds.CONSOLIDATED.slug: "Het rapport staat in {name}.",
    kinds.SUMMARY.slug: "De samenvatting staat in {name}.",
    kinds.FEEDBACK.slug: "Het terugkoppelverslag staat in {name}.",
    kinds.TO_READ.slug: "De meeleesversie staat in {name}.",
    kinds.ALIGNING.slug: "De afstemmingsversie staat in {name}.",
    kinds.THEME_DOSSIER.slug: "Het themadossier staat in {name}.",
    kinds.PARTNER_EXTRACT.slug: "Het partneruittreksel staat in {name}.",
    kinds.REGION_EXTRACT.slug: "Het regio-uittreksel staat in {name}.",
    kinds.CARDS.slug: "De kaarten staan in {name}.",
    kinds.EMPTY_CARDS.slug: "De kaarten staan in {name}.",
    kinds.CODES_DOCUMENT.slug: "Het codeboek staat in {name}.",
}
"""The sentence that says where a document is."""


class WrongUsageError(Exception):
    """The words on the command line do not fit."""


def report_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for reports its options."""
    _document_options(parser)
    parser.add_argument("--soort", default="")
    parser.add_argument("--voor", default="")
    parser.add_argument("--recept", default="")
    parser.add_argument("--zoek", default="")
    parser.add_argument("--sessie", nargs="+", action="extend", default=[])
    parser.add_argument("--titel", default="")
    parser.add_argument("--reageren-voor", default="")
    parser.add_argument("--leeg", action="store_true")
    parser.add_argument("--overschrijf", action="store_true")


def agenda_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for the agenda its options."""
    _document_options(parser)
    parser.add_argument("--sessie", required=True)


def _document_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="UIT.docx", type=Path)
    parser.add_argument("--sjabloon", type=Path)
    parser.add_argument("--reden", default="")


def check_options(chosen: argparse.Namespace) -> None:
    """Raise WrongUsageError for what does not fit, as far as that can be said before a file is opened."""
    if chosen.soort and chosen.soort not in KINDS:
        near = naming.perhaps(chosen.soort, tuple(KINDS))
        raise WrongUsageError(f"Er is geen soort rapport “{chosen.soort}”. {near}")
    if chosen.leeg and chosen.soort not in (kinds.CARDS.slug, kinds.EMPTY_CARDS.slug):
        raise WrongUsageError("--leeg hoort bij de kaarten. Zet er --soort kaartenset bij.")
    if chosen.sjabloon and chosen.target.suffix.lower() in PLAIN:
        raise WrongUsageError(f"--sjabloon past niet bij {chosen.target.suffix}: dat heeft geen huisstijl.")
    check_reason(chosen)
    if not chosen.recept:
        _check_fit(chosen, _kind(chosen))


def check_reason(chosen: argparse.Namespace) -> None:
    """Raise WrongUsageError for a reason that is too long to note."""
    if len(chosen.reden) > LONGEST_REASON:
        raise WrongUsageError(f"Maak de reden korter: hoogstens {LONGEST_REASON} tekens.")


def recipe_of(store: Store, chosen: argparse.Namespace, on: date) -> Recipe:
    """Return the recipe that was asked for: the kind's own or a saved one, with what the options change in it."""
    recipe = _saved(store, chosen) if chosen.recept else store.read(reporting.unselected, _kind(chosen).slug)
    kind = kinds.kind_called(recipe.kind)
    _check_fit(chosen, kind)
    recipe = replace(recipe, on=on)
    if chosen.titel:
        recipe = replace(recipe, title=chosen.titel)
    if chosen.zoek:
        recipe = replace(recipe, query=chosen.zoek)
    if chosen.sessie:
        recipe = replace(recipe, workshops=tuple(store.read(preparing.named, title).id for title in chosen.sessie))
    if chosen.voor:
        recipe = replace(recipe, about=(store.read(naming.named, kind, chosen.voor),))
    if chosen.reageren_voor:
        recipe = replace(recipe, reply_before=preparing.dated(chosen.reageren_voor))
    return recipe


def told_of(recipe: Recipe) -> str:
    """Return the sentence that says where a document is, with a place for its ``name``."""
    return TOLD[recipe.kind]


def _kind(chosen: argparse.Namespace) -> Kind:
    if chosen.leeg:
        return kinds.EMPTY_CARDS
    return KINDS[chosen.soort or kinds.CONSOLIDATED.slug]


def _saved(store: Store, chosen: argparse.Namespace) -> Recipe:
    recipe = store.read(recipes.named, chosen.recept)
    if chosen.soort and recipe.kind != _kind(chosen).slug:
        raise WrongUsageError(
            f"Het recept “{recipe.name}” is voor een {KINDS[recipe.kind].name.lower()}. Laat --soort weg."
        )
    return recipe


def _check_fit(chosen: argparse.Namespace, kind: Kind) -> None:
    """Raise WrongUsageError for an option that does not fit a kind of report."""
    name = kind.name.lower() if kind is kinds.EMPTY_CARDS else f"een {kind.name.lower()}"
    if chosen.voor and not kind.about:
        raise WrongUsageError(f"--voor past niet bij {name}: dat gaat over alles.")
    if chosen.sessie and kind is kinds.FEEDBACK:
        raise WrongUsageError(f"--sessie past niet bij {name}. Zet de sessie achter --voor.")
    if chosen.sessie and kind is kinds.CODES_DOCUMENT:
        raise WrongUsageError("--sessie past niet bij een codeboek: dat is van alle sessies.")
    if chosen.zoek and not kind.needs_blocks:
        raise WrongUsageError(f"--zoek past niet bij {name}: er staan geen bouwstenen in.")
    if chosen.reageren_voor and kind not in ANSWERED:
        names = ", ".join(one.slug for one in ANSWERED)
        raise WrongUsageError(f"--reageren-voor past alleen bij {names}.")
