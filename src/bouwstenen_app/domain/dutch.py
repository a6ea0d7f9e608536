"""Numbers, dates and enumerations as Dutch readers write them."""

import datetime
import re
from collections.abc import Sequence
from typing import Final

DAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_YEAR: Final = re.compile("[0-9]{2}|[0-9]{4}")
_TIME: Final = re.compile("([0-9]{1,2})(?:[:.u ]?([0-9]{2}))?(?: ?uur)?")
_SHORT: Final = re.compile("[0-9]{1,2}")


def day(date: datetime.date) -> str:
    """Return ``24 november 2026``."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def weekday(date: datetime.date) -> str:
    """Return ``di 24 november 2026``."""
    return f"{DAYS[date.weekday()][:2]} {day(date)}"


def full_day(date: datetime.date) -> str:
    """Return ``dinsdag 24 november 2026``, as on paper."""
    return f"{DAYS[date.weekday()]} {day(date)}"


def month(date: datetime.date) -> str:
    """Return ``november 2026``."""
    return f"{MONTHS[date.month - 1]} {date.year}"


def number(value: int) -> str:
    """Return ``1.284``."""
    return f"{value:,}".replace(",", ".")


def counted(count: int, one: str, many: str) -> str:
    """Return ``1 bouwsteen`` or ``1.284 bouwstenen``."""
    return f"{number(count)} {one if count == 1 else many}"


def size(count: int) -> str:
    """Return ``840 kB`` or ``1,3 MB`` for a number of bytes."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def enumerated(parts: Sequence[str], word: str = "en") -> str:
    """Return ``a``, ``a en b`` or ``a, b en c``, with another ``word`` before the last when one is given."""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def capitalised(text: str) -> str:
    """Return a text with its first letter as a capital, and the rest as it is."""
    return text[:1].upper() + text[1:]


def read_date(text: str) -> datetime.date | None:
    """Return the date in ``2026-11-24``, ``24-11-2026``, ``24/11/26`` or ``24 november 2026``; None otherwise."""
    words = text.strip().lower().replace("/", "-").replace(".", "-").split()
    if len(words) == 3 and words[1] in MONTHS:
        words = [f"{words[2]}-{MONTHS.index(words[1]) + 1}-{words[0]}"]
    parts = words[0].split("-") if len(words) == 1 else []
    if len(parts) != 3:
        return None
    year, middle, last = parts if len(parts[0]) == 4 else reversed(parts)
    if not (_YEAR.fullmatch(year) and _SHORT.fullmatch(middle) and _SHORT.fullmatch(last)):
        return None
    try:
        return datetime.date(int(year) if len(year) == 4 else 2000 + int(year), int(middle), int(last))
    except ValueError:
        return None


def read_time(text: str) -> str | None:
    """Return ``HH:MM`` for 13:00, 13.00, 1300, 13u00, 13 or 13 uur; None when it is not a time."""
    found = _TIME.fullmatch(" ".join(text.lower().split()))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
