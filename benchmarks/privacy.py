"""Privacy: how much of the labelled texts is found, how often a clean text is called red, and what it costs.

python -m benchmarks.privacy [--missed]
"""

import argparse
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bouwstenen_app.domain.privacy import NAME, RED, Finding, findings
from bouwstenen_app.surroundings import sessions_file

TEXTS = Path(__file__).with_name("privacy_texts.txt")
IDENTIFIERS, NAMES, CLEAN = 95, 85, 15
"""Per cent found, and of how many clean texts at most one is red."""
MILLISECONDS, START = 1.0, 20.0
MARK = re.compile(r"\{([A-Z]+)\|([^}]*)\}")
STARTS = 7


@dataclass(frozen=True)
class Labelled:
    """A text, what should be found in it (kind and words), and the half it is in."""

    text: str
    marks: tuple[tuple[str, str], ...]
    half: str


def main() -> None:
    """Print what is found in both halves, the time per text, and the time of a start."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="show what was missed and what was called red")
    chosen = parser.parse_args()
    lines = list(labelled(TEXTS.read_text("utf-8")))
    for half in dict.fromkeys(line.half for line in lines):
        _print_half(half, [line for line in lines if line.half == half], missed=chosen.missed)
    _print_speed()


def labelled(text: str) -> Iterator[Labelled]:
    """Yield the labelled lines of a file: ``{KIND|words}`` marks what should be found."""
    half = ""
    for line in text.splitlines():
        if line.startswith("== "):
            half = line[3:]
        elif line and not line.startswith("#"):
            yield Labelled(MARK.sub(r"\2", line), tuple(MARK.findall(line)), half)


def is_found(kind: str, words: str, text: str, found: Sequence[Finding]) -> bool:
    """Say whether a finding of this kind stands over these words."""
    start = text.index(words)
    end = start + len(words)
    return any(one.kind == kind and one.start < end and start < one.end for one in found)


def _print_half(half: str, lines: Sequence[Labelled], *, missed: bool) -> None:
    hits: dict[bool, list[bool]] = {True: [], False: []}
    exact = 0
    for line in lines:
        found = findings(line.text)
        for kind, words in line.marks:
            hit = is_found(kind, words, line.text, found)
            hits[kind == NAME].append(hit)
            exact += any(one.text == words for one in found)
            if missed and not hit:
                print(f"  missed {kind} {words!r} in {line.text!r}")
    clean = [line for line in lines if not line.marks]
    red = [line for line in clean if any(one.level == RED for one in findings(line.text))]
    amber = [line for line in clean if findings(line.text) and line not in red]
    if missed:
        for line in (*red, *amber):
            print(f"  alarm {[(one.kind, one.text) for one in findings(line.text)]} in {line.text!r}")
    for name, goal, found_ in (("identifiers", IDENTIFIERS, hits[False]), ("names", NAMES, hits[True])):
        if not found_:
            continue
        part = 100 * sum(found_) / len(found_)
        print(f"{half}: {sum(found_)} of {len(found_)} {name} found ({part:.0f} %, goal at least {goal} %)")
    if marked := len(hits[True]) + len(hits[False]):
        print(f"{half}: exactly the marked words in {exact} of {marked}")
    print(f"{half}: {len(red)} of {len(clean)} clean texts red (goal: at most 1 in {CLEAN}), {len(amber)} amber")


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
        command = [sys.executable, "-c", code.format(text=text)]
        took = [float(subprocess.check_output(command, encoding="utf-8")) for _ in range(STARTS)]
        print(
            f"start-up with the first text, {name}: {min(took):.1f} ms of processor, "
            f"median {statistics.median(took):.1f} "
            f"(goal: under {START:.0f})"
        )


if __name__ == "__main__":
    main()
