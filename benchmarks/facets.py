"""*Ordenen* and *Inzicht* with very many blocks: counts, opening, clicks, matrix and memory, beside their goals."""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.search import TYPED
from benchmarks.watching import Painted, Turns
from benchmarks.workspaces import workspace
from bouwstenen_app.domain.codebook import DOMAIN, THEME
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.services import codebooks, facet_index, insight
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.theme import Theme

FEW = 100
FRAME = 16.0
MANY = 1_000_000
STEP = 60
"""Pixels per frame of scrolling."""
REST = 300
"""Milliseconds after a choice: the facets are counted and the inspector follows in it."""
ROOMY = {"counts": 50.0, "opening": 1.5, "matrix": 100.0, "memory": 120.0, "click": FRAME}
VAST = {"counts": 250.0, "opening": 3.0, "matrix": 1000.0, "memory": 600.0, "click": 50.0}
"""The goals at 100,000 blocks, and at 1,000,000."""


class Opened:
    """*Ordenen* in a window of its own, on a workspace."""

    def __init__(self, app: QApplication, theme: Theme, store: Store) -> None:
        self._app = app
        self.jobs = Jobs()
        self._desk = Desk(store)
        self.window = QMainWindow()
        self.window.resize(1440, 900)
        begun = time.perf_counter()
        self.counts = Counting.of(self._desk, self.jobs)
        self.place = OrganisePlace(self._desk, theme, self.counts)
        self._painted = Painted(self.place.page.blocks.viewport())
        self.window.setCentralWidget(self.place)
        self.window.show()
        self._until_painted()
        self.took = (time.perf_counter() - begun) * 1000

    def count(self) -> None:
        """Go on until the facets have their numbers."""
        while self.counts.index() is None:
            self._app.processEvents()
        self._app.processEvents()

    def until_painted(self, selection: Selection) -> float:
        """Return the milliseconds from choosing this to the first cards on the screen."""
        self._painted.seen = False
        begun = time.perf_counter()
        self.place.show_selection(selection)
        self._until_painted()
        took = (time.perf_counter() - begun) * 1000
        QTest.qWait(REST)
        return took

    def frames(self, count: int) -> list[float]:
        """Return the milliseconds of each frame while the list scrolls on, reading more as it goes."""
        bar, times = self.place.page.blocks.verticalScrollBar(), []
        for _ in range(count):
            self._painted.seen = False
            begun = time.perf_counter()
            bar.setValue(bar.value() + STEP)
            self._until_painted()
            times.append((time.perf_counter() - begun) * 1000)
        return times

    def close(self) -> None:
        """Let go of everything but the store."""
        self.window.close()
        self.jobs.cancel_all()

    def _until_painted(self) -> None:
        while not self._painted.seen:
            self._app.processEvents()


def main() -> None:
    """Print every figure beside its goal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    goals = VAST if chosen.blocks >= MANY else ROOMY
    app = QApplication(["bouwstenen", "-style", "fusion"])
    theme = Theme(app, resources_folder(), choice="licht")
    with TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        few, many = workspace(folder, FEW), workspace(folder, chosen.blocks)
        print(f"Ordenen and Inzicht, {chosen.blocks} blocks:")
        _tell_index(many, goals, chosen.rounds)
        _tell_place(app, theme, (few, many), goals, chosen.rounds)
        few.close()
        many.close()
        memory = {blocks: _in_its_own_process(folder, blocks) for blocks in (FEW, chosen.blocks)}
    more = memory[chosen.blocks] - memory[FEW]
    print(f"memory with Ordenen open: {more:.0f} MB above {FEW} blocks (goal: at most {goals['memory']:.0f})")


def _tell_index(store: Store, goals: dict[str, float], rounds: int) -> None:
    before = _resident()
    begun = time.perf_counter()
    index = store.read(facet_index.built)
    took = time.perf_counter() - begun
    print(f"the index: {took:.2f} s to build in one go, {_resident() - before:.0f} MB")
    counts = _times([partial(_counted, store, index, typed) for typed in TYPED], rounds)
    print(f"counts for what is typed: {_p95(counts)} (goal: p95 at most {goals['counts']:.0f})")
    domain = store.read(codebooks.codebook).tops(DOMAIN)[0].id
    chosen = Selection(codes={DOMAIN: (domain,)})
    clicks = _times([lambda: store.read(facet_index.facets, index, chosen)], rounds * 10)
    print(f"counts after a click: {_p95(clicks)}")
    matrix = _times([lambda: store.read(insight.matrix, rows=THEME, columns=DOMAIN, index=index)], rounds * 4)
    print(f"matrix theme × domain: {_p95(matrix)} (goal: at most {goals['matrix']:.0f})")
    whole = _times([lambda: store.read(insight.overview, index=index)], rounds)
    print(f"all of Inzicht: {_p95(whole)}")


def _counted(store: Store, index: FacetIndex, typed: str) -> object:
    return store.read(facet_index.facets, index, Selection(query=typed))


def _tell_place(
    app: QApplication, theme: Theme, stores: tuple[Store, Store], goals: dict[str, float], rounds: int
) -> None:
    times: tuple[list[float], list[float]] = [], []
    for _ in range(rounds):
        for store, taken in zip(stores, times, strict=True):
            opened = Opened(app, theme, store)
            taken.append(opened.took)
            opened.close()
    few, many = (statistics.median(taken[1:]) for taken in times)
    ratio = f"{many / few:.2f} times that of {FEW} blocks (goal: at most {goals['opening']})"
    print(f"opening Ordenen, first cards painted: {many:.0f} ms, {ratio}")
    opened = Opened(app, theme, stores[1])
    turns = Turns()
    turns.begin()
    opened.count()
    print(f"the longest stall while the index is built: {turns.longest:.0f} ms")
    codes = [code.id for code in stores[1].read(codebooks.codebook).tops(THEME)]
    keys = [opened.until_painted(Selection(query=typed)) for typed in TYPED for _ in range(rounds)]
    clicks = [opened.until_painted(Selection(codes={THEME: (code,)})) for code in codes for _ in range(rounds)]
    opened.until_painted(Selection())
    frames = opened.frames(1500)
    opened.close()
    print(f"scrolling, each frame: {_p95(frames)} (goal: p95 at most {FRAME:.0f}), longest {max(frames):.0f} ms")
    print(f"a key in search → painted: {_p95(keys)} (goal: p95 at most {goals['click']:.0f})")
    print(f"a click on a facet → painted: {_p95(clicks)} (goal: p95 at most {goals['click']:.0f})")


def _in_its_own_process(folder: Path, blocks: int) -> float:
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_memory, (folder, blocks))


def _memory(folder: Path, blocks: int) -> float:
    """Return the megabytes of a process with *Ordenen* open on so many blocks, everything counted."""
    app = QApplication(["bouwstenen", "-style", "fusion"])
    store = workspace(folder, blocks)
    opened = Opened(app, Theme(app, resources_folder(), choice="licht"), store)
    opened.count()
    for typed in TYPED:
        opened.until_painted(Selection(query=typed))
    megabytes = _resident()
    opened.close()
    store.close()
    return megabytes


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _times(asked: list[Callable[[], object]], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        for ask in asked:
            begun = time.perf_counter()
            ask()
            times.append((time.perf_counter() - begun) * 1000)
    return times


def _p95(times: list[float]) -> str:
    return f"median {statistics.median(times):.1f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.1f} ms"


if __name__ == "__main__":
    main()
