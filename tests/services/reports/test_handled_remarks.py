"""The report of what was done with the remarks of reviewers."""

import datetime
from dataclasses import replace

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report, Table
from bouwstenen_app.domain.reviews import (
    ACCEPTED,
    ADDITION,
    ANSWERED,
    CHANGE,
    COMMENT,
    OPEN,
    REJECTED,
    Remark,
    Review,
)
from bouwstenen_app.services.reports import handled_remarks
from bouwstenen_app.services.reports.handled_remarks import changed, place, said

ON = datetime.date(2026, 3, 9)
ONE = Remark(
    id="1",
    review="r",
    kind=COMMENT,
    subject="block:1",
    field="title",
    heading="RH-001 Eén vast gezicht",
    quote="vast gezicht",
    before="",
    after="",
    text="Waarom?",
    author="Annet",
    date="2026-03-05T09:00:00Z",
    outcome=ANSWERED,
    answer="Omdat het werkt.",
    spoken_id="RH-001",
)
REVIEW = Review("r", "terug.docx", "2026-03-06")


def made(*remarks: Remark) -> Report:
    return handled_remarks.report(remarks, (REVIEW,), ON)


def table(report: Report) -> Table:
    return [item for section in report.sections for item in section.items if isinstance(item, Table)][-1]


def cells(report: Report) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table(report).rows]


def test_each_remark_has_a_row_with_its_place_who_what_and_what_was_done() -> None:
    assert cells(made(ONE)) == [
        ["1", "RH-001 Eén vast gezicht", "Annet\n5 maart 2026", "Bij “vast gezicht”: Waarom?", "beantwoord",
         "Omdat het werkt."],
    ]  # fmt: skip


def test_no_cell_is_empty() -> None:
    bare = replace(ONE, author="", date="", answer="", heading="", spoken_id="", outcome=OPEN, quote="")

    [row] = cells(made(bare))
    assert row == ["1", "Het hele document", "onbekend", "Waarom?", "nog niet behandeld", "–"]


@pytest.mark.parametrize(
    ("remark", "text"),
    [
        (replace(ONE, quote=""), "Waarom?"),
        (replace(ONE, quote="", before="Hoezo?"), "In antwoord op “Hoezo?”: Waarom?"),
        (replace(ONE, kind=ADDITION, after="Altijd."), "Erbij: Altijd."),
        (replace(ONE, kind=CHANGE, after="Nieuw."), "Voorstel: Nieuw."),
        (replace(ONE, kind=CHANGE), "Voorstel: deze tekst weglaten."),
        (replace(ONE, kind=CHANGE, before="Oud."), "Weglaten: Oud."),
        (replace(ONE, kind=CHANGE, before="Oud.", after="Nieuw."), "Was: Oud.\nVoorstel: Nieuw."),
    ],
)
def test_a_remark_is_said_in_words(remark: Remark, text: str) -> None:
    assert said(remark) == text


def test_of_a_long_text_only_what_is_around_the_change_is_shown() -> None:
    before = " ".join(f"w{n}" for n in range(40))
    after = before.replace("w20", "anders en meer")

    assert changed(before, after) == (
        "… w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 …",
        "… w14 w15 w16 w17 w18 w19 anders en meer w21 w22 w23 w24 w25 w26 …",
    )
    assert changed("a b", "a b c") == ("a b", "a b c")
    assert changed("a a", "a") == ("a a", "a")


def test_a_place_is_the_number_and_the_heading_once() -> None:
    assert place(replace(ONE, heading="Kernboodschap", spoken_id="")) == "Kernboodschap"
    assert place(replace(ONE, heading="Titel van de bundel", spoken_id="K-01")) == "K-01 Titel van de bundel"


def test_the_counts_agree_with_the_rows() -> None:
    outcomes = (ACCEPTED, ACCEPTED, REJECTED, OPEN)
    report = made(*(replace(ONE, outcome=one, author=f"Lezer {n % 2}") for n, one in enumerate(outcomes)))

    assert "Van 4 opmerkingen: 2 overgenomen, 1 niet overgenomen en 1 nog niet behandeld." in report.text()
    assert "Lezer 0 | 2 | 1 | 1 | 0" in report.text()
    assert "Lezer 1 | 2 | 1 | 0 | 1" in report.text()
    assert "1 opmerking wacht nog op een antwoord." in report.text()
    assert report.cover.subtitle == "4 opmerkingen uit 1 document"


def test_one_remark_is_told_in_the_singular() -> None:
    assert "Er is 1 opmerking: beantwoord." in made(ONE).text()


def test_without_remarks_there_is_nothing_to_tell() -> None:
    with pytest.raises(Problem, match="Lees eerst"):
        made()
