from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.models.blocks import BLOCK_ROLE, BlockListModel, present


def block(number: int, **fields: object) -> Block:
    return Block(f"{number:032x}", f"K-{number:03d}", number, "w", f"Bouwsteen {number}", **fields)  # type: ignore[arg-type]


@pytest.fixture
def model(qapp: object) -> BlockListModel:
    model = BlockListModel(describe=lambda block: f"Bouwsteen {block.number}: {block.title}")
    model.set_blocks([block(1), block(3), block(2)])
    return model


def numbers(model: BlockListModel) -> list[int]:
    return [block.number for block in model.shown()]


def test_the_newest_is_on_top(model: BlockListModel) -> None:
    assert numbers(model) == [3, 2, 1]


def test_a_new_block_comes_in_as_one_row_on_top(model: BlockListModel, qtbot: QtBot) -> None:
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.take_in([block(4)])
    assert inserted.args is not None
    assert inserted.args[1:] == [0, 0]
    assert numbers(model) == [4, 3, 2, 1]
    assert not resets


def test_a_changed_block_touches_only_its_row(model: BlockListModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.take_in([replace(block(2), title="Anders")])
    assert changed.args is not None
    assert changed.args[0].row() == changed.args[1].row() == 1
    assert model.block(1).title == "Anders"


def test_what_goes_to_the_bin_leaves_and_what_is_restored_comes_back_in_its_place(model: BlockListModel) -> None:
    model.take_in([replace(block(2), removed=True)])
    assert numbers(model) == [3, 1]
    assert model.get(block(2).id) is not None
    model.take_in([block(2)])
    assert numbers(model) == [3, 2, 1]


def test_a_block_that_is_no_longer_there_goes(model: BlockListModel) -> None:
    model.take_in([], gone=[block(3).id])
    assert numbers(model) == [2, 1]
    assert model.get(block(3).id) is None


def test_a_filter_shows_a_part_and_follows_changes(model: BlockListModel) -> None:
    model.set_filter(lambda one: present(one) and one.votes > 0)
    assert numbers(model) == []
    model.take_in([replace(block(1), votes=2), replace(block(3), votes=1)])
    assert numbers(model) == [3, 1]
    model.take_in([replace(block(3), votes=0)])
    assert numbers(model) == [1]


def test_a_block_that_changes_place_moves(qapp: object) -> None:
    model = BlockListModel(order=lambda block: (-block.votes, block.number))
    model.set_blocks([block(1, votes=5), block(2, votes=3)])
    model.take_in([block(2, votes=9)])
    assert numbers(model) == [2, 1]


def test_a_block_is_found_by_its_id(model: BlockListModel) -> None:
    assert model.row_of(block(1).id) == 2
    assert model.index_of(block(1).id).data(BLOCK_ROLE) == block(1)
    assert model.row_of("nergens") == -1
    assert not model.index_of("nergens").isValid()


def test_a_screen_reader_hears_more_than_the_title(model: BlockListModel) -> None:
    index = model.index(0)
    assert index.data() == "Bouwsteen 3"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Bouwsteen 3: Bouwsteen 3"


def test_many_blocks_that_stay_in_place_are_told_in_one_go(qapp: object, qtbot: QtBot) -> None:
    model = BlockListModel()
    model.set_blocks(block(number) for number in range(300))
    changes: list[object] = []
    model.dataChanged.connect(lambda *_: changes.append(1))
    model.modelReset.connect(lambda: changes.append("reset"))
    model.take_in([block(number, votes=1) for number in range(100, 250)])
    assert changes == [1]
    assert sum(one.votes for one in model.shown()) == 150


def test_many_new_blocks_fill_the_list_anew(model: BlockListModel) -> None:
    model.take_in([block(number) for number in range(10, 300)])
    assert numbers(model)[:2] == [299, 298]
    assert len(numbers(model)) == 293
