"""Earlier versions that were erased: the words in lines of the journal that the erasing step had seen.

That step wrote all words of the row itself, so what the row says does not change; who wrote beside it, not knowing,
has a version of their own. It follows from the lines alone, so every laptop ends with the same ones.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from bouwstenen_app.domain.erasing import TEXTS
from bouwstenen_app.domain.versions import Seen, Written
from bouwstenen_app.storage import updating
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.tables import ChangeRow
from bouwstenen_app.storage.trust_tables import ErasureRow
from bouwstenen_app.storage.written import lines_of

_WRITE = "UPDATE change SET before = ?, after = ? WHERE step_id = ? AND position = ?"


class Blanked(NamedTuple):
    """What was made of some lines: the rows they are about, and the steps they are of."""

    rows: frozenset[tuple[str, str]]
    steps: frozenset[str]


def blank(connection: Connection, rows: Iterable[str], seen: Mapping[str | None, Seen]) -> Blanked:
    """Take the words out of the lines of these rows that an erasing step had seen, and of what they replaced."""
    erasing = _erasing(connection, [*rows], seen)
    touched: set[tuple[str, str]] = set()
    steps: set[str] = set()
    of_table: dict[str, list[str]] = defaultdict(list)
    for table, row in erasing:
        of_table[table].append(row)
    for table, ids in of_table.items():
        befores = _befores(connection, ids)
        written: dict[str, list[Written]] = defaultdict(list)
        for row, line in lines_of(connection, table, ids, seen):
            written[row].append(line)
        for row, lines in written.items():
            changed = [*without_words(table, lines, erasing[table, row], befores)]
            if changed:
                connection.exec_driver_sql(_WRITE, changed)
                touched.add((table, row))
                steps |= {step for _, _, step, _ in changed}
    return Blanked(frozenset(touched), frozenset(steps))


def _erasing(
    connection: Connection, rows: Sequence[str], seen: Mapping[str | None, Seen]
) -> Mapping[tuple[str, str], list[Written]]:
    """Return the steps that erased what rows were before, by table and row."""
    row = ErasureRow
    query = select(row.id, row.table_name, row.row_id).where(row.row_id.in_(updating.among(rows)))
    of = {one: (table, about) for one, table, about in connection.execute(query)}
    found: dict[tuple[str, str], list[Written]] = defaultdict(list)
    for one, line in lines_of(connection, ErasureRow.__tablename__, [*of], seen):
        found[of[one]].append(line)
    return found


def _befores(connection: Connection, rows: Sequence[str]) -> Mapping[tuple[str, int], Mapping[str, Any] | None]:
    line = ChangeRow
    query = select(line.step_id, line.position, line.before).where(line.row_id.in_(updating.among(rows)))
    return {(step, position): before for step, position, before in connection.execute(query)}


def without_words(
    table: str,
    lines: Sequence[Written],
    erasing: Sequence[Written],
    befores: Mapping[tuple[str, int], Mapping[str, Any] | None],
) -> Iterable[tuple[str | None, str, str, int]]:
    """Yield lines that have to be written anew: before, after, step and position."""
    texts = set(TEXTS.get(table, ()))
    wrote = {(line.writer, line.number): texts & line.after.keys() for line in lines}
    erasing = [one for one in erasing if (one.writer, one.number) in wrote]  # else its words are not here either

    def gone(steps: Iterable[Written]) -> set[str]:  # a version before this one may have known fewer texts
        return {name for one in steps for name in wrote[one.writer, one.number]}

    for line in lines:
        others = [one for one in erasing if (one.writer, one.number) != (line.writer, line.number)]
        before, after = befores[line.step, line.position], line.after
        if names := gone(one for one in others if one.saw(line)):
            after = {name: value for name, value in after.items() if name not in names}
        if before is not None and (names := gone(one for one in others if not line.saw(one))):
            before = {name: value for name, value in before.items() if name not in names}
        if before != befores[line.step, line.position] or after != line.after:
            yield None if before is None else dumps(before), dumps(after), line.step, line.position


def words_of(connection: Connection, table: str, row: str) -> list[Mapping[str, Any]]:
    """Return the fields before and after in all lines about a row."""
    query = "SELECT before, after FROM change WHERE row_id = ? AND table_name = ?"
    lines = connection.exec_driver_sql(query, (row, table))
    return [json.loads(fields) for line in lines for fields in line if fields is not None]
