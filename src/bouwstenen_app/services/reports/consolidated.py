"""The parts of the consolidated report: how each is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import recipes
from bouwstenen_app.domain.report import Section
from bouwstenen_app.services.reports import (
    appendices,
    background,
    bundles,
    connections,
    glossary,
    key_message,
    moments,
    next_steps,
    overview,
    per_partner,
    priorities,
    risks,
    room_figures,
    theme_pictures,
    themes,
    voices,
)
from bouwstenen_app.services.reports.pieces import label
from bouwstenen_app.services.reports.writing import Part

UNDER: Final[Mapping[str, str]] = {
    recipes.DECISIONS: recipes.KEY_MESSAGE,
    recipes.FIGURES: recipes.KEY_MESSAGE,
    recipes.MATRIX: recipes.SYNERGY,
}
"""Parts that are a section of another part, when they come right after it; elsewhere they are a chapter."""


FEW: Final = 6
"""So many sections of an appendix at most have lines of their own in the contents."""


def _in_one(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield one section with the others under small headings when there are many: the contents stay short."""
    found = list(sections)
    if len(found) <= FEW:
        yield from found
    elif found:
        items = (item for one in found[1:] for item in (label(one.title), *one.items))
        yield replace(found[0], items=(*found[0].items, *items))


PARTS: Final[Mapping[str, Part]] = {
    recipes.KEY_MESSAGE: lambda it: key_message.key_message(
        it.read, it.groups, decided=recipes.DECISIONS in it.recipe.sections, outside=it.kind.outside
    ),
    recipes.DECISIONS: lambda it: key_message.decisions(it.read),
    recipes.FIGURES: lambda it: [overview.at_a_glance(it.read, it.groups)],
    recipes.KEY_BUNDLES: lambda it: bundles.key_bundles(it.read),
    recipes.BACKGROUND: lambda it: background.background(it.read, sessions=recipes.SESSIONS in it.recipe.sections),
    recipes.THEMES: lambda it: theme_pictures.pictures(
        it.read,
        it.chapters,
        in_full=recipes.BLOCKS in it.recipe.sections,
        bundled=recipes.KEY_BUNDLES in it.recipe.sections and bool(bundles.chosen_bundles(it.read)),
    ),
    recipes.SYNERGY: lambda it: connections.synergy(it.read, it.groups),
    recipes.MATRIX: lambda it: connections.matrix(it.read, it.groups),
    recipes.MOMENTS: lambda it: moments.moments(it.read),
    recipes.VOICES: lambda it: voices.voices(it.read),
    recipes.PRIORITIES: lambda it: priorities.priorities(it.read),
    recipes.RISKS: lambda it: risks.risks(it.read),
    recipes.PARTNERS: lambda it: per_partner.partners(it.read),
    recipes.HEARD: lambda it: room_figures.heard(it.read),
    recipes.NEW_THEMES: lambda it: room_figures.new_themes(it.read),
    recipes.ALIGNMENT: lambda it: bundles.alignment(it.read),
    recipes.NEXT_STEPS: lambda it: next_steps.next_steps(it.read, it.recipe),
    recipes.BLOCKS: lambda it: themes.appendix(it.read, it.chapters),
    recipes.SESSIONS: lambda it: _in_one(appendices.sessions(it.read)),
    recipes.CODEBOOK: lambda it: _in_one(appendices.codebook(it.read)),
    recipes.GLOSSARY: lambda it: glossary.glossary(it.read),
    recipes.MERGED: lambda it: bundles.merged(it.read),
}
"""How each part is written. The account is written last, because it names the parts that were empty."""
