"""A workspace with a password, in the real window: made, locked, opened, changed, taken away."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot
from tests.protection import PASSWORD
from tests.services.rings import Ring, kept_in_memory
from tests.stories.running import Running, Start

from bouwstenen_app.services import backups, preparing, unlocking
from bouwstenen_app.storage.keys import Locked, recovery_code
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.dialogs.keys import KeysDialog
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.dialogs.password import PasswordDialog
from bouwstenen_app.ui.dialogs.recovery import RecoveryDialog
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.windows.beamer import BeamerWindow
from bouwstenen_app.ui.windows.unlock import UnlockPage

CANARY = "kanariepietendieniemandmaglezen"
OTHER = "lantaarn kruiwagen sneeuwpop tegel"


@pytest.fixture
def ring() -> Iterator[Ring]:
    yield from kept_in_memory()


def page(running: Running) -> UnlockPage:
    shown = running.window.body.currentWidget()
    assert isinstance(shown, UnlockPage)
    return shown


def asks(running: Running) -> bool:
    return isinstance(running.window.body.currentWidget(), UnlockPage)


def locked(running: Running, qtbot: QtBot) -> None:
    running.press("F12")
    assert asks(running), "at once"
    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=10_000)


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def there() -> list[QDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: QApplication.activeWindow() in there())
    return there()[0]


def quiet(running: Running, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not running.program._jobs.busy(), timeout=20_000)


def test_the_program_starts_on_a_protected_file_with_its_password_only(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    assert asks(running)
    assert not running.program.has_workspace
    running.type("een verkeerd wachtwoord")
    running.press("Return")
    qtbot.waitUntil(lambda: "gaat niet open" in page(running).answer, timeout=10_000)
    assert not running.program.has_workspace
    running.unlock(qtbot)
    assert len(running.titles) == 122
    assert running.line.hasFocus()


def test_r15_wrong_passwords_make_one_wait_and_the_right_one_is_taken_after_that(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    for _ in range(3):
        qtbot.waitUntil(lambda: not page(running).waits)
        running.type("een verkeerd wachtwoord")
        running.press("Return")
        qtbot.waitUntil(lambda: page(running).typed is None and bool(page(running).answer), timeout=10_000)
        qtbot.waitUntil(lambda: "gaat niet open" in page(running).answer, timeout=10_000)
    assert page(running).waits
    assert page(running).open.text().startswith("Wacht nog")
    running.unlock(qtbot)


def test_what_was_half_typed_is_in_the_line_again_after_a_lock(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.type(f"Een {CANARY} en verder")
    workshop = running.place(CapturePlace)._workshop if hasattr(running.place(CapturePlace), "_workshop") else None
    locked(running, qtbot)
    assert running.frame.windowTitle() == "Bouwstenen (vergrendeld)"
    with pytest.raises(Locked):
        open_store(protected, running.program.around)
    running.unlock(qtbot)
    assert running.line.toPlainText() == f"Een {CANARY} en verder"
    assert running.line.hasFocus()
    assert workshop is None or running.place(CapturePlace)._workshop == workshop
    assert "najaar" in running.frame.windowTitle()
    running.press("Return")
    qtbot.waitUntil(lambda: any(CANARY in title for title in running.titles))


def test_r14_the_log_tells_of_a_lock_of_wrong_passwords_and_of_what_opened_it(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    locked(running, qtbot)
    for _ in range(2):
        qtbot.waitUntil(lambda: not page(running).waits)
        running.type(CANARY)
        running.press("Return")
        qtbot.waitUntil(lambda: page(running).typed is None and bool(page(running).answer), timeout=10_000)
        qtbot.waitUntil(lambda: "gaat niet open" in page(running).answer, timeout=10_000)
    running.unlock(qtbot)
    quiet(running, qtbot)
    entries = running.program.desk.log()
    assert [one.line.told for one in entries][:4] == [
        "Ontgrendeld",
        "Verkeerd wachtwoord gegeven: 2 keer",
        "Vergrendeld",
        "Geopend",
    ]
    assert CANARY not in repr(entries)


def test_r14_the_log_tells_that_a_recovery_sheet_was_made_and_not_that_one_was_looked_at(
    protected: Path, start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "blad.pdf"), ""))
    for button in ("cancel", "save"):
        running.program.protecting.show_sheet()
        getattr(dialog(qtbot, RecoveryDialog), button).click()
    told = [one.line.told for one in running.program.desk.log()]
    assert told[:2] == ["Herstelblad gemaakt", "Geopend"]


def test_a_lock_leads_back_to_the_place_one_was_in(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.press("Ctrl+4")
    locked(running, qtbot)
    running.unlock(qtbot)
    assert running.window.key_in_front == "insight"


def test_r15_the_beamer_is_empty_while_it_is_locked(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    running.press("F5")

    def beamers() -> list[BeamerWindow]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, BeamerWindow) and w.isVisible()]

    qtbot.waitUntil(lambda: len(beamers()) == 1)
    assert beamers()[0].canvas.texts
    geometry = beamers()[0].geometry()
    running.press("F12")
    covers = [w for w in beamers() if w.canvas.blanked]
    assert [w.geometry() for w in covers] == [geometry], "at once, in the same place"
    qtbot.waitUntil(lambda: not running.program.has_workspace)
    qtbot.waitUntil(lambda: beamers() == covers)
    assert not any(covers[0].canvas.texts)
    running.press("F5")
    running.press("F6")
    assert beamers() == covers
    running.unlock(qtbot)
    qtbot.waitUntil(lambda: len(beamers()) == 1 and not beamers()[0].canvas.blanked)


def test_a_lock_closes_what_lies_over_the_window_and_takes_back_what_it_copied(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    QGuiApplication.clipboard().setText(CANARY)
    running.window.show_keys()
    QTest.keyClick(dialog(qtbot, KeysDialog), Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not running.program.has_workspace)
    assert QApplication.activeModalWidget() is None
    assert QGuiApplication.clipboard().text() == ""


def test_a_dialog_that_waits_for_a_file_is_closed_before_the_workspace_is(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    running.window.go("exchange")
    exchange = running.window.current_place
    QTimer.singleShot(200, running.program.protecting.lock.lock)
    exchange.parcels._on_save()  # comes back when the dialog is closed
    assert running.program.has_workspace, "not under the feet of what asked"
    qtbot.waitUntil(lambda: not running.program.has_workspace)
    running.unlock(qtbot)
    assert running.window.key_in_front == "exchange"


def test_r15_it_locks_by_itself_after_a_while_and_when_the_laptop_slept(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    clock = [1_000.0]
    watch = running.program.protecting.lock.watch
    watch._clock = lambda: clock[0]
    running.unlock(qtbot)
    quiet(running, qtbot)
    watch.touch()
    watch._looked = clock[0]

    def later(seconds: float) -> None:
        for _ in range(int(seconds // 10)):
            clock[0] += 10
            watch.look()

    later(14 * 60)
    assert running.program.has_workspace
    QTest.keyClick(running.frame.windowHandle(), Qt.Key.Key_A)
    later(14 * 60)
    assert running.program.has_workspace, "somebody was there"
    later(60)
    assert not running.program.has_workspace
    running.unlock(qtbot)
    quiet(running, qtbot)
    watch._looked = clock[0]
    clock[0] += 3_600
    watch.look()
    qtbot.waitUntil(lambda: not running.program.has_workspace)


def test_it_does_not_lock_while_something_is_written_and_does_so_right_after(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    writing = [True]

    def work() -> Iterator[object]:
        while writing[0]:
            qtbot_sleep()
            yield None

    def qtbot_sleep() -> None:
        import time

        time.sleep(0.005)

    running.program._jobs.start("Export", work)  # type: ignore[arg-type]
    running.program.protecting.lock.watch.rested.emit()
    assert running.program.has_workspace
    running.press("F12")
    assert asks(running), "by hand it is covered at once"
    assert page(running).waits
    assert running.program.has_workspace, "and closes when the file is whole"
    writing[0] = False
    qtbot.waitUntil(lambda: not running.program.has_workspace)
    running.unlock(qtbot)


def test_it_waits_while_the_beamer_shows_something(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    running.press("F5")
    running.program.protecting.lock.watch.rested.emit()
    assert not asks(running), "the room is looking, and the facilitator is talking"
    running.press("F6")
    running.program.protecting.lock.watch.rested.emit()
    assert asks(running), "a beamer that is covered keeps nobody waiting"
    qtbot.waitUntil(lambda: not running.program.has_workspace)


def test_a_workspace_without_a_password_says_how_to_give_it_one(plain: Path, start: Start, qtbot: QtBot) -> None:
    running = start(plain)
    running.press("F12")
    assert running.program.has_workspace
    assert "heeft geen wachtwoord" in running.window.notice.text
    running.window.notice._offer.click()
    assert isinstance(running.window.current_place, SettingsPlace)


def settings(running: Running) -> SettingsPlace:
    running.window.go("settings")
    shown = running.window.current_place
    assert isinstance(shown, SettingsPlace)
    return shown


def told(running: Running, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in running.window.notice.text, timeout=20_000)


def test_a_password_is_set_changed_and_taken_away_and_one_is_back_in_the_settings_each_time(
    plain: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(plain)
    quiet(running, qtbot)
    before = set(running.titles)
    around = running.program.around

    settings(running).passwords.card.set.click()
    dialog(qtbot, NewPasswordDialog)
    QTest.keyClicks(QApplication.focusWidget(), PASSWORD)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), PASSWORD)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    told(running, qtbot, "beveiligd met het nieuwe wachtwoord. Dat geldt ook voor 1 reservekopie")
    assert isinstance(running.window.current_place, SettingsPlace)
    assert set(running.titles) == before
    assert not plain_header(plain, running)
    quiet(running, qtbot)

    settings(running).passwords.card.change.click()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    fill(asked, "een verkeerd wachtwoord", OTHER)
    qtbot.waitUntil(lambda: "niet het wachtwoord van nu" in asked.answer, timeout=10_000)
    fill(asked, PASSWORD, OTHER)
    told(running, qtbot, "beveiligd met het nieuwe wachtwoord")
    quiet(running, qtbot)
    running.window.notice.hide()

    settings(running).passwords.card.remove.click()
    dialog(qtbot, PasswordDialog)
    QTest.keyClicks(QApplication.focusWidget(), OTHER)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    told(running, qtbot, "Het wachtwoord is weggehaald.")
    assert set(running.titles) == before
    quiet(running, qtbot)
    assert backups.backups(around, plain)


def fill(asked: NewPasswordDialog, current: str, new: str) -> None:
    assert asked.current is not None
    asked.current.put(current)
    asked.form.password.put(new)
    asked.form.again.put(new)
    asked.accept_button.click()


def plain_header(path: Path, running: Running) -> bool:
    """Whether the file is readable without a password; asked of the keys: an open file is not read here."""
    return running.program.around.keys.of(path) is None


def test_a_new_workspace_asks_for_a_password_and_offers_the_sheet_and_words_are_nowhere_readable(
    plain: Path, start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start(plain)
    quiet(running, qtbot)
    made = tmp_path / "werk" / "nieuw.bouwstenen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(made.with_suffix("")), ""))
    running.program.files.new()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    QTest.keyClicks(QApplication.focusWidget(), "te kort")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "langer" in asked.answer
    assert not made.exists()
    asked.form.others.click()
    password = asked.form.proposal
    asked.form.take.click()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    told(running, qtbot, "De werkmap is beveiligd.")
    assert running.program.desk.path == made
    with qtbot.waitActive(running.frame):
        running.frame.activateWindow()  # where there is no screen, nothing does that when a dialog closes

    desk = running.program.desk
    workshop = desk.do("Sessie", preparing.create_workshop, title="Sessie", region="Heuvelrug")
    running.program.open_workshop(workshop)
    running.type(f"Gezin {CANARY} belt de school")
    running.press("Return")
    running.type(f"half {CANARY}")
    locked(running, qtbot)
    assert running.program.around.keys.known() == ()
    running.unlock(qtbot, password)
    quiet(running, qtbot)
    key = running.program.around.keys.of(made)
    assert key is not None
    running.frame.close()
    running.program.close()
    secrets = (CANARY, password, key.raw.hex(), recovery_code(key), recovery_code(key).replace("-", ""))
    assert [name for name in files_with(tmp_path, *(word.encode() for word in secrets), key.raw)] == []


def files_with(folder: Path, *words: bytes) -> list[str]:
    """Return the files under a folder, and of our own in the temporary folder, that have one of these in them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(word in path.read_bytes() for word in words)]


def test_a_new_workspace_without_a_password_is_a_choice_that_is_made_twice(
    plain: Path, start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start(plain)
    quiet(running, qtbot)
    made = tmp_path / "werk" / "open.bouwstenen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(made), ""))
    running.program.files.new()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    asked.go_without.click()
    assert not made.exists()
    assert asked.go_without.text() == "Toch zonder wachtwoord"
    asked.go_without.click()
    assert running.program.desk.path == made
    assert not running.program.desk.protected


def test_who_gives_up_at_the_password_makes_no_workspace(
    plain: Path, start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start(plain)
    quiet(running, qtbot)
    made = tmp_path / "werk" / "niet.bouwstenen"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(made), ""))
    running.program.files.new()
    QTest.keyClick(dialog(qtbot, NewPasswordDialog), Qt.Key.Key_Escape)
    assert running.program.desk.path == plain
    assert not made.exists()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(plain), ""))
    running.program.files.new()
    assert "bestaat al" in running.window.notice.text


def test_the_recovery_code_opens_it_and_lets_one_choose_another_password(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    code = running.program.desk.recovery_code()
    locked(running, qtbot)
    qtbot.waitUntil(lambda: not page(running).waits)
    page(running).other_way.click()
    running.type(code.lower())
    running.press("Return")
    qtbot.waitUntil(lambda: running.program.has_workspace, timeout=10_000)
    assert "open met de herstelcode" in running.window.notice.text
    assert code not in running.window.notice.text
    quiet(running, qtbot)
    settings(running).passwords.card.change.click()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    fill(asked, code, OTHER)
    told(running, qtbot, "beveiligd met het nieuwe wachtwoord")
    assert running.program.desk.recovery_code() != code


def test_a_laptop_that_remembers_opens_by_itself_but_not_after_a_lock_and_forgets_with_a_new_password(
    protected: Path, start: Start, qtbot: QtBot, ring: Ring
) -> None:
    running = start(protected)
    page(running).keep.click()
    page(running).activated()
    running.unlock(qtbot)
    assert len(ring.kept) == 1
    locked(running, qtbot)
    assert asks(running)
    running.unlock(qtbot)
    quiet(running, qtbot)

    running = start(protected)
    qtbot.waitUntil(lambda: running.program.has_workspace, timeout=10_000)
    quiet(running, qtbot)
    card = settings(running).passwords.card
    assert card.keep.isChecked()
    card.keep.click()
    told(running, qtbot, "onthoudt het wachtwoord niet meer")
    assert ring.kept == {}
    card.keep.click()
    told(running, qtbot, "Deze laptop onthoudt het wachtwoord.")
    quiet(running, qtbot)
    card.change.click()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    fill(asked, PASSWORD, OTHER)
    told(running, qtbot, "beveiligd met het nieuwe wachtwoord")
    assert ring.kept == {}
    assert not settings(running).passwords.card.keep.isChecked()


def test_a_keyring_that_forgot_is_one_sentence_and_the_password_is_asked(
    protected: Path, start: Start, qtbot: QtBot, ring: Ring
) -> None:
    running = start(protected)
    page(running).keep.click()
    page(running).activated()
    running.unlock(qtbot)
    quiet(running, qtbot)
    ring.kept.clear()
    running = start(protected)
    qtbot.waitUntil(lambda: "weet het wachtwoord niet meer" in page(running).answer, timeout=10_000)
    running.unlock(qtbot)


def test_another_protected_workspace_is_asked_for_while_this_one_stays_open(
    plain: Path, protected: Path, start: Start, qtbot: QtBot, tmp_path: Path, example_file: Path
) -> None:
    other = Path(shutil.copy(example_file, tmp_path / "werk" / "twente.bouwstenen"))
    running = start(other)
    quiet(running, qtbot)
    running.program.open(protected)
    assert asks(running)
    assert page(running).leave.text() == "Terug naar twente"
    page(running).leave.click()
    assert running.program.desk.path == other
    assert not asks(running)
    running.program.open(protected)
    running.type(PASSWORD)
    running.press("Return")
    qtbot.waitUntil(lambda: running.program.desk.path == protected, timeout=10_000)


def test_what_came_in_between_is_not_opened_by_the_password_of_another(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    page(running).leave.click()
    assert not asks(running)
    assert not running.program.has_workspace


def test_text_that_could_not_be_kept_keeps_the_workspace_open(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    away = protected.rename(protected.with_name("elders.bouwstenen"))
    running.type("tekst die niet op schijf kan")
    qtbot.waitUntil(lambda: bool(running.program.desk.unkept))
    running.press("F12")
    assert running.program.has_workspace
    assert not asks(running)
    assert "De werkmap blijft open" in running.window.notice.text
    away.rename(protected)
    locked(running, qtbot)


def test_a_workspace_that_is_opened_instead_of_the_locked_one_can_be_locked_itself(
    protected: Path, plain: Path, start: Start, qtbot: QtBot, tmp_path: Path, example_file: Path
) -> None:
    other = Path(shutil.copy(example_file, tmp_path / "werk" / "twente.bouwstenen"))
    running = start(protected)
    running.unlock(qtbot)
    locked(running, qtbot)
    running.program.open(other)
    assert running.program.desk.path == other
    assert not running.program.protecting.lock.is_locked
    running.press("F12")
    assert "heeft geen wachtwoord" in running.window.notice.text


def test_a_backup_that_is_saved_has_the_same_password_and_says_so(
    protected: Path, start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = start(protected)
    running.unlock(qtbot)
    quiet(running, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "kopie"), ""))
    running.program.files.save_copy()
    told(
        running, qtbot, "De reservekopie kopie.bouwstenen is gemaakt. Ze heeft hetzelfde wachtwoord als de werkmap."
    )
    later = surroundings(tmp_path / "andere laptop")
    with pytest.raises(Locked):
        open_store(tmp_path / "kopie.bouwstenen", later)
    unlocking.unlock(tmp_path / "kopie.bouwstenen", PASSWORD, later)
    open_store(tmp_path / "kopie.bouwstenen", later).close()


def test_a_backup_that_cannot_follow_is_named_with_where_it_is(plain: Path, start: Start, qtbot: QtBot) -> None:
    running = start(plain)
    quiet(running, qtbot)
    (backup,) = backups.backups(running.program.around, plain)
    backup.path.write_bytes(b"kapot" * 2_000)
    settings(running).passwords.card.set.click()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    asked.form.take.click()
    asked.accept_button.click()
    told(running, qtbot, "De werkmap is klaar, maar 1 reservekopie kon niet mee")
    assert backup.path.name in running.window.notice.text
    assert str(backup.path.parent) in running.window.notice.text
    assert running.program.desk.protected
    quiet(running, qtbot)


def test_a_password_that_does_not_go_leaves_everything_as_it_was(plain: Path, start: Start, qtbot: QtBot) -> None:
    running = start(plain)
    quiet(running, qtbot)
    before = set(running.titles)
    (plain.parent / "najaar.bouwstenen.part").mkdir()  # as a disk that refuses
    settings(running).passwords.card.set.click()
    asked = dialog(qtbot, NewPasswordDialog)
    assert isinstance(asked, NewPasswordDialog)
    asked.form.take.click()
    asked.accept_button.click()
    qtbot.waitUntil(lambda: bool(running.window.notice.text) and running.program.has_workspace, timeout=20_000)
    assert not running.program.desk.protected
    assert set(running.titles) == before
    assert isinstance(running.window.current_place, SettingsPlace)
    quiet(running, qtbot)


def test_r07_no_password_and_no_key_is_in_a_message_a_title_or_what_is_printed(
    protected: Path, start: Start, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    running = start(protected)
    typed = "een verkeerd wachtwoord"
    running.type(typed)
    running.press("Return")
    qtbot.waitUntil(lambda: "gaat niet open" in page(running).answer, timeout=10_000)
    said = [page(running).answer, running.frame.windowTitle(), running.window.notice.text]
    running.unlock(qtbot)
    quiet(running, qtbot)
    said += [running.frame.windowTitle(), running.window.notice.text]
    key = running.program.around.keys.of(protected)
    assert key is not None
    out, err = capfd.readouterr()
    said += [out, err, repr(key), repr(running.program.around), repr(unlocking.TooSoon(3))]
    for secret in (typed, PASSWORD, key.raw.hex(), key.literal, recovery_code(key)):
        assert [text for text in said if secret in text] == []
