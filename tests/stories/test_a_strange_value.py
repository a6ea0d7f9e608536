"""Someone with a tool for databases puts a value of another kind in a workspace; then it is opened."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.opened import Opened

from bouwstenen_app.services import boards, capturing, codebooks, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.windows.damaged import DamagedPage

PATIENCE = 60_000
"""Milliseconds, on a machine that has much else to do."""


@pytest.fixture
def window(opened: Callable[[], Opened]) -> Opened:
    return opened()


@pytest.fixture
def path(tmp_path: Path, window: Opened) -> Path:
    path = tmp_path / "najaar.bouwstenen"
    with closing(create(path, surroundings(), fill_empty)) as store:
        workshop = store.do("Sessie gemaakt", preparing.create_workshop, title="Proef").result
        for text in ("Een inzicht @politie", "Nog een", "En nog een"):
            store.do("Bouwsteen vastgelegd", capturing.capture, text, workshop=workshop)
    return path


def _put(path: Path, statement: str) -> None:
    with closing(connect(path)) as connection:
        connection.execute(statement)


def test_a_file_whose_codebook_is_not_to_be_read_opens_on_the_page_that_saves_it(
    window: Opened, path: Path, qtbot: QtBot
) -> None:
    _put(path, "UPDATE code SET synonyms = '5' WHERE slug = 'politie'")
    window.program.begin(path)
    page = window.window.body.currentWidget()
    assert isinstance(page, DamagedPage)
    qtbot.waitUntil(page.leave.isEnabled, timeout=PATIENCE)
    assert "3 bouwstenen en 1 sessie zijn nog te lezen." in page.text
    QTest.keyClick(page.rescue, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.program.has_workspace, timeout=PATIENCE)

    desk = window.program.desk
    assert len(desk.read(boards.select_blocks, Selection())) == 3
    assert {code.slug: code.synonyms for code in desk.read(codebooks.codebook).codes}["politie"] != ()


def test_a_value_that_nothing_on_the_page_needs_is_told_by_the_look_over_in_the_background(
    window: Opened, path: Path, qtbot: QtBot
) -> None:
    _put(path, "UPDATE block SET votes = 'veel' WHERE title = 'Nog een'")
    window.program.begin(path)
    qtbot.waitUntil(lambda: "is beschadigd" in window.told or not window.program.has_workspace, timeout=PATIENCE)

    assert window.program.has_workspace == ("is beschadigd" in window.told)
