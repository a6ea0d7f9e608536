"""Feed everything that reads with inputs that nobody meant, and print what was found.

python -m tests.fuzz [--seconds N | --inputs N] [--jobs N] [--first N] [--keep FOLDER] [TARGET…]

``--seconds`` are divided over the targets and jobs; ``--inputs`` are for each target. Without ``--jobs`` there is
one for each core. ``--first`` is the number of the first input: the same number is always the same input. What went
wrong is kept in a folder, each with what happened. Ends with status 1 when anything was wrong.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from itertools import product
from pathlib import Path
from typing import Final

from tests.fuzz.running import TARGETS, Finding, Result, run

PIECE: Final = 2_000
"""Inputs that one process is given: then no core is left without work long before another."""
PIECES: Final = 100
"""Of a great number of inputs a piece is a hundredth: to begin a process takes as long as a hundred inputs."""


def main(arguments: Sequence[str]) -> int:
    """Run what is asked, and say whether all was good."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--inputs", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--first", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "bouwstenen-fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(TARGETS)}")
    asked = parser.parse_args(arguments)
    print(f"inputs from {asked.first} on", flush=True)  # noqa: T201
    done = wrong = 0
    for result in _results(asked):
        print(result, flush=True)  # noqa: T201
        done, wrong = done + result.done, wrong + len(result.findings)
        for finding in result.findings:
            _keep(asked.keep, finding)
    print(f"{done} inputs, {wrong} wrong" + (f" (kept in {asked.keep})" if wrong else ""))  # noqa: T201
    return 1 if wrong else 0


def _results(asked: argparse.Namespace) -> Iterator[Result]:
    """Yield what came of each target, as soon as all of its pieces are done."""
    names = asked.targets or list(TARGETS)
    seconds = 0.0 if asked.inputs else asked.seconds * min(asked.jobs, len(names)) / len(names)
    size = max(PIECE, asked.inputs // PIECES)
    starts = range(0, asked.inputs, size) if asked.inputs else (0,)
    results, left = {name: Result(name) for name in names}, dict.fromkeys(names, len(starts))
    with ProcessPoolExecutor(asked.jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        pieces = [
            pool.submit(
                partial(run, seconds=seconds, inputs=max(0, min(size, asked.inputs - start))),
                *(name, asked.first + start),
            )
            for name, start in product(names, starts)
        ]
        for piece in (one.result() for one in as_completed(pieces)):
            results[piece.target].add(piece)
            left[piece.target] -= 1
            if not left[piece.target]:
                yield results[piece.target]


def _keep(folder: Path, finding: Finding) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{finding.target}-{finding.number}"
    (folder / f"{name}{TARGETS[finding.target].ending}").write_bytes(finding.data)
    (folder / f"{name}.log").write_text(finding.what, encoding="utf-8")
    print(f"    {name}: {finding.what.strip().splitlines()[-1][:200]}", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
