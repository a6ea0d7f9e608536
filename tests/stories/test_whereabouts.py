"""Where the workspace is, is told once for each file and place, and stands with the settings."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.stories.running import Start

from bouwstenen_app.services import backups, boards, capturing, preparing
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.surroundings import fill_empty
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.settings import SettingsPlace


@pytest.fixture
def path(tmp_path: Path, around: Surroundings) -> Path:
    """A workspace in a folder that is synced."""
    folder = tmp_path / "OneDrive - Gemeente Rivierenhoek"
    folder.mkdir()
    return workspace(folder / "kanarie.bouwstenen", around)


def workspace(path: Path, around: Surroundings) -> Path:
    store = create(path, around, fill_empty)
    store.do("Sessie", preparing.create_workshop, title="Proef")
    store.close()
    return path


def test_a_synced_folder_is_explained_once_and_stands_with_the_settings(
    start: Start, path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    running = start(path)
    qtbot.waitUntil(lambda: running.told.startswith("Deze werkmap staat in OneDrive"))
    assert not running.window.notice.goes_by_itself
    running.window.go("settings")
    place = running.window.current_place
    assert isinstance(place, SettingsPlace)
    (note,) = (one for one in place.findChildren(QLabel) if one.text().startswith("Deze werkmap staat in OneDrive"))
    assert note.isVisible()
    ini = (tmp_path / "bouwstenen.ini").read_text(encoding="utf-8")
    assert "kanarie" not in ini.partition("[bestanden]")[2].partition("uitgelegd")[2].partition("\n")[0]

    running = start(path)
    running.window.go("settings")
    qtbot.waitUntil(
        lambda: any(
            "OneDrive en wordt" in one.text() for one in running.window.findChildren(QLabel) if one.isVisible()
        )
    )
    assert running.told == ""


def test_of_an_ordinary_folder_nothing_is_told(
    start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    running = start(workspace(tmp_path / "gewoon.bouwstenen", around))
    running.window.go("settings")
    qtbot.wait(300)
    assert running.told == ""


def test_backups_of_a_workspace_that_was_thrown_away_are_told_once(
    start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    paths = [workspace(tmp_path / f"{name}.bouwstenen", around) for name in ("gewoon", "weg")]
    for path in paths:
        with closing(open_store(path, around)) as store:
            for _ in backups.backup_if_changed(store, around):
                pass
    running = start(paths[0])
    qtbot.wait(300)
    assert running.told == "", "nothing is left behind yet"
    paths[1].unlink()
    running = start(paths[0])
    qtbot.waitUntil(lambda: running.told.startswith("weg.bouwstenen staat niet meer op haar plek."))
    assert "nog 1 reservekopie van" in running.told
    running = start(paths[0])
    qtbot.wait(300)
    assert running.told == ""


def test_backups_of_a_workspace_that_got_another_name_are_not_left_behind(
    start: Start, tmp_path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    path = workspace(tmp_path / "gewoon.bouwstenen", around)
    with closing(open_store(path, around)) as store:
        for _ in backups.backup_if_changed(store, around):
            pass
    running = start(path.rename(tmp_path / "anders.bouwstenen"))
    qtbot.waitUntil(lambda: len(running.program.desk.backups()) == 1)
    qtbot.wait(300)
    assert running.told == ""
    assert [*backup_places.left_behind(around)] == []


def test_a_copy_of_a_conflict_is_offered_to_merge_and_nothing_is_lost(
    start: Start, path: Path, around: Surroundings, qtbot: QtBot
) -> None:
    other = path.with_name("kanarie-LAPTOP-12.bouwstenen")
    other.write_bytes(path.read_bytes())
    for file, text in ((path, "Van hier"), (other, "Van daar")):
        store = open_store(file, around)
        store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)
        store.close()
    running = start(path)
    qtbot.waitUntil(lambda: running.told.startswith("Naast deze werkmap staat kanarie-LAPTOP-12.bouwstenen"))
    (button,) = (one for one in running.window.notice.findChildren(QPushButton) if one.text() == "Bekijken")
    button.click()
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    qtbot.waitUntil(place.card.accept.isVisible, timeout=10_000)
    place.card.accept.click()
    qtbot.waitUntil(lambda: running.window.current_place is not place, timeout=10_000)
    blocks = running.program.desk.read(boards.select_blocks, boards.Selection())
    assert {block.title for block in blocks} == {"Van hier", "Van daar"}
