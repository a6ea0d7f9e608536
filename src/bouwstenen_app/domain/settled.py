"""Settled: since when a row is known beside others, so that the name it had then is in use and stays.

It follows from the journal alone: someone wrote a step who had seen the row and what it came together with.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bouwstenen_app.domain.versions import parts_of

NEVER: Final = "~"
"""After every stamp."""
First = tuple[str, str | None, str, int]
"""Of the steps that a writer wrote having seen the same: writer, id of what was seen, lowest stamp and number."""


class Settled:
    """From which stamp on steps were written by someone who had seen others, for each writer who was seen."""

    def __init__(self, firsts: Iterable[First], vectors: Mapping[str, Mapping[str, int]]) -> None:
        """``vectors``: what had been seen, by its id: writer → number of its last step."""
        self._of: dict[str, list[tuple[str, int]]] = {}
        for writer, stamp, number in _reached([*firsts], vectors):
            self._of.setdefault(writer, []).append((stamp, number))
        for reached in self._of.values():
            reached.sort()

    def since(self, writer: str, number: int) -> str:
        """Return the stamp of the first step that was written knowing this one of a writer, beside others."""
        return next((stamp for stamp, seen in self._of.get(writer, ()) if seen >= number), NEVER)


def _reached(firsts: list[First], vectors: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[str, str, int]]:
    """Yield of whom what had been seen when: writer, stamp of the first step after a merge, last number seen."""
    of_parts = {parts_of(writer): writer for writer, *_ in firsts}
    for writer, seen, stamp, number in firsts:
        if seen is not None:
            yield writer, stamp, number - 1
            for other, last in vectors.get(seen, {}).items():
                yield of_parts.get(other, other), stamp, last
