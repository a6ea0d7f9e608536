"""A workspace with a password, in the real window: made, locked, opened, changed, taken away."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.services import backups, boards, unlocking
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.securing import Secured, secure
from bouwstenen_app.storage.keys import Locked
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.dialogs.keys import KeysDialog
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.dialogs.password import PasswordDialog
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.windows.beamer import BeamerWindow
from bouwstenen_app.ui.windows.unlock import UnlockPage

CANARY = "kanariepietendieniemandmaglezen"
PASSWORD = "bakker zomer fiets wolk tafel"
OTHER = "lantaarn kruiwagen sneeuwpop tegel"
Start = Callable[[Path], Running]


@pytest.fixture
def plain(tmp_path: Path, example_file: Path) -> Path:
    (tmp_path / "werk").mkdir()
    return Path(shutil.copy(example_file, tmp_path / "werk" / "najaar.bouwstenen"))


@pytest.fixture
def protected(plain: Path, start: Start) -> Path:
    around = surroundings()
    for _ in secure(plain, around, unlocking.new_key(PASSWORD, PASSWORD), Secured()):
        pass
    return plain


def page(running: Running) -> UnlockPage:
    shown = running.window.body.currentWidget()
    assert isinstance(shown, UnlockPage)
    return shown


def asks(running: Running) -> bool:
    return isinstance(running.window.body.currentWidget(), UnlockPage)


def unlock(running: Running, qtbot: QtBot, password: str = PASSWORD) -> None:
    qtbot.waitUntil(lambda: asks(running) and not page(running).waits)
    running.type(password)
    running.press("Return")
    qtbot.waitUntil(lambda: running.program.has_workspace, timeout=10_000)


def locked(running: Running, qtbot: QtBot) -> None:
    running.press("F12")
    assert asks(running), "at once"
    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=10_000)


def place(running: Running) -> CapturePlace:
    shown = running.window.current_place
    assert isinstance(shown, CapturePlace)
    return shown


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def there() -> list[QDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]

    qtbot.waitUntil(lambda: QApplication.activeWindow() in there())
    return there()[0]


def titles(running: Running) -> set[str]:
    return {block.title for block in running.program.desk.read(boards.select_blocks, Selection())}


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
    unlock(running, qtbot)
    assert len(titles(running)) == 122
    assert place(running).page.bar.line.hasFocus()


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
    unlock(running, qtbot)


def test_what_was_half_typed_is_in_the_line_again_after_a_lock(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    unlock(running, qtbot)
    running.type(f"Een {CANARY} en verder")
    workshop = place(running)._workshop if hasattr(place(running), "_workshop") else None
    locked(running, qtbot)
    assert running.frame.windowTitle() == "Bouwstenen (vergrendeld)"
    with pytest.raises(Locked):
        open_store(protected, running.program.around)
    unlock(running, qtbot)
    assert place(running).page.bar.line.toPlainText() == f"Een {CANARY} en verder"
    assert place(running).page.bar.line.hasFocus()
    assert workshop is None or place(running)._workshop == workshop
    assert "najaar" in running.frame.windowTitle()
    running.press("Return")
    qtbot.waitUntil(lambda: any(CANARY in title for title in titles(running)))


def test_a_lock_leads_back_to_the_place_one_was_in(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    unlock(running, qtbot)
    running.press("Ctrl+4")
    locked(running, qtbot)
    unlock(running, qtbot)
    assert running.window.key_in_front == "insight"


def test_r15_the_beamer_is_empty_while_it_is_locked(protected: Path, start: Start, qtbot: QtBot) -> None:
    running = start(protected)
    unlock(running, qtbot)
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
    unlock(running, qtbot)
    qtbot.waitUntil(lambda: len(beamers()) == 1 and not beamers()[0].canvas.blanked)


def test_a_lock_closes_what_lies_over_the_window_and_takes_back_what_it_copied(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    unlock(running, qtbot)
    quiet(running, qtbot)
    QGuiApplication.clipboard().setText(CANARY)
    running.window.show_keys()
    QTest.keyClick(dialog(qtbot, KeysDialog), Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not running.program.has_workspace)
    assert QApplication.activeModalWidget() is None
    assert QGuiApplication.clipboard().text() == ""


def test_r15_it_locks_by_itself_after_a_while_and_when_the_laptop_slept(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    clock = [1_000.0]
    watch = running.program.protecting.lock.watch
    watch._clock = lambda: clock[0]
    unlock(running, qtbot)
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
    unlock(running, qtbot)
    quiet(running, qtbot)
    watch._looked = clock[0]
    clock[0] += 3_600
    watch.look()
    qtbot.waitUntil(lambda: not running.program.has_workspace)


def test_it_does_not_lock_while_something_is_written_and_does_so_right_after(
    protected: Path, start: Start, qtbot: QtBot
) -> None:
    running = start(protected)
    unlock(running, qtbot)
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
    unlock(running, qtbot)


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
    before = titles(running)
    around = running.program.around

    settings(running).passwords.card.set.click()
    dialog(qtbot, NewPasswordDialog)
    QTest.keyClicks(QApplication.focusWidget(), PASSWORD)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), PASSWORD)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    told(running, qtbot, "beveiligd met het nieuwe wachtwoord. Dat geldt ook voor 1 reservekopie")
    assert isinstance(running.window.current_place, SettingsPlace)
    assert titles(running) == before
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
    assert titles(running) == before
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
