"""Work of a laptop whose clock was ahead: found at opening, and given the right time so that others take it in.

Others refuse a step that is over a day ahead of their clock, so nobody has such steps but who has a copy of the
file. They are made anew, as steps of another writer, of now, in the same order and knowing what they knew; the rest
of the journal stays as it is. How the file was is kept as a backup.
"""

from collections.abc import Generator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.clock import DAY
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import auditing, publishing, rescuing, restoring
from bouwstenen_app.services.rescuing import Rescued
from bouwstenen_app.storage import history
from bouwstenen_app.storage.opening import SUFFIX, Surroundings, open_store

LABEL: Final = "Tijd hersteld"
MOST: Final = date.max.toordinal()


def ahead(session: Session, now: datetime) -> date | None:
    """Return the day of the latest step, when that is over a day after now; None when the clock was right."""
    stamp = history.stamp_of_last(session, history.numbers(session))
    moment = int(stamp.split("-", 1)[0], 16) if stamp else 0
    if moment <= now.timestamp() * 1000 + DAY:
        return None
    return date.fromordinal(min(MOST, date(1970, 1, 1).toordinal() + moment // DAY))


def told(latest: date, today: date) -> str:
    """Return what is wrong and what can be done; first of all whether the clock is right now."""
    return (
        f"Hier staat werk van {dutch.day(latest)}, en volgens deze laptop is het nu {dutch.day(today)}. Klopt dat "
        "niet, zet de datum dan eerst goed. Klopt het wel, herstel dan de tijd: anders nemen andere laptops dit "
        "werk niet over."
    )


def mend(path: Path, around: Surroundings) -> Generator[Progress, None, Rescued]:
    """Give the steps of a workspace that is not open the right time, where theirs is in the future.

    Problem when the file is not whole, or another laptop put something in it meanwhile: then it stays as it is.
    """
    with closing(open_store(path, around)) as store:
        known = store.read(history.steps)
    with rescuing.scratch_of(around) as scratch:
        target = scratch.folder / f"{path.stem}{SUFFIX}"
        saved = yield from rescuing.rescue(path, target, around, label=LABEL, sound=True)
        if saved.lost_blocks or saved.lost_sessions:
            raise Problem(
                "{name} is niet gaaf; de tijd is niet hersteld. Zet een reservekopie terug.", name=path.name
            )
        with closing(open_store(path, around)) as before, closing(open_store(target, around)) as after:
            publishing.finish_before_restore(before, around)
            if before.read(history.steps) != known:
                raise Problem(
                    "{name} is intussen op een andere laptop bijgewerkt; de tijd is nog niet hersteld. Probeer het "
                    "opnieuw.",
                    name=path.name,
                )
            auditing.carry(before, after)
        restoring.put_back(target, path, around, audit.TIME_MENDED)
    return saved
