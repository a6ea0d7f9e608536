"""Settled: since when a row is known beside others, so that the name it had then is in use and stays.

It follows from the journal alone: someone wrote a step who had seen the row and what it came together with.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, func, select

from bouwstenen_app.domain.versions import parts_of
from bouwstenen_app.storage.tables import SeenRow, StepRow

NEVER: Final = "~"
"""After every stamp."""


class Settled:
    """From which stamp on steps were written by someone who had seen others, for each writer who was seen."""

    def __init__(self, connection: Connection) -> None:
        self._of: dict[str, list[tuple[str, int]]] = {}
        for writer, stamp, number in _reached(connection):
            self._of.setdefault(writer, []).append((stamp, number))
        for reached in self._of.values():
            reached.sort()

    def since(self, writer: str, number: int) -> str:
        """Return the stamp of the first step that was written knowing this one of a writer, beside others."""
        return next((stamp for stamp, seen in self._of.get(writer, ()) if seen >= number), NEVER)


def _reached(connection: Connection) -> Iterator[tuple[str, str, int]]:
    """Yield of whom what had been seen when: writer, stamp of the first step after a merge, last number seen."""
    step = StepRow
    firsts = select(step.laptop, step.seen, func.min(step.stamp), func.min(step.number)).group_by(
        step.laptop, step.seen
    )
    of_parts = {parts_of(who): who for who in connection.execute(select(step.laptop).distinct()).scalars()}
    vectors = {identity: vector for identity, vector in connection.execute(select(SeenRow.id, SeenRow.vector))}
    for writer, seen, stamp, number in connection.execute(firsts):
        if seen is not None:
            yield writer, stamp, number - 1
            for other, last in vectors.get(seen, {}).items():
                yield of_parts.get(other, other), stamp, last
