"""The voice of people with experience of their own and of clients: literal, in their own order, without votes."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.report import Item, Section
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import also, generated, label, unlike
from bouwstenen_app.services.reports.quotes import literal

PART: Final = "ervaring"
PERSPECTIVE: Final = "perspectief"
OWN_EXPERIENCE: Final = ("ervaringsdeskundige", "client", "naaste")
"""The perspectives of people who went through it, with everything under them."""
MOST: Final = 8
EACH: Final = 2
"""How many voices of one perspective are told at most, as long as others have something to say too."""


def voices(material: Material) -> Iterator[Section]:
    """Yield the chapter; nothing when nobody with experience of their own is heard in it."""
    heard = _heard(material)
    if not heard:
        return
    every = {block.id for _, blocks in heard for block in blocks}
    items: list[Item] = [generated(f"{PART}:vooraf", _before(len(every)))]
    told: set[str] = set()
    for code, blocks in heard:
        chosen = [block for block in unlike(blocks) if block.id not in told][: min(EACH, MOST - len(told))]
        told.update(block.id for block in chosen)
        if chosen:
            items += [label(code.name), *map(literal, chosen)]
    rest = [block for block in material.blocks if block.id in every - told]
    items += also("Lees ook: ", rest)
    yield Section("Stem van ervaringsdeskundigen en cliënten", 1, tuple(items), PART)


def _heard(material: Material) -> list[tuple[Code, list[Block]]]:
    """Return every perspective of someone with experience and its blocks: marked ones first, then as said."""
    codes = _codes(material.book)
    found: dict[str, list[Block]] = defaultdict(list)
    for block in material.blocks:
        for code in codes.keys() & set(block.codes):
            found[code].append(block)
    for blocks in found.values():
        blocks.sort(key=lambda block: not block.exemplary)
    return [(code, found[code.id]) for code in codes.values() if found[code.id]]


def _codes(book: Codebook) -> dict[str, Code]:
    tops = {book.by_slug[PERSPECTIVE, slug].id for slug in OWN_EXPERIENCE if (PERSPECTIVE, slug) in book.by_slug}
    return {code.id: code for code in book.of(PERSPECTIVE) if code.id in tops or book.top(code.id).id in tops}


def _before(count: int) -> str:
    verb = "Eén bouwsteen komt" if count == 1 else f"{dutch.number(count)} bouwstenen komen"
    return (
        f"{verb} van mensen die het zelf meemaakten, of van mensen die naast hen staan. Hun woorden staan hier "
        "letterlijk, zoals ze zijn vastgelegd, en zonder stemmen: wat iemand heeft meegemaakt, is geen kwestie van "
        "meerderheid."
    )
