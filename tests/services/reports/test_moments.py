from tests.services.reports.telling import chapter, report_of, said, session, tables

from bouwstenen_app.domain.recipes import MOMENTS
from bouwstenen_app.storage.store import Store

TITLE = "Kantelmomenten en levensfasen"


def test_a_moment_says_who_can_make_the_difference(empty_store: Store) -> None:
    session(empty_store, "De aanhouding #kantelmomenten @politie @veiligheid #kind-4-12")
    (section,) = chapter(report_of(empty_store, MOMENTS), TITLE)
    moments, strip = tables(section)

    assert moments[1] == ["SE-001", "De aanhouding", "Politie", "kind (4-12)"]
    assert strip[0][2] == "Kind (4-12)"
    assert strip[1] == ["Bouwstenen", "–", "1", "–", "–", "–", "–"]


def test_stages_that_are_no_age_stand_beside_the_strip(empty_store: Store) -> None:
    session(empty_store, "Samen #hele-huishouden", "Alleen #alle-leeftijden")
    (section,) = chapter(report_of(empty_store, MOMENTS), TITLE)

    assert tables(section) == []
    beside = "1 bij alle leeftijden (0-100) en 1 bij heel gezin of huishouden."
    assert said(section)[-1].startswith(f"Niet bij een leeftijd, maar breder, staan: {beside}")


def test_many_moments_are_named_by_their_number_and_more_are_counted(empty_store: Store) -> None:
    session(empty_store, *(f"Moment {n} #kantelmomenten" for n in range(40)))
    (section,) = chapter(report_of(empty_store, MOMENTS), TITLE)

    assert len(tables(section)[0]) == 9
    assert said(section)[-1].startswith("Ook over een kantelmoment: SE-009, ")
    assert said(section)[-1].endswith("en nog 8 andere.")


def test_without_moments_and_stages_there_is_no_chapter(empty_store: Store) -> None:
    session(empty_store, "Kaal")
    assert chapter(report_of(empty_store), TITLE) == []
