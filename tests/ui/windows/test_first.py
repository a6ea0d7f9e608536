import subprocess
import sys

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.first import FirstWindow
from bouwstenen_app.ui.windows.main import MainWindow

STARTED = """
import sys
from bouwstenen_app import app
print(*sorted(sys.modules))
"""


def test_it_says_when_it_stands_on_the_screen(frame: FirstWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.painted, timeout=5000):
        frame.show()


def test_what_is_typed_before_the_content_is_there_is_kept(frame: FirstWindow, qtbot: QtBot) -> None:
    with qtbot.waitExposed(frame):
        frame.show()
    qtbot.keyClicks(frame, "wijkagent belt")
    line = QLineEdit()
    frame.settle(line)
    assert line.text() == "wijkagent belt"


def test_the_first_picture_of_the_rail_is_that_of_the_real_one(
    frame: FirstWindow, theme: Theme, qtbot: QtBot
) -> None:
    frame.resize(1024, 760)
    with qtbot.waitExposed(frame):
        frame.show()
    rail = QRect(0, 0, 84, 760)
    before = frame.grab(rail).toImage()
    frame.settle(MainWindow(theme))
    after = frame.grab(rail).toImage()
    different = sum(
        before.pixelColor(x, y) != after.pixelColor(x, y) for x in range(0, 84, 2) for y in range(0, 760, 2)
    )
    assert different < 0.01 * 84 * 760 / 4


def test_size_and_place_are_kept(frame: FirstWindow, settings: Settings, qtbot: QtBot) -> None:
    frame.show()
    frame.resize(1024, 733)
    with qtbot.waitSignal(frame.closed, timeout=1000):
        frame.close()
    again = FirstWindow(frame._look, frame._icons, Settings(settings.path))
    qtbot.addWidget(again)
    assert again.size().toTuple() == (1024, 733)


def test_nothing_slow_is_imported_before_the_window_stands_there() -> None:
    told = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in told.stdout.split()}
    assert "PySide6" in loaded
    assert not loaded & {
        "sqlalchemy",
        "sqlcipher3",
        "alembic",
        "docx",
        "lxml",
        "numpy",
        "openpyxl",
        "socket",
        "ssl",
    }


def test_the_enumerations_of_qt_are_not_made_before_the_window_stands_there() -> None:
    script = (
        "import sys; from bouwstenen_app import app; import PySide6.QtCore as core;"
        "app.Start.on_painted = lambda self: (print('Qt' in vars(core)), app.QApplication.exit());"
        "sys.argv = ['x', '-platform', 'offscreen']; app.run(None)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_the_window_is_never_too_small(frame: FirstWindow) -> None:
    assert frame.minimumSize().toTuple() == (1024, 700)
    assert frame.windowTitle() == "Bouwstenen"
