"""The chapters of the consolidated report: one per theme group, with every block in full once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook
from bouwstenen_app.domain.report import Card, Item, Listing, Paragraph, Run, Section
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, per_code, votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import anchor, body, chapter


def chapters(material: Material, groups: Groups) -> Iterator[Section]:
    """Yield a chapter per theme group, a section per theme; a block stands in full once, under its first theme."""
    book = material.book
    votes = votes_per_session(material.blocks)
    workshops = {w.id: w for w in material.workshops}
    home: dict[str, list[Block]] = defaultdict(list)
    guests: dict[str, list[Block]] = defaultdict(list)
    for block in material.blocks:
        themes = book.select(block.codes, THEME)
        home[themes[0].id if themes else ""].append(block)
        for theme in themes[1:]:
            guests[theme.id].append(block)

    def cards(blocks: Iterable[Block]) -> tuple[Card, ...]:
        ranked = sorted(blocks, key=lambda b: -b.votes)
        return tuple(_card(b, workshops[b.workshop], votes[b.workshop], book) for b in ranked)

    children: dict[str, list[Code]] = defaultdict(list)
    for code in book.of(THEME):
        if code.parent is not None:
            children[book.top(code.id).id].append(code)
    for top in groups.themes:
        inside = [b for b in material.blocks if top.id in groups.theme_of[b.id]]
        if not inside:
            continue
        items = (_chapter_intro(top, inside, material), *cards(home[top.id]), *_guests(guests[top.id]))
        yield Section(top.name, 1, items, chapter(top))
        for theme in children[top.id]:
            if home[theme.id] or guests[theme.id]:
                lead = (body(theme.definition),) if theme.definition else ()
                yield Section(
                    theme.name, 2, (*lead, *cards(home[theme.id]), *_guests(guests[theme.id])), chapter(theme)
                )
    if home[""]:
        count = dutch.counted(len(home[""]), "bouwsteen heeft", "bouwstenen hebben")
        yield Section("Nog zonder thema", 1, (body(f"{count} nog geen thema."), *cards(home[""])), "zonder-thema")


def provenance(block: Block, workshop: Workshop, votes_in_session: int, book: Codebook) -> str:
    """Return the line under a block that says where it comes from, and how it was carried."""
    where = [f"Herkomst: {workshop.title}"]
    if workshop.date:
        where.append(dutch.day(workshop.date))
    if workshop.region:
        where.append(workshop.region)
    if block.round is not None:
        where.append(f"ronde {block.round}")
    where.append(f"{block.votes} van {dutch.counted(votes_in_session, 'stem', 'stemmen')}")
    for dimension, label in (("perspectief", "perspectief"), (KIND, "soort")):
        if codes := book.select(block.codes, dimension):
            where.append(f"{label}: {', '.join(code.name.lower() for code in codes)}")
    return " · ".join(where)


def _chapter_intro(top: Code, inside: Sequence[Block], material: Material) -> Paragraph:
    sessions = {b.workshop for b in inside}
    domains = per_code(inside, material.book, DOMAIN, top=True)
    text = (
        f"Over dit thema zijn in {dutch.counted(len(sessions), 'sessie', 'sessies')} "
        f"{dutch.counted(len(inside), 'bouwsteen', 'bouwstenen')} opgehaald, samen goed voor "
        f"{dutch.counted(sum(b.votes for b in inside), 'stem', 'stemmen')}."
    )
    if domains:
        text += f" Het vaakst genoemd: {dutch.enumerated([f'{c.name.lower()} ({n})' for c, n in domains[:3]])}."
    return Paragraph((Run(f"{top.definition} " if top.definition else ""), Run(text)), "lead")


def _guests(blocks: Sequence[Block]) -> Iterator[Item]:
    if blocks:
        yield Paragraph((Run("Hoort hier ook bij", bold=True),), "label", keep_with_next=True)
        yield Listing(tuple((Run(b.spoken_id, link=anchor(b)), Run(f" {b.title}")) for b in blocks))


def _card(block: Block, workshop: Workshop, votes: int, book: Codebook) -> Card:
    parts = [("", block.explanation)]
    parts += [("Uit de praktijk.", block.example), ("Nodig.", "; ".join(block.conditions))]
    parts += [("Volgende stap.", block.next_step)]
    names = [code.name for code in (*book.select(block.codes, DOMAIN), *book.select(block.codes, THEME))]
    return Card(
        title=block.title,
        spoken_id=block.spoken_id,
        anchor=anchor(block),
        parts=tuple((label, text) for label, text in parts if text),
        tags=" · ".join([*names, *(f"{tag} (nieuw voorstel)" for tag in block.unknown_tags)]),
        provenance=provenance(block, workshop, votes, book),
    )
