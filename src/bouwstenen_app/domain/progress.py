"""How far long work has come."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """A step of long work: ``done`` of ``total`` parts (0 of 0 when unknown), and what is being done, in Dutch."""

    done: int
    total: int
    what: str

    @property
    def fraction(self) -> float:
        """The part that is done, 0.0 to 1.0."""
        return self.done / self.total if self.total else 0.0
