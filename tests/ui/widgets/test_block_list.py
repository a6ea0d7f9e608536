from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.models.blocks import BlockListModel
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_list import BlockList
from bouwstenen_app.ui.widgets.card_painter import CardPainter

Key = Qt.Key


def block(number: int, **fields: object) -> Block:
    text = "Een toelichting die lang genoeg is om over meer dan een regel te lopen. " * (number % 4)
    return Block(f"{number:032x}", f"K-{number:03d}", number, "w", f"Bouwsteen {number}", text, **fields)  # type: ignore[arg-type]


@pytest.fixture
def painter(theme: Theme, codebook: Codebook) -> CardPainter:
    return CardPainter(theme, codebook)


@pytest.fixture
def cards(painter: CardPainter, qtbot: QtBot) -> BlockList:
    view = BlockList(painter)
    view.setModel(BlockListModel(view))
    view.resize(700, 600)
    qtbot.addWidget(view)
    view.show()
    return view


def fill(cards: BlockList, count: int) -> BlockListModel:
    model = cards.model()
    assert isinstance(model, BlockListModel)
    model.set_blocks(block(number) for number in range(1, count + 1))
    return model


def top_of(cards: BlockList, number: int) -> int:
    model = cards.model()
    assert isinstance(model, BlockListModel)
    return cards.visualRect(model.index_of(block(number).id)).top()


def at(cards: BlockList, row: int, kind: str) -> QPoint:
    """Return the middle of what can be pressed on a card."""
    card = cards._card(row)
    corner = cards.visualRect(cards.model().index(row, 0)).topLeft()
    if kind == "add":
        return corner + next(c.rect.center().toPoint() for c in card.chips if c.spot and c.spot.kind == "add")
    return corner + card.votes.center().toPoint() + QPoint(10 if kind == "more" else -10, 8)


def test_of_five_thousand_cards_only_those_in_sight_are_laid_out(cards: BlockList, painter: CardPainter) -> None:
    fill(cards, 5000)
    cards.viewport().repaint()
    assert 0 < len(painter._layouts) < 20


def test_the_end_is_reached_and_the_last_card_is_whole(cards: BlockList) -> None:
    model = fill(cards, 500)
    cards.setCurrentIndex(model.index(0))
    QTest.keyClick(cards, Key.Key_End)
    rect = cards.visualRect(model.index(499))
    assert cards.currentIndex().row() == 499
    assert rect.top() >= 0
    assert rect.bottom() <= cards.viewport().height()


def test_a_new_card_on_top_leaves_what_is_read_where_it_is(cards: BlockList) -> None:
    model = fill(cards, 200)
    cards.verticalScrollBar().setValue(3000)
    in_sight = cards.indexAt(QPoint(100, 300))
    number = in_sight.data(Qt.ItemDataRole.UserRole).number
    before = top_of(cards, number)
    model.take_in([block(1000)])
    assert top_of(cards, number) == before


def test_scrolling_up_through_cards_never_measured_does_not_jump(cards: BlockList) -> None:
    fill(cards, 300)
    bar = cards.verticalScrollBar()
    bar.setValue(bar.maximum())
    for _ in range(60):
        number = cards.indexAt(QPoint(100, 300)).data(Qt.ItemDataRole.UserRole)
        before = top_of(cards, number.number) if number else 0
        bar.setValue(bar.value() - 40)
        if number:
            assert top_of(cards, number.number) - before == 40


def test_a_changed_card_takes_its_new_height(cards: BlockList) -> None:
    model = fill(cards, 3)
    before = cards.visualRect(model.index(0)).height()
    model.take_in([replace(block(3), title="Een heel lange titel die niet op een regel past. " * 6)])
    assert cards.visualRect(model.index(0)).height() > before


def test_space_marks_and_moving_leaves_the_marks(cards: BlockList) -> None:
    model = fill(cards, 5)
    cards.setCurrentIndex(model.index(0))
    for key in (Key.Key_Space, Key.Key_J, Key.Key_J, Key.Key_Space, Key.Key_K):
        QTest.keyClick(cards, key)
    assert cards.marked() == [block(5).id, block(3).id]
    QTest.keyClick(cards, Key.Key_Escape)
    assert len(cards.marked()) == 1
    QTest.keyClick(cards, Key.Key_Down)
    assert len(cards.marked()) == 1


def test_up_on_the_first_card_goes_back_to_the_line(cards: BlockList, qtbot: QtBot) -> None:
    model = fill(cards, 2)
    cards.setCurrentIndex(model.index(0))
    with qtbot.waitSignal(cards.left):
        QTest.keyClick(cards, Key.Key_Up)


def test_a_question_mark_is_for_the_window(cards: BlockList, qtbot: QtBot) -> None:
    fill(cards, 2)
    with qtbot.assertNotEmitted(cards.opened):
        QTest.keyClicks(cards, "?w")
    assert cards.currentIndex().row() <= 0


def test_what_is_missing_and_votes_can_be_pressed(cards: BlockList, qtbot: QtBot) -> None:
    fill(cards, 2)
    with qtbot.waitSignal(cards.codes_asked) as asked:
        qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at(cards, 1, "add"))
    assert asked.args is not None
    assert asked.args[:2] == [[block(1).id], "domein"]
    for kind, by in (("more", 1), ("fewer", -1)):
        with qtbot.waitSignal(cards.voted) as voted:
            qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at(cards, 0, kind))
        assert voted.args == [[block(2).id], by]


def test_a_screen_reader_finds_the_cards(cards: BlockList) -> None:
    model = BlockListModel(cards, describe=lambda one: f"Bouwsteen {one.number}, 0 stemmen")
    model.set_blocks([block(1), block(2)])
    cards.setModel(model)
    interface = QAccessible.queryAccessibleInterface(cards)
    assert interface.text(QAccessible.Text.Name) == "Bouwstenen"
    assert interface.child(0).text(QAccessible.Text.Name) == "Bouwsteen 2, 0 stemmen"


def test_larger_text_makes_higher_cards(cards: BlockList, theme: Theme) -> None:
    model = fill(cards, 3)
    before = cards.visualRect(model.index(0)).height()
    theme.scale_to(150)
    cards.refresh_look()
    assert cards.visualRect(model.index(0)).height() > before
