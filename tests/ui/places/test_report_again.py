from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from tests.services.found import explanation, head
from tests.ui.closing import stop_timers
from tests.word_editing import Desk as Word
from tests.word_editing import said

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import boards, capturing, editions
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.making_again import LEAVE, OVERWRITE, TAKE
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.line_button import LineButton

RESOURCES = Path(__file__).parents[3] / "resources"
NOW = datetime(2026, 11, 24, 14, 3)
Key = Qt.Key
WRITTEN = "Zo staat het beter:"
ADDED = "Een alinea van de schrijver zelf."


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, example_store: Store) -> Iterator[ReportPlace]:
    window, jobs = QMainWindow(), Jobs()
    template = RESOURCES / "templates" / "report.docx"
    made = ReportPlace(Desk(example_store), theme, jobs, template=template, now=lambda: NOW)
    window.setCentralWidget(made)
    window.resize(1320, 840)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.recipes.choose("themadossier")
    yield made
    stop_timers(window)
    jobs.cancel_all()
    QApplication.processEvents()
    window.close()


@pytest.fixture
def exported(place: ReportPlace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document as it was exported, that the next export goes over."""
    target = tmp_path / "rapport.docx"
    place.export_to(target)
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    return target


@pytest.fixture
def blocks(example_store: Store, exported: Path) -> list[Block]:
    """Three blocks with an explanation that stands in the document, in its order."""
    whole = said(exported)
    found = example_store.read(boards.select_blocks, Selection())
    inside = [one for one in found if len(one.explanation) > 60 and head(one) in whole][:3]
    return sorted(inside, key=lambda block: whole.index(head(block)))


@pytest.fixture
def asking(
    place: ReportPlace, exported: Path, blocks: list[Block], example_store: Store, qtbot: QtBot
) -> ReportPlace:
    """Somebody typed in two texts, tracked a change in another and wrote a paragraph; then it is exported again."""
    work = Word(exported, "Ik")
    work.replace(head(blocks[0]), WRITTEN, tracked=False).replace(head(blocks[1]), WRITTEN)
    work.add(head(blocks[2]), ADDED).save(exported)
    place.exports.export()
    qtbot.waitUntil(lambda: place.altered.isVisible() or place.findings.isVisible(), timeout=30_000)
    if place.findings.isVisible():
        place.exports.export()
    qtbot.waitUntil(place.altered.isVisible, timeout=30_000)
    return place


def await_written(qtbot: QtBot, place: ReportPlace, target: Path, before: int) -> None:
    qtbot.waitUntil(lambda: target.stat().st_mtime_ns != before and not place.exporting, timeout=30_000)


Wait = Callable[[], None]


@pytest.fixture
def written(asking: ReportPlace, exported: Path, qtbot: QtBot) -> Wait:
    """Wait until the file is another than it was when the question came."""
    before = exported.stat().st_mtime_ns
    return lambda: await_written(qtbot, asking, exported, before)


def test_the_question_takes_the_place_of_the_pages_and_nothing_is_written(
    asking: ReportPlace, exported: Path, blocks: list[Block]
) -> None:
    assert asking.altered._title.text() == "In “rapport.docx” is gewerkt: 3 teksten zijn daar veranderd."
    assert not asking.preview.isVisible()
    assert [choice.current for choice in asking.altered.choices] == [LEAVE] * 3
    assert f"{blocks[0].spoken_id} {blocks[0].title} · toelichting" in [
        one.heading for one in asking.altered._texts
    ]
    assert asking.altered._texts[2].why == "Erbij geschreven in het bestand"
    assert WRITTEN in said(exported)


def test_enter_leaves_what_was_written_as_it_is(
    asking: ReportPlace, exported: Path, blocks: list[Block], example_store: Store, written: Wait
) -> None:
    before = explanation(example_store, blocks[0])
    assert asking.altered.for_all is not None
    QTest.keyClick(asking.altered.for_all._buttons[LEAVE], Key.Key_Return)
    written()

    assert said(exported).count(WRITTEN) == 2
    assert ADDED in said(exported)
    assert explanation(example_store, blocks[0]) == before
    assert not asking.altered.is_asking


def test_all_texts_are_taken_over_in_one_step_with_keys_only(
    asking: ReportPlace, exported: Path, blocks: list[Block], example_store: Store, written: Wait
) -> None:
    before = [explanation(example_store, block) for block in blocks]
    asked = asking.altered.for_all
    assert asked is not None
    QTest.keyClick(asked._buttons[LEAVE], Key.Key_Right)
    QTest.keyClick(asked._buttons[TAKE], Key.Key_Return)
    written()

    after = [explanation(example_store, block) for block in blocks]
    assert [one.startswith(WRITTEN) for one in after] == [True, True, False]
    assert after[2].endswith(ADDED)
    assert said(exported).count(WRITTEN) >= 2  # a block can stand in the chapters of several themes
    labels = []
    while (step := asking._desk.undoable()) is not None and explanation(example_store, blocks[0]) == after[0]:
        labels.append(step.label)
        asking._desk.undo()
    assert labels[-1] == "3 teksten uit “rapport.docx” overgenomen"
    assert [explanation(example_store, block) for block in blocks] == before


def test_each_text_has_a_choice_of_its_own(
    asking: ReportPlace, exported: Path, blocks: list[Block], example_store: Store, written: Wait
) -> None:
    first, second, third = asking.altered.choices
    first._buttons[TAKE].click()
    second._buttons[OVERWRITE].click()
    third._buttons[OVERWRITE].click()
    asking.altered.go_on.click()
    written()

    whole = said(exported)
    assert whole.count(WRITTEN) == 1
    assert head(blocks[1]) in whole
    assert ADDED not in whole
    assert explanation(example_store, blocks[0]).startswith(WRITTEN)
    assert explanation(example_store, blocks[1]).startswith(head(blocks[1]))


def test_a_text_that_changes_here_while_it_is_asked_is_not_lost(
    asking: ReportPlace, exported: Path, blocks: list[Block], example_store: Store
) -> None:
    sentences: list[str] = []
    asking.problem_told.connect(sentences.append)
    before = exported.stat().st_mtime_ns
    asking._desk.do("Hier", capturing.edit_block, blocks[0].id, explanation="Intussen anders.")
    asking.altered.choices[0]._buttons[TAKE].click()
    asking.altered.go_on.click()

    assert len(sentences) == 1
    assert "intussen veranderd" in sentences[0]
    assert explanation(example_store, blocks[0]) == "Intussen anders."
    assert exported.stat().st_mtime_ns == before


def test_another_report_asks_no_more(asking: ReportPlace, exported: Path) -> None:
    before = exported.stat().st_mtime_ns
    asking.recipes.choose("samenvatting")

    assert not asking.altered.is_asking
    assert exported.stat().st_mtime_ns == before


@pytest.mark.parametrize("choice", [LEAVE, TAKE])
def test_r03_what_was_typed_in_the_file_is_looked_at_before_it_goes_out_again(
    place: ReportPlace, exported: Path, blocks: list[Block], example_store: Store, qtbot: QtBot, choice: str
) -> None:
    Word(exported, "Ik").replace(head(blocks[0]), "Bel 06-12345678", tracked=False).save(exported)
    before = exported.stat().st_mtime_ns
    place.exports.export()
    qtbot.waitUntil(place.altered.isVisible, timeout=30_000)
    asked = place.altered.choices[0]
    if choice == TAKE:
        QTest.keyClick(asked._buttons[LEAVE], Key.Key_Right)
    QTest.keyClick(asked._buttons[choice], Key.Key_Return)
    qtbot.waitUntil(place.findings.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)
    assert any("06-12345678" in one.text() for one in place.findings.findChildren(LineButton))
    assert exported.stat().st_mtime_ns == before

    place.findings.reason.setText("Nummer van een loket")
    place.exports.export()
    await_written(qtbot, place, exported, before)
    edition = example_store.read(editions.editions)[0]
    assert edition.reason == "Nummer van een loket"
    assert edition.findings >= 1
