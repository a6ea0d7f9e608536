"""Privacy: how much of the labelled texts is found, how often a clean text is called red, and what it costs.

python -m benchmarks.privacy [--missed]
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bouwstenen_app.domain.privacy import NAME, RED, Finding, findings
from bouwstenen_app.surroundings import sessions_file

TEXTS = Path(__file__).with_name("privacy_texts.txt")
IDENTIFIERS, NAMES, CLEAN = 95, 85, 15
"""Per cent found, and of how many clean texts at most one is red."""
GOALS = {
    "identifiers": f"at least {IDENTIFIERS} %",
    "names": f"at least {NAMES} %",
    "names without a word": "none",
}
MILLISECONDS, START = 1.0, 20.0
MARK = re.compile(r"\{([A-Z]+)(\*?)\|([^}]*)\}")
BARE = "*"
STARTS = 7


@dataclass(frozen=True)
class Mark:
    """What should be found: its kind and where it stands; ``bare`` when no word beside it says what it is."""

    kind: str
    start: int
    end: int
    bare: bool


@dataclass(frozen=True)
class Labelled:
    """A text, what should be found in it, and the part it is in."""

    text: str
    marks: tuple[Mark, ...]
    part: str


def main() -> None:
    """Print what is found in every part, the time per text, and the time of a start."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="show what was missed and what was called red")
    chosen = parser.parse_args()
    lines = list(labelled(TEXTS.read_text("utf-8")))
    for part in dict.fromkeys(line.part for line in lines):
        _print_part(part, [line for line in lines if line.part == part], missed=chosen.missed)
    _print_speed()


def labelled(text: str) -> Iterator[Labelled]:
    """Yield the labelled lines of a file: ``{KIND|words}`` marks what should be found."""
    part = ""
    for line in text.splitlines():
        if line.startswith("== "):
            part = line[3:]
        elif line and not line.startswith("#"):
            yield Labelled(MARK.sub(r"\3", line), tuple(_marks(line)), part)


def _marks(line: str) -> Iterator[Mark]:
    gone = 0
    for found in MARK.finditer(line):
        kind, bare, words = found.groups()
        start = found.start() - gone
        yield Mark(kind, start, start + len(words), bare == BARE)
        gone += len(found[0]) - len(words)


def is_found(mark: Mark, found: Sequence[Finding]) -> bool:
    """Say whether a finding of this kind stands over what is marked."""
    return any(one.kind == mark.kind and one.start < mark.end and mark.start < one.end for one in found)


def _print_part(part: str, lines: Sequence[Labelled], *, missed: bool) -> None:
    hits: dict[str, list[bool]] = {}
    exact = 0
    for line in lines:
        found = findings(line.text)
        for mark in line.marks:
            hit = is_found(mark, found)
            hits.setdefault(_sort(mark), []).append(hit)
            exact += any((one.start, one.end) == (mark.start, mark.end) for one in found)
            if missed and not hit:
                print(f"  missed {mark.kind} {line.text[mark.start : mark.end]!r} in {line.text!r}")
    for sort, goal in GOALS.items():
        if sort in hits:
            all_, right = len(hits[sort]), sum(hits[sort])
            print(f"{part}: {right} of {all_} {sort} found ({100 * right / all_:.0f} %, goal {goal})")
    if marked := sum(map(len, hits.values())):
        print(f"{part}: exactly the marked words in {exact} of {marked}")
    _print_alarms(part, [line for line in lines if not line.marks], missed=missed)


def _sort(mark: Mark) -> str:
    return "identifiers" if mark.kind != NAME else "names without a word" if mark.bare else "names"


def _print_alarms(part: str, clean: Sequence[Labelled], *, missed: bool) -> None:
    red = [line for line in clean if any(one.level == RED for one in findings(line.text))]
    amber = [line for line in clean if findings(line.text) and line not in red]
    if missed:
        for line in (*red, *amber):
            print(f"  alarm {[(one.kind, one.text) for one in findings(line.text)]} in {line.text!r}")
    print(f"{part}: {len(red)} of {len(clean)} clean texts red (goal: at most 1 in {CLEAN}), {len(amber)} amber")


def _print_speed() -> None:
    texts = [
        " ".join(str(block[field] or "") for field in ("titel", "omschrijving", "praktijkvoorbeeld"))
        for item in sessions_file()["sessies"]
        for block in item["bouwstenen"]
    ]
    times = []
    for text in texts * 5:
        start = time.perf_counter()
        findings(text)
        times.append(time.perf_counter() - start)
    letters = statistics.median(map(len, texts))
    print(
        f"{1000 * statistics.median(times):.2f} ms per text of {letters:.0f} characters "
        f"(goal: under {MILLISECONDS})"
    )
    code = (
        "import re, dataclasses, functools, time; start = time.process_time(); "
        "from bouwstenen_app.domain import privacy; privacy.findings({text!r}); "
        "print(1000 * (time.process_time() - start))"
    )
    for name, text in (("names", "Moeder Fatima belde."), ("everything", "Moeder Fatima belde op 12-03-2015.")):
        took = _starts(code.format(text=text))
        print(
            f"start-up with the first text, {name}: {min(took):.1f} ms of processor, "
            f"median {statistics.median(took):.1f} "
            f"(goal: under {START:.0f})"
        )


def _starts(code: str) -> list[float]:
    """Return how long this takes in a new process, with the modules compiled as an installation has them."""
    with tempfile.TemporaryDirectory() as folder:
        place = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        command = [sys.executable, "-c", code]
        return [float(subprocess.check_output(command, encoding="utf-8", env=place)) for _ in range(STARTS + 1)][1:]


if __name__ == "__main__":
    main()
