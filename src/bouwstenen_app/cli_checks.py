"""What may point to one person in a document of the command line: said before the file is written, and noted."""

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import WORDS
from bouwstenen_app.services import checking_privacy
from bouwstenen_app.services.checking_privacy import Noticed, Told

MOST: Final = 20
"""Findings that are said one by one; of more only how many."""
NO_REASON: Final = "gemaakt op de opdrachtregel, zonder reden"


def looked(work: Told) -> tuple[Noticed, ...]:
    """Look a document over, and say what was found: in one sentence, and where."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            noticed: tuple[Noticed, ...] = end.value
            break
    if noticed:
        sys.stderr.writelines(f"{line}\n" for line in _lines(noticed))
    return noticed


def reason(noticed: Iterable[Noticed], given: str) -> str:
    """Return what is noted of the choice to go on: the reason that was given, or that there was none."""
    return given or (NO_REASON if any(one.red for one in noticed) else "")


def _lines(noticed: tuple[Noticed, ...]) -> list[str]:
    places = Counter(f"- {one.where}: {WORDS[one.finding.kind]} “{one.finding.text}”" for one in noticed)
    said = [place if times == 1 else f"{place}, {times} keer" for place, times in places.items()]
    more = len(said) - MOST
    rest = [f"- en nog op {dutch.counted(more, 'plaats', 'plaatsen')}."] if more > 0 else []
    return [checking_privacy.told(noticed), *said[:MOST], *rest]
