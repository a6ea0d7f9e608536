"""The outline of a workspace file of any version, or of one that is open: read with a few plain questions."""

from collections.abc import Callable, Iterable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain.outlines import Outline
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.failures import said_in_dutch
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.schema import SEARCHED

Ask = Callable[[str], Iterable[Any]]
_TEXTS: Final = {"block": SEARCHED, "bundle": ("title", "explanation", "why", "example", "next_step", "note")}


def outline_of(file: Path, key: Key | None = None) -> Outline:
    """Return the outline of a file that is not open, which is only read; Problem when it cannot be."""
    with said_in_dutch(), closing(bare(file, "ro", key=key)) as connection:
        return _outline(connection.execute)


def outline(session: Session) -> Outline:
    """Return the outline of the workspace that is open."""
    return _outline(session.connection().exec_driver_sql)


def _outline(ask: Ask) -> Outline:
    return Outline(
        blocks=_digests(ask, "block"),
        sessions={one: title for one, title in ask("SELECT id, title FROM workshop WHERE NOT removed")},
        bundles=_digests(ask, "bundle"),
        photos=frozenset(_ids(ask, "photo")),
    )


def _ids(ask: Ask, table: str) -> Iterable[str]:
    """Return the ids of a table; none when an older file has no such table."""
    there = [*ask(f"PRAGMA table_info({table})")]
    return (one for (one,) in ask(f"SELECT id FROM {table} WHERE NOT removed")) if there else ()


def _digests(ask: Ask, table: str) -> dict[str, bytes]:
    """Return a digest of the texts of every row; a column that an older file has not is empty."""
    there = {line[1] for line in ask(f"PRAGMA table_info({table})")}
    texts = " || char(31) || ".join(f'"{name}"' if name in there else "''" for name in _TEXTS[table])
    lines = ask(f"SELECT id, {texts} FROM {table} WHERE NOT removed") if there else ()
    return {one: blake2b(text.encode("utf-8", "replace"), digest_size=12).digest() for one, text in lines}
