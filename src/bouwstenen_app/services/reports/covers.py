"""What stands on the title page of each kind of report, or above its text."""

from collections.abc import Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.recipes import FEEDBACK, usual
from bouwstenen_app.domain.report import TitlePage, WallCard
from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.services.reports.cards import counted
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.subjects import Subject, narrowed
from bouwstenen_app.services.reports.writing import Writing

FICTIONAL: Final = "Voorbeeld: fictieve sessies. Regio, plaats, deelnemers en inhoud zijn verzonnen."
FICTIONAL_SESSION: Final = "Voorbeeld: fictieve sessie. Regio, plaats, deelnemers en inhoud zijn verzonnen."
TO_PARTICIPANTS: Final = "Terugkoppeling aan de deelnemers"
UNFINISHED: Final = "Concept — sessie loopt"


def cover(it: Writing, told: Sequence[Subject], deck: Sequence[WallCard] = ()) -> TitlePage:
    """Return the title page: of a document about one subject the title is that subject."""
    recipe, kind = it.recipe, it.kind
    one = told[0] if len(told) == 1 else None
    read = narrowed(it.read, one, kind) if one else it.read
    named = one.name if one and recipe.title == usual(kind.slug).title else recipe.title
    return TitlePage(
        title=named,
        subtitle=recipe.subtitle or (counted(deck) if deck else _subtitle(it, read, one)),
        status=_status(it, read),
        date=dutch.day(recipe.on) if recipe.on else "",
        author=recipe.author,
        circulation=recipe.circulation,
        notice=notice(read.workshops) if kind.needs_blocks else "",
    )


def notice(workshops: Sequence[Workshop]) -> str:
    """Return what must be said of sessions that are made up; nothing when none is."""
    if not any(workshop.fictional for workshop in workshops):
        return ""
    return FICTIONAL_SESSION if len(workshops) == 1 else FICTIONAL


def _subtitle(it: Writing, read: Material, one: Subject | None) -> str:
    if it.kind is FEEDBACK:
        return TO_PARTICIPANTS
    if not read.blocks:
        return it.kind.name if one else ""
    sessions = dutch.counted(len({block.workshop for block in read.blocks}), "sessie", "sessies")
    told = f"{dutch.counted(len(read.blocks), 'bouwsteen', 'bouwstenen')} uit {sessions}"
    return f"{it.kind.name}: {told}" if one else told


def _status(it: Writing, read: Material) -> str:
    if it.kind is FEEDBACK and any(workshop.state == RUNNING for workshop in read.workshops):
        return UNFINISHED
    return dutch.capitalised(it.recipe.status)
