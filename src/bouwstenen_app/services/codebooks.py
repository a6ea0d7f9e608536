"""The codebook as it is read from the workspace, and the rows it is kept in."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Pool, Text, select, type_coerce
from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import Code, Codebook, Combination, Dimension
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.storage.engine import loads
from bouwstenen_app.storage.tables import CodebookRow, CodeRow, CombinationRow, DimensionRow

Rows = Sequence[Sequence[Any]]

_KEPT: Final[WeakKeyDictionary[Pool, tuple[tuple[Rows, ...], Codebook]]] = WeakKeyDictionary()
"""For each open workspace the rows that were read last, and the codebook they are."""


def codebook(session: Session) -> Codebook:
    """Return the codebook of the workspace; retired codes are in it, removed ones are not.

    As long as its rows are the same it is the same value: with it stay the lookups that were made of it.
    """
    pool = session.get_bind().engine.pool
    rows = tuple(session.execute(query).all() for query in (_HEAD, _DIMENSIONS, _CODES, _COMBINATIONS))
    kept = _KEPT.get(pool)
    if kept is None or kept[0] != rows:
        kept = _KEPT[pool] = rows, _made_of(*rows)
    return kept[1]


def _made_of(heads: Rows, dimensions: Rows, codes: Rows, combinations: Rows) -> Codebook:
    """Return the codebook that is in these rows."""
    title, version = heads[0] if heads else ("", "")
    return Codebook(
        title=title,
        version=version,
        dimensions=tuple(Dimension(**_fields(Dimension, line)) for line in dimensions),
        codes=tuple(Code(**_fields(Code, line)) for line in codes),
        combinations=tuple(Combination(**_fields(Combination, line)) for line in combinations),
    )


def _fields(kind: type[Dimension | Code | Combination], line: Sequence[Any]) -> dict[str, Any]:
    """Return the values of a row by the name of their field."""
    found = zip((field.name for field in fields(kind)), line, strict=True)
    return {name: tuple(loads(value)) if name in _LISTS else value for name, value in found}


def codebook_rows(book: Codebook, raw: Mapping[str, Any]) -> dict[type[Any], list[dict[str, Any]]]:
    """Return the rows of a codebook; ``raw`` is the document it was read from, for its source and notes."""
    dimension_ids = {dimension.slug: dimension.id for dimension in book.dimensions}
    return {
        CodebookRow: [
            {
                "id": derived("codebook", raw["id"]),
                "slug": raw["id"],
                "title": book.title,
                "title_en": raw.get("title_en", ""),
                "version": book.version,
                "language": raw.get("language", "nl"),
                "source": raw.get("source", {}),
                "notes": {key: value for key, value in raw.items() if key.endswith("_note")},
            }
        ],
        DimensionRow: [_plain(dimension) for dimension in book.dimensions],
        CodeRow: [_code_row(code, dimension_ids[code.dimension]) for code in book.codes],
        CombinationRow: [_plain(each) | {"position": place} for place, each in enumerate(book.combinations)],
    }


def _columns(row_class: type[Any], *names: str) -> list[ColumnElement[Any]]:
    """Return columns of a table; what is a list in them stays the text that it is in the file."""
    columns = row_class.__table__.c
    return [type_coerce(columns[name], Text) if name in _LISTS else columns[name] for name in names]


_LISTS: Final = frozenset({"synonyms", "abbreviations", "codes"})
_HEAD: Final = select(CodebookRow.title, CodebookRow.version).where(~CodebookRow.removed)
_DIMENSIONS: Final = (
    select(*_columns(DimensionRow, *(field.name for field in fields(Dimension))))
    .where(~DimensionRow.removed)
    .order_by(DimensionRow.position, DimensionRow.name)
)
_HERE: Final = {"dimension": DimensionRow.slug, "parent": CodeRow.parent_id}
"""What a code has under another name in its row, or in that of its dimension."""
_CODES: Final = (
    select(
        *(_HERE[field.name] if field.name in _HERE else _columns(CodeRow, field.name)[0] for field in fields(Code))
    )
    .join(DimensionRow, DimensionRow.id == CodeRow.dimension_id)
    .where(~CodeRow.removed, ~DimensionRow.removed)
    .order_by(DimensionRow.position, CodeRow.position, CodeRow.name)
)
_COMBINATIONS: Final = (
    select(*_columns(CombinationRow, *(field.name for field in fields(Combination))))
    .where(~CombinationRow.removed)
    .order_by(CombinationRow.position)
)


def _code_row(code: Code, dimension_id: str) -> dict[str, Any]:
    row = _plain(code)
    del row["dimension"]
    return row | {"dimension_id": dimension_id, "parent_id": row.pop("parent")}


def _plain(value: Dimension | Code | Combination) -> dict[str, Any]:
    """Return the fields of a value as a row holds them."""
    found = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: list(held) if isinstance(held, tuple) else held for name, held in found}
