"""From the workspace to a closed Word report, beside zlib over its own XML, pandoc, and plain python-docx."""

import argparse
import re
import statistics
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from benchmarks.waiting import longest_wait
from benchmarks.workspaces import around, workspace
from bouwstenen_app.domain.report import Card, Figure, Item, Listing, Paragraph, Report, Run, Table
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import reporting
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store

LIMIT, PANDOC, PLAIN, GROWTH, MEMORY, STALL = 8.0, 6.0, 8.0, 11.0, 3.0, 50.0
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def main() -> None:
    """Print our time as a ratio to each peer, the growth, the memory, and the longest stall of another thread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep the workspaces here")
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        if chosen.once:
            _report(open_store(chosen.once, around(folder)), Path(scratch) / "once.docx")
            return
        _measure(folder, Path(scratch), chosen.blocks, chosen.rounds)


def _measure(folder: Path, scratch: Path, blocks: int, rounds: int) -> None:
    large, small = workspace(folder, blocks), workspace(folder, blocks // 10)
    ours, markdown = scratch / "ours.docx", scratch / "report.md"
    report = _report(large, ours)
    xml = ZipFile(ours).read("word/document.xml")
    markdown.write_text(_markdown(report), "utf-8")
    peers: dict[str, Callable[[], object]] = {
        "ours": lambda: _report(large, ours),
        "tenth": lambda: _report(small, scratch / "tenth.docx"),
        "limit": lambda: zlib.compress(xml, 6),
        "pandoc": lambda: subprocess.run(_pandoc(markdown, scratch), check=True),
    }
    times: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(rounds):
        for name, peer in peers.items():
            times[name].append(_seconds(peer))
    # Minutes long and an order of magnitude above the goal: once is enough.
    times["plain"] = [_seconds(lambda: _plain(report, scratch / "plain.docx"))]
    medians = {name: statistics.median(measured) for name, measured in times.items()}
    _print(medians, blocks, len(xml), ours.stat().st_size)
    small.close()
    waited = longest_wait(lambda: _report(large, ours))
    print(f"longest wait of another thread {waited:.0f} ms (goal: at most {STALL:.0f} ms)")
    path = large.path
    large.close()
    command = [sys.executable, "-m", "benchmarks.export", "--once", str(path), "--folder", str(folder)]
    mine, theirs = _peak(command), _peak(_pandoc(markdown, scratch))
    print(
        f"peak memory {mine:.0f} MB, pandoc {theirs:.0f} MB: 1/{theirs / mine:.1f} (goal: at most 1/{MEMORY:.0f})"
    )


def _print(medians: dict[str, float], blocks: int, letters: int, size: int) -> None:
    ours, limit, pandoc, plain = (medians[name] for name in ("ours", "limit", "pandoc", "plain"))
    growth = ours / medians["tenth"]
    print(
        f"report of {blocks} blocks: {ours:.2f} s, {letters / 1e6:.1f} MB of XML in a file of {size / 1e6:.1f} MB"
    )
    print(f"zlib 6 over its own XML {limit:.2f} s: ratio {ours / limit:.2f} (goal: at most {LIMIT})")
    print(f"pandoc {pandoc:.2f} s: {pandoc / ours:.1f} times slower (goal: at least {PANDOC})")
    print(f"plain python-docx {plain:.2f} s: {plain / ours:.1f} times slower (goal: at least {PLAIN})")
    print(f"a tenth of the blocks {medians['tenth']:.3f} s: growth {growth:.1f} (goal: at most {GROWTH})")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _report(store: Store, target: Path) -> Report:
    report = store.read(reporting.consolidated, reporting.Recipe(on=NOW.date()))
    for _ in word.write(report, target, template=report_template(), now=NOW):
        pass
    return report


def _peak(command: list[str]) -> float:
    """Return the most memory a command had in use, in MB (Linux: ``ru_maxrss`` would count its parent's too)."""
    started = subprocess.Popen(command)
    status = Path(f"/proc/{started.pid}/status")
    highest = 0
    while started.poll() is None:
        found = re.search(r"VmHWM:\s+(\d+)", status.read_text())
        highest = max(highest, int(found[1]) if found else 0)
        time.sleep(0.005)
    return highest / 1024


def _pandoc(source: Path, folder: Path) -> list[str]:
    return ["pandoc", "--from=markdown", "--toc", f"--output={folder / 'pandoc.docx'}", str(source)]


def _markdown(report: Report) -> str:
    parts = [f"# {report.cover.title}"]
    for section in report.sections:
        parts.append(f"{'#' * section.level} {section.title}")
        parts += [text for item in section.items for text in _item(item)]
    return "\n\n".join(parts)


def _item(item: Item) -> list[str]:
    match item:
        case Card():
            parts = [f"**{label}** {_escaped(text)}".strip("* ") for label, text in item.parts]
            return [f"### {item.spoken_id} {_escaped(item.title)}", *parts, item.tags, item.provenance]
        case Paragraph():
            return [_spoken(item.runs)]
        case Listing():
            return ["\n".join(f"- {_spoken(runs)}" for runs in item.items)]
        case Figure():
            return [item.caption, "\n".join(f"- {label}: {value}" for label, value in item.bars)]
        case Table():
            rows = [item.header, ["---"] * len(item.header), *([cell.text for cell in row] for row in item.rows)]
            return [item.caption, "\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _spoken(runs: tuple[Run, ...]) -> str:
    return "".join(_escaped(run.text) for run in runs)


def _escaped(text: str) -> str:
    return text.replace("*", r"\*").replace("[", r"\[").replace("<", r"\<").replace("|", r"\|")


def _plain(report: Report, target: Path) -> None:
    """Write the same text as the manual of python-docx shows it."""
    from docx import Document

    document = Document()
    document.add_heading(report.cover.title, 0)
    for section in report.sections:
        document.add_heading(section.title, section.level)
        for item in section.items:
            match item:
                case Card():
                    document.add_heading(f"{item.spoken_id} {item.title}", 3)
                    for label, text in item.parts:
                        paragraph = document.add_paragraph()
                        paragraph.add_run(label).bold = True
                        paragraph.add_run(text)
                    document.add_paragraph(item.tags)
                    document.add_paragraph(item.provenance)
                case Table():
                    document.add_paragraph(item.caption, style="Caption")
                    table = document.add_table(rows=1 + len(item.rows), cols=len(item.header))
                    texts = [item.header, *([cell.text for cell in row] for row in item.rows)]
                    for row, words in zip(table.rows, texts, strict=True):
                        for cell, word_ in zip(row.cells, words, strict=True):
                            cell.text = word_
                case Listing():
                    for runs in item.items:
                        document.add_paragraph(_spoken(runs), style="List Bullet")
                case Paragraph():
                    document.add_paragraph(_spoken(item.runs))
                case Figure():
                    for bar, value in item.bars:
                        document.add_paragraph(f"{bar}: {value}", style="List Bullet")
    document.save(str(target))


if __name__ == "__main__":
    main()
