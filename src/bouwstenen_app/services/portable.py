"""Everything of a workspace as JSON, to keep or to use elsewhere, and back again without loss.

The format is ``bouwstenen/1``: per table a list of rows with the names of ``storage/tables.py``, every field that
has not its default, and the pictures in base64. What belongs to this laptop only and the journal are not in it.
"""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import intake, journal, updating
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import JOURNALED, PictureRow

FORMAT: Final = "bouwstenen/1"
LARGEST: Final = 400_000_000
"""Bytes that are read at once."""
Line = Mapping[str, Any]
"""A row or a picture, as it stands in the file."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many rows were new here, and how many became what the file says."""

    new: int
    changed: int


def document(session: Session) -> Iterator[str]:
    """Yield everything of a workspace as JSON, in pieces; also what lies in the bin."""
    every = {table: rows(session, table) for table in JOURNALED}
    ids = session.scalars(select(PictureRow.id).order_by(PictureRow.id))
    return pieces(every, (one for one in (picture(session, identity) for identity in ids) if one))


def pieces(every: Mapping[str, Iterable[Line]], pictures: Iterable[Line]) -> Iterator[str]:
    """Yield rows of each table, and pictures, as one JSON document in pieces."""
    yield f'{{"schema": {json.dumps(FORMAT)}, "tabellen": {{'
    for place, (table, lines) in enumerate(every.items()):
        yield f"{', ' if place else ''}\n{json.dumps(table)}: ["
        yield from _joined(lines)
        yield "]"
    yield '},\n"beelden": ['
    yield from _joined(pictures)
    yield "]}\n"


def rows(session: Session, table: str) -> Iterator[Line]:
    """Yield the rows of a table, each with its id and the fields that have not their default."""
    defaults = journal.defaults_of(table)
    columns = journal.table_named(table).c
    lines = session.execute(select(*columns).order_by(columns.id)).mappings()
    for line in lines:
        yield {"id": line["id"], **{name: line[name] for name in defaults if line[name] != defaults[name]}}


def picture(session: Session, identity: str) -> Line | None:
    """Return a picture as it stands in the file, None when it is not here."""
    found = session.execute(select(PictureRow.format, PictureRow.data).where(PictureRow.id == identity)).first()
    return found and {"id": identity, "format": found.format, "data": base64.b64encode(found.data).decode()}


def read(text: str, name: str) -> Mapping[str, Any]:
    """Return what a file of this format holds; Problem when it is none, or holds what no version writes."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or data.get("schema") != FORMAT or not isinstance(data.get("tabellen"), dict):
        raise Problem("{name} is geen JSON van Bouwstenen. Kies een bestand dat je hier exporteerde.", name=name)
    return {
        "rows": {table: _checked(table, rows, name) for table, rows in data["tabellen"].items()},
        "pictures": [_picture(one, name) for one in _listed(data.get("beelden", []), name)],
    }


def take_in(session: Work, data: Mapping[str, Any]) -> TakenIn:
    """Make every row of a file, or let it become what the file says; what stands only here stays."""
    new = changed = 0
    here = set(session.scalars(select(PictureRow.id)))
    for picture in data["pictures"]:
        if picture["id"] not in here:
            session.add(PictureRow(**picture))
            here.add(picture["id"])
    for table in JOURNALED:
        rows: Mapping[str, Mapping[str, Any]] = data["rows"].get(table, {})
        row_class = JOURNALED[table]
        known = select(row_class.id).where(row_class.id.in_(updating.among([*rows])))
        there = set(session.scalars(known))
        defaults = journal.defaults_of(table)
        fresh = [{"id": one, **defaults, **fields} for one, fields in rows.items() if one not in there]
        before = len(session.changes)
        journal.insert_rows(session, row_class, fresh)
        journal.update_rows(session, row_class, {one: {**defaults, **rows[one]} for one in there})
        new += len(fresh)
        changed += len(session.changes) - before - len(fresh)
    return TakenIn(new, changed)


def _joined(rows: Iterable[Line]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield f"{',' if place else ''}\n{dumps(row)}"


def _checked(table: str, rows: object, name: str) -> dict[str, Mapping[str, Any]]:
    if table not in JOURNALED:
        raise _strange(name)
    found: dict[str, Mapping[str, Any]] = {}
    for row in _listed(rows, name):
        fields = {field: value for field, value in row.items() if field != "id"}
        found[intake.identity(row.get("id"), name)] = intake.fields(fields, table, name)
    return found


def _picture(one: Mapping[str, Any], name: str) -> dict[str, Any]:
    try:
        data = base64.b64decode(str(one.get("data", "")), validate=True)
    except ValueError as error:
        raise _strange(name) from error
    return intake.picture((one.get("id"), one.get("format"), data), name)


def _listed(rows: object, name: str) -> Sequence[Mapping[str, Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _strange(name)
    return rows


def _strange(name: str) -> Problem:
    return Problem("{name} is beschadigd of met de hand veranderd; er is niets overgenomen.", name=name)
