"""Do to a workspace what may happen to it, and print what was found.

python -m tests.faults [--minutes N] [--kills N] [--jobs N] [--seed N] [NAME…]

Without ``--minutes`` everything is done once, as often as ``goals.md`` asks of every change. With it, again and
again with other chances until the time is up. ``--kills`` are of every kind. Ends with status 1 when anything was
wrong.
"""

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Final

from tests.faults.campaigns import CAMPAIGNS, run

JOBS_ON_A_CORE: Final = 2
"""Programs that wait for a kill, a clock or a copy leave the core to others."""


def main(arguments: Sequence[str]) -> int:
    """Run what is asked, and say whether all was good."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--minutes", type=float, default=0.0)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=JOBS_ON_A_CORE * (os.cpu_count() or 1))
    parser.add_argument("--seed", type=int, default=20261130)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(CAMPAIGNS)}")
    asked = parser.parse_args(arguments)
    names, until, wrong, total = asked.names or list(CAMPAIGNS), time.monotonic() + 60 * asked.minutes, 0, 0
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(asked.jobs, mp_context=context) as pool:
        seed = asked.seed
        while True:
            running = [pool.submit(run, name, seed, asked.kills) for name in names]
            for name, found, seconds, processor in (one.result() for one in as_completed(running)):
                took = f"{seconds:.0f} s, {processor:.0f} of the processor, seed {seed}"
                print(f"{name:21} {found}   ({took})", flush=True)  # noqa: T201
                wrong += len(found.wrong)
                total += found.runs
            seed += 1
            if time.monotonic() > until:
                break
    print(f"{total} runs, {wrong} wrong")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
