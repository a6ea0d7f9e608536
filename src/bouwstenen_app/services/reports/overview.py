"""The first part of the consolidated report: numbers, matrix and synergy."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import KIND
from bouwstenen_app.domain.report import Cell, Figure, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.counts import Groups, cross, per_code
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import anchor, body, chapter, shortened

SAID = {"werkt-goed": "Dit werkt al", "knelpunt": "Dit knelt", "idee": "Hier liggen kansen"}
"""The kinds that open the report, with the words above them."""
TOP = 7
"""How many blocks a table of most votes shows."""
SMALL = 3
"""Head-counts below this are shown as ``<3`` (privacy.md, R-16)."""


def at_a_glance(material: Material, groups: Groups) -> Section:
    """Return the key figures: counts, kinds, most votes, who was in the room."""
    blocks, workshops, book = material.blocks, material.workshops, material.book
    kinds = per_code(blocks, book, KIND)
    regions = {w.region for w in workshops if w.region}
    people = sum(w.participants for w in workshops)
    votes = sum(block.votes for block in blocks)
    figures = [
        ("Sessies", len(workshops)),
        ("Regio’s", len(regions)),
        ("Deelnemers", people),
        ("Bouwstenen", len(blocks)),
        ("Stemmen", votes),
        ("Bouwstenen die hoofddomeinen verbinden", groups.joined),
    ]
    intro = (
        f"In {dutch.counted(len(workshops), 'sessie', 'sessies')} hebben "
        f"{dutch.counted(people, 'deelnemer', 'deelnemers')} samen "
        f"{dutch.counted(len(blocks), 'bouwsteen', 'bouwstenen')} opgehaald en "
        f"{dutch.counted(votes, 'stem', 'stemmen')} verdeeld."
    )
    items: list[Item] = [
        Paragraph((Run(intro),), "lead"),
        Table(
            "Kerncijfers",
            ("Wat", "Aantal"),
            tuple((Cell(name), Cell(dutch.number(count))) for name, count in figures),
            "Aantallen sessies, regio’s, deelnemers, bouwstenen en stemmen.",
            (3, 1),
            frozenset({1}),
        ),
    ]
    if kinds:
        largest = kinds[0]
        items += [
            body(f"Het vaakst ging het om “{largest[0].name.lower()}”: {dutch.number(largest[1])} keer."),
            Figure(
                "Bouwstenen per soort",
                tuple((code.name, count) for code, count in kinds),
                "Staafdiagram: " + ", ".join(f"{code.name.lower()} {count}" for code, count in kinds) + ".",
            ),
        ]
    items += _said(material)
    items += _most_votes(material)
    items += _participants(workshops)
    return Section("In één oogopslag", 1, tuple(items), "oogopslag")


def _said(material: Material) -> Iterator[Item]:
    """Yield what works, what pinches and what could be done: per kind the blocks with the most votes."""
    ranked = sorted(material.blocks, key=lambda b: -b.votes)
    for slug, words in SAID.items():
        kind = material.book.by_slug.get((KIND, slug))
        blocks = [b for b in ranked if kind and kind.id in b.codes and b.votes][:3]
        if blocks:
            yield Paragraph((Run(words, bold=True),), "label", keep_with_next=True)
            yield Listing(tuple((Run(f"{b.title} ("), Run(b.spoken_id, link=anchor(b)), Run(")")) for b in blocks))


def _most_votes(material: Material) -> Iterator[Item]:
    top = sorted((b for b in material.blocks if b.votes), key=lambda b: -b.votes)[:TOP]
    if not top:
        return
    titles = {w.id: w.title for w in material.workshops}
    yield body(
        "Stemmen zijn een signaal uit één zaal, met eigen stemregels per sessie. Ze zijn geen statistiek en geen "
        "ranglijst van de regio’s."
    )
    yield Table(
        "Bouwstenen met de meeste stemmen",
        ("Nummer", "Bouwsteen", "Sessie", "Stemmen"),
        tuple(
            (
                Cell(b.spoken_id, link=anchor(b)),
                Cell(shortened(b.title)),
                Cell(titles[b.workshop]),
                Cell(str(b.votes), bold=True),
            )
            for b in top
        ),
        "De bouwstenen met de meeste stemmen, met hun sessie.",
        (1.4, 4, 3, 1.4),
        frozenset({3}),
    )


def _participants(workshops: Sequence[Workshop]) -> Iterator[Item]:
    counts: Counter[str] = Counter()
    for workshop in workshops:
        for attendance in workshop.attendance:
            counts[attendance.organisation] += attendance.count
    if not counts:
        return
    yield body("Wie er aan tafel zaten, bepaalt mede waar de bouwstenen over gaan.")
    yield Table(
        "Deelnemers per soort organisatie",
        ("Organisatie", "Deelnemers"),
        tuple(
            (Cell(dutch.capitalised(name)), Cell(str(count) if count >= SMALL else f"<{SMALL}"))
            for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ),
        f"Aantal deelnemers per soort organisatie; kleine aantallen staan als <{SMALL}.",
        (3, 1),
        frozenset({1}),
    )


def matrix(material: Material, groups: Groups) -> Section:
    """Return the table of theme groups by domains, with its white spots."""
    counts = cross(material.blocks, groups.theme_of, groups.domain_of)
    most = max(counts.values(), default=0)
    ranked = sorted(counts.values(), reverse=True)
    bold_from = ranked[min(4, len(ranked) - 1)] if ranked else 1
    rows = tuple(
        (
            Cell(theme.name, link=chapter(theme)),
            *(_matrix_cell(counts.get((theme.id, domain.id), 0), most, bold_from) for domain in groups.domains),
        )
        for theme in groups.themes
    )
    empty = [(t, d) for t in groups.themes for d in groups.domains if not counts.get((t.id, d.id))]
    items: list[Item] = [
        body(_conclusion(counts, groups)),
        Table(
            "Aantal bouwstenen per themagroep en domein",
            ("Themagroep", *(domain.name for domain in groups.domains)),
            rows,
            "Tabel met de themagroepen als rijen en de domeinen als kolommen. " + _conclusion(counts, groups),
            (2.6, *(1.0 for _ in groups.domains)),
            frozenset(range(1, len(groups.domains) + 1)),
        ),
        Paragraph(
            (
                Run(
                    "Een bouwsteen telt één keer per groep, ook als hij meer tags uit die groep heeft. Omdat een "
                    "bouwsteen in meer groepen kan staan, zijn de sommen hoger dan het aantal bouwstenen."
                ),
            ),
            "note",
        ),
    ]
    if empty:
        items.append(body(f"Er zijn {dutch.counted(len(empty), 'witte vlek', 'witte vlekken')}:"))
        by_theme: dict[str, list[str]] = defaultdict(list)
        for theme, domain in empty:
            by_theme[theme.name].append(domain.name.lower())
        items.append(
            Listing(tuple((Run(f"{name}: ", bold=True), Run(dutch.enumerated(d))) for name, d in by_theme.items()))
        )
    return Section("Waar gaan de bouwstenen over?", 1, tuple(items), "matrix")


def _matrix_cell(count: int, most: int, bold_from: int) -> Cell:
    if not count:
        return Cell("–")
    return Cell(dutch.number(count), shade=1 + min(4, 5 * (count - 1) // most), bold=count >= bold_from)


def _conclusion(counts: Mapping[tuple[str, str], int], groups: Groups) -> str:
    if not counts:
        return "Er zijn nog geen bouwstenen met een thema en een domein."
    (theme, domain), count = max(counts.items(), key=lambda item: item[1])
    names = {code.id: code.name for code in (*groups.themes, *groups.domains)}
    return (
        f"De meeste bouwstenen gaan over {names[theme].lower()} in het domein {names[domain].lower()}: "
        f"{dutch.number(count)}."
    )


def synergy(material: Material, groups: Groups) -> Section:
    """Return which main domains occur together in one block."""
    pairs: Counter[tuple[str, str]] = Counter()
    order = {code.id: place for place, code in enumerate(groups.domains)}
    for block in material.blocks:
        pairs.update(combinations(sorted(groups.domain_of[block.id], key=order.__getitem__), 2))
    names = {code.id: code.name for code in groups.domains}
    items: list[Item] = [
        body(
            f"{dutch.counted(groups.joined, 'bouwsteen verbindt', 'bouwstenen verbinden')} twee of meer "
            "hoofddomeinen. De tabel telt hoe vaak twee domeinen samen in één bouwsteen voorkomen. Dat laat zien "
            "waar deze groepen over spraken; het is geen bewijs van samenwerking."
        )
    ]
    if pairs:
        items.append(
            Table(
                "Domeinen die samen in één bouwsteen voorkomen",
                ("Domein", "Samen met", "Bouwstenen"),
                tuple((Cell(names[a]), Cell(names[b]), Cell(dutch.number(n))) for (a, b), n in pairs.most_common()),
                "Paren van domeinen met het aantal bouwstenen waarin ze samen staan.",
                (2, 2, 1),
                frozenset({2}),
            )
        )
    return Section("Samenhang tussen domeinen", 1, tuple(items), "samenhang")
