"""The codebook as it is read from the workspace, and the rows it is kept in."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.codebook import Code, Codebook, Combination, Dimension
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.storage.tables import CodebookRow, CodeRow, CombinationRow, DimensionRow


def codebook(session: Session) -> Codebook:
    """Return the codebook of the workspace; retired codes are in it, removed ones are not."""
    head = session.execute(select(CodebookRow.title, CodebookRow.version).where(~CodebookRow.removed)).first()
    dimensions = _dimensions(session)
    slugs = {dimension.id: dimension.slug for dimension in dimensions}
    codes = tuple(
        _code(line, slugs) for line in session.execute(_CODES).mappings() if line["dimension_id"] in slugs
    )
    return Codebook(
        title=head.title if head else "",
        version=head.version if head else "",
        dimensions=dimensions,
        codes=codes,
        combinations=tuple(_combination(line) for line in session.execute(_COMBINATIONS).mappings()),
    )


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


_CODES = (
    select(*CodeRow.__table__.c)
    .join(DimensionRow, DimensionRow.id == CodeRow.dimension_id)
    .where(~CodeRow.removed, ~DimensionRow.removed)
    .order_by(DimensionRow.position, CodeRow.position, CodeRow.name)
)
_COMBINATIONS = select(*CombinationRow.__table__.c).where(~CombinationRow.removed).order_by(CombinationRow.position)


def _code_row(code: Code, dimension_id: str) -> dict[str, Any]:
    row = _plain(code)
    del row["dimension"]
    return row | {"dimension_id": dimension_id, "parent_id": row.pop("parent")}


def _plain(value: Dimension | Code | Combination) -> dict[str, Any]:
    """Return the fields of a value as a row holds them."""
    found = ((field.name, getattr(value, field.name)) for field in fields(value))
    return {name: list(held) if isinstance(held, tuple) else held for name, held in found}


def _dimensions(session: Session) -> tuple[Dimension, ...]:
    columns = DimensionRow.__table__.c
    query = select(
        columns.id,
        columns.slug,
        columns.name,
        columns.name_en,
        columns.definition,
        columns.seed_quote,
        columns.prefix,
        columns.multiple,
        columns.recommended,
        columns.position,
    )
    lines = session.execute(query.where(~columns.removed).order_by(columns.position, columns.name))
    return tuple(Dimension(**line) for line in lines.mappings())


def _code(line: Mapping[Any, Any], slugs: Mapping[str, str]) -> Code:
    return Code(
        id=line["id"],
        slug=line["slug"],
        dimension=slugs[line["dimension_id"]],
        name=line["name"],
        parent=line["parent_id"],
        name_en=line["name_en"],
        definition=line["definition"],
        seed_quote=line["seed_quote"],
        colour=line["colour"],
        colour_dark=line["colour_dark"],
        colour_tint=line["colour_tint"],
        synonyms=tuple(line["synonyms"]),
        abbreviations=tuple(line["abbreviations"]),
        position=line["position"],
        retired=line["retired"],
        favourite=line["favourite"],
    )


def _combination(line: Mapping[Any, Any]) -> Combination:
    return Combination(
        id=line["id"],
        slug=line["slug"],
        name=line["name"],
        prefix=line["prefix"],
        codes=tuple(line["codes"]),
        synonyms=tuple(line["synonyms"]),
        seed_quote=line["seed_quote"],
    )
