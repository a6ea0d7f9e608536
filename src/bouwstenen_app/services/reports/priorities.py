"""What comes first: steps of maturity by how many votes, and what can begin tomorrow without a decision."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, Code, Codebook
from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import NOTHING, generated, label, opening, referred, unlike

PART: Final = "prioriteiten"
STEP, LEVEL = "rijpheid", "niveau"
LOW, MIDDLE, HIGH = "Weinig stemmen", "Gemiddeld", "Veel stemmen"
VOTES: Final = (LOW, MIDDLE, HIGH)
MUCH, LITTLE = 2.0, 0.5
"""From so many times the average of its session a block has many votes, and below so many few."""
IN_A_CELL: Final = 6
TRIED: Final = 3
"""From this step on something has been tried: before it, it is a wish."""
NEAR: Final = ("niveau-casus", "niveau-lokaal")
"""The levels on which people can begin by themselves."""
NOT_TO_BEGIN: Final = ("knelpunt", "risico", "vraag")
TOMORROW: Final = 5


def priorities(material: Material) -> Iterator[Section]:
    """Yield the chapter; nothing when no block has a step of maturity."""
    steps = [code for code in material.book.of(STEP) if not code.retired]
    of_step = _by_step(material.blocks, steps)
    if not of_step:
        return
    items = [*_grid(material, steps, of_step), *_tomorrow(material, steps)]
    yield Section("Prioriteiten en volgorde", 1, tuple(items), PART)


def _by_step(blocks: Sequence[Block], steps: Sequence[Code]) -> Mapping[str, list[Block]]:
    known = {code.id for code in steps}
    found: dict[str, list[Block]] = defaultdict(list)
    for block in sorted(blocks, key=lambda block: -block.votes):
        for code in known & set(block.codes):
            found[code].append(block)
    return found


def _grid(material: Material, steps: Sequence[Code], of_step: Mapping[str, Sequence[Block]]) -> Iterator[Item]:
    weigh = Weigher(material.blocks)
    yield generated(f"{PART}:vooraf", " ".join(_told(material.book, of_step, len(material.blocks))))
    columns = VOTES if weigh.voted else ()
    rows = []
    for code in steps:
        blocks = of_step.get(code.id, ())
        cells = [_cell([block for block in blocks if weigh(block) == name]) for name in columns]
        rows.append((Cell(code.name), *(cells or [_cell(blocks)])))
    yield Table(
        "Hoe rijp de bouwstenen zijn, en hoeveel stemmen ze kregen" if columns else "Hoe rijp de bouwstenen zijn",
        ("Stap", *(columns or ("Bouwstenen",))),
        tuple(rows),
        "Per stap van rijpheid de nummers van de bouwstenen"
        + (", met weinig tot veel stemmen." if columns else "."),
        (1.7, *((2.4,) * len(columns) or (7.2,))),
    )
    if columns:
        told = (
            "Veel is minstens twee keer zoveel stemmen als een bouwsteen in die sessie gemiddeld kreeg; weinig is "
            "minder dan de helft. In een vak staan hoogstens zes nummers, die met de meeste stemmen eerst."
        )
        yield Paragraph((Run(told),), "note")


class Weigher:
    """Says whether a block got few or many votes, held against the average of its own session."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        count = Counter(block.workshop for block in blocks)
        votes = votes_per_session(blocks)
        self._average = {one: votes[one] / count[one] for one in count}
        self.voted = any(votes.values())

    def __call__(self, block: Block) -> str:
        """Return the word for how many votes a block got."""
        average = self._average[block.workshop]
        if block.votes and block.votes >= MUCH * average:
            return HIGH
        return LOW if block.votes < LITTLE * average or not block.votes else MIDDLE


def _told(book: Codebook, of_step: Mapping[str, Sequence[Block]], every: int) -> Iterator[str]:
    counted = sum(map(len, of_step.values()))
    (most, blocks), *_ = sorted(of_step.items(), key=lambda each: -len(each[1]))
    name = book.code(most).name
    told = f"De meeste bouwstenen staan op “{name}”: {dutch.number(len(blocks))}"
    yield f"{told} van de {dutch.number(counted)} waarvan de rijpheid bekend is."
    if missing := every - counted:
        yield f"Van {dutch.counted(missing, 'bouwsteen', 'bouwstenen')} is die niet bekend."


def _cell(blocks: Sequence[Block]) -> Cell:
    if not blocks:
        return Cell(NOTHING)
    names = ", ".join(block.spoken_id for block in blocks[:IN_A_CELL])
    rest = len(blocks) - IN_A_CELL
    return Cell(f"{names} en nog {dutch.number(rest)}" if rest > 0 else names)


def _tomorrow(material: Material, steps: Sequence[Code]) -> Iterator[Item]:
    """Yield what has been tried and is near enough to begin with."""
    blocks = [block for block in material.blocks if _can_begin(block, material.book, steps)]
    blocks.sort(key=lambda block: (-block.votes, len(block.conditions)))
    if not blocks:
        return
    yield label("Morgen mee beginnen (geen besluit nodig)")
    yield generated(
        f"{PART}:morgen",
        "Dit is ergens al geprobeerd en speelt op de werkvloer of in de gemeente. Wie ermee verder wil, hoeft niet "
        "op een besluit te wachten.",
    )
    yield Listing(tuple(referred(_first(block), block) for block in list(unlike(blocks))[:TOMORROW]))


def _first(block: Block) -> str:
    return opening(block.next_step, 160).rstrip(".") if block.next_step else block.title


def _can_begin(block: Block, book: Codebook, steps: Sequence[Code]) -> bool:
    order = {code.id: place for place, code in enumerate(steps, start=1)}
    tried = any(order.get(code, 0) >= TRIED for code in block.codes)
    near = any(code.slug in NEAR for code in book.select(block.codes, LEVEL))
    kinds = {code.slug for code in book.select(block.codes, KIND)}
    return tried and near and bool(block.next_step) and not kinds & set(NOT_TO_BEGIN)
