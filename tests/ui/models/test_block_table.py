from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.models.block_table import BlockTableModel, TableColumn
from bouwstenen_app.ui.models.paged import BLOCK_ROLE, Pages

COLUMNS = (
    TableColumn("titel", "Titel", lambda block: block.title, "titel"),
    TableColumn("stemmen", "Stemmen", lambda block: str(block.votes), "stemmen", number=True),
)


def made(count: int) -> BlockTableModel:
    def block(row: int) -> Block:
        return Block(f"{row:032x}", f"RH-{row}", row, "w", f"Regel een\nregel twee {row}", votes=row)

    model = BlockTableModel(Pages(lambda rows: [block(row) for row in rows]), COLUMNS)
    model.set_rows(range(count))
    return model


def test_a_cell_is_one_line_and_its_tooltip_is_all_of_it() -> None:
    model = made(3)
    assert model.index(2, 0).data() == "Regel een regel twee 2"
    assert model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "Regel een\nregel twee 2"
    assert model.index(2, 1).data() == "2"
    assert model.index(2, 1).data(BLOCK_ROLE).number == 2
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Stemmen"


def test_numbers_stand_at_the_right() -> None:
    model = made(1)
    right = Qt.AlignmentFlag.AlignRight
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & right.value
    assert not model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & right.value


def test_it_is_a_model_as_qt_wants_it_with_many_rows_and_none() -> None:
    model = made(100_000)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index(99_999, 1).data() == "99999"
    assert model.place_of(f"{99_999:032x}") == 99_999
    model.set_rows([])
    assert model.rowCount() == 0
    assert tester.model() is model
