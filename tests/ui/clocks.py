"""Clocks that a test sets or moves on."""

import datetime
from typing import Final

NOW: Final = 1_000_000.0
"""The moment at which a clock in seconds begins."""


class Clock:
    """A clock in seconds, to add to."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> float:
        return self.now


class DayClock:
    """A clock on the wall, to set at a time of one day (``13:05``)."""

    def __init__(self, day: datetime.date, at: str) -> None:
        self._day = day
        self.set(at)

    def __call__(self) -> float:
        return self.moment.timestamp()

    def set(self, at: str) -> None:
        self.moment = datetime.datetime.combine(self._day, datetime.time.fromisoformat(at))
