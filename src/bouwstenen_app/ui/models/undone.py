"""Blocks of which the making itself was undone: they are gone for the person, not thrown away."""

from bouwstenen_app.domain.changes import Changes


class UndoneBlocks:
    """Knows which blocks made since it began were undone. They do not belong in the bin: redo brings them back."""

    def __init__(self) -> None:
        self._made_by: dict[str, str] = {}
        self._undone: set[str] = set()

    def __contains__(self, block: str) -> bool:
        return block in self._undone

    def take_in(self, changes: Changes) -> None:
        """Take in what a step did."""
        for change in changes.changes:
            if change.table != "block":
                continue
            if change.before is None:
                self._made_by[change.row] = changes.step
            if changes.kind == "undo" and changes.of == self._made_by.get(change.row):
                self._undone.add(change.row)
            else:
                self._undone.discard(change.row)
