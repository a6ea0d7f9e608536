"""Who was in the room beside what they brought: per region, per organisation, and who was only spoken of."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyroaring import BitMap
from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import PERSPECTIVE
from bouwstenen_app.domain.codebook import DOMAIN, Code, Codebook, folded
from bouwstenen_app.domain.figures import FigureTable
from bouwstenen_app.services import facet_index
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.storage.tables import AttendanceRow, WorkshopRow

EVERYTHING: Final = Selection()
NO_REGION: Final = "Zonder regio"


@dataclass(frozen=True, slots=True)
class Region:
    """One region: its sessions, who was there and what they brought."""

    name: str
    workshops: tuple[str, ...]
    """Ids of its sessions, those without blocks in the selection too."""
    participants: int
    blocks: int
    votes: int


@dataclass(frozen=True, slots=True)
class Organisation:
    """One type of organisation: how many people came, to which sessions, and what is tagged as about it."""

    name: str
    people: int
    workshops: tuple[str, ...]
    blocks: int
    """Blocks of the sessions in which it was: of everybody there, not only of these people."""
    about: int | None
    """Blocks with the tag of this partner; None when the codebook has no such tag."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The regions by name, the organisations with most people first, and partners who were spoken of only."""

    regions: tuple[Region, ...]
    organisations: tuple[Organisation, ...]
    absent: tuple[tuple[Code, int], ...]
    """Codes of partners of whom nobody was in any of these sessions, with the blocks about them."""


def heard(session: Session, selection: Selection = EVERYTHING, *, index: FacetIndex | None = None) -> Heard:
    """Return who was heard in the sessions of a selection; without a choice of sessions in all that were held."""
    index = index or facet_index.built(session)
    rows = index.rows(selection, index.hits(session, selection.query))
    blocks, votes = index.sessions(rows), _votes(index, rows)
    columns = (WorkshopRow.id, WorkshopRow.region, WorkshopRow.participants)
    held = session.execute(select(*columns).where(~WorkshopRow.removed).order_by(WorkshopRow.date)).all()
    everything = selection == EVERYTHING
    held = [line for line in held if everything or line.id in blocks or line.id in selection.workshops]
    regions: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one, region, participants in held:
        regions[region].append((one, participants))
    organisations = _organisations(session, index, rows, {line.id for line in held})
    return Heard(
        regions=tuple(
            Region(
                name=region or NO_REGION,
                workshops=tuple(one for one, _ in inside),
                participants=sum(people for _, people in inside),
                blocks=sum(blocks.get(one, 0) for one, _ in inside),
                votes=sum(votes[one] for one, _ in inside),
            )
            for region, inside in sorted(regions.items(), key=lambda each: (not each[0], each[0].casefold()))
        ),
        organisations=organisations,
        absent=tuple(_absent(index, rows, [each.name for each in organisations])),
    )


def regions_table(found: Heard) -> FigureTable:
    """Return the regions as a figure."""
    return FigureTable(
        title="Wat elke regio bracht, naast wie er waren",
        corner="Regio",
        columns=("Sessies", "Deelnemers", "Bouwstenen", "Per deelnemer", "Stemmen", "Stemmen per deelnemer"),
        rows=tuple(region.name for region in found.regions),
        values=tuple(
            (
                len(region.workshops),
                region.participants,
                region.blocks,
                region.blocks / region.participants if region.participants else None,
                region.votes,
                region.votes / region.participants if region.participants else None,
            )
            for region in found.regions
        ),
        note="Meer bouwstenen betekent niet dat er meer speelt: het hangt af van wie er waren en hoe lang.",
    )


def organisations_table(found: Heard) -> FigureTable:
    """Return the types of organisation as a figure."""
    return FigureTable(
        title="Wie er waren, en hoe vaak het over hen ging",
        corner="Soort organisatie",
        columns=("Deelnemers", "Sessies", "Bouwstenen uit die sessies", "Bouwstenen over hen"),
        rows=tuple(dutch.capitalised(each.name) for each in found.organisations),
        values=tuple((each.people, len(each.workshops), each.blocks, each.about) for each in found.organisations),
        note="Wie een bouwsteen zei, wordt niet bewaard. ‘Over hen’ telt bouwstenen met de tag van deze partner; "
        "– betekent dat het codeboek geen tag met deze naam heeft.",
    )


def absent_table(found: Heard) -> FigureTable:
    """Return the partners who were spoken of and not there as a figure."""
    return FigureTable(
        title="Wel over gesproken, niet in de kamer",
        corner="Partner",
        columns=("Bouwstenen over hen",),
        rows=tuple(code.name for code, _ in found.absent),
        values=tuple((count,) for _, count in found.absent),
        note="Vergeleken op naam: staat een partner in de sessies onder een andere naam, dan is hij er wel.",
    )


def _votes(index: FacetIndex, rows: BitMap) -> Counter[str]:
    session_of = index.session_of()
    found: Counter[str] = Counter()
    for votes, inside in index.by("votes").items():
        if isinstance(votes, int) and votes:
            for row in inside & rows:
                found[session_of[row]] += votes
    return found


def _organisations(session: Session, index: FacetIndex, rows: BitMap, held: set[str]) -> tuple[Organisation, ...]:
    columns = (AttendanceRow.organisation, AttendanceRow.workshop_id, AttendanceRow.count)
    people: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}
    for name, workshop, count in session.execute(select(*columns).where(~AttendanceRow.removed)):
        if workshop in held and count:
            key = folded(name)
            names.setdefault(key, name)
            there = people.setdefault(key, {})
            there[workshop] = there.get(workshop, 0) + count
    by_session = index.by("workshop_id")
    found = []
    for key, there in people.items():
        inside = BitMap().union(*(by_session[one] for one in there if one in by_session)) & rows
        about = partners(index.book, names[key])
        tagged = BitMap().union(*(index.carrying(code.id) for code in about)) & rows
        found.append(
            Organisation(names[key], sum(there.values()), tuple(there), len(inside), len(tagged) if about else None)
        )
    return tuple(sorted(found, key=lambda each: (-each.people, each.name.casefold())))


def partners(book: Codebook, organisation: str) -> tuple[Code, ...]:
    """Return the codes that a type of organisation is called by: the whole name, or else its parts."""
    known = _names(book)
    whole = known.get(folded(organisation))
    if whole is not None:
        return (whole,)
    parts = organisation.replace(",", " en ").replace("/", " en ").replace("&", " en ").split(" en ")
    found = (known.get(folded(part)) or known.get(folded(part).removesuffix("n")) for part in parts)
    return tuple(dict.fromkeys(code for code in found if code is not None))


def _names(book: Codebook) -> Mapping[str, Code]:
    """Return the codes of partners and perspectives by every name they have; a name itself before a synonym."""
    codes: Sequence[Code] = (*book.of(DOMAIN), *book.of(PERSPECTIVE))
    own = [(name, code) for code in codes for name in (code.name, code.slug)]
    others = [(name, code) for code in codes for name in (*code.synonyms, *code.abbreviations)]
    return {folded(name): code for name, code in reversed([*own, *others])}


def _absent(index: FacetIndex, rows: BitMap, organisations: Sequence[str]) -> Iterator[tuple[Code, int]]:
    """Yield the partners (codes under a domain) with blocks and without anybody there, most blocks first."""
    there = {code.id for name in organisations for code in partners(index.book, name)}
    counted = [
        (code, index.carrying(code.id).intersection_cardinality(rows))
        for code in index.book.of(DOMAIN)
        if code.parent is not None and code.id not in there
    ]
    yield from sorted(((code, count) for code, count in counted if count), key=lambda each: -each[1])
