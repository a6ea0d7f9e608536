"""What is left of a damaged workspace: its journal and its rows, put together so that each row is whole again."""

import json
from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from sqlalchemy import Table

from bouwstenen_app.domain.clock import DAY
from bouwstenen_app.domain.identity import derived, is_derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.versions import REMOVED, Seen
from bouwstenen_app.domain.workshops import PREPARING
from bouwstenen_app.storage import intake, journal
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.intake import Line
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.layouts import Layouts, layouts
from bouwstenen_app.storage.rows import Row as AnyRow
from bouwstenen_app.storage.tables import JOURNALED, LOCAL_COLUMNS, ChangeRow, PictureRow, SeenRow, StepRow
from bouwstenen_app.storage.whole_steps import WholeSteps
from bouwstenen_app.storage.wreck import Row, Wreck

LABEL: Final = "Gered uit een beschadigd bestand"
SESSION: Final = "Geredde sessie"
_CHANGE, _STEP = ChangeRow.__tablename__, StepRow.__tablename__
_PICTURE, _SEEN = PictureRow.__tablename__, SeenRow.__tablename__
_OWN: Final = (_CHANGE, _STEP, _PICTURE, _SEEN)
_LOWEST: Final = int("1" * 32, 16)
"""The lowest bit of every letter of an identity."""
_FOLLOWS: Final = {"block": {"prefix"}, "bundle": {"number"}}
"""What a row says that follows from the whole journal after a merge: written down it would stand in its way."""
_ANY_TIME: Final = 1 << 48
_COUNTS: Final = 1 << 16
"""So many steps can be told apart within a millisecond."""
_SLIPS: Final = 6
"""So few characters that differ, in texts of the same length, are damage and no person's work."""
Values = dict[str, Any]


@dataclass(slots=True)
class Remains:
    """Everything that could be read. It is a source for a merge (``merging.Source``)."""

    name: str
    laptop: str
    """Who writes down rows of which the journal does not tell any more how they were made."""
    step: str
    now: int
    """Unix milliseconds."""
    at: str
    rows: dict[str, dict[str, Values]] = field(default_factory=lambda: defaultdict(dict))
    """Table → id → what stands in the row."""
    lines: dict[tuple[str, str], list[Line]] = field(default_factory=lambda: defaultdict(list))
    """Table and row → what the journal says of it: step, position, before, after."""
    lost: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Table → ids of rows that something speaks of and that are not there any more."""
    _steps: dict[str, Line] = field(default_factory=dict)
    _seen: dict[str, Line] = field(default_factory=dict)
    _pictures: dict[str, Line] = field(default_factory=dict)
    _ahead: dict[str, Values] = field(default_factory=dict)
    """Steps of a clock that was over a day ahead: nobody takes those in, so they are made anew."""
    label: str = LABEL
    """What steps are called that are made anew."""
    sound: bool = False
    """Whether nothing is wrong with the file: then every step in it is whole."""
    _whole: WholeSteps = field(default_factory=WholeSteps)
    _broken: dict[str, Line] = field(default_factory=dict)
    """Steps of which a line is lost, or may be: made anew, so that the same step can come in from elsewhere."""

    def here(self, table: str) -> int:
        """Return how many rows of a table can be made whole, without those in the bin."""
        return sum(of == table and not self._is_removed(of, row) for of, row in self.lines)

    def steps(self) -> Iterator[Line]:
        """Yield the steps, with one for the rows whose making was lost."""
        yield from self._steps.values()
        stamp = f"{self.now:012x}-0000-{self.laptop}"
        yield (self.step, self.laptop, 1, stamp, self.at, self.label, "start", None, None)

    def seen(self) -> Iterator[Line]:
        """Yield what writers had seen."""
        return iter(self._seen.values())

    def changes(self) -> Iterator[Line]:
        """Yield the journal of every row that can be made whole."""
        place = 0
        given: set[tuple[str, int]] = set()
        for (table, row), lines in self.lines.items():
            if lines:
                for step, position, before, after in lines:
                    if (step, position) not in given:  # two have one place when the disk changed a digit
                        given.add((step, position))
                        yield (step, position, table, row, before, after)
            else:
                yield (self.step, place, table, row, None, dumps(_told(table, self.rows[table][row])))
                place += 1

    def pictures(self) -> Iterator[Line]:
        """Yield the pictures that are whole."""
        return iter(self._pictures.values())

    def newer(self, table: str, current: Mapping[str, Mapping[str, Any]]) -> dict[str, Values]:
        """Return what rows say and the journal does not tell any more, but for slips of the disk in a text."""
        found: dict[str, Values] = {}
        for row, now in current.items():
            held = self.rows[table].get(row, {})
            told = now.keys() - _FOLLOWS.get(table, set())
            other = {name: value for name, value in held.items() if name in told and now[name] != value}
            other = {
                name: value
                for name, value in other.items()
                if not _is_slip(now[name], value) and self._may_be(table, name, value)
            }
            if other:
                found[row] = other
        return found

    def take(self, pages: Sequence[Sequence[Row]]) -> None:
        """Take in the rows of pages: the journal first, which says of which table a row is."""
        known = layouts(pages)
        others: list[tuple[Sequence[Row], Counter[str]]] = []
        for rows in pages:
            tables = Counter(layout.table for row in rows for layout in known.fitting(row))
            own = next((table for table in _OWN if 2 * tables[table] > len(rows)), "")
            if own:
                self._take_own(own, rows, known)
            else:
                others.append((rows, tables))
        of_row = {row: table for table, row in self.lines}
        for rows, tables in others:
            table = _table_of(rows, tables, of_row) if tables else _table_nearly(rows, known, of_row)
            if table:
                self._take_rows(table, rows, known, of_row)

    def make_whole(self) -> None:
        """Leave out, and count, what cannot be made whole: rows without their making, and what hangs on them."""
        for table, rows in self.rows.items():
            told = _numbered(row for of, row in self.lines if of == table and row not in rows)
            for row in [*rows]:
                if (table, row) not in self.lines:
                    meant = _slip_of(row, told) or row
                    rows[meant] = rows.pop(row)
                    self.lines.setdefault((table, meant), [])
        for lines in self.lines.values():
            lines[:] = [line for line in lines if intake.is_id(line[0])]
        for key, lines in list(self.lines.items()):
            if any(before is None for _, _, before, _ in lines):
                continue
            if key[1] not in self.rows[key[0]]:
                self._leave_out(key)
            else:  # what is in the row is told anew, whole
                self._whole.changed(step for step, *_ in lines)
                lines.clear()
        self._keep_what_has_parents()
        self._make_steps()

    def _leave_out(self, key: tuple[str, str]) -> None:
        """Leave a row out, with its lines; what told of it has to come in again where it is whole."""
        table, row = key
        self._whole.changed(step for step, *_ in self.lines.pop(key, []))
        self.lost[table].add(row)

    def _set_broken_apart(self) -> None:
        held: dict[str, set[int]] = defaultdict(set)
        for lines in self.lines.values():
            for step, position, *_ in lines:
                held[step].add(position)
        for step in self._steps.keys() - self._whole.among(self._steps, held):
            self._broken[step] = self._steps.pop(step)

    def _make_steps(self) -> None:
        """Give lines whose step was lost another one, of a writer of their own: so nobody takes it back."""
        if not self.sound:
            self._set_broken_apart()
        lost = {step for lines in self.lines.values() for step, *_ in lines} - self._steps.keys()
        writer = derived("salvaged", self.step)
        now = f"{self.now:012x}"
        last = Counter[str]()
        for _, laptop, number, *_ in self._steps.values():
            last[laptop] = max(last[laptop], number)
        in_order = sorted(filter(intake.is_id, lost), key=lambda step: self._ahead.get(step, {}).get("stamp", step))
        for number, step in enumerate(in_order, start=1):
            if step in self._ahead:
                self._steps[step] = self._in_time(step, writer, number, last)
                continue
            moment = now if is_derived(step) else min(step[:12], now)  # a fresh identity begins with its time
            stamp, identity = f"{moment}-0000-{writer}", derived("salvaged", step)
            at, label, kind, seen = self.at, self.label, "do", None
            if step in self._broken:
                *_, was, at, label, kind, _, seen = self._broken[step]
                stamp, kind = f"{was[:17]}-{writer}", "start" if kind == "start" else "do"
            self._steps[step] = (identity, writer, number, stamp, at, label, kind, None, seen)
        for lines in self.lines.values():
            lines[:] = [(self._steps[step][0], *rest) for step, *rest in lines if step in self._steps]
        self._steps = {line[0]: line for line in self._steps.values()}

    def _in_time(self, step: str, writer: str, number: int, last: Mapping[str, int]) -> Line:
        """Return a step of a clock that was ahead, as of now: it had seen what it had seen, and its own writer.

        Its identity is another one for everybody who does this: two that make it anew write down two things.
        """
        was = self._ahead[step]
        knew = json.loads(self._seen[was["seen"]][1]) if was["seen"] in self._seen else {}
        numbers = {who: min(one, last.get(who, one)) for who, one in knew.items()}
        if was["laptop"] in last:
            numbers[was["laptop"]] = last[was["laptop"]]
        seen = Seen.of(numbers)
        if seen is not None:
            self._seen[seen.id] = (seen.id, json.dumps(dict(seen.numbers)))
        moment, count = divmod(number, _COUNTS)
        stamp = f"{self.now + moment:012x}-{count:04x}-{writer}"
        kind = "start" if was["kind"] == "start" else "do"
        identity = derived("salvaged", self.step, step)
        return (identity, writer, number, stamp, self.at, self.label, kind, None, seen.id if seen else None)

    def _keep_what_has_parents(self) -> None:
        here: dict[str, dict[str, int]] = defaultdict(dict)
        for of, row in self.lines:
            here[of][row] = int(row, 16)
        for table in (one for one in AnyRow.metadata.sorted_tables if one.name in JOURNALED):
            parents = {column.name: key.column.table.name for column in table.c for key in column.foreign_keys}
            for row in [*here[table.name]]:
                if not all(self._has_parent(table, row, name, of, here[of]) for name, of in parents.items()):
                    self._leave_out((table.name, row))
                    here[table.name].pop(row, None)

    def _has_parent(self, table: Table, row: str, name: str, parent: str, here: dict[str, int]) -> bool:
        """Say whether what a row hangs on is there. A lost session is made anew."""
        lines = self.lines.get((table.name, row), [])
        held = self.rows[table.name].get(row, {})
        told = {json.loads(after).get(name) for *_, after in lines} | {held.get(name)}
        if told == {None} and not table.c[name].nullable:
            return False
        for lost in {str(one) for one in told if one is not None} - here.keys():
            meant = _slip_of(lost, here)
            if meant is None:
                self.lost[parent].add(lost)
                if parent == "workshop":
                    meant = self._session_anew(lost if intake.is_id(lost) else derived("salvaged", lost))
                    here[meant] = int(meant, 16)
                elif not table.c[name].nullable:
                    return False
            self._whole.changed(step for step, _, _, after in lines if json.loads(after).get(name) == lost)
            lines[:] = [(*rest, _instead(after, name, lost, meant)) for *rest, after in lines]
            if name in held:
                held[name] = meant
        return True

    def _session_anew(self, identity: str) -> str:
        self.rows["workshop"][identity] = {"title": SESSION, "state": PREPARING}
        self.lines["workshop", identity] = []
        return identity

    def _take_own(self, table: str, rows: Sequence[Row], known: Layouts) -> None:
        keys: list[tuple[str, int] | None] = []
        for values in (known.values(table, row) for row in rows):
            keys.append(None)
            with suppress(Problem):
                self._take_line(table, values)
                if table == _CHANGE and "step_id" in values:
                    keys[-1] = values["step_id"], values["position"]
        self._whole.read(keys)

    def _take_line(self, table: str, values: Values) -> None:
        line: Line = tuple(values.get(column.name) for column in _COLUMNS[table])
        if table == _CHANGE:
            (step, position, of, row, before, after), _ = intake.change(line, self.name)
            if (made := (step, position, before, after)) not in self.lines[of, row]:
                self.lines[of, row].append(made)
        elif table == _STEP:
            values = intake.step(line, self.name, _ANY_TIME)
            if int(values["stamp"][:12], 16) > self.now + DAY:
                self._ahead[line[0]] = values
            else:
                self._steps[line[0]] = tuple(values.values())
        elif table == _SEEN:
            intake.seen(line, self.name)
            self._seen[line[0]] = line
        else:
            intake.picture(line, self.name)
            self._pictures[line[0]] = line

    def _take_rows(self, table: str, rows: Sequence[Row], known: Layouts, of_row: Mapping[str, str]) -> None:
        for row in rows:
            values = known.values(table, row)
            with suppress(Problem):
                identity = intake.identity(values.pop("id", None), self.name)
                if of_row.get(identity, table) == table:
                    self.rows[table][identity] = intake.fields(_plain(table, values), table, self.name)

    def _may_be(self, table: str, name: str, value: Any) -> bool:
        """Say whether a field can have a value: what refers to a row that is not there cannot."""
        parents = [key.column.table.name for key in journal.table_named(table).c[name].foreign_keys]
        return value is None or all((parent, value) in self.lines for parent in parents)

    def _is_removed(self, table: str, row: str) -> bool:
        held = self.rows[table].get(row)
        if held is not None:
            return bool(held.get(REMOVED))
        told = [(self._steps[step][3], after) for step, _, _, after in self.lines[table, row] if REMOVED in after]
        return bool(told) and bool(json.loads(max(told)[1]).get(REMOVED))


def read(damaged: Path, folder: Path, key: Key | None, remains: Remains) -> Generator[Progress, None, None]:
    """Read what is left of a file that is not open into ``remains``; ``folder`` is for a private copy."""
    pages = list[list[Row]]()
    yield from Wreck(damaged, folder, key).pages(pages)
    remains.take(pages)
    remains.make_whole()


def _table_of(rows: Sequence[Row], tables: Counter[str], of_row: Mapping[str, str]) -> str:
    """Return the table that all rows of a page are of; empty when that cannot be said."""
    texts = (value for row in rows for value in row[1:] if isinstance(value, str))
    told = Counter(of_row[text] for text in texts if text in of_row)
    fitting = [table for table, count in tables.items() if count == max(tables.values()) and table in JOURNALED]
    table = max(fitting, key=lambda one: told[one], default="")
    return table if len(fitting) == 1 or told[table] else ""


def _table_nearly(rows: Sequence[Row], known: Layouts, of_row: Mapping[str, str]) -> str:
    """Return the table of a page on which a value of another kind stands in every row; empty when it is unclear."""
    named = Counter(of_row[value] for row in rows for value in row[1:3] if type(value) is str and value in of_row)
    table, count = next(iter(named.most_common(1)), ("", 0))
    return table if count == len(rows) else known.nearest(rows[0])


def _plain(table: str, values: Values) -> Values:
    """Return the values of a row as the journal has them; what is of another kind is left out."""
    columns = journal.table_named(table).c
    wanted = journal.defaults_of(table)
    found: Values = {}
    for name, value in values.items():
        if name in wanted and name not in LOCAL_COLUMNS:
            kind = columns[name].type.__class__.__name__
            with suppress(ValueError, TypeError):
                found[name] = json.loads(value) if kind == "JSON" else bool(value) if kind == "Boolean" else value
    return found


def _told(table: str, values: Values) -> Values:
    defaults = journal.defaults_of(table)
    return {name: value for name, value in values.items() if value != defaults.get(name)}


def _instead(after: str, name: str, lost: str, meant: str | None) -> str:
    values = json.loads(after)
    return dumps({**values, name: meant}) if values.get(name) == lost else after


def _is_slip(told: Any, held: Any) -> bool:
    """Say whether a text of a row is that of the journal with a few damaged characters."""
    if not isinstance(held, str) or not isinstance(told, str):
        return False
    if "\ufffd" in held and "\ufffd" not in told:
        return True
    if not len(told) == len(held) > 2 * _SLIPS:
        return False
    return sum(one != other for one, other in zip(told, held, strict=True)) <= _SLIPS


def _numbered(identities: Iterable[str]) -> dict[str, int]:
    return {one: int(one, 16) for one in identities}


def _slip_of(held: str, told: Mapping[str, int]) -> str | None:
    """Return the identity of which another is a slip of the disk, among thousands: letters as bits."""
    if not intake.is_id(held):
        return None
    number = int(held, 16)
    for one, other in told.items():
        differ = number ^ other
        differ |= differ >> 2
        differ |= differ >> 1
        if (differ & _LOWEST).bit_count() <= _SLIPS:
            return one
    return None


_COLUMNS: Final = {
    row.__tablename__: tuple(cast(Table, row.__table__).c) for row in (ChangeRow, StepRow, SeenRow, PictureRow)
}
