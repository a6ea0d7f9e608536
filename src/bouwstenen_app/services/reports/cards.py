"""The card set: blocks as cards for on the wall, by theme, and empty cards to write on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import KIND, THEME, Code, Codebook
from bouwstenen_app.domain.recipes import CARDS, EMPTY_CARDS
from bouwstenen_app.domain.report import CARDS_ON_A_SHEET, Item, Listing, Run, Section, WallCard
from bouwstenen_app.domain.report_parts import CARDS_LIST, CARDS_USE, EMPTY_CARDS_USE
from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.services.reports.pieces import label, lowered, shortened
from bouwstenen_app.services.reports.writing import Part, Writing

NO_THEME = "Nog zonder thema"
BOXES = 8
"""How many empty boxes for votes a card has."""
TEXT = 78
"""The most characters that fit on two lines of a card."""
TITLE_AT_MOST = 150
SHAPES: Final[Mapping[str, str]] = {
    "werkt-goed": "●",
    "knelpunt": "▼",
    "idee": "▲",
    "risico": "◊",
    "voorwaarde": "■",
    "inzicht": "○",
    "vraag": "□",
    "verhaal": "►",
}
"""The sign of each kind of the built-in codebook: nobody needs its colour, and every office font has them."""
CUTTING = "Knip of snijd elk vel bij de streepjes in vieren. Dan heb je kaarten op A6."
PRINTING = "Print de vellen met kaarten enkelzijdig op A4, op ware grootte (100%), liefst op stevig papier."
PROMPTS = (
    ("Bouwsteen, in één zin", 2),
    ("Voorbeeld uit de praktijk, zonder namen", 2),
    ("Wat is ervoor nodig?", 2),
)
"""What an empty card asks, and how many lines there are to write on."""
LONG_QUESTION = 130
"""Characters from which the question of a round leaves room for fewer lines."""
USES = (
    PRINTING,
    CUTTING,
    "De kleur aan de zijkant hoort bij het thema, het teken bovenaan bij de soort. Beide staan er ook in woorden.",
    "Stemmen? Zet een kruis in een leeg hokje.",
)
EMPTY_USES = (
    PRINTING,
    CUTTING,
    "Eén gedachte per kaart. Schrijf geen namen op en niets waaraan iemand te herkennen is.",
    "Print een vel zo vaak als je het nodig hebt.",
)
"""How the cards are used, for who prints them."""
QUESTION_AT_MOST = 260
NAME_AT_MOST = 60


def deck(it: Writing) -> tuple[WallCard, ...]:
    """Return the blocks as cards, sorted by theme."""
    blocks = sorted(it.read.blocks, key=lambda block: (_place(_theme(block, it.read.book)), -block.votes))
    return tuple(_card(block, it.read.book) for block in blocks)


def empty_deck(it: Writing) -> tuple[WallCard, ...]:
    """Return empty cards: a sheet for every round of the chosen sessions, or one sheet for any question."""
    workshops = it.read.workshops if it.recipe.workshops else ()
    rounds: list[Round | None] = [step for workshop in workshops for step in workshop.numbered_rounds]
    kinds = tuple(lowered(code.name) for code in it.read.book.of(KIND) if not code.retired)
    return tuple(_empty(step, kinds) for step in rounds or [None] for _ in range(CARDS_ON_A_SHEET))


def counted(cards: Sequence[WallCard]) -> str:
    """Return ``122 kaarten op 31 vellen``."""
    sheets = -(-len(cards) // CARDS_ON_A_SHEET)
    count = dutch.counted(len(cards), "kaart", "kaarten")
    return f"{count} op {dutch.counted(sheets, 'vel', 'vellen')}"


def _uses(lines: Iterable[str]) -> Section:
    return Section("Zo gebruik je de kaarten", 1, (Listing(tuple((Run(line),) for line in lines)),), "gebruik")


def _as_list(cards: Sequence[WallCard]) -> Iterator[Item]:
    for theme, found in groupby(cards, key=lambda card: card.theme):
        yield label(theme)
        yield Listing(tuple(_line(card) for card in found))


def _line(card: WallCard) -> tuple[Run, ...]:
    kind = f" ({card.kind})" if card.kind else ""
    return (Run(f"{card.spoken_id} ", bold=True), Run(f"{card.title}{kind}"))


def _theme(block: Block, book: Codebook) -> Code | None:
    """Return the theme group that a block hangs under on the wall: that of its first theme."""
    themes = book.select(block.codes, THEME)
    return book.top(themes[0].id) if themes else None


def _place(theme: Code | None) -> tuple[bool, int, str]:
    return (theme is None, theme.position if theme else 0, theme.name if theme else "")


def _card(block: Block, book: Codebook) -> WallCard:
    theme = _theme(block, book)
    kinds = book.select(block.codes, KIND)
    return WallCard(
        title=shortened(block.title, TITLE_AT_MOST),
        text=shortened(" ".join((block.explanation or block.example).split()), TEXT),
        kind=lowered(kinds[0].name) if kinds else "",
        shape=SHAPES.get(kinds[0].slug, "") if kinds else "",
        theme=theme.name if theme else NO_THEME,
        edge=theme.colour if theme else "",
        spoken_id=block.spoken_id,
        boxes=BOXES,
    )


def _empty(step: Round | None, kinds: tuple[str, ...]) -> WallCard:
    if step is None:
        return WallCard(prompts=PROMPTS, choices=kinds)
    name = shortened(step.name or f"Ronde {step.number}", NAME_AT_MOST)
    crowded = len(step.question) > LONG_QUESTION
    return WallCard(
        title=name,
        text=shortened(step.question, QUESTION_AT_MOST),
        prompts=tuple((prompt, lines - crowded) for prompt, lines in PROMPTS),
        choices=kinds,
    )


DECKS: Final[Mapping[str, Callable[[Writing], tuple[WallCard, ...]]]] = {
    CARDS.slug: deck,
    EMPTY_CARDS.slug: empty_deck,
}
"""The kinds that have cards behind their text, and how those are made."""

PARTS: Final[Mapping[str, Part]] = {
    CARDS_USE: lambda _: [_uses(USES)],
    CARDS_LIST: lambda it: [Section("De kaarten als lijst", 1, tuple(_as_list(deck(it))), "lijst")],
    EMPTY_CARDS_USE: lambda _: [_uses(EMPTY_USES)],
}
"""How each part of the card sets is written."""
