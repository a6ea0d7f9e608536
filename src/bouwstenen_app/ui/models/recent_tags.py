"""Which codes were put on blocks lately, newest first, and which together the last time."""

from typing import Final

from bouwstenen_app.domain.changes import Changes

MOST: Final = 9
"""Codes, for the digits 1 … 9."""
TOO_MANY: Final = 500
"""Tags in one step of which no person thinks as *what I just did*."""


class RecentTags:
    """Learns from every step that puts tags on, whether by the line or in a list."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        """Ids of codes, the newest first."""
        self.together: tuple[str, ...] = ()
        """Ids of the codes that were put on the same blocks the last time, in one gesture or in a few."""
        self._blocks: frozenset[str] = frozenset()

    def take_in(self, changes: Changes) -> None:
        """Take in what a step did."""
        new = [change.after for change in changes.changes if change.table == "tagging" and change.before is None]
        if changes.kind != "do" or not 0 < len(new) <= TOO_MANY:
            return
        last = new[-1]["block_id"]
        codes = [row["code_id"] for row in new if row["block_id"] == last]
        self.note(frozenset(row["block_id"] for row in new), codes)

    def note(self, blocks: frozenset[str], codes: list[str]) -> None:
        """Remember that these codes were put on these blocks."""
        earlier = self.together if blocks == self._blocks else ()
        self._blocks = blocks
        self.together = tuple(dict.fromkeys((*earlier, *codes)))
        self.codes = list(dict.fromkeys((*reversed(codes), *self.codes)))[:MOST]
