"""What happens now: the first steps of the key bundles, whose move each is, and until when one can react."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.report import Item, Listing, Run, Section
from bouwstenen_app.services.reports.bundles import bundle_anchor, chosen_bundles
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import generated, opening, shortened

PART: Final = "vervolg"
NOBODY: Final = "Nog te bepalen"
"""Who is named at a step of which it is not known whose move it is."""


def next_steps(material: Material, recipe: Recipe) -> Iterator[Section]:
    """Yield the chapter; nothing when no key bundle has a first step and nobody is asked to react."""
    items = [*_steps(material), *_reply(recipe)]
    if items:
        yield Section("Vervolg", 1, tuple(items), PART)


def _steps(material: Material) -> Iterator[Item]:
    """Yield the first steps, those of one owner together."""
    by_owner: dict[str, list[Bundle]] = defaultdict(list)
    for bundle in chosen_bundles(material):
        if bundle.next_step:
            by_owner[" ".join(bundle.owner.split())].append(bundle)
    if not by_owner:
        return
    yield generated(f"{PART}:stappen", "Dit zijn de eerste stappen uit de kernbouwstenen, met wie aan zet is.")
    owners = sorted(by_owner, key=lambda owner: not owner)
    yield Listing(tuple(_line(owner, bundle) for owner in owners for bundle in by_owner[owner]))


def _line(owner: str, bundle: Bundle) -> tuple[Run, ...]:
    who = shortened(owner, 80) or NOBODY
    step = opening(bundle.next_step, 160).rstrip(".")
    link = Run(bundle.spoken_id, link=bundle_anchor(bundle))
    return Run(f"{who}: ", bold=True), Run(f"{step} ("), link, Run(")")


def _reply(recipe: Recipe) -> Iterator[Item]:
    if recipe.reply_before:
        day = dutch.day(recipe.reply_before)
        yield generated(
            f"{PART}:reageren", f"Reageren op dit rapport kan tot en met {day}. Noem daarbij het nummer."
        )
