"""The extract for one region: its own words beside the whole picture, and what works elsewhere."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import support
from bouwstenen_app.domain.codebook import KIND, Code
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.report_parts import (
    REGION_BUNDLES,
    REGION_ELSEWHERE,
    REGION_PARTS,
    REGION_PICTURE,
    REGION_WORDS,
)
from bouwstenen_app.services.reports import quotes, small_counts
from bouwstenen_app.services.reports.bundles import chosen_bundles
from bouwstenen_app.services.reports.counts import Groups
from bouwstenen_app.services.reports.dossier import GOOD
from bouwstenen_app.services.reports.pieces import label, lowered, shortened
from bouwstenen_app.services.reports.writing import Part, Writing

QUOTED: Final = 1
"""How many literal texts stand under each theme."""
LISTED: Final = 12
"""How many titles stand under each theme."""
THEMES: Final = 3
"""Of how many themes it is told what works elsewhere."""
ELSEWHERE: Final = 4
"""How many blocks of other regions each of those has."""
WRITTEN: Final = (
    "Zo is het in deze regio opgeschreven. Elke bouwsteen staat hier één keer, bij het eerste thema dat "
    "erbij hoort."
)
COUNTED: Final = "Een bouwsteen telt mee bij elk thema dat erbij hoort."
ALONE: Final = "Er is nog geen andere regio om deze naast te leggen."
NO_THEME: Final = "Nog zonder thema"


def _picture(it: Writing) -> Iterator[Section]:
    whole = it.all_groups
    here, all_of = _counts(it.groups), _counts(whole)
    rows = [
        (
            Cell(theme.name),
            Cell(_share(here[theme.id], len(it.read.blocks))),
            Cell(_share(all_of[theme.id], len(it.everything.blocks))),
        )
        for theme in whole.themes
        if all_of[theme.id]
    ]
    items: list[Item] = [it.passage(REGION_PICTURE, "opening", _opening(it), role="lead")]
    if rows and _regions(it) < 2:
        items.append(it.passage(REGION_PICTURE, "verschil", f"{ALONE} {COUNTED}"))
        items.append(_alone(rows))
    elif rows:
        items.append(it.passage(REGION_PICTURE, "verschil", _difference(it, whole, here, all_of)))
        items.append(
            Table(
                "Bouwstenen per themagroep, hier en in alle regio’s",
                ("Themagroep", "Hier", "Alle regio’s"),
                tuple(rows),
                "Per themagroep het aantal bouwstenen in deze regio en in alle regio’s, met hun aandeel.",
                (4, 1.4, 1.4),
                frozenset({1, 2}),
            )
        )
    yield Section(REGION_PARTS[REGION_PICTURE], 1, tuple(items), "beeld")


def _regions(it: Writing) -> int:
    return len({workshop.region for workshop in it.everything.workshops})


def _alone(rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(
        "Bouwstenen per themagroep",
        ("Themagroep", "Bouwstenen"),
        tuple(row[:2] for row in rows),
        "Per themagroep het aantal bouwstenen in deze regio, met hun aandeel.",
        (4, 1.4),
        frozenset({1}),
    )


def _opening(it: Writing) -> str:
    read = it.read
    people = sum(workshop.participants for workshop in read.workshops)
    sessions = dutch.counted(len(read.workshops), "sessie", "sessies")
    blocks = dutch.counted(len(read.blocks), "bouwsteen", "bouwstenen")
    regions = _regions(it)
    told_people = small_counts.counted(people, "deelnemer", "deelnemers", outside=it.kind.outside)
    who = f" met {told_people}" if people else ""
    verb = "is" if len(read.blocks) == 1 else "zijn"
    told = f"In {sessions}{who} {verb} hier {blocks} opgehaald."
    if regions < 2:
        return told
    whole = dutch.counted(len(it.everything.blocks), "bouwsteen", "bouwstenen")
    return f"{told} In alle {dutch.number(regions)} regio’s samen zijn het er {whole.split()[0]}."


def _difference(it: Writing, whole: Groups, here: Counter[str], all_of: Counter[str]) -> str:
    """Return which theme was told more here than in all regions, and which less."""
    mine, every = len(it.read.blocks), len(it.everything.blocks)
    gaps = [(here[code.id] / mine - all_of[code.id] / every, code) for code in whole.themes if all_of[code.id]]
    more, first = max(gaps, key=lambda gap: gap[0])
    less, last = min(gaps, key=lambda gap: gap[0])
    if more < 0.02 or less > -0.02:
        return f"De verdeling over de thema’s lijkt op die van alle regio’s samen. {COUNTED}"
    often = f"Vaker dan in alle regio’s samen ging het hier over “{first.name}”"
    return f"{often}, minder vaak over “{last.name}”. {COUNTED}"


def _counts(groups: Groups) -> Counter[str]:
    return Counter(theme for themes in groups.theme_of.values() for theme in themes)


def _share(count: int, whole: int) -> str:
    return f"{dutch.number(count)} ({round(100 * count / whole)}%)" if count else "–"


def _words(it: Writing) -> Iterator[Section]:
    """Yield per theme group the titles as they were written down, and a literal text; each block once."""
    groups: dict[str, list[Block]] = {}
    order: list[Code | None] = [*it.groups.themes, None]
    for block in sorted(it.read.blocks, key=lambda one: -one.votes):
        home = next((code for code in it.groups.themes if code.id in it.groups.theme_of[block.id]), None)
        groups.setdefault(home.id if home else "", []).append(block)
    told = it.passage(REGION_WORDS, "uitleg", WRITTEN, keep=True)
    yield Section(REGION_PARTS[REGION_WORDS], 1, (told,), "woorden")
    for code in order:
        blocks = groups.get(code.id if code else "", [])
        if not blocks:
            continue
        name = code.name if code else NO_THEME
        items: list[Item] = [Listing(tuple(_line(it, block) for block in blocks[:LISTED]))]
        items += [quotes.literal(block) for block in quotes.telling(blocks, QUOTED)]
        if rest := blocks[LISTED:]:
            numbers = ", ".join(one.spoken_id for one in rest)
            items.append(Paragraph((Run("En verder: ", bold=True), Run(f"{numbers}."))))
        place = f"woorden-{code.slug if code else 'zonder'}"
        yield Section(name, 2, tuple(items), place)


def _line(it: Writing, block: Block) -> tuple[Run, ...]:
    kinds = it.read.book.select(block.codes, KIND)
    kind = f" ({lowered(kinds[0].name)})" if kinds else ""
    return Run(f"{block.spoken_id} ", bold=True), Run(f"{block.title}{kind}")


def _bundles(it: Writing) -> Iterator[Section]:
    """Yield the key bundles that this region gave something to, with what it gave and how they are carried."""
    mine = {block.id: block.spoken_id for block in it.read.blocks}
    blocks = {block.id: block for block in it.everything.blocks}
    workshops = {workshop.id: workshop for workshop in it.everything.workshops}
    rows = []
    for bundle in chosen_bundles(it.everything):
        given = [mine[one] for one in bundle.contributions if one in mine]
        if given:
            carried = support([blocks[one] for one in bundle.contributions], workshops).words
            names = ", ".join(given)
            rows.append((Cell(bundle.spoken_id), Cell(shortened(bundle.title)), Cell(names), Cell(carried)))
    if not rows:
        return
    told = it.passage(REGION_BUNDLES, "uitleg", "Wat hier is gezegd, staat ook in deze kernbouwstenen.", keep=True)
    table = Table(
        "Kernbouwstenen met een bijdrage uit deze regio",
        ("Nummer", "Kernbouwsteen", "Uit deze regio", "Draagvlak"),
        tuple(rows),
        "Per kernbouwsteen welke bouwstenen uit deze regio erin zitten, en hoe breed hij wordt gedragen.",
        (1.2, 4, 2, 1.8),
    )
    yield Section(REGION_PARTS[REGION_BUNDLES], 1, (told, table), "kernbouwstenen")


def _elsewhere(it: Writing) -> Iterator[Section]:
    """Yield what works in other regions on the themes that this region spoke about most."""
    own = {workshop.id for workshop in it.read.workshops}
    regions = {workshop.id: workshop.region for workshop in it.everything.workshops}
    good = it.read.book.by_slug.get((KIND, GOOD))
    whole = it.all_groups
    others = [b for b in it.everything.blocks if b.workshop not in own and good is not None and good.id in b.codes]
    others.sort(key=lambda block: (-block.votes, not block.exemplary))
    items: list[Item] = []
    named: set[str] = set()
    for theme in [code for code in it.groups.most_first().themes if _counts(it.groups)[code.id]][:THEMES]:
        found = [b for b in others if theme.id in whole.theme_of[b.id] and b.id not in named][:ELSEWHERE]
        if found:
            named |= {block.id for block in found}
            items.append(label(theme.name))
            items.append(Listing(tuple(_from(block, regions[block.workshop]) for block in found)))
    if items:
        told = "Over de thema’s waar het hier het vaakst over ging, vertelden andere regio’s wat goed werkt."
        items.insert(0, it.passage(REGION_ELSEWHERE, "uitleg", told, keep=True))
        yield Section(REGION_PARTS[REGION_ELSEWHERE], 1, tuple(items), "elders")


def _from(block: Block, region: str) -> tuple[Run, ...]:
    return Run(f"{block.spoken_id} ", bold=True), Run(f"{block.title}{f' · {region}' if region else ''}")


PARTS: Final[Mapping[str, Part]] = {
    REGION_PICTURE: _picture,
    REGION_WORDS: _words,
    REGION_BUNDLES: _bundles,
    REGION_ELSEWHERE: _elsewhere,
}
"""How each part of the extract for a region is written."""
