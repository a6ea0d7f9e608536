"""Whether a session that runs is late: what was planned beside the moment of now. The caller brings the moment."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from bouwstenen_app.domain.timer import MINUTE, RoundTimer
from bouwstenen_app.domain.workshops import RUNNING, Round, Workshop

FORGOTTEN: Final = 3 * 60
"""Minutes past the end of the plan after which the people went home, whatever the state of the session says."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How a session runs beside its plan."""

    behind: int
    """Whole minutes late; less than nothing when it is early, 0 when it is on time."""
    planned_end: str
    """``HH:MM``."""
    end: str
    """``HH:MM``: when it will end if everything that comes takes its own minutes. Never before it was planned."""
    step: str
    """Id of the step that the room is in, as far as can be told."""
    until: str
    """``HH:MM``: when that step was to be over."""

    @property
    def later(self) -> bool:
        """Whether the end moves: what is late does not fit in what was left over."""
        return self.end != self.planned_end


@dataclass(frozen=True, slots=True)
class _Planned:
    step: Round
    begin: int
    """Minutes since the start of the session."""

    @property
    def end(self) -> int:
        return self.begin + self.step.minutes


def pace(workshop: Workshop, round: str, now: datetime, timer: RoundTimer | None = None) -> Pace | None:
    """Return how a session that runs is doing in this round; ``timer`` is that of the session, if it has one.

    None when there is nothing to compare: it does not run, has no start or no minutes, has not begun by the
    clock, or was to end hours ago. A round stays the current one in the steps behind it that have no blocks
    (a break, choosing), so without a timer it is late only when the next round should have begun.
    """
    start = _start(workshop, now)
    plan = _plan(workshop.rounds)
    if workshop.state != RUNNING or start is None or not plan or not plan[-1].end:
        return None
    elapsed = (now - start).total_seconds() / MINUTE
    total = workshop.minutes or plan[-1].end
    if not 0 <= elapsed <= max(total, plan[-1].end) + FORGOTTEN:
        return None
    here = _here(plan, round)
    if timer is not None and timer.round == round and here:
        ends = elapsed + max(0.0, timer.remaining(now.timestamp())) / MINUTE
        at = _timed(here, timer.seconds / MINUTE)
        behind = math.trunc(ends - at.end)
    else:
        at = next((each for each in here or plan if elapsed < each.end), (here or plan)[-1])
        behind = max(0, math.trunc(elapsed - at.end))
    ends_at = max(total, plan[-1].end + behind)
    return Pace(behind, _clock(start, total), _clock(start, ends_at), at.step.id, _clock(start, at.end))


def _start(workshop: Workshop, now: datetime) -> datetime | None:
    try:
        at = time.fromisoformat(workshop.start_time)
    except ValueError:
        return None
    return datetime.combine(workshop.date or now.date(), at)


def _plan(rounds: Sequence[Round]) -> list[_Planned]:
    begin = 0
    plan = []
    for step in rounds:
        plan.append(_Planned(step, begin))
        begin += step.minutes
    return plan


def _here(plan: Sequence[_Planned], round: str) -> list[_Planned]:
    """Return the steps in which this round is the current one: itself, and what follows up to the next round.

    In the first round that is also what comes before it: nobody chooses an opening.
    """
    places = [place for place, each in enumerate(plan) if each.step.number is not None]
    this = next((place for place in places if plan[place].step.id == round), None)
    if this is None:
        return []
    following = next((place for place in places if place > this), len(plan))
    return list(plan[0 if this == places[0] else this : following])


def _timed(here: Sequence[_Planned], minutes: float) -> _Planned:
    """Return the step that a timer of so many minutes was set for: in a break that is not the round."""
    return min(here, key=lambda each: (abs(each.step.minutes - minutes), each.step.number is None))


def _clock(start: datetime, minutes: float) -> str:
    return (start + timedelta(minutes=minutes)).strftime("%H:%M")
