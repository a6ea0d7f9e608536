"""The styles of a template as a style sheet for the pages on the screen, and frames around paragraphs."""

from collections.abc import Iterator
from typing import Final

from bouwstenen_app.export.page_letters import Edge, Letters
from bouwstenen_app.export.page_look import PageLook

PIXELS: Final = 96 / 72
"""Pixels of the pages in a point."""
LINE_OF_LETTERS: Final = 1.19
"""How much higher than its letters a line of usual fonts is."""
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
ROLES: Final = {
    "body": "Body Text",
    "lead": "Inleiding",
    "quote": "Quote",
    "summary": "Samengevat",
    "interpretation": "Duiding",
    "minority": "Minderheidsstandpunt",
    "provenance": "Herkomst",
    "tags": "Trefwoorden",
    "note": "Opmerking",
    "label": "Tussenkop",
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
    "figure": "Figuur",
}
"""The class of a paragraph on the pages, and the style of Word that it has."""
RULES: Final = {
    **{f"h{level}": f"heading {level}" for level in range(1, 5)},
    **{f"p.{role}": name for role, name in ROLES.items()},
    "h5": ROLES["label"],
}
"""No rule is for every paragraph: Qt gives what stands inside one with a class the letters of the plain rule."""
LABEL: Final = "label"
INDENT: Final = "List Bullet"
"""The style that says how far the lines of a list stand to the right."""


def style_of(look: PageLook) -> str:
    """Return the style sheet of the pages in the look of a template."""
    rules = "".join(
        f"{rule} {{ {_letters(look.letters[name])} {_room(look.letters[name])} }}"
        for rule, name in RULES.items()
        if name in look.letters
    )
    after, line = (look.letters[INDENT].after, look.letters[INDENT].line) if INDENT in look.letters else (0, 1)
    return (
        f"{rules} ul, ol {{ margin: 0 0 {_pixels(after)}px 0; }} li {{ line-height: {round(100 * line)}%; }}"
        f"a {{ text-decoration: none; }} td.cell {{ border-bottom: 1px solid {LINE}; }}"
        f"span.link {{ color: #{look.accent}; text-decoration: underline; }}"
        f"span.part {{ color: #{look.accent}; font-weight: 700; }} span.number {{ color: #{look.accent}; }}"
    )


def framed(role: str, text: str, look: PageLook) -> str:
    """Return a paragraph in its role, with the frame, the colour behind it or the line below that its style has."""
    if role == LABEL:  # a heading, so that it goes to the page of what comes after it
        return f"<h5>{text}</h5>"
    paragraph = f'<p class="{role}">{text}</p>'
    letters = look.letters.get(ROLES.get(role, ""))
    if letters is None or not (letters.edges or letters.fill):
        return paragraph
    sides = {edge.side: edge for edge in letters.edges}
    if set(sides) == {"bottom"} and not letters.fill:
        return f'<p class="{role}" style="margin-bottom: 0">{text}</p>{_rule(sides["bottom"], letters.after)}'
    inside = f'<p class="{role}" style="margin: 0">{text}</p>'
    lines = " ".join(
        f"border-{side}: {max(1, round(edge.width * PIXELS))}px solid #{edge.colour};"
        for side, edge in sides.items()
    )
    fill = f' bgcolor="#{letters.fill}"' if letters.fill else ""
    cell = f'<td{fill} style="{lines}">{inside}</td>'
    table = f'<table width="100%" cellspacing="0" cellpadding="8"><tr>{cell}</tr></table>'
    return f"{gap(letters.before)}{table}{gap(letters.after)}"


def gap(high: float) -> str:
    """Return an empty line of so many points; the room around a paragraph is lost beside a table."""
    size = round(high * PIXELS / LINE_OF_LETTERS)
    return f'<p style="font-size: {size}px; line-height: 100%; margin: 0">&nbsp;</p>' if size else ""


def above(look: PageLook, style: str) -> str:
    """Return what a paragraph that begins a page needs before it, to keep the room above it as it does in Word."""
    return gap(1) if style in look.letters and look.letters[style].before else ""


def _rule(edge: Edge, after: float) -> str:
    """Return a line across the text, with room above and below it."""
    line = f'<td style="border-bottom: {max(1, round(edge.width * PIXELS))}px solid #{edge.colour}">{gap(1)}</td>'
    table = f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{line}</tr></table>'
    return f"{gap(edge.room)}{table}{gap(after)}"


def _letters(letters: Letters) -> str:
    slant = "italic" if letters.italic else "normal"
    weight = 700 if letters.bold else 400
    return (
        f"font-size: {_pixels(letters.size)}px; color: #{letters.colour}; font-weight: {weight}; "
        f"{_family(letters)} font-style: {slant};"
    )


def _room(letters: Letters) -> str:
    """Return the room around a paragraph."""
    sides = (letters.before, letters.right, letters.after, letters.left)
    margins = " ".join(f"{_pixels(side)}px" for side in sides)
    return (
        f"margin: {margins}; text-indent: {-_pixels(letters.hanging)}px; line-height: {round(100 * letters.line)}%;"
    )


def _pixels(points: float) -> int:
    return round(points * PIXELS)


def _family(letters: Letters) -> str:
    """Return the font of a style, and those to take when this computer does not have it."""
    return f"font-family: {', '.join(_quoted(letters))};"


def families(letters: Letters) -> list[str]:
    """Return the font of a style, and those to take when this computer does not have it."""
    name = letters.family.lower()
    with_serifs = any(said in name for said in _WITH_SERIFS) and "sans" not in name
    return [*filter(None, (letters.family, *(SERIFS if with_serifs else FALLBACKS)))]


def _quoted(letters: Letters) -> Iterator[str]:
    for name in families(letters):
        yield f"'{name.replace(chr(39), '')}'"
