"""What comes in from elsewhere, line by line: checked, cleaned, and turned into rows of this file."""

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from typing import Any, Final

from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.clock import DAY
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.engine import dumps
from bouwstenen_app.storage.failures import strange
from bouwstenen_app.storage.tables import JOURNALED

CHUNK: Final = 5_000
Line = tuple[Any, ...]
KINDS: Final = ("do", "undo", "redo", "start")
FORMATS: Final = ("jpeg", "png")
_ID: Final = re.compile("[0-9a-f]{32}")
_STAMP: Final = re.compile("([0-9a-f]{12})-[0-9a-f]{4}-[0-9a-f]{32}")
_ESCAPED: Final = re.compile(r"\\[bfru]")
"""JSON that may hold a character that no document can: to be looked at one by one."""
_SHAPES: Final = 10_000
_fitting: dict[tuple[object, ...], tuple[str, ...]] = {}
"""Table, fields and kinds of value that go together, with the fields that are lists: few of them, over and over."""
_MOST: Final = 1 << 53
"""A number beyond this is none that a person made."""


def _number(digits: str) -> int:
    """Return a whole number of a file; ValueError for one that no column takes."""
    if len(digits) > len(str(_MOST)):
        raise ValueError
    return int(digits)


_decoder: Any = json.JSONDecoder(parse_int=_number)
_decode: Final = _decoder.scan_once


def step(line: Line, name: str, now: int) -> dict[str, Any]:
    """Return a row of ``step``; Problem when its laptop’s clock was over a day ahead, or it is none of ours."""
    identity, laptop, number, stamp, at, label, kind, of, seen = line
    ids = (identity, laptop, *(one for one in (of, seen) if one is not None))
    found = isinstance(stamp, str) and _STAMP.fullmatch(stamp)
    fits = all(map(is_id, ids)) and type(number) is int and 0 < number < _MOST and kind in KINDS
    if not (found and fits and isinstance(at, str) and isinstance(label, str)):
        raise strange(name)
    refuse_late(stamp, name, now)
    return {
        "id": identity,
        "laptop": laptop,
        "number": number,
        "stamp": stamp,
        "at": clean(at, mark=MARK).text,
        "label": clean(label, mark=MARK).text,
        "kind": kind,
        "of": of,
        "seen": seen,
    }


def refuse_late(stamp: object, name: str, now: int) -> None:
    """Raise Problem for a stamp that is over a day ahead of this laptop’s time; what is no stamp is seen later."""
    found = _STAMP.fullmatch(stamp) if isinstance(stamp, str) else None
    if found and int(found[1], 16) > now + DAY:
        raise Problem(
            "De klok van de laptop waarop {name} is gemaakt, liep meer dan een dag voor. Controleer de datum op "
            "deze en op die laptop. Er is niets overgenomen.",
            name=name,
        )


def seen(line: Line, name: str) -> dict[str, Any]:
    """Return a row of ``seen``."""
    identity, vector = line
    numbers = _decoded(vector, name)
    if not (is_id(identity) and all(is_id(who) and type(number) is int for who, number in numbers.items())):
        raise strange(name)
    return {"id": identity, "vector": dict(numbers)}


def change(line: Line, name: str) -> tuple[Line, Mapping[str, Any]]:
    """Return a line for ``change`` as the driver takes it, and the fields after it; texts are clean.

    Its step is known to be one of ours.
    """
    step_id, position, table, row, before, after = line
    if not (type(position) is int and 0 <= position < _MOST and table in JOURNALED and is_id(row)):
        raise strange(name)
    if before is not None:
        before, _ = _fields(before, table, name)
    after, fields = _fields(after, table, name)
    return (step_id, position, table, row, before, after), fields


def picture(line: Line, name: str) -> dict[str, Any]:
    """Return a row of ``picture``, whose id is made from its bytes."""
    identity, kind, data = line
    if not isinstance(data, bytes) or kind not in FORMATS or sha256(data).hexdigest()[:32] != identity:
        raise strange(name)
    return {"id": identity, "format": kind, "data": data}


def is_id(value: object) -> bool:
    """Say whether a value is an identity."""
    return type(value) is str and _ID.fullmatch(value) is not None


def _decoded(text: object, name: str) -> Mapping[str, Any]:
    try:
        value, end = _decode(text, 0) if type(text) is str else (None, 0)
    except (ValueError, RecursionError, StopIteration):
        value, end = None, 0
    if type(value) is not dict or end != len(str(text)):
        raise strange(name)
    return value


def identity(value: object, name: str) -> str:
    """Return an id; Problem when it is none of ours."""
    if not (isinstance(value, str) and is_id(value)):
        raise strange(name)
    return value


def fields(given: Mapping[str, Any], table: str, name: str) -> dict[str, Any]:
    """Return fields with clean texts; Problem for a field that the table has not, or of another kind."""
    _refuse_strange(given, table, name)
    return {field: _cleaned(value) for field, value in given.items()}


def _fields(text: object, table: str, name: str) -> tuple[str, Mapping[str, Any]]:
    """Return the JSON of fields as it is kept, and what it says; only fields that the table has."""
    found = _decoded(text, name)
    if isinstance(text, str) and text.isprintable() and not ("\\" in text and _ESCAPED.search(text)):
        _refuse_strange(found, table, name)
        return text, found
    fit = fields(found, table, name)
    return dumps(fit), fit


def _refuse_strange(given: Mapping[str, Any], table: str, name: str) -> None:
    """Raise Problem for a field that the table has not, or of another kind. Shapes seen are remembered."""
    shape = (table, *given, *map(type, given.values()))
    lists = _fitting.get(shape)
    if lists is None:
        kinds = _kinds(table)
        if any(type(value) not in kinds.get(field, ()) for field, value in given.items()):
            raise strange(name)
        lists = tuple(field for field, value in given.items() if type(value) is list)
        if len(_fitting) < _SHAPES:
            _fitting[shape] = lists
    if lists and any(type(one) is not str for field in lists for one in given[field]):
        raise strange(name)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value, mark=MARK).text
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {key: _cleaned(each) for key, each in value.items()}
    return value


@cache
def _kinds(table: str) -> Mapping[str, tuple[type, ...]]:
    """Return which types of value each field of a table takes in the journal."""
    kinds: dict[str, tuple[type, ...]] = {}
    for column in journal.table_named(table).c:
        if column.name in journal.defaults_of(table):
            is_json = column.type.__class__.__name__ == "JSON"
            kind = type(journal.defaults_of(table)[column.name]) if is_json else column.type.python_type
            kinds[column.name] = (kind, type(None)) if column.nullable else (kind,)
    return kinds
