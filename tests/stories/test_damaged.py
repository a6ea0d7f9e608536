"""A damaged workspace, met on an ordinary morning: at most three clicks to work that goes on."""

import random
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.protection import PASSWORD, protect
from tests.services.damage import PAGE
from tests.stories.running import Running, Start
from typing_extensions import override

from bouwstenen_app.services import backups, boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.windows.damaged import DamagedPage
from bouwstenen_app.ui.windows.unlock import UnlockPage
from bouwstenen_app.ui.windows.welcome import WelcomePage


class Clicks(QObject):
    """Counts how often a mouse was pressed on anything."""

    def __init__(self, qapp: QApplication) -> None:
        super().__init__()
        self.count = 0
        qapp.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QAbstractButton):
            self.count += 1
        return False


@pytest.fixture
def damaged(tmp_path: Path, example_file: Path, start: Start) -> Path:
    """The example, with backups; among the files that were open last."""
    (tmp_path / "werk").mkdir()
    path = Path(shutil.copy(example_file, tmp_path / "werk" / "najaar.bouwstenen"))
    around = surroundings()
    store = open_store(path, around)
    workshop = store.read(preparing.workshops)[0].id
    store.do("Nieuw", capturing.capture, "Van na de kopie", workshop=workshop)
    for _ in backups.backup_if_changed(store, around):
        pass
    store.close()
    start(path)
    start(None)  # it is closed again
    return path


def _spoil(path: Path) -> bytes:
    data, chance = bytearray(path.read_bytes()), random.Random(3)
    count = len(data) // PAGE
    for page in (0, *chance.sample(range(1, count), count // 3)):
        data[page * PAGE + 30 : (page + 1) * PAGE] = chance.randbytes(PAGE - 30)
    path.write_bytes(data)
    return bytes(data)


def _click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _recent(running: Running, path: Path) -> LineButton:
    page = running.window.body.currentWidget()
    assert isinstance(page, WelcomePage)
    (button,) = (one for one in page.findChildren(LineButton) if one.text() == path.stem)
    return button


def _offered(running: Running, qtbot: QtBot) -> DamagedPage:
    qtbot.waitUntil(lambda: isinstance(running.window.body.currentWidget(), DamagedPage), timeout=10_000)
    page = running.window.body.currentWidget()
    assert isinstance(page, DamagedPage)
    qtbot.waitUntil(page.leave.isEnabled, timeout=30_000)
    return page


def _goes_on(running: Running, qtbot: QtBot, path: Path, spoiled: bytes) -> None:
    qtbot.waitUntil(lambda: running.program.has_workspace, timeout=20_000)
    assert isinstance(running.window.current_place, CapturePlace)
    assert running.program.desk.read(boards.count, Selection()) == 123
    (aside,) = path.parent.glob("najaar beschadigd *.bouwstenen")
    assert aside.read_bytes() == spoiled
    running.type("Er gaat niets verloren")
    running.press("Return")
    qtbot.waitUntil(lambda: running.program.desk.read(boards.count, Selection()) == 124)


def test_from_a_damaged_file_to_work_that_goes_on_is_two_clicks(
    damaged: Path, start: Start, qtbot: QtBot, qapp: QApplication
) -> None:
    spoiled = _spoil(damaged)
    running = start(None)
    clicks = Clicks(qapp)
    _click(_recent(running, damaged))
    page = _offered(running, qtbot)
    assert "123 bouwstenen in" in page.text
    _click(page.backup)
    _goes_on(running, qtbot, damaged, spoiled)
    assert clicks.count == 2


def test_with_a_password_and_a_damaged_salt_it_is_three(
    damaged: Path, start: Start, qtbot: QtBot, qapp: QApplication
) -> None:
    protect(damaged, surroundings())
    _spoil(damaged)
    data = damaged.read_bytes()
    damaged.write_bytes(spoiled := bytes(byte ^ 0x55 for byte in data[:16]) + data[16:])
    running = start(None)
    clicks = Clicks(qapp)
    _click(_recent(running, damaged))
    gate = running.window.body.currentWidget()
    assert isinstance(gate, UnlockPage)
    running.type(PASSWORD)
    _click(gate.open)
    page = _offered(running, qtbot)
    assert "123 bouwstenen in" in page.text
    assert page.text.startswith("najaar is beschadigd")
    _click(page.backup)
    _goes_on(running, qtbot, damaged, spoiled)
    assert clicks.count == 3
    assert running.program.desk.protected
