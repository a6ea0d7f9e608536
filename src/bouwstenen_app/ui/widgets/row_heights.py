"""The heights of very many rows, of which most were never measured."""

from itertools import accumulate
from typing import Final

CHUNK: Final = 256
"""Rows whose sum is kept together; every question looks at the sums first, then into one chunk."""


class RowHeights:
    """Tells where a row begins and which row is at some height; a row not measured counts as ``estimate`` high."""

    def __init__(self, estimate: int) -> None:
        self.estimate = estimate
        self._chunks: list[list[int]] = []
        self._sums: list[int] = []

    def __len__(self) -> int:
        return sum(map(len, self._chunks))

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return sum(self._sums)

    def reset(self, count: int) -> None:
        """Begin again with this many rows, none of them measured."""
        self._chunks = [[0] * min(CHUNK, count - start) for start in range(0, count, CHUNK)]
        self._sums = [self.estimate * len(chunk) for chunk in self._chunks]

    def insert(self, row: int, count: int) -> None:
        """Make room for unmeasured rows before a row."""
        if not self._chunks:
            self.reset(count)
            return
        place, inside = self._place(row, at_end=True)
        chunk = self._chunks[place]
        chunk[inside:inside] = [0] * count
        pieces = [chunk]
        if len(chunk) > 2 * CHUNK:
            pieces = [chunk[start : start + CHUNK] for start in range(0, len(chunk), CHUNK)]
        self._chunks[place : place + 1] = pieces
        self._sums[place : place + 1] = [self._sum(piece) for piece in pieces]

    def remove(self, row: int, count: int) -> None:
        """Take rows out."""
        while count:
            place, inside = self._place(row)
            chunk = self._chunks[place]
            here = min(count, len(chunk) - inside)
            del chunk[inside : inside + here]
            count -= here
            if chunk:
                self._sums[place] = self._sum(chunk)
            else:
                del self._chunks[place], self._sums[place]

    def set(self, row: int, height: int) -> int:
        """Keep the measured height of a row (0: not measured); return by how much all that follows moved."""
        place, inside = self._place(row)
        chunk = self._chunks[place]
        moved = (height or self.estimate) - (chunk[inside] or self.estimate)
        chunk[inside] = height
        self._sums[place] += moved
        return moved

    def known(self, row: int) -> bool:
        """Say whether a row was measured."""
        place, inside = self._place(row)
        return self._chunks[place][inside] > 0

    def height(self, row: int) -> int:
        """Return the height of a row, measured or estimated."""
        place, inside = self._place(row)
        return self._chunks[place][inside] or self.estimate

    def top(self, row: int) -> int:
        """Return where a row begins."""
        place, inside = self._place(row)
        return sum(self._sums[:place]) + self._sum(self._chunks[place][:inside])

    def row_at(self, height: int) -> int:
        """Return the row at some height: the first above all rows, the last below them, -1 when there are none."""
        if not self._chunks:
            return -1
        row = 0
        for chunk, size in zip(self._chunks, self._sums, strict=True):
            if height < size:
                ends = accumulate(value or self.estimate for value in chunk)
                return row + next(inside for inside, end in enumerate(ends) if height < end)
            height -= size
            row += len(chunk)
        return row - 1

    def _sum(self, chunk: list[int]) -> int:
        return sum(chunk) + self.estimate * chunk.count(0)

    def _place(self, row: int, *, at_end: bool = False) -> tuple[int, int]:
        before = 0
        for place, chunk in enumerate(self._chunks):
            if row < before + len(chunk):
                return place, row - before
            before += len(chunk)
        if at_end and row == before:
            return len(self._chunks) - 1, len(self._chunks[-1])
        raise IndexError(row)
