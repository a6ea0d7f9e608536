from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.services import arranging, boards, bundling, capturing, tagging
from bouwstenen_app.services.arranging import Order
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.widgets.arrange_bar import BOARD, LIST, TABLE
from bouwstenen_app.ui.widgets.block_table import BlockTable
from bouwstenen_app.ui.widgets.board import Board
from bouwstenen_app.ui.widgets.board_list import CARDS_TYPE, BoardList

Opened = Callable[[Store], OrganisePlace]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def look(place: OrganisePlace, view: str) -> None:
    place.page.arrange.switch._buttons[view].click()
    QApplication.processEvents()


def board_of(place: OrganisePlace) -> Board:
    look(place, BOARD)
    place.arrangement.focus()
    assert place.arrangement._board is not None
    return place.arrangement._board.board


def table_of(place: OrganisePlace) -> BlockTable:
    look(place, TABLE)
    place.arrangement.focus()
    assert place.arrangement._table is not None
    return place.arrangement._table


def focused(place: OrganisePlace) -> BoardList:
    cards = QApplication.focusWidget()
    assert isinstance(cards, BoardList)
    return cards


def current(place: OrganisePlace) -> Block:
    block = focused(place).current_block()
    assert block is not None
    return block


def counts(board: Board) -> dict[str, int]:
    return {head.name: head.count for head in board.heads}


def fresh(store: Store, identity: str) -> Block:
    block = store.read(boards.block, identity)
    assert block is not None
    return block


def test_a_board_has_a_column_for_every_theme_with_its_count(
    organised: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = organised(example_store)
    found = counts(board_of(place))
    assert [*found] == [*(code.name for code in codebook.tops(THEME)), "Zonder thema"]
    assert found["Zonder thema"] == place.arrangement._index().counts(Selection(), None).without[THEME]  # type: ignore[union-attr]


def test_the_arrows_go_between_cards_and_columns_and_the_inspector_follows(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    board = board_of(place)
    first = focused(place)
    QTest.keyClick(first, Key.Key_Down)
    assert first.currentIndex().row() == 1
    QTest.keyClick(first, Key.Key_Right)
    assert focused(place) is not first
    assert focused(place) is board.column(board.heads[1].key).cards
    assert board.marked() == [current(place).id]
    place.marked.show()
    assert place.page.inspector._blocks == (current(place),)
    QTest.keyClick(focused(place), Key.Key_Left)
    assert focused(place) is first


def test_a_card_goes_to_another_column_by_typing_its_name(
    organised: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = organised(example_store)
    board_of(place)
    told: list[str] = []
    place.told.connect(lambda said, _: told.append(said))
    before = current(place)
    target = codebook.tops(THEME)[4]
    QTest.keyClick(focused(place), Key.Key_V)
    picker = place.arrangement._board.picker  # type: ignore[union-attr]
    QTest.keyClicks(picker.search, target.name[:9])
    QTest.keyClick(picker.search, Key.Key_Return)
    tops = {codebook.top(code.id).id for code in codebook.select(fresh(example_store, before.id).codes, THEME)}
    assert target.id in tops
    assert codebook.tops(THEME)[0].id not in tops
    assert told == [f"Bouwsteen {before.spoken_id} naar “{target.name}”."]
    step = example_store.undoable()
    assert step is not None
    assert step.label == told[0][:-1]
    place._desk.undo()
    assert fresh(example_store, before.id).codes == before.codes


def test_marked_cards_of_several_columns_go_together_in_one_step(
    organised: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = organised(example_store)
    board = board_of(place)
    QTest.keyClick(focused(place), Key.Key_Down)
    QTest.keyClick(focused(place), Key.Key_Space)
    QTest.keyClick(focused(place), Key.Key_Down)
    QTest.keyClick(focused(place), Key.Key_Space)
    QTest.keyClick(focused(place), Key.Key_Right)
    QTest.keyClick(focused(place), Key.Key_Down)
    QTest.keyClick(focused(place), Key.Key_Space)
    marked = board.marked()
    assert len(marked) == 3
    place.marked.show()
    before = counts(board)
    target = board.heads[6]
    board.dropped.emit(target.key, False)
    group = {code.id for code in codebook.of(THEME) if codebook.top(code.id).id == target.key}
    assert all(group & {*fresh(example_store, one).codes} for one in marked)
    place._desk.undo()
    assert counts(board) == before


def test_dropping_with_ctrl_keeps_the_theme_it_had(
    organised: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = organised(example_store)
    board = board_of(place)
    block = current(place)
    column = board.column(board.heads[2].key)
    dragged = QMimeData()
    dragged.setData(CARDS_TYPE, b"")
    column.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.MoveAction, dragged, Qt.MouseButton.LeftButton, CTRL))
    after = fresh(example_store, block.id)
    assert set(block.codes) <= set(after.codes)
    tops = {codebook.top(code.id).id for code in codebook.select(after.codes, THEME)}
    assert board.heads[2].key in tops


def test_the_letters_of_the_list_work_on_the_board(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board_of(place)
    block = current(place)
    QTest.keyClicks(focused(place), "+")
    assert fresh(example_store, block.id).votes == block.votes + 1
    assert current(place).votes == block.votes + 1


def test_a_board_by_status_sets_the_status_and_one_by_session_refuses(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    board = board_of(place)
    place.arrangement._on_columns(arranging.STATUS)
    place.arrangement.focus()
    block = current(place)
    board.dropped.emit("vastgesteld", False)
    assert fresh(example_store, block.id).status == "vastgesteld"
    told: list[str] = []
    place.problem_told.connect(told.append)
    place.arrangement._on_columns(arranging.SESSION)
    place.arrangement.focus()
    board.dropped.emit(board.heads[1].key, False)
    assert len(told) == 1


def test_a_new_bundle_comes_as_a_column_at_once(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    place.arrangement._on_columns(arranging.BUNDLE)
    assert [*counts(board)] == ["In geen bundel"]
    ids = [block.id for block in example_store.read(boards.select_blocks, Selection())[:2]]
    place._desk.do("b", bundling.bundle_blocks, ids)
    assert [head.detail for head in board.heads] == ["K-01", ""]
    assert [head.count for head in board.heads] == [2, 120]


def test_a_card_retagged_elsewhere_moves_and_the_others_stay(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    QTest.keyClick(focused(place), Key.Key_End)
    last = current(place)
    before = board.heads[-1].count
    first = focused(place).model().index(0, 0).data(int(Qt.ItemDataRole.UserRole))
    place._desk.do("t", tagging.set_codes, first.id, THEME, [])
    assert current(place) == last
    assert board.heads[-1].count == before + 1


def test_the_table_is_sorted_by_a_column_and_turned_round(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    table = table_of(place)

    def votes() -> list[int]:
        return [place.arrangement._table_model.block(row).votes for row in range(122)]  # type: ignore[union-attr]

    for _ in range(4):
        QTest.keyClick(table, Key.Key_Right)
    QTest.keyClick(table, Key.Key_O)
    assert votes() == sorted(votes(), reverse=True)
    QTest.keyClick(table, Key.Key_O)
    assert votes() == sorted(votes())
    assert place.page.arrange.order.value == Order("stemmen", down=False)


def test_marked_rows_are_copied_as_text_with_the_shown_columns(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    table = table_of(place)
    told: list[str] = []
    place.told.connect(lambda said, _: told.append(said))
    QTest.keyClick(table, Key.Key_Home, CTRL)
    QTest.keyClick(table, Key.Key_Space)
    QTest.keyClick(table, Key.Key_Down)
    QTest.keyClick(table, Key.Key_Space)
    QTest.keyClick(table, Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Nummer", "Titel", "Domein", "Thema", "Stemmen", "Sessie", "Status"]
    ids = table.marked()
    assert len(ids) == 2
    assert [line.split("\t")[1] for line in lines[1:]] == [fresh(example_store, one).title for one in ids]
    assert told == ["2 rijen gekopieerd, om te plakken in Excel of Word."]


def test_r03_rows_with_an_identifier_are_not_copied(organised: Opened, example_store: Store) -> None:
    first = example_store.read(boards.select_blocks, Selection())[0]
    example_store.do("Titel", capturing.edit_block, first.id, title="Bel 06-12345678")
    place = organised(example_store)
    table = table_of(place)
    problems: list[str] = []
    place.problem_told.connect(problems.append)
    QGuiApplication.clipboard().setText("van eerst")
    table.selectAll()
    QTest.keyClick(table, Key.Key_C, CTRL)
    assert problems[0].startswith("Er is niets gekopieerd of bewaard: er staat een telefoonnummer in.")
    assert QGuiApplication.clipboard().text() == "van eerst"


def test_the_columns_of_the_table_and_the_view_are_remembered(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    table = table_of(place)
    table._show_column(7, on=True)
    table.setColumnWidth(1, 222)
    table.horizontalHeader().moveSection(1, 3)
    state = table.columns_state()
    again = organised(example_store)
    assert again.arrangement.view == TABLE
    assert again.arrangement._table is not None
    assert again.arrangement._table.columns_state() == state


def test_the_list_is_in_the_order_that_is_chosen_and_reads_on(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    place.arrangement.set_order(Order(arranging.VOTES))
    bar = place.page.blocks.verticalScrollBar()
    for _ in range(40):
        bar.setValue(bar.maximum())
    votes = [block.votes for block in place.model.shown()]
    assert len(votes) == 122
    assert votes == sorted(votes, reverse=True)
    look(place, LIST)
    QTest.keyClick(place.page.blocks, Key.Key_Home)
    first = place.page.blocks.current_block()
    assert first is not None
    QTest.keyClicks(place.page.blocks, "--")
    assert place.model.shown()[0].id == first.id, "it stays where it is until the list is made anew"


def test_without_blocks_in_the_choice_the_board_says_so(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    place.show_selection(Selection(query="xyzxyz"))
    assert not board.isVisible()
    place.show_selection(Selection())
    assert board.isVisible()


def test_what_is_searched_is_marked_on_the_cards(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    place.show_selection(Selection(query="wijk"))
    marks = place.page.painter._marks("De wijkagent 😀 in de wijk")
    assert [(mark.start, mark.length) for mark in marks] == [(3, 4), (22, 4)]
    assert all(mark.format.fontUnderline() for mark in marks)
    place.show_selection(Selection())
    assert not place.page.painter._marks("De wijkagent")


def press(cards: BoardList, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    rect = cards.visualRect(cards.model().index(row, 0))
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, keys, rect.topLeft() + QPoint(40, 14))


def test_a_plain_click_marks_one_card_and_ctrl_click_more_over_all_columns(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    board = board_of(place)
    first, second = (board.column(head.key).cards for head in board.heads[:2])
    press(first, 0)
    press(first, 1, CTRL)
    press(second, 1, CTRL)
    assert len(board.moves()) == 3
    press(second, 1)
    assert len(board.marked()) == 1, "a click without a drag on one of many leaves only that one"
    press(first, 0)
    assert board.moves() == [(first.current_block().id, board.heads[0].key)]  # type: ignore[union-attr]


def test_escape_lets_go_of_the_marks_and_then_goes_to_the_filter(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    for _ in range(2):
        QTest.keyClick(focused(place), Key.Key_Space)
        QTest.keyClick(focused(place), Key.Key_Down)
    QTest.keyClick(focused(place), Key.Key_Space)
    assert len(board.marked()) > 1
    QTest.keyClick(focused(place), Key.Key_Escape)
    assert len(board.marked()) == 1
    QTest.keyClick(focused(place), Key.Key_Escape)
    assert place.page.filter.hasFocus()


def test_columns_are_made_only_when_they_come_in_sight(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    assert len(board._columns) < len(board.heads)
    board.horizontalScrollBar().setValue(board.horizontalScrollBar().maximum())
    assert board.heads[-1].key in board._columns
    assert board.column(board.heads[-1].key).isVisible()
    assert not board.column(board.heads[0].key).isVisible()


def test_the_column_of_the_current_card_stays_in_sight_in_a_window_of_another_width(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    board = board_of(place)
    last = [head.key for head in board.heads if head.count][-1]
    while board.moves()[0][1] != last:
        QTest.keyClick(focused(place), Key.Key_Right)
    for width in (1024, 1500):
        place.window().resize(width, 800)
        QApplication.processEvents()
        column = board.column(last)
        assert column.isVisible()
        assert 0 <= column.x() <= board.viewport().width() - column.width()


def test_enter_opens_the_card_in_the_inspector(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board_of(place)
    QTest.keyClick(focused(place), Key.Key_Down)
    block = current(place)
    QTest.keyClick(focused(place), Key.Key_Return)
    assert place.page.inspector._blocks == (block,)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert place.page.inspector.isAncestorOf(focus)


def test_ctrl_click_in_another_column_adds_to_the_card_that_was_clicked(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    board = board_of(place)
    first, second = (board.column(head.key).cards for head in board.heads[:2])
    press(first, 0)
    press(second, 1, CTRL)
    assert len(board.moves()) == 2


def test_tab_to_another_column_takes_its_card(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    board.column(board.heads[1].key).cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert board.moves() == [(current(place).id, board.heads[1].key)]


def test_the_menu_of_a_card_has_the_way_to_another_column_and_that_of_the_list_has_not(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    board = board_of(place)

    def lines() -> list[str]:
        place.acts.show_menu(place.arrangement.marked(), QPoint(5, 5))
        found = [action.text() for action in place.acts._menu.actions()]
        place.acts._menu.close()
        return found

    assert "Verplaats naar…\tV" in lines()
    board.marked()
    look(place, LIST)
    assert "Verplaats naar…\tV" not in lines()
    assert "Status en vrijgave…\tV" in lines()


def test_other_columns_begin_at_the_first_card(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    board = board_of(place)
    place.arrangement._on_columns("domein")
    assert board.horizontalScrollBar().value() == 0
    assert [key for _, key in board.moves()] == [board.heads[0].key]


def test_the_columns_of_the_table_grow_with_the_text(organised: Opened, example_store: Store) -> None:
    table = table_of(organised(example_store))
    theme, title = table._theme, table.columnWidth(1)
    theme.scale_to(150)
    try:
        assert table.columnWidth(0) > theme.px(80)
        assert table.columnWidth(1) == round(title * 1.5)
    finally:
        theme.scale_to(100)
    assert table.columnWidth(1) == title
