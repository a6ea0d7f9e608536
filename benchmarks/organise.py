"""*Ordenen* with very many blocks, real keys and clicks: opening, typing, choosing, scrolling and memory.

Each time runs from the event to the cards (or rows) on the screen. Beside the time on the clock stands that of the
processor: the rest is what others did on the machine meanwhile.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow

from benchmarks.search import SENTENCES
from benchmarks.watching import Painted, Turns
from benchmarks.workspaces import workspace
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.arrange_bar import BOARD, LIST, TABLE
from bouwstenen_app.ui.widgets.block_table import BlockTable
from bouwstenen_app.ui.widgets.board_list import BoardList

FEW, MANY = 100, 1_000_000
FRAME, STALL = 16.0, 50.0
STEP = 60
"""Pixels per frame of scrolling; in the table, a row."""
REST = 300
"""Milliseconds after a key or a click: the facets are counted and the inspector follows in it."""
ROOMY = {"opening": 1.5, "memory": 120.0, "key": FRAME}
VAST = {"opening": 3.0, "memory": 600.0, "key": 50.0}
"""The goals at 100,000 blocks, and at 1,000,000."""


class Took(NamedTuple):
    """Milliseconds: on the clock, and of the processor."""

    wall: float
    cpu: float


class Opened:
    """*Ordenen* in a window of its own, on a workspace."""

    def __init__(self, app: QApplication, theme: Theme, store: Store) -> None:
        self._app = app
        self.jobs = Jobs()
        self._desk = Desk(store)
        self.window = QMainWindow()
        self.window.resize(1440, 900)
        begun = _Clock()
        self.counts = Counting.of(self._desk, self.jobs)
        self.place = OrganisePlace(self._desk, theme, self.counts)
        self._painted = Painted(self.place.page.blocks.viewport())
        self.window.setCentralWidget(self.place)
        self.window.show()
        self._until(lambda: self._painted.seen)
        self.took = begun.took()

    def count(self) -> None:
        """Go on until the facets have their numbers."""
        while self.counts.index() is None:
            self._app.processEvents()
        self._app.processEvents()

    def keys(self, sentence: str) -> Iterator[Took]:
        """Type into the filter; yield how long each letter takes."""
        field = self.place.page.filter
        self.place.show_selection(Selection())
        QTest.qWait(REST)
        for letter in sentence:
            self._painted.seen = False
            begun = _Clock()
            QTest.keyClicks(field, letter)
            self._until(lambda: self._painted.seen and self.place.selection.query == field.text())
            yield begun.took()
            QTest.qWait(REST)

    def clicks(self) -> Iterator[Took]:
        """Click on every choice in sight of the facets, on and off; yield how long each click takes."""
        self.place.show_selection(Selection())
        QTest.qWait(REST)
        facets = self.place.page.facets
        rows = range(30, facets.viewport().height(), 26)
        for at in (QPoint(facets.viewport().width() // 2, row) for row in rows):
            for _ in range(2):
                before, self._painted.seen = self.place.selection, False
                begun = _Clock()
                QTest.mouseClick(facets.viewport(), Qt.MouseButton.LeftButton, pos=at)
                if self.place.selection == before:
                    break  # a heading
                self._until(lambda: self._painted.seen)
                yield begun.took()
                QTest.qWait(REST)

    def frames(self, view: str, count: int) -> list[Took]:
        """Return the time of each frame while a view scrolls on, reading more as it goes."""
        self.place.show_selection(Selection())
        self.place.arrangement.show_view(view)
        QTest.qWait(REST)
        area = self._area(view)
        painted, bar, times = Painted(area.viewport()), area.verticalScrollBar(), list[Took]()
        for _ in range(count):
            painted.seen = False
            begun = _Clock()
            bar.setValue(bar.value() + (1 if view == TABLE else STEP))
            self._until(lambda: painted.seen)
            times.append(begun.took())
        return times

    def close(self) -> None:
        """Let go of everything but the store."""
        self.place.arrangement.show_view(LIST)
        self.window.close()
        self.jobs.cancel_all()

    def _area(self, view: str) -> QAbstractScrollArea:
        if view == BOARD:
            columns = [one for one in self.place.findChildren(BoardList) if one.isVisible()]
            return max(columns, key=lambda one: one.model().rowCount())
        return self.place.page.blocks if view == LIST else self.place.findChildren(BlockTable)[0]

    def _until(self, done: Callable[[], bool]) -> None:
        while not done():
            self._app.processEvents()


class _Clock:
    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def took(self) -> Took:
        return Took((time.perf_counter() - self._wall) * 1000, (time.thread_time() - self._cpu) * 1000)


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
        print(f"Ordenen, {chosen.blocks} blocks:")
        _tell_opening(app, theme, (few, many), goals["opening"], chosen.rounds)
        _tell_work(app, theme, many, goals["key"], chosen.rounds)
        few.close()
        many.close()
        memory = {blocks: _in_its_own_process(folder, blocks) for blocks in (FEW, chosen.blocks)}
    more = memory[chosen.blocks] - memory[FEW]
    print(f"memory with Ordenen open: {more:.0f} MB above {FEW} blocks (goal: at most {goals['memory']:.0f})")


def _tell_opening(app: QApplication, theme: Theme, stores: tuple[Store, Store], goal: float, rounds: int) -> None:
    times: tuple[list[Took], list[Took]] = [], []
    for _ in range(rounds + 1):
        for store, taken in zip(stores, times, strict=True):
            opened = Opened(app, theme, store)
            taken.append(opened.took)
            opened.close()
    few, many = (Took(*map(statistics.median, zip(*taken[1:], strict=True))) for taken in times)
    ratio = f"{many.wall / few.wall:.2f} times that of {FEW} blocks, of processor time {many.cpu / few.cpu:.2f}"
    print(f"opening, first cards painted: {many.wall:.0f} ms, {ratio} (goal: at most {goal})")


def _tell_work(app: QApplication, theme: Theme, store: Store, goal: float, rounds: int) -> None:
    opened = Opened(app, theme, store)
    turns = Turns()
    turns.begin()
    opened.count()
    stall = f"{turns.longest:.0f} ms (processor {turns.busiest:.0f}; goal: at most {STALL:.0f})"
    print(f"the longest stall while the index is built: {stall}")
    typed = [[*opened.keys(sentence)] for _ in range(rounds) for sentence in SENTENCES]
    clicks = [took for _ in range(rounds) for took in opened.clicks()]
    frames = {view: opened.frames(view, 1000) for view in (LIST, BOARD, TABLE)}
    opened.close()
    _tell("the first letter of a search → painted", [keys[0] for keys in typed], goal)
    _tell("every letter after it → painted", [key for keys in typed for key in keys[1:]], goal)
    _tell("a click on a facet → painted", clicks, goal)
    for view, times in frames.items():
        _tell(f"scrolling the {view}, each frame", times, FRAME)


def _tell(what: str, times: list[Took], goal: float) -> None:
    wall, cpu = zip(*times, strict=True)
    late, busy = (statistics.quantiles(part, n=20)[-1] for part in (wall, cpu))
    beside = f"(processor {statistics.median(cpu):.1f}, {busy:.1f}; goal: p95 at most {goal:.0f})"
    print(f"{what}: median {statistics.median(wall):.1f} ms, p95 {late:.1f} {beside}")


def _in_its_own_process(folder: Path, blocks: int) -> float:
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_memory, (folder, blocks))


def _memory(folder: Path, blocks: int) -> float:
    """Return the megabytes of a process with *Ordenen* open on so many blocks, counted, searched and scrolled."""
    app = QApplication(["bouwstenen", "-style", "fusion"])
    store = workspace(folder, blocks)
    opened = Opened(app, Theme(app, resources_folder(), choice="licht"), store)
    opened.count()
    for sentence in SENTENCES:
        list(opened.keys(sentence))
    for view in (LIST, BOARD, TABLE):
        opened.frames(view, 100 if blocks > FEW else 5)
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    opened.close()
    store.close()
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main()
