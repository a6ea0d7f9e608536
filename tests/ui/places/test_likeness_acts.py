"""*Lijkt op* while typing: what is said, what Ctrl+M does, and how it goes away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.places.at_the_line import press, typed

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier

GAP = "Na het huisverbod valt het gezin in een gat"
SILENCE = "Tien dagen huisverbod en dan stilte voor het gezin"
HERE = f"Lijkt op 1 (deze sessie): {GAP}"


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    return begun()


def capture(place: CapturePlace, text: str) -> None:
    typed(place, text)
    press(place, Key.Key_Return)


def hint(place: CapturePlace, text: str, qtbot: QtBot) -> str:
    """Type a text, wait for the pause, and return what is said."""
    typed(place, text)
    qtbot.waitUntil(lambda: place.page.bar.like.isVisible(), timeout=2000)
    return place.page.bar.like.sentence


def test_a_pause_brings_the_block_of_this_session_that_says_nearly_the_same(
    place: CapturePlace, qtbot: QtBot
) -> None:
    capture(place, GAP)
    assert not place.page.bar.like.isVisible()
    assert hint(place, SILENCE, qtbot) == HERE
    assert place.page.bar.line.hasFocus()


def test_a_block_of_another_session_is_named_with_where_that_was(
    place: CapturePlace, empty_store: Store, qtbot: QtBot
) -> None:
    other = empty_store.do("Sessie", preparing.create_workshop, title="Eerder", region="Zwolle").result
    empty_store.do("Vastgelegd", capturing.capture, GAP, workshop=other)
    sentence = hint(place, SILENCE, qtbot)
    assert sentence.startswith("Lijkt op ZW")
    assert sentence.endswith(f"-001 (sessie Zwolle): {GAP}")


def test_ctrl_m_adds_the_text_to_that_block_and_ctrl_z_gives_it_back(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook, qtbot: QtBot
) -> None:
    sentences: list[tuple[str, bool]] = []
    place.told.connect(lambda sentence, undo: sentences.append((sentence, undo)))
    capture(place, f"{GAP} +2")
    hint(place, f"{SILENCE} @politie +3", qtbot)
    press(place, Key.Key_M, Ctrl)
    (block,) = empty_store.read(boards.blocks_of, workshop)
    assert (block.title, block.explanation, block.votes) == (GAP, SILENCE, 5)
    assert [codebook.code(code).slug for code in block.codes] == ["politie"]
    assert place.page.bar.line.toPlainText() == ""
    assert not place.page.bar.like.isVisible()
    assert sentences == [("Toegevoegd aan bouwsteen 1.", True)]
    press(place, Key.Key_Z, Ctrl)
    (block,) = empty_store.read(boards.blocks_of, workshop)
    assert (block.explanation, block.votes) == ("", 2)
    assert place.page.bar.line.toPlainText() == f"{SILENCE} @politie +3"


def test_enter_still_makes_a_block_of_its_own(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    capture(place, GAP)
    hint(place, SILENCE, qtbot)
    press(place, Key.Key_Return)
    assert [block.title for block in empty_store.read(boards.blocks_of, workshop)] == [SILENCE, GAP]
    assert not place.page.bar.like.isVisible()


def test_ctrl_m_without_a_hint_does_nothing(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    capture(place, GAP)
    QTest.keyClicks(place.page.bar.line, "Iets")
    press(place, Key.Key_M, Ctrl)
    assert place.page.bar.line.toPlainText() == "Iets"
    assert len(empty_store.read(boards.blocks_of, workshop)) == 1


def test_esc_sends_the_hint_away_for_this_text_and_the_next_esc_goes_to_the_list(
    place: CapturePlace, qtbot: QtBot
) -> None:
    capture(place, GAP)
    hint(place, SILENCE, qtbot)
    press(place, Key.Key_Escape)
    assert not place.page.bar.like.isVisible()
    assert place.page.bar.line.hasFocus()
    QTest.keyClicks(place.page.bar.line, " weer")
    QTest.qWait(400)
    assert not place.page.bar.like.isVisible()
    press(place, Key.Key_Escape)
    assert place.page.blocks.hasFocus()
    place.page.bar.clear()
    place.activated()
    assert hint(place, SILENCE, qtbot) == HERE


def test_going_on_about_something_else_takes_the_hint_away(place: CapturePlace, qtbot: QtBot) -> None:
    capture(place, GAP)
    hint(place, SILENCE, qtbot)
    press(place, Key.Key_A, Ctrl)
    QTest.keyClicks(place.page.bar.line, "De wijkagent vertelt de school wat er met een melding gebeurde")
    qtbot.waitUntil(lambda: not place.page.bar.like.isVisible(), timeout=2000)


def test_a_block_that_is_taken_back_is_not_like_itself(place: CapturePlace) -> None:
    capture(place, GAP)
    press(place, Key.Key_Up)
    QTest.keyClicks(place.page.bar.line, " weer")
    QTest.qWait(400)
    assert not place.page.bar.like.isVisible()


def test_a_block_that_went_meanwhile_leaves_the_text_in_the_line(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    problems: list[str] = []
    place.problem_told.connect(problems.append)
    capture(place, GAP)
    hint(place, SILENCE, qtbot)
    (block,) = empty_store.read(boards.blocks_of, workshop)
    empty_store.do("Weg", capturing.remove_blocks, [block.id])
    press(place, Key.Key_M, Ctrl)
    assert problems == ["Deze bouwsteen is er niet meer. Je tekst staat nog in de regel."]
    assert place.page.bar.line.toPlainText() == SILENCE


def test_a_click_on_the_hint_does_the_same(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    capture(place, GAP)
    hint(place, SILENCE, qtbot)
    QTest.mouseClick(place.page.bar.like, Qt.MouseButton.LeftButton)
    assert [block.explanation for block in empty_store.read(boards.blocks_of, workshop)] == [SILENCE]
