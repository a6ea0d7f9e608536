"""A running program on the screen."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.opened import Opened
from tests.protection import protect
from tests.stories.running import Running

from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.settings import Settings


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, own_home: None
) -> Iterator[Callable[[Path | None], Running]]:
    """Start the program on a file or on none, as often as wanted; each time the one before is closed."""
    running: list[Running] = []

    def begin(path: Path | None) -> Running:
        finish()
        opened = Opened(qtbot, qapp, Settings(tmp_path / "bouwstenen.ini"))
        running.append(Running(opened.program, opened.window, opened.frame))
        opened.program.begin(path)
        return running[-1]

    def finish() -> None:
        while running:
            last = running.pop()
            last.frame.close()
            last.program.close()

    yield begin
    finish()


@pytest.fixture
def around(own_home: None) -> Surroundings:
    """This laptop, as the program that is started sees it."""
    return surroundings()


@pytest.fixture
def plain(tmp_path: Path, example_file: Path) -> Path:
    """The example without a password, in a folder of its own."""
    (tmp_path / "werk").mkdir()
    return Path(shutil.copy(example_file, tmp_path / "werk" / "najaar.bouwstenen"))


@pytest.fixture
def protected(plain: Path, around: Surroundings) -> Path:
    """The same under PASSWORD."""
    protect(plain, around)
    return plain
