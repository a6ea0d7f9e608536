"""What is asked of each partner: a few first steps under its own name, from the blocks and bundles that name it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import DOMAIN, KIND, Code
from bouwstenen_app.domain.report import Item, Listing, Paragraph, Run, Section
from bouwstenen_app.services.reports.bundles import bundle_anchor, chosen_bundles
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import generated, opening, referred, unlike

PART: Final = "partners"
EACH: Final = 5
"""The most that is asked of one partner (rapport.md, section 3)."""
SHOWN: Final = 8
"""The partners that get a section of their own: those of whom most is asked."""
BRIEF: Final = 3
"""How much is asked of each when there are more partners than fit on two pages."""
FEW: Final = 6
STEP_AT_MOST: Final = 150
NOT_ASKED: Final = ("werkt-goed", "verhaal")
"""Kinds that ask for nothing."""


def partners(material: Material) -> Iterator[Section]:
    """Yield the chapter with a section per partner; nothing when no first step names a partner."""
    book = material.book
    asked = _asked(material)
    if not asked:
        return
    ranked = sorted(asked, key=lambda code: -len(asked[code]))
    shown = ranked[:SHOWN]
    each = EACH if len(shown) <= FEW else BRIEF
    bundles = _bundles(material)
    items = [generated(f"{PART}:vooraf", _before(shown, each)), *_others(ranked[SHOWN:], asked)]
    yield Section("Per partner: wat wordt gevraagd", 1, tuple(items), PART)
    for code in sorted(shown, key=book.codes.index):
        yield Section(code.name, 2, tuple(_partner(asked[code], bundles.get(code.id, ()), each)), f"p-{code.slug}")


def _asked(material: Material) -> Mapping[Code, list[Block]]:
    """Return for each partner the blocks that name it and have a first step, those with most votes first."""
    book = material.book
    quiet = {code.id for slug in NOT_ASKED if (code := book.by_slug.get((KIND, slug)))}
    partners = {code.id: code for code in book.of(DOMAIN) if code.parent is not None and not code.retired}
    found: dict[Code, list[Block]] = defaultdict(list)
    for block in sorted(material.blocks, key=lambda block: (-block.votes, not block.exemplary)):
        if block.next_step and quiet.isdisjoint(block.codes):
            for one in block.codes:
                if one in partners:
                    found[partners[one]].append(block)
    return found


def _bundles(material: Material) -> Mapping[str, list[Bundle]]:
    """Return the key bundles with a first step of each partner, by the id of its code."""
    found: dict[str, list[Bundle]] = defaultdict(list)
    for bundle in chosen_bundles(material):
        for code in bundle.codes if bundle.next_step else ():
            found[code].append(bundle)
    return found


def _before(shown: Sequence[Code], each: int) -> str:
    count = dutch.counted(len(shown), "partner", "partners")
    return (
        f"Hier staat van {count} welke eerste stappen in de sessies zijn genoemd, hoogstens {each} per partner. "
        "Het zijn voorstellen uit de praktijk, geen afspraken."
    )


def _others(codes: Sequence[Code], asked: Mapping[Code, Sequence[Block]]) -> Iterator[Item]:
    if codes:
        names = dutch.enumerated([f"{code.name} ({dutch.number(len(asked[code]))})" for code in codes])
        told = f"{names}. Bij elke partner staat het aantal bouwstenen met een eerste stap."
        yield Paragraph((Run("Ook genoemd: ", bold=True), Run(told)))


def _partner(blocks: Sequence[Block], bundles: Sequence[Bundle], each: int) -> Iterator[Item]:
    lines = [_of_bundle(bundle) for bundle in bundles[:each]]
    inside = {block for bundle in bundles[:each] for block in bundle.contributions}
    rest = [block for block in unlike(blocks) if block.id not in inside]
    lines += [referred(_step(block.next_step), block) for block in rest[: each - len(lines)]]
    yield Listing(tuple(lines))


def _of_bundle(bundle: Bundle) -> tuple[Run, ...]:
    return Run(f"{_step(bundle.next_step)} ("), Run(bundle.spoken_id, link=bundle_anchor(bundle)), Run(")")


def _step(text: str) -> str:
    return opening(text, STEP_AT_MOST).rstrip(".")
