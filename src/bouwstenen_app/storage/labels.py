"""Spoken ids after a merge: where two laptops gave the same number, each block and bundle gets one of its own.

They follow from the journal alone, so every laptop with the same steps calls everything the same. What was in use
after an earlier merge goes first: it keeps its name when an older laptop comes back later.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, product
from string import ascii_uppercase
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, select

from bouwstenen_app.storage import journal, updating
from bouwstenen_app.storage.settled import Settled
from bouwstenen_app.storage.tables import BlockRow, BundleRow, ChangeRow, StepRow

_LETTERED: Final = re.compile("-[A-Z]+$")


class _Made(NamedTuple):
    """When a row was made, and by whom: a writer, and what that had seen (a run without a merge in between)."""

    stamp: str
    run: tuple[str, str | None]
    step: int
    after: Mapping[str, Any]


def base(prefix: str) -> str:
    """Return the letters of the region without the letter of a laptop: ``RH`` of ``RH-B``."""
    return _LETTERED.sub("", prefix)


def name_blocks(connection: Connection, touched: Iterable[str]) -> None:
    """Give blocks with the same letters and number a letter of their laptop: ``RH-004`` and ``RH-B04``.

    A run is what one writer captured between two merges. It keeps its numbers if nobody had them before; otherwise
    all of it gets the letter of its writer. The numbers of one writer always go up, so a letter makes them unique.
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
    first: dict[tuple[str, str | None], tuple[str, str]] = {}
    settled = Settled(connection)
    for row, made in _making(connection, "block", [row for row, _, _ in rows]).items():
        runs[made.run].append(row)
        rank = (settled.since(made.run[0], made.step), made.stamp)
        first[made.run] = min(first.get(made.run, rank), rank)
    in_order = sorted(runs, key=lambda one: first[one])
    letters = dict(zip(dict.fromkeys(writer for writer, _ in in_order), _names(), strict=False))
    numbers = {row: number for row, _, number in rows}
    taken: set[int] = set()
    wanted: dict[str, str] = {}
    for run in in_order:
        own = {numbers[row] for row in runs[run]}
        name = prefix if own.isdisjoint(taken) else f"{prefix}-{letters[run[0]]}"
        taken |= own if name == prefix else set()
        wanted |= dict.fromkeys(runs[run], name)
    changed = [(row, {"prefix": wanted[row]}) for row, shown, _ in rows if wanted.get(row, shown) != shown]
    updating.update_rows(connection, journal.table_named("block"), ("prefix",), changed)


def number_bundles(connection: Connection) -> None:
    """Give of several bundles with one number the later made ones the lowest number that is nobody’s."""
    bundle = BundleRow.__table__.c
    shown = {row: number for row, number in connection.execute(select(bundle.id, bundle.number))}
    making = _making(connection, "bundle", list(shown))
    settled = Settled(connection)
    together: dict[str, list[str]] = defaultdict(list)
    for row, made in making.items():
        together[settled.since(made.run[0], made.step)].append(row)
    taken: set[int] = set()
    wanted: dict[str, int] = {}
    for since in sorted(together):  # of those that came together later, nothing here may depend
        given = {row: int(making[row].after.get("number", 0)) for row in together[since]}
        free = (number for number in count(1) if number not in taken and number not in given.values())
        for row in sorted(given, key=lambda one: (making[one].stamp, one)):
            wanted[row] = next(free) if given[row] in taken else given[row]
            taken.add(wanted[row])
    changed = [(row, {"number": number}) for row, number in wanted.items() if shown[row] != number]
    updating.update_rows(connection, journal.table_named("bundle"), ("number",), changed)


def _making(connection: Connection, table: str, rows: Sequence[str]) -> dict[str, _Made]:
    """Return of rows when and by whom they were made; the first time counts."""
    line, step = ChangeRow, StepRow
    query = select(line.row_id, line.before, line.after, step.stamp, step.laptop, step.seen, step.number)
    query = query.join(step, step.id == line.step_id).where(line.row_id.in_(updating.among(rows)))
    found: dict[str, _Made] = {}
    for row, before, after, stamp, laptop, seen, number in connection.execute(
        query.where(line.table_name == table)
    ):
        if before is None and (row not in found or stamp < found[row].stamp):
            found[row] = _Made(stamp, (laptop, seen), number, after)
    return found


def _names() -> Iterator[str]:
    """Yield A to Z, then AA, AB, …"""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))
