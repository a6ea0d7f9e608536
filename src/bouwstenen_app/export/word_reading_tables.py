"""What was written in the tables of a Word file that came back: in a column for remarks, and beside a text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain.reviews import Comment, Text
from bouwstenen_app.export.word_reading_lines import Line, Mark, Stamp
from bouwstenen_app.export.word_reading_pieces import after, as_line, as_text, pieces_of

COLUMN: Final = "opmerking"
"""How the header of a column for remarks begins."""
_MOST_PRINTED: Final = 80
"""Words that can be printed beside a text."""
_EMPTY_BOX: Final = "☐"
_PRINTED: Final = "Status:"


def besides(texts: Sequence[Text], saved: Stamp) -> Iterator[Comment]:
    """Yield what was written beside texts, in the column that is there for it."""
    for text in texts:
        if said := _typed(text):
            who = text.edits[-1] if text.edits else saved
            told = Comment(said, who.author, who.date, "", text.anchor, inside=True, heading=text.heading)
            yield replace(told, position=text.position)


def in_tables(lines: Sequence[Line], saved: Stamp) -> Iterator[Comment]:
    """Yield what was written under the header of a column for remarks, as a comment on its row."""
    columns: set[tuple[int, int]] = set()
    cells: dict[tuple[int, int, int], tuple[int, list[str]]] = {}
    for position, line in enumerate(lines):
        if line.cell is None:
            continue
        table, row, column = line.cell
        text = after(pieces_of(line)).strip()
        ours = any(isinstance(part, Mark) and part.kind == "open" for part in line.parts)
        if row == 0 and text.casefold().startswith(COLUMN) and not ours:
            columns.add((table, column))
        elif (table, column) in columns and any(map(str.isalnum, text)):
            cells.setdefault(line.cell, (position, []))[1].append(text)
    first = first_cells(lines)
    for cell, (position, said) in cells.items():
        text = as_text("\n".join(said))
        yield Comment(text, saved.author, saved.date, row=first.get(cell[:2], ""), position=position)


def first_cells(lines: Sequence[Line]) -> Mapping[tuple[int, int], str]:
    """Return how the first cell of each row of each table begins."""
    found: dict[tuple[int, int], str] = {}
    for line in lines:
        if line.cell and line.cell[2] == 0 and line.cell[:2] not in found:
            found[line.cell[:2]] = as_line(after(pieces_of(line)))
    return found


def _typed(text: Text) -> str:
    """Return what was written behind what was printed; where that was overwritten, all but what says nothing."""
    if text.anchor is None or text.anchor.fits(text.after):
        return ""
    words = text.after.split(maxsplit=_MOST_PRINTED)
    for count in range(len(words) - 1, 0, -1):
        if text.anchor.fits(" ".join(words[:count])):
            return _behind(text.after, count)
    lines = [line.strip() for line in text.after.splitlines()]
    said = [line for line in lines if line and line[0] != _EMPTY_BOX and not line.startswith(_PRINTED)]
    return "\n".join(line for line in said if not line.endswith(":"))


def _behind(text: str, count: int) -> str:
    """Return what comes after so many words."""
    return text.split(maxsplit=count)[count].strip()
