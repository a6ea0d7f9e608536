"""What the tests of the storage share: a small workspace, its rows, and programs that run beside the test."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.identity import derived
from bouwstenen_app.services import preparing
from bouwstenen_app.storage.around import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED

Rows = dict[str, dict[str, dict[str, Any]]]
"""Table → row id → column → value, without what means something in this file only."""
HOLDER = """
import sys
from datetime import datetime
from pathlib import Path
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.storage.opening import Surroundings, open_store

path, data = map(Path, sys.argv[1:3])
store = open_store(path, Surroundings(data, "ab" * 16, identities(), datetime.now))
print("open", store.read_only, flush=True)
input()
"""


@pytest.fixture
def store(empty_store: Store) -> Store:
    """A workspace with one session and nothing in it."""
    empty_store.do("Sessie gemaakt", preparing.create_workshop, title="Proef", region="Rivierenhoek")
    return empty_store


@pytest.fixture
def workshop(store: Store) -> str:
    return store.read(preparing.workshops)[0].id


@pytest.fixture(scope="session")
def rows_of() -> Callable[[Store], Rows]:
    """Everything that stands in the journaled tables of a workspace."""

    def rows(session: Session) -> Rows:
        found: Rows = {}
        for table, row_class in JOURNALED.items():
            lines = session.execute(select(*row_class.__table__.c)).mappings()
            found[table] = {line["id"]: {k: v for k, v in line.items() if k not in ("id", "row")} for line in lines}
        return found

    return lambda store: store.read(rows)


@pytest.fixture
def beside(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start Python code as a program of its own; it is stopped at the end of the test."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: object) -> subprocess.Popen[str]:
        script = tmp_path / f"programma-{len(started)}.py"
        script.write_text(code, encoding="utf-8")
        program = subprocess.Popen(
            [sys.executable, str(script), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        started.append(program)
        return program

    yield start
    for program in started:
        program.kill()
        program.communicate()


@pytest.fixture
def open_beside(beside: Callable[..., subprocess.Popen[str]]) -> Callable[..., subprocess.Popen[str]]:
    """Open a workspace in a program of its own, which has it open until it is stopped."""

    def start(path: Path, around: Surroundings, *, read_only: bool) -> subprocess.Popen[str]:
        program = beside(HOLDER, path, around.data)
        assert program.stdout is not None
        assert program.stdout.readline().strip() == f"open {read_only}"
        return program

    return start


@pytest.fixture(scope="session")
def no_id() -> str:
    return derived("niets")
