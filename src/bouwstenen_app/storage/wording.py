"""Where words stand in a workspace: in rows, in what they said before, in sentences of steps, on this laptop."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from re import Pattern
from typing import Any, Final

from sqlalchemy import Connection

from bouwstenen_app.domain.changes import Fields
from bouwstenen_app.domain.erasing import MARK, TEXTS, copy_patterns, replaced
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.overwriting import Row, overwrite
from bouwstenen_app.storage.session import Work

SHORT: Final = 4
"""A text of fewer characters says nothing by itself: what is kept on this laptop is not searched for it."""
Found = Mapping[Row, Fields]
"""The rows in which words stand, now or before, each with the fields that have to change now."""


def standing(connection: Connection, patterns: Sequence[Pattern[str]], by: str) -> Found:
    """Return the rows in which patterns are found, with the texts that take the place of what stands there now."""
    found: dict[Row, Fields] = {row: {} for row in _before(connection, patterns)}
    return found | dict(_now(connection, patterns, by))


def sentences(connection: Connection, patterns: Sequence[Pattern[str]], by: str) -> dict[str, str]:
    """Return the steps whose sentence has the words, each with the sentence without them."""
    lines = connection.exec_driver_sql("SELECT id, label FROM step").all()
    return {step: new for step, label in lines if (new := _all(label, patterns, by)) != label}


def kept_here(connection: Connection, patterns: Sequence[Pattern[str]], by: str) -> dict[str, str]:
    """Return what is kept on this laptop only that has the words, under its key, without them."""
    lines = connection.exec_driver_sql("SELECT key, value FROM local").all()
    return {key: new for key, value in lines if (new := _kept(value, patterns, by)) != value}


def stands(connection: Connection, patterns: Sequence[Pattern[str]]) -> bool:
    """Say whether patterns are found anywhere in a file, of an older version too: the journal has every row."""
    beside = sentences(connection, patterns, MARK) or kept_here(connection, patterns, MARK)
    return bool(beside) or next(_before(connection, patterns), None) is not None


def rewrite_beside(connection: Connection, patterns: Sequence[Pattern[str]], by: str) -> int:
    """Take the words out of the sentences of steps and of what is kept on this laptop; return of how many."""
    steps = [(new, step) for step, new in sentences(connection, patterns, by).items()]
    local = [(new, key) for key, new in kept_here(connection, patterns, by).items()]
    if steps:
        connection.exec_driver_sql("UPDATE step SET label = ? WHERE id = ?", steps)
    if local:
        connection.exec_driver_sql("UPDATE local SET value = ? WHERE key = ?", local)
    return len(steps) + len(local)


def overwrite_copies(session: Work, texts: Sequence[str]) -> int:
    """Take texts out where they were taken over from what is erased; return in how many rows they stood."""
    found = standing(session.sql, copy_patterns(texts), MARK)
    if found:
        overwrite(session, found)
    return len(found)


def forget_copies(connection: Connection, texts: Iterable[str]) -> None:
    """Take texts that are erased out of what is kept on this laptop only."""
    wanted = [text for text in texts if len(text) >= SHORT]
    escaped = {json.dumps(text, ensure_ascii=plain)[1:-1] for text in wanted for plain in (True, False)}
    longest = sorted({*wanted, *escaped}, key=len, reverse=True)
    for key, value in connection.exec_driver_sql("SELECT key, value FROM local").all():
        new = value
        for text in longest:
            new = new.replace(text, MARK)
        if new != value:
            connection.exec_driver_sql("UPDATE local SET value = ? WHERE key = ?", (new, key))


def _now(connection: Connection, patterns: Sequence[Pattern[str]], by: str) -> Iterator[tuple[Row, Fields]]:
    for table, names in TEXTS.items():
        columns = journal.table_named(table).c
        lines = connection.execute(
            columns.id.table.select().with_only_columns(columns.id, *map(columns.get, names))
        )
        for line in lines.mappings():
            changed = {name: new for name in names if (new := _all(line[name], patterns, by)) != line[name]}
            if changed:
                yield (table, line["id"]), changed


def _before(connection: Connection, patterns: Sequence[Pattern[str]]) -> Iterator[Row]:
    lines = connection.exec_driver_sql("SELECT table_name, row_id, before, after FROM change")
    seen: set[Row] = set()
    for table, row, *said in lines:
        if (table, row) not in seen and any(_has(table, fields, patterns) for fields in said if fields):
            seen.add((table, row))
            yield table, row


def _has(table: str, fields: str, patterns: Sequence[Pattern[str]]) -> bool:
    values = json.loads(fields)
    return any(_all(values[name], patterns, "") != values[name] for name in TEXTS.get(table, ()) if name in values)


def _kept(value: str, patterns: Sequence[Pattern[str]], by: str) -> str:
    """Return what is kept without the words; in JSON they are looked for as they read, not as they are written."""
    said: Any = None
    if value[:1] in ("{", "["):
        with suppress(ValueError, RecursionError):  # a half-typed text may begin so
            said = json.loads(value)
    if not isinstance(said, dict | list):
        return str(_all(value, patterns, by))
    new = _all(said, patterns, by)
    return value if new == said else json.dumps(new, ensure_ascii=False)


def _all(value: Any, patterns: Sequence[Pattern[str]], by: str) -> Any:
    for pattern in patterns:
        value = replaced(value, pattern, by)
    return value


def tables(found: Iterable[Row]) -> Counter[str]:
    """Return in how many rows of each table something was found."""
    return Counter(table for table, _ in found)
