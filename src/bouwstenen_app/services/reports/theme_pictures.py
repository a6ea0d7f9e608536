"""The picture of each theme group on half a page to a page: however many blocks there are, it does not grow."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, Code, Codebook
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import anchor, body, chapter, label, lowered, shortened
from bouwstenen_app.services.reports.themes import IN_FULL, chapter_intro

MOST: Final = 7
"""The most blocks in the table of a theme (rapport.md, section 3)."""
BESIDE: Final = 3
"""How many blocks that work stand beside as many that pinch."""
OPEN: Final = 3
"""How many open questions of a theme are told."""
GOOD, BAD, QUESTION = "werkt-goed", "knelpunt", "vraag"
NOTHING: Final = "–"
TITLE_AT_MOST: Final = 100


def pictures(material: Material, groups: Groups, *, in_full: bool) -> Iterator[Section]:
    """Yield the chapter with a section per theme group that has blocks; nothing when no block has a theme.

    ``in_full`` says whether the report has the appendix in which every block stands.
    """
    inside: dict[str, list[Block]] = defaultdict(list)
    for block in sorted(material.blocks, key=lambda block: (-block.votes, not block.exemplary)):
        for theme in groups.theme_of[block.id]:
            inside[theme].append(block)
    if not inside:
        return
    scene = _Scene(material.book, {w.id: w for w in material.workshops}, votes_per_session(material.blocks), groups)
    yield Section(
        "Beeld per thema", 1, tuple(_intro(groups, voted=any(scene.votes.values()), in_full=in_full)), "beeld"
    )
    for top in groups.themes:
        if blocks := inside[top.id]:
            items = [*_picture(top, blocks, scene), *([_way(top, len(blocks))] if in_full else [])]
            yield Section(top.name, 2, tuple(items), chapter(top))


@dataclass(frozen=True, slots=True)
class _Scene:
    book: Codebook
    workshops: dict[str, Workshop]
    votes: dict[str, int]
    groups: Groups

    def kind(self, block: Block) -> str:
        """Return the slug of the kind of a block; empty when it has none."""
        kinds = self.book.select(block.codes, KIND)
        return kinds[0].slug if kinds else ""


def _intro(groups: Groups, *, voted: bool, in_full: bool) -> Iterator[Item]:
    which = ", met de bouwstenen die de meeste stemmen kregen" if voted else ""
    told = f"Per thema staat hier wat er is gehoord{which}."
    yield body(f"{told} Alle bouwstenen staan voluit in de bijlage." if in_full else told)
    without = sum(not themes for themes in groups.theme_of.values())
    if without:
        words = dutch.counted(without, "bouwsteen heeft", "bouwstenen hebben")
        where = f", en {'staat' if without == 1 else 'staan'} alleen in de bijlage" if in_full else ""
        yield body(f"{words} nog geen thema{where}.")
    if any(len(themes) > 1 for themes in groups.theme_of.values()):
        yield body("Een bouwsteen kan bij meer thema’s horen en telt dan bij elk thema mee.")


def _picture(top: Code, blocks: Sequence[Block], scene: _Scene) -> Iterator[Item]:
    yield from chapter_intro(top, blocks, scene.workshops, scene.groups)
    yield from _beside(blocks, scene)
    yield _table(top, blocks[:MOST], scene)
    questions = [block for block in blocks if scene.kind(block) == QUESTION][:OPEN]
    if questions:
        yield label("Open vragen")
        yield Listing(
            tuple((Run(f"{shortened(b.title)} ("), Run(b.spoken_id, link=anchor(b)), Run(")")) for b in questions)
        )


def _way(top: Code, count: int) -> Paragraph:
    """Return the way to where the blocks of a theme stand in full."""
    every = "Deze bouwsteen staat" if count == 1 else f"Alle {dutch.number(count)} bouwstenen staan"
    place = Run(f"bijlage, onder {top.name}", link=f"{IN_FULL}{chapter(top)}")
    return Paragraph((Run(f"{every} voluit in de "), place, Run(".")), "provenance")


def _table(top: Code, blocks: Sequence[Block], scene: _Scene) -> Table:
    """Return the blocks with the most votes; without any votes the first ones, and no column for them."""
    kinds = [scene.book.select(block.codes, KIND) for block in blocks]
    voted = any(block.votes for block in blocks)
    columns = [
        ("Nummer", 1.1, [Cell(block.spoken_id, link=anchor(block)) for block in blocks]),
        ("Bouwsteen", 5.6, [Cell(shortened(block.title, TITLE_AT_MOST)) for block in blocks]),
        ("Soort", 1.5, [Cell(lowered(kind[0].name) if kind else NOTHING) for kind in kinds]),
    ]
    if voted:
        columns.append(("Stemmen", 1.3, [Cell(_votes(block, scene.votes)) for block in blocks]))
    most = "met de meeste stemmen" if voted else "die het eerst zijn vastgelegd"
    return Table(
        f"Bouwstenen over {top.name} {most}" if len(blocks) > 1 else f"De bouwsteen over {top.name}",
        tuple(name for name, _, _ in columns),
        tuple(zip(*(cells for _, _, cells in columns), strict=True)),
        f"Bouwstenen over {top.name}: {dutch.enumerated([lowered(name) for name, _, _ in columns])}.",
        tuple(width for _, width, _ in columns),
        frozenset({3}) if voted else frozenset(),
    )


def _votes(block: Block, votes: dict[str, int]) -> str:
    whole = votes[block.workshop]
    return f"{dutch.number(block.votes)} van {dutch.number(whole)}" if whole else NOTHING


def _beside(blocks: Sequence[Block], scene: _Scene) -> Iterator[Item]:
    """Yield what works beside what pinches, when there is something of both; of one alone as a list."""
    good = [block for block in blocks if scene.kind(block) == GOOD]
    bad = [block for block in blocks if scene.kind(block) == BAD]
    if not good or not bad:
        return
    counted = (
        f"{dutch.counted(len(good), 'bouwsteen zegt', 'bouwstenen zeggen')} wat al werkt, "
        f"{dutch.counted(len(bad), 'bouwsteen', 'bouwstenen')} wat knelt."
    )
    yield body(counted)
    yield Table(
        "Wat werkt goed, naast wat knelt",
        ("Werkt goed", "Knelpunt"),
        tuple((_cell(one), _cell(other)) for one, other in zip_longest(good[:BESIDE], bad[:BESIDE])),
        "Links de bouwstenen over wat goed werkt, rechts die over wat knelt.",
        (1.0, 1.0),
    )


def _cell(block: Block | None) -> Cell:
    if block is None:
        return Cell(NOTHING)
    return Cell(f"{block.spoken_id} {shortened(block.title, TITLE_AT_MOST)}", link=anchor(block))
