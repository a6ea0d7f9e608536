"""The scenes that the room reads down: blocks to vote on, what they got, and the clusters of the group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from bouwstenen_app.domain.stage import ShownBlock, ShownCluster, Stage
from bouwstenen_app.ui.widgets.beamer_grid import Choice, Spot, in_columns
from bouwstenen_app.ui.widgets.beamer_pieces import Page, Pages, Piece, Plane, Words
from bouwstenen_app.ui.widgets.beamer_type import BOLD, SMALLEST, SetText, Typesetter
from bouwstenen_app.ui.widgets.beamer_words import cluster_words

SIZES: Final = (36, 33, 30, 28, 26, 24, SMALLEST)
GAP, SIDE, ABOVE = 0.45, 0.75, 0.45
"""Between items and inside them: parts of the size of the type."""
BETWEEN: Final = 1.0
"""Between columns."""
BAR: Final = 0.42
BULLET: Final = 0.8
NAME: Final = 1.12
"""The name of a cluster beside its titles."""


def vote_pages(stage: Stage, type: Typesetter, area: QRectF) -> Sequence[Page]:
    """Return the blocks to vote on by number, or what they got, the most votes first."""
    if not stage.blocks:
        return ()
    ballot = Ballot(stage, type, area)
    choice, spots = in_columns(ballot.heights, area.height(), ballot.choices)
    return Pages(spots, lambda spot: ballot.pieces(spot, choice))


def cluster_pages(stage: Stage, type: Typesetter, area: QRectF) -> Sequence[Page]:
    """Return the clusters, each with the titles in it."""
    if not stage.clusters:
        return ()
    board = Board(stage, type, area)
    choice, spots = in_columns(board.heights, area.height(), board.choices)
    panels = board.panels(choice)
    return Pages(
        spots,
        lambda spot: board.pieces(panels[spot.item], spot, choice),
        lambda spot: len(panels[spot.item].titles),
    )


class Ballot:
    """Sets the list to vote on, or the result, in a choice of size and columns."""

    def __init__(self, stage: Stage, type: Typesetter, area: QRectF) -> None:
        self._stage, self._type, self._area = stage, type, area
        self.choices = _choices(area, 28)
        self._number = str(max(block.number for block in stage.blocks))
        self._most = max(block.votes for block in stage.blocks)

    def heights(self, choice: Choice, most: float) -> Sequence[float] | None:
        """Return how high each block is; None when they do not fit."""
        if len(self._stage.blocks) * (self._type.px(choice.size) + self._around(choice)) > most:
            return None  # not even if each took one line
        found: list[float] = []
        width, total = self._text_width(choice), 0.0
        for block in self._stage.blocks:
            if choice != self.choices[-1] and self._type.widest_word(block.title, choice.size) > width:
                return None
            found.append(self._text(block, choice).height + self._around(choice))
            total += found[-1]
            if total > most:
                return None
        return found

    def pieces(self, spot: Spot, choice: Choice) -> tuple[Piece, ...]:
        """Return what is painted of one block."""
        block, type, px = self._stage.blocks[spot.item], self._type, self._type.px(choice.size)
        rect = _rect(spot, self._area, choice, px)
        number = type.set(str(block.number), choice.size, px * 6, BOLD)
        text = self._text(block, choice)
        left, top = rect.left() + SIDE * px, rect.top() + ABOVE * px
        indent = left + self._indent(choice)
        pieces: list[Piece] = [
            Plane(rect, "stage-card", px * 0.4),
            Words(number, indent - 0.6 * px - number.width, top, "stage-accent"),
            Words(text, indent, top),
        ]
        if self._stage.votes_shown:
            pieces += self._bar(block, choice, rect, indent)
        return tuple(pieces)

    def _bar(self, block: ShownBlock, choice: Choice, rect: QRectF, left: float) -> list[Piece]:
        type, px = self._type, self._type.px(choice.size)
        votes = type.set(str(block.votes), choice.size, px * 6, BOLD)
        track = QRectF(left, rect.bottom() - (ABOVE + BAR) * px, self._text_width(choice), BAR * px)
        share = block.votes / self._most if self._most else 0.0
        filled = QRectF(track.left(), track.top(), track.width() * share, track.height())
        bars = [Plane(track, "stage-line", BAR * px / 2)]
        bars += [Plane(filled, "stage-accent", min(BAR * px / 2, filled.width() / 2))] if share else []
        return [*bars, Words(votes, rect.right() - SIDE * px - votes.width, rect.top() + ABOVE * px)]

    def _text(self, block: ShownBlock, choice: Choice) -> SetText:
        room = self._area.height() - self._around(choice)
        return _whole(self._type, block.title or "…", choice, self._text_width(choice), room, self.choices)

    def _around(self, choice: Choice) -> float:
        px = self._type.px(choice.size)
        return (2 * ABOVE + GAP + (BAR + 0.25 if self._stage.votes_shown else 0.0)) * px

    def _indent(self, choice: Choice) -> float:
        return self._type.width_of(self._number, choice.size, BOLD) + 0.6 * self._type.px(choice.size)

    def _text_width(self, choice: Choice) -> float:
        px = self._type.px(choice.size)
        width = _column(self._area, choice, px) - 2 * SIDE * px - self._indent(choice)
        if self._stage.votes_shown:
            width -= self._type.width_of(str(self._most), choice.size, BOLD) + 0.8 * px
        return width


@dataclass(frozen=True, slots=True)
class Panel:
    """A cluster, or the part of it that stands in one column."""

    name: SetText
    titles: tuple[SetText, ...]
    height: float


class Board:
    """Sets the clusters in a choice of size and columns; one that is higher than a column goes on in the next."""

    def __init__(self, stage: Stage, type: Typesetter, area: QRectF) -> None:
        self._stage, self._type, self._area = stage, type, area
        self.choices = _choices(area, 33)

    def heights(self, choice: Choice, most: float) -> Sequence[float] | None:
        """Return how high each panel is; None when a word does not fit."""
        px = self._type.px(choice.size)
        width = _column(self._area, choice, px) - (2 * SIDE + BULLET) * px
        words = (block.title for cluster in self._stage.clusters for block in cluster.blocks)
        if choice != self.choices[-1]:
            if any(self._type.widest_word(title, choice.size) > width for title in words):
                return None
            if self._least(choice) > most:
                return None
        return [panel.height for panel in self.panels(choice)]

    def panels(self, choice: Choice) -> list[Panel]:
        """Return the panels of all clusters."""
        found: list[Panel] = []
        top = 0.0
        for cluster in self._stage.clusters:
            for panel in self._parts(cluster, choice, top if choice == self.choices[-1] else 0.0):
                top = top + panel.height if top + panel.height <= self._area.height() else panel.height
                found.append(panel)
        return found

    def pieces(self, panel: Panel, spot: Spot, choice: Choice) -> tuple[Piece, ...]:
        """Return what is painted of one panel."""
        px = self._type.px(choice.size)
        rect = _rect(spot, self._area, choice, px)
        x, y = rect.left() + SIDE * px, rect.top() + ABOVE * 1.3 * px
        pieces: list[Piece] = [Plane(rect, "stage-card", px * 0.5), Words(panel.name, x, y, "stage-accent")]
        y += panel.name.height
        bullet = self._type.set("•", choice.size, px)
        for title in panel.titles:
            y += self._between(choice)
            pieces += [Words(bullet, x, y, "stage-muted"), Words(title, x + BULLET * px, y)]
            y += title.height
        return tuple(pieces)

    def _parts(self, cluster: ShownCluster, choice: Choice, top: float) -> Iterator[Panel]:
        """Yield the panels of a cluster of which the first may begin at ``top`` in its column."""
        px = self._type.px(choice.size)
        width = _column(self._area, choice, px) - 2 * SIDE * px
        around = (2.6 * ABOVE + GAP) * px
        name = self._name(cluster, choice, width, again=False)
        height, titles = around + name.height, list[SetText]()
        for block in cluster.blocks:
            room = self._area.height() - around - name.height - self._between(choice)
            title = _whole(self._type, block.title, choice, width - BULLET * px, room, self.choices)
            more = title.height + self._between(choice)
            if not titles and top + height + more > self._area.height():
                top = 0.0  # no room for a name and a title: the packing gives it a new column
            if titles and top + height + more > self._area.height():
                yield Panel(name, tuple(titles), height)
                top = 0.0
                name = self._name(cluster, choice, width, again=True)
                height, titles = around + name.height, []
            titles.append(title)
            height += more
        yield Panel(name, tuple(titles), height)

    def _name(self, cluster: ShownCluster, choice: Choice, width: float, *, again: bool) -> SetText:
        words = cluster_words(cluster.name, again=again)
        size = choice.size * NAME
        return self._type.fit(words, (size,), width, self._area.height() / 2, BOLD)

    def _between(self, choice: Choice) -> float:
        return 0.3 * self._type.px(choice.size)

    def _least(self, choice: Choice) -> float:
        """Return how high everything is if every text took one line."""
        lines = sum(1 + len(cluster.blocks) for cluster in self._stage.clusters)
        return lines * self._type.px(choice.size)


def _choices(area: QRectF, one_from: int) -> tuple[Choice, ...]:
    wide = area.width() > area.height() * 1.6
    return tuple(
        Choice(size, columns)
        for size in SIZES
        for columns in (1, 2, 3)
        if (columns > 1 or size >= one_from) and (columns < 3 or (wide and size <= 28))
    )


def _whole(
    type: Typesetter, text: str, choice: Choice, width: float, room: float, choices: Sequence[Choice]
) -> SetText:
    """Return a text in the size of a choice; in the last choice smaller when it needs more than all the room."""
    made = type.set(text, choice.size, width)
    return type.fit(text, (choice.size,), width, room) if choice == choices[-1] and made.height > room else made


def _column(area: QRectF, choice: Choice, px: float) -> float:
    return (area.width() - BETWEEN * px * (choice.columns - 1)) / choice.columns


def _rect(spot: Spot, area: QRectF, choice: Choice, px: float) -> QRectF:
    width = _column(area, choice, px)
    x = area.left() + spot.column * (width + BETWEEN * px)
    return QRectF(x, area.top() + spot.top, width, spot.height - GAP * px)
