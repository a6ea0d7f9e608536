"""Hybrid logical stamps: they follow the wall clock, never run back, and sort as bytes."""

from collections.abc import Callable

from bouwstenen_app.domain.problems import Problem

DAY = 86_400_000
"""Milliseconds: how far ahead of this laptop's clock a stamp may be."""


class HybridClock:
    """The stamps of one laptop (Kulkarni et al., *Logical Physical Clocks*, 2014).

    A stamp is ``MMMMMMMMMMMM-CCCC-laptop``: Unix milliseconds and a counter in hexadecimal, then the laptop. Text
    order is the order of time; the laptop breaks ties the same way everywhere.
    """

    def __init__(self, laptop: str, now: Callable[[], int], latest: str = "") -> None:
        self._laptop = laptop
        self._now = now
        self._last = (0, 0)
        if latest:
            self._last = _parts(latest)

    def tick(self) -> str:
        """Return the next stamp, later than every stamp made or seen."""
        now, (moment, count) = self._now(), self._last
        self._last = (now, 0) if now > moment else (moment, count + 1)
        if self._last[1] > 0xFFFF:
            self._last = (self._last[0] + 1, 0)
        return f"{self._last[0]:012x}-{self._last[1]:04x}-{self._laptop}"

    def see(self, stamp: str) -> None:
        """Take a stamp of another laptop into account; a stamp over a day ahead is a Problem."""
        moment, count = _parts(stamp)
        if moment > self._now() + DAY:
            raise Problem(
                "De klok van een van de laptops loopt meer dan een dag voor. Zet op beide laptops de datum en tijd "
                "goed en probeer het opnieuw."
            )
        self._last = max(self._last, (moment, count))


def _parts(stamp: str) -> tuple[int, int]:
    """Return moment and counter of a stamp; ValueError when it is none."""
    moment, count, _ = stamp.split("-", 2)
    return int(moment, 16), int(count, 16)
