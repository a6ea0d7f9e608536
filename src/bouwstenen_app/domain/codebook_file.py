"""The codebook as it is written in a file (``codeboek/1``), read into values."""

from collections.abc import Mapping, Sequence
from typing import Any

from bouwstenen_app.domain.codebook import Code, Codebook, Combination, Dimension
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem

SCHEMA = "codeboek/1"


def read_codebook(data: Mapping[str, Any]) -> Codebook:
    """Return the codebook in a parsed ``codeboek/1`` document; Problem if it is something else."""
    if data.get("schema") != SCHEMA:
        raise Problem("Dit bestand is geen codeboek van Bouwstenen. Kies een bestand met de schemanaam codeboek/1.")
    codes = tuple(_code(item) for item in data["codes"])
    by_slug: dict[str, list[Code]] = {}
    for code in codes:
        by_slug.setdefault(code.slug, []).append(code)
    return Codebook(
        title=data["title"],
        version=data["version"],
        dimensions=tuple(sorted(map(_dimension, data["dimensions"]), key=lambda d: d.position)),
        codes=codes,
        combinations=tuple(_combination(item, by_slug) for item in data.get("combinations", ())),
    )


def write_codebook(book: Codebook, head: Mapping[str, Any]) -> dict[str, Any]:
    """Return a codebook as a ``codeboek/1`` document; ``head`` gives what it says of its origin (id, source …)."""
    by_slug: dict[str, list[Code]] = {}
    for code in book.codes:
        by_slug.setdefault(code.slug, []).append(code)
    return {
        "schema": SCHEMA,
        **head,
        "title": book.title,
        "version": book.version,
        "dimensions": [_written_dimension(book, one) for one in book.dimensions],
        "combinations": [_written_combination(book, one, by_slug) for one in book.combinations],
        "codes": [_written_code(book, one) for one in book.codes],
    }


def _written_dimension(book: Codebook, one: Dimension) -> dict[str, Any]:
    return {
        "id": one.slug,
        "name": one.name,
        "name_en": one.name_en,
        "definition": one.definition,
        "seed_quote": one.seed_quote or None,
        "quick_prefix": one.prefix,
        "multiple": one.multiple,
        "recommended": one.recommended,
        "order": one.position,
        "n_codes": len(book.of(one.slug)),
    }


def _written_code(book: Codebook, code: Code) -> dict[str, Any]:
    above = book.by_id.get(code.parent or "")
    said = {
        "id": code.slug,
        "dimension": code.dimension,
        "parent": above.slug if above else None,
        "name": code.name,
        "name_en": code.name_en,
        "definition": code.definition,
        "seed_quote": code.seed_quote or None,
        "colour": code.colour,
        "colour_dark": code.colour_dark,
        "colour_tint": code.colour_tint,
        "keywords": list(code.synonyms),
        "keywords_case_sensitive": list(code.abbreviations),
        "order": code.position,
    }
    flags = {"retired": code.retired, "favourite": code.favourite}
    return said | {name: on for name, on in flags.items() if on}


def _written_combination(book: Codebook, one: Combination, by_slug: Mapping[str, Sequence[Code]]) -> dict[str, Any]:
    codes = [book.by_id[code] for code in one.codes if code in book.by_id]
    return {
        "id": one.slug,
        "name": one.name,
        "quick_prefix": one.prefix,
        "expands_to": [
            code.slug if _meant(by_slug[code.slug], one.prefix).id == code.id else f"{code.dimension}/{code.slug}"
            for code in codes
        ],
        "keywords": list(one.synonyms),
        "seed_quote": one.seed_quote or None,
    }


def dimension_id(slug: str) -> str:
    """Return the identity of a standard dimension: the same on every laptop."""
    return derived("dimension", slug)


def code_id(dimension: str, slug: str) -> str:
    """Return the identity of a standard code: the same on every laptop."""
    return derived("code", dimension, slug)


def _dimension(item: Mapping[str, Any]) -> Dimension:
    return Dimension(
        id=dimension_id(item["id"]),
        slug=item["id"],
        name=item["name"],
        name_en=item.get("name_en") or "",
        definition=item.get("definition") or "",
        seed_quote=item.get("seed_quote") or "",
        prefix=item["quick_prefix"],
        multiple=item["multiple"],
        recommended=item.get("recommended", False),
        position=item["order"],
    )


def _code(item: Mapping[str, Any]) -> Code:
    dimension = item["dimension"]
    return Code(
        id=code_id(dimension, item["id"]),
        slug=item["id"],
        dimension=dimension,
        name=item["name"],
        parent=code_id(dimension, item["parent"]) if item.get("parent") else None,
        name_en=item.get("name_en") or "",
        definition=item.get("definition") or "",
        seed_quote=item.get("seed_quote") or "",
        colour=item["colour"],
        colour_dark=item["colour_dark"],
        colour_tint=item["colour_tint"],
        synonyms=tuple(item.get("keywords", ())),
        abbreviations=tuple(item.get("keywords_case_sensitive", ())),
        position=item["order"],
        retired=item.get("retired", False),
        favourite=item.get("favourite", False),
    )


def _combination(item: Mapping[str, Any], by_slug: Mapping[str, Sequence[Code]]) -> Combination:
    prefix = item["quick_prefix"]
    return Combination(
        id=derived("combination", prefix, item["id"]),
        slug=item["id"],
        name=item["name"],
        prefix=prefix,
        codes=tuple(_named(slug, by_slug, prefix) for slug in item["expands_to"]),
        synonyms=tuple(item.get("keywords", ())),
        seed_quote=item.get("seed_quote") or "",
    )


def _named(slug: str, by_slug: Mapping[str, Sequence[Code]], prefix: str) -> str:
    """Return the id of the code that a combination names, as ``slug`` or as ``dimension/slug``."""
    dimension, found, name = slug.partition("/")
    return code_id(dimension, name) if found else _meant(by_slug[slug], prefix).id


def _meant(codes: Sequence[Code], prefix: str) -> Code:
    """Return, of codes with one slug, the one that the prefix of a combination points at."""
    fitting = [code for code in codes if (code.dimension == "domein") == (prefix == "@")]
    return (fitting or list(codes))[0]
