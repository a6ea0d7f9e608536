"""Kills of the program while someone types in its window, and what must be there after each.

python -m tests.stories.kills [HOW_MANY]      (200; prints how old the half-typed text was)
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.homes import home_in
from tests.stories.typist import ACT, LOST, READY, STORED, TEXT

from bouwstenen_app.domain.capture import read
from bouwstenen_app.services import boards, codebooks, preparing
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.remembered import DRAFT

ROOT = Path(__file__).parents[2]
OLDEST = 0.3
"""Seconds that half-typed text may be behind the fingers."""
LONGEST = 0.6
"""Seconds of typing before a kill, at most."""
PATIENCE = 60.0


class Seen(NamedTuple):
    """A line of the log of someone who types."""

    at: float
    what: str
    text: str


@dataclass
class Kills:
    """Kills a program that types, again and again on the same workspace, and looks what is there."""

    folder: Path
    seed: int = 20261125
    ages: list[float] = field(default_factory=list)
    """How many seconds the half-typed text was behind, for each kill."""
    during: list[str] = field(default_factory=list)
    """What was going on at each kill: a key that is a command, or nothing."""

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self.path = self.folder / "doden.bouwstenen"
        self._around: Surroundings = surroundings()
        store = create(self.path, self._around, fill_empty)
        made = store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een", "Twee"))
        self._workshop = made.result
        self._book = store.read(codebooks.codebook)
        store.close()
        self._known: set[str] = set()
        self._draft = ""
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.typist"],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    @property
    def blocks(self) -> int:
        """How many blocks there are by now."""
        return len(self._known)

    def close(self) -> None:
        """Let go of the program that forks."""
        self._program.communicate()

    def kill(self, number: int) -> None:
        """Let someone type, kill the program at a random moment, open the workspace and look."""
        log = self.folder / f"{number}.log"
        child = int(self._ask(f"{self.path}\t{log}\t{self._chance.randrange(1 << 30)}\n"))
        try:
            self._wait(log, {READY})
            if number % 3 == 0:
                self._wait(log, {ACT})
                time.sleep(self._chance.uniform(0.0, 0.05))
            else:
                time.sleep(self._chance.uniform(0.0, LONGEST))
        finally:
            os.kill(child, signal.SIGKILL)
            assert self._answer() == "gone"
        self._look(_read(log))

    def _look(self, seen: list[Seen]) -> None:
        assert LOST not in [line.what for line in seen], "the line had lost the focus"
        assert seen[0].text == self._draft, "the window shows the half-typed text that was kept"
        self.during.append(seen[-1].text if seen[-1].what == ACT else "")
        acknowledged = {read(line.text, self._book).title for line in seen if line.what == STORED}
        store = open_store(self.path, self._around)
        try:
            assert not store.read_only
            there = {block.title for block in store.read(boards.blocks_of, self._workshop)}
            assert self._known | acknowledged <= there, "every block whose line was emptied"
            more = there - self._known - acknowledged
            assert len(more) <= 1, "at most the step that was under way"
            self._draft = store.recall(DRAFT + self._workshop)
            self._known = there
            self._check_age(_texts(seen), stored=bool(more))
            _check_sound(store)
        finally:
            store.close()

    def _check_age(self, texts: list[Seen], *, stored: bool) -> None:
        """Check that the half-typed text is one that stood in the line no more than a moment ago.

        The clock runs to the last thing that was seen; a pause in which the whole program stood still (another
        program had the processor) is no age.
        """
        last = texts[-1]
        unseen = self._draft[:-1] == last.text or (stored and not self._draft)
        ends = [after.at for line, after in pairwise(texts) if line.text == self._draft]
        if unseen or last.text == self._draft:
            self.ages.append(0.0)
            return
        assert ends, f"{self._draft!r} never stood in the line; it ended with {last.text!r}"
        still = max((b.at - a.at for a, b in pairwise(texts) if b.at > ends[-1]), default=0.0)
        self.ages.append(last.at - ends[-1])
        assert self.ages[-1] <= OLDEST + still, f"{self.ages[-1]:.3f} s behind"

    def _wait(self, log: Path, wanted: set[str]) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            seen = _read(log)
            met = {line.what for line in seen}
            if wanted & met:
                return
            until = max(until, seen[-1].at + PATIENCE) if seen else until  # a busy machine types slowly
            assert LOST not in met, f"the line lost the focus: {seen[-6:]}"
            assert time.monotonic() < until, f"no {wanted} in {log.name}: {seen[-6:]}"
            time.sleep(0.003)

    def _ask(self, line: str) -> str:
        assert self._program.stdin is not None
        self._program.stdin.write(line)
        self._program.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._program.stdout is not None
        return self._program.stdout.readline().strip()


def _read(log: Path) -> list[Seen]:
    """Return the whole lines of a log."""
    lines = log.read_text(encoding="utf-8").split("\n")[:-1] if log.exists() else []
    parts = (line.split("\t") for line in lines)
    return [Seen(float(at), what, json.loads(text)) for at, what, text in parts]


def _texts(seen: list[Seen]) -> list[Seen]:
    """Return what stood in the line, moment by moment."""
    return [
        line._replace(text="") if line.what == STORED else line
        for line in seen
        if line.what in (READY, TEXT, STORED)
    ]


def _check_sound(store: Store) -> None:
    assert store.is_sound()


def main() -> None:
    """Kill as often as is asked, and print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with TemporaryDirectory() as scratch:
        os.environ |= home_in(Path(scratch))
        kills = Kills(Path(scratch), seed=time.time_ns() % (1 << 30))
        print(f"seed {kills.seed}")  # noqa: T201
        for number in range(count):
            kills.kill(number)
            if number % 50 == 49:
                print(f"{number + 1} kills, nothing lost, at most {max(kills.ages) * 1000:.0f} ms", flush=True)  # noqa: T201
        kills.close()
        acts = sum(map(bool, kills.during))
        oldest = max(kills.ages) * 1000
        print(f"{count} kills, {acts} while a round, a way or a place changed: {kills.blocks} blocks, none lost")  # noqa: T201
        print(f"half-typed text at most {oldest:.0f} ms old (goal: {OLDEST * 1000:.0f})")  # noqa: T201


if __name__ == "__main__":
    main()
