"""A window on the screen with the program behind it, as ``app`` makes them."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.program import Program
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import LIGHT, chosen_look
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

RESOURCES = Path(__file__).parents[1] / "resources"


class Opened:
    """A program that did not begin yet."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, settings: Settings) -> None:
        self.settings = settings
        look = chosen_look(RESOURCES, LIGHT, 100, system_dark=False)
        self.frame = FirstWindow(look, Icons(RESOURCES / "icons"), settings)
        qtbot.addWidget(self.frame)
        self.theme = Theme(qapp, RESOURCES, choice=LIGHT)
        self.window = MainWindow(self.theme)
        self.frame.settle(self.window)
        with qtbot.waitActive(self.frame):
            self.frame.show()
        self.program = Program(self.window, self.theme, settings)
        self._is_open = True

    def close(self) -> None:
        """Close the window, the program behind it, and what both hold. Again does nothing."""
        if self._is_open:
            self._is_open = False
            self.frame.close()
            self.program.close()
            self.program.deleteLater()  # it is held by what listens to its own parts

    @property
    def told(self) -> str:
        return self.window.notice.text


def with_one_block(path: Path) -> Path:
    """Make a workspace with one session and one block."""
    store = create(path, surroundings(), fill_empty)
    workshop = store.do("Sessie gemaakt", preparing.create_workshop, title="Proef").result
    store.do("Bouwsteen vastgelegd", capturing.capture, "Een inzicht @politie", workshop=workshop)
    store.close()
    return path


def titles(program: Program) -> list[str]:
    """Return the titles of the blocks in the open workspace."""
    return [block.title for block in program.desk.read(boards.select_blocks, boards.Selection())]
