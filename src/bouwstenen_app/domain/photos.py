"""Photos of flip-charts and cards: what the workspace keeps of them, and how large they may be."""

from dataclasses import dataclass
from typing import Final

JPEG: Final = "jpeg"
PNG: Final = "png"

ENDINGS: Final = (".jpg", ".jpeg", ".png", ".webp", ".bmp")
PHONE_ENDINGS: Final = (".heic", ".heif")
"""Photos of a phone that are refused in words: they have to become JPEG first."""

LONGEST_SIDE: Final = 2400
"""Pixels that a kept picture has at most: handwriting on a flip-chart of 100 cm is still sharp."""
QUALITY: Final = 85
"""Of a JPEG, from 0 to 100."""
MOST_BYTES: Final = 50_000_000
MOST_PIXELS: Final = 100_000_000
"""A photo that is larger is refused before it is decoded."""
MUCH: Final = 300_000_000
"""Bytes of all photos together from which every copy of the workspace takes noticeably long."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture as they are kept: scaled down, upright, and with nothing else in them."""

    format: str
    """``JPEG`` or ``PNG``."""
    data: bytes
    width: int
    height: int

    @property
    def id(self) -> str:
        """Made from the bytes: the same picture twice is kept once."""
        from hashlib import sha256  # the capture line knows the names of photo files, and need not wait for this

        return sha256(self.data).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo, of a session or of one block in it."""

    id: str
    workshop: str
    """Id of its session."""
    picture: str
    """Id of the picture that it shows."""
    block: str = ""
    """Id of the block that it belongs to; empty when it belongs to the session as a whole."""
    name: str = ""
    """What a person called it."""
    width: int = 0
    height: int = 0
    position: int = 0
    """The count within its session, from 1; it is never used again."""
    removed: bool = False
