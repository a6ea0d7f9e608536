"""What tests of windows may ask for: the fonts, a theme, jobs, and the main window on its frame."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.clocks import Clock

from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.look import LIGHT, chosen_look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

RESOURCES = Path(__file__).parent.parent.parent / "resources"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["bouwstenen", "-style", "fusion"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    worn = Theme(qapp, RESOURCES, choice=LIGHT)
    yield worn
    qapp.setStyleSheet("")
    worn.deleteLater()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "instellingen" / "bouwstenen.ini")


@pytest.fixture
def frame(qtbot: QtBot, settings: Settings) -> FirstWindow:
    """The window on the screen, without its content."""
    look = chosen_look(RESOURCES, LIGHT, 100, system_dark=False)
    first = FirstWindow(look, Icons(RESOURCES / "icons"), settings)
    qtbot.addWidget(first)
    return first


@pytest.fixture
def window(frame: FirstWindow, theme: Theme, qtbot: QtBot) -> MainWindow:
    """The main window, in its frame, on the screen, without places yet."""
    main = MainWindow(theme)
    frame.settle(main)
    with qtbot.waitExposed(frame):
        frame.show()
    return main


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """What works in the background: asked for before what shows a window, it ends after that window."""
    jobs = Jobs()
    yield jobs
    jobs.cancel_all()
    QApplication.processEvents()


@pytest.fixture
def clock() -> Clock:
    return Clock()
