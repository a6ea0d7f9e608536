"""A running program on the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.program import Program
from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import LIGHT, chosen_look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Path | None], Running]]:
    """Start the program on a file or on none, as often as wanted; each time the one before is closed."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    running: list[Running] = []

    def begin(path: Path | None) -> Running:
        finish()
        settings = Settings(tmp_path / "bouwstenen.ini")
        frame = FirstWindow(
            chosen_look(RESOURCES, LIGHT, 100, system_dark=False), Icons(RESOURCES / "icons"), settings
        )
        qtbot.addWidget(frame)
        theme = Theme(qapp, RESOURCES, choice=LIGHT)
        window = MainWindow(theme)
        frame.settle(window)
        with qtbot.waitActive(frame):
            frame.show()
        program = Program(window, theme, settings)
        running.append(Running(program, window, frame))
        program.begin(path)
        return running[-1]

    def finish() -> None:
        while running:
            last = running.pop()
            last.frame.close()
            last.program.close()

    yield begin
    finish()
