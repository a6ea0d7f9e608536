from tests.services.reports.telling import chapter, report_of, said, session, tables

from bouwstenen_app.domain.recipes import RISKS
from bouwstenen_app.storage.store import Store

TITLE = "Risico’s en voorwaarden"


def test_a_risk_says_what_happens_and_what_catches_it(empty_store: Store) -> None:
    session(
        empty_store,
        "Alles tegelijk !risico nodig: rust, tijd",
        "Te snel\nDan haken mensen af. Dat kost tijd. !risico +2 >> Eerst oefenen.",
        "Een plek !voorwaarde nodig: een kamer",
    )
    (section,) = chapter(report_of(empty_store, RISKS), TITLE)
    risks, conditions = tables(section)

    assert risks[1] == ["Te snel", "Dan haken mensen af. Dat kost tijd.", "Eerst oefenen.", "SE-002"]
    assert risks[2] == ["Alles tegelijk", "–", "rust; tijd", "SE-001"]
    assert conditions == [["Voorwaarde", "Wat is ervoor nodig", "Nummer"], ["Een plek", "een kamer", "SE-003"]]
    assert said(section)[0] == "2 bouwstenen waarschuwen voor iets dat mis kan gaan."


def test_a_table_tells_four_and_names_the_others(empty_store: Store) -> None:
    session(empty_store, *(f"Risico {n} !risico" for n in range(7)))
    (section,) = chapter(report_of(empty_store, RISKS), TITLE)

    assert len(tables(section)[0]) == 5
    assert said(section)[-1] == "Ook over een risico: SE-005, SE-006, SE-007."


def test_without_risks_and_conditions_there_is_no_chapter(empty_store: Store) -> None:
    session(empty_store, "Kaal !idee")
    assert chapter(report_of(empty_store), TITLE) == []
