"""Turning points and stages of life: where it can turn and for whom, from 0 to 100 years."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code, Codebook
from bouwstenen_app.domain.report import Cell, Item, Section, Table
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import (
    NOTHING,
    also,
    generated,
    label,
    lowered,
    number_cell,
    shortened,
    table_of,
    unlike,
    without,
)

PART: Final = "kantelmomenten"
STAGE: Final = "levensfase"
MOMENT: Final = (THEME, "kantelmomenten")
WHOLE: Final = ("alle-leeftijden", "hele-huishouden")
"""The stages of life that are no age: they stand beside the strip."""
MOST: Final = 8
PARTNERS: Final = 4
SHADES: Final = 5
TITLE_AT_MOST: Final = 100


def moments(material: Material) -> Iterator[Section]:
    """Yield the chapter; nothing when no block has the theme of turning points or a stage of life."""
    code = material.book.by_slug.get(MOMENT)
    turning = [block for block in material.blocks if code and code.id in block.codes]
    turning.sort(key=lambda block: (-block.votes, not block.exemplary))
    items = [*_moments(turning, material.book), *_strip(material)]
    if items:
        yield Section("Kantelmomenten en levensfasen", 1, tuple(items), PART)


def _moments(turning: Sequence[Block], book: Codebook) -> Iterator[Item]:
    if not turning:
        return
    count = dutch.counted(len(turning), "bouwsteen gaat", "bouwstenen gaan")
    yield generated(
        f"{PART}:vooraf",
        f"{count} over een moment waarop onveiligheid kan keren. De tabel laat zien wie dan het verschil maakt.",
    )
    shown = list(unlike(turning))[:MOST]
    stages = [book.select(block.codes, STAGE) for block in shown]
    columns = [
        ("Nummer", 1.1, [number_cell(block) for block in shown]),
        ("Moment", 4.2, [Cell(shortened(block.title, TITLE_AT_MOST)) for block in shown]),
        ("Wie kan het verschil maken", 2.8, [Cell(_partners(block, book)) for block in shown]),
        ("Levensfase", 2.2, [Cell(", ".join(lowered(code.name) for code in found) or NOTHING) for found in stages]),
    ]
    yield table_of(
        "Momenten waarop het kan kantelen",
        columns,
        "Per kantelmoment wie het verschil kan maken en om welke levensfase het gaat.",
    )
    yield from also("Ook over een kantelmoment: ", without(turning, shown))


def _partners(block: Block, book: Codebook) -> str:
    """Return the partners of a block; a main domain only when none of its partners is named."""
    codes = book.select(block.codes, DOMAIN)
    above = {code.parent for code in codes}
    names = [code.name for code in codes if code.id not in above]
    more = f" en {len(names) - PARTNERS + 1} andere" if len(names) > PARTNERS else ""
    return (", ".join(names[: PARTNERS - 1] if more else names) + more) or NOTHING


def _strip(material: Material) -> Iterator[Item]:
    """Yield the ages from 0 to 100 with the number of blocks of each."""
    stages = [code for code in material.book.of(STAGE) if not code.retired]
    counts = Counter(code for block in material.blocks for code in block.codes)
    ages = [code for code in stages if code.slug not in WHOLE]
    if not any(counts[code.id] for code in stages):
        return
    yield label("Van 0 tot 100")
    if any(counts[code.id] for code in ages):
        yield generated(f"{PART}:leeftijden", " ".join(_told(ages, counts)))
        most = max(counts[code.id] for code in ages)
        yield Table(
            "Bouwstenen per levensfase",
            ("Levensfase", *(code.name for code in ages)),
            ((Cell("Bouwstenen"), *(_shaded(counts[code.id], most) for code in ages)),),
            "Van links naar rechts de levensfasen, met het aantal bouwstenen over elk.",
            (2.2, *(1.0 for _ in ages)),
            frozenset(range(1, len(ages) + 1)),
        )
    if beside := [code for code in stages if code.slug in WHOLE and counts[code.id]]:
        told = dutch.enumerated([f"{dutch.number(counts[code.id])} bij {lowered(code.name)}" for code in beside])
        whole = sum(counts[code.id] for code in beside)
        verb = "staat" if whole == 1 else "staan"
        yield generated(
            f"{PART}:breder",
            f"Niet bij een leeftijd, maar breder, {verb}: {told}. Een bouwsteen kan bij meer levensfasen horen.",
        )


def _told(ages: Sequence[Code], counts: Counter[str]) -> Iterator[str]:
    ranked = sorted(ages, key=lambda code: -counts[code.id])
    most = ranked[0]
    yield (
        f"De meeste bouwstenen over een leeftijd gaan over {lowered(most.name)}: {dutch.number(counts[most.id])}."
    )
    if missing := [lowered(code.name) for code in ages if not counts[code.id]]:
        yield f"Over {dutch.enumerated(missing)} is niets vastgelegd."
    elif len(ranked) > 1 and counts[ranked[-1].id] < counts[most.id]:
        yield f"De minste gaan over {lowered(ranked[-1].name)}: {dutch.number(counts[ranked[-1].id])}."


def _shaded(count: int, most: int) -> Cell:
    if not count:
        return Cell(NOTHING)
    return Cell(dutch.number(count), shade=1 + min(SHADES - 1, SHADES * (count - 1) // most), bold=count == most)
