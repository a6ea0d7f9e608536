"""Who writes in a file: this laptop, in this place, and how often the file was put back to how it was before."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.identity import derived

WIDTH: Final = 12
"""Digits of a number in the note, so that a newer one always covers it."""


class Writer:
    """The identity under which steps are written, and a note of how far it came.

    The note stands in the data folder, outside the file. When the file knows fewer steps of this writer than the
    note, it is an earlier state that was put back: what is written from here on would get numbers that others have
    seen with another content. So it becomes another writer, of the next *turn*.
    """

    def __init__(self, note: Path, replica: str) -> None:
        self._path = note
        self._replica = replica
        self._turn, self._number = _read(note)

    @property
    def identity(self) -> str:
        """The writer of this turn; the first has the name of the replica itself."""
        return derived("writer", self._replica, str(self._turn)) if self._turn else self._replica

    def begin(self, last_number: Callable[[str], int]) -> str:
        """Return the identity to write under, given how many steps the file knows of a writer."""
        while last_number(self.identity) < self._number:
            self._turn, self._number = self._turn + 1, 0
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
        self.note(last_number(self.identity))
        return self.identity

    def note(self, number: int) -> None:
        """Write down the number of the newest step. A disk that refuses this harms no step."""
        self._number = number
        with suppress(OSError):
            # Never emptied first: a kill between the two would take the turn along.
            mode = "r+b" if self._path.exists() else "w+b"
            with self._path.open(mode, buffering=0) as file:
                file.write(f"{self._turn:0{WIDTH}d} {number:0{WIDTH}d}".encode())


def _read(note: Path) -> tuple[int, int]:
    """Return turn and number of a note; zeros when there is none, or none that can be read."""
    try:
        turn, number = note.read_bytes().split()
        return int(turn), int(number)
    except (OSError, ValueError):
        return 0, 0
