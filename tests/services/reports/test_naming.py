"""Which subject a person means by what was typed."""

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import ALIGNING, FEEDBACK, REGION_EXTRACT, THEME_DOSSIER
from bouwstenen_app.services import preparing
from bouwstenen_app.services.reports.naming import named, near, perhaps
from bouwstenen_app.storage.store import Store


@pytest.mark.parametrize("typed", ["om", "OM", "Openbaar Ministerie", "openbaar min", "officier van justitie"])
def test_a_partner_is_known_by_slug_name_abbreviation_or_synonym(example_store: Store, typed: str) -> None:
    assert example_store.read(named, ALIGNING, typed) == "om"


def test_a_region_is_known_by_a_part_of_its_name(example_store: Store) -> None:
    assert example_store.read(named, REGION_EXTRACT, "noorderveen") == "Regio Noorderveen (voorbeeld)"
    with pytest.raises(Problem, match="Er is geen regio “regio” in deze werkmap"):
        example_store.read(named, REGION_EXTRACT, "regio")


def test_a_session_is_known_by_its_title(example_store: Store) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    assert example_store.read(named, FEEDBACK, "van signaal") == workshop.id


def test_without_regions_it_says_what_to_do(empty_store: Store) -> None:
    with pytest.raises(Problem, match="Vul eerst bij een sessie de regio in"):
        empty_store.read(named, REGION_EXTRACT, "Zuid")


@pytest.mark.parametrize("typed", ["", "  ", "???"])
def test_what_is_no_name_is_no_theme(example_store: Store, typed: str) -> None:
    with pytest.raises(Problem, match="Er is geen thema"):
        example_store.read(named, THEME_DOSSIER, typed)


def test_near_names_are_those_a_few_letters_away_then_those_that_hold_it() -> None:
    names = ("Zorg", "Ouderenzorg", "Politie", "Regio Noorderveen")
    assert near("zorgg", names)[0] == "Zorg"
    assert near("Polite", names) == ("Politie",)
    assert near("Noordveen", names) == ("Regio Noorderveen",)
    assert perhaps("Polite", names) == "Bedoelde je “Politie”?"
    assert perhaps("maan", names) == "Er is wel “Zorg”, “Ouderenzorg”, “Politie” en 1 andere."
    assert perhaps("maan", ()) == ""
