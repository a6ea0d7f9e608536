"""The appendices of the consolidated report about the sessions and the codebook."""

from collections import Counter
from collections.abc import Iterator

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.domain.figures import shown
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.vote_rule import vote_rule
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import NOTHING, body, cells, label, lowered, table_of

PEOPLE, BLOCKS, VOTES, VOTES_EACH = "Deelnemers", "Bouwstenen", "Stemmen", "Stemmen (per deelnemer)"
"""The columns of the table of sessions that hold numbers."""


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
    each = len({rule for w in material.workshops if (rule := vote_rule(w))}) > 1
    voted = VOTES_EACH if each else VOTES
    columns = (
        ("Sessie", 2.2, cells(w.title for w in material.workshops)),
        ("Datum", 1.75, cells(dutch.day(w.date) if w.date else "" for w in material.workshops)),
        ("Regio", 2.2, cells(w.region for w in material.workshops)),
        (PEOPLE, 1.2, cells(dutch.number(w.participants) if w.participants else "" for w in material.workshops)),
        (BLOCKS, 1.0, cells(dutch.number(counts[w.id]) for w in material.workshops)),
        (voted, 1.2 if each else 1.0, cells(_votes(w, votes[w.id], each=each) for w in material.workshops)),
    )
    return table_of(
        "Sessies in dit rapport",
        columns,
        "De sessies met wat er van elke bekend is en hun aantallen.",
        counts={PEOPLE, BLOCKS, voted},
    )


def _votes(workshop: Workshop, votes: int, *, each: bool) -> str:
    """Return the votes of a session, with how many of ``each`` participant: to hold beside another vote rule."""
    if not votes:
        return NOTHING
    if not each or not workshop.participants:
        return dutch.number(votes)
    return f"{dutch.number(votes)} ({shown(votes / workshop.participants)})"


def codebook(material: Material) -> Iterator[Section]:
    """Yield the appendix with every code that the report uses, a table per dimension; nothing without any code."""
    book = material.book
    uses = Counter(code for block in material.blocks for code in block.codes)
    if not uses:
        return
    told = f"Alleen de tags die in dit rapport voorkomen, uit “{book.title}”, versie {book.version}."
    quoted = any(code.seed_quote for code in book.codes if uses[code.id])
    intro = body(f"{told} Wat tussen « en » staat, is de zin waar de tag vandaan komt." if quoted else told)
    yield Section("Bijlage: codeboek", 1, (intro,), "codeboek")
    for dimension in book.dimensions:
        used = [code for code in book.of(dimension.slug) if uses[code.id]]
        if not used:
            continue
        table = Table(
            f"Tags in de dimensie {lowered(dimension.name)}, met het aantal bouwstenen",
            ("Tag", "Wat ermee bedoeld wordt", "Aantal"),
            tuple((Cell(c.name), Cell(_meaning(c)), Cell(dutch.number(uses[c.id]))) for c in used),
            dimension.definition or dimension.name,
            (2.2, 5.8, 0.9),
            frozenset({2}),
        )
        yield Section(
            dimension.name, 2, (body(dimension.definition or dimension.name), table), f"dim-{dimension.slug}"
        )


def _meaning(code: Code) -> str:
    """Return what a code means, with the sentence that it comes from."""
    quote = f"«\u00a0{code.seed_quote}\u00a0»" if code.seed_quote else ""
    return " ".join(filter(None, (code.definition, quote))) or NOTHING
