"""The report at a glance: how much was heard, of what kind, what got most votes, and who was there."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import KIND
from bouwstenen_app.domain.report import Cell, Figure, Item, Paragraph, Run, Section, Table
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, per_code, votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import generated, lowered, shortened
from bouwstenen_app.services.reports.small_counts import SMALL

PART = "kerncijfers"
FEWEST_VOTES = 2
"""With fewer votes than this a block has no most support: a single vote tells nothing."""
TELLING = 3
"""From more key figures than this there is a table: fewer are told in the first sentence."""


def at_a_glance(material: Material, groups: Groups) -> Section:
    """Return the whole in numbers: how much, of what kind, with most votes, and who was there."""
    items: list[Item] = [
        generated(f"{PART}:opening", _opening(material), "lead"),
        *_figures(material, groups),
        *_kinds(material),
        *_most_votes(material),
        *_participants(material.workshops),
    ]
    return Section("In één oogopslag", 1, tuple(items), "oogopslag")


def _opening(material: Material) -> str:
    sessions = dutch.counted(len(material.workshops), "sessie", "sessies")
    blocks = dutch.counted(len(material.blocks), "bouwsteen", "bouwstenen")
    people = sum(w.participants for w in material.workshops)
    votes = sum(block.votes for block in material.blocks)
    voted = f" en {dutch.counted(votes, 'stem', 'stemmen')} verdeeld" if votes else ""
    if people:
        verb, together = ("heeft", "") if people == 1 else ("hebben", "samen ")
        who = dutch.counted(people, "deelnemer", "deelnemers")
        return f"In {sessions} {verb} {who} {together}{blocks} opgehaald{voted}."
    verb = "is" if len(material.blocks) == 1 else "zijn"
    return f"In {sessions} {verb} {blocks} opgehaald{voted}."


def _figures(material: Material, groups: Groups) -> Iterator[Item]:
    """Yield the key figures, those that are there; with fewer than three, the opening has said it all."""
    counts = {
        "Sessies": len(material.workshops),
        "Regio’s": len({w.region for w in material.workshops if w.region}),
        "Deelnemers": sum(w.participants for w in material.workshops),
        "Bouwstenen": len(material.blocks),
        "Stemmen": sum(block.votes for block in material.blocks),
        "Bouwstenen die hoofddomeinen verbinden": groups.joined,
    }
    figures = {name: count for name, count in counts.items() if count}
    if len(figures) > TELLING:
        if groups.joined:
            yield generated(f"{PART}:verbindend", joined_sentence(material, groups))
        yield Table(
            "Kerncijfers",
            ("Wat", "Aantal"),
            tuple((Cell(name), Cell(dutch.number(count), bold=True)) for name, count in figures.items()),
            "De aantallen in dit rapport: "
            + ", ".join(f"{lowered(name)} {dutch.number(count)}" for name, count in figures.items())
            + ".",
            (4, 1),
            frozenset({1}),
        )


def joined_sentence(material: Material, groups: Groups) -> str:
    """Return how many blocks bring main domains together."""
    if len(material.blocks) == 1:
        return "De bouwsteen verbindt twee of meer hoofddomeinen."
    verb = "verbindt" if groups.joined == 1 else "verbinden"
    everything = dutch.counted(len(material.blocks), "bouwsteen", "bouwstenen")
    return f"Van de {everything} {verb} er {dutch.number(groups.joined)} twee of meer hoofddomeinen."


def _kinds(material: Material) -> Iterator[Item]:
    kinds = per_code(material.blocks, material.book, KIND)
    if len(kinds) < 2:
        return
    (first, most), (second, next_most) = kinds[:2]
    if most == next_most:
        told = f"{first.name} en {lowered(second.name)} komen het vaakst voor: elk {dutch.number(most)} keer."
    else:
        told = (
            f"{first.name} komt het vaakst voor: {dutch.number(most)} keer. "
            f"Daarna volgt {lowered(second.name)}: {dutch.number(next_most)} keer."
        )
    yield generated(f"{PART}:soorten", told)
    yield Figure(
        "Bouwstenen per soort",
        tuple((code.name, count) for code, count in kinds),
        "Staafdiagram: " + ", ".join(f"{lowered(code.name)} {dutch.number(count)}" for code, count in kinds) + ".",
    )


def _most_votes(material: Material) -> Iterator[Item]:
    top = max(material.blocks, key=lambda block: block.votes, default=None)
    if top is None or top.votes < FEWEST_VOTES:
        return
    equal = sum(block.votes == top.votes for block in material.blocks) - 1
    also = f"; {dutch.counted(equal, 'andere bouwsteen kreeg', 'andere bouwstenen kregen')} er evenveel"
    whole = votes_per_session(material.blocks)[top.workshop]
    yield generated(
        f"{PART}:steun",
        f"Met {dutch.number(top.votes)} van de {dutch.number(whole)} stemmen in de sessie kreeg "
        f"“{shortened(top.title)}” de meeste steun{also if equal else ''}. "
        "Stemmen zijn een signaal uit één zaal, geen statistiek en geen ranglijst van de regio’s.",
    )


def _participants(workshops: Sequence[Workshop]) -> Iterator[Item]:
    counts: Counter[str] = Counter()
    for workshop in workshops:
        for attendance in workshop.attendance:
            counts[attendance.organisation] += attendance.count
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].casefold()))
    told = [(dutch.capitalised(name), count) for name, count in ranked if count >= SMALL]
    few = [dutch.capitalised(name) for name, count in ranked if 0 < count < SMALL]
    if told:
        why = "Wie er aan tafel zat, bepaalt mede waar de bouwstenen over gaan."
        yield generated(f"{PART}:deelnemers", why)
        yield Table(
            "Deelnemers per soort organisatie",
            ("Organisatie", "Deelnemers"),
            tuple((Cell(name), Cell(dutch.number(count))) for name, count in told),
            f"Aantal deelnemers per soort organisatie, vanaf {SMALL} deelnemers.",
            (3, 1),
            frozenset({1}),
        )
    if few:
        words = "Ook aanwezig" if told else "Aanwezig"
        yield Paragraph((Run(f"{words}, met elk minder dan {SMALL} deelnemers: {', '.join(few)}."),), "note")
