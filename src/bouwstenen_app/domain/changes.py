"""What a step did to one row, and how to take it back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Fields = Mapping[str, Any]
"""Column names with plain values: text, numbers, booleans, None, and lists of text."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one step did to one row: ``before`` is None for a new row; both hold only the fields that changed."""

    table: str
    row: str
    before: Fields | None
    after: Fields


@dataclass(frozen=True, slots=True)
class Changes:
    """One step as it happened: its id, its sentence for the undo menu, and the changes in order."""

    step: str
    label: str
    changes: tuple[Change, ...]
    kind: str = "do"
    """``do``, ``undo`` or ``redo``; ``start`` for what filled a new workspace."""
    of: str | None = None
    """For an undo or redo: the step that was taken back or done again."""

    def rows(self, *tables: str) -> frozenset[str]:
        """Return the ids of the rows of these tables that changed."""
        return frozenset(change.row for change in self.changes if change.table in tables)

    def touches(self, *tables: str) -> bool:
        """Say whether any row of these tables changed."""
        return any(change.table in tables for change in self.changes)


def inverse(change: Change) -> Fields:
    """Return the fields that take a change back. A new row is not erased: it is marked removed."""
    return {"removed": True} if change.before is None else dict(change.before)


def still_holds(change: Change, current: Fields) -> Fields:
    """Return the part of the inverse whose fields still have the value that the change gave them."""
    expected = {"removed": change.after.get("removed", False)} if change.before is None else change.after
    return {
        name: value
        for name, value in inverse(change).items()
        if name in current and current[name] == expected.get(name)
    }


def decided(change: Change) -> frozenset[str]:
    """Return the fields that someone chose to keep as they were: written, with the value that they had."""
    before = change.before or {}
    return frozenset(name for name, value in change.after.items() if name in before and before[name] == value)


def latest(changes: Iterable[Change]) -> dict[tuple[str, str], Change]:
    """Fold changes in order into one per row: the first *before* and the last *after* of every field."""
    folded: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = change.table, change.row
        earlier = folded.get(key)
        if earlier is None:
            folded[key] = change
            continue
        before = None
        if earlier.before is not None:
            before = {**(change.before or {}), **earlier.before}
        folded[key] = Change(change.table, change.row, before, {**earlier.after, **change.after})
    return folded
