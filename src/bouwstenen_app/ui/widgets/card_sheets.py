"""Cards for on the wall as sheets of simple HTML: four on a page, as they come out of the printer."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from bouwstenen_app.domain.report import CARDS_ON_A_SHEET, WallCard

BOX: Final = "\u2610"
PLAIN: Final = "#8A9699"
"""The edge of a card without a theme."""
SHEETS_AT_MOST: Final = 60
"""How many sheets the screen shows; Word has them all."""
HIGH: Final = 520
"""Pixels of a card from top to bottom."""
LINE: Final = 21
"""Pixels of a line of text on a card, about."""
SIZES: Final = ((110, 21), (60, 27), (0, 32))
"""From how many characters a title is set in how many pixels."""


def card_sheets(cards: Sequence[WallCard]) -> Iterator[str]:
    """Yield the sheets: the first ones, and one that says how many more there are."""
    starts = range(0, len(cards), CARDS_ON_A_SHEET)
    for start in starts[:SHEETS_AT_MOST]:
        yield _sheet(cards[start : start + CARDS_ON_A_SHEET])
    if len(starts) > SHEETS_AT_MOST:
        more = len(starts) - SHEETS_AT_MOST
        yield f'<p class="note">En nog {more} vellen; ze staan allemaal in het Word-bestand.</p>'


def _sheet(cards: Sequence[WallCard]) -> str:
    rows = (cards[start : start + 2] for start in range(0, len(cards), 2))
    lines = "".join(f"<tr>{''.join(map(_card, row))}{'<td></td>' * (4 - 2 * len(row))}</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="14">{lines}</table>'


def _card(card: WallCard) -> str:
    edge = card.edge or PLAIN
    return (
        f'<td width="2%" bgcolor="{escape(edge if card.theme else "#FFFFFF")}"></td>'
        f'<td width="48%" style="border:1px dashed #B9C2C2">{"".join(_parts(card))}</td>'
    )


def _parts(card: WallCard) -> Iterator[str]:
    """Yield the lines of a card, and white below them up to the height of a card."""
    size = 27 if card.prompts else next(size for length, size in SIZES if len(card.title) >= length)
    above = " · ".join(filter(None, (card.spoken_id, card.kind.upper())))
    used = 0
    for text, look, height in (
        (above, "font-weight:700; font-size:16px", LINE),
        (card.title, f"font-weight:700; font-size:{size}px", _lines(card.title, size) * round(size * 1.3)),
        (card.text, "font-size:16px", _lines(card.text, 16) * LINE),
    ):
        if text:
            used += height + 10
            yield f'<p style="{look}">{escape(text)}</p>'
    for prompt, lines in card.prompts:
        used += LINE + lines * 30 + 8
        yield f'<p style="font-weight:700; font-size:15px">{escape(prompt)}</p>' + "<hr/>" * lines
    for text in filter(None, ("   ".join(f"{BOX} {one}" for one in card.choices), _theme(card))):
        used += _lines(text, 15) * LINE + 8
        yield f'<p style="font-size:15px">{escape(text)}</p>'
    if card.boxes:
        used += LINE + 36
        yield '<p style="font-weight:700; font-size:15px">Stemmen</p>'
        yield f'<p style="font-size:27px">{BOX * card.boxes}</p>'
    yield f'<p style="margin-top:{max(0, HIGH - used)}px">&nbsp;</p>'


def _theme(card: WallCard) -> str:
    return f"Thema: {card.theme}" if card.theme else ""


def _lines(text: str, size: int) -> int:
    """Return about how many lines a text takes on a card at a size."""
    return -(-len(text) * size // 560) if text else 0
