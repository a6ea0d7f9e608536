"""The last part of the consolidated report: how it was made, the sessions, the codebook."""

from collections import Counter
from collections.abc import Iterator, Sequence

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.recipes import KEY_BUNDLES, SECTIONS, Recipe, kind_called
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.vote_rule import vote_rule
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import body, label, lowered

NOTHING = "–"
COUNTS = frozenset({"Deelnemers", "Bouwstenen", "Stemmen"})
"""The columns of the table of sessions that hold numbers."""


def account(material: Material, recipe: Recipe, empty: Sequence[str]) -> Section:
    """Return how the report was made, what it cannot say, and what was left out; ``empty`` names parts."""
    blocks = dutch.counted(len(material.blocks), "bouwsteen", "bouwstenen")
    items: list[Item] = [
        body(
            f"Dit rapport bevat {blocks} uit {dutch.counted(len(material.workshops), 'sessie', 'sessies')}. De "
            "teksten staan er zoals ze in de sessies zijn vastgelegd; alleen tags en nummers zijn toegevoegd."
        ),
        *_summarised(material, recipe),
        body(
            "De deelnemers zijn geen steekproef. Aantallen laten zien waar deze groepen over spraken, en niet hoe "
            "vaak iets in het land voorkomt."
        ),
        body(f"De tags komen uit het codeboek “{material.book.title}”, versie {material.book.version}."),
    ]
    items += _votes(material)
    if material.left_out:
        items.append(body(_left_out(material.left_out)))
    skipped = [SECTIONS[key] for key in kind_called(recipe.kind).usual if key not in recipe.sections]
    if skipped:
        items.append(body(f"Niet opgenomen op verzoek: {_quoted(skipped)}."))
    if empty:
        items.append(body(f"Niet opgenomen, omdat er niets over is vastgelegd: {_quoted(empty)}."))
    return Section("Aanpak en verantwoording", 1, tuple(items), "verantwoording")


def _summarised(material: Material, recipe: Recipe) -> Iterator[Item]:
    if KEY_BUNDLES in recipe.sections and any(not bundle.removed for bundle in material.bundles):
        yield body(
            "De kernbouwstenen zijn door het team samengevat uit bouwstenen die op elkaar lijken. Stemmen van "
            "samengevoegde bouwstenen zijn per sessie uitgebracht en hier opgeteld."
        )


def _votes(material: Material) -> Iterator[Item]:
    rules = [(w.title, rule) for w in material.workshops if (rule := vote_rule(w))]
    if len({rule for _, rule in rules}) == 1:
        yield body(f"De stemregel was: {rules[0][1]}.")
    elif rules:
        yield Paragraph((Run("De stemregel verschilde per sessie:"),), keep_with_next=True)
        yield Listing(tuple((Run(f"{title}: ", bold=True), Run(f"{rule}.")) for title, rule in rules))


def _left_out(count: int) -> str:
    if count == 1:
        return "1 bouwsteen is weggelaten, omdat die wordt achtergehouden of nog niet is vrijgegeven."
    return (
        f"{dutch.number(count)} bouwstenen zijn weggelaten, omdat ze worden achtergehouden of nog niet zijn "
        "vrijgegeven."
    )


def _quoted(names: Sequence[str]) -> str:
    return dutch.enumerated([f"“{name}”" for name in names])


def sessions(material: Material) -> Iterator[Section]:
    """Yield the appendix on the sessions: a table, then the question and agreements of each."""
    yield Section("Bijlage: sessies", 1, (_when(material), _sessions_table(material)), "sessies")
    for place, workshop in enumerate(material.workshops):
        items: list[Item] = []
        if workshop.main_question:
            items.append(Paragraph((Run("Hoofdvraag: ", bold=True), Run(workshop.main_question))))
        rounds = [step for step in workshop.numbered_rounds if step.question]
        if rounds:
            items.append(label("De vragen per ronde"))
            items.append(Listing(tuple((Run(step.question),) for step in rounds), numbered=True))
        if workshop.agreements:
            items.append(label("Afspraken in de zaal"))
            items.append(Listing(tuple((Run(text),) for text in workshop.agreements)))
        if items:
            yield Section(workshop.title, 2, tuple(items), f"sessie-{place + 1}")


def _when(material: Material) -> Paragraph:
    workshops = material.workshops
    dates = sorted(w.date for w in workshops if w.date)
    sessions = dutch.counted(len(workshops), "sessie", "sessies")
    when = ""
    if dates and dates[0] != dates[-1]:
        when = f", tussen {dutch.day(dates[0])} en {dutch.day(dates[-1])}"
    elif dates:
        when = f" op {dutch.day(dates[0])}"
    verb = "komt" if len(material.blocks) == 1 else "komen"
    opening = "De bouwsteen" if len(material.blocks) == 1 else "De bouwstenen"
    return body(f"{opening} {verb} uit {sessions}{when}.")


def _sessions_table(material: Material) -> Table:
    counts = Counter(block.workshop for block in material.blocks)
    votes = votes_per_session(material.blocks)
    columns = (
        ("Sessie", 2.2, [w.title for w in material.workshops]),
        ("Datum", 1.75, [dutch.day(w.date) if w.date else NOTHING for w in material.workshops]),
        ("Regio", 2.2, [w.region or NOTHING for w in material.workshops]),
        (
            "Deelnemers",
            1.2,
            [dutch.number(w.participants) if w.participants else NOTHING for w in material.workshops],
        ),
        ("Bouwstenen", 1.0, [dutch.number(counts[w.id]) for w in material.workshops]),
        ("Stemmen", 1.0, [dutch.number(votes[w.id]) if votes[w.id] else NOTHING for w in material.workshops]),
    )
    shown = [column for column in columns if any(text != NOTHING for text in column[2])]
    return Table(
        "Sessies in dit rapport",
        tuple(name for name, _, _ in shown),
        tuple(tuple(map(Cell, row)) for row in zip(*(texts for _, _, texts in shown), strict=True)),
        "De sessies met wat er van elke bekend is en hun aantallen.",
        tuple(width for _, width, _ in shown),
        frozenset(place for place, (name, _, _) in enumerate(shown) if name in COUNTS),
    )


def codebook(material: Material) -> Iterator[Section]:
    """Yield the appendix with every code that the report uses, a table per dimension; nothing without any code."""
    book = material.book
    uses = Counter(code for block in material.blocks for code in block.codes)
    if not uses:
        return
    intro = body(f"Alleen de tags die in dit rapport voorkomen, uit “{book.title}”, versie {book.version}.")
    yield Section("Bijlage: codeboek", 1, (intro,), "codeboek")
    for dimension in book.dimensions:
        used = [code for code in book.of(dimension.slug) if uses[code.id]]
        if not used:
            continue
        table = Table(
            f"Tags in de dimensie {lowered(dimension.name)}, met het aantal bouwstenen",
            ("Tag", "Wat ermee bedoeld wordt", "Aantal"),
            tuple((Cell(c.name), Cell(c.definition or "–"), Cell(dutch.number(uses[c.id]))) for c in used),
            dimension.definition or dimension.name,
            (2.2, 5.8, 0.9),
            frozenset({2}),
        )
        yield Section(
            dimension.name, 2, (body(dimension.definition or dimension.name), table), f"dim-{dimension.slug}"
        )
