from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.language import speak_dutch


def test_the_menu_of_a_text_field_is_dutch(qapp: QApplication, qtbot: QtBot) -> None:
    speak_dutch(qapp)
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = [action.text().partition("\t")[0] for action in menu.findChildren(QAction)]
    assert "&Ongedaan maken" in words
    assert "&Kopiëren" in words
    assert "&Undo" not in words


def test_it_is_done_once(qapp: QApplication) -> None:
    speak_dutch(qapp)
    speak_dutch(qapp)
    assert len(qapp.findChildren(QTranslator)) == 1
