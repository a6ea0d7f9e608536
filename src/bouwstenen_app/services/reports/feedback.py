"""The feedback report of one session: thanks, the question, what was heard, what comes now, how to react."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.report_parts import (
    EVERYTHING,
    MINORITIES,
    MOST_VOTES,
    NEXT,
    PARKED,
    QUESTION,
    REACTING,
    THANKS,
)
from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.services.reports import room
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import body, label, shortened
from bouwstenen_app.services.reports.writing import Part, Writing

TOP = 8
"""How many blocks stand in the table of most votes."""
LISTED = 60
"""Up to this many blocks each has a line of its own; more run on, so that the report stays four pages."""
UNGROUPED = "Niet in een cluster"
NO_ROUND = "Buiten de rondes"


def _thanks(it: Writing) -> Iterator[Section]:
    read, workshop = it.read, it.read.workshops[0]
    when = f"Op {dutch.day(workshop.date)}" if workshop.date else "In deze sessie"
    who = f"met {dutch.counted(workshop.participants, 'deelnemer', 'deelnemers')} " if workshop.participants else ""
    blocks = dutch.counted(len(read.blocks), "bouwsteen", "bouwstenen")
    votes = sum(block.votes for block in read.blocks)
    voted = f" Daarop zijn {dutch.number(votes)} stemmen uitgebracht." if votes > 1 else ""
    verb = "staat" if len(read.blocks) == 1 else "staan"
    told = f"{when} dachten jullie {who}mee. In dit verslag {verb} {blocks} uit de sessie.{voted}"
    items: list[Item] = [
        it.passage(THANKS, "opening", "Dank je wel voor je tijd, je ervaring en je openheid.", role="lead"),
        it.passage(THANKS, "wat", told),
    ]
    if workshop.state == RUNNING:
        items.append(body("De sessie loopt nog. Teksten en aantallen kunnen nog veranderen."))
    yield Section("Dank", 1, tuple(items), "dank")


def _question(it: Writing) -> Iterator[Section]:
    workshop = it.read.workshops[0]
    items: list[Item] = []
    if workshop.main_question:
        items.append(Paragraph((Run(workshop.main_question),), "lead"))
    if asked := [step.question for step in workshop.numbered_rounds if step.question]:
        items.append(label("De vragen per ronde"))
        items.append(Listing(tuple((Run(question),) for question in asked), numbered=True))
    if items:
        yield Section("De vraag", 1, tuple(items), "vraag")


def _most_votes(it: Writing) -> Iterator[Section]:
    """Yield the top of the votes with what the room said of it; without votes only what was read back."""
    read = it.read
    top = sorted((block for block in _told(read) if block.votes), key=lambda block: -block.votes)[:TOP]
    if not top:
        if said := room.read_back(read.blocks):
            yield Section("Teruggelezen in de zaal", 1, said, "teruggelezen")
        return
    total = dutch.number(votes_per_session(read.blocks)[read.workshops[0].id])
    table = Table(
        "Bouwstenen met de meeste stemmen",
        ("Nummer", "Bouwsteen", "Stemmen"),
        tuple(
            (Cell(b.spoken_id), Cell(shortened(b.title)), Cell(f"{dutch.number(b.votes)} van {total}")) for b in top
        ),
        "De bouwstenen met de meeste stemmen, elk met alle stemmen erbij.",
        (1.1, 7, 1.5),
        frozenset({2}),
    )
    if any(block.read_back for block in top):
        table = replace(
            table,
            header=(*table.header, "Teruggelezen"),
            rows=tuple((*row, Cell(b.read_back or room.NOT_READ)) for row, b in zip(table.rows, top, strict=True)),
            description="De bouwstenen met de meeste stemmen, met alle stemmen erbij en wat de zaal ervan zei.",
            widths=(1.1, 5.7, 1.5, 1.6),
        )
    told = "Stemmen laten zien wat in deze zaal het zwaarst woog. Het is geen ranglijst: alle bouwstenen gaan mee."
    said = room.read_back(read.blocks, {block.id for block in top})
    items = (it.passage(MOST_VOTES, "uitleg", told), table, *said)
    yield Section("Wat de meeste stemmen kreeg", 1, items, "stemmen")


def _told(read: Material) -> list[Block]:
    """Return the blocks that belong to what the session was about."""
    return [block for block in read.blocks if not block.parked]


def _everything(it: Writing) -> Iterator[Section]:
    """Yield all titles: by cluster when the group made any, else by round."""
    blocks, workshop = _told(it.read), it.read.workshops[0]
    if not blocks:
        return
    clustered = any(block.cluster for block in blocks)
    groups = _by_cluster(blocks, workshop) if clustered else _by_round(blocks, workshop)
    intro = "Alle bouwstenen in de clusters die jullie maakten." if clustered else "Alle bouwstenen, per ronde."
    told = f"{intro} Elke bouwsteen heeft een nummer, zodat je ernaar kunt verwijzen."
    items: list[Item] = [it.passage(EVERYTHING, "uitleg", told)]
    for name, found in groups.items():
        items.append(label(f"{name} ({dutch.number(len(found))})"))
        items.append(_titles(sorted(found, key=lambda block: block.number), listed=len(blocks) <= LISTED))
    yield Section("Alles wat is opgehaald", 1, tuple(items), "bouwstenen")


def _by_cluster(blocks: Sequence[Block], workshop: Workshop) -> Mapping[str, list[Block]]:
    groups: dict[str, list[Block]] = {cluster.name: [] for cluster in workshop.clusters}
    for block in blocks:
        groups.setdefault(block.cluster, []).append(block)
    rest = groups.pop("", [])
    return {name: found for name, found in (*groups.items(), (UNGROUPED, rest)) if found}


def _by_round(blocks: Sequence[Block], workshop: Workshop) -> Mapping[str, list[Block]]:
    of_round: dict[int | None, list[Block]] = defaultdict(list)
    for block in blocks:
        of_round[block.round].append(block)
    names = {step.number: step.name for step in workshop.numbered_rounds}
    return dict(_named(of_round, names))


def _named(
    of_round: Mapping[int | None, list[Block]], names: Mapping[int | None, str]
) -> Iterator[tuple[str, list[Block]]]:
    for number in sorted(number for number in of_round if number is not None):
        name, plain = names.get(number, ""), f"Ronde {number}"
        yield name if name.startswith(plain) else f"{plain}: {name}" if name else plain, of_round[number]
    if None in of_round:
        yield NO_ROUND, of_round[None]


def _titles(blocks: Sequence[Block], *, listed: bool) -> Item:
    if listed:
        return Listing(tuple(map(room.marked, blocks)))
    runs = (run for block in blocks for run in (Run("; "), *room.marked(block)))
    return Paragraph(tuple(runs)[1:])


def _next(it: Writing) -> Iterator[Section]:
    agreements = it.read.workshops[0].agreements
    until = f"Tot {dutch.day(it.reply_before)} kun je" if it.reply_before else "Je kunt"
    steps = (
        f"{until} reageren. We passen de bouwstenen dan aan.",
        "Daarna gaan de bouwstenen samen met die van andere sessies naar het verslag voor de stuurgroep.",
        "In dat verslag staat bij elke bouwsteen het nummer uit deze sessie. Zo vind je terug wat jij inbracht.",
    )
    items: list[Item] = [Listing(tuple((Run(step),) for step in steps), numbered=True)]
    if agreements:
        items.append(label("Dit spraken we in de zaal af"))
        items.append(Listing(tuple((Run(text),) for text in agreements)))
    yield Section("Wat gebeurt er nu?", 1, tuple(items), "vervolg")


def _reacting(it: Writing) -> Iterator[Section]:
    read = it.read
    example = read.blocks[0].spoken_id
    role = read.workshops[0].facilitator_role
    whom = f"de begeleider van de sessie ({role})" if role else "de begeleider van de sessie"
    asked = "Klopt er iets niet, mist er iets, of wil je een bouwsteen intrekken? Laat het weten"
    when = (Run(f"{asked} vóór "), Run(dutch.day(it.reply_before), bold=True)) if it.reply_before else (Run(asked),)
    items: list[Item] = [
        it.passage(REACTING, "vraag", *when, f" aan {whom}."),
        Listing(
            (
                (Run("Reageren: "), Run(f"noem het nummer, bijvoorbeeld {example}, en schrijf wat er moet staan.")),
                (Run("Intrekken: "), Run("noem het nummer. Je hoeft niet te zeggen waarom.")),
                (Run("Aanvullen: "), Run("schrijf één zin per bouwsteen, zonder namen of herleidbare details.")),
            )
        ),
    ]
    if read.left_out:
        items.append(Paragraph((Run(_left_out(read.left_out)),), "note"))
    yield Section("Reageren of intrekken", 1, tuple(items), "reageren")


def _left_out(count: int) -> str:
    if count == 1:
        return "1 bouwsteen staat niet in dit verslag, omdat die nog niet is vrijgegeven."
    return f"{dutch.number(count)} bouwstenen staan niet in dit verslag, omdat ze nog niet zijn vrijgegeven."


def _filled(section: Section) -> Iterator[Section]:
    """Yield a section when there is something under its heading."""
    if section.items:
        yield section


PARTS: Final[Mapping[str, Part]] = {
    THANKS: _thanks,
    QUESTION: _question,
    MOST_VOTES: _most_votes,
    MINORITIES: lambda it: _filled(room.minorities(it.read.blocks)),
    EVERYTHING: _everything,
    PARKED: lambda it: _filled(room.parked([block for block in it.read.blocks if block.parked])),
    NEXT: _next,
    REACTING: _reacting,
}
"""How each part of the feedback report is written."""
