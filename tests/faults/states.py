"""What is in a workspace, so that two moments can be compared: the steps, and every row of every table."""

from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from bouwstenen_app.storage import driver
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.store import Store

_OBJECTS = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'block_search%' ORDER BY name"
_BESIDE = ("local", "audit")
"""The tables with what is remembered of this laptop only, and with the log."""


@dataclass(frozen=True, slots=True)
class State:
    """The steps in a workspace, and digests of what is in it (but the search index) and of what is half typed."""

    steps: frozenset[str]
    content: str
    remembered: str

    def may_become(self, found: "State") -> bool:
        """Say whether ``found`` is this, with at most one step more: the one that was under way."""
        if self.steps == found.steps:
            return self.content == found.content  # half a line may be a newer one
        return self.steps < found.steps and len(found.steps - self.steps) == 1


def state_by(connection: Any) -> State:
    """Return what is in the workspace of a driver connection."""
    steps = frozenset(identity for (identity,) in connection.execute("SELECT id FROM step").fetchall())
    told, remembered = sha256(), sha256()
    for (table,) in connection.execute(_OBJECTS).fetchall():
        rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()
        (remembered if table in _BESIDE else told).update(repr((table, rows)).encode())
    return State(steps, told.hexdigest(), remembered.hexdigest())


def state_of(store: Store) -> State:
    """Return what is in an open workspace."""
    with store._reads.connect() as looking:
        return state_by(looking.connection.driver_connection)


def state_in(path: Path, key: Key | None = None) -> State:
    """Return what is in a workspace that is not open; the driver repairs it first, as the program has it do."""
    with closing(driver.connect(path, key=key)) as connection:
        return state_by(connection)
