"""The names under which a workspace remembers things of this laptop: the place last seen, and half-typed text."""

from typing import Final

LAST_SESSION: Final = "sessie"
LAST_ROUND: Final = "ronde:"
"""Followed by the id of the session."""
TIMER: Final = "klok:"
"""Followed by the id of the session."""
DRAFT: Final = "concept:"
"""Followed by the id of the session."""
