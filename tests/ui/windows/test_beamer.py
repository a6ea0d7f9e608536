import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.stage import Stage
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.windows.beamer import BeamerWindow, screen_name

SCREENS = {"Laptop": (0, 0, 1440, 900), "Zaal": (1440, 0, 1920, 1080), "Gang": (3360, 0, 1280, 720)}

ON_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from bouwstenen_app.folders import resources_folder
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.windows.beamer import BeamerWindow

app = QApplication(["bouwstenen", "-style", "fusion"])
mine = QWidget()
mine.move(*map(int, sys.argv[2:4]))
mine.show()
settings = Settings(Path(sys.argv[1]))
def present():
    window = BeamerWindow(BeamerCanvas(Theme(app, resources_folder())), settings, mine)
    window.present()
    print(window.screen().name(), window.isFullScreen(), window.canvas.size().toTuple())
    return window
first = present()
first.next_screen()
print(first.screen().name(), settings.beamer_screen)
first.close()
present().close()
"""


def on_screens(folder: Path, names: list[str], *, facilitator: tuple[int, int] = (50, 50)) -> list[str]:
    """Return what the beamer does on these screens."""
    keys = ("x", "y", "width", "height")
    usual = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [{"name": name, **dict(zip(keys, SCREENS[name], strict=True)), **usual} for name in names]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    command = [sys.executable, "-c", ON_SCREENS, str(folder / "beamer.ini"), *map(str, facilitator)]
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def mine(qtbot: QtBot) -> QLineEdit:
    """The window in which the facilitator types."""
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    return line


@pytest.fixture
def window(theme: Theme, settings: Settings, mine: QWidget, qtbot: QtBot) -> Iterator[BeamerWindow]:
    made = BeamerWindow(BeamerCanvas(theme), settings, mine)
    qtbot.addWidget(made)
    made.canvas.show_stage(Stage(session="Proef", question="Waar?"))
    made.present()
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def test_with_one_screen_it_is_a_window_to_drag(window: BeamerWindow) -> None:
    assert window.isVisible()
    assert not window.isFullScreen()
    assert window.minimumWidth() < 400


def test_on_another_screen_it_fills_it_and_that_screen_is_remembered(tmp_path: Path) -> None:
    assert on_screens(tmp_path, ["Laptop", "Zaal"]) == [
        "Zaal True (1920, 1080)",
        "Zaal Zaal",
        "Zaal True (1920, 1080)",
    ]


def test_of_several_screens_the_one_of_last_time_is_taken(tmp_path: Path) -> None:
    first, then, again = on_screens(tmp_path, ["Laptop", "Zaal", "Gang"])
    name, other = first.split()[0], then.split()[0]

    assert {name, other} == {"Zaal", "Gang"}
    assert then == f"{other} {other}"
    assert again.split()[:2] == [other, "True"]


def test_it_never_takes_the_screen_of_the_facilitator(tmp_path: Path) -> None:
    first, *_ = on_screens(tmp_path, ["Laptop", "Zaal"], facilitator=(1500, 50))
    assert first == "Laptop True (1440, 900)"


def test_the_keyboard_makes_it_fill_the_screen_and_be_a_window_again(window: BeamerWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_esc_never_covers_and_never_closes(window: BeamerWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert window.isVisible()
    assert not window.canvas.blanked


def test_a_double_click_fills_the_screen(window: BeamerWindow) -> None:
    QTest.mouseDClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert window.isFullScreen()
    QTest.mouseDClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert not window.isFullScreen()


def test_what_is_typed_there_comes_where_the_facilitator_types(window: BeamerWindow, mine: QLineEdit) -> None:
    QTest.keyClicks(window.canvas, "wijkagent")
    assert mine.text() == "wijkagent"


def test_its_place_as_a_window_is_remembered(
    window: BeamerWindow, theme: Theme, settings: Settings, mine: QWidget, qtbot: QtBot
) -> None:
    window.resize(700, 410)
    window.close()
    again = BeamerWindow(BeamerCanvas(theme), settings, mine)
    qtbot.addWidget(again)
    again.present()

    assert again.size().toTuple() == (700, 410)


def test_when_the_window_of_the_facilitator_goes_it_goes_too(
    window: BeamerWindow, mine: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.canvas.closed):
        mine.hide()
    assert not window.isVisible()


def test_closed_it_does_not_keep_the_program_open(window: BeamerWindow) -> None:
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


@pytest.mark.parametrize(
    ("serial", "name"),
    [("SN-7", "Epson EB-X SN-7"), ("", "Epson EB-X HDMI-1")],
)
def test_a_screen_is_remembered_by_its_serial_number_or_else_by_where_it_is(serial: str, name: str) -> None:
    assert screen_name("HDMI-1", "Epson", "EB-X ", serial) == name
