from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from tests.opened import Opened, titles, with_one_block

from bouwstenen_app.services import boards
from bouwstenen_app.storage.opening import create, open_store
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.capture import CapturePlace

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace with one session and one block."""
    return with_one_block(tmp_path / "najaar.bouwstenen")


def answers(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """Answer every question for a file with this one; return where each question began."""
    begun: list[str] = []

    def answer(_window: object, _title: str, start: str, *_: object) -> tuple[str, str]:
        begun.append(start)
        return str(path), ""

    for question in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, question, answer)
    return begun


def test_a_copy_is_saved_while_the_workspace_stays_open(
    opened: Callable[[], Opened], path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened()
    one.program.begin(path)
    answers(monkeypatch, tmp_path / "kopie")
    one.window.go("exchange")
    one.window.current_place.copy_asked.emit()
    assert "kopie.bouwstenen" in one.told
    assert one.program.desk.path == path
    copy = open_store(tmp_path / "kopie.bouwstenen", surroundings())
    assert [b.title for b in copy.read(boards.select_blocks, boards.Selection())] == ["Een inzicht"]
    copy.close()


def test_the_workspace_itself_is_refused_as_the_place_of_its_copy(
    opened: Callable[[], Opened], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened()
    one.program.begin(path)
    answers(monkeypatch, path)
    one.program.files.save_copy()
    assert one.told == "Dat is de werkmap zelf. Kies een andere naam of map voor de kopie."
    assert titles(one.program) == ["Een inzicht"]


def test_who_saves_as_another_file_goes_on_there_in_the_same_place(
    opened: Callable[[], Opened], path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened()
    one.program.begin(path)
    one.window.go("organise")
    answers(monkeypatch, tmp_path / "verder")
    one.program.files.save_as()
    assert one.told == "Je werkt nu verder in verder.bouwstenen."
    assert one.program.desk.path == tmp_path / "verder.bouwstenen"
    assert one.window.key_in_front == "organise"
    assert titles(one.program) == ["Een inzicht"]


def test_without_a_workspace_there_is_nothing_to_save(
    opened: Callable[[], Opened], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = opened()
    one.program.begin(None)
    begun = answers(monkeypatch, tmp_path / "kopie")
    one.program.files.save_copy()
    one.program.files.save_as()
    assert begun == []


def test_another_workspace_is_asked_for_in_the_folder_of_this_one(
    opened: Callable[[], Opened], path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "elders" / "voorjaar.bouwstenen"
    other.parent.mkdir()
    create(other, surroundings(), fill_empty).close()
    one = opened()
    one.program.begin(path)
    begun = answers(monkeypatch, other)
    one.program.files.open_another()
    assert begun == [str(tmp_path)]
    assert one.program.desk.path == other
    one.program.files.open_another()
    assert begun == [str(tmp_path), str(other.parent)]


def test_the_example_is_made_once_and_opened_with_what_was_added_to_it(
    opened: Callable[[], Opened], path: Path
) -> None:
    one = opened()
    one.program.begin(None)
    one.program.files.example()
    place = one.window.current_place
    assert isinstance(place, CapturePlace)
    QTest.keyClicks(place.page.bar.line, "Erbij getypt")
    QTest.keyClick(place.page.bar.line, Qt.Key.Key_Return)
    one.program.open(path)
    one.program.files.example()
    assert "Erbij getypt" in titles(one.program)
