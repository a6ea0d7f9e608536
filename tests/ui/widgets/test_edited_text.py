import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.widgets.edited_text import PAUSE, EditedText


@pytest.fixture
def field(qtbot: QtBot) -> EditedText:
    window = QMainWindow()
    window.setMinimumSize(400, 300)
    page = QWidget()
    column = QVBoxLayout(page)
    field = EditedText()
    column.addWidget(field)
    column.addWidget(QLineEdit())
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    field._keeps = window  # type: ignore[attr-defined]
    return field


def told(field: EditedText) -> list[str]:
    texts: list[str] = []
    field.edited.connect(texts.append)
    return texts


def test_an_edit_is_told_when_the_fingers_rest(field: EditedText, qtbot: QtBot) -> None:
    texts = told(field)
    QTest.keyClicks(field, "Nieuw")
    assert texts == []
    qtbot.waitUntil(lambda: texts == ["Nieuw"], timeout=3 * PAUSE)


def test_an_edit_is_told_once_when_the_focus_leaves(field: EditedText, qtbot: QtBot) -> None:
    texts = told(field)
    QTest.keyClicks(field, "Nieuw")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert texts == ["Nieuw"]
    qtbot.wait(PAUSE + 100)
    assert texts == ["Nieuw"]


def test_typing_the_old_text_again_is_no_edit(field: EditedText) -> None:
    field.set_text("Oud")
    texts = told(field)
    field.to_end()
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    field.finish()
    assert texts == []


def test_a_composition_half_way_is_never_told(field: EditedText) -> None:
    texts = told(field)
    QApplication.sendEvent(field, QInputMethodEvent("e´", []))
    field.finish()
    assert texts == []
    done = QInputMethodEvent()
    done.setCommitString("é")
    QApplication.sendEvent(field, done)
    field.finish()
    assert texts == ["é"]


def test_a_text_from_outside_keeps_the_cursor_and_an_edit_under_way(field: EditedText) -> None:
    field.set_text("Eerst bellen")
    QTest.keyClick(field, Qt.Key.Key_Right)
    field.set_text("Eerst belden")
    assert field.textCursor().position() == 1
    QTest.keyClicks(field, "X")
    field.set_text("Van elders")
    assert field.toPlainText() == "EXerst belden"
    field.set_text("Een ander blok", fresh=True)
    assert field.toPlainText() == "Een ander blok"


def test_it_is_as_high_as_its_text(field: EditedText) -> None:
    field.set_text("een")
    low = field.height()
    field.set_text("een\ntwee\ndrie")
    QApplication.sendPostedEvents()
    assert field.height() > 1.5 * low


def test_what_could_not_be_written_stays_and_is_told_again(field: EditedText, qtbot: QtBot) -> None:
    field.set_text("Eerst")
    told: list[str] = []

    def refuse(text: str) -> None:
        told.append(text)
        if len(told) < 3:
            field.keep_unwritten()
            field.set_text("Eerst")

    field.edited.connect(refuse)
    field.setPlainText("Daarna")
    field.finish()
    assert field.toPlainText() == "Daarna"
    assert field.unwritten
    with qtbot.waitSignal(field.dropped) as dropped:
        field.set_text("Iets anders", fresh=True)
    assert dropped.args == ["Daarna"]
    assert not field.unwritten
    field.setPlainText("Nog eens")
    field.finish()
    assert field.unwritten
    field.finish()
    assert told == ["Daarna", "Nog eens", "Nog eens"]
    assert not field.unwritten


def test_a_paste_that_is_too_long_is_refused(field: EditedText, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("x" * 1_000_000)
    with qtbot.waitSignal(field.paste_refused) as refused:
        field.insertFromMimeData(data)
    assert refused.args == [1_000_000]
    assert field.toPlainText() == ""


def test_a_single_line_stays_one(qtbot: QtBot) -> None:
    field = EditedText(single_line=True)
    qtbot.addWidget(field)
    texts = told(field)
    data = QMimeData()
    data.setText("twee\nregels")
    field.insertFromMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert texts == ["twee regels"]


def test_a_popup_of_its_own_is_no_leaving(field: EditedText) -> None:
    texts = told(field)
    QTest.keyClicks(field, "Nieuw")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert texts == []
