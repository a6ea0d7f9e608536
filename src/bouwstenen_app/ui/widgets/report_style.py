"""The styles of a template as a style sheet for the pages on the screen, and the fonts to take for them."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.export import word_roles
from bouwstenen_app.export.page_letters import Letters
from bouwstenen_app.export.page_look import PageLook

PIXELS: Final = 96 / 72
"""Pixels of the pages in a point."""
FINE: Final = 6
"""How many times larger text is laid out than it is shown: Qt knows letters of whole pixels only."""
UNIT: Final = PIXELS * FINE
"""What a point is where text is laid out: a whole number, so that half a point is one too."""
QUIET: Final = "#4A5665"
LINE: Final = "#D4DADA"
FALLBACKS: Final = ("Calibri", "Carlito", "Segoe UI", "Noto Sans", "DejaVu Sans")
SERIFS: Final = ("Cambria", "Caladea", "Georgia", "Gelasio", "Times New Roman", "Liberation Serif", "DejaVu Serif")
"""Fonts to take when this computer does not have that of a style: those of the same kind."""
_WITH_SERIFS: Final = (
    "antiqua", "baskerville", "bodoni", "book", "cambria", "caslon", "century", "constantia", "garamond", "georgia",
    "palatino", "roman", "rockwell", "serif", "times",
)  # fmt: skip
"""What the names of fonts with serifs say."""
_NO_NAME: Final = re.compile(r"[^\w .+-]")
_LONGEST_NAME: Final = 60
"""Characters of the name of a font."""
ROLES: Final = {
    **word_roles.ROLES,
    "tags": "Trefwoorden",
    "caption": "caption",
    "title": "Title",
    "above": "Titel boven tekst",
    "subtitle": "Subtitle",
    "fact": "Titelgegevens",
    "warning": "Melding",
    "contents": "TOC Heading",
    "entry1": "toc 1",
    "entry2": "toc 2",
    "cell": "Tabeltekst",
    "head": "Tabelkop",
    "figure": "Figuur",
    "bullet": "List Bullet",
    "counted": "List Number",
    "behind": "Tekst na tabel",
}
"""The class of a paragraph on the pages, and the style of Word that it has."""
RULES: Final = {
    **{f"h{level}": f"heading {level}" for level in range(1, 5)},
    **{f"p.{role}": name for role, name in ROLES.items()},
    "h5": ROLES["label"],
}
"""No rule is for every paragraph: Qt gives what stands inside one with a class the letters of the plain rule."""
LABEL: Final = "label"
PLAIN: Final = "margin: 0; white-space: pre-wrap;"
ROOM: Final = 1
"""The state of an empty line that is hardly there: Qt gives no room above what comes first on a page."""
STATES: Final = {name: number for number, name in enumerate(dict.fromkeys(RULES.values()), 10)}
"""By its style, what Qt remembers of a paragraph: a style sheet says too little of it."""
KEPT: Final = 1_000
"""What is added for a paragraph that stays on the page of what comes after it."""
CELLS: Final = frozenset({STATES[ROLES["cell"]], STATES[ROLES["head"]]})
"""The room around these is that of their cell."""
CELL_SIDE, CELL_END, CELL_ROOM = 5.0, 1.5, 1.5
"""Points between a cell and its text: at its sides, above and below, and around the paragraph in it."""
TIGHT: Final = 2.25
"""The same at the sides in a matrix."""


def style_of(look: PageLook) -> str:
    """Return the style sheet of the pages in the look of a template."""
    rules = "".join(
        f"{rule} {{ {_letters(look.letters[name])} {PLAIN} -qt-user-state: {STATES[name]}; }}"
        for rule, name in RULES.items()
        if name in look.letters
    )
    ends = units(CELL_END + CELL_ROOM)
    cell = f"padding: {ends}px {units(CELL_SIDE)}px {ends}px {units(CELL_SIDE)}px"
    tint = f"padding: {ends}px {units(TIGHT)}px {ends}px {units(TIGHT)}px"
    white = f"{units(3)}px solid #ffffff"
    return (
        f"{rules} a {{ text-decoration: none; }}"
        f"td.cell {{ border-bottom: {units(0.5)}px solid {LINE}; {cell}; }} td.head {{ {cell}; }}"
        f"td.tint {{ border-bottom: {white}; border-right: {white}; {tint}; }}"
        f"span.link {{ color: #{look.accent}; text-decoration: underline; }}"
        f"span.part {{ color: #{look.accent}; font-weight: 700; }} span.number {{ color: #{look.accent}; }}"
    )


def paragraph(role: str, text: str, *, keep: bool = False) -> str:
    """Return a paragraph in its role, that may have to stay on the page of what comes after it."""
    if role == LABEL:  # a heading, so that it goes to the page of what comes after it
        return f"<h5>{text}</h5>"
    kept = f' style="-qt-user-state: {KEPT + STATES[ROLES[role]]}"' if keep and role in ROLES else ""
    return f'<p class="{role}"{kept}>{text}</p>'


def above(look: PageLook, style: str) -> str:
    """Return what a paragraph that begins a page needs before it, to keep the room above it as it does in Word."""
    room = f'<p style="font-size: 1px; margin: 0; -qt-user-state: {ROOM}">&nbsp;</p>'
    return room if style in look.letters and look.letters[style].before else ""


def units(points: float) -> int:
    """Return a measure where text is laid out."""
    return max(1, round(points * UNIT)) if points else 0


def _letters(letters: Letters) -> str:
    slant = "italic" if letters.italic else "normal"
    weight = 700 if letters.bold else 400
    caps = " text-transform: uppercase;" if letters.caps else ""
    return (
        f"font-size: {units(letters.size)}px; color: #{letters.colour}; font-weight: {weight}; "
        f"{_family(letters)} font-style: {slant};{caps}"
    )


def _family(letters: Letters) -> str:
    return f"font-family: {', '.join(_quoted(letters))};"


def families(letters: Letters) -> list[str]:
    """Return the font of a style, and those to take when this computer does not have it."""
    name = letters.family.lower()
    with_serifs = any(said in name for said in _WITH_SERIFS) and "sans" not in name
    return [*dict.fromkeys(filter(None, (letters.family, *(SERIFS if with_serifs else FALLBACKS))))]


def _quoted(letters: Letters) -> Iterator[str]:
    for name in families(letters):
        yield f"'{_NO_NAME.sub('', name)[:_LONGEST_NAME]}'"  # a template can call a font whatever it likes
