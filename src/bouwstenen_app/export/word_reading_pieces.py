"""Pieces of text from a Word file: as they were before tracked changes and with them, and what they belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Final

from bouwstenen_app.domain.anchors import TABLE, Anchor
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.export.word_reading_lines import Line, Mark, Piece

LONGEST_TEXT: Final = 200_000


def pieces_of(line: Line) -> list[Piece]:
    """Return the text of a paragraph without its marks."""
    return [part for part in line.parts if isinstance(part, Piece)]


def before(pieces: Iterable[Piece]) -> str:
    """Return a text as it was before the tracked changes."""
    return "".join(piece.text for piece in pieces if piece.added is None)


def after(pieces: Iterable[Piece]) -> str:
    """Return a text with all tracked changes in it."""
    return "".join(piece.text for piece in pieces if piece.removed is None)


def segments_of(line: Line) -> Iterator[tuple[Anchor, list[Piece]]]:
    """Yield the texts that begin in a paragraph; the first also has what was typed before its bookmark."""
    head: list[Piece] = []
    found: list[tuple[Anchor, list[Piece], str]] = []
    still_open: dict[str, list[Piece]] = {}
    current = head
    for part in line.parts:
        if isinstance(part, Piece):
            current.append(part)
        elif part.kind == "open" and part.anchor:
            current = []
            found.append((part.anchor, current, part.id))
            still_open[part.id] = current
        elif part.kind == "close":
            ended = still_open.pop(part.id, None)
            if ended is not None and not ended and still_open:
                current = next(reversed(still_open.values()))  # an empty bookmark that moved into another one
    for number, (anchor, pieces, _) in enumerate(found):
        label = anchor.label if anchor.line == 0 else 0
        following = found[number + 1][0] if number + 1 < len(found) else None
        if following and following.label and following.line == 0:
            pieces = _without_last(pieces, following.label)
        if number == 0 and anchor.field != TABLE:  # before a caption stands its number
            pieces = [*_beyond(head, label), *pieces]
        yield anchor, pieces


def closing(lines: Iterable[Line]) -> Mapping[str, int]:
    """Return in which paragraph each bookmark ends."""
    return {
        part.id: position
        for position, line in enumerate(lines)
        for part in line.parts
        if isinstance(part, Mark) and part.kind == "close"
    }


def on_one_line(line: Line) -> list[Piece]:
    """Return the text of a paragraph with a space for every end of a line in it."""
    return [piece._replace(text=" ".join(piece.text.split("\n"))) for piece in pieces_of(line)]


def head_of(line: Line) -> str:
    """Return what stands before the first text of a paragraph."""
    parts = takewhile(lambda part: isinstance(part, Piece) or part.kind != "open", line.parts)
    return after(part for part in parts if isinstance(part, Piece)).strip()


def _beyond(pieces: Sequence[Piece], label: int) -> Iterator[Piece]:
    """Yield what stands before a text behind its label."""
    left = label
    for piece in pieces:
        if len(piece.text) > left:
            yield piece._replace(text=piece.text[left:])
        left = max(0, left - len(piece.text))


def _without_last(pieces: Sequence[Piece], label: int) -> list[Piece]:
    """Return a text without the label of the one that was joined to it in one paragraph."""
    kept: list[Piece] = []
    left = label
    for piece in reversed(pieces):
        size = min(left, len(piece.text))
        left -= size
        if size < len(piece.text):
            kept.append(piece._replace(text=piece.text[: len(piece.text) - size]))
    return kept[::-1]


def as_text(text: str) -> str:
    """Return a text from a file without what no text of ours can hold, and not endless."""
    return clean(text, mark=MARK).text.strip()[:LONGEST_TEXT]


def as_line(text: str) -> str:
    """Return a text from a file on one line."""
    return " ".join(as_text(text).split())
