"""From paragraphs to texts: what belongs to which anchor, what was added in between, and where comments stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from bouwstenen_app.domain.anchors import BESIDE, TABLE, Anchor, Spot
from bouwstenen_app.domain.reviews import ADDED, ELSEWHERE, OWN, Edit, Text
from bouwstenen_app.export.word_reading_lines import Line, Mark, Piece, Stamp, Styles
from bouwstenen_app.export.word_reading_pieces import (
    after,
    as_line,
    as_text,
    before,
    closing,
    head_of,
    on_one_line,
    pieces_of,
    segments_of,
)

LONGEST_QUOTE: Final = 2_000
_MOST_ACTIVE: Final = 200
"""Comments that are open at one place, and authors in one text, beyond which a file is no longer honest."""


@dataclass(slots=True)
class Gathered:
    """A text on its way: its anchor and its pieces, ends of paragraphs among them."""

    kind: str
    anchor: Anchor | None
    heading: str
    position: int
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Remarked:
    """Where a comment stands: what it is about, and the anchor that it stands in or near."""

    quote: list[Piece] = field(default_factory=list)
    anchor: Anchor | None = None
    inside: bool = False
    heading: str = ""
    position: int = 0
    cell: tuple[int, int, int] | None = None
    seen: bool = False


class Texts:
    """Goes through the paragraphs in order; afterwards it knows the texts and the places of the comments."""

    def __init__(self, styles: Styles) -> None:
        self.remarked: dict[str, Remarked] = {}
        self._styles = styles
        self._gathered: list[Gathered] = []
        self._of: dict[Spot, Gathered] = {}
        self._between: list[tuple[int, str, Line]] = []
        self._heading = ""
        self._last: Gathered | None = None
        self._active: set[str] = set()
        self._homeless: list[Remarked] = []
        self._cell: tuple[int, int, int] | None = None
        self._closing: Mapping[str, int] = {}
        self._until = -1
        """The paragraph in which the bookmark of the last text ends."""

    def read(self, lines: Sequence[Line]) -> tuple[Text, ...]:
        """Return the texts of a document, in their order."""
        self._closing = closing(lines)
        for position, line in enumerate(lines):
            end = next(
                (n for n, part in enumerate(line.parts) if isinstance(part, Mark) and part.kind == "end"), -1
            )
            behind = any(isinstance(part, Piece) for part in line.parts[: max(end, 0)])
            if end >= 0 and not behind:
                self._end()
            self._line(position, line)
            if behind:
                self._end()
        self._flush()
        return tuple(_text(one) for one in sorted(self._gathered, key=lambda one: one.position))

    def _end(self) -> None:
        """End the texts of ours: what comes now is of the template."""
        self._flush()
        self._last = None

    def _line(self, position: int, line: Line) -> None:
        if self._styles.is_heading(line):
            self._heading = as_line(after(pieces_of(line)) or before(pieces_of(line)))
        segments = list(segments_of(line))
        if segments:
            self._own(position, line, segments)
        else:
            self._other(position, line)
        self._comments(position, line, [anchor for anchor, _ in segments])

    def _own(self, position: int, line: Line, segments: Sequence[tuple[Anchor, list[Piece]]]) -> None:
        first, pieces = segments[0]
        if self._last is not None and self._last.anchor and first.spot == self._last.anchor.spot:
            for _, _, between in self._between:
                self._last.pieces += [*pieces_of(between), between.end]
            self._between = []
        self._flush(first if not head_of(line) else None)
        for anchor, pieces in segments:
            known = self._of.get(anchor.spot)
            if known is None:
                known = self._of[anchor.spot] = Gathered(OWN, anchor, self._heading, position)
                self._gathered.append(known)
            known.pieces += [*pieces, line.end]
            self._last = known
        self._cell = line.cell
        opened = [part.id for part in line.parts if isinstance(part, Mark) and part.kind == "open"]
        self._until = self._closing.get(opened[-1], position)
        for one in self._homeless:
            if one.heading == self._heading:
                one.anchor = first
        self._homeless = []

    def _other(self, position: int, line: Line) -> None:
        pieces = pieces_of(line)
        if not any(piece.text.strip() for piece in pieces) and not self._is_of_table(line):
            return
        if self._is_of_table(line):
            self._add_cell(line)
        elif self._last is not None and position <= self._until and line.cell == self._cell:
            self._last.pieces += [*pieces, line.end]  # a paragraph of ours was split
        elif self._last is not None and line.cell and line.cell == self._cell:
            if self._last.anchor and self._last.anchor.field == BESIDE:
                self._last.pieces += [*pieces, line.end]
            else:
                self._between.append((position, self._heading, line))
        elif line.cell or line.counted or self._last is None:
            if any(piece.added or piece.removed for piece in pieces):
                near = self._last.anchor if self._last else None
                self._gathered.append(Gathered(ELSEWHERE, near, self._heading, position, [*pieces, line.end]))
        else:
            self._between.append((position, self._heading, line))

    def _is_of_table(self, line: Line) -> bool:
        """Return whether a paragraph stands in the table whose caption came last."""
        last = self._last.anchor if self._last else None
        here = self._cell[0] if self._cell else line.cell[0] if line.cell else 0
        return last is not None and last.field == TABLE and line.cell is not None and line.cell[0] == here

    def _add_cell(self, line: Line) -> None:
        """Add a paragraph to a table as a text: rows on lines of their own, a tab between cells."""
        assert self._last is not None
        assert line.cell is not None
        before, self._cell = self._cell, line.cell
        between = "\n" if before is None or before[1] != line.cell[1] else " " if before == line.cell else "\t"
        self._last.pieces[-1:] = [Piece(between), *on_one_line(line), Piece("\n")]

    def _flush(self, following: Anchor | None = None) -> None:
        """Keep the paragraphs that nobody here wrote, as texts that were added after the last one."""
        near = self._last.anchor if self._last else None
        if following and following.label and not following.line and self._between:
            line = self._between[-1][2]
            if abs(_length(pieces_of(line)) - following.label) <= 1:
                self._between.pop()  # the label stands above a list, in a paragraph of its own
        for position, heading, line in self._between:
            self._gathered.append(Gathered(ADDED, near, heading, position, [*pieces_of(line), line.end]))
        self._between = []

    def _comments(self, position: int, line: Line, own: Sequence[Anchor]) -> None:
        current = own[0] if own else None
        for part in line.parts:
            if isinstance(part, Piece):
                for identity in tuple(self._active):
                    self._say(identity, part, current)
            elif part.kind == "open":
                current = part.anchor
            elif part.kind in ("from", "at", "to"):
                one = self.remarked.setdefault(part.id, Remarked())
                if not one.seen:
                    self._place(one, position, line, current)
                if part.kind == "from" and len(self._active) < _MOST_ACTIVE:
                    self._active.add(part.id)
                elif part.kind == "to":
                    self._active.discard(part.id)
        for identity in self._active:
            self.remarked[identity].quote.append(line.end)

    def _place(self, one: Remarked, position: int, line: Line, current: Anchor | None) -> None:
        one.seen, one.heading, one.position, one.cell = True, self._heading, position, line.cell
        one.inside = current is not None
        one.anchor = current or (self._last.anchor if self._last else None)
        if current is None and (self._last is None or self._last.heading != self._heading):
            self._homeless.append(one)

    def _say(self, identity: str, piece: Piece, current: Anchor | None) -> None:
        one = self.remarked[identity]
        if current is not None and piece.text.strip() and not any(said.text.strip() for said in one.quote):
            one.anchor, one.inside = current, True
        one.quote.append(piece)
        if len(one.quote) > LONGEST_QUOTE:
            self._active.discard(identity)


def _text(gathered: Gathered) -> Text:
    pieces = gathered.pieces[:-1] if gathered.pieces else []
    stamps = dict.fromkeys(stamp for piece in pieces for stamp in (piece.added, piece.removed) if stamp)
    authors = dict.fromkeys(stamp.author for stamp in stamps)
    return Text(
        gathered.kind,
        gathered.anchor,
        as_text(before(pieces)),
        as_text(after(pieces)),
        tuple(_edit(author, pieces, list(stamps)) for author in islice(authors, _MOST_ACTIVE)),
        gathered.heading,
        gathered.position,
    )


def _edit(author: str, pieces: Iterable[Piece], stamps: Iterable[Stamp]) -> Edit:
    date = max(stamp.date for stamp in stamps if stamp.author == author)
    kept = (
        piece.text
        for piece in pieces
        if (piece.added is None or piece.added.author == author)
        and (piece.removed is None or piece.removed.author != author)
    )
    return Edit(author, date, as_text("".join(kept)))


def _length(pieces: Iterable[Piece]) -> int:
    return len(after(pieces))
