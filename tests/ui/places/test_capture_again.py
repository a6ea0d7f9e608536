"""What comes back into the line: an undone block, and the last one to change it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bouwstenen_app.services import boards
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    return begun()


def capture(place: CapturePlace, text: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClicks(place.page.bar.line, text)
    QTest.keyClick(place.page.bar.line, Key.Key_Return, held)


def test_a_block_undone_right_after_enter_does_not_look_thrown_away(place: CapturePlace) -> None:
    capture(place, "Eerst bellen")
    QTest.keyClick(place.page.bar.line, Key.Key_Z, Ctrl)
    assert place.page.bar.line.toPlainText() == "Eerst bellen"
    assert place.page.header.removed.isHidden()


def test_a_block_thrown_away_lies_in_the_bin(place: CapturePlace) -> None:
    capture(place, "Eerst bellen")
    QTest.keyClick(place.page.blocks, Key.Key_Delete)
    assert place.page.header.removed.text() == "Prullenbak (1)"


def test_a_text_that_comes_back_hides_nothing_behind_suggestions(place: CapturePlace) -> None:
    capture(place, "Eerst bellen #herstel ")
    QTest.keyClick(place.page.bar.line, Key.Key_Up)
    assert place.page.bar.editing
    assert not place.page.bar.line.choosing
    QTest.keyClick(place.page.bar.line, Key.Key_Escape)
    assert not place.page.bar.editing


def test_a_line_that_was_emptied_makes_a_new_block(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    capture(place, "Eerst bellen")
    QTest.keyClick(place.page.bar.line, Key.Key_Up)
    QTest.keyClick(place.page.bar.line, Key.Key_A, Ctrl)
    QTest.keyClick(place.page.bar.line, Key.Key_Delete)
    capture(place, "Dan schrijven")
    titles = [block.title for block in empty_store.read(boards.blocks_of, workshop)]
    assert titles == ["Dan schrijven", "Eerst bellen"]


def test_ctrl_enter_opens_the_new_block_whatever_was_open(place: CapturePlace) -> None:
    capture(place, "Eerst bellen")
    capture(place, "Dan schrijven")
    place.page.blocks.setFocus()
    QTest.keyClick(place.page.blocks, Key.Key_Down)
    QTest.keyClick(place.page.blocks, Key.Key_Return)
    place.activated()
    capture(place, "Tot slot terugbellen", Ctrl)
    assert place.page.blocks.marked() == [place.model.block(0).id]
    assert place.page.inspector.blocks == [place.model.block(0).id]
