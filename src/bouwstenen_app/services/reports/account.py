"""The last part of the consolidated report: how it was made, the sessions, the codebook."""

from collections import Counter
from collections.abc import Iterator

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.material import SECTIONS, Material, Recipe
from bouwstenen_app.services.reports.pieces import body


def account(material: Material, recipe: Recipe) -> Section:
    """Return how the report was made, what it cannot say, and what was left out."""
    blocks = dutch.counted(len(material.blocks), "bouwsteen", "bouwstenen")
    items: list[Item] = [
        body(
            f"Dit rapport bevat {blocks} uit {dutch.counted(len(material.workshops), 'sessie', 'sessies')}. De "
            "teksten staan er zoals ze in de sessies zijn vastgelegd; alleen tags en nummers zijn toegevoegd."
        ),
        body(
            "De deelnemers zijn geen steekproef. Aantallen laten zien waar deze groepen over spraken, en niet hoe "
            "vaak iets in het land voorkomt."
        ),
        body(f"De tags komen uit het codeboek “{material.book.title}”, versie {material.book.version}."),
    ]
    if material.left_out:
        count = dutch.counted(material.left_out, "bouwsteen is", "bouwstenen zijn")
        items.append(body(f"{count} weggelaten, omdat ze worden achtergehouden of nog niet zijn vrijgegeven."))
    rules = [(w.title, w.vote_rule) for w in material.workshops if w.vote_rule]
    if rules:
        items.append(body("De stemregel verschilde per sessie:"))
        items.append(Listing(tuple((Run(f"{title}: ", bold=True), Run(rule)) for title, rule in rules)))
    skipped = [name for key, name in SECTIONS.items() if key not in recipe.sections]
    if skipped:
        items.append(body(f"Niet opgenomen op verzoek: {dutch.enumerated(skipped)}."))
    return Section("Aanpak en verantwoording", 1, tuple(items), "verantwoording")


def sessions(material: Material) -> Iterator[Section]:
    """Yield the appendix on the sessions: a table, then the question and agreements of each."""
    counts = Counter(block.workshop for block in material.blocks)
    votes = votes_per_session(material.blocks)
    yield Section(
        "Bijlage: sessies",
        1,
        (
            Table(
                "Sessies in dit rapport",
                ("Sessie", "Datum", "Regio", "Deelnemers", "Bouwstenen", "Stemmen"),
                tuple(
                    (
                        Cell(w.title),
                        Cell(dutch.day(w.date) if w.date else "–"),
                        Cell(w.region or "–"),
                        Cell(str(w.participants or "–")),
                        Cell(dutch.number(counts[w.id])),
                        Cell(dutch.number(votes[w.id])),
                    )
                    for w in material.workshops
                ),
                "De sessies met datum, regio en aantallen.",
                (3, 1.6, 2, 1.2, 1.2, 1),
                frozenset({3, 4, 5}),
            ),
        ),
        "sessies",
    )
    for place, workshop in enumerate(material.workshops):
        items: list[Item] = []
        if workshop.main_question:
            items.append(Paragraph((Run("Hoofdvraag: ", bold=True), Run(workshop.main_question))))
        rounds = [step for step in workshop.numbered_rounds if step.question]
        if rounds:
            items.append(Paragraph((Run("De vragen per ronde", bold=True),), "label", keep_with_next=True))
            items.append(Listing(tuple((Run(step.question),) for step in rounds), numbered=True))
        if workshop.agreements:
            items.append(Paragraph((Run("Afspraken in de zaal", bold=True),), "label", keep_with_next=True))
            items.append(Listing(tuple((Run(text),) for text in workshop.agreements)))
        if items:
            yield Section(workshop.title, 2, tuple(items), f"sessie-{place + 1}")


def codebook(material: Material) -> Iterator[Section]:
    """Yield the appendix with every code that the report uses, a table per dimension."""
    book = material.book
    uses = Counter(code for block in material.blocks for code in block.codes)
    intro = body(f"Alleen de tags die in dit rapport voorkomen, uit “{book.title}”, versie {book.version}.")
    yield Section("Bijlage: codeboek", 1, (intro,), "codeboek")
    for dimension in book.dimensions:
        used = [code for code in book.of(dimension.slug) if uses[code.id]]
        if not used:
            continue
        table = Table(
            f"Tags in de dimensie {dimension.name.lower()}",
            ("Tag", "Wat ermee bedoeld wordt", "Bouwstenen"),
            tuple((Cell(c.name), Cell(c.definition or "–"), Cell(dutch.number(uses[c.id]))) for c in used),
            dimension.definition or dimension.name,
            (2, 5, 1.2),
            frozenset({2}),
        )
        yield Section(
            dimension.name, 2, (body(dimension.definition or dimension.name), table), f"dim-{dimension.slug}"
        )
