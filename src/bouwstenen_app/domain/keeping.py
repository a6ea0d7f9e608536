"""How long a workspace is kept: until when, when that is told, and in which words. Nothing is wiped by itself."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.opening import USUAL_MONTHS

FIRST_WARNING, LAST_WARNING = timedelta(days=30), timedelta(days=7)
NOT_YET, SOON, NEAR, OVER = "nog niet", "binnen een maand", "binnen een week", "voorbij"
"""Where a day is before the end; ``OVER`` from the day after it."""
LATEST: Final = date(2100, 1, 1)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Until when a workspace is kept."""

    until: date | None
    """None when there is no session with a date, and no date was chosen."""
    chosen: bool = False
    """Whether somebody chose the date; else it follows from the last session."""
    blocks: int = 0
    """Blocks of real sessions that are still there: without them nothing is said."""

    def stage(self, today: date) -> str:
        """Return where today is before the end."""
        if self.until is None or today < self.until - FIRST_WARNING:
            return NOT_YET
        if today > self.until:
            return OVER
        return NEAR if today >= self.until - LAST_WARNING else SOON

    def warning(self, today: date) -> str:
        """Return what is said when the workspace is opened; empty when there is nothing to say."""
        if self.until is None or not self.blocks or (stage := self.stage(today)) == NOT_YET:
            return ""
        if stage == OVER:
            return (
                f"De bewaartermijn van deze werkmap is voorbij: {dutch.day(self.until)}. Bewaar het rapport en wis "
                "de ruwe gegevens bij Instellingen › Bewaren; er wordt niets vanzelf gewist."
            )
        left = (self.until - today).days
        when = "Vandaag" if not left else f"Over {dutch.counted(left, 'dag', 'dagen')}"
        return (
            f"{when} loopt de bewaartermijn van deze werkmap af ({dutch.day(self.until)}). Bij Instellingen › "
            "Bewaren verander je de datum of wis je de ruwe gegevens."
        )


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What was destroyed, when and how much; no word of it."""

    at: str
    until: str
    workshops: int
    blocks: int
    bundles: int
    photos: int

    def sentence(self) -> str:
        """Return how much there was, in words."""
        counts = (
            (self.workshops, "sessie", "sessies"),
            (self.blocks, "bouwsteen", "bouwstenen"),
            (self.bundles, "bundel", "bundels"),
            (self.photos, "foto", "foto’s"),
        )
        return dutch.enumerated([dutch.counted(count, one, many) for count, one, many in counts if count])


def usual_end(last: date | None, months: int = USUAL_MONTHS) -> date | None:
    """Return the day so many months after the last session; the last of a shorter month."""
    if last is None:
        return None
    year, month = divmod(last.year * 12 + last.month - 1 + months, 12)
    return date(year, month + 1, min(last.day, calendar.monthrange(year, month + 1)[1]))
