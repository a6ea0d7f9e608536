"""What a steering group reads first: the key message on half a page, and the decisions that are asked."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle, Support, support
from bouwstenen_app.domain.codebook import KIND
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section
from bouwstenen_app.services.reports import small_counts
from bouwstenen_app.services.reports.background import questions_asked
from bouwstenen_app.services.reports.bundles import bundle_anchor, chosen_bundles
from bouwstenen_app.services.reports.counts import Groups
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import (
    GENERATED,
    NOTHING,
    anchor,
    generated,
    label,
    opening,
    shortened,
    table_of,
    unlike,
)

PART: Final = "kernboodschap"
DECISIONS: Final = "besluiten"
GOOD, BAD, IDEA = "werkt-goed", "knelpunt", "idee"
SHOWN: Final = 2
"""How many blocks or bundles stand under each of the words of the key message."""
ASKED: Final = 3
"""How many decisions the key message names."""
NUMBERS: Final = 4
"""How many blocks of a decision are named by their number."""
TITLE_AT_MOST: Final = 110
QUESTION_AT_MOST: Final = 220


def key_message(
    material: Material, groups: Groups, *, decided: bool = True, outside: bool = False
) -> Iterator[Section]:
    """Yield the first chapter: what was asked, what was heard, what works, what pinches, what is asked of them.

    ``decided`` says that the table of decisions is in the report too, to refer to; ``outside`` that it goes to
    others than who made it.
    """
    chosen = chosen_bundles(material)
    items: list[Item] = [
        generated(f"{PART}:opening", " ".join(_opening(material, outside=outside)), "lead"),
        *_picture(material, groups),
        *_said(material, chosen[ASKED:], f"{PART}:werkt", "Dit werkt al", GOOD),
        *_said(material, chosen[ASKED:], f"{PART}:knelt", "Dit knelt", BAD),
        *(
            _asked(material, chosen, decided=decided)
            if chosen
            else _said(material, (), f"{PART}:kansen", "Hier liggen kansen", IDEA)
        ),
    ]
    yield Section("Kernboodschap", 1, tuple(items), PART)


def _opening(material: Material, *, outside: bool) -> Iterator[str]:
    asked = questions_asked(material.workshops)
    many = len(material.workshops) > 1
    sessions = dutch.counted(len(material.workshops), "sessie", "sessies")
    regions = len({w.region for w in material.workshops if w.region})
    where = f" in {dutch.number(regions)} regio’s" if regions > 1 else ""
    people = sum(w.participants for w in material.workshops)
    blocks = dutch.counted(len(material.blocks), "bouwsteen", "bouwstenen")
    if len(asked) == 1:
        yield f"De vraag was: “{shortened(asked[0], QUESTION_AT_MOST)}”"
    own = ", elk met een eigen hoofdvraag," if many and len(asked) == len(material.workshops) else ""
    if people:
        who = small_counts.counted(people, "deelnemer", "deelnemers", outside=outside)
        verb = "haalde" if people == 1 and not outside else "haalden"
        yield f"In {sessions}{where}{own} {verb} {who} {blocks} op uit de praktijk."
    else:
        verb = "is" if len(material.blocks) == 1 else "zijn"
        yield f"In {sessions}{where}{own} {verb} {blocks} opgehaald uit de praktijk."


def _picture(material: Material, groups: Groups) -> Iterator[Item]:
    """Yield where most blocks are about, and how many say what works and what pinches."""
    told = [*_themes(groups), *_kinds(material)]
    if told:
        yield generated(f"{PART}:beeld", " ".join(told))


def _themes(groups: Groups) -> Iterator[str]:
    counts = Counter(theme for themes in groups.theme_of.values() for theme in themes)
    often = [code for code in groups.most_first().themes if counts[code.id] > 1][:2]
    if often:
        names = dutch.enumerated([f"“{code.name}” ({dutch.number(counts[code.id])})" for code in often])
        yield f"De meeste bouwstenen gaan over {names}."


def _kinds(material: Material) -> Iterator[str]:
    counts = Counter(code for block in material.blocks for code in block.codes)
    parts = []
    for slug, words in ((GOOD, "wat al werkt"), (BAD, "wat knelt")):
        kind = material.book.by_slug.get((KIND, slug))
        if kind and (count := counts[kind.id]):
            parts.append((count, words))
    if parts and len(material.blocks) == 1:
        yield f"De bouwsteen zegt {dutch.enumerated([words for _, words in parts])}."
    elif parts:
        verb = "zegt" if parts[0][0] == 1 else "zeggen"
        said = dutch.enumerated([f"{dutch.number(count)} {words}" for count, words in parts])
        yield f"Van de {dutch.number(len(material.blocks))} bouwstenen {verb} er {said}."


def _said(material: Material, chosen: Sequence[Bundle], key: str, words: str, slug: str) -> Iterator[Item]:
    """Yield what works or pinches: bundles that mostly say so and are not asked below, then blocks by votes."""
    kind = material.book.by_slug.get((KIND, slug))
    if kind is None:
        return
    blocks = {block.id: block for block in material.blocks}
    bundles = [one for one in chosen if _mostly(kind.id, [blocks[b] for b in one.contributions])]
    told = {block for one in bundles for block in one.contributions}
    ranked = sorted(
        (b for b in material.blocks if kind.id in b.codes and b.id not in told and (b.votes or b.exemplary)),
        key=lambda b: (-b.votes, not b.exemplary),
    )
    lines = [
        *(_of_bundle(one, _support(one, blocks, material)) for one in bundles),
        *map(_of_block, unlike(ranked)),
    ][:SHOWN]
    if lines:
        yield label(words)
        yield Listing(tuple(lines), source=f"{GENERATED}{key}")


def _mostly(kind: str, blocks: Sequence[Block]) -> bool:
    return 2 * sum(kind in block.codes for block in blocks) > len(blocks)


def _of_bundle(bundle: Bundle, carried: Support) -> tuple[Run, ...]:
    title = shortened(bundle.title, TITLE_AT_MOST)
    return Run(f"{title} ("), Run(bundle.spoken_id, link=bundle_anchor(bundle)), Run(f", {carried.words})")


def _of_block(block: Block) -> tuple[Run, ...]:
    votes = f", {dutch.counted(block.votes, 'stem', 'stemmen')})" if block.votes else ")"
    return Run(f"{shortened(block.title, TITLE_AT_MOST)} ("), Run(block.spoken_id, link=anchor(block)), Run(votes)


def _support(bundle: Bundle, blocks: Mapping[str, Block], material: Material) -> Support:
    workshops = {workshop.id: workshop for workshop in material.workshops}
    return support([blocks[one] for one in bundle.contributions], workshops)


def _asked(material: Material, chosen: Sequence[Bundle], *, decided: bool) -> Iterator[Item]:
    blocks = {block.id: block for block in material.blocks}
    lines = [_of_bundle(bundle, _support(bundle, blocks, material)) for bundle in chosen[:ASKED]]
    if len(chosen) > ASKED:
        more = dutch.counted(len(chosen) - ASKED, "ander besluit", "andere besluiten")
        table = (Run(": zie "), Run("Gevraagde besluiten", link=DECISIONS)) if decided else ()
        lines.append((Run(f"En nog {more}"), *table, Run(".")))
    yield label("Dit vragen wij u te besluiten")
    yield Listing(tuple(lines), source=f"{GENERATED}{PART}:besluiten")


def decisions(material: Material) -> Iterator[Section]:
    """Yield the table of the decisions that are asked, one for each key bundle; nothing without any."""
    chosen = chosen_bundles(material)
    if not chosen:
        return
    blocks = {block.id: block for block in material.blocks}
    columns = (
        ("Besluit", 2.5, [Cell(_called(one), link=bundle_anchor(one)) for one in chosen]),
        ("Waarom", 2.2, [Cell(_why(one, blocks, material)) for one in chosen]),
        ("Wie", 1.4, [Cell(shortened(one.owner, 60) or NOTHING) for one in chosen]),
        ("Eerste stap, en wanneer", 2.3, [Cell(_step(one)) for one in chosen]),
        ("Bouwstenen", 1.4, [Cell(_numbers(one, blocks)) for one in chosen]),
    )
    table = table_of(
        "Gevraagde besluiten",
        columns,
        "Per besluit waarom, wie aan zet is, wat de eerste stap is en uit welke bouwstenen het komt.",
    )
    yield Section("Gevraagde besluiten", 1, (_before(chosen), table), DECISIONS)


def _before(chosen: Sequence[Bundle]) -> Paragraph:
    count = dutch.counted(len(chosen), "besluit", "besluiten")
    verb = "volgt" if len(chosen) == 1 else "volgen"
    told = f"Wij vragen u om {count}. {'Het' if len(chosen) == 1 else 'Ze'} {verb} uit de kernbouwstenen"
    lacking = sum(not (one.owner and one.next_step) for one in chosen)
    rest = "; een streepje betekent dat het nog niet is ingevuld" if lacking else ""
    return generated(f"{DECISIONS}:vooraf", f"{told}{rest}.")


def _called(bundle: Bundle) -> str:
    return f"{bundle.spoken_id} {shortened(bundle.title, 80)}"


def _why(bundle: Bundle, blocks: Mapping[str, Block], material: Material) -> str:
    if bundle.why:
        return opening(bundle.why, 90)
    carried = _support(bundle, blocks, material)
    return f"{dutch.capitalised(carried.words)} ({dutch.counted(carried.blocks, 'bouwsteen', 'bouwstenen')})"


def _step(bundle: Bundle) -> str:
    return opening(bundle.next_step, 90) if bundle.next_step else NOTHING


def _numbers(bundle: Bundle, blocks: Mapping[str, Block]) -> str:
    names = [blocks[one].spoken_id for one in bundle.contributions]
    more = f" en nog {dutch.number(len(names) - NUMBERS)}" if len(names) > NUMBERS else ""
    return ", ".join(names[:NUMBERS]) + more
