"""The agenda of one session on paper."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report, Table
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import findings
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import preparing, reporting
from bouwstenen_app.storage.store import Store

NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


def _report(store: Store, title: str) -> Report:
    return store.read(reporting.agenda, store.read(preparing.named, title).id)


def _tables(report: Report) -> list[Table]:
    return [item for section in report.sections for item in section.items if isinstance(item, Table)]


def test_it_says_when_what_is_asked_and_how_long_it_takes(example_store: Store) -> None:
    report = _report(example_store, "Van signaal")
    programme, organisations = _tables(report)
    first_round = [cell.text for cell in programme.rows[1]]

    assert report.cover.date == "dinsdag 11 november 2025, 13:00 tot 15:00"
    assert programme.header == ("Tijd", "Onderdeel", "Vraag", "Werkvorm", "Minuten")
    assert first_round[:2] == ["13:10", "Ronde 1: signalen"]
    assert first_round[2].startswith("Waar in jouw werk")
    assert first_round[4] == "25"
    assert [cell.text for cell in organisations.rows[0]] == ["Lokale teams", "7"]
    assert "van 13:00 tot 15:00" in report.text()
    assert "Verslag eerst langs drie meelezers" in report.text()


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (130, "Er is 10 minuten speling."),
        (119, "Dat is 1 minuut langer dan de sessie duurt."),
    ],
)
def test_it_holds_the_steps_against_the_time_there_is(example_store: Store, minutes: int, told: str) -> None:
    workshop = example_store.read(preparing.named, "Van signaal")
    example_store.do("Duur", preparing.edit_workshop, workshop.id, minutes=minutes)

    assert told in _report(example_store, "Van signaal").text()


def test_a_bare_session_leaves_out_what_it_does_not_have(empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Kaal")
    report = _report(empty_store, "Kaal")

    assert [section.title for section in report.sections] == ["Programma"]
    assert _tables(report)[0].header == ("Onderdeel",)
    assert report.cover.date == ""


def test_a_session_that_is_not_there_is_a_problem(empty_store: Store) -> None:
    with pytest.raises(Problem):
        empty_store.read(reporting.agenda, "weg")


def test_the_word_file_has_nothing_to_mend(example_store: Store, tmp_path: Path) -> None:
    target = tmp_path / "draaiboek.docx"
    for _ in word.write(_report(example_store, "Van signaal"), target, template=report_template(), now=NOW):
        pass

    assert findings(target) == ()


def test_the_vote_rule_is_told_with_its_number(empty_store: Store) -> None:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Kaal").result
    rule = {"votes_each": 4, "votes_stack": False, "vote_rule": "eerst stil kiezen"}
    empty_store.do("Stemmen", preparing.edit_workshop, made, **rule)

    told = "Stemmen: 4 stemmen per deelnemer, op elke bouwsteen hoogstens één; eerst stil kiezen"
    assert told in _report(empty_store, "Kaal").text()
