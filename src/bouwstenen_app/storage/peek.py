"""A glance into a workspace file before SQLAlchemy is there: what this laptop remembered, and the last step."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from bouwstenen_app.storage.driver import APPLICATION_ID, connect

FIRST_LOOK: Final = "eerste blik"
"""The key under which the first look is remembered."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What stands in the file for this laptop: the first look as text, the last step, and the half-typed texts."""

    first_look: str
    step: str
    remembered: dict[str, str]


def glance(path: Path) -> Glance | None:
    """Return what was remembered, None when that cannot be had in a moment: nothing is repaired or waited for."""
    try:
        with closing(connect(path, read_only=True)) as connection:
            connection.execute("PRAGMA busy_timeout=0")
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            remembered = dict(connection.execute("SELECT key, value FROM local").fetchall())
            step = connection.execute("SELECT max(id) FROM step").fetchone()[0]
    except (dbapi2.Error, OSError, ValueError, MemoryError):
        return None
    look = remembered.pop(FIRST_LOOK, "")
    return Glance(look, step or "", remembered) if look else None
