"""The bundle: a consolidated block with the blocks it was made from, and how widely it is carried."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import BUNDLED, FREE, Block
from bouwstenen_app.domain.codebook import KIND, Code, Codebook
from bouwstenen_app.domain.workshops import Workshop

PREFIX: Final = "K"
ONCE, TABLES, SESSIONS, REGIONS = "eenmaal genoemd", "in meer tafels", "in meer sessies", "in meer regio’s"
CARRIED: Final = (ONCE, TABLES, SESSIONS, REGIONS)
"""How widely something is carried, in the fixed words of the reports, the narrowest first."""
PERSPECTIVE: Final = "perspectief"


def spoken_id(number: int) -> str:
    """Return how the bundle with this number is called: ``K-05``."""
    return f"{PREFIX}-{number:02d}"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One bundle. ``codes`` are ids of codes, ``contributions`` ids of blocks in the order they came in."""

    id: str
    number: int
    title: str
    explanation: str = ""
    why: str = ""
    """Why it works."""
    example: str = ""
    conditions: tuple[str, ...] = ()
    next_step: str = ""
    owner: str = ""
    """Whose move it is: a role or an organisation, never a name."""
    codes: tuple[str, ...] = ()
    status: str = BUNDLED
    release: str = FREE
    minority: str = ""
    note: str = ""
    """For the team only: never in a report."""
    key: bool = False
    """One of the key bundles (*kernbouwstenen*) of the report."""
    contributions: tuple[str, ...] = ()
    removed: bool = False

    @property
    def spoken_id(self) -> str:
        """How it is called: ``K-05``. Never reused."""
        return spoken_id(self.number)


@dataclass(frozen=True, slots=True)
class Support:
    """How widely some blocks are carried. Votes are signals of single rooms: never a sum without its rooms."""

    blocks: int
    sessions: int
    regions: int
    tables: int
    """Different tables, counted within their session."""
    votes: int

    @property
    def words(self) -> str:
        """The fixed word for it: one of ``CARRIED``."""
        if self.regions > 1:
            return REGIONS
        if self.sessions > 1:
            return SESSIONS
        return TABLES if self.tables > 1 else ONCE


def support(blocks: Sequence[Block], workshops: Mapping[str, Workshop]) -> Support:
    """Return how widely blocks are carried; ``workshops`` has their sessions by id."""
    sessions = {block.workshop for block in blocks}
    regions = {workshops[one].region for one in sessions if one in workshops and workshops[one].region}
    tables = {(block.workshop, block.table) for block in blocks if block.table is not None}
    return Support(len(blocks), len(sessions), len(regions), len(tables), sum(block.votes for block in blocks))


def provenance(
    blocks: Sequence[Block], workshops: Mapping[str, Workshop], book: Codebook, *, votes: int = 0, held: int = 0
) -> str:
    """Return the line that says where a bundle comes from; ``workshops`` has all sessions there were, by id.

    ``held`` is in how many sessions blocks were captured; it is counted when the workshops know their blocks.

    With all ``votes`` there were, its own are told as a part of them: ``21 van 291 stemmen``.

    ``Genoemd in 3 van 3 sessies (2 regio’s) · 5 bouwstenen: RH-003, … · 21 stemmen · perspectief: professional ·
    soort: knelpunt (4), idee (1)``.
    """
    if not blocks:
        return "Nog geen bijdragen"
    carried = support(blocks, workshops)
    held = held or sum(1 for workshop in workshops.values() if workshop.blocks)
    regions = f" ({dutch.counted(carried.regions, 'regio', 'regio’s')})" if carried.regions else ""
    sessions = f"{dutch.number(carried.sessions)} van {dutch.counted(held, 'sessie', 'sessies')}"
    names = ", ".join(block.spoken_id for block in blocks)
    parts = [
        f"Genoemd in {sessions}{regions}",
        f"{dutch.counted(carried.blocks, 'bouwsteen', 'bouwstenen')}: {names}",
        _part_of(carried.votes, votes),
    ]
    if perspectives := _counted(blocks, book, PERSPECTIVE):
        parts.append(f"perspectief: {', '.join(name for name, _ in perspectives)}")
    if kinds := _counted(blocks, book, KIND):
        parts.append(f"soort: {', '.join(f'{name} ({count})' for name, count in kinds)}")
    return " · ".join(parts)


def _part_of(votes: int, every: int) -> str:
    whole = dutch.counted(every or votes, "stem", "stemmen")
    return f"{dutch.number(votes)} van {whole}" if every else whole


def draft(blocks: Sequence[Block], book: Codebook) -> Bundle:
    """Return a bundle as it can be drafted from its contributions, for a person to write further. No id or number.

    The title is that of the block with most votes; every explanation is kept, each in a paragraph of its own with
    the block it comes from; of the codes those that at least half of the blocks carry, and the most used domain
    and theme in any case.
    """
    by_votes = sorted(blocks, key=lambda block: -block.votes)
    leading = by_votes[0]
    texts = [f"{block.explanation} ({block.spoken_id})" for block in by_votes if block.explanation]
    others = [f"{block.title} ({block.spoken_id})" for block in by_votes[1:] if not block.explanation]
    return Bundle(
        id="",
        number=0,
        title=leading.title,
        explanation="\n".join(_distinct([*texts, *others])),
        example=next((block.example for block in by_votes if block.example), ""),
        conditions=tuple(_distinct(text for block in by_votes for text in block.conditions)),
        next_step=next((block.next_step for block in by_votes if block.next_step), ""),
        codes=_shared_codes(blocks, book),
        minority="\n".join(_distinct(block.minority for block in by_votes if block.minority)),
        contributions=tuple(block.id for block in blocks),
    )


def _shared_codes(blocks: Sequence[Block], book: Codebook) -> tuple[str, ...]:
    counts = Counter(code for block in blocks for code in block.codes if code in book.by_id)
    shared = {code for code, count in counts.items() if 2 * count >= len(blocks)}
    for dimension in book.dimensions:
        of_dimension = [code for code in counts if book.code(code).dimension == dimension.slug]
        if of_dimension and dimension.recommended and not shared & set(of_dimension):
            shared.add(max(of_dimension, key=lambda code: counts[code]))
        if not dimension.multiple:
            most = max(of_dimension, key=lambda code: counts[code], default="")
            shared -= set(of_dimension) - {most}
    return tuple(code.id for code in book.codes if code.id in shared)


def _counted(blocks: Iterable[Block], book: Codebook, dimension: str) -> list[tuple[str, int]]:
    """Return the names of the codes of a dimension that blocks carry, in lower case, most used first."""
    codes: Counter[Code] = Counter()
    for block in blocks:
        codes.update(book.select(block.codes, dimension))
    return [(_lower(code.name), count) for code, count in codes.most_common()]


def _lower(name: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation stays as it is."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in texts if text.strip()))
