"""The pages of a damaged file, asked one by one for the rows on them: nothing else of the file need be whole.

SQLite reads the rows itself, also those of a protected file: in a private copy a sound first page takes the place
of what is there, with tables in it of which each is told that another page is all of it.
"""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.storage.copies import clear
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.failures import REFUSED
from bouwstenen_app.storage.keys import Key

PAGE: Final = 4096
"""Bytes of a page: no version of the program made a file with another."""
COLUMNS: Final = 48
"""More than any table has."""
READING: Final = "Bladzijden lezen"
_AT_ONCE: Final = 100
"""Pages that get a table of their own at the same time."""
Row = tuple[Any, ...]


class Wreck:
    """A damaged file that is not open; it is only read. Its copy, in a ``folder`` of ours, is thrown away."""

    def __init__(self, damaged: Path, folder: Path, key: Key | None) -> None:
        self._damaged = damaged
        self._copy = folder / "wrak"
        self._first = folder / "eerste-bladzijde"
        self._key = key
        self.unread = 0
        """Pages that the disk did not give."""
        self._pages = 0
        self._spare = 0
        """Pages that the sound first page speaks of beyond those."""

    def pages(self, found: list[list[Row]]) -> Iterator[Progress]:
        """Put the rows of every page that can be read in ``found``, a list for each: first the number of the row.

        A page that only leads to others gives the rows of those: the same row may come more than once.
        """
        try:
            self._make_copy()
            for start in range(2, self._pages + 1, _AT_ONCE):
                yield Progress(start, self._pages, READING)
                pages = range(start, min(start + _AT_ONCE, self._pages + 1))
                self._point_at(pages)
                found += self._read(len(pages))
        finally:
            clear(self._copy)
            clear(self._first)

    def _make_copy(self) -> None:
        with self._damaged.open("rb", buffering=0) as source, self._copy.open("wb") as copy:
            size = os.fstat(source.fileno()).st_size
            self._pages = -(-size // PAGE)
            copy.write(self._first_page())
            for place in range(PAGE, size, PAGE):
                copy.write(self._page(source, place))
            copy.write(bytes(self._spare * PAGE))
        with closing(self._opened("rw")) as connection:
            columns = ", ".join(f"c{place}" for place in range(COLUMNS))
            connection.execute("BEGIN")
            for place in range(_AT_ONCE):
                connection.execute(f"CREATE TABLE plain_{place} ({columns})")
                connection.execute(f"CREATE TABLE keyed_{place} ({columns}, PRIMARY KEY (c0, c1)) WITHOUT ROWID")
            connection.execute("COMMIT")

    def _page(self, source: Any, place: int) -> bytes:
        try:
            source.seek(place)
            data: bytes = source.read(PAGE)
        except OSError:
            self.unread += 1
            data = b""
        return data.ljust(PAGE, b"\0")

    def _first_page(self) -> bytes:
        """Return the first page of a sound file with as many pages, under the same key."""
        with closing(bare(self._first, "rwc", key=self._key)) as connection:
            for pragma in ("journal_mode=OFF", "synchronous=OFF", f"page_size={PAGE}", "auto_vacuum=0"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("CREATE TABLE filler (x)")
            connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (self._pages * PAGE,))
        self._spare = self._first.stat().st_size // PAGE - self._pages
        with self._first.open("rb") as file:
            return file.read(PAGE)

    def _opened(self, mode: str) -> Any:
        connection = bare(self._copy, mode, key=self._key)
        connection.text_factory = _text
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "cell_size_check=ON", "trusted_schema=OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    def _point_at(self, pages: range) -> None:
        with closing(self._opened("rw")) as connection:
            connection.execute("PRAGMA writable_schema=ON")
            connection.execute("BEGIN")
            lines = [(page, f"plain_{place}", f"keyed_{place}") for place, page in enumerate(pages)]
            connection.executemany("UPDATE sqlite_master SET rootpage = ? WHERE name IN (?, ?)", lines)
            connection.execute("COMMIT")

    def _read(self, count: int) -> Iterator[list[Row]]:
        connection = self._opened("ro")
        try:
            for place in range(count):
                for query in (f"SELECT rowid, * FROM plain_{place}", f"SELECT NULL, * FROM keyed_{place}"):
                    rows: list[Row] = []
                    try:
                        rows.extend(connection.execute(query))
                    except REFUSED:  # of another kind, or damaged
                        if not _still_reads(connection):
                            connection.close()
                            connection = self._opened("ro")
                    if rows:
                        yield rows
                        break
        finally:
            connection.close()


def _still_reads(connection: Any) -> bool:
    """Say whether a connection reads on: after one bad page of a protected file it stays in error."""
    try:
        connection.execute("PRAGMA shrink_memory").fetchall()
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone())
    except REFUSED:
        return False


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
