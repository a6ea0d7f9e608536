from tests.services.reports.telling import chapter, report_of, said, session

from bouwstenen_app.domain.recipes import VOICES
from bouwstenen_app.storage.store import Store

TITLE = "Stem van ervaringsdeskundigen en cliënten"


def test_voices_stand_literal_in_their_own_order_without_votes(empty_store: Store) -> None:
    session(
        empty_store,
        "Eerste\nIk was er bij. #slachtoffer +1",
        "Tweede\nZo voelt het. #ervaringsdeskundige +9",
        "Derde\nIk ook. #slachtoffer +5",
        "Van een professional\nNiet van mij. #professional +9",
    )
    (section,) = chapter(report_of(empty_store, VOICES), TITLE)
    lines = said(section)

    assert lines[0].startswith("3 bouwstenen komen van mensen die het zelf meemaakten")
    assert lines[1:] == [
        "Ervaringsdeskundige",
        "«\u00a0Zo voelt het.\u00a0» (SE-002)",
        "Slachtoffer",
        "«\u00a0Ik was er bij.\u00a0» (SE-001)",
        "«\u00a0Ik ook.\u00a0» (SE-003)",
    ]


def test_more_voices_than_fit_lead_on_to_the_others(empty_store: Store) -> None:
    session(empty_store, *(f"Stem {n}\nWoorden {n}. #naaste" for n in range(5)))
    (section,) = chapter(report_of(empty_store, VOICES), TITLE)

    assert said(section)[-1] == "Lees ook: SE-003, SE-004, SE-005."


def test_when_nobody_of_them_is_heard_there_is_no_chapter_and_the_account_says_so(empty_store: Store) -> None:
    session(empty_store, "Van ons #professional")
    report = report_of(empty_store)

    assert chapter(report, TITLE) == []
    assert f"“{TITLE}”" in report.text()
