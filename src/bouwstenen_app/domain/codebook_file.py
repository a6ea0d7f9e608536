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
    )


def _combination(item: Mapping[str, Any], by_slug: Mapping[str, Sequence[Code]]) -> Combination:
    prefix = item["quick_prefix"]
    return Combination(
        id=derived("combination", prefix, item["id"]),
        slug=item["id"],
        name=item["name"],
        prefix=prefix,
        codes=tuple(_meant(by_slug[slug], prefix).id for slug in item["expands_to"]),
        synonyms=tuple(item.get("keywords", ())),
        seed_quote=item.get("seed_quote") or "",
    )


def _meant(codes: Sequence[Code], prefix: str) -> Code:
    """Return, of codes with one slug, the one that the prefix of a combination points at."""
    fitting = [code for code in codes if (code.dimension == "domein") == (prefix == "@")]
    return (fitting or list(codes))[0]
