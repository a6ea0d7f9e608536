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
HIGH: Final = 496
"""Pixels of a card from top to bottom, within its white."""
DOT: Final = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""A picture that shows nothing: it makes every card as high as it is on paper."""
PAPER: Final = "#FFFFFF"
SIZES: Final = ((110, 21), (60, 27), (0, 32))
"""From how many characters a title is set in how many pixels."""


def card_sheets(cards: Sequence[WallCard], *, complete: bool = False) -> Iterator[str]:
    """Yield the sheets: all when ``complete``; else the first ones, and one that says how many more there are."""
    starts = range(0, len(cards), CARDS_ON_A_SHEET)
    shown = len(starts) if complete else SHEETS_AT_MOST
    for start in starts[:shown]:
        yield _sheet(cards[start : start + CARDS_ON_A_SHEET])
    if len(starts) > shown:
        more = len(starts) - shown
        yield f'<p style="font-size:15px">En nog {more} vellen; ze staan allemaal in het Word-bestand.</p>'


def _sheet(cards: Sequence[WallCard]) -> str:
    rows = (cards[start : start + 2] for start in range(0, len(cards), 2))
    lines = "".join(f"<tr>{''.join(map(_card, row))}{'<td></td>' * (4 - 2 * len(row))}</tr>" for row in rows)
    return f'<table width="100%" cellspacing="0" cellpadding="14">{lines}</table>'


def _card(card: WallCard) -> str:
    edge = escape((card.edge or PLAIN) if card.theme else PAPER)
    return (
        f'<td width="2%" bgcolor="{edge}"><p style="margin:0; line-height:100%">'
        f'<img src="{DOT}" width="1" height="{HIGH}"></p></td>'
        f'<td width="48%" style="border:1px dashed #B9C2C2">{"".join(_parts(card))}</td>'
    )


def _parts(card: WallCard) -> Iterator[str]:
    """Yield the lines of a card, from top to bottom."""
    size = 27 if card.prompts else next(size for length, size in SIZES if len(card.title) >= length)
    for text, look in (
        (card.above, "font-weight:700; font-size:16px"),
        (card.title, f"font-weight:700; font-size:{size}px"),
        (card.text, "font-size:16px"),
    ):
        if text:
            yield f'<p style="{look}; line-height:110%">{escape(text)}</p>'
    for prompt, lines in card.prompts:
        yield f'<p style="font-weight:700; font-size:15px">{escape(prompt)}</p>' + "<hr/>" * lines
    theme = f"Thema: {card.theme}" if card.theme else ""
    for text in filter(None, ("   ".join(f"{BOX} {one}" for one in card.choices), theme)):
        yield f'<p style="font-size:15px">{escape(text)}</p>'
    if card.boxes:
        yield '<p style="font-weight:700; font-size:15px">Stemmen</p>'
        yield f'<p style="font-size:27px">{BOX * card.boxes}</p>'
