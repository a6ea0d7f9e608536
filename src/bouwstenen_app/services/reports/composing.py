"""Composing a report: the title page, and the parts of its kind in the order that was chosen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase
from typing import Final

from bouwstenen_app.domain import recipes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.report import Card, Item, Listing, Paragraph, Report, Run, Section, with_tables
from bouwstenen_app.services.reports import (
    aligning_report,
    cards,
    codebook_report,
    consolidated,
    dossier,
    feedback,
    in_short,
    method,
    partner,
    reading,
    region,
)
from bouwstenen_app.services.reports.consolidated import UNDER
from bouwstenen_app.services.reports.covers import cover
from bouwstenen_app.services.reports.facts import facts
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.subjects import Subject, subjects
from bouwstenen_app.services.reports.writing import GENERATED, OWN, Part, Writing

__all__ = ["GENERATED", "OWN", "PARTS", "Writing", "own_text", "report"]

KEYWORDS: Final[Mapping[str, str]] = {recipes.CONSOLIDATED.slug: "consolidatie"}
"""The keyword of a kind in the properties of the file, when that is not how it is called."""

APPENDIX: Final = "Bijlage: "
"""How the heading of an appendix begins; when there are more, each gets its letter."""


PARTS: Final[Mapping[str, Part]] = {
    **consolidated.PARTS,
    **in_short.PARTS,
    **feedback.PARTS,
    **reading.PARTS,
    **aligning_report.PARTS,
    **dossier.PARTS,
    **partner.PARTS,
    **region.PARTS,
    **cards.PARTS,
    **codebook_report.PARTS,
}
"""How each part is written. The account is written last, because it names the parts that were empty."""


def report(read: Material, recipe: Recipe) -> Report:
    """Return the report: title page, then the chosen parts in their order; Problem when they hold nothing."""
    kind = recipes.kind_called(recipe.kind)
    it = Writing(read, recipe, kind)
    told = subjects(read, recipe, kind) if kind.about else ()
    sections = tuple(_unique(_chapters(it, told) if told else _parts(it)))
    if not sections:
        raise Problem("De gekozen onderdelen zijn leeg voor deze bouwstenen. Kies meer onderdelen.")
    deck = cards.DECKS[kind.slug](it) if kind.slug in cards.DECKS else ()
    return Report(
        cover=cover(it, told, deck),
        sections=sections,
        subject=kind.name if kind is not recipes.CONSOLIDATED else recipes.TITLE,
        keywords=("bouwstenen", "Veilig Thuis", KEYWORDS.get(kind.slug, kind.slug)),
        compact=kind.compact and len(told) < 2,
        cards=deck,
        facts=facts(it.about(told[0]) if len(told) == 1 else it),
    )


def _chapters(it: Writing, told: Sequence[Subject]) -> Iterator[Section]:
    """Yield the parts about one subject; about more of them a chapter for each, with the same parts under it."""
    for subject in told:
        found = tuple(_parts(it.about(subject)))
        if len(told) > 1 and found:
            yield Section(subject.name, 1, (), f"over-{subject.key}", apart=True)
            found = tuple(replace(section, level=min(section.level + 1, 3)) for section in found)
        yield from found


def _parts(it: Writing) -> Iterator[Section]:
    """Yield the sections of the chosen parts in their order."""
    chosen = [name for name in it.recipe.sections if name in it.kind.sections]
    made = {name: tuple(_written(it, name)) for name in chosen if name in PARTS}
    if recipes.ACCOUNT in chosen:
        empty = [recipes.SECTIONS[name] for name, found in made.items() if not found]
        made[recipes.ACCOUNT] = tuple(_own(it, recipes.ACCOUNT, [method.account(it.read, it.recipe, empty)]))
    for section in _lettered(list(_placed(chosen, made))):
        yield replace(said := _replaced(section, it.read.passages), items=tuple(with_tables(said.items)))


def _unique(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield the sections with every anchor once: links go to the first place of that name."""
    used: set[str] = set()
    for section in sections:
        items = tuple(
            replace(item, anchor="") if isinstance(item, Card) and item.anchor in used else item
            for item in section.items
        )
        anchor = "" if section.anchor in used else section.anchor
        used.update((section.anchor, *(item.anchor for item in items if isinstance(item, Card))))
        yield replace(section, items=items, anchor=anchor)


def _placed(chosen: Sequence[str], made: Mapping[str, Sequence[Section]]) -> Iterator[Section]:
    """Yield the sections of all parts; a part that belongs under the one before it a level down."""
    above = ""
    for name in chosen:
        below = UNDER.get(name, name) == above
        if made[name] and not below:
            above = name
        yield from (replace(one, level=min(one.level + 1, 3)) for one in made[name]) if below else made[name]


def _lettered(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections with a letter for each appendix, when there are more; appendices have no numbers."""
    many = sum(section.level == 1 and section.title.startswith(APPENDIX) for section in sections) > 1
    letters = iter(ascii_uppercase)
    inside = False
    for section in sections:
        if section.level == 1:
            inside = section.title.startswith(APPENDIX)
        if inside and section.level == 1 and many and (letter := next(letters, "")):
            section = replace(section, title=f"Bijlage {letter}: {section.title.removeprefix(APPENDIX)}")
        yield replace(section, numbered=False) if inside else section


def _written(it: Writing, name: str) -> Iterator[Section]:
    return _own(it, name, PARTS[name](it))


def _own(it: Writing, name: str, sections: Iterable[Section]) -> Iterator[Section]:
    """Yield a part with the writer's own text under its first heading; a part that has only that text, too."""
    said = own_text(it, name)
    found = list(sections)
    if said and found:
        found[0] = replace(found[0], items=(*said, *found[0].items))
    elif said:
        found = [Section(recipes.SECTIONS[name], 1, said, name)]
    return iter(found)


def own_text(it: Writing, name: str) -> tuple[Item, ...]:
    """Return what the writer put under the heading of a part, a paragraph per line that is not empty."""
    key = f"{OWN}{name}"
    text = it.read.passages.get(key, "")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(Paragraph((Run(line),), source=f"{GENERATED}{key}") for line in lines)


def _replaced(section: Section, passages: Mapping[str, str]) -> Section:
    """Return a section in which the writer's texts stand in the place of the generated ones."""
    if not any(isinstance(item, Paragraph | Listing) and item.source in passages for item in section.items):
        return section
    return replace(section, items=tuple(_in_place(section.items, passages)))


def _in_place(items: Iterable[Item], passages: Mapping[str, str]) -> Iterator[Item]:
    for item in items:
        if not isinstance(item, Paragraph | Listing) or item.source not in passages:
            yield item
            continue
        lines = [(Run(line.strip()),) for line in passages[item.source].splitlines() if line.strip()]
        if isinstance(item, Paragraph):
            yield from (replace(item, runs=line) for line in lines)
        elif lines:
            yield replace(item, items=tuple(lines))
