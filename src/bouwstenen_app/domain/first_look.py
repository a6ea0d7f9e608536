"""The first look: what *Vastleggen* showed last, as one text, to show it again before anything is read anew."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code, Codebook, Combination, Dimension
from bouwstenen_app.domain.fitting import refuse_strange
from bouwstenen_app.domain.workshops import Attendance, Cluster, Round, Workshop

MOST: Final = 60
"""How many blocks it holds at most: more than a screen shows."""


@dataclass(frozen=True, slots=True)
class FirstLook:
    """One session with its newest blocks, as they were after ``step``; only shown if that is the last step."""

    step: str
    book: Codebook
    workshop: Workshop
    blocks: tuple[Block, ...]


_PARTS: Final[tuple[type[Any], ...]] = (Dimension, Code, Combination, Round, Attendance, Cluster, Workshop, Block)
_NAMES: Final = [[field.name for field in fields(part)] for part in _PARTS]
"""Which fields stand where: a first look of a version with other fields is not read."""


def write(look: FirstLook) -> str:
    """Return a first look as text."""
    book, workshop = look.book, look.workshop
    return json.dumps(
        {
            "names": _NAMES,
            "step": look.step,
            "book": [book.title, book.version, *map(_lists, (book.dimensions, book.codes, book.combinations))],
            "workshop": [
                _lists(value)
                if isinstance(value, tuple)
                else value.isoformat()
                if isinstance(value, date)
                else value
                for value in _values(workshop)
            ],
            "blocks": _lists(look.blocks[:MOST]),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def read(text: str) -> FirstLook | None:
    """Return the first look in a text; None when it is of another version, or what no version wrote."""
    try:
        said = json.loads(text)
        if said["names"] != _NAMES:
            return None
        title, version, dimensions, codes, combinations = said["book"]
        book = Codebook(
            title, version, _made(Dimension, dimensions), _made(Code, codes), _made(Combination, combinations)
        )
        blocks = _made(Block, said["blocks"])
        _refuse_unknown(book, blocks)
        return FirstLook(str(said["step"]), book, _workshop(said["workshop"]), blocks)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _refuse_unknown(book: Codebook, blocks: Sequence[Block]) -> None:
    """Raise ValueError when something refers to a code or a dimension that is not there: nothing could paint it."""
    codes, dimensions = {code.id for code in book.codes}, {one.slug for one in book.dimensions}
    used = {code for block in blocks for code in block.codes} | {
        own for one in book.combinations for own in one.codes
    }
    used |= {code.parent for code in book.codes if code.parent is not None}
    if not used <= codes or not {code.dimension for code in book.codes} <= dimensions:
        raise ValueError("unknown code")


def _workshop(values: Sequence[Any]) -> Workshop:
    named = dict(zip(_NAMES[_PARTS.index(Workshop)], values, strict=True))
    named["date"] = date.fromisoformat(named["date"]) if named["date"] else None
    named |= {name: tuple(named[name]) for name in ("agreements", "checked")}
    for name, part in (("rounds", Round), ("attendance", Attendance), ("clusters", Cluster)):
        named[name] = _made(part, named[name])
    made = Workshop(**named)
    refuse_strange(made)
    return made


def _lists(values: Sequence[Any]) -> list[Any]:
    return [value if isinstance(value, str) else _values(value) for value in values]


def _values(value: Any) -> list[Any]:
    return [getattr(value, field.name) for field in fields(value)]


def _made(part: type[Any], rows: Sequence[Sequence[Any]]) -> tuple[Any, ...]:
    made = tuple(part(*(tuple(value) if isinstance(value, list) else value for value in row)) for row in rows)
    for one in made:
        refuse_strange(one)
    return made
