"""What is written down of a bug says where it was, and holds no word of a person and no name of a folder."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from bouwstenen_app import crash_reports
from bouwstenen_app.crash_reports import LARGEST, OFTEN, RUNNING, CrashReports, Watch, of_hard_crash

CANARY = "Het gezin Kanarie aan de Merelstraat"
NOON = datetime(2026, 11, 30, 12, 0)


def written(reports: CrashReports, kind: type[Exception] = ValueError) -> str:
    """Let a bug with words of a person in it be written down."""
    secret = CANARY
    try:
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise kind(f"{secret} in /home/jansen/werk.bouwstenen") from error
    except kind as error:
        return reports.write(kind, error, error.__traceback__)


def test_r12_a_report_says_where_it_was_and_no_word_of_a_person(tmp_path: Path) -> None:
    reports = CrashReports(tmp_path, lambda: NOON)
    said = written(reports)
    log = reports.path.read_text(encoding="utf-8")
    assert said in log
    assert log.startswith("2026-11-30 12:00:00  Bouwstenen ")
    assert "ValueError\n" in log
    assert "daarvoor: KeyError" in log
    assert "test_crash_reports.py:" in log
    for word in (*CANARY.split(), "jansen", str(Path.home()), str(Path(__file__).parent)):
        assert word not in log or len(word) < 4


def test_a_place_in_the_program_or_in_a_package_is_named_within_it(tmp_path: Path) -> None:
    assert of_hard_crash(
        "Fatal Python error: Segmentation fault\n\nCurrent thread 0x00007f (most recent call first):\n"
        '  File "/home/jansen/bouwstenen_app/lib/site-packages/sqlalchemy/engine/base.py", line 7 in run\n'
        '  File "C:\\Users\\jansen\\Bouwstenen\\bouwstenen_app\\ui\\desk.py", line 12 in do\n'
        '  File "/home/jansen/los.py", line 3 in <module>\n'
        "Extension modules: shiboken6.Shiboken, PySide6.QtCore (total: 2)\nHet gezin Kanarie\n"
    ) == (
        "Fatal Python error: Segmentation fault\nCurrent thread 0x00007f (most recent call first):\n"
        "  sqlalchemy/engine/base.py:7 run\n  bouwstenen_app/ui/desk.py:12 do\n  los.py:3 <module>\n"
    )


def test_a_bug_that_comes_again_and_again_does_not_fill_the_disk(tmp_path: Path) -> None:
    reports = CrashReports(tmp_path, lambda: NOON)
    for _ in range(OFTEN + 20):
        written(reports)
    assert reports.path.read_text(encoding="utf-8").count("\nValueError") == OFTEN


def test_of_a_long_log_the_newest_reports_stay(tmp_path: Path) -> None:
    reports = CrashReports(tmp_path, lambda: NOON)
    reports.path.write_text("oud\n\n" * (LARGEST // 4), encoding="utf-8")
    written(reports)
    assert reports.path.stat().st_size < LARGEST
    assert "KeyError" in reports.path.read_text(encoding="utf-8")


def test_a_folder_that_takes_no_file_changes_nothing(tmp_path: Path) -> None:
    nowhere = tmp_path / "bestand"
    nowhere.touch()
    assert "ValueError" in written(CrashReports(nowhere))
    watch = Watch(nowhere, "1")
    assert watch.hold() == []
    watch.end()


CRASHES = """
import os, signal, sys, time
from pathlib import Path
from bouwstenen_app.crash_reports import Watch
watch = Watch(Path(sys.argv[1]), sys.argv[2])
print("eerder:", watch.hold(), flush=True)
how = sys.argv[3]
words = "Het gezin Kanarie"
if how == "segv":
    os.kill(os.getpid(), signal.SIGSEGV)
elif how == "wait":
    input()
watch.end()
"""


def run(folder: Path, name: str, how: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", CRASHES, str(folder), name, how]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


@pytest.mark.skipif(os.name == "nt", reason="a signal of POSIX")
def test_after_a_hard_crash_the_next_start_knows_where_it_was(tmp_path: Path) -> None:
    program = run(tmp_path, "1", "segv")
    program.communicate()
    assert program.returncode == -signal.SIGSEGV

    watch = Watch(tmp_path, "2")
    try:
        (end,) = watch.hold()
    finally:
        watch.end()
    assert end.startswith("Fatal Python error: Segmentation fault")
    assert "Kanarie" not in end
    assert str(tmp_path) not in end
    assert list((tmp_path / RUNNING).iterdir()) == []


def test_a_program_that_was_killed_is_known_and_one_that_runs_is_left_alone(tmp_path: Path) -> None:
    alive = run(tmp_path, "alive", "wait")
    assert alive.stdout is not None
    assert alive.stdout.readline() == "eerder: []\n"
    killed = run(tmp_path, "killed", "wait")
    assert killed.stdout is not None
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    before = time.time() - crash_reports.STARTING - 1
    os.utime(tmp_path / RUNNING / "killed.txt", (before, before))

    out, _ = run(tmp_path, "next", "end").communicate()
    assert out == "eerder: ['']\n"
    alive.communicate("\n")
    assert list((tmp_path / RUNNING).iterdir()) == []
