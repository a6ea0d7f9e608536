"""R-08: in a whole day nothing asks for a network. It is watched by Python itself, by the kernel, and by strace."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ASKS = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg)\(.*AF_INET")
CONNECTS = """
import socket
for family, address in ((socket.AF_INET, ("192.0.2.1", 80)), (socket.AF_INET6, ("2001:db8::1", 80))):
    with socket.socket(family) as one:
        one.settimeout(0.2)
        try:
            one.connect(address)
        except OSError:
            pass
"""


def _works(*words: str) -> bool:
    if shutil.which(words[0]) is None:
        return False
    return subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0


def _watched(trace: Path) -> list[str]:
    """Return what a command is started with: without any network device, and every call on a network is seen."""
    words: list[str] = []
    if _works("unshare", "-rn"):
        words += ["unshare", "-rn"]
    if _works("strace", "-qq", "-o", os.devnull):
        words += ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(trace)]
    return words


def _seen(trace: Path) -> list[str]:
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines() if trace.exists() else []
    return [line for line in lines if ASKS.search(line)]


def _run(trace: Path, *words: str) -> tuple[str, list[str]]:
    """Run Python code or a module, watched; return what it printed and which calls on a network were seen."""
    done = subprocess.run(
        [*_watched(trace), sys.executable, *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout, _seen(trace)


def test_r08_a_whole_day_asks_for_no_network(tmp_path: Path) -> None:
    folder = tmp_path / "dag"
    folder.mkdir()
    told, seen = _run(tmp_path / "aanroepen", "-m", "tests.stories.offline_day", str(folder))
    day: dict[str, Any] = json.loads(told.splitlines()[-1])

    assert day["asked"] == [], "of Python"
    assert seen == [], "of the kernel, by any library or LibreOffice"
    assert day["loaded"] == [], "and nothing is loaded that could"
    made = {
        "alles.xlsx",
        "logboek.csv",
        "pakket.bouwstenen",
        "papier.docx",
        "rapport.docx",
        "rapport.pdf",
        "rapport.xlsx",
    }
    assert made <= set(day["made"]), "without a network everything works"


def test_r08_the_watch_sees_a_program_that_does_ask(tmp_path: Path) -> None:
    if not _works("strace", "-qq", "-o", os.devnull):
        pytest.skip("no strace on this machine: Python alone is watched")
    _, seen = _run(tmp_path / "aanroepen", "-c", CONNECTS)
    assert len(seen) == 2
