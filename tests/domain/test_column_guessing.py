"""Which column of a table is what."""

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.column_guessing import divided, guessed
from bouwstenen_app.domain.given_blocks import GivenTable


def table(*rows: tuple[str, ...]) -> GivenTable:
    return divided("", [*enumerate(rows, start=1)])


def test_dutch_heads_are_known_whatever_their_case_and_signs(codebook: Codebook) -> None:
    heads = (
        "TITEL",
        "Omschrijving:",
        "Partner(s)",
        "Thema's",
        "Aantal stemmen",
        "Tafelnr",
        "Sessie",
        "Datum",
        "Regio",
    )
    cells = ("Samen langs", "Uitleg", "politie", "signalen opvolgen", "3", "4", "Zuid", "24-11-2026", "Twente")
    expected = ("titel", "toelichting", "tag:domein", "tag:thema", "stemmen", "tafel", "sessie", "datum", "regio")
    assert guessed(table(heads, cells), codebook) == expected


def test_english_heads_are_known(codebook: Codebook) -> None:
    heads = ("Title", "Description", "Votes", "Theme", "Type", "Next step", "Notes", "Round", "Table")
    cells = ("A", "B", "1", "x", "y", "z", "n", "2", "3")
    expected = (
        "titel",
        "toelichting",
        "stemmen",
        "tag:thema",
        "tag:soort",
        "eerste stap",
        "notitie",
        "ronde",
        "tafel",
    )
    assert guessed(table(heads, cells), codebook) == expected


def test_what_the_program_exports_is_known_column_by_column(codebook: Codebook) -> None:
    heads = (
        *("nummer", "titel", "toelichting", "praktijkvoorbeeld", "nodig", "eerste stap", "minderheidsstandpunt"),
        *("stemmen", "bundel", "sessie", "datum", "regio", "ronde", "tafel", "cluster", "status", "vrijgave"),
        *(one.name.lower() for one in codebook.dimensions),
    )
    found = guessed(GivenTable("", heads, ()), codebook)
    known = ("", *heads[1:8], "", *heads[9:17], *(f"tag:{one.slug}" for one in codebook.dimensions))
    assert found == known


def test_the_head_may_stand_below_a_title_of_the_sheet(codebook: Codebook) -> None:
    found = table(("Opbrengst werksessie",), ("24-11-2026",), ("Bouwsteen", "Stemmen"), ("Samen langs", "4"))
    assert found.head == ("Bouwsteen", "Stemmen")
    assert found.rows == ((4, ("Samen langs", "4")),)


def test_a_dimension_of_ones_own_is_a_field(codebook: Codebook) -> None:
    assert guessed(table(("Titel", "Rijpheid / stap"), ("A", "x")), codebook)[1] == "tag:rijpheid"


def test_votes_above_words_are_no_votes(codebook: Codebook) -> None:
    assert guessed(table(("Titel", "Stemmen"), ("A", "veel"), ("B", "weinig")), codebook) == ("titel", "")


def test_one_column_is_the_title_and_a_second_is_not(codebook: Codebook) -> None:
    assert guessed(table(("Titel", "Bouwsteen", "Stemmen"), ("A", "B", "1")), codebook) == ("titel", "", "stemmen")


def test_without_heads_the_longest_text_is_the_title_and_codes_and_dates_are_seen(codebook: Codebook) -> None:
    rows = [
        ("24-11-2026", "politie", "Wijkagent en wijkteam gaan samen langs"),
        ("25-11-2026", "onderwijs", "School belt met het wijkteam over een signaal"),
        ("26-11-2026", "huisarts", "De huisarts weet niet bij wie hij terecht kan"),
    ]
    found = table(("1", "2", "3"), *rows)
    assert guessed(found, codebook) == ("datum", "tag:domein", "titel") or found.head == ("1", "2", "3")


def test_words_that_nobody_knows_can_stand_above_the_columns_too() -> None:
    long = "Wijkagent en wijkteam gaan samen langs bij het gezin, binnen twee dagen na de melding."
    assert table(("Zegt u het maar", "Kleur"), (long, "geel"), (long, "blauw")).head == ("Zegt u het maar", "Kleur")
    assert table((long, "geel"), (long, "blauw"), (long, "rood")).head == ("", "")


@pytest.mark.parametrize("rows", [(), (("",),), (("a", ""), ("", "b"))])
def test_any_table_can_be_guessed(rows: tuple[tuple[str, ...], ...], codebook: Codebook) -> None:
    assert isinstance(guessed(GivenTable("", (), tuple(enumerate(rows))), codebook), tuple)
