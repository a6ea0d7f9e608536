"""Which codes a word in a file names."""

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.given_tags import as_tag, codes_named, codes_of_heading


def names(book: Codebook, codes: tuple[str, ...]) -> list[str]:
    return [book.code(code).slug for code in codes]


@pytest.mark.parametrize("written", ["politie", "Politie", " @politie ", "#POLITIE"])
def test_a_name_is_known_in_its_dimension_however_it_is_written(written: str, codebook: Codebook) -> None:
    assert names(codebook, codes_named(codebook, "domein", written)) == ["politie"]


def test_an_abbreviation_counts_as_written(codebook: Codebook) -> None:
    assert names(codebook, codes_named(codebook, "domein", "OM")) == ["om"]


def test_a_name_of_another_dimension_is_none_in_this_one(codebook: Codebook) -> None:
    assert codes_named(codebook, "thema", "politie") == ()
    assert names(codebook, codes_named(codebook, "", "politie")) == ["politie"]


def test_nothing_names_nothing(codebook: Codebook) -> None:
    assert (
        codes_named(codebook, "domein", " ")
        == codes_named(codebook, "", "")
        == codes_named(codebook, "", "#")
        == ()
    )


@pytest.mark.parametrize("heading", ["Wat werkt goed", "Knelpunten", "knelpunt", "Ideeën", "De risico’s"])
def test_a_heading_names_a_kind_also_in_the_plural(heading: str, codebook: Codebook) -> None:
    [code] = codes_of_heading(codebook, heading)
    assert codebook.code(code).dimension == "soort"


def test_an_unknown_name_becomes_a_tag_of_its_dimension(codebook: Codebook) -> None:
    assert as_tag(codebook, "domein", "Nieuwe  club") == "@Nieuwe-club"
    assert as_tag(codebook, "", "#eigen woord") == "#eigen-woord"


@pytest.mark.parametrize("text", ["", "  ", "#", "?!", "woord " * 30])
def test_a_sentence_or_nothing_is_no_tag(text: str, codebook: Codebook) -> None:
    assert as_tag(codebook, "thema", text) == ""
