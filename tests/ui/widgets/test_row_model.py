from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.widgets.row_model import BLOCK_ROLE, RowModel


def _block(number: int, title: str = "Titel") -> Block:
    return Block(id=f"b{number}", spoken_id="", number=number, workshop="w", title=title)


def test_blocks_stand_in_the_order_in_which_they_are_given() -> None:
    model = RowModel(lambda block: f"Nummer {block.number}")
    model.set_blocks([_block(2), _block(1)])

    assert [model.index(row).data(BLOCK_ROLE).number for row in range(model.rowCount())] == [2, 1]
    assert model.row_of("b1") == 1
    assert model.row_of("b9") == -1
    assert model.block(7) is None
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Nummer 2"


def test_other_words_in_the_same_blocks_leave_the_rows_where_they_are(qtbot: QtBot) -> None:
    model = RowModel(lambda block: block.title)
    model.set_blocks([_block(1), _block(2)])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_blocks([_block(1, "Anders"), _block(2)])
    with qtbot.waitSignal(model.modelReset):
        model.set_blocks([_block(2)])
