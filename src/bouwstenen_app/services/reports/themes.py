"""Every block in full once, in a chapter per theme group: as a dossier, or as an appendix."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook
from bouwstenen_app.domain.report import Card, Item, Paragraph, Run, Section
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import anchor, body, chapter, linked, lowered

PERSPECTIVE = "perspectief"
GENERAL = "Algemeen"
"""The section for blocks that carry only the theme group itself."""
IN_FULL = "bijlage-"
"""Before the name of the place of a theme: where its blocks stand in full."""
TITLED = 12
"""How many blocks that stand elsewhere are named with their title; of the others only the number is given."""


def chapters(material: Material, groups: Groups) -> Iterator[Section]:
    """Yield a chapter per theme group, a section per theme; a block stands in full once, under its first theme."""
    book = material.book
    shelf = _Shelf(material)
    inside: dict[str, list[Block]] = defaultdict(list)
    for block in material.blocks:
        for top_id in groups.theme_of[block.id]:
            inside[top_id].append(block)
    children: dict[str, list[Code]] = defaultdict(list)
    for code in book.of(THEME):
        if code.parent is not None:
            children[book.top(code.id).id].append(code)
    for top in groups.themes:
        if blocks := inside[top.id]:
            yield Section(top.name, 1, chapter_intro(top, blocks, shelf.workshops, groups), chapter(top))
            if items := shelf.items(top.id):
                yield Section(GENERAL, 2, items)
            for theme in children[top.id]:
                if items := shelf.items(theme.id):
                    lead = (Paragraph((Run(theme.definition),), keep_with_next=True),) if theme.definition else ()
                    yield Section(theme.name, 2, (*lead, *items), chapter(theme))
    yield from shelf.without_theme()


def appendix(material: Material, groups: Groups) -> Iterator[Section]:
    """Yield the appendix with every block in full: the same chapters a level down, without their pictures."""
    count = len(material.blocks)
    more = "Een bouwsteen met meer thema’s staat voluit bij het eerste thema; bij de andere staat een verwijzing."
    intro = (
        "Hier staat de bouwsteen zoals die in de sessie is vastgelegd."
        if count == 1
        else f"Hier staan alle {dutch.number(count)} bouwstenen zoals in de sessies vastgelegd, per thema. {more}"
    )
    yield Section("Bijlage: alle bouwstenen", 1, (body(intro),), "bijlage-bouwstenen")
    for section in chapters(material, groups):
        place = f"{IN_FULL}{section.anchor}" if section.anchor else ""
        items = section.items if section.level > 1 else ()
        yield replace(section, level=section.level + 1, items=items, anchor=place)


class _Shelf:
    """Knows of every theme which blocks stand there in full, and which are only named there."""

    def __init__(self, material: Material) -> None:
        self.workshops = {w.id: w for w in material.workshops}
        self._book = material.book
        self._votes = votes_per_session(material.blocks)
        self._home: dict[str, list[Block]] = defaultdict(list)
        self._guests: dict[str, list[Block]] = defaultdict(list)
        for block in sorted(material.blocks, key=lambda b: -b.votes):
            themes = self._book.select(block.codes, THEME)
            self._home[themes[0].id if themes else ""].append(block)
            for theme in themes[1:]:
                self._guests[theme.id].append(block)

    def items(self, theme: str) -> tuple[Item, ...]:
        """Return what stands under a theme: its cards, most votes first, and the blocks that belong there too."""
        return (*self._cards(self._home[theme]), *_guests(self._guests[theme], alone=not self._home[theme]))

    def without_theme(self) -> Iterator[Section]:
        """Yield the chapter of the blocks that have no theme yet, a section per session."""
        if not (blocks := self._home[""]):
            return
        count = dutch.counted(len(blocks), "bouwsteen heeft", "bouwstenen hebben")
        yield Section("Nog zonder thema", 1, (body(f"{count} nog geen thema."),), "zonder-thema")
        of_session: dict[str, list[Block]] = defaultdict(list)
        for block in blocks:
            of_session[block.workshop].append(block)
        for identity, workshop in self.workshops.items():
            if of_session[identity]:
                yield Section(workshop.title, 2, tuple(self._cards(of_session[identity])))

    def _cards(self, blocks: Iterable[Block]) -> Iterator[Card]:
        for block in blocks:
            yield card(block, self.workshops[block.workshop], self._votes[block.workshop], self._book)


def provenance(block: Block, workshop: Workshop, votes_in_session: int, book: Codebook) -> str:
    """Return the line under a block that says where it comes from, and how it was carried.

    The date and the region of the session stand in the appendix; the number of the block begins with its region.
    """
    where = [f"Herkomst: {workshop.title}"]
    if block.round is not None:
        where.append(f"ronde {block.round}")
    if votes_in_session:
        votes = dutch.counted(votes_in_session, "stem", "stemmen")
        where.append(f"{dutch.number(block.votes)} van {votes}")
    if block.read_back:
        where.append(f"teruggelezen: {block.read_back}")
    if block.parked:
        where.append("in die sessie op de parkeerplaats gezet")
    for dimension in (PERSPECTIVE, KIND):
        if codes := book.select(block.codes, dimension):
            where.append(f"{dimension}: {', '.join(lowered(code.name) for code in codes)}")
    return " · ".join(where)


def carried(blocks: Sequence[Block], workshops: Mapping[str, Workshop]) -> str:
    """Return how widely blocks are carried, in the fixed words of the reports (rapport.md, section 2)."""
    if len(blocks) == 1:
        return "eenmaal genoemd"
    sessions = {block.workshop for block in blocks}
    if len({region for each in sessions if (region := workshops[each].region)}) > 1:
        return "in meer regio’s genoemd"
    if len(sessions) > 1:
        return "in meer sessies genoemd"
    tables = {block.table for block in blocks if block.table is not None}
    return "aan meer tafels genoemd" if len(tables) > 1 else ""


def chapter_intro(
    top: Code, blocks: Sequence[Block], workshops: Mapping[str, Workshop], groups: Groups
) -> tuple[Paragraph, ...]:
    """Return what a theme group is about, how often it was told and where: two or three lines."""
    sessions = {block.workshop for block in blocks}
    verb = "is" if len(blocks) == 1 else "zijn"
    text = (
        f"Over dit thema {verb} in {dutch.counted(len(sessions), 'sessie', 'sessies')} "
        f"{dutch.counted(len(blocks), 'bouwsteen', 'bouwstenen')} opgehaald"
    )
    if votes := sum(block.votes for block in blocks):
        text += f", {'samen ' if len(blocks) > 1 else ''}goed voor {dutch.counted(votes, 'stem', 'stemmen')}"
    text += "."
    if words := carried(blocks, workshops):
        text += f" Draagvlak: {words}."
    counts = Counter(domain for block in blocks for domain in groups.domain_of[block.id])
    ranked = sorted(groups.domains, key=lambda code: -counts[code.id])
    if often := [f"{code.name} ({dutch.number(counts[code.id])})" for code in ranked if counts[code.id]][:3]:
        several = len(often) > 1
        text += f" {'Vaakst genoemde domeinen' if several else 'Genoemd domein'}: {', '.join(often)}."
    lead = (Paragraph((Run(top.definition),), "lead"),) if top.definition else ()
    return (*lead, body(text))


def _guests(blocks: Sequence[Block], *, alone: bool) -> Iterator[Item]:
    if blocks:
        opening = Run("Elders in dit rapport: " if alone else "Hoort hier ook bij: ", bold=True)
        yield Paragraph((opening, *linked(blocks[:TITLED], titles=True), Run(".")))
    if len(blocks) > TITLED:
        yield Paragraph((Run("En verder: ", bold=True), *linked(blocks[TITLED:], titles=False), Run(".")))


def card(block: Block, workshop: Workshop, votes: int, book: Codebook) -> Card:
    """Return a block in full; ``votes`` are all those of its session."""
    parts = [
        (field, name, text)
        for field, name, text in (
            ("explanation", "", block.explanation),
            ("example", "Uit de praktijk.", block.example),
            ("conditions", "Nodig.", "; ".join(block.conditions)),
            ("next_step", "Volgende stap.", block.next_step),
        )
        if text
    ]
    return Card(
        title=block.title,
        spoken_id=block.spoken_id,
        anchor=anchor(block),
        parts=tuple((name, text) for _, name, text in parts),
        tags=_tags(block, book),
        provenance=provenance(block, workshop, votes, book),
        minority=block.minority,
        source=f"block:{block.id}",
        fields=tuple(field for field, _, _ in parts),
    )


def _tags(block: Block, book: Codebook) -> str:
    """Return the tags of a block in words: domains, themes, and what the codebook does not know yet."""
    found = [
        ("Domein: ", [code.name for code in book.select(block.codes, DOMAIN)]),
        ("Thema: ", [code.name for code in book.select(block.codes, THEME)]),
        ("Nieuw voorstel: ", list(block.unknown_tags)),
    ]
    return " · ".join(words + "; ".join(names) for words, names in found if names)
