from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.dialogs.keys import KeysDialog
from bouwstenen_app.ui.theme import Theme


def test_it_shows_the_groups_that_have_keys_and_escape_closes_it(theme: Theme, qtbot: QtBot) -> None:
    groups = [("Vastleggen", [("Enter", "Vastleggen")]), ("Leeg", []), ("Overal", [("Ctrl K", "Zoeken")])]
    dialog = KeysDialog(theme, groups)
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert texts == ["Vastleggen", "Enter", "Vastleggen", "Overal", "Ctrl K", "Zoeken"]
    with qtbot.waitSignal(dialog.finished, timeout=1000):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_arrows_and_pages_go_through_a_long_list(theme: Theme, qtbot: QtBot) -> None:
    dialog = KeysDialog(theme, [("Vastleggen", [(f"F{n}", f"Toets {n}") for n in range(60)])])
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.focusWidget()
    assert isinstance(page, QScrollArea)
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    reached = page.verticalScrollBar().value()
    assert reached > 0
    qtbot.keyClick(page, Qt.Key.Key_Down)
    assert page.verticalScrollBar().value() > reached
    with qtbot.waitSignal(dialog.finished, timeout=1000):
        qtbot.keyClick(page, Qt.Key.Key_Return)
