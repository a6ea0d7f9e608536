import random
import re
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.opened import Opened
from tests.protection import PASSWORD, protect
from tests.services.damage import Damage, bits, first_page_zeroed, header_overwritten, pages, truncated

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.clock import DAY
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import (
    auditing,
    backups,
    boards,
    capturing,
    clock_mending,
    preparing,
    unlocking,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.driver import bare
from bouwstenen_app.storage.opening import create, open_store
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.windows.damaged import DamagedPage
from bouwstenen_app.ui.windows.unlock import UnlockPage

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with a backup in which there are two blocks; now there are three."""
    path = tmp_path / "najaar.bouwstenen"
    around = surroundings()
    store = create(path, around, fill_empty)
    workshop = store.do("Sessie gemaakt", preparing.create_workshop, title="Proef").result
    for text in ("Een inzicht @politie", "Nog een"):
        store.do("Bouwsteen vastgelegd", capturing.capture, text, workshop=workshop)
    for _ in backups.backup_if_changed(store, around):
        pass
    store.do("Bouwsteen vastgelegd", capturing.capture, "Van na de kopie", workshop=workshop)
    store.close()
    return path


def _blocks(opened: Opened) -> list[Block]:
    return opened.program.desk.read(boards.select_blocks, Selection())


def _page(opened: Opened, qtbot: QtBot) -> DamagedPage:
    page = opened.window.body.currentWidget()
    assert isinstance(page, DamagedPage)
    qtbot.waitUntil(page.leave.isEnabled, timeout=20_000)
    return page


@pytest.mark.parametrize("damage", [first_page_zeroed, header_overwritten, truncated(0.6), pages(0.3, 2)])
def test_a_damaged_workspace_opens_on_a_calm_page_that_says_what_there_is(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot, damage: Damage
) -> None:
    path.write_bytes(spoiled := damage(path.read_bytes()))
    window = opened()
    window.program.begin(path)
    page = _page(window, qtbot)

    assert page.text.startswith("najaar is beschadigd")
    assert "2 bouwstenen in 1 sessie" in page.text
    assert not window.program.has_workspace
    assert path.read_bytes() == spoiled


def test_with_one_key_the_newest_sound_backup_is_open_and_the_damaged_file_kept(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    path.write_bytes(spoiled := truncated(0.2)(path.read_bytes()))
    window = opened()
    window.program.begin(path)
    page = _page(window, qtbot)
    page.backup.setFocus()
    QTest.keyClick(page.backup, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.program.has_workspace)

    assert [block.title for block in _blocks(window)] == ["Een inzicht", "Nog een"]
    assert window.told == "De reservekopie is teruggezet. Het beschadigde bestand staat er nog naast."
    (aside,) = path.parent.glob("najaar beschadigd *.bouwstenen")
    assert aside.read_bytes() == spoiled


def test_with_one_key_what_can_be_saved_is_open_in_a_new_file(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    path.write_bytes(spoiled := first_page_zeroed(path.read_bytes()))
    window = opened()
    window.program.begin(path)
    page = _page(window, qtbot)
    assert "3 bouwstenen en 1 sessie zijn nog te lezen." in page.text
    assert page.rescue.hasFocus(), "more is left here than in the backup"
    QTest.keyClick(page.rescue, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.program.has_workspace)

    assert window.program.desk.path.name == "najaar gered.bouwstenen"
    assert len(_blocks(window)) == 3
    assert path.read_bytes() == spoiled


def test_without_a_backup_and_with_nothing_to_save_there_is_still_a_way_on(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    around = surroundings()
    (backup,) = backups.backups(around, path)
    backup.path.write_bytes(b"kapot")
    path.write_bytes(bytes(20_000))
    window = opened()
    window.program.begin(path)
    page = _page(window, qtbot)
    assert "geen gave reservekopie" in page.text
    assert "niets meer te lezen" in page.text
    assert not page.backup.isVisible()
    assert not page.rescue.isVisible()
    QTest.keyClick(page.leave, Qt.Key.Key_Space)
    assert window.window.body.currentWidget() is not page


def test_damage_that_shows_later_is_told_with_a_way_to_that_page(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    whole = path.read_bytes()
    for found in re.finditer(b"Van na de kopie", whole):  # in the block, in the journal
        path.write_bytes(whole[: found.start()] + b"X" + whole[found.start() + 1 :])
        if copies.faults(path):
            break
    window = opened()
    window.program.begin(path)
    qtbot.waitUntil(lambda: "is beschadigd" in window.told)
    window.window.notice._on_offer_clicked()
    page = _page(window, qtbot)
    assert not window.program.has_workspace
    QTest.keyClick(page.backup, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.program.has_workspace)
    assert len(_blocks(window)) == 2


@pytest.mark.parametrize("seed", range(12))
def test_whatever_bits_are_wrong_the_program_does_not_stop(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot, seed: int
) -> None:
    path.write_bytes(bits(40, seed)(path.read_bytes()))
    window = opened()
    window.program.begin(path)
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not window.program._jobs.busy(), timeout=20_000)
    body = window.window.body.currentWidget()
    assert isinstance(body, DamagedPage) or window.program.has_workspace or window.told


def test_a_protected_file_with_a_wrong_byte_is_damaged_and_not_a_wrong_password(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    around = surroundings()
    protect(path, around)
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    path.write_bytes(data)
    window = opened()
    window.program.begin(path)
    gate = window.program.protecting.gate.page
    assert window.window.body.currentWidget() is gate
    for typed in ("een heel ander wachtwoord", PASSWORD):
        qtbot.keyClicks(gate.focusWidget() or gate, typed)
        gate.open.click()
        qtbot.waitUntil(lambda: not window.program._jobs.busy())
        if typed != PASSWORD:
            assert "gaat niet open met dit wachtwoord" in gate.answer
    page = _page(window, qtbot)
    assert "2 bouwstenen in 1 sessie" in page.text
    assert "3 bouwstenen en 1 sessie zijn nog te lezen." in page.text
    QTest.keyClick(page.rescue, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.program.has_workspace)
    assert len(_blocks(window)) == 3
    assert window.program.desk.protected


@pytest.fixture
def protected(path: Path) -> Path:
    protect(path, surroundings())
    return path


def _asked(window: Opened, qtbot: QtBot) -> UnlockPage:
    page = window.window.body.currentWidget()
    assert isinstance(page, UnlockPage)
    qtbot.waitUntil(lambda: not page.waits)
    return page


def _give(window: Opened, qtbot: QtBot, typed: str) -> None:
    page = _asked(window, qtbot)
    qtbot.keyClicks(page.password.focusWidget() or page, typed)
    QTest.mouseClick(page.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.program._jobs.busy())


@pytest.mark.parametrize("spoiled", [slice(0, 16), slice(3, 4), slice(0, 4096)])
def test_the_right_password_of_a_file_with_a_damaged_start_leads_to_what_can_be_done(
    opened: Callable[[], Opened], protected: Path, qtbot: QtBot, spoiled: slice
) -> None:
    data = bytearray(protected.read_bytes())
    data[spoiled] = bytes(byte ^ 0x55 for byte in data[spoiled])
    protected.write_bytes(data)
    window = opened()
    window.program.begin(protected)
    _give(window, qtbot, PASSWORD)
    page = _page(window, qtbot)
    assert page.text.startswith("najaar is beschadigd")
    assert "2 bouwstenen in 1 sessie" in page.text
    assert "3 bouwstenen en 1 sessie zijn nog te lezen." in page.text
    QTest.mouseClick(page.rescue, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.program.has_workspace)
    assert len(_blocks(window)) == 3
    assert window.program.desk.protected
    assert protected.read_bytes() == data


def test_who_is_sure_of_the_password_is_led_to_backups_with_a_password_of_their_own(
    opened: Callable[[], Opened], protected: Path, qtbot: QtBot
) -> None:
    noise = random.Random(4).randbytes(protected.stat().st_size)
    protected.write_bytes(noise)  # nothing of it says any more which password it had
    window = opened()
    window.program.begin(protected)
    assert not _asked(window, qtbot).mend.isVisible()
    _give(window, qtbot, "een heel ander wachtwoord")
    page = _asked(window, qtbot)
    assert "Weet je zeker dat het klopt? Dan kan het bestand beschadigd zijn." in page.answer
    QTest.mouseClick(page.mend, Qt.MouseButton.LeftButton)
    asked = _asked(window, qtbot)
    assert "Reservekopie van najaar, " in asked._name.text()
    assert not asked.mend.isVisible()
    _give(window, qtbot, PASSWORD)
    damaged = _page(window, qtbot)
    assert damaged.text.startswith("najaar gaat niet open\nHet bestand is beschadigd, of het heeft een ander")
    QTest.mouseClick(damaged.backup, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.program.has_workspace)
    assert len(_blocks(window)) == 2
    assert window.told.startswith("De reservekopie is teruggezet. Het bestand dat niet openging")
    (aside,) = protected.parent.glob("najaar beschadigd *.bouwstenen")
    assert aside.read_bytes() == noise


def test_a_password_of_before_says_so_and_the_page_does_not_call_the_file_damaged(
    opened: Callable[[], Opened], protected: Path, qtbot: QtBot
) -> None:
    around, new = surroundings(), "nog vijf heel gewone woorden"
    (backup,) = backups.backups(around, protected)
    before = backup.path.read_bytes()
    unlocking.unlock(protected, PASSWORD, around)
    protect(protected, around, new)
    backup.path.write_bytes(before)  # it could not be reached when the password was changed
    window = opened()
    window.program.begin(protected)
    _give(window, qtbot, PASSWORD)
    page = _asked(window, qtbot)
    assert "Is het wachtwoord daarna veranderd? Typ dan het nieuwe." in page.answer
    QTest.mouseClick(page.mend, Qt.MouseButton.LeftButton)
    damaged = _page(window, qtbot)
    assert damaged.text.startswith("najaar gaat niet open")
    assert not damaged.rescue.isVisible()
    QTest.mouseClick(damaged.leave, Qt.MouseButton.LeftButton)
    window.program.open(protected)
    _give(window, qtbot, new)
    assert len(_blocks(window)) == 3


def test_work_of_a_clock_that_was_ahead_is_told_at_opening_and_mended_with_one_key(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    around = surroundings()
    later = replace(
        around,
        now=lambda: datetime.now() + timedelta(days=800),
        new_id=identities(lambda: time.time_ns() // 1_000_000 + 800 * DAY),
    )
    with closing(open_store(path, later)) as store:
        workshop = store.read(preparing.workshops)[0].id
        store.do("Nieuw", capturing.capture, "Van later", workshop=workshop)
    window = opened()
    window.program.begin(path)
    assert "zet de datum dan eerst goed" in window.told
    qtbot.waitUntil(lambda: not window.program._jobs.busy())
    assert "zet de datum dan eerst goed" in window.told, "nothing else took its place"
    window.window.notice._on_offer_clicked()
    qtbot.waitUntil(lambda: window.told.startswith("De tijd is hersteld."), timeout=20_000)
    assert window.program.desk.path == path
    assert [block.title for block in _blocks(window)] == ["Een inzicht", "Nog een", "Van na de kopie", "Van later"]
    qtbot.waitUntil(lambda: not window.program._jobs.busy())
    assert window.program.desk.read(clock_mending.ahead, datetime.now()) is None


def test_a_search_index_that_is_out_of_step_is_mended_and_told(
    opened: Callable[[], Opened], path: Path, qtbot: QtBot
) -> None:
    connection = bare(path, "rw")
    connection.execute("INSERT INTO block_search(block_search) VALUES ('delete-all')")
    connection.close()
    window = opened()
    window.program.begin(path)
    qtbot.waitUntil(lambda: "zoekindex" in window.told)
    assert window.program.desk.read(boards.count, Selection(query="inzicht")) == 1


def test_r14_the_log_says_when_it_was_opened(opened: Callable[[], Opened], path: Path, qtbot: QtBot) -> None:
    window = opened()
    window.program.begin(path)
    qtbot.waitUntil(lambda: len(backups.backups(window.program.around, path)) > 0)
    qtbot.waitUntil(lambda: not window.program._jobs.busy())
    told = [one.line.told for one in window.program.desk.read(auditing.entries, "")]
    assert told == ["Geopend"]


def test_at_closing_what_changed_is_kept(opened: Callable[[], Opened], path: Path, qtbot: QtBot) -> None:
    window = opened()
    window.program.begin(path)
    qtbot.waitUntil(lambda: not window.program._jobs.busy())
    workshop = _blocks(window)[0].workshop
    window.program.desk.do("Nieuw", capturing.capture, "Laatste woord", workshop=workshop)
    window.close()
    around = surroundings()
    newest = backups.backups(around, path)[0]
    assert copies.faults(newest.path) == ()
    store = open_store(path, around)
    assert backups.has_all(store, newest)
    store.close()
