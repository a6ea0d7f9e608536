"""The library of a team: one journal on PostgreSQL to which many laptops publish, and from which they fetch.

It is the same journal and the same fold as in a file. Only this module opens a connection to another computer, and
only when somebody asked for it; its driver is an optional extra.
"""

from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.storage import library_erasing, library_held, library_lines, library_names
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.store import Store

DRIVER: Final = "psycopg"
"""The optional extra that speaks to the server."""
SCHEMA: Final = "bouwstenen"
CHUNK: Final = 2_000
PUBLISHING, FETCHING = "Publiceren", "Ophalen"
_LOCK: Final = 0x42775374
"""One publisher at a time; the others wait at the door."""
_WAIT: Final = 10
"""Seconds in which a server has to answer."""

_STAGE: Final = """
SET LOCAL work_mem = '256MB';
SET LOCAL jit = off;
SET LOCAL max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE fresh (id text COLLATE "C") ON COMMIT DROP;
CREATE TEMP TABLE repeated (table_name text, row_id text COLLATE "C") ON COMMIT DROP;
CREATE TEMP TABLE new_seen (LIKE seen) ON COMMIT DROP;
CREATE TEMP TABLE new_picture (LIKE picture) ON COMMIT DROP;
"""
"""A step and its lines are new, and go where they belong at once; the others can be there already."""
_TAKE_IN: Final = """
INSERT INTO seen SELECT * FROM new_seen ON CONFLICT DO NOTHING;
INSERT INTO picture SELECT * FROM new_picture ON CONFLICT DO NOTHING;
"""


class Library:
    """An address of a library, and the way in. Nothing is connected until something is asked."""

    def __init__(self, address: str, password: str = "") -> None:
        self.name = "de bibliotheek"
        self._engine = _engine(address, password)

    def make(
        self, *, reading: Collection[str] = (), contributing: Collection[str] = (), version: str = "head"
    ) -> None:
        """Make the library in the database, or bring it up to date; give roles that exist their rights."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "library_migrations"))
        with _told(), self._engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            config.attributes["connection"] = connection
            command.upgrade(config, version)
            quoted = connection.dialect.identifier_preparer.quote
            for role in (*reading, *contributing):
                connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {SCHEMA} TO {quoted(role)}")
                connection.exec_driver_sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO {quoted(role)}")
            for role in contributing:
                tables = ", ".join(f"{SCHEMA}.{name}" for name in ("step", "seen", "change", "picture"))
                connection.exec_driver_sql(f"GRANT INSERT ON {tables} TO {quoted(role)}")
                kept = ", ".join(f"{SCHEMA}.{name}" for name in ("held", "plain", "named"))
                connection.exec_driver_sql(f"GRANT INSERT, UPDATE ON {kept} TO {quoted(role)}")
                connection.exec_driver_sql(f"GRANT UPDATE ON {SCHEMA}.step, {SCHEMA}.change TO {quoted(role)}")
                erased = ", ".join(f"{SCHEMA}.{name}" for name in ("change", "picture", "held", "named"))
                connection.exec_driver_sql(f"GRANT DELETE ON {erased} TO {quoted(role)}")

    def publish(self, store: Store) -> Generator[Progress, None, int]:
        """Bring the steps that the library lacks; return how many. All of it is there at the end, or nothing."""
        with _told(), self._engine.begin() as connection:
            driver: Any = connection.connection.driver_connection
            with driver.cursor() as cursor:
                _refuse_without_library(cursor)
                _refuse_older(cursor)
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                known = {identity for (identity,) in cursor.execute("SELECT id FROM step")}
                fresh = [one for one in store.read(library_lines.step_ids) if one not in known]
                if not fresh:
                    return 0
                cursor.execute(_STAGE)
                yield from _sent(cursor, store, fresh)
                cursor.execute(_TAKE_IN)
                yield Progress(1, 1, PUBLISHING)
                library_erasing.erase(cursor)
                if not known:
                    _copy(cursor, "repeated", store.read(library_lines.repeated))
                library_held.hold(cursor, first=not known)
                library_names.name(cursor)
        return len(fresh)

    @contextmanager
    def opened(self, known: Collection[str]) -> Iterator["Shelf"]:
        """Give the steps that are not known, as a source for a merge."""
        with _told(), self._engine.begin() as connection:
            driver: Any = connection.connection.driver_connection
            with driver.cursor() as cursor:
                _refuse_without_library(cursor)
            yield Shelf(driver, known)


class Shelf:
    """What the library has that is not here, as a source for a merge."""

    def __init__(self, driver: Any, known: Collection[str]) -> None:
        self.name = "de bibliotheek"
        self._driver = driver
        with driver.cursor() as cursor:
            found = (identity for (identity,) in cursor.execute("SELECT id FROM step"))
            self._fresh = [identity for identity in found if identity not in known]
            cursor.execute('CREATE TEMP TABLE wanted (id text COLLATE "C") ON COMMIT DROP')
            _copy(cursor, "wanted", ((identity,) for identity in self._fresh))

    def steps(self) -> Iterator[Line]:
        """Yield the steps."""
        return self._rows(
            'SELECT s.id, laptop, number, stamp, at, label, kind, "of", seen FROM step s JOIN wanted USING (id)'
        )

    def seen(self) -> Iterator[Line]:
        """Yield what their writers had seen."""
        query = "SELECT id, vector::text FROM seen WHERE id IN (SELECT seen FROM step JOIN wanted USING (id))"
        return self._rows(query)

    def changes(self) -> Iterator[Line]:
        """Yield their lines."""
        return self._rows(
            "SELECT step_id, position, table_name, row_id, before::text, after::text FROM change "
            "JOIN wanted ON wanted.id = step_id"
        )

    def pictures(self) -> Iterator[Line]:
        """Yield the pictures, when there is anything new."""
        return self._rows("SELECT id, format, data FROM picture") if self._fresh else iter(())

    def _rows(self, query: str) -> Iterator[Line]:
        with self._driver.cursor(name="shelf") as cursor:  # the server keeps the rows; memory here stays flat
            cursor.itersize = CHUNK
            cursor.execute(query)
            yield from cursor


def _engine(address: str, password: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise _wrong_address() from error
    if url.get_backend_name() not in ("postgresql", "postgres") or not url.database:
        raise _wrong_address()
    if url.password:
        raise Problem("Zet het wachtwoord niet in het adres: dat blijft overal staan. Geef het apart op.")
    try:
        return create_engine(
            url.set(drivername=f"postgresql+{DRIVER}", password=password or None),
            poolclass=NullPool,
            connect_args={"connect_timeout": _WAIT, "options": f"-c search_path={SCHEMA}"},
        )
    except ModuleNotFoundError as error:
        raise Problem(
            "Voor een bibliotheek van het team hoort er een onderdeel bij. Installeer bouwstenen[bibliotheek] of "
            "vraag je beheerder erom."
        ) from error


def _wrong_address() -> Problem:
    return Problem("Dit is geen adres van een bibliotheek. Schrijf het als postgresql://naam@server/database.")


def _refuse_without_library(cursor: Any) -> None:
    (there,) = cursor.execute("SELECT to_regclass('step') IS NOT NULL").fetchone()
    if not there:
        raise Problem("In deze database staat nog geen bibliotheek. Maak haar eerst, of controleer het adres.")


def _refuse_older(cursor: Any) -> None:
    (there,) = cursor.execute("SELECT to_regclass('ix_change_erased') IS NOT NULL").fetchone()
    if not there:
        raise Problem(
            "Deze bibliotheek is van een eerdere versie. Vraag de beheerder haar bij te werken: dat doet "
            "“bouwstenen bibliotheek maak”."
        )


@contextmanager
def _told() -> Iterator[None]:
    """Say in Dutch what the server refuses; a mistake of ours passes as it is."""
    try:
        yield
    except DBAPIError as error:
        if (problem := _problem(error.orig)) is None:
            raise
        raise problem from error
    except Exception as error:
        if (problem := _problem(error)) is None:
            raise
        raise problem from error


def _problem(error: BaseException | None) -> Problem | None:
    state = getattr(error, "sqlstate", None) or ""
    kind = type(error).__name__
    if state == "42501":
        return Problem("Je mag in deze bibliotheek alleen lezen. Vraag de beheerder om te mogen bijdragen.")
    if state.startswith("28"):
        return Problem(
            "De bibliotheek kent deze naam en dit wachtwoord niet. Controleer ze en probeer het opnieuw."
        )
    if state.startswith(("53", "57", "08")) or kind == "OperationalError":
        return Problem(
            "De bibliotheek is niet te bereiken, of de verbinding viel weg. Er is niets half gedaan; probeer het "
            "straks opnieuw."
        )
    return None


def _sent(cursor: Any, store: Store, fresh: Sequence[str]) -> Iterator[Progress]:
    _copy(cursor, "fresh", ((step,) for step in fresh))
    for table, rows in library_lines.rows_of(store, fresh):
        _copy(cursor, table, rows)
    turns = store.read(library_lines.turns, fresh)
    for done, text in enumerate(_read_ahead(store, turns)):
        yield Progress(done, len(turns), PUBLISHING)
        with cursor.copy("COPY change FROM STDIN") as copy:
            copy.write(text)


def _read_ahead(store: Store, turns: Sequence[library_lines.Turn]) -> Iterator[bytes]:
    """Yield the lines of turns; the next are read while the server takes in these."""
    with ThreadPoolExecutor(1) as reader:
        ready: Future[bytes] | None = None
        for turn in (*turns, None):
            coming = None if turn is None else reader.submit(store.read, library_lines.changes_of, turn)
            if ready is not None:
                yield ready.result()
            ready = coming


def _copy(cursor: Any, table: str, rows: Iterable[Line]) -> None:
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
