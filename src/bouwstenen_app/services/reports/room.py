"""What the room said at the end of a session, for its feedback report: read back, seen differently, parked."""

from collections.abc import Collection, Sequence

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED, Block
from bouwstenen_app.domain.report import MINORITY, Item, Listing, Paragraph, Run, Section
from bouwstenen_app.services.reports.pieces import body, label

NOT_READ = "nog niet"
"""What stands in a table at a block that was not read back."""
HEARD = {
    CONFIRMED: ("is bevestigd", "zijn bevestigd"),
    ADJUSTED: ("is in de zaal aangepast", "zijn in de zaal aangepast"),
    NOT_RECOGNISED: ("werd niet herkend", "werden niet herkend"),
}


def read_back(blocks: Sequence[Block], told: Collection[str] = ()) -> tuple[Item, ...]:
    """Return what the room said of the blocks that were read back; of those told elsewhere (ids) only the count."""
    read = [block for block in blocks if block.read_back]
    if not read:
        return ()
    counts = [(sum(block.read_back == outcome for block in read), words) for outcome, words in HEARD.items()]
    parts = [f"{dutch.number(count)} {words[count > 1]}" for count, words in counts if count]
    total = dutch.counted(len(read), "bouwsteen", "bouwstenen")
    items: list[Item] = [body(f"Aan het eind lazen we {total} terug: {dutch.enumerated(parts)}.")]
    if others := [block for block in read if block.id not in told]:
        if told:
            items.append(label("Ook teruggelezen"))
        items.append(Listing(tuple((*numbered(block), Run(f" ({block.read_back})")) for block in others)))
    return tuple(items)


def minorities(blocks: Sequence[Block]) -> Section:
    """Return the minority views, each under the block that it is about."""
    items: list[Item] = []
    for block in blocks:
        if said := " ".join(block.minority.split()):
            items.append(Paragraph(numbered(block), keep_with_next=True))
            items.append(Paragraph((Run(f"{MINORITY} ", bold=True), Run(said)), "minority"))
    if items:
        items.insert(0, body("Niet iedereen zag alles hetzelfde. Wat een deel van de zaal anders zag, staat hier."))
    return Section("Minderheidsstandpunten", 1, tuple(items), "minderheid")


def parked(blocks: Sequence[Block]) -> Section:
    """Return what was parked."""
    if not blocks:
        return Section("Parkeerplaats")
    told = "Dit kwam ook ter sprake, maar hoorde niet bij de vraag van deze sessie. Het is bewaard."
    return Section("Parkeerplaats", 1, (body(told), Listing(tuple(map(numbered, blocks)))), "parkeerplaats")


def numbered(block: Block) -> tuple[Run, ...]:
    """Return a block as a line: its number and its title."""
    return (Run(f"{block.spoken_id} ", bold=True), Run(block.title))


def marked(block: Block) -> tuple[Run, ...]:
    """Return a block as a line, with a mark when a minority sees it differently."""
    mark = (Run(" [minderheidsstandpunt]", italic=True),) if block.minority else ()
    return (*numbered(block), *mark)
