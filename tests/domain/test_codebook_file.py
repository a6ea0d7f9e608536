from collections import Counter
from typing import Any

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_file import code_id, dimension_id, read_codebook
from bouwstenen_app.domain.problems import Problem


def test_every_field_of_every_dimension_comes_in(codebook: Codebook, codebook_file: dict[str, Any]) -> None:
    written = [
        {
            "id": d.slug,
            "name": d.name,
            "name_en": d.name_en,
            "definition": d.definition,
            "seed_quote": d.seed_quote or None,
            "quick_prefix": d.prefix,
            "multiple": d.multiple,
            "recommended": d.recommended,
            "order": d.position,
            "n_codes": len(codebook.of(d.slug)),
        }
        for d in codebook.dimensions
    ]

    assert written == [{"seed_quote": None, **item} for item in codebook_file["dimensions"]]


def test_every_field_of_every_code_comes_in(codebook: Codebook, codebook_file: dict[str, Any]) -> None:
    written = [
        {
            "id": c.slug,
            "dimension": c.dimension,
            "parent": codebook.code(c.parent).slug if c.parent else None,
            "name": c.name,
            "name_en": c.name_en,
            "definition": c.definition,
            "seed_quote": c.seed_quote or None,
            "colour": c.colour,
            "colour_dark": c.colour_dark,
            "colour_tint": c.colour_tint,
            "keywords": list(c.synonyms),
            "keywords_case_sensitive": list(c.abbreviations),
            "order": c.position,
        }
        for c in codebook.codes
    ]

    assert written == codebook_file["codes"]


def test_every_field_of_every_combination_comes_in(codebook: Codebook, codebook_file: dict[str, Any]) -> None:
    written = [
        {
            "id": c.slug,
            "name": c.name,
            "quick_prefix": c.prefix,
            "expands_to": [codebook.code(code).slug for code in c.codes],
            "keywords": list(c.synonyms),
            "seed_quote": c.seed_quote or None,
        }
        for c in codebook.combinations
    ]

    assert written == codebook_file["combinations"]


def test_a_combination_with_the_prefix_of_domains_sets_domains(codebook: Codebook) -> None:
    for combination in codebook.combinations:
        if combination.prefix == "@":
            assert {codebook.code(code).dimension for code in combination.codes} == {"domein"}


def test_identities_are_derived_from_names_and_different(codebook: Codebook) -> None:
    everything = [item.id for item in (*codebook.dimensions, *codebook.codes, *codebook.combinations)]

    assert max(Counter(everything).values()) == 1
    assert codebook.by_slug["thema", "leefwereld"].id == code_id("thema", "leefwereld")
    assert codebook.dimension("thema").id == dimension_id("thema")


def test_parents_are_in_the_same_dimension(codebook: Codebook) -> None:
    for code in codebook.codes:
        if code.parent is not None:
            assert codebook.code(code.parent).dimension == code.dimension


@pytest.mark.parametrize("data", [{}, {"schema": "codeboek/2"}, {"schema": "voorbeeldsessies/1"}])
def test_another_document_is_a_problem(data: dict[str, Any]) -> None:
    with pytest.raises(Problem, match="geen codeboek van Bouwstenen"):
        read_codebook(data)
