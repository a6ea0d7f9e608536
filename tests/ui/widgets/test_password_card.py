import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.password_card import PasswordCard


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> PasswordCard:
    made = PasswordCard(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def offered(card: PasswordCard) -> set[str]:
    buttons = (card.set, card.change, card.sheet, card.remove, card.lock)
    return {button.text() for button in buttons if button.isVisible()}


def test_without_a_password_it_says_what_that_means_and_offers_one(card: PasswordCard) -> None:
    card.show_state(protected=False, kept=False, lock_after=15)
    assert offered(card) == {"Wachtwoord instellen…"}
    assert "kan iedereen die het bestand heeft, alles lezen" in card.text
    assert not card.keep.isVisible()


def test_r07_with_a_password_it_says_what_is_closed_and_what_is_not(card: PasswordCard) -> None:
    card.show_state(protected=True, kept=True, lock_after=30)
    assert offered(card) == {
        "Wachtwoord wijzigen…",
        "Herstelblad…",
        "Wachtwoord weghalen…",
        "Nu vergrendelen",
    }
    assert "die kan iedereen lezen" in card.text
    assert card.keep.isChecked()
    assert card.minutes.current == "30"


def test_where_nothing_can_be_changed_it_says_why(card: PasswordCard) -> None:
    card.show_state(protected=True, kept=False, lock_after=15, refused="Je kunt hier alleen lezen.")
    assert card.text == "Je kunt hier alleen lezen."
    assert offered(card) == {"Herstelblad…", "Nu vergrendelen"}


def test_r15_the_time_until_it_locks_is_chosen_in_words(card: PasswordCard, qtbot: QtBot) -> None:
    card.show_state(protected=True, kept=False, lock_after=15)
    never = next(one for one in card.minutes.findChildren(QPushButton) if one.text() == "Nooit")
    with qtbot.waitSignal(card.lock_chosen, timeout=1000) as chosen:
        never.click()
    assert chosen.args == [0]
