"""What words find, asked of the index once: how many blocks, the newest of them, and all of them as a set."""

import json
from collections.abc import Sequence
from functools import cached_property

from pyroaring import BitMap
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.query import Words
from bouwstenen_app.storage.asking import lines
from bouwstenen_app.storage.engine import loads
from bouwstenen_app.storage.search import expression, listed_hits
from bouwstenen_app.storage.tables import BlockRow


class WordHits:
    """The rows (``BlockRow.row``) that words find, kept as the text that the index gave.

    A page needs the end of that text only; the set is made when something is counted.
    """

    def __init__(self, listed: str, removed: BitMap) -> None:
        self._listed = listed
        self._removed = removed

    def __len__(self) -> int:
        """Return how many blocks there are, without those in the bin."""
        if self._removed:
            return len(self._present)
        return self._listed.count(",") + 1 if len(self._listed) > 2 else 0

    def newest(self, offset: int, limit: int) -> list[int]:
        """Return a page, without what lies in the bin: what came last first."""
        if self._removed:
            present, last = self._present, len(self) - 1 - offset
            return [present[place] for place in range(last, max(-1, last - limit), -1)]
        numbers = self._listed[1:-1].rsplit(",", offset + limit)[-offset - limit :] if len(self) else []
        return [int(number) for number in reversed(numbers)][offset:]

    @cached_property
    def rows(self) -> BitMap:
        """All rows, also of blocks in the bin: to read, not to change."""
        return BitMap(json.loads(self._listed))

    @cached_property
    def _present(self) -> BitMap:
        return self.rows - self._removed


def found(session: Session, words: Sequence[Words]) -> WordHits:
    """Return what these words find, at least one of which is wanted."""
    ((listed, removed),) = lines(session, _LISTED, {"query": expression(words)})
    return WordHits(listed, BitMap(loads(removed)))


_REMOVED = select(func.json_group_array(BlockRow.row)).where(BlockRow.removed)
_LISTED = select(listed_hits("").scalar_subquery(), _REMOVED.scalar_subquery())
