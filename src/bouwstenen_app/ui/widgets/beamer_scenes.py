"""The scenes for the room as pages of planes and words: blocks, only their number, one that is read back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF

from bouwstenen_app.domain.beamer import BLOCKS, CLUSTERS, OPENING, READ_BACK, VOTES
from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.domain.stage import ShownBlock, Stage
from bouwstenen_app.domain.workshops import ONLY_COUNT
from bouwstenen_app.ui.widgets.beamer_grid import Choice, Spot, in_rows, over_pages
from bouwstenen_app.ui.widgets.beamer_lists import cluster_pages, vote_pages
from bouwstenen_app.ui.widgets.beamer_opening import opening_pages
from bouwstenen_app.ui.widgets.beamer_pieces import Page, Pages, Piece, Plane, Words
from bouwstenen_app.ui.widgets.beamer_type import BOLD, DEMI, SMALLEST, SetText, Typesetter
from bouwstenen_app.ui.widgets.beamer_words import count_words, empty, mark_words

SIZES: Final = (40, 37, 34, 31, 28, 26, 24, SMALLEST)
ONE_COLUMN, THREE_COLUMNS = 31, 26
"""From this size up also one column; from this size down also three."""
STRIPE: Final = 8
GAP, SIDE, ABOVE = 0.7, 1.25, 0.85
"""Between cards, and inside a card: parts of the size of its type."""
ALONE: Final = (84, 72, 64, 56, 50, 44, 38, 34, 30, 26, SMALLEST)
MARKS: Final = {CONFIRMED: "stage-accent", ADJUSTED: "stage-text", NOT_RECOGNISED: "stage-overrun"}


def pages_of(stage: Stage, type: Typesetter, area: QRectF, *, whole: bool = False) -> Sequence[Page]:
    """Return what stands under the question, page by page; there is always one.

    With ``whole`` there is none when the blocks of a round do not fit on one.
    """
    if stage.scene == BLOCKS and stage.mode != ONLY_COUNT and stage.blocks:
        return _blocks(stage, type, area, whole=whole)
    scenes: Mapping[str, Callable[[Stage, Typesetter, QRectF], Sequence[Page]]] = {
        BLOCKS: _count if stage.mode == ONLY_COUNT else _hint,
        VOTES: vote_pages,
        CLUSTERS: cluster_pages,
        READ_BACK: _read_back,
        OPENING: opening_pages,
    }
    scene = scenes.get(stage.scene)
    return (scene(stage, type, area) if scene else ()) or _hint(stage, type, area)


def card_choices(sizes: Sequence[int], area: QRectF) -> tuple[Choice, ...]:
    """Return the ways to set cards, the largest type first."""
    wide = area.width() > area.height() * 1.6
    return tuple(
        Choice(size, columns)
        for size in sizes
        for columns in (1, 2, 3)
        if not (columns == 1 and size < ONE_COLUMN) and not (columns == 3 and (size > THREE_COLUMNS or not wide))
    )


def _blocks(stage: Stage, type: Typesetter, area: QRectF, *, whole: bool) -> Sequence[Page]:
    choices, known = card_choices(SIZES, area), type.heights

    def text(block: ShownBlock, choice: Choice) -> SetText:
        size, px = choice.size, type.px(choice.size)
        width = _column(area, choice, px) - 2 * SIDE * px - type.px(STRIPE) / 2
        made = type.set(block.title or "…", size, width)
        if choice == choices[-1] and made.height + 2 * ABOVE * px > area.height():
            made = type.fit(block.title, (size,), width, area.height() - 2 * ABOVE * px)
        return made

    def height(item: int, choice: Choice) -> float | None:
        block, px = stage.blocks[item], type.px(choice.size)
        key = (block.title, choice, area.width(), area.height())
        if key in known:
            return known[key]
        width = _column(area, choice, px) - 2 * SIDE * px - type.px(STRIPE) / 2
        if choice != choices[-1] and type.widest_word(block.title, choice.size) > width:
            known[key] = None
        else:
            known[key] = text(block, choice).height + (2 * ABOVE + GAP) * px
        return known[key]

    def least(choice: Choice) -> float:
        return (1 + 2 * ABOVE + GAP) * type.px(choice.size)

    # The last row needs no gap under it.
    room = area.height() + GAP * type.px(SMALLEST)
    found = in_rows(len(stage.blocks), height, room, choices, least) if whole else None
    if whole and found is None:
        return ()
    choice, spots = found or (choices[-1], over_pages(len(stage.blocks), height, room, choices[-1]))
    return Pages(spots, lambda spot: _card(stage.blocks[spot.item], text, choice, spot, type, area))


def _card(
    block: ShownBlock,
    text: Callable[[ShownBlock, Choice], SetText],
    choice: Choice,
    spot: Spot,
    type: Typesetter,
    area: QRectF,
) -> tuple[Piece, ...]:
    px = type.px(choice.size)
    width = _column(area, choice, px)
    x = area.left() + spot.column * (width + GAP * px)
    rect = QRectF(x, area.top() + spot.top, width, spot.height - GAP * px)
    stripe = type.px(STRIPE)
    plane = Plane(rect, "stage-card", type.px(14), block.colour or "stage-stripe", stripe)
    return (plane, Words(text(block, choice), x + SIDE * px + stripe / 2, rect.top() + ABOVE * px))


def _column(area: QRectF, choice: Choice, px: float) -> float:
    return (area.width() - GAP * px * (choice.columns - 1)) / choice.columns


def _count(stage: Stage, type: Typesetter, area: QRectF) -> Sequence[Page]:
    number = type.set(str(stage.total), 250, area.width(), BOLD)
    words = type.set(count_words(stage), 38, area.width())
    top = area.top() + max(0.0, (area.height() - number.height - words.height) / 2)
    left = area.left() + (area.width() - number.width) / 2
    below = area.left() + (area.width() - words.width) / 2
    pieces = (Words(number, left, top), Words(words, below, top + number.height, "stage-muted"))
    return (Page(pieces, 0),)


def _read_back(stage: Stage, type: Typesetter, area: QRectF) -> Sequence[Page]:
    if not stage.blocks:
        return ()
    block, stripe, pad = stage.blocks[0], type.px(STRIPE * 1.5), type.px(48)
    said = mark_words(block.read_back)
    below = type.px(70) if said else 0.0
    room = area.height() - below
    text = type.fit(block.title, ALONE, area.width() - 2 * pad - stripe, room - 2 * pad)
    height = min(room, text.height + 2 * pad)
    card = QRectF(area.left(), area.top() + max(0.0, (room - height) / 3), area.width(), height)
    pieces: list[Piece] = [
        Plane(card, "stage-card", type.px(20), block.colour or "stage-stripe", stripe),
        Words(text, card.left() + pad + stripe, card.top() + (height - text.height) / 2),
    ]
    if said:
        mark = type.set(said, 34, area.width() - type.px(40), DEMI)
        top = card.bottom() + type.px(26)
        dot = QRectF(area.left(), top + (mark.height - type.px(20)) / 2, type.px(20), type.px(20))
        role = MARKS[block.read_back]
        pieces += [Plane(dot, role, type.px(10)), Words(mark, area.left() + type.px(34), top, role)]
    return (Page(tuple(pieces), 1),)


def _hint(stage: Stage, type: Typesetter, area: QRectF) -> Sequence[Page]:
    if not empty(stage):
        return (Page(),)
    words = type.set(empty(stage), 30, area.width())
    return (Page((Words(words, area.left(), area.top() + type.px(12), "stage-muted"),), 0),)
