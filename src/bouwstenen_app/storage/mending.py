"""A search index that is out of step with the texts: told apart from texts that are damaged, and made anew."""

from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import select, text

from bouwstenen_app.domain.versions import Written, fold
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.copies import faults
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.failures import REFUSED
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.schema import SEARCHED
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow
from bouwstenen_app.storage.written import lines_of, vectors

REBUILD: Final = "INSERT INTO block_search(block_search) VALUES ('rebuild')"
_CHUNK: Final = 2_000


def mended(copy: Path, key: Key | None = None) -> bool:
    """Make the search index of a private copy anew, and say whether that was all that was wrong with it.

    It is not when a text is another than the journal tells: then the text is damaged, and the index was right.
    """
    try:
        with closing(bare(copy, "rw", key=key)) as connection:
            connection.execute(REBUILD)
        return not faults(copy, key) and _texts_are_as_told(copy, key)
    except REFUSED:
        return False


def mend(store: Store) -> None:
    """Make the search index of an open workspace anew."""
    store.aside(lambda session: session.execute(text(REBUILD)))


def _texts_are_as_told(copy: Path, key: Key | None) -> bool:
    engine = open_engine(copy, read_only=True, key=key)
    try:
        with engine.connect() as connection:
            seen = vectors(connection)
            ids = connection.execute(select(BlockRow.id)).scalars().all()
            for start in range(0, len(ids), _CHUNK):
                some = ids[start : start + _CHUNK]
                written: dict[str, list[Written]] = {row: [] for row in some}
                for row, line in lines_of(connection, "block", some, seen):
                    written[row].append(line)
                for row, now in journal.current_rows(connection, "block", some, SEARCHED).items():
                    told = {**journal.defaults_of("block"), **fold(written[row]).values}
                    if any(now[name] != told[name] for name in SEARCHED):
                        return False
        return True
    finally:
        engine.dispose()
