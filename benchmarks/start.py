"""Process start → window painted → capture line ready, beside a bare PySide6 window in the same run."""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.homes import folders_in

PAINTED_LIMIT, READY_LIMIT, FULL_LIMIT = 1.4, 2.8, 1.2
TOO_EARLY = ("sqlalchemy", "sqlcipher3", "docx", "openpyxl", "alembic", "numpy", "psycopg", "socket", "ssl", "http")
"""Modules that must not be imported before the first paint (``_socket`` comes with typing_extensions)."""
SMALL = 1_000

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    seen = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.mark)
    def mark(self):
        print("painted", time.time(), flush=True)
        QApplication.quit()
application = QApplication(sys.argv[:1])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""

OURS = "import sys; from bouwstenen_app.__main__ import main; sys.exit(main())"
"""What the installed command ``bouwstenen`` does."""

MODULES = """
import sys
from bouwstenen_app import app
def stop(self):
    print("modules", *sorted(sys.modules), flush=True)
    app.QApplication.quit()
app.Start.on_painted = stop
app.run(None)
"""


def main() -> None:
    """Print the ratios, the absolute times beside them, and what was imported too early."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument(
        "--blocks", type=int, default=100_000, help="the size of the full workspace; 0 leaves it out"
    )
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = (chosen.folder or Path(scratch)).resolve()
        surroundings = _surroundings(folder)
        _print_imports(surroundings)
        small, full = _workspace(folder, SMALL), _workspace(folder, chosen.blocks) if chosen.blocks else None
        programs: dict[str, Sequence[str]] = {"bare": ("-c", BARE), "ours": ("-c", OURS, str(small))}
        if full:
            programs["full"] = ("-c", OURS, str(full))
        rounds = []
        for _ in range(chosen.rounds + 1):
            rounds.append(
                {
                    (name, mark): seconds * 1000
                    for name, words in programs.items()
                    for mark, seconds in _marks(words, surroundings).items()
                }
            )
    _print_ratios(rounds[1:], chosen.blocks)  # the first round warms the disk cache, and leaves a first look
    print(f"the very first time, without a first look: {rounds[0]['ours', 'ready']:.0f} ms")


def _print_ratios(rounds: Sequence[Mapping[tuple[str, str], float]], blocks: int) -> None:
    def told(ours: tuple[str, str], peer: tuple[str, str]) -> str:
        ratio = statistics.median(times[ours] / times[peer] for times in rounds)
        return f"{statistics.median(times[ours] for times in rounds):.0f} ms, ratio {ratio:.2f}"

    bare, ready = ("bare", "painted"), ("ours", "ready")
    print(f"bare PySide6 window painted: {statistics.median(times[bare] for times in rounds):.0f} ms")
    print(f"our window painted: {told(('ours', 'painted'), bare)} (goal: at most {PAINTED_LIMIT})")
    print(f"its header and empty page built too: {told(('ours', 'complete'), bare)}")
    print(f"capture line ready, {SMALL} blocks: {told(ready, bare)} (goal: at most {READY_LIMIT})")
    print(f"and everything behind it there: {told(('ours', 'working'), bare)}")
    if ("full", "ready") in rounds[0]:
        print(f"the same, {blocks} blocks: {told(('full', 'ready'), ready)} beside it (goal: at most {FULL_LIMIT})")


def _print_imports(surroundings: Mapping[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MODULES], env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    loaded = {name.split(".")[0] for name in ran.stdout.split()}
    early = [name for name in TOO_EARLY if name in loaded]
    print(f"imported before the first paint that should not be: {', '.join(early) or 'nothing'}")


def _marks(words: Sequence[str], surroundings: Mapping[str, str]) -> dict[str, float]:
    """Run a program; return the seconds from its start to each mark it prints."""
    began = time.time()
    ran = subprocess.run(
        [sys.executable, *words], env=surroundings, capture_output=True, text=True, check=True, timeout=120
    )
    lines = [line.split() for line in ran.stdout.splitlines()]
    return {line[0]: float(line[1]) - began for line in lines if len(line) == 2}


def _workspace(folder: Path, blocks: int) -> Path:
    # Imported here: only now, so that --help answers at once.
    from benchmarks.workspaces import workspace
    from bouwstenen_app.storage.peek import FIRST_LOOK

    store = workspace(folder, blocks)
    path = store.path
    store.remember(FIRST_LOOK, "")  # a folder that was used before has one: the first round must not
    store.close()
    return path


def _surroundings(folder: Path) -> dict[str, str]:
    """Return an environment in which the program keeps its own files in a folder, and draws without a screen."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **inherited, **folders_in(folder), "BOUWSTENEN_MARKS": "1"}


if __name__ == "__main__":
    main()
