"""Who writes in a file: this laptop, in this place, and how often the file was put back to how it was before."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.identity import derived

LATE: Final = 1
"""Steps that a note may be behind: a kill between a step and its note."""
WIDTH: Final = 12
"""Digits of a number in the note, so that a newer one always covers it."""


class Writer:
    """The identity under which steps are written, and a note of how far it came.

    The note stands in the data folder, outside the file. When the file knows fewer steps of this writer than the
    note, it is an earlier state that was put back: what is written from here on would get numbers that others have
    seen with another content. When it knows more, somebody else wrote under this name: an earlier state of the
    whole laptop was put back, or a file of bad intent was merged. In both cases it becomes another writer, of the
    next *turn*, of which nobody has written anything yet.
    """

    def __init__(self, note: Path, replica: str) -> None:
        self._path = note
        self._replica = replica
        noted = _read(note)
        self._turn, self._number = noted or (0, 0)
        self._known = noted is not None

    @property
    def identity(self) -> str:
        """The writer of this turn; the first has the name of the replica itself."""
        return derived("writer", self._replica, str(self._turn)) if self._turn else self._replica

    def begin(self, last_number: Callable[[str], int]) -> str:
        """Return the identity to write under, given how many steps the file knows of a writer."""
        there = last_number(self.identity)
        if self._known and not self._number <= there <= self._number + LATE:
            return self.renew(last_number)
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        self.note(there)
        return self.identity

    def renew(self, last_number: Callable[[str], int]) -> str:
        """Become another writer, one that the file knows nothing of, and return its identity."""
        self._turn += 1
        while last_number(self.identity):
            self._turn += 1
        self.note(0)
        return self.identity

    def note(self, number: int) -> None:
        """Write down the number of the newest step. A disk that refuses this harms no step."""
        self._number = number
        with suppress(OSError):
            # Never emptied first: a kill between the two would take the turn along.
            mode = "r+b" if self._path.exists() else "w+b"
            with self._path.open(mode, buffering=0) as file:
                file.write(f"{self._turn:0{WIDTH}d} {number:0{WIDTH}d}".encode())


def _read(note: Path) -> tuple[int, int] | None:
    """Return turn and number of a note; None when there is none, or none that can be read."""
    try:
        turn, number = note.read_bytes().split()
        return int(turn), int(number)
    except (OSError, ValueError):
        return None
