"""R-20: an ordinary user runs it, nothing is unpickled, and what comes along is never written to."""

import ast
import os
import subprocess
import sys
from pathlib import Path

from tests.homes import home_in

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "bouwstenen_app"
UNPICKLES = {"pickle", "shelve", "marshal", "dill", "joblib", "cloudpickle"}


def _imports(file: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_r20_nothing_is_unpickled() -> None:
    assert [file.name for file in SOURCE.rglob("*.py") if _imports(file) & UNPICKLES] == []


def test_r20_everything_that_is_written_is_in_folders_of_the_user(tmp_path: Path) -> None:
    home = home_in(tmp_path / "thuis")
    before = {path: path.stat().st_mtime_ns for path in (ROOT / "resources").rglob("*")}
    command = [sys.executable, "-m", "bouwstenen_app", "voorbeeld", str(tmp_path / "werk.bouwstenen")]
    done = subprocess.run(command, env={**os.environ, **home}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"thuis", "werk.bouwstenen"}
    assert {path: path.stat().st_mtime_ns for path in (ROOT / "resources").rglob("*")} == before
