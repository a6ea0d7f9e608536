"""Spoken ids after a merge: where two laptops gave the same number, each block and bundle gets one of its own.

They follow from the journal alone, so every laptop with the same steps calls everything the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from string import ascii_uppercase
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, select

from bouwstenen_app.storage import journal, updating
from bouwstenen_app.storage.tables import BlockRow, BundleRow, ChangeRow, StepRow

LETTERS: Final = ascii_uppercase[1:]
"""The first laptop has no letter."""
_LETTERED: Final = re.compile("-[B-Z]+$")


class _Made(NamedTuple):
    """When a row was made, and by whom: a writer, and what that had seen (a run without a merge in between)."""

    stamp: str
    run: tuple[str, str | None]
    after: Mapping[str, Any]


def base(prefix: str) -> str:
    """Return the letters of the region without the letter of a laptop: ``RH`` of ``RH-B``."""
    return _LETTERED.sub("", prefix)


def name_blocks(connection: Connection, touched: Iterable[str]) -> None:
    """Give blocks with the same letters and number a letter of their laptop: ``RH-004`` and ``RH-B04``.

    The first run of captures keeps its numbers; a later run of which a number is taken gets a letter as a whole.
    """
    block = BlockRow.__table__.c
    ids = updating.among([*touched])
    prefixes = {base(one) for one in connection.execute(select(block.prefix).where(block.id.in_(ids))).scalars()}
    for prefix in sorted(prefixes):
        like = select(block.id, block.prefix, block.number).where(
            (block.prefix == prefix) | block.prefix.like(f"{prefix}-%")
        )
        rows = [(row, shown, number) for row, shown, number in connection.execute(like) if base(shown) == prefix]
        if max(Counter(number for _, _, number in rows).values()) > 1:
            _letter(connection, prefix, rows)


def _letter(connection: Connection, prefix: str, rows: Sequence[tuple[str, str, int]]) -> None:
    runs: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    first: dict[tuple[str, str | None], str] = {}
    for row, made in _making(connection, "block", [row for row, _, _ in rows]).items():
        runs[made.run].append(row)
        first[made.run] = min(first.get(made.run, made.stamp), made.stamp)
    numbers = {row: number for row, _, number in rows}
    taken: set[int] = set()
    letters = _names()
    wanted: dict[str, str] = {}
    for run in sorted(runs, key=lambda one: first[one]):
        own = {numbers[row] for row in runs[run]}
        lettered = not own.isdisjoint(taken)
        name = f"{prefix}-{next(letters)}" if lettered else prefix
        taken |= set() if lettered else own
        wanted |= dict.fromkeys(runs[run], name)
    changed = [(row, {"prefix": wanted[row]}) for row, shown, _ in rows if wanted.get(row, shown) != shown]
    updating.update_rows(connection, journal.table_named("block"), ("prefix",), changed)


def number_bundles(connection: Connection) -> None:
    """Give of several bundles with one number the later made ones the lowest number that is nobody’s."""
    bundle = BundleRow.__table__.c
    shown = {row: number for row, number in connection.execute(select(bundle.id, bundle.number))}
    making = _making(connection, "bundle", list(shown))
    given = {row: int(made.after.get("number", 0)) for row, made in making.items()}
    taken: set[int] = set()
    free = (number for number in count(1) if number not in set(given.values()))
    wanted: dict[str, int] = {}
    for row in sorted(given, key=lambda one: (making[one].stamp, one)):
        wanted[row] = next(free) if given[row] in taken else given[row]
        taken.add(given[row])
    changed = [(row, {"number": number}) for row, number in wanted.items() if shown[row] != number]
    updating.update_rows(connection, journal.table_named("bundle"), ("number",), changed)


def _making(connection: Connection, table: str, rows: Sequence[str]) -> dict[str, _Made]:
    """Return of rows when and by whom they were made; the first time counts."""
    line, step = ChangeRow, StepRow
    query = select(line.row_id, line.before, line.after, step.stamp, step.laptop, step.seen)
    query = query.join(step, step.id == line.step_id).where(line.row_id.in_(updating.among(rows)))
    found: dict[str, _Made] = {}
    for row, before, after, stamp, laptop, seen in connection.execute(query.where(line.table_name == table)):
        if before is None and (row not in found or stamp < found[row].stamp):
            found[row] = _Made(stamp, (laptop, seen), after)
    return found


def _names() -> Iterator[str]:
    """Yield B to Z, then BB, BC, …"""
    yield from LETTERS
    yield from (first + second for first in LETTERS for second in LETTERS)
