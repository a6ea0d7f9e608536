"""How themes and domains meet in the blocks: the matrix, its white spots, and the domains that stand together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.domain.figures import SPARSE
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.services.reports.counts import Groups, cross
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.overview import joined_sentence
from bouwstenen_app.services.reports.pieces import chapter, generated
from bouwstenen_app.services.reports.room_figures import people_per_domain
from bouwstenen_app.services.reports.small_counts import counted, told

STRONGEST = 5
"""How many cells of the matrix stand out in bold."""
SHADES = 5
FEW = 8
"""How many pairs that are missing are named."""
ROW_HEAD = 4.0
"""How wide the names of the rows would like to be, as part of a column of numbers."""


def matrix(material: Material, groups: Groups) -> Iterator[Section]:
    """Yield the table of theme groups by domains and its white spots.

    Nothing for a single block, or when no block has both.
    """
    counts = cross(material.blocks, groups.theme_of, groups.domain_of)
    if not counts or len(material.blocks) == 1:
        return
    conclusion = _conclusion(counts, groups)
    note = (
        "Een bouwsteen telt één keer per groep en kan in meer groepen staan. Daarom kunnen de sommen hoger zijn "
        "dan het aantal bouwstenen."
    )
    yield Section(
        "Waar gaan de bouwstenen over?",
        1,
        (
            generated("matrix:conclusie", conclusion),
            Table(
                "Aantal bouwstenen per themagroep en domein",
                ("Themagroep", *(domain.name for domain in groups.domains)),
                tuple(_rows(counts, groups)),
                f"Tabel met de themagroepen als rijen en de domeinen als kolommen. {conclusion}",
                (ROW_HEAD, *(1.0 for _ in groups.domains)),
                frozenset(range(1, len(groups.domains) + 1)),
            ),
            Paragraph((Run(note),), "note"),
        ),
        "matrix",
    )
    yield from _white_spots(counts, groups)


def _rows(counts: Mapping[tuple[str, str], int], groups: Groups) -> Iterator[tuple[Cell, ...]]:
    ranked = sorted(counts.values(), reverse=True)
    most, bold_from = ranked[0], ranked[min(STRONGEST, len(ranked)) - 1]
    for theme in groups.themes:
        found = [counts.get((theme.id, domain.id), 0) for domain in groups.domains]
        yield (
            Cell(theme.name, link=chapter(theme)),
            *(_matrix_cell(count, most, bold=count >= bold_from) for count in found),
        )


def _matrix_cell(count: int, most: int, *, bold: bool) -> Cell:
    if not count:
        return Cell("–")
    return Cell(dutch.number(count), shade=1 + min(SHADES - 1, SHADES * (count - 1) // most), bold=bold)


def _conclusion(counts: Mapping[tuple[str, str], int], groups: Groups) -> str:
    (theme, domain), count = max(counts.items(), key=lambda item: item[1])
    if count == 1:
        return "Geen enkele combinatie van een thema en een domein komt vaker dan één keer voor."
    names = {code.id: code.name for code in (*groups.themes, *groups.domains)}
    return (
        f"Het thema “{names[theme]}” en het domein {names[domain]} komen het vaakst samen voor: "
        f"in {dutch.counted(count, 'bouwsteen', 'bouwstenen')}."
    )


def _white_spots(counts: Mapping[tuple[str, str], int], groups: Groups) -> Iterator[Section]:
    empty = [(t, d) for t in groups.themes for d in groups.domains if not counts.get((t.id, d.id))]
    if not empty:
        return
    cells = len(groups.themes) * len(groups.domains)
    if len(empty) > SPARSE * cells:
        told = (
            f"In de tabel zijn {dutch.number(len(empty))} van de {dutch.number(cells)} vakken leeg. Dat is te veel "
            "om van witte vlekken te spreken: daarvoor zijn meer bouwstenen of meer tags nodig."
        )
        items: tuple[Item, ...] = (generated("matrix:witte-vlekken", told), *_unnamed(empty, groups))
    else:
        verb = "ontbreekt" if len(empty) == 1 else "ontbreken"
        told = (
            f"In de tabel {verb} {dutch.counted(len(empty), 'combinatie', 'combinaties')} van een thema en een "
            "domein. Dat hoeft geen gemis te zijn: misschien zat het domein niet aan tafel, of kwam het gesprek er "
            "niet op."
        )
        items = (generated("matrix:witte-vlekken", told), _spots(empty))
    yield Section("Witte vlekken", 2, items, "witte-vlekken")


def _unnamed(empty: list[tuple[Code, Code]], groups: Groups) -> Iterator[Item]:
    """Yield the themes and domains of which a whole row or column is empty."""
    rows, columns = Counter(theme.name for theme, _ in empty), Counter(domain.name for _, domain in empty)
    for words, counts, every in (
        ("Nog bij geen enkel domein genoemd: ", rows, len(groups.domains)),
        ("Nog bij geen enkel thema genoemd: ", columns, len(groups.themes)),
    ):
        if names := [name for name, count in counts.items() if count == every]:
            yield Paragraph((Run(words, bold=True), Run(f"{'; '.join(names)}.")))


def _spots(empty: list[tuple[Code, Code]]) -> Listing:
    """Return the white spots by theme or by domain, whichever takes fewer lines."""
    by_theme: dict[str, list[str]] = defaultdict(list)
    by_domain: dict[str, list[str]] = defaultdict(list)
    for theme, domain in empty:
        by_theme[theme.name].append(domain.name)
        by_domain[domain.name].append(theme.name)
    chosen = by_theme if len(by_theme) <= len(by_domain) else by_domain
    return Listing(tuple((Run(f"{name}: ", bold=True), Run("; ".join(others))) for name, others in chosen.items()))


def synergy(material: Material, groups: Groups) -> Iterator[Section]:
    """Yield which main domains occur together in one block; nothing when none do."""
    pairs: Counter[tuple[str, str]] = Counter()
    order = {code.id: place for place, code in enumerate(groups.domains)}
    for block in material.blocks:
        if len(domains := groups.domain_of[block.id]) > 1:
            pairs.update(combinations(sorted(domains, key=order.__getitem__), 2))
    if not pairs:
        return
    names = {code.id: code.name for code in groups.domains}
    ((first, second), most), *_ = pairs.most_common(1)
    often = f"{names[first]} en {names[second]} staan het vaakst samen: in {dutch.number(most)} bouwstenen."
    if most == 1:
        often = "Geen enkel paar komt vaker dan één keer voor."
    items: list[Item] = [
        generated("samenhang:vooraf", f"{joined_sentence(material, groups)} {often}"),
        generated(
            "samenhang:lezen",
            "De tabel laat zien waar deze groepen over spraken; het is geen bewijs van samenwerking. Een bouwsteen "
            "met drie domeinen telt bij drie paren mee: alle paren samen zijn meer dan alle bouwstenen.",
        ),
        _pairs(pairs, groups, material),
        Paragraph((Run(_beside(material)),), "note"),
        *_never_together(pairs, groups.domains),
    ]
    yield Section("Samenhang tussen domeinen", 1, tuple(items), "samenhang")


def _pairs(pairs: Counter[tuple[str, str]], groups: Groups, material: Material) -> Table:
    """Return each domain against each other, and on the diagonal how many blocks it has in all."""
    whole = Counter(domain for domains in groups.domain_of.values() for domain in domains)
    shown = [code for code in groups.domains if whole[code.id]]
    both = pairs + Counter({(b, a): count for (a, b), count in pairs.items()})
    most = max(pairs.values())
    bold_from = sorted(pairs.values(), reverse=True)[:STRONGEST][-1]

    def cell(row: Code, column: Code) -> Cell:
        if row is column:
            return Cell(f"({dutch.number(whole[row.id])})")
        count = both[row.id, column.id]
        return _matrix_cell(count, most, bold=count >= bold_from)

    rows = [(Cell(row.name), *(cell(row, column) for column in shown)) for row in shown]
    return Table(
        "Bouwstenen waarin twee domeinen samen voorkomen",
        ("Domein", *(code.name for code in shown)),
        (*rows, *_people(material, shown)),
        "Elk domein tegenover elk ander, met het aantal bouwstenen waarin ze samen staan; tussen haakjes hoeveel "
        "bouwstenen over het domein zelf gaan.",
        (ROW_HEAD, *(1.0 for _ in shown)),
        frozenset(range(1, len(shown) + 1)),
    )


def _never_together(pairs: Counter[tuple[str, str]], domains: tuple[Code, ...]) -> Iterator[Item]:
    missing = [f"{a.name} met {b.name}" for a, b in combinations(domains, 2) if not pairs[(a.id, b.id)]]
    if len(missing) > FEW:
        told = f"{dutch.number(len(missing))} paren van domeinen zijn nog niet samen genoemd."
        yield generated("samenhang:niet-samen", told)
    elif missing:
        yield Paragraph((Run("Nog niet samen genoemd: ", bold=True), Run(f"{'; '.join(missing)}.")))


def _people(material: Material, shown: Sequence[Code]) -> Iterator[tuple[Cell, ...]]:
    """Yield the participants of each domain as the last row: who is there is spoken of more."""
    people, _ = people_per_domain(material)
    if people:
        yield Cell("Deelnemers"), *(Cell(told(people.get(code.id, 0), outside=True)) for code in shown)


def _beside(material: Material) -> str:
    """Return what a reader must know of the numbers in the table of pairs."""
    people, unknown = people_per_domain(material)
    note = "Tussen haakjes: alle bouwstenen over dat domein."
    if people:
        note += (
            " Onderaan staat hoeveel deelnemers uit elk domein kwamen: wie er zat, bepaalt mede waar het over ging."
        )
    if people and unknown:
        rest = counted(unknown, "deelnemer", "deelnemers", outside=True)
        note += f" Van {rest} past de organisatie niet bij één domein."
    return note
