import json
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlcipher3 import dbapi2

from bouwstenen_app.storage import engine
from bouwstenen_app.storage.driver import APPLICATION_ID, connect, uri
from bouwstenen_app.storage.engine import dumps, loads, open_engine
from bouwstenen_app.storage.schema import VERSION
from bouwstenen_app.storage.store import Store

WRITING = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
}


def _pragma(connection: Connection, name: str) -> Any:
    cursor = connection.connection.cursor()  # of the driver itself, so that no transaction begins
    row = cursor.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else 0  # without memory mapping in the build, the answer is empty


def test_the_driver_is_new_enough_for_every_workspace() -> None:
    assert tuple(map(int, dbapi2.sqlite_version.split("."))) >= (3, 53)


def test_every_connection_that_writes_has_every_pragma(empty_store: Store) -> None:
    opened = open_engine(empty_store.path)
    with opened.connect() as one, opened.connect() as other:
        for connection in (one, other):
            assert {name: _pragma(connection, name) for name in WRITING} == WRITING
    opened.dispose()


def test_a_connection_that_reads_has_the_pragmas_that_matter_to_it(empty_store: Store) -> None:
    reading = {name: value for name, value in WRITING.items() if name not in ("journal_mode", "synchronous")}
    opened = open_engine(empty_store.path, read_only=True)
    with opened.connect() as connection:
        assert {name: _pragma(connection, name) for name in reading} == reading
        with pytest.raises(Exception, match="readonly"):
            connection.execute(text("UPDATE workshop SET title = 'x'"))
    opened.dispose()


def test_the_header_says_whose_file_it_is_and_which_version(empty_store: Store) -> None:
    opened = open_engine(empty_store.path)
    with opened.connect() as connection:
        assert _pragma(connection, "application_id") == APPLICATION_ID == int.from_bytes(b"BwSt", "big")
        assert _pragma(connection, "user_version") == VERSION
    opened.dispose()


def test_a_failed_transaction_leaves_no_half_schema(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "proef.db", new=True)

    def half() -> None:
        with opened.begin() as connection:
            connection.execute(text("CREATE TABLE half (id)"))
            connection.exec_driver_sql("PRAGMA user_version=7")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    with opened.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
        assert _pragma(connection, "user_version") == 0
    opened.dispose()


def test_a_savepoint_rolls_back(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "proef.db", new=True)
    with opened.begin() as connection:
        connection.execute(text("CREATE TABLE kept (id)"))
        inner = connection.begin_nested()
        connection.execute(text("INSERT INTO kept VALUES (1)"))
        inner.rollback()
        assert connection.execute(text("SELECT count(*) FROM kept")).scalar() == 0
    opened.dispose()


def test_a_reader_does_not_keep_a_writer_at_the_door(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "proef.db", new=True)
    with opened.begin() as connection:
        connection.execute(text("CREATE TABLE row (id)"))
    with engine.reading(opened).connect() as reader:
        reader.execute(text("SELECT 1"))  # a transaction is open, but nothing is read from the file
        with opened.begin() as writer:
            writer.execute(text("INSERT INTO row VALUES (1)"))
        assert reader.execute(text("SELECT count(*) FROM row")).scalar() == 1
    opened.dispose()


def test_a_writer_waits_for_another_writer(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "proef.db", new=True)
    with opened.begin() as connection:
        connection.execute(text("CREATE TABLE row (id)"))
    written = threading.Event()

    def write() -> None:
        with opened.begin() as second:
            second.execute(text("INSERT INTO row VALUES (2)"))
        written.set()

    with opened.begin() as first:
        first.execute(text("INSERT INTO row VALUES (1)"))
        other = threading.Thread(target=write)
        other.start()
        assert not written.wait(0.05)
    other.join()
    with opened.connect() as connection:
        assert connection.execute(text("SELECT group_concat(id) FROM row")).scalar() == "1,2"
    opened.dispose()


def test_only_a_new_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(dbapi2.Error, match="unable to open"):
        connect(tmp_path / "weg.bouwstenen")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["met spatie.db", "é ö 🧱.db", "100% zeker?.db", "a#b&c=d.db"])
def test_any_name_opens_the_file_of_that_name(tmp_path: Path, name: str) -> None:
    connection = connect(tmp_path / name, new=True)
    connection.execute("CREATE TABLE t (id)")
    connection.close()

    assert (tmp_path / name).stat().st_size > 0


def test_a_file_on_a_server_is_asked_for_by_its_path() -> None:
    class OnAServer:
        def absolute(self) -> "OnAServer":
            return self

        def as_uri(self) -> str:
            return "file://server/share/werk.bouwstenen"

    assert uri(OnAServer(), "rw") == "file:////server/share/werk.bouwstenen?mode=rw"  # type: ignore[arg-type]


def test_json_keeps_letters_as_letters_and_is_compact() -> None:
    assert dumps({"titel": "één", "lijst": [1, None]}) == '{"titel":"één","lijst":[1,null]}'
    assert json.loads(dumps(["🧱"])) == loads('["🧱"]') == ["🧱"]


def test_json_that_cannot_be_read_is_a_damaged_file() -> None:
    with pytest.raises(dbapi2.DatabaseError, match="malformed"):
        loads("{half")
