"""Counts of blocks by what is true of them, kept up to date block by block."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bouwstenen_app.domain.blocks import Block


class Tally:
    """For each name how many blocks its test is true of. A test that changes needs :meth:`begin` again."""

    def __init__(self, **tests: Callable[[Block], bool]) -> None:
        self._tests: Mapping[str, Callable[[Block], bool]] = tests
        self._counts = dict.fromkeys(tests, 0)

    def __getitem__(self, name: str) -> int:
        return self._counts[name]

    def begin(self, blocks: Iterable[Block]) -> None:
        """Count these blocks, and no others."""
        everything = list(blocks)
        self._counts = {name: sum(map(test, everything)) for name, test in self._tests.items()}

    def take_off(self, blocks: Iterable[Block]) -> None:
        """Count these blocks, as they were, no longer."""
        self._count(list(blocks), -1)

    def add(self, blocks: Iterable[Block]) -> None:
        """Count these blocks too."""
        self._count(list(blocks), 1)

    def _count(self, blocks: Sequence[Block], by: int) -> None:
        for name, test in self._tests.items():
            self._counts[name] += by * sum(map(test, blocks))
