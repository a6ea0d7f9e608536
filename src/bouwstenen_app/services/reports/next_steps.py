"""What happens now: the first steps of the key bundles, whose move each is, and until when one can react."""

from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.report import Cell, Item, Section
from bouwstenen_app.services.reports.bundles import bundle_anchor, chosen_bundles
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import NOTHING, generated, opening, shortened, table_of

PART: Final = "vervolg"


def next_steps(material: Material, recipe: Recipe) -> Iterator[Section]:
    """Yield the chapter; nothing when no key bundle has a first step and nobody is asked to react."""
    items = [*_steps(material), *_reply(recipe)]
    if items:
        yield Section("Vervolg", 1, tuple(items), PART)


def _steps(material: Material) -> Iterator[Item]:
    bundles = [bundle for bundle in chosen_bundles(material) if bundle.next_step]
    if not bundles:
        return
    without = sum(not bundle.owner for bundle in bundles)
    told = "Dit zijn de eerste stappen uit de kernbouwstenen."
    if without:
        told += f" Bij {dutch.number(without)} is nog niet bekend wie aan zet is."
    yield generated(f"{PART}:stappen", told)
    yield table_of(
        "Eerste stappen",
        (
            ("Eerste stap", 4.2, [Cell(opening(bundle.next_step, 220)) for bundle in bundles]),
            ("Wie is aan zet", 2.0, [Cell(bundle.owner or NOTHING) for bundle in bundles]),
            ("Kernbouwsteen", 2.8, [_called(bundle) for bundle in bundles]),
        ),
        "Per kernbouwsteen de eerste stap en wie aan zet is.",
    )


def _called(bundle: Bundle) -> Cell:
    return Cell(f"{bundle.spoken_id} {shortened(bundle.title, 80)}", link=bundle_anchor(bundle))


def _reply(recipe: Recipe) -> Iterator[Item]:
    if recipe.reply_before:
        day = dutch.day(recipe.reply_before)
        yield generated(
            f"{PART}:reageren", f"Reageren op dit rapport kan tot en met {day}. Noem daarbij het nummer."
        )
