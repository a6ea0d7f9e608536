"""Merging: journals of other laptops are added to this one, and every row they touch is folded anew.

The journal is a set of steps that only grows. What a row is follows from the lines of the journal about it
(``domain/versions.py``), so the order in which files come in, and how often, makes no difference.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, Protocol

from sqlalchemy import Connection, insert, select

from bouwstenen_app.domain.identity import is_derived
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.versions import REMOVED, Folded, Seen, Written, fold
from bouwstenen_app.storage import history, inserting, intake, journal, labels, placed, placing, updating
from bouwstenen_app.storage.erasing import Eraser
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.tables import LocalRow, PictureRow, SeenRow, StepRow
from bouwstenen_app.storage.trust_tables import ErasureRow
from bouwstenen_app.storage.written import Difference, lines_of, vectors

CHUNK: Final = 2_000
"""How many rows are folded at a time, so that memory stays flat."""
_LINE: Final = "INSERT INTO change (step_id, position, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)"
_CACHE: Final = 53_248
"""Kilobytes of pages that are kept meanwhile: identities are at random places."""
Row = tuple[str, str]
"""A table and the id of a row in it."""


class Source(Protocol):
    """Where steps come from: a file of another laptop, a parcel, the library of a team."""

    name: str

    def steps(self) -> Iterator[Line]:
        """Yield id, laptop, number, stamp, at, label, kind, of, seen."""

    def seen(self) -> Iterator[Line]:
        """Yield id and vector (JSON)."""

    def changes(self) -> Iterator[Line]:
        """Yield step, position, table, row, before and after (JSON)."""

    def pictures(self) -> Iterator[Line]:
        """Yield id, format and bytes."""


class Merge:
    """One merge in one transaction: ``add`` every source, then ``fold`` once."""

    def __init__(self, connection: Connection, now: int) -> None:
        """``now`` is this laptop's time in Unix milliseconds: what is a day later is a wrong clock."""
        self._connection = connection
        connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE}")
        self._now = now
        self.known = set(connection.execute(select(StepRow.id)).scalars())
        """Steps that are here already."""
        self._touched: dict[Row, None] = {}
        """Rows of which more than one line is known."""
        self._made: dict[str, set[str]] = defaultdict(set)
        self.steps = 0
        self.made: Counter[str] = Counter()
        """Rows that are new here, by table."""
        self.changed: Counter[str] = Counter()
        """Rows that were here and are not what they were, by table."""
        self.differences: list[Difference] = []
        """Of the rows that were folded."""
        self.eraser = Eraser(connection)

    def add(self, source: Source) -> None:
        """Add the steps of a source that are not here yet. Problem when it holds what no program of ours wrote."""
        steps = [intake.step(line, source.name, self._now) for line in source.steps() if line[0] not in self.known]
        if not steps:
            return
        fresh = {step["id"] for step in steps}
        self._insert(StepRow, steps)
        if any(map(is_derived, fresh)):
            self._connection.execute(
                insert(LocalRow).prefix_with("OR REPLACE").values(key=history.PARTS, value="ja")
            )
        self.known |= fresh
        self.steps += len(steps)
        self._keep(SeenRow, (intake.seen(line, source.name) for line in source.seen()))
        lines = (intake.change(line, source.name) for line in source.changes() if line[0] in fresh)
        while given := list(islice(lines, intake.CHUNK)):
            if chunk := self.eraser.let_in(given):
                self._connection.exec_driver_sql(_LINE, [line for line, _ in chunk])
                self._place(chunk)
        self._keep(PictureRow, (intake.picture(line, source.name) for line in source.pictures()))

    def _place(self, lines: Sequence[tuple[Line, Mapping[str, Any]]]) -> None:
        """Make the rows that a line makes and nothing else is known of; the others are to be folded."""
        fresh: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)
        for (_, _, table, row, before, _), after in lines:
            rows = fresh[table]
            if before is None and row not in rows and (table, row) not in self._touched:
                rows[row] = after
            else:
                self._touched[table, row] = None
        for table, rows in fresh.items():
            known = journal.table_named(table).c.id
            here = set(self._connection.execute(select(known).where(known.in_(updating.among([*rows])))).scalars())
            self._touched |= dict.fromkeys((table, row) for row in here)
            made = {row: after for row, after in rows.items() if row not in here} if here else rows
            self._make(table, made)

    def _make(self, table: str, rows: Mapping[str, Mapping[str, Any]]) -> None:
        defaults = journal.defaults_of(table)
        inserting.insert_differing(self._connection, journal.table_named(table), defaults, rows)
        self.made[table] += len(rows)
        self._made[table].update(rows)

    def fold(self) -> Iterator[Progress]:
        """Make every row of which there is more than one line what the journal says it is."""
        seen = vectors(self._connection)
        self._erase(seen)
        of_table: dict[str, list[str]] = defaultdict(list)
        for table, row in self._touched:
            of_table[table].append(row)
        done, total = 0, len(self._touched)
        for table in sorted(of_table):
            rows = of_table[table]
            for start in range(0, len(rows), CHUNK):
                chunk = rows[start : start + CHUNK]
                self._write(table, self._folded(table, chunk, seen))
                done += len(chunk)
                yield Progress(done, total, "Samenvoegen")
        self.eraser.finish()

    def _erase(self, seen: Mapping[str | None, Seen]) -> None:
        """Let the tombstones that came in work too, before anything is folded."""
        name = ErasureRow.__tablename__
        if tombstones := [row for table, row in self._touched if table == name]:
            self._write(name, self._folded(name, tombstones, seen))
        again, gone = self.eraser.begin(self._touched, seen)
        self._touched |= dict.fromkeys(again)
        for one in gone:
            del self._touched[one]
        for table, rows in self._made.items():
            self.made[table] -= len(rows & self.eraser.shells)

    def name(self) -> None:
        """Give every block and bundle a spoken id of its own, and every block one bundle, after ``fold``."""
        touched = {row for table, row in self._touched if table == "block"}
        if self.steps:  # any step can tell since when two laptops knew of each other's numbers
            touched |= labels.named_with_letter(self._connection)
        labels.name_blocks(self._connection, touched | self._made["block"])
        if self.steps or any(table == "bundle" for table, _ in self._touched):
            labels.number_bundles(self._connection)
        put = self._made["contribution"] | {row for table, row in self._touched if table == "contribution"}
        placing.keep_in_one(self._connection, put)
        self._keep_what_holds_blocks()
        self.differences += placed.differences(self._connection, put)

    def _keep_what_holds_blocks(self) -> None:
        """Bring bundles back that hold blocks; an empty one is what the journal says it is."""
        empty = placing.here_without_blocks(self._connection)
        folded = self._folded("bundle", empty, vectors(self._connection)) if empty else {}
        removed = dict.fromkeys(placing.gone_with_blocks(self._connection), False)
        removed |= {row: True for row, made in folded.items() if made.values[REMOVED]}
        lines = [(row, {REMOVED: value}) for row, value in removed.items()]
        updating.update_rows(self._connection, journal.table_named("bundle"), (REMOVED,), lines)

    def new_rows(self, table: str) -> frozenset[str]:
        """Return the ids of the rows of a table that are new here."""
        return frozenset(self._made[table])

    def _folded(self, table: str, rows: Sequence[str], seen: Mapping[str | None, Seen]) -> Mapping[str, Folded]:
        written: dict[str, list[Written]] = defaultdict(list)
        for row, line in lines_of(self._connection, table, rows, seen):
            written[row].append(line)
        return {row: fold(lines) for row, lines in written.items()}

    def _write(self, table: str, folded: Mapping[str, Folded]) -> None:
        current = journal.current_rows(self._connection, table, list(folded))
        defaults = journal.defaults_of(table)
        fresh: dict[str, Mapping[str, Any]] = {}
        other: dict[tuple[str, ...], list[tuple[str, Mapping[str, Any]]]] = defaultdict(list)
        for row, made in folded.items():
            was = current.get(row)
            values = {**defaults, **made.values}
            if was is None:
                fresh[row] = made.values
            elif after := {name: value for name, value in values.items() if was[name] != value}:
                other[tuple(sorted(after))].append((row, after))
            self.differences += (Difference(table, row, name, those) for name, those in made.differences.items())
        self._make(table, fresh)
        for names, lines in other.items():
            updating.update_rows(self._connection, journal.table_named(table), names, lines)
        besides = self._made[table] | self.eraser.blocks
        self.changed[table] += sum(row not in besides for lines in other.values() for row, _ in lines)

    def _insert(self, row_class: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        inserting.insert_rows(self._connection, row_class.__table__, rows)

    def _keep(self, row_class: Any, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows whose id says what is in them, but for those that are here."""
        here = set(self._connection.execute(select(row_class.id)).scalars())
        for row in rows:
            if row["id"] not in here:
                here.add(row["id"])
                self._insert(row_class, [row])
