"""Enter → on disk → painted in the main window: a session of 120 in a workspace of 5,000, with real key events."""

import argparse
import os
import shutil
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from typing_extensions import override

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


class Painted(QObject):
    """Notes whether a widget was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


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
        times = _times(app, store, chosen.lines)
        store.close()
    slow = statistics.quantiles(times, n=100)[-1]
    median = statistics.median(times)
    print(f"Enter → painted, session of {SESSION}, workspace of {chosen.blocks}:")
    print(f"median {median:.1f} ms (goal: within {FRAME:.0f}), p99 {slow:.1f} ms (goal: within {SLOWEST:.0f})")


def _times(app: QApplication, store: Store, lines: int) -> list[float]:
    words = Words(5)
    session = store.do("Sessie", preparing.create_workshop, title="Meting", rounds=("Ronde",)).result
    for _ in range(SESSION):
        store.do("Vastgelegd", capturing.capture, f"{words.title()} @politie #herstel", workshop=session)
    window = QMainWindow()
    window.resize(1440, 900)
    place = CapturePlace(Desk(store), Theme(app, resources_folder(), choice="licht"))
    window.setCentralWidget(place)
    window.show()
    place.open_workshop(session)
    place.activated()
    QTest.qWait(1000)
    painted = Painted()
    place.page.blocks.viewport().installEventFilter(painted)
    times = []
    for _ in range(lines):
        place.page.bar.put(f"{words.title()} {words.sentence()} @politie #vroegtijdige-samenwerking !knelpunt")
        QTest.qWait(60)
        painted.seen = False
        start = time.perf_counter()
        QTest.keyClick(place.page.bar.line, Qt.Key.Key_Return)
        while not painted.seen:
            app.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    place.hide()
    return times


if __name__ == "__main__":
    main()
