from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.again_page import AT_A_TIME, LONGEST, ONE_BY_ONE, AgainPage, Altered, Instead
from bouwstenen_app.ui.widgets.marked_text import MarkedText

LEAVE, TAKE, OVERWRITE = "laten", "nemen", "over"
ALL = ((LEAVE, "Laten staan"), (TAKE, "Overnemen"), (OVERWRITE, "Overschrijven"))
SOME = (ALL[0], ALL[2])
Key = Qt.Key


def altered(number: int, choices: tuple[tuple[str, str], ...] = ALL) -> Altered:
    return Altered(f"Kop {number}", f"Nieuw {number} hier", f"Oud {number} hier", choices)


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Iterator[AgainPage]:
    """A page in the place of another, in a window."""
    question = AgainPage(theme)
    instead = Instead((QLabel("boven"), QLabel("bladzijden"), QLabel("onder")), question)
    qtbot.addWidget(instead)
    instead.resize(800, 600)
    with qtbot.waitActive(instead):
        instead.show()
        instead.activateWindow()
    yield question
    instead.hide()


def asked(page: AgainPage, count: int) -> list[tuple[str, ...]]:
    """Ask about so many texts; return what is accepted."""
    answers: list[tuple[str, ...]] = []
    page.accepted.connect(answers.append)
    page.ask("Er is gewerkt.", [altered(n) for n in range(count)], "")
    return answers


def marked(page: AgainPage) -> list[MarkedText]:
    return [text for text in page.findChildren(MarkedText) if text.isVisible() and text.marked]


def test_it_takes_the_place_of_the_pages_until_there_is_an_answer(page: AgainPage) -> None:
    assert not page.is_asking
    answers = asked(page, 3)
    assert page.isVisible()
    assert page.is_asking
    page.accept()

    assert not page.is_asking
    assert answers == [(LEAVE,) * 3]


def test_one_choice_is_made_for_all_with_the_keyboard(page: AgainPage) -> None:
    answers = asked(page, 3)
    assert page.for_all is not None
    assert page.for_all.current == LEAVE
    QTest.keyClick(page.for_all._buttons[LEAVE], Key.Key_Right)
    assert [choice.current for choice in page.choices] == [TAKE] * 3
    QTest.keyClick(page.for_all._buttons[TAKE], Key.Key_Return)

    assert answers == [(TAKE,) * 3]


def test_a_choice_for_one_text_is_told_above(page: AgainPage) -> None:
    answers = asked(page, 3)
    page.choices[1]._buttons[OVERWRITE].click()
    assert page.for_all is not None
    assert page.for_all.current == ONE_BY_ONE
    page.go_on.click()

    assert answers == [(LEAVE, OVERWRITE, LEAVE)]


def test_a_text_that_belongs_to_nothing_here_stays_when_all_are_taken_over(page: AgainPage) -> None:
    page.ask("Er is gewerkt.", [altered(0), altered(1, SOME)], "")
    assert page.for_all is not None
    page.for_all._buttons[TAKE].click()

    assert [choice.current for choice in page.choices] == [TAKE, LEAVE]


def test_many_texts_come_a_part_at_a_time_and_those_out_of_sight_count_too(page: AgainPage) -> None:
    count = AT_A_TIME + 5
    answers = asked(page, count)
    assert len(page.choices) == AT_A_TIME
    assert page.more.text() == "Nog 5 teksten tonen"
    assert page.for_all is not None
    page.for_all._buttons[OVERWRITE].click()
    page.more.click()
    assert len(page.choices) == count
    assert not page.more.isVisible()
    assert page.choices[-1].current == OVERWRITE
    page.accept()

    assert answers == [(OVERWRITE,) * count]


def test_what_differs_is_marked_in_both_texts(page: AgainPage) -> None:
    asked(page, 1)
    assert page.for_all is None
    texts = marked(page)

    assert [text.marked for text in texts] == [["Nieuw"], ["Oud"]]


def test_of_a_long_text_is_shown_where_it_differs(page: AgainPage) -> None:
    same = "lang " * LONGEST
    page.ask("Er is gewerkt.", [Altered("Kop", f"{same} nieuw {same}", f"{same} oud {same}", ALL)], "")
    texts = marked(page)

    assert [text.marked for text in texts] == [["nieuw"], ["oud"]]
    assert all(len(text.text) < LONGEST + 10 for text in texts)
    assert all(text.text.startswith("… lang") and text.text.endswith("…") for text in texts)


def test_escape_writes_nothing(page: AgainPage, qtbot: QtBot) -> None:
    answers = asked(page, 2)
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page.go_on, Key.Key_Escape)

    assert not page.is_asking
    assert answers == []


def test_without_texts_there_is_only_the_warning(page: AgainPage) -> None:
    page.ask("Er is gewerkt.", [], "Er staan 2 opmerkingen in.", unread=True)

    assert page.read.hasFocus()
    assert page._warning.isVisible()
    assert not page._how.isVisible()
    assert not page.more.isVisible()
