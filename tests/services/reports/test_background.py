from tests.services.reports.telling import chapter, report_of, said, session

from bouwstenen_app.domain.recipes import BACKGROUND
from bouwstenen_app.services import boards, capturing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

TITLE = "Aanleiding en vraag"


def test_a_marked_block_is_quoted_first_letter_for_letter(example_store: Store) -> None:
    block = example_store.read(boards.select_blocks, Selection())[33]
    example_store.do("Treffend", capturing.edit_block, block.id, exemplary=True, explanation="Zó is het “echt”.")
    lines = said(chapter(report_of(example_store, BACKGROUND), TITLE)[0])

    assert lines[0] == "Drie bouwstenen in de woorden van de deelnemers, letterlijk zoals vastgelegd:"
    assert lines[1] == f"«\u00a0Zó is het “echt”.\u00a0» ({block.spoken_id})"
    assert len([line for line in lines if line.startswith("«")]) == 3


def test_the_same_question_of_several_sessions_is_told_once(empty_store: Store) -> None:
    for title in ("Een", "Twee"):
        session(empty_store, "Iets", title=title, main_question="Hoe dan?")
    session(empty_store, "Iets anders", title="Drie", main_question="Waarom?")
    lines = said(chapter(report_of(empty_store, BACKGROUND), TITLE)[0])

    at = lines.index("De vragen")
    assert set(lines[at + 1 : at + 3]) == {"Hoe dan? (in 2 sessies)", "Drie: Waarom?"}


def test_more_questions_than_fit_are_counted(empty_store: Store) -> None:
    for number in range(7):
        session(empty_store, "Iets", title=f"Sessie {number}", main_question=f"Vraag {number}?")

    assert "Er zijn 7 verschillende hoofdvragen gesteld." in report_of(empty_store, BACKGROUND).text()


def test_it_says_what_the_report_is_and_is_not(empty_store: Store) -> None:
    session(empty_store, "Iets")
    lines = said(chapter(report_of(empty_store, BACKGROUND), TITLE)[0])

    assert lines[0] == "Wat dit rapport wel is, en wat niet"
    assert "geen steekproef" in lines[2]
    assert "Stemmen" not in lines[2]
