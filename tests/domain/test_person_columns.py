import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.column_guessing import divided, guessed
from bouwstenen_app.domain.given_blocks import FIELDS
from bouwstenen_app.domain.person_columns import fields_left_out, is_of_person, left_out

OF_PEOPLE = (
    "Naam", "naam:", "NAAM", "Name", "Voornaam", "Achternaam", "Voor- en achternaam", "Naam deelnemer", "Je naam",
    "Wat is je naam?", "Deelnemer", "Deelnemer(s)", "Auteur", "Author", "Inbrenger", "Ingebracht door", "Door",
    "Ingevuld door:", "Created by", "Gebruikersnaam", "E-mail", "E-mailadres", "Telefoon", "Mobiel nummer tel",
    "Contactpersoon", "BSN", "Geboortedatum", "Postcode", "Respondent", "Cliënt",
)  # fmt: skip
OF_THINGS = (
    "Titel", "Naam organisatie", "Naam van de bouwsteen", "Organisatie", "Partner", "Groepsnaam", "Naam groep",
    "Tafel", "Bestandsnaam", "Aantal deelnemers", "Rol", "Functie", "Regio", "Thema", "Ingebracht", "", "Opmerking",
)  # fmt: skip


@pytest.mark.parametrize("head", OF_PEOPLE)
def test_r01_a_column_of_people_is_known_by_what_stands_above_it(head: str) -> None:
    assert is_of_person(head)
    assert is_of_person(head, ["Jan de Vries", "Fatima"])


@pytest.mark.parametrize("head", OF_THINGS)
def test_a_column_of_something_else_is_not(head: str) -> None:
    assert not is_of_person(head)


def test_name_above_whole_sentences_is_the_name_of_a_block() -> None:
    sentences = ["De wijkagent belt het lokale team elke week", "Eerst samen kijken wat er nodig is"]
    assert not is_of_person("Naam", sentences)
    assert is_of_person("Naam deelnemer", ["Jan"])


def test_participants_that_are_a_number_are_no_people() -> None:
    assert not is_of_person("Deelnemers", ["24", "18"])
    assert is_of_person("Deelnemers", ["Jan, Piet", "24"])


@pytest.mark.parametrize("head", FIELDS)
def test_no_field_that_the_program_itself_writes_is_taken_for_one_of_people(head: str) -> None:
    assert not is_of_person(head)


def test_r01_a_column_of_people_is_never_guessed_to_be_text(codebook: Codebook) -> None:
    rows = [("Naam", "Uitleg"), ("Jan-Willem van de Hoogstraten-Pietersen", "Bellen"), ("Fatima", "Schrijven")]
    table = divided("", [*enumerate(rows, start=1)])
    assert guessed(table, codebook) == ("", "titel")
    assert [*left_out(table, ("", "titel"))] == ["Naam"]
    assert [*left_out(table, ("titel", ""))] == []


def test_a_dimension_of_the_workspace_that_is_called_so_is_that(codebook: Codebook) -> None:
    name = next(one.name for one in codebook.dimensions)
    table = divided("", [(1, ("Titel", name)), (2, ("Samen", "x"))])
    assert "" not in guessed(table, codebook)[:1]


def test_r01_fields_of_people_are_known_in_json_too() -> None:
    item = {"titel": "Samen", "auteur": "Jan", "e_mail": "", "facilitator_rol": "procesbegeleider"}
    assert [*fields_left_out(item)] == ["auteur"]
    assert [*fields_left_out({"contact_persoon": "x", "voornaam": "Jan"})] == ["contact_persoon", "voornaam"]


@given(st.text(max_size=80), st.lists(st.text(max_size=40), max_size=5))
def test_any_head_can_be_asked_about(head: str, cells: list[str]) -> None:
    assert is_of_person(head, cells) in (True, False)
