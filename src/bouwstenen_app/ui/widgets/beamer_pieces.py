"""What a picture for the room is made of: planes and words, each at its place, and the pages they stand on."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

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
