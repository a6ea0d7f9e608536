"""Feed everything that reads with inputs that nobody meant, and print what was found.

python -m tests.fuzz [--seconds N | --inputs N] [--first N] [--keep FOLDER] [TARGET…]

``--seconds`` are divided over the targets, and the cores of the machine; ``--inputs`` are for each target.
``--first`` is the number of the first input: the same number is always the same input. What went wrong is kept in
a folder, each with what happened. Ends with status 1 when anything was wrong.
"""

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from tests.fuzz.running import TARGETS, Finding, Result, run


def main(arguments: Sequence[str]) -> int:
    """Run what is asked, and say whether all was good."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--inputs", type=int, default=0)
    parser.add_argument("--first", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "bouwstenen-fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(TARGETS)}")
    asked = parser.parse_args(arguments)
    names = asked.targets or list(TARGETS)
    cores = os.cpu_count() or 1
    seconds = 0.0 if asked.inputs else asked.seconds * min(cores, len(names)) / len(names)
    print(f"inputs from {asked.first} on", flush=True)  # noqa: T201
    results: list[Result] = []
    with ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn")) as pool:
        for result in pool.map(partial(run, first=asked.first, seconds=seconds, inputs=asked.inputs), names):
            print(result, flush=True)  # noqa: T201
            results.append(result)
            for finding in result.findings:
                _keep(asked.keep, finding)
    done, wrong = sum(result.done for result in results), sum(len(result.findings) for result in results)
    print(f"{done} inputs, {wrong} wrong" + (f" (kept in {asked.keep})" if wrong else ""))  # noqa: T201
    return 1 if wrong else 0


def _keep(folder: Path, finding: Finding) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{finding.target}-{finding.number}"
    (folder / f"{name}{TARGETS[finding.target].ending}").write_bytes(finding.data)
    (folder / f"{name}.log").write_text(finding.what, encoding="utf-8")
    print(f"    {name}: {finding.what.strip().splitlines()[-1][:200]}", flush=True)  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
