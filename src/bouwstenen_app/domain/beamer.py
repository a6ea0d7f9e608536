"""What the room is to see: which scene is on the beamer."""

from dataclasses import dataclass
from typing import Final

BLOCKS: Final = "bouwstenen"
VOTES: Final = "stemmen"
CLUSTERS: Final = "clusters"
READ_BACK: Final = "teruglezen"
PHOTO: Final = "foto"
SCENES: Final = (BLOCKS, VOTES, CLUSTERS, READ_BACK, PHOTO)


@dataclass(frozen=True, slots=True)
class Scene:
    """One of ``SCENES``, with the id of the block or photo that it is about, if it is about one."""

    kind: str = BLOCKS
    about: str = ""
