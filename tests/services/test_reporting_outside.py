"""What leaves the circle that made it: no small counts of people and no place, whatever the kind of document."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.services.reports.made import ON, made, tables
from tests.services.test_reporting_release import everything_in

from bouwstenen_app.domain.blocks import FREE
from bouwstenen_app.domain.recipes import KINDS, usual
from bouwstenen_app.services import attendance, boards, capturing, preparing, reporting
from bouwstenen_app.storage.store import Store

OUTSIDE = [kind for kind, told in KINDS.items() if told.outside]
PLACELESS = [kind for kind, told in KINDS.items() if told.placeless]
INSIDE = [kind for kind, told in KINDS.items() if not told.outside]
DOCTOR, OFFICER = "qxschoolarts", "qxwijkagent"
SAID = re.compile(rf"{DOCTOR}\W{{0,3}}1\b|\b1 {DOCTOR}|{OFFICER}\W{{0,3}}2\b|\b2 {OFFICER}|\b[12] deelnemers?\b")


@pytest.fixture
def few(example_store: Store) -> Store:
    """The example: in each session one of one organisation and two of another, and nobody else."""
    for workshop in example_store.read(preparing.workshops):
        for line in workshop.attendance:
            example_store.do("Weg", attendance.set_attendance, workshop.id, line.organisation, 0)
        for who, count in ((DOCTOR, 1), (OFFICER, 2)):
            example_store.do("Wie", attendance.set_attendance, workshop.id, who, count)
        example_store.do(
            "Twee", preparing.edit_workshop, workshop.id, participants=2, place="Qxdorp", location="Zaal Qxhoeve"
        )
        block = example_store.read(boards.blocks_of, workshop.id)[0]
        example_store.do("Waar", capturing.edit_block, block.id, title="In Qxdorp belt men eerst", release=FREE)
    return example_store


def _counts(store: Store, kind: str) -> list[str]:
    report = made(store, kind)
    said = SAID.findall(report.text().lower())
    for row in (row for table in tables(report) for row in table.rows):
        cells = [cell.text.strip().lower() for cell in row]
        if any(DOCTOR in cell or OFFICER in cell for cell in cells) and {"1", "2"} & {*cells}:
            said.append(" | ".join(cells))
    return said


@pytest.mark.parametrize("kind", OUTSIDE)
def test_r16_no_small_count_of_people_stands_in_what_goes_outside(few: Store, kind: str) -> None:
    assert _counts(few, kind) == []


def test_r16_the_same_counts_are_told_inside(few: Store) -> None:
    assert any(_counts(few, kind) for kind in INSIDE), "else the test above finds nothing because nothing is told"


@pytest.mark.parametrize("kind", PLACELESS)
def test_r16_no_place_stands_in_what_has_no_places(few: Store, kind: str, tmp_path: Path) -> None:
    report = few.read(reporting.made, replace(usual(kind), on=ON))
    text = everything_in(report, tmp_path / "uit.docx").lower()
    assert "qxdorp" not in text
    assert "qxhoeve" not in text


def test_r16_extracts_for_others_have_no_places_and_a_full_report_tells_them(few: Store) -> None:
    assert any("qxdorp" in made(few, kind).text().lower() for kind in {*KINDS} - {*PLACELESS})
