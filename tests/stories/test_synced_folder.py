"""One workspace in a synced folder and two laptops: a copy is worked in, the file is brought up to date."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.protection import put_under
from tests.stories.running import Running, Start

from bouwstenen_app.app import MARKS
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.publishing import SOON, Publishing
from bouwstenen_app.services import capturing, preparing, publishing
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import fill_empty


@pytest.fixture
def other(tmp_path: Path, around: Surroundings) -> Surroundings:
    """Another laptop: a data folder of its own, the same synced folder."""
    data = tmp_path / "andere laptop"
    data.mkdir()
    return Surroundings(data, "cd" * 16, identities(), around.now, synced=around.synced)


@pytest.fixture
def path(tmp_path: Path, around: Surroundings) -> Path:
    folder = tmp_path / "OneDrive - Gemeente Rivierenhoek"
    folder.mkdir()
    path = folder / "veiligheid.bouwstenen"
    with_session(create(path, around, fill_empty))
    return path


def with_session(store: Store) -> None:
    store.do("Sessie", preparing.create_workshop, title="Proef")
    store.close()


def captured(path: Path, around: Surroundings, text: str) -> None:
    """Another laptop captures something, in a program that begins and ends."""
    store = open_store(path, around)
    store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)
    publishing.finish(store, around)
    store.close()


def titles_in(path: Path, key: Key | None = None) -> set[str]:
    """What stands in the file itself, as a sync program carries it off."""
    connection = connect(path, read_only=True, key=key)
    try:
        return {title for (title,) in connection.execute("SELECT title FROM block WHERE NOT removed")}
    finally:
        connection.close()


def typed(running: Running, text: str, qtbot: QtBot) -> None:
    running.type(text)
    running.press("Return")
    qtbot.waitUntil(lambda: any(title in text for title in running.titles))


def publisher(running: Running) -> Publishing:
    found = running.program.desk.findChild(Publishing)
    assert isinstance(found, Publishing)
    return found


def test_what_is_typed_is_worked_in_here_and_put_in_its_place_at_closing(
    start: Start, path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(path)
    assert running.program.desk.path == path
    before = path.read_bytes()
    typed(running, "Straatverlichting bij het station", qtbot)
    assert path.read_bytes() == before, "the file in the synced folder is left alone while someone types"
    running.frame.close()
    running.program.close()
    assert titles_in(path) == {"Straatverlichting bij het station"}
    assert not list((around.data / "werkkopieën").glob("*")), "no copy stays behind"
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_while_it_is_open_the_file_is_brought_up_to_date_and_the_settings_say_when(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    typed(running, "Straatverlichting bij het station", qtbot)
    running.window.go("settings")
    assert said(running, "Nog niet bijgewerkt in OneDrive")
    publisher(running).publish()
    qtbot.waitUntil(lambda: titles_in(path) == {"Straatverlichting bij het station"}, timeout=10_000)
    qtbot.waitUntil(lambda: said(running, "Bijgewerkt in OneDrive om "), timeout=10_000)


def test_what_another_laptop_put_there_comes_in_and_nobody_loses_a_word(
    start: Start, path: Path, other: Surroundings, qtbot: QtBot
) -> None:
    running = start(path)
    typed(running, "Van hier", qtbot)
    captured(path, other, "Van daar")
    running.type("Half getypt")
    desk = running.program.desk
    publisher(running).publish()
    qtbot.waitUntil(lambda: running.program.has_workspace and running.program.desk is not desk, timeout=10_000)
    assert set(running.titles) == {"Van hier", "Van daar"} == titles_in(path)
    assert "1 nieuwe bouwsteen" in running.window.notice.text
    running.press("Return")
    qtbot.waitUntil(lambda: "Half getypt" in running.titles)


def test_what_came_in_is_shown_also_when_the_file_cannot_be_brought_up_to_date(
    start: Start, path: Path, around: Surroundings, other: Surroundings, qtbot: QtBot
) -> None:
    running = start(path)
    typed(running, "Van hier", qtbot)
    captured(path, other, "Van daar")
    note = around.file(path).with_suffix(".json")
    note.unlink()
    note.mkdir()  # the own folder takes nothing any more
    desk = running.program.desk
    publisher(running).publish()
    qtbot.waitUntil(lambda: running.program.has_workspace and running.program.desk is not desk, timeout=10_000)
    assert set(running.titles) == {"Van hier", "Van daar"}
    assert titles_in(path) == {"Van daar"}
    note.rmdir()
    running.frame.close()
    running.program.close()
    assert titles_in(path) == {"Van hier", "Van daar"}


def test_a_dialog_that_was_opened_meanwhile_is_not_taken_away(
    start: Start, path: Path, other: Surroundings, qtbot: QtBot
) -> None:
    running = start(path)
    typed(running, "Van hier", qtbot)
    captured(path, other, "Van daar")
    desk, dialog = running.program.desk, QDialog(running.window)
    qtbot.waitUntil(lambda: not running.program._jobs.busy(), timeout=10_000)
    publisher(running).publish()
    dialog.open()
    qtbot.waitUntil(lambda: not running.program._jobs.busy(), timeout=10_000)
    qtbot.wait(2 * SOON)
    assert running.program.desk is desk
    dialog.close()
    qtbot.waitUntil(lambda: running.program.has_workspace and running.program.desk is not desk, timeout=10_000)
    assert set(running.titles) == {"Van hier", "Van daar"}


def test_a_file_that_somebody_took_away_is_not_made_again_unasked(start: Start, path: Path, qtbot: QtBot) -> None:
    running = start(path)
    path.unlink()
    typed(running, "Toch bewaard", qtbot)
    publisher(running).publish()
    qtbot.waitUntil(lambda: "staat niet meer op haar plek" in running.window.notice.text, timeout=10_000)
    assert not path.exists()
    running.window.notice.hide()
    running.window.go("settings")
    assert "staat niet meer op haar plek" in running.window.notice.text, "the way out is offered there again"
    (button,) = (one for one in running.window.notice.findChildren(QPushButton) if one.text() == "Opnieuw bewaren")
    button.click()
    qtbot.waitUntil(lambda: path.exists() and titles_in(path) == {"Toch bewaard"}, timeout=10_000)


def test_a_file_that_is_damaged_meanwhile_stays_beside_it_and_work_goes_on(
    start: Start, path: Path, qtbot: QtBot
) -> None:
    running = start(path)
    typed(running, "Niet kwijt", qtbot)
    path.write_bytes(b"half gesynchroniseerd")
    publisher(running).publish()
    qtbot.waitUntil(lambda: "niets overschreven" in running.window.notice.text, timeout=10_000)
    assert path.read_bytes() == b"half gesynchroniseerd"
    (button,) = (one for one in running.window.notice.findChildren(QPushButton) if one.text() == "Opnieuw bewaren")
    button.click()
    qtbot.waitUntil(lambda: "heet nu veiligheid van een ander" in running.window.notice.text, timeout=10_000)
    assert titles_in(path) == {"Niet kwijt"}
    (aside,) = path.parent.glob("veiligheid van een ander *.bouwstenen")
    assert aside.read_bytes() == b"half gesynchroniseerd"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is killed is forked")
def test_after_a_battery_that_died_it_goes_on_with_what_was_typed(
    start: Start, path: Path, around: Surroundings, other: Surroundings, qtbot: QtBot
) -> None:
    left_by_a_kill(path, around, "Net op tijd")
    captured(path, other, "Van daar")
    running = start(path)
    qtbot.waitUntil(lambda: "Uit OneDrive kwam binnen" in running.window.notice.text, timeout=15_000)
    assert set(running.titles) == titles_in(path) == {"Net op tijd", "Van daar"}


def test_while_the_room_looks_nothing_is_opened_anew(
    start: Start, path: Path, other: Surroundings, qtbot: QtBot
) -> None:
    running = start(path)
    typed(running, "Van hier", qtbot)
    captured(path, other, "Van daar")
    desk = running.program.desk
    running.press("F5")
    publisher(running).publish()
    running.window.go("settings")
    qtbot.waitUntil(lambda: said(running, "zodra je klaar bent met wat nu voor staat"), timeout=10_000)
    assert running.program.desk is desk
    assert titles_in(path) == {"Van daar"}
    running.frame.close()
    running.program.close()
    assert titles_in(path) == {"Van hier", "Van daar"}


def test_locking_brings_the_file_up_to_date_and_leaves_no_copy(
    start: Start, path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    key = Key(bytes(range(32)), b"zestien bytes nu")
    put_under(path, around, key)
    running = start(path.with_name("er is nog niets.bouwstenen"))
    running.program.around.keys.add(key)
    running.program.open(path)
    typed(running, "Op slot", qtbot)
    running.press("F12")
    qtbot.waitUntil(lambda: not running.program.has_workspace, timeout=10_000)
    assert titles_in(path, key) == {"Op slot"}
    assert not list((around.data / "werkkopieën").glob("*"))


SHOWN = """
import sys
from bouwstenen_app import app
sys.argv = ["x", "-platform", "offscreen"]
shown = app.Start._shown_early

def noted(self, file):
    page = shown(self, file)
    print("early:", type(page).__name__, flush=True)
    return page

app.Start._shown_early = noted
sys.exit(app.run(sys.argv_file))
"""


def early(path: Path) -> str:
    """What the real program shows before anything heavy is there; it is closed when it can be worked with."""
    program = SHOWN.replace("sys.argv_file", repr(str(path)))
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, MARKS: "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    (line,) = (line for line in ran.stdout.splitlines() if line.startswith("early:"))
    return line


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is killed is forked")
def test_the_first_look_is_of_the_file_and_never_older_than_a_copy_that_was_left(
    path: Path, around: Surroundings
) -> None:
    captured(path, around, "Eerst")
    early(path)  # closing it makes the first look
    assert early(path) == "early: EarlyPage"
    left_by_a_kill(path, around, "Daarna")
    assert early(path) == "early: NoneType"
    assert titles_in(path) == {"Eerst", "Daarna"}


def left_by_a_kill(path: Path, around: Surroundings, text: str) -> None:
    child = os.fork()
    if not child:
        store = open_store(path, around)
        store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def said(running: Running, words: str) -> bool:
    return any(words in one.text() for one in running.window.findChildren(QLabel) if one.isVisible())
