"""What a picture for the room is made of: planes and words, each at its place, and the pages they stand on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QRectF
from typing_extensions import override

from bouwstenen_app.ui.widgets.beamer_grid import Spot
from bouwstenen_app.ui.widgets.beamer_type import SetText


@dataclass(frozen=True, slots=True)
class Plane:
    """A rounded plane in the colour of a role of the theme; a card has a stripe of its domain at the left."""

    rect: QRectF
    role: str
    radius: float = 0.0
    stripe: str = ""
    """Colour of the stripe, or a role; empty for none."""
    stripe_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """A text at its place."""

    set: SetText
    x: float
    y: float
    role: str = "stage-text"


Piece = Plane | Words


@dataclass(frozen=True, slots=True)
class Page:
    """What is seen at once: the pieces, and how many of the blocks they show."""

    pieces: tuple[Piece, ...] = ()
    blocks: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that can be read."""
        return tuple(piece.set.text for piece in self.pieces if isinstance(piece, Words))


class Pages(Sequence[Page]):
    """The pages on which items stand; what is on a page is only made when that page is asked for."""

    def __init__(
        self,
        spots: Sequence[Spot],
        pieces: Callable[[Spot], tuple[Piece, ...]],
        blocks: Callable[[Spot], int] = lambda _spot: 1,
    ) -> None:
        """``blocks`` says how many blocks an item shows."""
        self._spots, self._pieces, self._blocks = spots, pieces, blocks
        self._made: dict[int, Page] = {}

    @override
    def __len__(self) -> int:
        return self._spots[-1].page + 1 if self._spots else 0

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Page]: ...
    @override
    def __getitem__(self, index: int | slice) -> Page | Sequence[Page]:
        if isinstance(index, slice):
            return [self[place] for place in range(len(self))[index]]
        page = range(len(self))[index]
        if page not in self._made:
            here = [spot for spot in self._spots if spot.page == page]
            pieces = tuple(piece for spot in here for piece in self._pieces(spot))
            self._made[page] = Page(pieces, sum(map(self._blocks, here)))
        return self._made[page]
