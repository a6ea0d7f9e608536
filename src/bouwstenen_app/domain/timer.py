"""The timer of a round as a value: it runs, waits or is over time at a moment that its user brings along."""

import json
import math
from dataclasses import asdict, dataclass, replace
from typing import Final, Self

MINUTE: Final = 60
LONGEST: Final = 999
"""Minutes that can be set at once."""
FORGOTTEN: Final = 3 * 60 * MINUTE
"""Seconds over time after which nobody is waiting for a timer any more."""


@dataclass(frozen=True, slots=True)
class RoundTimer:
    """One timer. Moments are seconds since any fixed point, as long as it is the same one; lengths are seconds."""

    seconds: float
    """How long it was to take, with the minutes that were added."""
    end: float | None
    """The moment at which the time is up; None while it is paused."""
    left: float = 0.0
    """What was left when it was paused; less than nothing when it was over time."""
    round: str = ""
    """Id of the round that it was started in; empty for none."""

    @classmethod
    def start(cls, minutes: int, now: float, *, round: str = "") -> Self:
        """Return a timer of so many minutes, from 1 to ``LONGEST``, that runs from now on; ValueError otherwise."""
        if not 1 <= minutes <= LONGEST:
            raise ValueError(f"not a length for a timer: {minutes}")
        return cls(minutes * MINUTE, now + minutes * MINUTE, round=round)

    @property
    def paused(self) -> bool:
        """Whether it waits."""
        return self.end is None

    def remaining(self, now: float) -> float:
        """Return the seconds that are left, less than nothing when it is over time.

        Never more than its length: a laptop whose clock is set back does not give the room an hour extra.
        """
        return min(self.seconds, self.left if self.end is None else self.end - now)

    def over(self, now: float) -> bool:
        """Return whether the time is up."""
        return self.remaining(now) <= 0

    def overrun(self, now: float) -> int:
        """Return the whole seconds over time, counted up; 0 when it is not."""
        return max(0, math.floor(-self.remaining(now)))

    def shown(self, now: float) -> int:
        """Return the seconds on its face: what has begun still counts, so that 0 is when the time is up."""
        return max(0, math.ceil(self.remaining(now)))

    def share_left(self, now: float) -> float:
        """Return what part is left, from 0 to 1."""
        return max(0.0, self.remaining(now) / self.seconds) if self.seconds else 0.0

    def next_change(self, now: float) -> float:
        """Return in how many seconds its face says something else; at most one."""
        remaining = self.remaining(now)
        return remaining - (math.ceil(remaining) - 1)

    def forgotten(self, now: float) -> bool:
        """Return whether it ran on for hours after the people went home."""
        return not self.paused and self.overrun(now) > FORGOTTEN

    def pause(self, now: float) -> Self:
        """Return it waiting, with what is left now."""
        return self if self.paused else replace(self, end=None, left=self.remaining(now))

    def go_on(self, now: float) -> Self:
        """Return it running, with what was left."""
        return replace(self, end=now + self.left, left=0.0) if self.paused else self

    def add_minute(self, now: float) -> Self:
        """Return it with a minute more. Over time, that is a minute from now: it is asked for to be used."""
        remaining = self.remaining(now)
        left = max(0.0, remaining) + MINUTE
        longer = replace(self, seconds=self.seconds + left - remaining)
        return replace(longer, left=left) if self.paused else replace(longer, end=now + left)

    def written(self) -> str:
        """Return it as a text that ``read_timer`` understands."""
        return json.dumps(asdict(self))


def read_timer(text: str) -> RoundTimer | None:
    """Return the timer that was written; None when there is none, or none that can be trusted."""
    try:
        data = json.loads(text)
        end = data["end"]
        timer = RoundTimer(
            float(data["seconds"]), None if end is None else float(end), float(data["left"]), str(data["round"])
        )
    except (ValueError, TypeError, KeyError, OverflowError):
        return None
    numbers = (timer.seconds, timer.left, timer.end or 0.0)
    return timer if timer.seconds > 0 and all(map(math.isfinite, numbers)) else None


def clock_face(seconds: int) -> str:
    """Return ``12:34``; from a hundred minutes on ``105:00``."""
    return f"{seconds // MINUTE:02d}:{seconds % MINUTE:02d}"
