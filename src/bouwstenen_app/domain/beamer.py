"""What the room is to see: which scene is on the beamer, and which blocks may be."""

from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.blocks import FREE

BLOCKS: Final = "bouwstenen"
VOTES: Final = "stemmen"
CLUSTERS: Final = "clusters"
READ_BACK: Final = "teruglezen"
PHOTO: Final = "foto"
OPENING: Final = "openingskaart"
SCENES: Final = (BLOCKS, VOTES, CLUSTERS, READ_BACK, PHOTO, OPENING)


@dataclass(frozen=True, slots=True)
class Scene:
    """One of ``SCENES``, with the id of the block or photo that it is about, if it is about one."""

    kind: str = BLOCKS
    about: str = ""


def released(*, release: str, held_back: bool, parked: bool, removed: bool) -> bool:
    """Say whether a block may be on the beamer.

    Only *vrij* counts as released. A wall in a room is as public as a report: people photograph it, and who walks
    in later reads it. *Eerst afstemmen* is what sensitive blocks get by default (R-17 in the privacy rules), so it
    waits until the partner agreed; *intern* and *niet delen* say it themselves. What is parked is kept for later.
    """
    return release == FREE and not (held_back or parked or removed)
