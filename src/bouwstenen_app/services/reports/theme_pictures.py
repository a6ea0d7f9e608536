"""The picture of each theme group on half a page to a page: however many blocks there are, it does not grow."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, Code
from bouwstenen_app.domain.report import Cell, Item, Paragraph, Run, Section, Table
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import (
    NOTHING,
    Column,
    anchor,
    chapter,
    generated,
    lowered,
    number_cell,
    referred,
    shortened,
    table_of,
    unlike,
    without,
)
from bouwstenen_app.services.reports.themes import IN_FULL, chapter_intro

MOST, BRIEF = (7, 3), (3, 2)
"""The most blocks in the table of a theme, and how many that work stand beside as many that pinch; when there are
many themes, fewer of each (rapport.md, section 3)."""
MANY: Final = 6
OPEN: Final = 3
"""How many open questions of a theme are told."""
SECTIONS: Final = 14
"""The most themes with a section of their own: those with most blocks."""
GOOD, BAD, QUESTION = "werkt-goed", "knelpunt", "vraag"
PART: Final = "themas"
TITLE_AT_MOST: Final = 100


def pictures(material: Material, groups: Groups, *, in_full: bool, bundled: bool = False) -> Iterator[Section]:
    """Yield the chapter with a section per theme group that has blocks; nothing when no block has a theme.

    ``in_full`` says whether the report has the appendix in which every block stands, ``bundled`` whether its key
    bundles tell what got most votes: then many themes have only what works beside what pinches.
    """
    inside: dict[str, list[Block]] = defaultdict(list)
    for block in sorted(material.blocks, key=lambda block: (-block.votes, not block.exemplary)):
        for theme in groups.theme_of[block.id]:
            inside[theme].append(block)
    if not inside:
        return
    every = [top for top in groups.themes if inside[top.id]]
    most = {top.id for top in sorted(every, key=lambda top: -len(inside[top.id]))[:SECTIONS]}
    told = [top for top in every if top.id in most]
    sizes = MOST if len(told) <= MANY else BRIEF
    workshops = {workshop.id: workshop for workshop in material.workshops}
    scene = _Scene(
        _kinds(material),
        workshops,
        votes_per_session(material.blocks),
        groups,
        *sizes,
        others=not bundled or sizes is MOST,
    )
    rest = [(top, len(inside[top.id])) for top in every if top.id not in most]
    yield Section("Beeld per thema", 1, (*_intro(scene, in_full=in_full), *_others(rest)), "beeld")
    for top in told:
        blocks = inside[top.id]
        yield Section(top.name, 2, tuple(_picture(top, blocks, scene, in_full=in_full)), chapter(top))


@dataclass(frozen=True, slots=True)
class _Scene:
    kinds: Mapping[str, Code | None]
    """Block id → its kind."""
    workshops: Mapping[str, Workshop]
    votes: Mapping[str, int]
    groups: Groups
    top: int
    """How many blocks stand in the table of a theme."""
    beside: int
    others: bool
    """Whether other blocks stand under what works beside what pinches."""

    def kind(self, block: Block) -> str:
        """Return the slug of the kind of a block; empty when it has none."""
        found = self.kinds[block.id]
        return found.slug if found else ""


def _kinds(material: Material) -> Mapping[str, Code | None]:
    codes = {code.id: code for code in material.book.of(KIND)}
    return {block.id: next((codes[one] for one in block.codes if one in codes), None) for block in material.blocks}


def _intro(scene: _Scene, *, in_full: bool) -> Iterator[Item]:
    theme_of = scene.groups.theme_of
    which = ", met de bouwstenen die de meeste stemmen kregen" if any(scene.votes.values()) else ""
    told = [f"Per thema staat hier wat er is gehoord{which}."]
    if in_full:
        told.append("Alle bouwstenen staan voluit in de bijlage.")
    if any(len(themes) > 1 for themes in theme_of.values()):
        told.append("Een bouwsteen kan bij meer thema’s horen en telt dan bij elk thema mee.")
    if without := sum(not themes for themes in theme_of.values()):
        where = f", en {'staat' if without == 1 else 'staan'} alleen in de bijlage" if in_full else ""
        told.append(f"{dutch.counted(without, 'bouwsteen heeft', 'bouwstenen hebben')} nog geen thema{where}.")
    yield generated(f"{PART}:vooraf", " ".join(told))


def _others(themes: Sequence[tuple[Code, int]]) -> Iterator[Item]:
    """Yield the themes that have no section of their own: there are too many for that."""
    if themes:
        names = dutch.enumerated([f"{top.name} ({dutch.number(count)})" for top, count in themes])
        yield Paragraph((Run("Ook genoemd: ", bold=True), Run(f"{names}.")))


def _picture(top: Code, blocks: Sequence[Block], scene: _Scene, *, in_full: bool) -> Iterator[Item]:
    """Yield what was heard in a few lines, what works beside what pinches, blocks with many votes, questions."""
    different = list(unlike(blocks))
    good = [block for block in different if scene.kind(block) == GOOD]
    bad = [block for block in different if scene.kind(block) == BAD]
    *_, summary = chapter_intro(top, blocks, scene.workshops, scene.groups)
    about = [top.definition] if top.definition else []
    heard = "".join(run.text for run in summary.runs)
    yield generated(f"{PART}:{top.slug}", " ".join([*about, heard, *_works_and_pinches(blocks, scene)]))
    shown: list[Block] = []
    if good and bad:
        shown = [*good[: scene.beside], *bad[: scene.beside]]
        yield _beside(top, good[: scene.beside], bad[: scene.beside])
    rest = without(different, shown)
    if rest and (scene.others or not shown):
        yield _table(
            top,
            rest[: scene.top],
            scene,
            others=bool(shown),
            every=len(rest) <= scene.top and len(different) == len(blocks),
        )
    questions = [block for block in different if scene.kind(block) == QUESTION][:OPEN]
    if last := (*_open(questions), *(_way(top, len(blocks)) if in_full else ())):
        yield Paragraph(last)


def _open(questions: Sequence[Block]) -> Iterator[Run]:
    if questions:
        yield Run("Open vraag: " if len(questions) == 1 else "Open vragen: ", bold=True)
    for place, block in enumerate(questions, start=1):
        yield from (*referred(shortened(block.title), block), Run(". " if place == len(questions) else "; "))


def _works_and_pinches(blocks: Sequence[Block], scene: _Scene) -> Iterator[str]:
    counts = Counter(map(scene.kind, blocks))
    parts = [(counts[kind], words) for kind, words in ((GOOD, "wat al werkt"), (BAD, "wat knelt")) if counts[kind]]
    if parts and len(blocks) == 1:
        yield f"Deze bouwsteen zegt {dutch.enumerated([words for _, words in parts])}."
    elif parts:
        verb = "zegt" if parts[0][0] == 1 else "zeggen"
        said = dutch.enumerated([f"{dutch.number(count)} {words}" for count, words in parts])
        yield f"Van deze bouwstenen {verb} er {said}."


def _way(top: Code, count: int) -> tuple[Run, ...]:
    """Return the way to where the blocks of a theme stand in full."""
    every = "Deze bouwsteen staat" if count == 1 else f"Alle {dutch.number(count)} bouwstenen staan"
    place = Run(f"bijlage, onder {top.name}", link=f"{IN_FULL}{chapter(top)}")
    return Run(f"{every} voluit in de "), place, Run(".")


def _table(top: Code, blocks: Sequence[Block], scene: _Scene, *, others: bool, every: bool) -> Table:
    """Return the blocks with the most votes; without any votes the first ones, and no column for them."""
    kinds = [scene.kinds[block.id] for block in blocks]
    voted = any(block.votes for block in blocks)
    columns: list[Column] = [
        ("Nummer", 1.1, list(map(number_cell, blocks))),
        ("Bouwsteen", 5.6, [Cell(shortened(block.title, TITLE_AT_MOST)) for block in blocks]),
        ("Soort", 1.5, [Cell(lowered(kind.name) if kind else NOTHING) for kind in kinds]),
        ("Stemmen", 1.3, [Cell(_votes(block, scene.votes) if voted else NOTHING) for block in blocks]),
    ]
    which = "" if every else " met de meeste stemmen" if voted else " die het eerst zijn vastgelegd"
    what = ("Andere " if others else "De ") + ("bouwsteen" if len(blocks) == 1 else "bouwstenen")
    caption, description = f"{what} over {top.name}{which}", f"Bouwstenen over {top.name}{which}."
    return table_of(caption, columns, description, counts={"Stemmen"})


def _votes(block: Block, votes: Mapping[str, int]) -> str:
    whole = votes[block.workshop]
    return f"{dutch.number(block.votes)} van {dutch.number(whole)}" if whole else NOTHING


def _beside(top: Code, good: Sequence[Block], bad: Sequence[Block]) -> Table:
    """Return what works beside what pinches."""
    return Table(
        f"{top.name}: wat goed werkt, naast wat knelt",
        ("Werkt goed", "Knelpunt"),
        tuple((_cell(one), _cell(other)) for one, other in zip_longest(good, bad)),
        "Links de bouwstenen over wat goed werkt, rechts die over wat knelt.",
        (1.0, 1.0),
    )


def _cell(block: Block | None) -> Cell:
    if block is None:
        return Cell(NOTHING)
    return Cell(f"{block.spoken_id} {shortened(block.title, TITLE_AT_MOST)}", link=anchor(block))
