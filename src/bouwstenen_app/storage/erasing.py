"""Erasing while files are merged: what was erased anywhere does not come in, and goes away here.

What is left of a row follows from its own lines and from the tombstones alone, so that every laptop ends with the
same. The laptop that erases does so by a merge of nothing: there is one road.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, select

from bouwstenen_app.domain.erasing import BELONGS, GONE, KEEPS, cut, named_by, said, shell
from bouwstenen_app.domain.versions import Seen
from bouwstenen_app.storage import blanking, journal, reindexing, updating, wording
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.overwriting import PENDING
from bouwstenen_app.storage.peek import FIRST_LOOK
from bouwstenen_app.storage.tables import JOURNALED, BlockRow, ChangeRow
from bouwstenen_app.storage.trust_tables import ErasureRow

_TABLE: Final = ErasureRow.__tablename__
_AMONG: Final = "IN (SELECT value FROM json_each(?))"
Row = tuple[str, str]


class Eraser:
    """What is erased in one file, as far as it is known: at the door, before rows are folded, and after that."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self._closed: dict[str, str] = dict(closed(connection))
        """Row → table of all that is erased as a whole."""
        self._steps: set[str] = set()
        """Of which something was left out: their sentence may quote it."""
        self._many = False
        self._news = bool(_value(connection, "SELECT count(*) FROM local WHERE key = ?", PENDING))
        self.texts: list[str] = []
        """What was erased here now, to find where else it stands. In memory only."""
        self.blocks: set[str] = set()
        """Blocks that were erased here now, one by one or with their session."""
        self.erased = False
        """Whether anything was erased here."""
        self.shells: set[str] = set()
        """Rows that came in as no more than a number."""

    def let_in(self, lines: list[tuple[Line, Mapping[str, Any]]]) -> list[tuple[Line, Mapping[str, Any]]]:
        """Return the lines that may come in: of what is erased its number, and nothing of what belongs to it."""
        self._news = self._news or _TABLE in {line[2] for line, _ in lines}
        if not self._closed:
            return lines
        found = []
        for line, after in lines:
            step, position, table, row, before, _ = line
            if self._is_closed(table, row, after):
                self._closed[row] = table
                self._steps.add(step)
                if before is not None or table not in KEEPS:
                    continue
                after = shell(table, after)
                line = (step, position, table, row, None, dumps(after))
                self.shells.add(row)
            found.append((line, after))
        return found

    def _is_closed(self, table: str, row: str, after: Mapping[str, Any]) -> bool:
        return row in self._closed or any(one in self._closed for one in named_by(table, after))

    def begin(self, touched: Collection[Row], seen: Mapping[str | None, Seen]) -> tuple[set[Row], set[Row]]:
        """Erase in the journal before rows are folded; return the rows to fold beside those, and those not to."""
        if not self._news and not self._closed:
            return self._blanked(touched, seen), set()
        self._closed |= closed(self._sql)
        gone = {row for row, table in self._closed.items() if table not in KEEPS}
        kept = {row: table for row, table in self._closed.items() if table in KEEPS}
        standing = select(BlockRow.id).where(BlockRow.id.in_(updating.among([*kept])), BlockRow.status != GONE)
        self.blocks |= {*self._sql.execute(standing).scalars()}
        self._hear([*whole(self._sql)])
        dirty = self._empty_lines(kept)
        self._take_away(gone)
        orphans = _without_making(self._sql, touched)
        self._drop_lines([*orphans])
        self._many = sum(kept[row] == "block" for row in dirty) >= reindexing.MANY
        if self._many:
            reindexing.begin(self._sql)
        again = {(kept[row], row) for row in dirty} | self._blanked(touched, seen)
        return again, {one for one in touched if one[1] in gone or one[1] in orphans}

    def finish(self) -> None:
        """Erase what is beside the rows: sentences of steps, pictures that nothing shows, the first look."""
        if self._many:
            reindexing.end(self._sql)
        if self._steps:
            self.erased = bool(cut_sentences(self._sql, [*self._steps])) or self.erased
        if self._closed:
            self._count("DELETE FROM picture WHERE id NOT IN (SELECT picture_id FROM photo)")
        if self.erased:
            wording.forget_copies(self._sql, self.texts)
            self._sql.exec_driver_sql("DELETE FROM local WHERE key = ?", (FIRST_LOOK,))
        self._sql.exec_driver_sql("DELETE FROM local WHERE key = ?", (PENDING,))

    # ------------------------------------------------------------------ rows and lines

    def _hear(self, rows: Sequence[str]) -> None:
        """Learn the words of blocks that are erased now."""
        whole = select(BlockRow).with_only_columns(*BlockRow.__table__.c)
        query = whole.where(BlockRow.id.in_(updating.among(rows)), BlockRow.status != GONE)
        lines = self._sql.execute(query).mappings().all()
        for line in lines:
            self.texts += said({**line}, "block")
            for fields in blanking.words_of(self._sql, "block", line["id"]):
                self.texts += said(fields, "block")
        self.texts = [*dict.fromkeys(self.texts)]

    def _empty_lines(self, kept: Mapping[str, str]) -> set[str]:
        """Leave of the lines of rows only what keeps their number; return the rows that had more."""
        dirty: set[str] = set()
        query = f"SELECT step_id, position, row_id, before, after FROM change WHERE row_id {_AMONG}"
        for step, position, row, before, after in self._rows(query, [*kept]):
            fields = json.loads(after)
            left = shell(kept[row], fields)
            if before is None and fields == left:
                continue
            dirty.add(row)
            self._steps.add(step)
            if before is None:
                values: tuple[Any, ...] = (dumps(left), step, position)
                self._count("UPDATE change SET after = ? WHERE step_id = ? AND position = ?", *values)
            else:
                self._count("DELETE FROM change WHERE step_id = ? AND position = ?", step, position)
        return dirty

    def _take_away(self, gone: Collection[str]) -> None:
        """Erase rows of which nothing stays, with their lines."""
        self._drop_lines([*gone])
        of_table: dict[str, list[str]] = defaultdict(list)
        for row in gone:
            of_table[self._closed[row]].append(row)
        for table, rows in of_table.items():
            self._count(f"DELETE FROM {journal.table_named(table).name} WHERE id {_AMONG}", json.dumps(rows))

    def _drop_lines(self, rows: Sequence[str]) -> None:
        if not rows:
            return
        steps = self._rows(f"SELECT DISTINCT step_id FROM change WHERE row_id {_AMONG}", rows)
        self._steps |= {step for (step,) in steps}
        self._count(f"DELETE FROM change WHERE row_id {_AMONG}", json.dumps([*rows]))

    def _blanked(self, touched: Iterable[Row], seen: Mapping[str | None, Seen]) -> set[Row]:
        """Take the words out of earlier versions of rows that were touched, or erased now."""
        about = {row for _, row in touched}
        erasures = [row for table, row in touched if table == _TABLE] if not self._news else None
        query = select(ErasureRow.row_id).where(~ErasureRow.whole)
        here = set(self._sql.execute(query).scalars())
        if not here:
            return set()
        rows = here if erasures is None else here & about
        made = blanking.blank(self._sql, rows, seen)
        self._steps |= made.steps
        self.erased = self.erased or bool(made.rows)
        return {*made.rows}

    def _rows(self, query: str, ids: Sequence[str]) -> Sequence[Any]:
        return self._sql.exec_driver_sql(query, (json.dumps([*ids]),)).all()

    def _count(self, statement: str, *values: Any) -> None:
        if self._sql.exec_driver_sql(statement, values).rowcount:
            self.erased = True


def cut_sentences(connection: Connection, steps: Sequence[str]) -> int:
    """Take out what the sentences of steps quote, and of those that took them back; return of how many."""
    query = f'SELECT id, label FROM step WHERE id {_AMONG} OR "of" {_AMONG}'
    lines = connection.exec_driver_sql(query, (json.dumps([*steps]),) * 2).all()
    cuts = [(left, step) for step, label in lines if (left := cut(label)) != label]
    if cuts:
        connection.exec_driver_sql("UPDATE step SET label = ? WHERE id = ?", cuts)
    return len(cuts)


def whole(connection: Connection) -> Mapping[str, str]:
    """Return the rows that were erased as a whole, each with its table. What once was erased so stays so."""
    once = "EXISTS (SELECT 1 FROM change c WHERE c.row_id = e.id AND json_extract(c.after, '$.whole') = 1)"
    query = f"SELECT row_id, table_name FROM erasure e WHERE whole OR {once}"
    erased = connection.exec_driver_sql(query).all()
    return {row: table for row, table in erased if table in JOURNALED}  # a file of bad intent may name anything


def closed(connection: Connection) -> Mapping[str, str]:
    """Return all rows that are erased, and what is here of what belongs to them."""
    found = dict(whole(connection))
    fresh = [*found]
    while fresh:
        more = dict(_belonging(connection, fresh))
        fresh = [row for row in more if row not in found]
        found |= more
    return found


def _belonging(connection: Connection, rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    ids = json.dumps([*rows])
    named = json.dumps([f"{table}:{row}" for table in ("block", "bundle") for row in rows])
    for table, fields in BELONGS.items():
        for field in fields:
            query = f"SELECT id FROM {table} WHERE {field} {_AMONG}"
            for (row,) in connection.exec_driver_sql(query, (named if field == "subject" else ids,)).all():
                yield row, table


def _without_making(connection: Connection, touched: Iterable[Row]) -> set[str]:
    """Return rows that belonged to something that is erased: the line that made them did not come in."""
    rows = {row for table, row in touched if table in BELONGS and table not in KEEPS}
    made = select(ChangeRow.row_id).where(ChangeRow.row_id.in_(updating.among([*rows])), ChangeRow.before.is_(None))
    return rows - set(connection.execute(made).scalars())


def _value(connection: Connection, query: str, *values: Any) -> Any:
    return connection.exec_driver_sql(query, values).scalar()
