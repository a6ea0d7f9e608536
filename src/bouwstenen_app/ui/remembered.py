"""The names under which a workspace remembers things of this laptop: the place last seen, and half-typed text."""

from typing import Final

LAST_SESSION: Final = "sessie"
LAST_ROUND: Final = "ronde:"
"""Followed by the id of the session."""
TIMER: Final = "klok:"
"""Followed by the id of the session."""
DRAFT: Final = "concept:"
"""Followed by the id of the session."""
PHOTO_DRAFT: Final = "foto-concept:"
"""Half-typed text beside a photo, followed by the id of the session."""
LAST_PHOTO: Final = "foto:"
"""Followed by the id of the session."""
TYPED_FROM: Final = "foto-bouwstenen:"
"""Followed by the id of a photo: the ids of the blocks that were typed from it."""
TURNED: Final = "foto-gedraaid:"
"""Followed by the id of a photo: how many quarters of a turn it is shown."""
