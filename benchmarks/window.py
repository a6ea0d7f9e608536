"""The window while a report is written: the longest time in which it did nothing else, beside 50 ms."""

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.watching import Turns
from benchmarks.workspaces import workspace
from bouwstenen_app.folders import report_template, resources_folder
from bouwstenen_app.ui.collecting import Collecting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.theme import Theme

LONGEST = 50.0


def main() -> None:
    """Print the longest stall of each export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["bouwstenen", "-style", "fusion"])
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        jobs, turns = Jobs(), Turns()
        collecting = Collecting(busy=jobs.busy)
        theme = Theme(app, resources_folder(), choice="licht")
        place = ReportPlace(Desk(store), theme, jobs, template=report_template())
        window = QMainWindow()
        window.resize(1440, 900)
        window.setCentralWidget(place)
        window.show()
        QTest.qWait(1000)
        for number in range(chosen.rounds):
            turns.begin()
            place.export_to(Path(scratch) / f"rapport-{number}.docx")
            while place.exporting:
                app.processEvents()
            stall = f"longest stall {turns.longest:.0f} ms (goal: at most {LONGEST:.0f})"
            print(f"report of {chosen.blocks} blocks: {stall}")
        window.close()
        jobs.cancel_all()
        collecting.stop()
        store.close()


if __name__ == "__main__":
    main()
