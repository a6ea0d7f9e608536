"""The extract for one partner: what is about them, what is asked of them, what works with them already."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import KIND, THEME, folded
from bouwstenen_app.domain.report import Card, Item, Listing, Paragraph, Run, Section
from bouwstenen_app.domain.report_parts import PARTNER_ABOUT, PARTNER_ASKED, PARTNER_PARTS, PARTNER_WORKS
from bouwstenen_app.services.reports.bundles import chosen_bundles
from bouwstenen_app.services.reports.dossier import BAD, GOOD, of_kind
from bouwstenen_app.services.reports.pieces import label, lowered, opening
from bouwstenen_app.services.reports.themes import carried
from bouwstenen_app.services.reports.writing import Part, Writing

LISTED: Final = 24
"""Blocks with a line of their own; of more of them only the number is given, so that it stays three pages."""
STEPS: Final = 10
"""How many next steps, and as many conditions, are told."""
IN_FULL: Final = 5
"""How many blocks of what works are told in full."""
NO_THEME: Final = "Nog zonder thema"


def _about(it: Writing) -> Iterator[Section]:
    blocks = it.read.blocks
    if not blocks:
        return
    items: list[Item] = [it.passage(PARTNER_ABOUT, "opening", _opening(it), role="lead")]
    if kinds := _kinds(it):
        items.append(it.passage(PARTNER_ABOUT, "soorten", kinds))
    if bundles := [one for one in chosen_bundles(it.read) if one.contributions]:
        items.append(label("Samengevat in kernbouwstenen"))
        items.append(Listing(tuple((Run(f"{one.spoken_id} ", bold=True), Run(one.title)) for one in bundles)))
    ranked = sorted(blocks, key=lambda block: (-block.votes, not block.exemplary))
    items += _by_theme(it, ranked[:LISTED])
    if rest := ranked[LISTED:]:
        numbers = ", ".join(block.spoken_id for block in rest)
        more = dutch.counted(len(rest), "andere bouwsteen", "andere bouwstenen")
        items.append(Paragraph((Run("En verder ", bold=True), Run(f"{more}: {numbers}."))))
    yield Section(PARTNER_PARTS[PARTNER_ABOUT], 1, tuple(items), "over-u")


def _opening(it: Writing) -> str:
    blocks = it.read.blocks
    sessions = dutch.counted(len({block.workshop for block in blocks}), "sessie", "sessies")
    verb = "gaat" if len(blocks) == 1 else "gaan"
    text = f"In {sessions} {verb} {dutch.counted(len(blocks), 'bouwsteen', 'bouwstenen')} over u."
    words = carried(blocks, {workshop.id: workshop for workshop in it.read.workshops})
    return f"{text} Draagvlak: {words}." if words else text


def _kinds(it: Writing) -> str:
    good, bad = len(of_kind(it, GOOD)), len(of_kind(it, BAD))
    if len(it.read.blocks) == 1:
        told = [words for count, words in ((good, "wat al werkt"), (bad, "wat knelt")) if count]
        return f"Die gaat over {dutch.enumerated(told)}." if told else ""
    parts = [f"{dutch.number(good)} over wat al werkt"] if good else []
    parts += [f"{dutch.number(bad)} over wat knelt"] if bad else []
    if not parts:
        return ""
    verb = "gaat" if (good or bad) == 1 else "gaan"
    return f"Daarvan {verb} er {dutch.enumerated(parts)}."


def _by_theme(it: Writing, blocks: Sequence[Block]) -> Iterator[Item]:
    groups: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        themes = it.read.book.select(block.codes, THEME)
        groups[it.read.book.top(themes[0].id).name if themes else NO_THEME].append(block)
    names = [code.name for code in it.read.book.tops(THEME)]
    for name in (*names, NO_THEME):
        if groups[name]:
            yield label(name)
            yield Listing(tuple(_line(it, block) for block in groups[name]))


def _line(it: Writing, block: Block) -> tuple[Run, ...]:
    kinds = it.read.book.select(block.codes, KIND)
    kind = f" ({lowered(kinds[0].name)})" if kinds else ""
    return Run(f"{block.spoken_id} ", bold=True), Run(f"{block.title}{kind}")


def _asked(it: Writing) -> Iterator[Section]:
    """Yield whose move it is according to the team, then the next steps and conditions that people named."""
    ranked = sorted(it.read.blocks, key=lambda block: -block.votes)
    steps = [(block.next_step, block) for block in ranked if block.next_step][:STEPS]
    needed = [(text, block) for block in ranked for text in block.conditions if text.strip()][:STEPS]
    items: list[Item] = []
    if mine := [one for one in chosen_bundles(it.read) if _is_owner(it, one)]:
        items.append(label("U bent aan zet"))
        items.append(Listing(tuple(_move(one) for one in mine)))
    for words, told in (("Volgende stappen die mensen noemden", steps), ("Wat daarvoor nodig is", needed)):
        if told:
            items.append(label(words))
            items.append(
                Listing(
                    tuple((Run(text.strip().rstrip(".")), Run(f" ({block.spoken_id})")) for text, block in told)
                )
            )
    if items:
        told_first = "Dit komt uit de zaal. Niet alles hoeft u alleen te doen: vaak zijn ook anderen nodig."
        items.insert(0, it.passage(PARTNER_ASKED, "uitleg", told_first, keep=True))
        yield Section(PARTNER_PARTS[PARTNER_ASKED], 1, tuple(items), "gevraagd")


def _is_owner(it: Writing, bundle: Bundle) -> bool:
    """Return whether a bundle names this partner as the one whose move it is, by any of their names."""
    code = it.subject.code if it.subject else None
    if code is None or not bundle.owner:
        return False
    whose = folded(bundle.owner)
    return any(folded(name) in whose for name in (code.name, *code.synonyms) if len(folded(name)) > 2) or any(
        name in bundle.owner.replace(",", " ").split() for name in code.abbreviations
    )


def _move(bundle: Bundle) -> tuple[Run, ...]:
    step = f": {opening(bundle.next_step)}" if bundle.next_step else ""
    return Run(f"{bundle.spoken_id} ", bold=True), Run(f"{bundle.title}{step}")


def _works(it: Writing) -> Iterator[Section]:
    good = of_kind(it, GOOD)
    if not good:
        return
    regions = {workshop.id: workshop.region for workshop in it.read.workshops}
    told = it.passage(
        PARTNER_WORKS, "uitleg", "Dit gaat nu al goed, met u erbij. Daar bouwen we op voort.", keep=True
    )
    items: list[Item] = [told, *(_card(block, regions[block.workshop]) for block in good[:IN_FULL])]
    if rest := good[IN_FULL:]:
        items.append(label("Ook genoemd"))
        items.append(Listing(tuple((Run(f"{one.spoken_id} ", bold=True), Run(one.title)) for one in rest[:LISTED])))
    yield Section(PARTNER_PARTS[PARTNER_WORKS], 1, tuple(items), "werkt")


def _card(block: Block, region: str) -> Card:
    parts = [
        (field, name, text)
        for field, name, text in (
            ("explanation", "", block.explanation),
            ("example", "Uit de praktijk.", block.example),
        )
        if text
    ]
    return Card(
        title=block.title,
        spoken_id=block.spoken_id,
        anchor=f"b-{block.spoken_id}",
        parts=tuple((name, text) for _, name, text in parts),
        provenance=f"Herkomst: {region}" if region else "",
        minority=block.minority,
        source=f"block:{block.id}",
        fields=tuple(field for field, _, _ in parts),
    )


PARTS: Final[Mapping[str, Part]] = {PARTNER_ABOUT: _about, PARTNER_ASKED: _asked, PARTNER_WORKS: _works}
"""How each part of the extract for a partner is written."""
