"""Which steps are whole in what is left of a journal: a step with a line lost must be able to come in once more."""

from collections.abc import Iterable, Mapping, Set
from itertools import pairwise


class WholeSteps:
    """Knows how long steps were: lines lie in the order of step and place, and one ends where another begins."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        """Step → the place of its last line, of the steps that are known to end there."""
        self._changed = set[str]()

    def read(self, keys: Iterable[tuple[str, int] | None]) -> None:
        """Take the step and place of every line of a page, in their order; None is a line that cannot be read."""
        for key, following in pairwise(keys):
            if key is not None and following is not None and key[0] != following[0]:
                self._last[key[0]] = max(key[1], self._last.get(key[0], -1))

    def changed(self, steps: Iterable[str]) -> None:
        """Note that a line of each of these steps was left out, or says something else now."""
        self._changed.update(steps)

    def among(self, steps: Iterable[str], held: Mapping[str, Set[int]]) -> set[str]:
        """Return the steps that are whole; ``held`` has the places of the lines that are there, by step."""
        return {
            step
            for step in steps
            if step not in self._changed and step in self._last and held.get(step) == {*range(self._last[step] + 1)}
        }
