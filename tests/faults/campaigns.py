"""Every fault as a campaign: its name, how often it is done for every change, and a run of it."""

import resource
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.faults import beside, killing, power, protected, refusing, synced
from tests.faults.outcome import Outcome
from tests.faults.work import KEY

from bouwstenen_app.storage.keys import Key

Campaign = Callable[[Path, int], Outcome]
KILL: Final = "kill-"
IMAGES: Final = 10_000
OPERATIONS: Final = 300
REFUSALS: Final = 40
KILLS: Final = 100
"""Kills of every kind but those of two laptops and one synced folder, which take ten times as long."""
SYNCED: Final = 25
COPIES: Final = 80
BITS: Final = 1_000


def _power(folder: Path, seed: int, key: Key | None) -> Outcome:
    work, image = folder / "werk", folder / "beeld"
    work.mkdir()
    image.mkdir()
    recording = power.recorded(work, 80, seed, key=key)
    return power.looked_over(recording, image, 1 + IMAGES // len(recording.events), seed, IMAGES)


def _refusing(folder: Path, seed: int, *, full: bool, lasting: bool) -> Outcome:
    return refusing.refused_at_each(folder, 1, OPERATIONS, full=full, lasting=lasting)


def _refused(folder: Path, seed: int, kind: type[killing.Killing]) -> Outcome:
    return refusing.refused_while(folder, kind, REFUSALS, seed)


def _killing(folder: Path, seed: int, kind: type[killing.Killing], times: int = KILLS) -> Outcome:
    return killing.killed(folder, kind, times, seed)


def _beside(folder: Path, seed: int, campaign: Callable[[Path, int, int], Outcome], times: int) -> Outcome:
    return campaign(folder / "proef", times, seed)


CAMPAIGNS: Final[dict[str, Campaign]] = {
    "power": partial(_power, key=None),
    "power-protected": partial(_power, key=KEY),
    "full": partial(_refusing, full=True, lasting=True),
    "full-once": partial(_refusing, full=True, lasting=False),
    "error": partial(_refusing, full=False, lasting=True),
    "error-once": partial(_refusing, full=False, lasting=False),
    **{f"refused-{kind.__name__.lower()}": partial(_refused, kind=kind) for kind in killing.ONCE},
    **{f"{KILL}{kind.__name__.lower()}": partial(_killing, kind=kind) for kind in killing.KILLINGS},
    f"{KILL}synced": partial(_killing, kind=synced.BringingUpToDate, times=SYNCED),
    f"{KILL}synced-protected": partial(_killing, kind=synced.BringingUpToDateProtected, times=SYNCED),
    "copies": partial(_beside, campaign=beside.copies_made, times=COPIES),
    "clock": partial(_beside, campaign=beside.clock_jumps, times=60),
    "two-programs": partial(_beside, campaign=beside.two_programs, times=30),
    "swapped": partial(_beside, campaign=beside.swapped, times=70),
    "flipped-bits": partial(_beside, campaign=protected.flipped_bits, times=BITS),
    "canaries": partial(_beside, campaign=protected.canaries, times=30),
    "suspended": partial(_beside, campaign=beside.suspended, times=20),
}


def run(name: str, seed: int, kills: int = 0) -> tuple[str, Outcome, float, float]:
    """Run one campaign in a folder of its own; return its name, what was found, and what it took.

    That is in seconds of the clock and of the processor. ``kills`` is how often a program is killed, 0 for as often
    as for every change.
    """
    started, before = time.monotonic(), _processor()
    campaign = partial(CAMPAIGNS[name], times=kills) if kills and name.startswith(KILL) else CAMPAIGNS[name]
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        try:
            found = campaign(Path(folder), seed)
        except Exception:
            found = Outcome(wrong=[f"the campaign ended: {traceback.format_exc()[-600:]}"])
    return name, found, time.monotonic() - started, _processor() - before


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
