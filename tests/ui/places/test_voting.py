from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.hands import told

from bouwstenen_app.domain.beamer import VOTES
from bouwstenen_app.domain.voting import Rule, rule_of
from bouwstenen_app.services import boards, capturing, preparing, voting
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.voting import LATER, Voting
from bouwstenen_app.ui.places.way_acts import LINE
from bouwstenen_app.ui.widgets.voting_page import VotingPage

RESOURCES = Path(__file__).parents[3] / "resources"
LINES = (
    "Vaste agent in de wijk +2",
    "Kinderen zelf vragen",
    "Eerst bellen, dan schrijven",
    "Eén vaste agent in wijk",
)

Key = Qt.Key
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Opening", "Wat werkt al?"))
    empty_store.do("Vastgelegd", capturing.capture_lines, LINES, workshop=made.result)
    return made.result


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    place = begun()
    QApplication.processEvents()  # the keys of the place are heard from the first turn of the event loop
    QTest.keyClick(place.page.bar.line, Key.Key_F8)
    return place


@pytest.fixture
def page(place: CapturePlace) -> VotingPage:
    way = place.ways.way("stemmen")
    assert isinstance(way, Voting)
    return way.page


def typed(page: VotingPage, text: str, *keys: Qt.Key) -> None:
    QTest.keyClicks(page.table, text)
    for key in keys:
        QTest.keyClick(page.table, key)


def votes(store: Store, workshop: str) -> Sequence[int]:
    return [ballot.votes for ballot in store.read(voting.ballots, workshop)]


def last_step(store: Store) -> str:
    step = store.undoable()
    assert step is not None
    return step.label


def test_f8_brings_the_table_of_votes_with_the_focus_in_it(place: CapturePlace, page: VotingPage) -> None:
    assert place.ways.current == "stemmen"
    assert page.table.hasFocus()
    assert [ballot.number for ballot in page.model.ballots] == [1, 2, 3, 4]
    assert place.ways.scene.kind == VOTES
    assert not place.page.inspector.isVisible()


def test_every_number_is_a_step_in_words_that_can_be_undone(
    place: CapturePlace, page: VotingPage, empty_store: Store, workshop: str
) -> None:
    typed(page, "7", Key.Key_Return)
    typed(page, "1", Key.Key_Return)
    assert votes(empty_store, workshop) == [7, 1, 0, 0]
    assert last_step(empty_store) == "Bouwsteen 2: 1 stem"
    place._desk.undo()
    place._desk.undo()
    assert votes(empty_store, workshop) == [2, 0, 0, 0]
    assert page.model.ballots[0].votes == 2


def test_a_called_block_that_is_not_there_is_told(place: CapturePlace, page: VotingPage) -> None:
    sentences = told(place)
    typed(page, "99 ")
    assert sentences == ["Er is geen bouwsteen 99 om op te stemmen."]


def test_the_rule_is_set_in_the_fields_and_the_total_is_checked(
    page: VotingPage, empty_store: Store, workshop: str
) -> None:
    assert page.total.text().startswith("2 stemmen geteld. Vul in hoeveel stemmen ieder heeft")
    for field, number in ((page.rule.each, "4"), (page.rule.participants, "3")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, number)
        QTest.keyClick(field, Key.Key_Return)
    assert page.table.hasFocus()
    page.rule.stack.setFocus()
    QTest.keyClick(page.rule.stack, Key.Key_Space)

    assert rule_of(empty_store.read(preparing.workshop, workshop)) == Rule(4, False, 3)
    assert page.total.text() == "2 van 12 stemmen geteld: nog 10 te gaan"
    typed(page, "1 14", Key.Key_Return)
    assert page.total.text() == "14 stemmen geteld: 2 meer dan 3 × 4"
    assert page.hint.isVisible()
    assert page.hint.text().startswith("Bouwsteen 1 heeft 14 stemmen")


def test_votes_are_hidden_until_they_are_revealed_to_everyone_at_once(
    page: VotingPage, empty_store: Store, workshop: str
) -> None:
    def shown() -> bool:
        return empty_store.read(preparing.workshop, workshop).votes_shown

    typed(page, "3 9")
    assert not shown()
    QTest.keyClick(page.table, Key.Key_F8, Shift)
    assert shown()
    assert votes(empty_store, workshop)[2] == 9, "what was typed counts"
    assert last_step(empty_store) == "Stemmen onthuld"
    assert [ballot.number for ballot in page.model.ballots] == [3, 1, 2, 4]
    assert page.table.hasFocus()
    assert page.hide_again.isVisible()

    QTest.keyClick(page.table, Key.Key_F8, Shift)
    assert not shown()
    assert page.reveal.isVisible()
    assert [ballot.number for ballot in page.model.ballots] == [1, 2, 3, 4]


def test_look_alikes_are_put_together_in_one_step(
    place: CapturePlace, page: VotingPage, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    sentences = told(place)
    qtbot.waitUntil(page.look_alikes.isVisible)
    page.look_alikes.combine.setFocus()
    QTest.keyClick(page.look_alikes.combine, Key.Key_Return)

    assert sentences == ["Bouwsteen 4 samengevoegd met 1."]
    assert last_step(empty_store) == "Bouwsteen 4 samengevoegd met 1"
    assert [block.number for block in empty_store.read(boards.blocks_of, workshop)] == [3, 2, 1]
    assert not page.look_alikes.isVisible()
    assert page.table.hasFocus()
    place._desk.undo()
    qtbot.waitUntil(page.look_alikes.isVisible)
    assert votes(empty_store, workshop) == [2, 0, 0, 0]


def test_look_alikes_that_are_left_apart_stay_apart(
    place: CapturePlace, page: VotingPage, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.look_alikes.isVisible)
    page.look_alikes.leave.setFocus()
    QTest.keyClick(page.look_alikes.leave, Key.Key_Return)
    assert not page.look_alikes.isVisible()
    place.ways.go_to_line()
    place.ways.go("stemmen")
    QTest.qWait(3 * LATER)
    assert not page.look_alikes.isVisible()
    assert len(votes(empty_store, workshop)) == 4


def test_once_revealed_nothing_is_asked_about_look_alikes(page: VotingPage) -> None:
    QTest.keyClick(page.table, Key.Key_F8, Shift)
    QTest.qWait(3 * LATER)
    assert not page.look_alikes.isVisible()


def test_escape_and_f8_go_back_to_the_line(place: CapturePlace, page: VotingPage) -> None:
    typed(page, "", Key.Key_Escape)
    assert place.ways.current == LINE
    assert place.page.bar.line.hasFocus()
    QTest.keyClick(place.page.bar.line, Key.Key_F8)
    typed(page, "5", Key.Key_F8)
    assert place.ways.current == LINE


def test_leaving_keeps_the_number_that_was_typed(page: VotingPage, empty_store: Store, workshop: str) -> None:
    typed(page, "5", Key.Key_F8)
    assert votes(empty_store, workshop)[0] == 5


def test_a_session_without_blocks_says_what_to_do_first(
    place: CapturePlace, page: VotingPage, empty_store: Store, workshop: str
) -> None:
    ids = [block.id for block in empty_store.read(boards.blocks_of, workshop)]
    place._desk.do("Weg", capturing.remove_blocks, ids)
    assert page.empty.isVisible()
    place.ways.way("stemmen").focus()
    assert page.empty.button is not None
    assert page.empty.button.hasFocus()
    QTest.keyClick(page.empty.button, Key.Key_Return)
    assert place.ways.current == LINE


def test_the_keys_of_the_vote_are_told(place: CapturePlace, page: VotingPage) -> None:
    assert "14, spatie, 7" in [key.keys for key in place.ways.way("stemmen").key_help()]
