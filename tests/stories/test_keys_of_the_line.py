"""The line is one key away from everywhere, and keeps what was half-typed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_example, surroundings
from bouwstenen_app.ui.dialogs.keys import KeysDialog
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.widgets.capture_line import CaptureLine


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path, qtbot: QtBot) -> Running:
    path = tmp_path / "sleutels.bouwstenen"
    store = create(path, surroundings(), fill_example)
    store.close()
    running = start(path)
    qtbot.waitUntil(lambda: isinstance(running.focus, CaptureLine), timeout=10_000)
    return running


@pytest.mark.parametrize("elsewhere", ["Ctrl+1", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+Comma", "Ctrl+K"])
def test_from_every_place_one_key_goes_on_with_the_half_typed_line(running: Running, elsewhere: str) -> None:
    running.type("Wijkagent")
    running.press(elsewhere)
    running.press("Ctrl+2")
    assert running.line.hasFocus()
    running.type(" belt")
    assert running.line.toPlainText() == "Wijkagent belt"


@pytest.mark.parametrize("way", ["F3", "F4", "F7", "F8", "F9"])
def test_from_every_way_of_working_the_same_key_goes_back_to_the_line(running: Running, way: str) -> None:
    running.type("Wijkagent")
    running.press(way)
    assert not running.line.isVisible()
    running.press("Ctrl+2")
    assert running.line.hasFocus()
    running.type(" belt")
    assert running.line.toPlainText() == "Wijkagent belt"


def test_the_round_changes_with_one_key_and_the_line_keeps_its_text(running: Running) -> None:
    running.type("Wijkagent")
    place = running.window.current_place
    assert isinstance(place, CapturePlace)
    first = place.page.question.text()
    running.press("Ctrl+PageDown")
    assert place.page.question.text() != first
    running.press("Ctrl+PageUp")
    assert place.page.question.text() == first
    running.type(" belt")
    assert running.line.toPlainText() == "Wijkagent belt"


def shown_keys() -> list[KeysDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, KeysDialog) and one.isVisible()]


def test_f1_shows_the_keys_also_from_the_line(running: Running) -> None:
    running.press("F1")
    (dialog,) = shown_keys()
    dialog.accept()


def test_the_keys_are_called_after_the_way_of_working_that_is_in_front(running: Running) -> None:
    for key, title in (("F8", "Stemmen"), ("F9", "Teruglezen"), ("Ctrl+3", "Ordenen"), ("Ctrl+2", "Vastleggen")):
        running.press(key)
        running.press("F1")
        (dialog,) = shown_keys()
        assert title in [label.text() for label in dialog.findChildren(QLabel)]
        dialog.accept()


def test_a_question_mark_is_text_in_the_line_and_shows_the_keys_from_the_list(running: Running) -> None:
    running.type("Hoe dan?")
    assert running.line.toPlainText() == "Hoe dan?"
    assert not shown_keys()
    running.press("Escape")
    running.type("?")
    (dialog,) = shown_keys()
    dialog.accept()
