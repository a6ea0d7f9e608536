from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.history_panel import HistoryPanel
from bouwstenen_app.ui.widgets.marked_text import MarkedText


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store) -> Iterator[CapturePlace]:
    made = preparing.create_workshop
    workshop = empty_store.do("Sessie", made, title="Proef", on=date(2026, 11, 24)).result
    empty_store.do("Bouwsteen vastgelegd", capturing.capture, "Warm overdragen", workshop=workshop)
    place = CapturePlace(Desk(empty_store), theme)
    qtbot.addWidget(place)
    place.resize(1300, 860)
    with qtbot.waitExposed(place):
        place.show()
    place.page.blocks.setFocus()
    QTest.keyClick(place.page.blocks, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: bool(place.page.inspector.blocks))
    yield place
    place.hide()


def panel(place: CapturePlace) -> HistoryPanel:
    found = place.page.inspector.findChild(HistoryPanel)
    assert isinstance(found, HistoryPanel)
    return found


def lines(place: CapturePlace) -> list[str]:
    texts = panel(place).findChildren(MarkedText)
    return [text.text for text in sorted(texts, key=lambda one: one.y()) if not text.isHidden()]


def test_it_is_closed_until_it_is_asked_for(place: CapturePlace) -> None:
    assert panel(place).isVisible()
    assert not panel(place).is_open
    assert lines(place) == []


def test_it_tells_what_happened_in_dutch_the_newest_first_and_follows(place: CapturePlace, qtbot: QtBot) -> None:
    panel(place).button.click()
    block = place.page.inspector.blocks[0]
    place.acts.set_field(block, "title", "Warm en op tijd overdragen")
    place.acts.vote([block], 1)
    place._desk.undo()
    qtbot.waitUntil(lambda: len(lines(place)) == 11)

    told = [line for line in lines(place) if "2026" not in line]
    assert told == [
        "Ongedaan gemaakt: Stem erbij: Bouwsteen 1",
        "Stemmen: 1 → 0",
        "Stem erbij: Bouwsteen 1",
        "Stemmen: 0 → 1",
        "Titel van bouwsteen 1 gewijzigd",
        "Titel: Warm overdragen → Warm en op tijd overdragen",
        "Bouwsteen vastgelegd",
    ]


def test_it_goes_away_with_several_blocks_and_folds_by_the_keyboard(place: CapturePlace) -> None:
    button = panel(place).button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert panel(place).is_open
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert not panel(place).is_open
    place.page.inspector.show_blocks([])
    assert panel(place).isHidden()
