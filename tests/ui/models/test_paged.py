from collections.abc import Sequence
from random import Random

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.models.paged import BLOCK_ROLE, PAGE, PagedListModel, Pages


class Shelf:
    """Gives blocks by row, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.word = "blok"

    def read(self, rows: Sequence[int]) -> Sequence[Block]:
        self.asked.append(len(rows))
        return [
            Block(id=f"{row:032x}", spoken_id=f"RH-{row}", number=row, workshop="w", title=f"{self.word} {row}")
            for row in rows
        ]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def made(shelf: Shelf) -> tuple[Pages, PagedListModel]:
    pages = Pages(shelf.read)
    model = PagedListModel(pages, lambda block: block.title)
    return pages, model


def titles(model: PagedListModel) -> list[int]:
    return [model.index(row).data(BLOCK_ROLE).number for row in range(model.rowCount())]


def test_only_the_page_around_what_is_looked_at_is_read(shelf: Shelf) -> None:
    _, model = made(shelf)
    model.set_rows(range(100_000, 0, -1))
    assert model.rowCount() == 100_000
    assert not shelf.asked
    assert model.index(70_001).data() == "blok 29999"
    assert model.index(70_010).data() == "blok 29990"
    assert shelf.asked == [PAGE]


def test_what_changed_is_read_anew_and_told(shelf: Shelf) -> None:
    pages, model = made(shelf)
    model.set_rows([3, 2, 1])
    assert model.index(1).data() == "blok 2"
    told: list[int] = []
    model.dataChanged.connect(lambda first, _: told.append(first.row()))
    shelf.word = "steen"
    changed = pages.forget([f"{2:032x}", f"{9:032x}"])
    model.set_rows(model.rows, changed)
    assert told == [1]
    assert [model.index(row).data() for row in range(3)] == ["blok 3", "steen 2", "blok 1"]
    assert pages.get(f"{2:032x}") is not None
    assert model.place_of(f"{1:032x}") == 2
    assert model.place_of("niets") == -1


@pytest.mark.parametrize("seed", range(6))
def test_rows_come_and_go_as_qt_wants_it(shelf: Shelf, seed: int) -> None:
    _, model = made(shelf)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    random = Random(seed)
    rows = list(range(40))
    for _ in range(60):
        rows = [row for row in rows if random.random() > 0.1]
        for row in random.sample(range(200), random.choice((0, 1, 5, 90))):
            if row not in rows:
                rows.insert(random.randint(0, len(rows)), row)
        if random.random() < 0.1:
            random.shuffle(rows)
        model.set_rows(list(rows), rows[:2])
        assert titles(model) == rows
    assert tester.model() is model


def test_a_few_rows_that_came_do_not_begin_the_list_again(shelf: Shelf) -> None:
    _, model = made(shelf)
    model.set_rows([5, 4, 3])
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows([6, 5, 3, 1])
    assert not resets
    assert titles(model) == [6, 5, 3, 1]
