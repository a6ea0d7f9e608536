"""Which backups stay: one an hour of the last day, one a day, one a week, one a month. Few, and easy to find."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

DAY: Final = timedelta(hours=24)
DAYS, WEEKS, MONTHS = 7, 5, 12
"""Of so many days, weeks and months in which there was a backup, the last one stays."""
AHEAD: Final = 24
"""So many stay that are of later than now: the clock of the laptop was wrong, or is."""


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return which of the moments of backups stay; local times without a zone.

    Days, weeks and months are counted only where there was a backup, so that neither a clock that jumps nor a long
    holiday takes away what is there.
    """
    newest_first = sorted(moments, reverse=True)
    ahead = [moment for moment in newest_first if moment > now]
    past = [moment for moment in newest_first if moment <= now]
    last_day = [moment for moment in past if moment > past[0] - DAY]
    return frozenset(
        [
            *ahead[:AHEAD],
            *_last_of_each(last_day, lambda moment: (moment.date(), moment.hour)),
            *_last_of_each(past, lambda moment: moment.date())[:DAYS],
            *_last_of_each(past, lambda moment: moment.isocalendar()[:2])[:WEEKS],
            *_last_of_each(past, lambda moment: (moment.year, moment.month))[:MONTHS],
        ]
    )


def _last_of_each(newest_first: Sequence[datetime], part: Callable[[datetime], object]) -> list[datetime]:
    """Return the last moment of every hour, day, week or month, the newest first."""
    found: dict[object, datetime] = {}
    for moment in newest_first:
        found.setdefault(part(moment), moment)
    return list(found.values())
