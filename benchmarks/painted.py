"""Enter → on disk → painted, window alone and with the beamer: 120 blocks in a workspace of 5,000, real keys."""

import argparse
import os
import shutil
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from benchmarks.watching import Painted
from benchmarks.workspaces import Words, around, workspace
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import Theme

FRAME, SLOWEST = 16.0, 50.0
SESSION = 120
BEAMER = (1920, 1080)
PART = 5


def main() -> None:
    """Print the median and the 99th percentile, beside the frame of 16 ms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=5000)
    parser.add_argument("--lines", type=int, default=200)
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["bouwstenen", "-style", "fusion"])
    with TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        made = workspace(folder, chosen.blocks)
        made.close()
        path = Path(shutil.copy(made.path, Path(scratch) / "painted.bouwstenen"))
        store = open_store(path, around(Path(scratch)))
        alone, both = _times(app, store, chosen.lines)
        store.close()
    print(f"Enter → painted, session of {SESSION}, workspace of {chosen.blocks}:")
    _tell("main window", alone)
    _tell(f"main window and beamer of {BEAMER[0]} × {BEAMER[1]}", both)


def _tell(what: str, times: list[float]) -> None:
    slow, median = statistics.quantiles(times, n=100)[-1], statistics.median(times)
    print(f"{what}: median {median:.1f} ms (goal: within {FRAME:.0f}), ", end="")
    print(f"p99 {slow:.1f} ms (goal: within {SLOWEST:.0f})")


def _times(app: QApplication, store: Store, lines: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds per line, in alternating runs of five lines: without the beamer, and with it."""
    words = Words(5)
    session = store.do("Sessie", preparing.create_workshop, title="Meting", rounds=("Ronde",)).result
    for _ in range(SESSION):
        store.do("Vastgelegd", capturing.capture, f"{words.title()} @politie #herstel", workshop=session)
    window = QMainWindow()
    window.resize(1440, 900)
    frames: list[QWidget] = []

    def frame(picture: QWidget) -> QWidget:
        frames[:] = [picture]
        picture.resize(*BEAMER)
        picture.show()
        return picture

    place = CapturePlace(Desk(store), Theme(app, resources_folder(), choice="licht"), beamer=frame)
    window.setCentralWidget(place)
    window.show()
    place.open_workshop(session)
    place.activated()
    QTest.qWait(1000)
    alone, both = list[float](), list[float]()
    for run in range(0, lines * 2, PART):
        if (run // PART) % 2:
            place.beamer.open()
            QTest.qWait(300)
            both += _part(app, place, words, [place.page.blocks.viewport(), *frames])
            place.beamer.close()
        else:
            alone += _part(app, place, words, [place.page.blocks.viewport()])
    place.hide()
    return alone, both


def _part(app: QApplication, place: CapturePlace, words: Words, widgets: list[QWidget]) -> list[float]:
    """Return the milliseconds from Enter until all these widgets were painted, for a few lines."""
    seen = [Painted(widget) for widget in widgets]
    times = []
    for _ in range(PART):
        place.page.bar.put(f"{words.title()} {words.sentence()} @politie #vroegtijdige-samenwerking !knelpunt")
        QTest.qWait(60)
        for painted in seen:
            painted.seen = False
        start = time.perf_counter()
        QTest.keyClick(place.page.bar.line, Qt.Key.Key_Return)
        while not all(painted.seen for painted in seen):
            app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    main()
