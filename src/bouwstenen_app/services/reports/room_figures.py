"""The figures of *Inzicht* about who was there and what was new, counted over the blocks of the report."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code, folded
from bouwstenen_app.domain.figures import FigureTable, shown
from bouwstenen_app.domain.report import Cell, Paragraph, Run, Section, Table
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import heard as who
from bouwstenen_app.services import saturation
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import generated
from bouwstenen_app.services.reports.small_counts import FEW, told

PART: Final = "gehoord"
NEW: Final = "nieuwe-themas"
VOTES: Final = "Stemmen"
ABSENT: Final = 10
"""How many partners who were only spoken of are told."""


def heard(material: Material) -> Iterator[Section]:
    """Yield who was there beside what was brought; nothing when no session says who was there."""
    found = _heard(material)
    if not any(region.participants for region in found.regions) and not found.organisations:
        return
    items = [
        generated(
            f"{PART}:vooraf",
            "Wat een sessie bracht, hangt af van wie er waren. Daarom staat hier naast elkaar wie er waren en wat "
            "er is opgehaald.",
        ),
        *_figure(_regions(found), people=(1,)),
        *_figure(who.organisations_table(found), people=(0,)),
    ]
    if found.absent:
        items += _figure(who.absent_table(found), people=())
    yield Section("Wie was er en wat is gehoord", 1, tuple(items), PART)


def _regions(found: who.Heard) -> FigureTable:
    """Return the regions without their votes in all: those per participant can be compared with each other."""
    table = who.regions_table(found)
    kept = [place for place, name in enumerate(table.columns) if name != VOTES]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        values=tuple(tuple(row[place] for place in kept) for row in table.values),
    )


def _heard(material: Material) -> who.Heard:
    count = Counter(block.workshop for block in material.blocks)
    votes = votes_per_session(material.blocks)
    by_region: dict[str, list[Workshop]] = defaultdict(list)
    for workshop in material.workshops:
        by_region[workshop.region].append(workshop)
    regions = tuple(
        who.Region(
            name=region or who.NO_REGION,
            workshops=tuple(one.id for one in inside),
            participants=sum(one.participants for one in inside),
            blocks=sum(count[one.id] for one in inside),
            votes=sum(votes[one.id] for one in inside),
        )
        for region, inside in sorted(by_region.items(), key=lambda each: (not each[0], each[0].casefold()))
    )
    organisations = tuple(_organisations(material, count))
    there = {code.id for one in organisations for code in who.partners(material.book, one.name)}
    uses = Counter(code for block in material.blocks for code in block.codes)
    absent = [
        (code, uses[code.id])
        for code in material.book.of(DOMAIN)
        if code.parent is not None and code.id not in there and uses[code.id]
    ]
    ranked = sorted(absent, key=lambda each: -each[1])[:ABSENT]
    return who.Heard(regions, organisations, tuple(ranked))


def _organisations(material: Material, count: Mapping[str, int]) -> Iterator[who.Organisation]:
    people: dict[str, dict[str, int]] = defaultdict(dict)
    names: dict[str, str] = {}
    for workshop in material.workshops:
        for one in workshop.attendance:
            if one.count:
                key = folded(one.organisation)
                names.setdefault(key, dutch.capitalised(one.organisation))
                people[key][workshop.id] = people[key].get(workshop.id, 0) + one.count
    for key, there in sorted(people.items(), key=lambda each: (-sum(each[1].values()), each[0])):
        about = {code.id for code in who.partners(material.book, names[key])}
        tagged = sum(not about.isdisjoint(block.codes) for block in material.blocks) if about else None
        inside = sum(count[one] for one in there)
        yield who.Organisation(names[key], sum(there.values()), tuple(there), inside, tagged)


def people_per_domain(material: Material) -> tuple[Mapping[str, int], int]:
    """Return how many participants came from each main domain (id → people), and how many from no known one."""
    book = material.book
    found: Counter[str] = Counter()
    unknown = 0
    for workshop in material.workshops:
        for one in workshop.attendance:
            tops: list[Code] = [book.top(code.id) for code in who.partners(book, one.organisation)]
            domain = next((code.id for code in tops if code.dimension == DOMAIN), "")
            if domain:
                found[domain] += one.count
            else:
                unknown += one.count
    return found, unknown


def new_themes(material: Material) -> Iterator[Section]:
    """Yield how many themes each session brought that were not there yet; nothing when there are none."""
    steps = _steps(material)
    if len(steps) < 2 or not steps[-1].so_far:
        return
    last = steps[-1]
    sessions = sum(len(step.workshops) for step in steps)
    told = (
        f"Na {dutch.counted(sessions, 'sessie', 'sessies')} zijn {dutch.counted(last.so_far, 'thema', 'thema’s')} "
        f"genoemd. De laatste bracht {dutch.counted(last.new, 'nieuw thema', 'nieuwe thema’s')}."
    )
    items = (generated(f"{NEW}:vooraf", told), *_figure(saturation.table(steps), people=()))
    yield Section("Nieuwe thema’s per sessie", 1, items, NEW)


def _steps(material: Material) -> Sequence[saturation.Step]:
    themes = {code.id for code in material.book.of(THEME)}
    brought: dict[str, set[str]] = defaultdict(set)
    count = Counter(block.workshop for block in material.blocks)
    for block in material.blocks:
        brought[block.workshop].update(themes.intersection(block.codes))
    held = [one for one in material.workshops if count[one.id]]
    return saturation.steps_of(held, brought, count)


def _figure(table: FigureTable, people: Sequence[int]) -> Iterator[Table | Paragraph]:
    """Yield a figure as a table with its note; in columns of ``people`` one or two of them are not told."""
    if not table.rows:
        return
    rows = []
    for name, values in zip(table.rows, table.values, strict=True):
        cells = (
            told(value, outside=True) if place in people and isinstance(value, int) else shown(value)
            for place, value in enumerate(values)
        )
        rows.append((Cell(name), *map(Cell, cells)))
    yield Table(
        table.title,
        (table.corner, *table.columns),
        tuple(rows),
        f"{table.title}. {table.note}",
        (3.0, *(1.2 for _ in table.columns)),
        frozenset(range(1, len(table.columns) + 1)),
    )
    if table.note:
        hidden = any(cell.text == FEW for row in rows for cell in row)
        few = f" {FEW} betekent één of twee mensen." if hidden else ""
        yield Paragraph((Run(f"{table.note}{few}"),), "note")
