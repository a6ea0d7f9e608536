"""The dossier of one theme: all that was told about it in every region, what works, what pinches, what is open."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, THEME
from bouwstenen_app.domain.report import Cell, Figure, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.report_parts import (
    THEME_BLOCKS,
    THEME_BUNDLES,
    THEME_CONTRAST,
    THEME_PARTS,
    THEME_PICTURE,
    THEME_QUESTIONS,
)
from bouwstenen_app.services.reports.bundle_cards import bundle_card
from bouwstenen_app.services.reports.bundles import chosen_bundles
from bouwstenen_app.services.reports.counts import per_code, votes_per_session
from bouwstenen_app.services.reports.pieces import body, chapter, label, linked, lowered, referred, shortened
from bouwstenen_app.services.reports.subjects import NO_REGION
from bouwstenen_app.services.reports.themes import card, carried, chapter_intro
from bouwstenen_app.services.reports.writing import Part, Writing

GOOD, BAD, QUESTION = "werkt-goed", "knelpunt", "vraag"
MOST: Final = 15
"""How many blocks that work, and as many that pinch, have a line of their own; all stand in full further on."""
GENERAL: Final = "Algemeen"


def of_kind(it: Writing, slug: str) -> list[Block]:
    """Return the blocks of a kind, most votes first."""
    kind = it.read.book.by_slug.get((KIND, slug))
    found = [block for block in it.read.blocks if kind is not None and kind.id in block.codes]
    return sorted(found, key=lambda block: (-block.votes, not block.exemplary))


def _picture(it: Writing) -> Iterator[Section]:
    read = it.read
    workshops = {workshop.id: workshop for workshop in read.workshops}
    items: list[Item] = []
    if it.subject and it.subject.code and read.blocks:
        items += chapter_intro(it.subject.code, read.blocks, workshops, it.groups)
    items += _regions(it)
    items += _kinds(it)
    if items:
        yield Section(THEME_PARTS[THEME_PICTURE], 1, tuple(items), "beeld")


def _regions(it: Writing) -> Iterator[Item]:
    """Yield how the blocks divide over the regions, also those in which nobody spoke about it."""
    regions: dict[str, list[str]] = defaultdict(list)
    for workshop in it.read.workshops:
        regions[workshop.region or NO_REGION].append(workshop.id)
    if len(regions) < 2:
        return
    rows = []
    for name, ids in sorted(regions.items(), key=lambda one: one[0].casefold()):
        blocks = [block for block in it.read.blocks if block.workshop in ids]
        votes = sum(block.votes for block in blocks)
        whole = sum(block.votes for block in it.everything.blocks if block.workshop in ids)
        told = f"{dutch.number(votes)} van {dutch.number(whole)}" if whole else "–"
        rows.append((Cell(name), Cell(dutch.number(len(blocks))), Cell(told)))
    silent = [row[0].text for row in rows if row[1].text == "0"]
    spoken = dutch.counted(len(regions) - len(silent), "regio", "regio’s")
    told = f"In {spoken} is hierover gesproken."
    if silent:
        told += f" Niet in {dutch.enumerated(silent)}." if len(silent) <= 3 else f" In {len(silent)} regio’s niet."
    yield it.passage(THEME_PICTURE, "regios", told)
    yield Table(
        "Waar de bouwstenen vandaan komen",
        ("Regio", "Bouwstenen", "Stemmen"),
        tuple(rows),
        "Per regio het aantal bouwstenen over dit thema, met hun stemmen en alle stemmen van die regio erbij.",
        (4, 1.7, 1.7),
        frozenset({1, 2}),
    )


def _kinds(it: Writing) -> Iterator[Item]:
    kinds = per_code(it.read.blocks, it.read.book, KIND)
    if len(kinds) < 2:
        return
    first, most = kinds[0]
    yield body(f"{first.name} komt het vaakst voor: {dutch.number(most)} keer.")
    yield Figure(
        "Bouwstenen over dit thema per soort",
        tuple((code.name, count) for code, count in kinds),
        "Staafdiagram: " + ", ".join(f"{lowered(code.name)} {count}" for code, count in kinds) + ".",
    )


def _contrast(it: Writing) -> Iterator[Section]:
    good, bad = of_kind(it, GOOD), of_kind(it, BAD)
    if not good and not bad:
        return
    items: list[Item] = []
    if not good:
        lacking = "Over wat bij dit thema goed werkt, is in de sessies niets opgehaald."
        items.append(it.passage(THEME_CONTRAST, "niets", lacking))
    items += (*_listed("Wat werkt goed", good), *_listed("Wat knelt", bad))
    yield Section(THEME_PARTS[THEME_CONTRAST], 1, tuple(items), "werkt-knelt")


def _listed(words: str, blocks: Sequence[Block]) -> Iterator[Item]:
    if not blocks:
        return
    yield label(f"{words} ({dutch.number(len(blocks))})")
    yield Listing(tuple(referred(shortened(block.title), block) for block in blocks[:MOST]))
    if blocks[MOST:]:
        yield Paragraph((Run("En verder: "), *linked(blocks[MOST:], titles=False), Run(".")))


def _bundles(it: Writing) -> Iterator[Section]:
    chosen = chosen_bundles(it.read)
    if chosen:
        told = "Deze teksten zijn door het team samengevat. Onder elke tekst staat uit welke bouwstenen."
        items: list[Item] = [it.passage(THEME_BUNDLES, "uitleg", told, keep=True)]
        bundles = {one.id: one for one in it.everything.bundles}
        items += [bundle_card(bundles[one.id], it.everything) for one in chosen]
        yield Section("Kernbouwstenen", 1, tuple(items), "kernbouwstenen")


def _blocks(it: Writing) -> Iterator[Section]:
    """Yield every block in full once, under the first of the themes that the dossier is about."""
    if not it.read.blocks:
        return
    book, ids = it.read.book, it.subject.ids if it.subject else frozenset()
    homes: dict[str, list[Block]] = defaultdict(list)
    for block in sorted(it.read.blocks, key=lambda one: -one.votes):
        inside = [code.id for code in book.select(block.codes, THEME) if code.id in ids]
        homes[inside[0]].append(block)
    count = dutch.counted(len(it.read.blocks), "bouwsteen", "bouwstenen")
    workshops = {workshop.id: workshop for workshop in it.read.workshops}
    words = carried(it.read.blocks, workshops)
    verb = "staat" if len(it.read.blocks) == 1 else "staan"
    told = f"Hier {verb} {count} voluit{f' ({words})' if words else ''}."
    yield Section(THEME_PARTS[THEME_BLOCKS], 1, (it.passage(THEME_BLOCKS, "uitleg", told, keep=True),), "alle")
    votes = votes_per_session(it.everything.blocks)
    for code in book.of(THEME):
        if found := homes[code.id]:
            top = it.subject is not None and it.subject.code is code and len(ids) > 1
            lead = (Paragraph((Run(code.definition),), keep_with_next=True),) if code.definition and not top else ()
            cards = (card(one, workshops[one.workshop], votes[one.workshop], book) for one in found)
            yield Section(GENERAL if top else code.name, 2, (*lead, *cards), chapter(code))


def _questions(it: Writing) -> Iterator[Section]:
    items: list[Item] = []
    if asked := of_kind(it, QUESTION):
        items.append(
            it.passage(THEME_QUESTIONS, "uitleg", "Deze vragen legden mensen op tafel zonder antwoord.", keep=True)
        )
        items.append(Listing(tuple(referred(block.title, block) for block in asked)))
    open_ended = [block for block in it.read.blocks if not block.next_step and block not in asked]
    if open_ended:
        items.append(label("Nog zonder volgende stap"))
        items.append(Paragraph((*linked(open_ended, titles=False), Run("."))))
    if items:
        yield Section(THEME_PARTS[THEME_QUESTIONS], 1, tuple(items), "vragen")


PARTS: Final[Mapping[str, Part]] = {
    THEME_PICTURE: _picture,
    THEME_CONTRAST: _contrast,
    THEME_BUNDLES: _bundles,
    THEME_BLOCKS: _blocks,
    THEME_QUESTIONS: _questions,
}
"""How each part of the dossier of a theme is written."""
