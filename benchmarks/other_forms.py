"""The other forms of a report: Markdown, Excel beside openpyxl, CSV beside the bare module, PDF; and privacy.

python -m benchmarks.other_forms [--blocks 10000] [--folder FOLDER] [--pdf]
"""

import argparse
import csv
import datetime
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from benchmarks.waiting import longest_wait
from benchmarks.workspaces import workspace
from bouwstenen_app.domain.data_sheets import DataBook, Sheet
from bouwstenen_app.domain.recipes import CONSOLIDATED, usual
from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import data_csv, data_workbook, markdown
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import checking_privacy, reporting
from bouwstenen_app.services.reports import data_appendix
from bouwstenen_app.ui import pdf_writer

NOW = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
ROUNDS = 5
WAIT = 50.0
"""Milliseconds that the window may wait for its turn."""


def main() -> None:
    """Print the time of each form beside its peer in the same run, and the longest wait of another thread."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="keep the workspace here")
    parser.add_argument("--pdf", action="store_true", help="the pages of the preview as PDF too: takes a while")
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        store = workspace(chosen.folder or Path(scratch), chosen.blocks)
        recipe = usual(CONSOLIDATED.slug)
        read = store.read(reporting.material, recipe)
        report, book = reporting.build(read, recipe), data_appendix.data_book(read, recipe)
        store.close()
        print(f"{chosen.blocks} blocks, {sum(len(sheet.rows) for sheet in book.sheets)} rows of data")
        _measure(report, book, Path(scratch), pdf=chosen.pdf)


def _measure(report: Report, book: DataBook, folder: Path, *, pdf: bool) -> None:
    blocks = book.sheets[0]
    forms: dict[str, Callable[[], Any]] = {
        "Markdown": lambda: markdown.write(report, folder / "uit.md"),
        "Excel": lambda: data_workbook.write(book, folder / "uit.xlsx", now=NOW),
        "CSV": lambda: data_csv.write(blocks, folder / "uit.csv"),
        "looking for personal data": lambda: checking_privacy.look(report),
    }
    peers: dict[str, Callable[[], object]] = {
        "Excel": lambda: _openpyxl(book, folder / "peer.xlsx"),
        "CSV": lambda: _bare_csv(blocks, folder / "peer.csv"),
    }
    for name, form in forms.items():
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(_seconds(lambda work=form: _done(work())))  # type: ignore[misc]
            if name in peers:
                theirs.append(_seconds(peers[name]))
        beside = f", {statistics.median(ours) / statistics.median(theirs):.2f} × its peer" if theirs else ""
        print(f"{name}: {statistics.median(ours):.2f} s{beside}; {_waited(form)}")
    if pdf:
        form = _pages(report, folder / "uit.pdf")
        print(f"PDF from the pages: {_seconds(lambda: _done(form())):.1f} s; {_waited(form)}")


def _pages(report: Report, target: Path) -> Callable[[], Iterator[object]]:
    return lambda: pdf_writer.write(report, target, template=report_template())


def _waited(form: Callable[[], Iterator[object]]) -> str:
    """Say how long this thread waited for its turn at most while another made the document."""
    longest = longest_wait(lambda: _done(form()))
    return f"longest wait of another thread {longest:.0f} ms (goal: at most {WAIT:.0f} ms)"


def _done(work: Iterator[object]) -> None:
    for _ in work:
        pass


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _openpyxl(book: DataBook, target: Path) -> None:
    peer = Workbook(write_only=True)
    for sheet in book.sheets:
        out = peer.create_sheet(sheet.name)
        out.append([column.name for column in sheet.columns])
        for row in sheet.rows:
            out.append(row)
    peer.save(target)


def _bare_csv(sheet: Sheet, target: Path) -> None:
    with target.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";").writerows(sheet.rows)


if __name__ == "__main__":
    main()
