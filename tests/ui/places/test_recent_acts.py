"""R and Q in the list: the tags of a moment ago on other blocks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import boards
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    return begun()


def capture(place: CapturePlace, *texts: str) -> None:
    for text in texts:
        QTest.keyClicks(place.page.bar.line, text)
        QTest.keyClick(place.page.bar.line, Key.Key_Return)
    QTest.keyClick(place.page.bar.line, Key.Key_Escape)


def press(place: CapturePlace, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(place.page.blocks, key)


def tags(store: Store, workshop: str, codebook: Codebook) -> dict[str, set[str]]:
    blocks = store.read(boards.blocks_of, workshop)
    return {block.title: {codebook.code(code).slug for code in block.codes} for block in blocks}


def test_q_puts_the_tags_of_last_time_on_another_block(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    capture(place, "Een", "Twee", "Drie")
    press(place, Key.Key_2, Key.Key_3, Key.Key_J, Key.Key_Q, Key.Key_J, Key.Key_Q)
    assert tags(empty_store, workshop, codebook) == {
        "Een": {"zorg", "straf"},
        "Twee": {"zorg", "straf"},
        "Drie": {"zorg", "straf"},
    }
    empty_store.undo()
    assert tags(empty_store, workshop, codebook)["Een"] == set()


def test_q_after_capturing_repeats_the_tags_of_that_block(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    capture(place, "Een", "Twee @politie #kantelmomenten ")
    press(place, Key.Key_J, Key.Key_Q)
    assert tags(empty_store, workshop, codebook)["Een"] == {"politie", "kantelmomenten"}


def test_q_and_r_without_any_tag_say_so(place: CapturePlace) -> None:
    sentences: list[str] = []
    place.told.connect(lambda sentence, _: sentences.append(sentence))
    capture(place, "Een")
    press(place, Key.Key_Q, Key.Key_R)
    assert sentences == ["Er zijn nog geen tags gezet om te herhalen."] * 2


def test_r_shows_the_tags_used_last_and_a_digit_takes_one_on_or_off(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook
) -> None:
    capture(place, "Een", "Twee @politie ", "Drie #kantelmomenten ")
    press(place, Key.Key_J, Key.Key_J, Key.Key_R)
    menu = place.acts.recent.menu
    assert [action.text() for action in menu.actions()] == ["&1  # Kantelmomenten", "&2  @ Politie"]
    QTest.keyClick(menu, Key.Key_2)
    assert tags(empty_store, workshop, codebook)["Een"] == {"politie"}
    press(place, Key.Key_R)
    assert [action.isChecked() for action in menu.actions()] == [True, False]
    QTest.keyClick(menu, Key.Key_1)
    assert tags(empty_store, workshop, codebook)["Een"] == set()
