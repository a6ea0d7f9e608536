from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from pytestqt.qtbot import QtBot
from tests.protection import PASSWORD
from tests.services.rings import Ring, kept_in_memory

from bouwstenen_app.folders import word_list
from bouwstenen_app.storage.keys import Key, key_of, new_salt
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.dialogs.password import PasswordDialog
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.password_acts import PasswordActs
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card

OTHER = "lantaarn kruiwagen sneeuwpop tegel"
Make = Callable[..., PasswordActs]


@pytest.fixture
def ring() -> Iterator[Ring]:
    yield from kept_in_memory()


@pytest.fixture
def make(theme: Theme, qtbot: QtBot, settings: Settings, tmp_path: Path, around: Surroundings) -> Iterator[Make]:
    jobs = Jobs()
    stores = []

    def acts(key: Key | None = None, *, rehearsing: bool = False) -> PasswordActs:
        store = create(tmp_path / "regio.bouwstenen", around, key=key)
        stores.append(store)
        page = Card()
        qtbot.addWidget(page)
        desk = Desk(store, page, around=around, rehearsing=rehearsing)
        made = PasswordActs(desk, theme, jobs, settings, word_list(), page)
        page.column.addWidget(made.card)
        page.show()
        return made

    yield acts
    jobs.cancel_all()
    for store in stores:
        store.close()


def test_a_first_password_asks_for_the_workspace_to_be_closed_with_its_key(make: Make, qtbot: QtBot) -> None:
    acts = make()
    acts.card.set.click()
    dialog = acts.dialog
    assert isinstance(dialog, NewPasswordDialog)
    assert dialog.current is None
    dialog.form.take.click()
    password = dialog.form.proposal
    with qtbot.waitSignal(acts.secure_asked, timeout=10_000) as asked:
        dialog.accept_button.click()
    (key,) = asked.args
    assert isinstance(key, Key)
    assert key_of(password, key.salt) == key


def test_another_password_is_taken_only_with_the_one_of_now(make: Make, qtbot: QtBot) -> None:
    acts = make(key_of(PASSWORD, new_salt()))
    acts.card.change.click()
    dialog = acts.dialog
    assert isinstance(dialog, NewPasswordDialog)
    assert dialog.current is not None
    asked: list[object] = []
    acts.secure_asked.connect(asked.append)
    dialog.form.take.click()
    dialog.current.put(OTHER)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: "niet het wachtwoord van nu" in dialog.answer, timeout=10_000)
    assert asked == []
    dialog.current.put(PASSWORD)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=10_000)


def test_taking_it_away_asks_for_it_and_esc_leaves_it(make: Make, qtbot: QtBot) -> None:
    acts = make(key_of(PASSWORD, new_salt()))
    acts.card.remove.click()
    dialog = acts.dialog
    assert isinstance(dialog, PasswordDialog)
    dialog.reject()
    assert acts.dialog is None
    acts.card.remove.click()
    dialog = acts.dialog
    assert isinstance(dialog, PasswordDialog)
    dialog.accept_button.click()
    assert dialog.answer == "Typ eerst het wachtwoord van nu."
    dialog.field.put(PASSWORD)
    with qtbot.waitSignal(acts.secure_asked, timeout=10_000) as asked:
        dialog.accept_button.click()
    assert asked.args == [None]


def test_a_dialog_that_is_closed_while_it_is_looked_at_does_nothing(make: Make, qtbot: QtBot) -> None:
    acts = make(key_of(PASSWORD, new_salt()))
    acts.card.remove.click()
    dialog = acts.dialog
    assert isinstance(dialog, PasswordDialog)
    asked: list[object] = []
    acts.secure_asked.connect(asked.append)
    dialog.field.put(PASSWORD)
    dialog.accept_button.click()
    job = acts._job
    assert job is not None
    dialog.reject()
    with qtbot.waitSignal(job.ended, timeout=10_000):
        pass
    assert asked == []


def test_to_remember_goes_to_the_keyring_and_says_that_it_is_needed_elsewhere(
    make: Make, qtbot: QtBot, ring: Ring, settings: Settings
) -> None:
    key = key_of(PASSWORD, new_salt())
    acts = make(key)
    with qtbot.waitSignal(acts.told, timeout=5000) as told:
        acts.card.keep.click()
    assert "Bewaar het zelf ook" in told.args[0]
    assert list(ring.kept.values()) == [key.raw.hex()]
    assert settings.keeps_key(key.salt.hex())
    assert key.raw.hex() not in settings.path.read_text(encoding="utf-8")
    with qtbot.waitSignal(acts.told, timeout=5000):
        acts.card.keep.click()
    assert ring.kept == {}
    assert not settings.keeps_key(key.salt.hex())


def test_a_laptop_without_a_keyring_is_one_sentence(make: Make, qtbot: QtBot, ring: Ring) -> None:
    keyring.set_keyring(NoKeyring())
    acts = make(key_of(PASSWORD, new_salt()))
    with qtbot.waitSignal(acts.problem_told, timeout=5000) as told:
        acts.card.keep.click()
    assert told.args == ["Deze laptop heeft geen sleutelring. Bouwstenen vraagt het wachtwoord elke keer."]
    assert not acts.card.keep.isChecked()


def test_a_rehearsal_leaves_the_password_alone(make: Make) -> None:
    acts = make(key_of(PASSWORD, new_salt()), rehearsing=True)
    assert "oefenkopie" in acts.card.text
    assert not acts.card.change.isVisible()


def test_r15_the_time_until_it_locks_is_kept_on_this_laptop(make: Make, settings: Settings) -> None:
    acts = make(key_of(PASSWORD, new_salt()))
    acts.card.lock_chosen.emit(5)
    assert settings.lock_after == 5
