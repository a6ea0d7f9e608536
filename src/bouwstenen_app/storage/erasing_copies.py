"""Erasing in a copy that is not open, such as a backup: what was erased in the workspace goes from it as well."""

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from re import Pattern
from typing import Any, Final

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.changes import Fields
from bouwstenen_app.domain.erasing import MARK, TEXTS, copy_patterns, replaced
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import erasing, journal, reindexing, schema, updating, wording
from bouwstenen_app.storage.copies import clear, copy_database, faults, put_in_place
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.engine import dumps, open_engine, reading
from bouwstenen_app.storage.failures import file_problem, said_in_dutch
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.migrate import migrate_file
from bouwstenen_app.storage.overwriting import PENDING, Row
from bouwstenen_app.storage.securing import overwritten
from bouwstenen_app.storage.tables import LocalRow
from bouwstenen_app.storage.trust_tables import ErasureRow

_NOTES: Final = "SELECT id, times, whole FROM erasure"
_SET: Final = "UPDATE change SET before = ?, after = ? WHERE step_id = ? AND position = ?"


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased in a workspace until now, without a word of it."""

    notes: tuple[Mapping[str, Any], ...]
    """The rows of ``erasure``."""
    texts: Mapping[Row, Fields]
    """What the rows say now of which earlier versions were erased."""

    @property
    def known(self) -> set[tuple[Any, ...]]:
        """What tells whether a copy had it all: ids, times, whole or not."""
        return {(note["id"], note["times"], bool(note["whole"])) for note in self.notes}


def erased(session: Session) -> Erased:
    """Return what was erased in a workspace until now."""
    notes = tuple(dict(line) for line in session.execute(select(*ErasureRow.__table__.c)).mappings())
    texts: dict[Row, Fields] = {}
    for table, names in TEXTS.items():
        rows = [note["row_id"] for note in notes if note["table_name"] == table and not note["whole"]]
        for row, fields in journal.current_rows(session.connection(), table, rows, names).items():
            texts[table, row] = {name: fields[name] for name in names}
    return Erased(notes, texts)


def clean(path: Path, key: Key | None, what: Erased, patterns: Sequence[Pattern[str]] = (), by: str = MARK) -> bool:
    """Erase in a copy that is not open, all or nothing; say whether there was anything to do.

    ``patterns`` are words that go wherever they stand. Problem when the copy cannot be read or written.
    """
    try:
        version = examine(path, key=key)
        if not patterns and version == schema.VERSION and what.known <= _known(path, key):
            return False
        part = path.with_name(path.name + ".part")
        try:
            with said_in_dutch(), closing(bare(path, "ro", key=key)) as source:
                copy_database(source, part, key)
            if version < schema.VERSION:
                migrate_file(part, version, key)
            with said_in_dutch():
                _erase(part, key, what, patterns, by)
            if faults(part, key):
                raise Problem("{name} is niet gaaf; er is niets in gewist.", name=path.name)
            with overwritten(path, plain=key is None):
                put_in_place(part, path)
        finally:
            clear(part)
    except OSError as error:
        raise file_problem(error, path) from error
    return True


def holds(path: Path, key: Key | None, patterns: Sequence[Pattern[str]]) -> bool:
    """Say whether words stand in a copy that is not open; Problem when it cannot be read."""
    examine(path, key=key)
    engine = open_engine(path, read_only=True, key=key)
    try:
        with said_in_dutch(), reading(engine).connect() as connection, connection.begin():
            return wording.stands(connection, patterns)
    finally:
        engine.dispose()


def _known(path: Path, key: Key | None) -> set[tuple[Any, ...]]:
    with said_in_dutch(), closing(bare(path, "ro", key=key)) as connection:
        return {(one, times, bool(whole)) for one, times, whole in connection.execute(_NOTES)}


def _erase(path: Path, key: Key | None, what: Erased, patterns: Sequence[Pattern[str]], by: str) -> None:
    engine = open_engine(path, key=key)
    try:
        with engine.connect() as connection, connection.begin():
            _note(connection, what)
            _as_now(connection, what.texts)
            merge = Merge(connection, 0)
            for _ in merge.fold():
                pass
            _rewrite(connection, copy_patterns(merge.eraser.texts), MARK)
            _rewrite(connection, patterns, by)
        with engine.connect() as connection:
            cursor = connection.connection.cursor()
            cursor.execute("VACUUM").fetchall()
            cursor.execute("PRAGMA journal_mode=DELETE").fetchall()
    finally:
        engine.dispose()


def _note(connection: Connection, what: Erased) -> None:
    """Write the tombstones down, without a step: a copy that is put back lets nothing come in again."""
    table = journal.table_named(ErasureRow.__tablename__)
    if what.notes:
        connection.execute(table.insert().prefix_with("OR REPLACE"), [dict(note) for note in what.notes])
    connection.execute(LocalRow.__table__.insert().prefix_with("OR REPLACE").values(key=PENDING, value="ja"))  # type: ignore[attr-defined]


def _as_now(connection: Connection, texts: Mapping[Row, Fields]) -> None:
    """Let rows say what they say now, and have said nothing else."""
    with reindexing.made_anew(connection, sum(table == "block" for table, _ in texts)):
        _say(connection, texts)


def _say(connection: Connection, texts: Mapping[Row, Fields]) -> None:
    for (table, row), said in texts.items():
        updating.update_rows(connection, journal.table_named(table), tuple(sorted(said)), [(row, said)])
        query = "SELECT before, after, step_id, position FROM change WHERE row_id = ? AND table_name = ?"
        lines = [
            (_with(before, said), _with(after, said), step, position)
            for before, after, step, position in connection.exec_driver_sql(query, (row, table))
        ]
        if lines:
            connection.exec_driver_sql(_SET, lines)
            erasing.cut_sentences(connection, [step for _, _, step, _ in lines])


def _with(fields: str | None, said: Fields) -> str | None:
    if fields is None:
        return None
    return dumps({name: said.get(name, value) for name, value in json.loads(fields).items()})


def _rewrite(connection: Connection, patterns: Sequence[Pattern[str]], by: str) -> None:
    """Replace words in rows, in every line of the journal, and in what stands beside them."""
    if not patterns:
        return
    found = wording.standing(connection, patterns, by)
    with reindexing.made_anew(connection, sum(table == "block" for table, _ in found)):
        for (table, row), fields in found.items():
            if fields:
                updating.update_rows(connection, journal.table_named(table), tuple(sorted(fields)), [(row, fields)])
    query = "SELECT table_name, before, after, step_id, position FROM change"
    lines = []
    for table, before, after, step, position in connection.exec_driver_sql(query).all():
        new = _replaced(table, before, patterns, by), _replaced(table, after, patterns, by)
        if new != (before, after):
            lines.append((*new, step, position))
    if lines:
        connection.exec_driver_sql(_SET, lines)
    wording.rewrite_beside(connection, patterns, by)


def _replaced(table: str, fields: str | None, patterns: Sequence[Pattern[str]], by: str) -> str | None:
    if fields is None:
        return None
    values = json.loads(fields)
    new = dict(values)
    for name in values.keys() & {*TEXTS.get(table, ())}:
        for pattern in patterns:
            new[name] = replaced(new[name], pattern, by)
    return fields if new == values else dumps(new)
