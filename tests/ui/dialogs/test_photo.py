from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.photo_files import drawn

from bouwstenen_app.ui.dialogs.photo import PhotoDialog
from bouwstenen_app.ui.theme import Theme


def test_the_photo_is_shown_turned_as_it_was_and_its_keys_work(qtbot: QtBot, theme: Theme) -> None:
    dialog = PhotoDialog(theme, "Flap", drawn(800, 600), quarters=1)
    qtbot.addWidget(dialog)
    dialog.resize(500, 400)
    dialog.show()
    before = dialog.view.percent
    assert dialog.view.quarters == 1
    QTest.keyClick(dialog.view, Qt.Key.Key_Plus)
    assert dialog.view.percent > before
