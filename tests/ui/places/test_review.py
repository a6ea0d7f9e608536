import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.services.found import explanation, head
from tests.ui.hands import told
from tests.word_editing import Desk as Word
from tests.word_editing import said

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.reviews import ACCEPTED, ANSWERED, COMMENT, OPEN, REJECTED
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, capturing, editions, recipes, reporting, reviewing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.review import ReviewPlace
from bouwstenen_app.ui.remembered import REMARK_DRAFTS
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.remark_card import ACCEPT, REOPEN, SHOW
from bouwstenen_app.ui.widgets.remark_writing import ANSWER, WORDING

NOW = datetime.datetime(2026, 11, 24, 14, 3)
EDITION = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"
Key = Qt.Key
Opened = Callable[[Store], ReviewPlace]


@pytest.fixture
def opened(
    example_store: Store, jobs: Jobs, show: Callable[..., ReviewPlace], theme: Theme
) -> Iterator[Opened]:  # closed before its store
    made: list[Desk] = []

    def make(store: Store) -> ReviewPlace:
        made.append(Desk(store))
        return show(ReviewPlace(made[-1], theme, jobs, template=report_template(), now=lambda: NOW))

    yield make
    for desk in made:
        desk.closing.emit()


@pytest.fixture
def report(example_store: Store, tmp_path: Path) -> Path:
    """A document as it was sent to reviewers."""
    recipe = example_store.read(recipes.standard, "meeleesversie")
    made: Report = replace(example_store.read(reporting.consolidated, recipe), edition=EDITION)
    target = tmp_path / "meelezen.docx"
    for _ in word.write(made, target, template=report_template(), now=NOW):
        pass
    example_store.do("Genoteerd", editions.record, recipe.kind, recipe.id, 1, identity=EDITION)
    return target


@pytest.fixture
def blocks(example_store: Store, report: Path) -> list[Block]:
    """Three blocks of which a reviewer changes the explanation, in the order of the document."""
    whole = said(report)
    found = [one for one in example_store.read(boards.select_blocks, Selection()) if len(one.explanation) > 60][:3]
    return sorted(found, key=lambda block: whole.index(head(block)))


@pytest.fixture
def annet(report: Path, blocks: list[Block], tmp_path: Path) -> Path:
    """A copy in which Annet tracked a change in two blocks and said something of a third."""
    first, second, third = blocks
    return (
        Word(report, "Annet")
        .replace(head(first), "Wij stellen voor:")
        .replace(head(second), "Anders gezegd:")
        .comment(head(third), "Klopt dit nog?")
        .save(tmp_path / "terug annet.docx")
    )


@pytest.fixture
def bas(report: Path, blocks: list[Block], tmp_path: Path) -> Path:
    """A copy in which Bas only said something."""
    return Word(report, "Bas").comment(head(blocks[0]), "Mooi!").save(tmp_path / "terug bas.docx")


def read(qtbot: QtBot, place: ReviewPlace, *files: Path) -> None:
    place.read(files)
    qtbot.waitUntil(lambda: not place.acts.busy, timeout=30_000)


def go(place: ReviewPlace, kind: str) -> None:
    """Go to the first remark of a kind."""
    lines = place.page.list.remarks.lines()
    place.page.list.go(next(row for row, line in enumerate(lines) if line.remark.kind == kind))


def press(place: ReviewPlace, key: Qt.Key) -> None:
    QTest.keyClick(place.page.list, key)


def test_without_documents_the_place_says_what_belongs_here(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)

    assert place.page.is_empty
    assert place.page.empty.button is not None
    assert place.page.empty.button.hasFocus()
    assert place._report not in place.header_actions()
    assert place.subtitle() == "Van meelezers, uit Word"


def test_a_document_that_came_back_stands_beside_the_blocks(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, blocks: list[Block]
) -> None:
    place = opened(example_store)
    sentences = told(place)
    read(qtbot, place, annet)

    lines = place.page.list.remarks.lines()
    assert [line.about for line in lines] == [f"{one.spoken_id} {one.title}" for one in blocks]
    assert [line.field for line in lines] == ["toelichting"] * 3
    assert place.subtitle() == "3 van 3 open · 1 document"
    assert sentences == ["3 opmerkingen teruggelezen, bij 3 plaatsen."]
    assert place._report in place.header_actions()
    assert place.page.list.hasFocus()
    was, becomes = place.page.card.texts.shown
    assert was.marked == [head(blocks[0])]
    assert becomes.marked == ["Wij stellen voor:"]


def test_a_change_is_taken_over_and_can_be_undone(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, blocks: list[Block]
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    before = explanation(example_store, blocks[0])
    press(place, Key.Key_A)

    after = before.replace(head(blocks[0]), "Wij stellen voor:", 1)
    assert " ".join(explanation(example_store, blocks[0]).split()) == " ".join(after.split())
    assert place.subtitle() == "2 van 3 open · 1 document"
    shown = place.page.list.current
    assert shown is not None
    assert shown.about.startswith(blocks[1].spoken_id)

    place._desk.undo()
    assert explanation(example_store, blocks[0]) == before
    assert place.subtitle() == "3 van 3 open · 1 document"


def test_r02_an_answer_to_a_reviewer_is_looked_at(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    go(place, COMMENT)
    press(place, Key.Key_T)
    writing = place.page.card.writing
    QTest.keyClicks(writing.text, "Bel 06-12345678 in Rivierenhoek")
    qtbot.waitUntil(lambda: len(writing.text.extraSelections()) == 1)
    QTest.keyClick(writing.text, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert writing.text.toPlainText() == "Bel [telefoonnummer] in Rivierenhoek"


def test_a_remark_is_left_aside_answered_and_opened_again(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    place.page.which._buttons["alle"].click()
    press(place, Key.Key_W)
    go(place, COMMENT)
    press(place, Key.Key_T)
    writing = place.page.card.writing
    assert writing.text.hasFocus()
    QTest.keyClicks(writing.text, "Ja, dat klopt.")
    QTest.keyClick(writing.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    found = {one.kind + one.outcome: one for one in example_store.read(reviewing.remarks)}
    assert found[f"{COMMENT}{ANSWERED}"].answer == "Ja, dat klopt."
    assert [one.outcome for one in example_store.read(reviewing.remarks)] == [REJECTED, OPEN, ANSWERED]
    assert place.page.list.hasFocus()

    place.page.list.go(0)
    press(place, Key.Key_H)
    assert [one.outcome for one in example_store.read(reviewing.remarks)] == [OPEN, OPEN, ANSWERED]
    assert not place.page.card.act(REOPEN)


def test_an_empty_answer_is_refused_and_what_was_typed_stays(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    sentences = told(place)
    press(place, Key.Key_T)
    writing = place.page.card.writing
    QTest.keyClick(writing.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sentences == ["Schrijf eerst een antwoord."]
    assert writing.isVisible()

    QTest.keyClicks(writing.text, "Half")
    QTest.keyClick(writing.text, Key.Key_Escape)
    assert place.page.list.hasFocus()
    press(place, Key.Key_J)
    press(place, Key.Key_K)
    press(place, Key.Key_T)
    assert writing.text.toPlainText() == "Half"


def test_a_half_typed_answer_is_there_again_after_a_stop(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    press(place, Key.Key_T)
    QTest.keyClicks(place.page.card.writing.text, "Half af")
    qtbot.waitUntil(lambda: "Half af" in example_store.recall(REMARK_DRAFTS))

    again = opened(example_store)
    press(again, Key.Key_T)
    assert again.page.card.writing.text.toPlainText() == "Half af"
    QTest.keyClick(again.page.card.writing.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: example_store.recall(REMARK_DRAFTS) == "")


def test_a_text_that_changed_here_since_is_shown_in_three_texts_and_made_one(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, blocks: list[Block]
) -> None:
    place = opened(example_store)
    example_store.do("Hier", capturing.edit_block, blocks[0].id, explanation="Heel iets anders.")
    read(qtbot, place, annet)
    labels = [text.accessibleName().partition(":")[0] for text in place.page.card.texts.shown]
    assert labels == ["Stond in het document", "Voorstel", "Staat hier nu"]
    press(place, Key.Key_A)
    assert explanation(example_store, blocks[0]) == "Heel iets anders."
    writing = place.page.card.writing
    writing.text.setPlainText("Van beide het beste.")
    QTest.keyClick(writing.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert explanation(example_store, blocks[0]) == "Van beide het beste."
    assert example_store.read(reviewing.remarks)[0].outcome == ACCEPTED


def test_a_change_is_taken_over_in_words_of_ones_own(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, blocks: list[Block]
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    press(place, Key.Key_E)
    writing = place.page.card.writing
    assert writing.text.toPlainText().startswith("Wij stellen voor:")
    writing.text.setPlainText("In mijn woorden.")
    writing.accept.click()

    assert explanation(example_store, blocks[0]) == "In mijn woorden."


def test_copies_of_several_reviewers_stand_together_by_what_they_are_about(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, bas: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet, bas)
    authors = [line.remark.author for line in place.page.list.remarks.lines()]
    assert authors == ["Annet", "Bas", "Annet", "Annet"]
    assert place.page.list.remarks.begins(0)
    assert not place.page.list.remarks.begins(1)

    place.page.reader.setCurrentIndex(place.page.reader.findText("Bas"))
    place.page.reader.activated.emit(place.page.reader.currentIndex())
    assert [line.remark.author for line in place.page.list.remarks.lines()] == ["Bas"]
    place._desk.undo()
    assert place.page.is_empty


def test_what_was_read_before_is_told_and_not_kept_twice(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    sentences = told(place)
    read(qtbot, place, annet)

    assert sentences == ["Niets nieuws: wat erin staat is al teruggelezen."]
    assert len(example_store.read(reviewing.remarks)) == 3


def test_a_file_that_is_none_is_told_and_the_others_are_read(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "kapot.docx"
    broken.write_bytes(b"geen Word")
    place = opened(example_store)
    sentences = told(place)
    read(qtbot, place, broken, annet)

    assert len(sentences) == 1
    assert sentences[0].startswith("kapot.docx: ")
    assert len(place.page.list.remarks.lines()) == 3
    assert not place.bar.isVisible()


def test_a_document_can_be_dropped(opened: Opened, example_store: Store, qtbot: QtBot, annet: Path) -> None:
    place = opened(example_store)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(annet))])
    middle = place.rect().center()
    plain = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(middle, *plain)
    QApplication.sendEvent(place, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(place, QDropEvent(QPointF(middle), *plain))
    qtbot.waitUntil(lambda: len(place.page.list.remarks.lines()) == 3, timeout=30_000)


def test_a_document_is_chosen_with_a_key(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(annet)], ""))
    place = opened(example_store)
    assert place.page.empty.button is not None
    QTest.keyClick(place.page.empty.button, Key.Key_Return)
    qtbot.waitUntil(lambda: len(place.page.list.remarks.lines()) == 3, timeout=30_000)


def test_what_was_done_goes_to_word(
    opened: Opened,
    example_store: Store,
    qtbot: QtBot,
    annet: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "verwerking.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    read(qtbot, place, annet)
    press(place, Key.Key_A)
    place._report.click()
    qtbot.waitUntil(lambda: target.exists() and not place.acts.busy, timeout=30_000)

    table = Document(str(target)).tables[-1]
    assert [row.cells[4].text for row in table.rows[1:]] == ["overgenomen", *["nog niet behandeld"] * 2]
    assert place.bar.text.startswith("Opgeslagen: verwerking.docx")


def test_r03_with_an_identifier_in_it_what_was_done_goes_out_with_a_reason_only(
    opened: Opened,
    example_store: Store,
    qtbot: QtBot,
    report: Path,
    blocks: list[Block],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy = (
        Word(report, "Annet de Vries")
        .comment(head(blocks[0]), "Bel mij op 06-12345678")
        .save(tmp_path / "terug.docx")
    )
    target = tmp_path / "verwerking.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    read(qtbot, place, copy)
    place._report.click()
    qtbot.waitUntil(place.findings.isVisible, timeout=30_000)
    assert not target.exists()
    place._report.click()
    assert place.findings.reason.hasFocus()
    QTest.keyClicks(place.findings.reason, "Zij vraagt het zelf")
    place._report.click()
    qtbot.waitUntil(lambda: target.exists() and not place.acts.busy, timeout=30_000)

    edition = example_store.read(editions.editions)[0]
    assert (edition.kind, edition.reason) == ("verwerking", "Zij vraagt het zelf")
    assert "Annet" not in place.bar.text


def test_when_everything_is_done_the_list_says_so(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    for _ in range(3):
        press(place, Key.Key_W)

    assert place.page.list.remarks.rowCount() == 0
    assert place.page._none.isVisible()
    assert place.page._none.text().startswith("Alles is behandeld.")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert place.page.isAncestorOf(focused)
    QTest.keyClick(focused, Key.Key_O)
    assert place.page.list.remarks.rowCount() == 3
    place._desk.undo()
    assert place.page.list.remarks.rowCount() == 3


def test_a_document_is_put_away_and_comes_back(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    place.page.card.forget.click()
    assert place.page.is_empty

    place._desk.undo()
    assert len(place.page.list.remarks.lines()) == 3


def test_the_block_of_a_remark_is_shown(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, blocks: list[Block]
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    with qtbot.waitSignal(place.block_asked) as asked:
        assert place.page.card.act(SHOW)

    assert asked.args == [blocks[0].id]


def test_escape_goes_back_to_the_list_and_then_to_the_report(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    press(place, Key.Key_T)
    QTest.keyClick(place.page.card.writing.text, Key.Key_Escape)
    assert place.page.list.hasFocus()
    with qtbot.waitSignal(place.place_asked) as asked:
        press(place, Key.Key_Escape)
    assert asked.args == ["report"]


def test_an_added_line_comes_under_the_text_and_a_comment_only_gets_noted(
    opened: Opened, example_store: Store, qtbot: QtBot, report: Path, blocks: list[Block], tmp_path: Path
) -> None:
    back = Word(report, "Annet").add(head(blocks[0]), "En dit hoort erbij.").comment(head(blocks[1]), "Hoezo?")
    place = opened(example_store)
    read(qtbot, place, back.save(tmp_path / "terug.docx"))
    before = explanation(example_store, blocks[0])
    press(place, Key.Key_A)
    assert explanation(example_store, blocks[0]) == f"{before}\nEn dit hoort erbij."

    sentences = told(place)
    same = explanation(example_store, blocks[1])
    assert place.page.card.buttons[WORDING].isHidden()
    assert not place.page.card.buttons[ANSWER].isHidden()
    assert place.page.card.act(ACCEPT)
    assert explanation(example_store, blocks[1]) == same
    assert sentences == ["Genoteerd als overgenomen. De tekst pas je zelf aan."]


def test_one_word_of_any_length_and_signs_of_markup_stay_inside_the_card(
    opened: Opened, example_store: Store, qtbot: QtBot, report: Path, blocks: list[Block], tmp_path: Path
) -> None:
    name, word = "<b>Annet</b>" + "x" * 200, "ij" * 400
    back = Word(report, name).comment(head(blocks[0]), f"<i>{word}</i> \u202e אבג 👩‍👩‍👧")
    example_store.do("Lang", capturing.edit_block, blocks[0].id, title=word)
    place = opened(example_store)
    place.window().resize(1024, 700)
    read(qtbot, place, back.save(tmp_path / f"{'x' * 120}.docx"))
    press(place, Key.Key_T)
    place.page.card.writing.text.setPlainText(word)
    QTest.keyClick(place.page.card.writing.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    place.page.which._buttons["alle"].click()
    QApplication.processEvents()

    card, scroll = place.page.card, place.page._scroll
    assert card.width() <= scroll.viewport().width()
    assert f"<i>{word}" in card.texts.shown[0].text
    assert card._answer.text == word
    assert name[:80] in card._from.text


def test_a_passage_of_the_report_is_changed_by_what_a_reviewer_made_of_it(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    recipe = example_store.read(recipes.standard, "geconsolideerd")
    example_store.do(
        "Eigen tekst", recipes.write_passage, recipe.id, "section:themas", "Zo lees je dit hoofdstuk het best."
    )
    made = replace(example_store.read(reporting.consolidated, recipe), edition=EDITION)
    sent = tmp_path / "rapport.docx"
    for _ in word.write(made, sent, template=report_template(), now=NOW):
        pass
    example_store.do("Genoteerd", editions.record, recipe.kind, recipe.id, 1, identity=EDITION)
    place = opened(example_store)
    read(qtbot, place, Word(sent, "Annet").replace("het best", "het snelst").save(tmp_path / "terug.docx"))
    line = place.page.list.current
    assert line is not None
    assert line.about == "Beeld per thema"
    press(place, Key.Key_A)

    kept = example_store.read(recipes.passages, recipe.id)["section:themas"]
    assert kept.text == "Zo lees je dit hoofdstuk het snelst."


def test_a_workspace_that_is_only_looked_at_says_so(
    opened: Opened, example_store: Store, qtbot: QtBot, annet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(example_store)
    read(qtbot, place, annet)
    monkeypatch.setattr(example_store, "refusal", Problem("Dit is een kopie om in te kijken."))
    sentences = told(place)
    press(place, Key.Key_A)

    assert sentences == ["Dit is een kopie om in te kijken."]
    assert example_store.read(reviewing.remarks)[0].outcome == OPEN
