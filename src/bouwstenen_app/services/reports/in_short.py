"""The key bundles as one line each, for who has two pages of time."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle, support
from bouwstenen_app.domain.report import Item, Listing, Run, Section
from bouwstenen_app.domain.report_parts import BUNDLES_IN_SHORT, OTHER_PARTS
from bouwstenen_app.services.reports.bundles import chosen_bundles
from bouwstenen_app.services.reports.pieces import shortened
from bouwstenen_app.services.reports.writing import Part, Writing

WITHOUT_BUNDLES: Final = 8
"""How many blocks stand there when there are no key bundles yet."""
TITLE_AT_MOST: Final = 140


def _in_short(it: Writing) -> Iterator[Section]:
    chosen = chosen_bundles(it.read)
    if chosen:
        told = "Onder elke regel ligt een kernbouwsteen; in het geconsolideerde rapport staat die voluit."
        lines = tuple(_of_bundle(it, one) for one in chosen)
    else:
        told = f"Er zijn nog geen kernbouwstenen. {_which(it.read.blocks)}"
        ranked = sorted(it.read.blocks, key=lambda block: (-block.votes, not block.exemplary))
        lines = tuple(map(_of_block, ranked[:WITHOUT_BUNDLES]))
    items: tuple[Item, ...] = (it.passage(BUNDLES_IN_SHORT, "uitleg", told, keep=True), Listing(lines))
    yield Section(OTHER_PARTS[BUNDLES_IN_SHORT], 1, items, "op-een-rij")


def _which(blocks: Sequence[Block]) -> str:
    """Return the sentence that says which blocks stand here for want of bundles."""
    if len(blocks) == 1:
        return "Dit is de bouwsteen die er is."
    if len(blocks) <= WITHOUT_BUNDLES:
        return "Dit zijn alle bouwstenen."
    if any(block.votes for block in blocks):
        return "Dit zijn de bouwstenen met de meeste stemmen."
    return "Dit is een greep uit de bouwstenen."


def _of_bundle(it: Writing, bundle: Bundle) -> tuple[Run, ...]:
    blocks = {block.id: block for block in it.read.blocks}
    workshops = {workshop.id: workshop for workshop in it.read.workshops}
    carried = support([blocks[one] for one in bundle.contributions], workshops).words
    owner = f"; aan zet: {bundle.owner}" if bundle.owner else ""
    return (
        Run(f"{bundle.spoken_id} ", bold=True),
        Run(f"{shortened(bundle.title, TITLE_AT_MOST)} ({carried}{owner})"),
    )


def _of_block(block: Block) -> tuple[Run, ...]:
    votes = f" ({dutch.counted(block.votes, 'stem', 'stemmen')})" if block.votes else ""
    return Run(f"{block.spoken_id} ", bold=True), Run(f"{shortened(block.title, TITLE_AT_MOST)}{votes}")


PARTS: Final[Mapping[str, Part]] = {BUNDLES_IN_SHORT: _in_short}
"""How the part is written."""
