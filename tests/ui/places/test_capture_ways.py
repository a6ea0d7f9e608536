"""Where the work goes on in *Vastleggen*: after the clock, the search field, or a session that was thrown away."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.hands import focused

from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.way_acts import LINE
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.vote_table import VoteTable

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Wat werkt al?",)).result
    empty_store.do("Bouwsteen", capturing.capture, "Eerst bellen", workshop=made)
    return made


@pytest.fixture
def desk(empty_store: Store) -> Desk:
    return Desk(empty_store)


@pytest.fixture
def place(show: Callable[..., CapturePlace], theme: Theme, desk: Desk, workshop: str) -> Iterator[CapturePlace]:
    place = show(CapturePlace(desk, theme), (1024, 700))
    yield place
    place.hide()


def test_esc_goes_from_the_inspector_to_the_list_and_to_the_line(place: CapturePlace) -> None:
    QTest.keyClicks(place.page.bar.line, "Dan terugbellen")
    QTest.keyClick(place.page.bar.line, Key.Key_Return, Ctrl)
    assert place.page.inspector.isAncestorOf(focused())
    QTest.keyClick(focused(), Key.Key_Escape)
    assert focused() is place.page.blocks
    QTest.keyClick(focused(), Key.Key_Escape)
    assert focused() is place.page.bar.line


def test_after_the_clock_the_votes_go_on(place: CapturePlace) -> None:
    QTest.keyClick(place.page.bar.line, Key.Key_F8)
    QTest.keyClick(focused(), Key.Key_T, Ctrl)
    QTest.keyClicks(focused(), "20")
    QTest.keyClick(focused(), Key.Key_Return)
    assert place.timer.timer is not None
    assert isinstance(focused(), VoteTable)


def test_after_the_search_field_the_votes_go_on(place: CapturePlace) -> None:
    QTest.keyClick(place.page.bar.line, Key.Key_F8)
    place.resumed()
    assert place.ways.current == "stemmen"
    assert isinstance(focused(), VoteTable)


def test_the_palette_offers_the_ways_that_are_not_in_front(place: CapturePlace) -> None:
    offered = {command.words: command for command in place.commands()}
    offered["Stemmen"].act()
    assert place.ways.current == "stemmen"
    now = [command.words for command in place.commands()]
    assert "Teruglezen" in now
    assert "Stemmen" not in now


def test_no_way_goes_on_in_a_session_that_was_thrown_away(place: CapturePlace, desk: Desk, workshop: str) -> None:
    place.ways.go("stemmen")
    desk.do("Weg", preparing.remove_workshops, [workshop])
    assert place.workshop is None
    place.ways.go("groeperen")
    assert place.ways.current == LINE


def test_a_session_that_comes_back_is_open_again(place: CapturePlace, desk: Desk, workshop: str) -> None:
    desk.do("Weg", preparing.remove_workshops, [workshop])
    desk.undo()
    assert place.workshop is not None
    assert focused() is place.page.bar.line


def test_what_was_changed_elsewhere_while_a_block_was_in_the_line_stays(
    place: CapturePlace, desk: Desk, workshop: str
) -> None:
    line = place.page.bar.line
    QTest.keyClick(line, Key.Key_Up)
    [block] = desk.read(boards.blocks_of, workshop)
    desk.do("Stemmen", capturing.set_votes, {block.id: 9})
    desk.do("Uitleg", capturing.edit_block, block.id, explanation="Dezelfde dag nog")
    QTest.keyClicks(line, " en terugbellen")
    QTest.keyClick(line, Key.Key_Return)
    [block] = desk.read(boards.blocks_of, workshop)
    assert (block.title, block.votes, block.explanation) == ("Eerst bellen en terugbellen", 9, "Dezelfde dag nog")


def test_the_text_for_a_block_that_was_thrown_away_meanwhile_is_a_new_block(
    place: CapturePlace, desk: Desk, workshop: str
) -> None:
    line = place.page.bar.line
    QTest.keyClick(line, Key.Key_Up)
    QTest.keyClicks(line, " en terugbellen")
    [block] = desk.read(boards.blocks_of, workshop)
    desk.do("Weg", capturing.remove_blocks, [block.id])
    QTest.keyClick(line, Key.Key_Return)
    assert [one.title for one in desk.read(boards.blocks_of, workshop)] == ["Eerst bellen en terugbellen"]
    assert line.toPlainText() == ""
