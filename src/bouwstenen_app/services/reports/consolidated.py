"""The consolidated report (``domain/rapport.md``): its title page and the order of its parts."""

from collections.abc import Callable, Iterable

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report, Section, TitlePage
from bouwstenen_app.services.reports import account, bundles, connections, material, overview, themes
from bouwstenen_app.services.reports.counts import Groups
from bouwstenen_app.services.reports.material import Material, Recipe

FICTIONAL = "Voorbeeld: fictieve sessies. Regio, plaats, deelnemers en inhoud zijn verzonnen."


def report(read: Material, recipe: Recipe) -> Report:
    """Return the report: title page, then the chosen parts in reading order; Problem when they hold nothing."""
    groups = Groups.of(read)
    parts: dict[str, Callable[[], Iterable[Section]]] = {
        material.FIGURES: lambda: [overview.at_a_glance(read, groups)],
        material.KEY_BUNDLES: lambda: bundles.key_bundles(read),
        material.MATRIX: lambda: connections.matrix(read, groups),
        material.SYNERGY: lambda: connections.synergy(read, groups),
        material.THEMES: lambda: themes.chapters(read, groups),
        material.ALIGNMENT: lambda: bundles.alignment(read),
        material.SESSIONS: lambda: account.sessions(read),
        material.CODEBOOK: lambda: account.codebook(read),
        material.MERGED: lambda: bundles.merged(read),
    }
    made = {name: tuple(make()) for name, make in parts.items() if name in recipe.sections}
    if material.ACCOUNT in recipe.sections:
        empty = [material.SECTIONS[name] for name, found in made.items() if not found]
        made[material.ACCOUNT] = (account.account(read, recipe, empty),)
    sections = [section for name in material.SECTIONS for section in made.get(name, ())]
    if not sections:
        raise Problem("De gekozen onderdelen zijn leeg voor deze bouwstenen. Kies meer onderdelen.")
    return Report(
        cover=_cover(read, recipe),
        sections=tuple(sections),
        subject="Bouwstenen uit de praktijk",
        keywords=("bouwstenen", "Veilig Thuis", "consolidatie"),
    )


def _cover(read: Material, recipe: Recipe) -> TitlePage:
    sessions = dutch.counted(len(read.workshops), "sessie", "sessies")
    blocks = dutch.counted(len(read.blocks), "bouwsteen", "bouwstenen")
    return TitlePage(
        title=recipe.title,
        subtitle=recipe.subtitle or f"{blocks} uit {sessions}",
        status=dutch.capitalised(recipe.status),
        date=dutch.day(recipe.on) if recipe.on else "",
        author=recipe.author,
        circulation=recipe.circulation,
        notice=FICTIONAL if any(w.fictional for w in read.workshops) else "",
    )
