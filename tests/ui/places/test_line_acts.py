"""Half-typed text: never older than a moment, also while someone types on, and whose change it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.remembered import DRAFT
from bouwstenen_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Opening", "Wat werkt al?"))
    return made.result


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store, workshop: str) -> Iterator[CapturePlace]:
    place = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    yield place
    place.hide()


def shown(qtbot: QtBot, place: CapturePlace) -> CapturePlace:
    place.resize(1024, 700)
    qtbot.addWidget(place)
    place.show()
    qtbot.waitActive(place)
    place.activated()
    return place


def typed(place: CapturePlace, text: str) -> None:
    QTest.keyClicks(place.page.bar.line, text)


def press(place: CapturePlace, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(place.page.bar.line, key, held)


def test_who_types_on_without_a_pause_is_kept_all_the_while(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    kept: set[str] = set()
    for _ in range(40):
        typed(place, "ab ")
        QTest.qWait(50)
        kept.add(empty_store.recall(DRAFT + workshop))
    whole = place.page.bar.line.toPlainText()
    assert len(kept) >= 5
    assert all(whole.startswith(text) for text in kept)


def test_another_round_or_way_keeps_what_is_half_typed(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    typed(place, "Nog niet af")
    place.step_round(1)
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop) == "Nog niet af", timeout=1000)
    assert place.page.bar.line.toPlainText() == "Nog niet af"
    typed(place, ", nog steeds niet")
    place.page.bar.hide()
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop).endswith("niet"), timeout=1000)


def test_a_half_typed_change_is_still_that_after_a_restart(
    place: CapturePlace, empty_store: Store, workshop: str, theme: Theme, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    typed(place, " en dan")
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop) == "Eerst bellen en dan", timeout=1000)
    again = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert again.page.bar.editing
    typed(again, " schrijven")
    press(again, Key.Key_Return)
    assert [block.title for block in empty_store.read(boards.blocks_of, workshop)] == [
        "Eerst bellen en dan schrijven"
    ]
    typed(again, "Een nieuwe")
    again.page.bar.flush_draft()
    third = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert third.page.bar.line.toPlainText() == "Een nieuwe"
    assert not third.page.bar.editing


def test_a_half_typed_change_of_a_block_that_went_is_a_new_block(
    place: CapturePlace, empty_store: Store, workshop: str, theme: Theme, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    typed(place, " en dan")
    place.page.bar.flush_draft()
    place.acts.remove([place.model.block(0).id])
    again = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert again.page.bar.line.toPlainText() == "Eerst bellen en dan"
    assert not again.page.bar.editing
