"""A ledger of what was typed, kept in plain sets beside the program: what nobody replaced must still be told.

It knows nothing of version vectors: of every step it notes which lines of the journal its file held at that moment.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from tests.storage.laptops import asked

from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.written import Difference

FIELDS = ("title", "explanation", "example", "next_step", "note")
"""What people type in a block."""
Place = tuple[str, int, int]
"""A line of a journal: its writer, the number of the step, and which line of it. The same by whatever road."""
_LINES = """
SELECT step.laptop, step.number, change.position, change.row_id, change.after, step.id
FROM change JOIN step ON step.id = change.step_id WHERE change.table_name = 'block'
"""


class Ledger:
    """Who wrote what, and what was known then."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], frozenset[Place]] = {}
        """Writer and number of a step → the lines that stood in its file before it."""
        self._steps: set[str] = set()
        """Steps that were said to be on disk."""

    def known(self, store: Store) -> frozenset[Place]:
        """Return which lines about blocks a file holds."""
        return frozenset((laptop, number, position) for laptop, number, position, *_ in _lines(store))

    def note(self, store: Store, known: frozenset[Place], step: str | None) -> None:
        """Note what the steps after ``known`` knew: the one that was said to be on disk, and any other."""
        if step is not None:
            self._steps.add(step)
        for laptop, number, *_ in self.known(store) - known:
            self._known.setdefault((laptop, number), known)

    def check(self, store: Store, shown: Collection[Difference]) -> None:
        """Raise AssertionError when a step is gone, or a text that nobody replaced is neither there nor shown."""
        assert {step for (step,) in _rows(store, "SELECT id FROM step")} >= self._steps
        told = {(one.row, one.field, version.value(one.field)) for one in shown for version in one.versions}
        told |= _current(store)
        for (row, field), lines in _written(store).items():
            replaced = {old for place in lines for old in self._known.get(place[:2], ())}
            for place, value in lines.items():
                assert place in replaced or (row, field, value) in told, (row, field, value)


def _current(store: Store) -> set[tuple[str, str, str]]:
    rows = _rows(store, f"SELECT id, {', '.join(FIELDS)} FROM block")
    return {(row, name, value) for row, *held in rows for name, value in zip(FIELDS, held, strict=True)}


def _written(store: Store) -> Mapping[tuple[str, str], Mapping[Place, str]]:
    found: dict[tuple[str, str], dict[Place, str]] = defaultdict(dict)
    for laptop, number, position, row, after, _ in _lines(store):
        for field, value in json.loads(after).items():
            if field in FIELDS:
                found[row, field][laptop, number, position] = value
    return found


def _lines(store: Store) -> Iterator[Any]:
    return _rows(store, _LINES)


def _rows(store: Store, query: str) -> Iterator[Any]:
    return iter(asked(store, query))
