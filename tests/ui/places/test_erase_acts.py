"""Erasing from *Instellingen*: real cards, a real job, a real file; one question, and no way back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.erase_acts import EraseActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.erase_question import EraseQuestion

NAME = "Zwanenburg"


@pytest.fixture
def block(empty_store: Store) -> Block:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result
    made = empty_store.do("Vastgelegd", capturing.capture, f"De familie {NAME} belt", workshop=workshop).result
    return empty_store.read(boards.blocks, [made.block])[0]


@pytest.fixture
def acts(theme: Theme, empty_store: Store, around: Surroundings, block: Block, qtbot: QtBot) -> Iterator[EraseActs]:
    page = QWidget()
    qtbot.addWidget(page)
    jobs = Jobs()
    made = EraseActs(Desk(empty_store, around=around), theme, jobs, page)
    made.card.setParent(page)
    page.show()
    yield made
    jobs.cancel_all()


def asked(acts: EraseActs, qtbot: QtBot) -> EraseQuestion:
    question = acts.card.question
    qtbot.waitUntil(lambda: question.cancel.isVisible())
    return question


def test_r06_a_block_goes_by_its_number_after_one_question(
    acts: EraseActs, block: Block, empty_store: Store, qtbot: QtBot
) -> None:
    acts.card.numbers.setText(block.spoken_id.lower())
    QTest.keyClick(acts.card.numbers, Qt.Key.Key_Return)
    question = asked(acts, qtbot)
    for said in (
        f"“{block.title}”",
        block.spoken_id,
        "niet ongedaan maken",
        "Hier kan het programma niet bij",
        "SSD",
    ):
        assert said in question.text
    assert question.accept.text() == "1 bouwsteen wissen"
    assert question.cancel.hasFocus() or not acts.card.window().isActiveWindow()
    assert empty_store.read(boards.blocks, [block.id]) == (block,)
    with qtbot.waitSignal(acts.done) as done:
        question.accept.click()
    assert done.args == ["1 bouwsteen voorgoed gewist."]
    assert empty_store.read(boards.select_blocks, Selection()) == ()
    assert acts.card.numbers.text() == ""


def test_esc_leaves_everything_as_it_was(acts: EraseActs, block: Block, empty_store: Store, qtbot: QtBot) -> None:
    acts.ask_block(block.id)
    question = asked(acts, qtbot)
    QTest.keyClick(question.cancel, Qt.Key.Key_Escape)
    question.cancel.click()
    assert question.isHidden()
    assert empty_store.read(boards.blocks, [block.id]) == (block,)


def test_r04_a_name_is_replaced_everywhere_after_one_question(
    acts: EraseActs, block: Block, empty_store: Store, qtbot: QtBot
) -> None:
    acts.ask_name(NAME, "[naam]")
    question = asked(acts, qtbot)
    assert f"“{NAME}” wordt overal [naam]." in question.text
    assert "1 bouwsteen" in question.text
    with qtbot.waitSignal(acts.done):
        question.accept.click()
    assert empty_store.read(boards.blocks, [block.id])[0].title == "De familie [naam] belt"
    assert acts.card.name.text() == ""


def test_r04_earlier_versions_alone(acts: EraseActs, block: Block, empty_store: Store, qtbot: QtBot) -> None:
    empty_store.do("Rol", capturing.edit_block, block.id, title="De familie [naam] belt")
    acts.ask_block(block.id, earlier=True)
    question = asked(acts, qtbot)
    assert "Wat er nu staat, blijft" in question.text
    with qtbot.waitSignal(acts.done):
        question.accept.click()
    assert empty_store.read(boards.blocks, [block.id])[0].title == "De familie [naam] belt"


def test_a_name_that_is_nowhere_is_said(acts: EraseActs, qtbot: QtBot) -> None:
    acts.ask_everywhere("Nergensnaam", "[naam]")
    question = asked(acts, qtbot)
    assert "nergens" in question.text
    assert not question.accept.isVisible()


def test_a_number_that_is_not_there_is_said(acts: EraseActs, qtbot: QtBot) -> None:
    acts.card.numbers.setText("XX-999")
    with qtbot.waitSignal(acts.problem_told) as told:
        acts.card.erase.click()
    assert "XX-999" in told.args[0]
    assert acts.card.question.isHidden()


def test_in_a_rehearsal_nothing_is_erased(
    theme: Theme, empty_store: Store, around: Surroundings, block: Block, jobs: Jobs, qtbot: QtBot
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = EraseActs(Desk(empty_store, rehearsing=True, around=around), theme, jobs, page)
    with qtbot.waitSignal(made.told) as told:
        made.ask_block(block.id)
    assert "oefenkopie" in told.args[0]
