from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.unlock import UnlockPage

FILE = Path("/map/Kennemerland.bouwstenen")


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> UnlockPage:
    made = UnlockPage(theme)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    made.begin(FILE)
    return made


def texts(page: UnlockPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_names_the_file_and_enter_gives_what_was_typed(page: UnlockPage, qtbot: QtBot) -> None:
    assert "Kennemerland" in texts(page)
    assert page.password.line.hasFocus()
    QTest.keyClicks(page.password.line, "vijf gewone woorden")
    with qtbot.waitSignal(page.given, timeout=1000):
        QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    given = page.take()
    assert given is not None
    assert (given.text, given.is_code, given.keep) == ("vijf gewone woorden", False, False)
    assert "vijf" not in repr(given)
    assert page.take() is None
    assert page.waits


def test_nothing_typed_is_asked_for_again(page: UnlockPage) -> None:
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    assert page.answer == "Typ het wachtwoord."
    assert page.typed is None


def test_a_wrong_password_is_a_sentence_and_the_next_letter_begins_anew(page: UnlockPage) -> None:
    QTest.keyClicks(page.password.line, "fout")
    page.rest("Dat was het niet.")
    assert page.answer == "Dat was het niet."
    QTest.keyClicks(page.password.line, "goed")
    assert page.password.text == "goed"


def test_r15_too_many_wrong_ones_count_down_while_enter_does_nothing(page: UnlockPage, qtbot: QtBot) -> None:
    page._tick.setInterval(10)
    QTest.keyClicks(page.password.line, "fout")
    page.refuse("Dat was het niet.", 3)
    assert page.open.text() == "Wacht nog 3 s"
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    assert page.typed is None
    qtbot.waitUntil(lambda: not page.waits)
    assert page.open.text() == "Openen"
    assert page.answer == "Je kunt het weer proberen."


def test_a_recovery_sheet_has_a_field_of_its_own_that_can_be_read(page: UnlockPage, qtbot: QtBot) -> None:
    page.other_way.click()
    assert page.code.line.hasFocus()
    assert any("herstelblad staat" in text for text in texts(page))
    assert not page.password.isVisible()
    QTest.keyClicks(page.code.line, "aaaq eaye")
    with qtbot.waitSignal(page.given, timeout=1000):
        QTest.keyClick(page.code.line, Qt.Key.Key_Enter)
    given = page.take()
    assert given is not None
    assert given.is_code
    page.other_way.click()
    assert page.password.isVisible()


def test_to_remember_is_off_until_it_is_ticked_and_no_choice_after_a_lock(page: UnlockPage) -> None:
    assert not page.keep.isChecked()
    page.keep.setChecked(True)
    page.begin(FILE, locked=True)
    assert not page.keep.isChecked()
    assert not page.keep.isVisible()
    assert "Vergrendeld" in texts(page)


def test_another_workspace_is_offered_or_the_way_back(page: UnlockPage, qtbot: QtBot) -> None:
    assert page.leave.text() == "Andere werkmap openen"
    page.begin(FILE, back="Twente")
    assert page.leave.text() == "Terug naar Twente"
    with qtbot.waitSignal(page.left, timeout=1000):
        page.leave.click()


def test_what_was_typed_is_forgotten_when_it_is_over(page: UnlockPage) -> None:
    QTest.keyClicks(page.password.line, "vijf gewone woorden")
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    page.finish()
    assert page.password.text == ""
    assert page.typed is None


def test_everything_is_reached_by_the_keyboard_in_the_order_of_the_page(page: UnlockPage) -> None:
    page.activated()
    seen = []
    for _ in range(6):
        focused = page.focusWidget()
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == [page.password.line, page.password.eye, page.keep, page.open, page.other_way, page.leave]
