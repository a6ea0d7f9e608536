from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.theme import Theme

WORDS = ("appel fiets wolk tafel zomer", "lantaarn kruiwagen sneeuwpop tegel regen")
Make = Callable[..., NewPasswordDialog]


@pytest.fixture
def make(theme: Theme, qtbot: QtBot) -> Make:
    around = QWidget()
    around.resize(1024, 700)
    qtbot.addWidget(around)

    def ask(**how: object) -> NewPasswordDialog:
        words = iter(WORDS)
        made = NewPasswordDialog(theme, "Titel", "Uitleg", lambda: next(words), parent=around, **how)
        with qtbot.waitActive(made):
            made.open()
        return made

    return ask


def given(dialog: NewPasswordDialog) -> list[str]:
    found: list[str] = []
    dialog.given.connect(lambda: found.append(dialog.password))
    return found


def test_a_password_is_typed_twice_with_the_keyboard_alone(make: Make) -> None:
    dialog = make()
    found = given(dialog)
    for _ in range(2):
        QTest.keyClicks(dialog.focusWidget(), WORDS[0])
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert found == [WORDS[0]]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [("kort", "kort", "langer"), (WORDS[0], WORDS[1], "niet gelijk"), ("a" * 14, "a" * 14, "makkelijk te raden")],
)
def test_what_is_no_good_password_is_refused_in_words(make: Make, first: str, second: str, told: str) -> None:
    dialog = make()
    found = given(dialog)
    dialog.form.password.put(first)
    dialog.form.again.put(second)
    dialog.accept_button.click()
    assert told in dialog.answer
    assert found == []
    assert dialog.isVisible()


def test_how_strong_it_is_is_told_while_it_is_typed(make: Make) -> None:
    dialog = make()
    assert dialog.form.said == "Minstens 12 tekens; nog 12 te gaan."
    QTest.keyClicks(dialog.form.password.line, "appel fiets ")
    assert dialog.form.said == "Voldoende. Langer is beter."
    QTest.keyClicks(dialog.form.password.line, "wolk tafel zomer")
    assert dialog.form.said == "Sterk: dit is moeilijk te raden."
    assert dialog.form.password.line.accessibleDescription() == dialog.form.said


def test_five_words_are_proposed_and_others_when_asked(make: Make) -> None:
    dialog = make()
    found = given(dialog)
    assert dialog.form.proposal == WORDS[0]
    dialog.form.others.click()
    dialog.form.take.click()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert found == [WORDS[1]]


def test_without_a_password_is_asked_twice_and_no_choice_where_it_makes_no_sense(make: Make, qtbot: QtBot) -> None:
    assert not make().go_without.isVisible()
    dialog = make(without="Dan kan iedereen het lezen.")
    asked: list[bool] = []
    dialog.without_asked.connect(lambda: asked.append(True))
    dialog.go_without.click()
    assert asked == []
    dialog.go_without.click()
    assert asked == [True]


def test_the_password_of_now_comes_first_and_stays_to_be_typed_again(make: Make) -> None:
    dialog = make(current=True)
    found = given(dialog)
    dialog.form.take.click()
    dialog.accept_button.click()
    assert "wachtwoord van nu" in dialog.answer
    assert dialog.current is not None
    dialog.current.put("oud")
    dialog.accept_button.click()
    assert found == [WORDS[0]]
    dialog.accept_button.click()
    assert found == [WORDS[0]], "one at a time"
    dialog.refuse_current("Dat was het niet.")
    assert dialog.current.line.hasFocus()


def test_nothing_that_was_typed_is_left_when_it_is_closed(make: Make) -> None:
    dialog = make(current=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    assert dialog.current is not None
    dialog.current.put("oud")
    dialog.form.take.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.password, dialog.typed_current, dialog.form.proposal) == ("", "", "")
