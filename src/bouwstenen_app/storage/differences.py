"""Differences: fields that two laptops changed without knowing of each other, until a person chose.

Where to look is kept beside the journal, in what belongs to this file; whether there still is a difference follows
from the journal every time.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.versions import fold
from bouwstenen_app.storage import placed
from bouwstenen_app.storage.tables import LocalRow
from bouwstenen_app.storage.written import Difference, lines_of, vectors

KEY: Final = "verschillen"
Place = tuple[str, str, str]
"""Table, row and field."""


def keep(connection: Connection, found: Iterable[Difference]) -> None:
    """Remember where differences were found, beside those of before."""
    fields = (one for one in found if one.field != placed.BUNDLE)  # where a block is, follows from all its bundles
    places = {*_kept(connection), *((one.table, one.row, one.field) for one in fields)}
    connection.execute(delete(LocalRow).where(LocalRow.key == KEY))
    connection.execute(insert(LocalRow).values(key=KEY, value=json.dumps(sorted(places))))


def differences(session: Session) -> tuple[Difference, ...]:
    """Return the differences that nobody has chosen about yet, by table, row and field."""
    connection = session.connection()
    of_table: dict[str, set[str]] = defaultdict(set)
    places = _kept(connection)
    for table, row, _ in places:
        of_table[table].add(row)
    seen = vectors(connection)
    found: list[Difference] = []
    for table in sorted(of_table):
        written = defaultdict(list)
        for row, line in lines_of(connection, table, sorted(of_table[table]), seen):
            written[row].append(line)
        for row in sorted(written):
            open_ones = fold(written[row]).differences
            found += (Difference(table, row, field, open_ones[field]) for field in sorted(open_ones))
    return (*found, *placed.differences(connection))


def _kept(connection: Connection) -> list[Place]:
    text = connection.execute(select(LocalRow.value).where(LocalRow.key == KEY)).scalar()
    return [(table, row, field) for table, row, field in json.loads(text or "[]")]
