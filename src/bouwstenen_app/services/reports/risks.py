"""Risks and conditions: what can go wrong and what catches it, and what must be in order first."""

from collections.abc import Iterator, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND
from bouwstenen_app.domain.report import Cell, Item, Section
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import (
    NOTHING,
    also,
    generated,
    number_cell,
    opening,
    shortened,
    table_of,
    unlike,
    without,
)

PART: Final = "risicos"
RISK, CONDITION = "risico", "voorwaarde"
MOST: Final = 4
TITLE_AT_MOST: Final = 90


def risks(material: Material) -> Iterator[Section]:
    """Yield the chapter; nothing when no block is a risk or a condition."""
    items = [*_risks(_of(material, RISK)), *_conditions(_of(material, CONDITION))]
    if items:
        yield Section("Risico’s en voorwaarden", 1, tuple(items), PART)


def _of(material: Material, slug: str) -> list[Block]:
    code = material.book.by_slug.get((KIND, slug))
    found = [block for block in material.blocks if code and code.id in block.codes]
    return sorted(found, key=lambda block: (-block.votes, not block.exemplary))


def _risks(blocks: Sequence[Block]) -> Iterator[Item]:
    if not blocks:
        return
    count = dutch.counted(len(blocks), "bouwsteen waarschuwt", "bouwstenen waarschuwen")
    yield generated(f"{PART}:risicos", f"{count} voor iets dat mis kan gaan.")
    shown = list(unlike(blocks))[:MOST]
    yield table_of(
        "Risico’s en wat ze opvangt",
        (
            ("Risico", 2.6, [Cell(shortened(block.title, TITLE_AT_MOST)) for block in shown]),
            ("Wat er dan gebeurt", 3.0, [Cell(_said(block.explanation)) for block in shown]),
            ("Wat vangt het op", 2.8, [Cell(_caught(block)) for block in shown]),
            ("Nummer", 1.1, [number_cell(block) for block in shown]),
        ),
        "Per risico wat er kan gebeuren, wat het opvangt en uit welke bouwsteen het komt.",
    )
    yield from also("Ook over een risico: ", without(blocks, shown))


def _conditions(blocks: Sequence[Block]) -> Iterator[Item]:
    if not blocks:
        return
    count = dutch.counted(len(blocks), "bouwsteen noemt", "bouwstenen noemen")
    yield generated(
        f"{PART}:voorwaarden", f"{count} een voorwaarde: iets dat op orde moet zijn voordat het kan lukken."
    )
    shown = list(unlike(blocks))[:MOST]
    yield table_of(
        "Voorwaarden",
        (
            ("Voorwaarde", 3.0, [Cell(shortened(block.title, TITLE_AT_MOST)) for block in shown]),
            ("Wat is ervoor nodig", 2.8, [Cell(_needs(block)) for block in shown]),
            ("Eerste stap", 2.6, [Cell(_said(block.next_step, 90)) for block in shown]),
            ("Nummer", 1.1, [number_cell(block) for block in shown]),
        ),
        "Per voorwaarde wat ervoor nodig is, wat de eerste stap is en uit welke bouwsteen ze komt.",
    )
    yield from also("Ook een voorwaarde: ", without(blocks, shown))


def _said(text: str, at: int = 100) -> str:
    return opening(text, at) if text.strip() else NOTHING


def _needs(block: Block) -> str:
    return shortened("; ".join(block.conditions), 90) if block.conditions else NOTHING


def _caught(block: Block) -> str:
    return _needs(block) if block.conditions else _said(block.next_step, 90)
