"""The writer worked in the exported file: exporting over it asks what becomes of that, and keys answer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running
from tests.word_editing import Desk as Word
from tests.word_editing import said

from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_example, surroundings
from bouwstenen_app.ui.places.report import ReportPlace

WRITTEN = "In gewone woorden:"


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_example).close()
    begun = start(path)
    begun.press("Ctrl+5")
    return begun


def test_what_was_written_in_the_file_comes_into_the_workspace_with_keys_only(
    running: Running, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    place = running.window.current_place
    assert isinstance(place, ReportPlace)

    def export(until: Callable[[], bool]) -> None:
        running.press("Ctrl+E")
        qtbot.waitUntil(lambda: place.findings.isVisible() or until(), timeout=60_000)
        if place.findings.isVisible():
            running.press("Ctrl+E")
        qtbot.waitUntil(until, timeout=60_000)

    export(lambda: target.exists() and not place.exporting)
    whole = said(target)
    blocks = place._desk.read(boards.select_blocks, Selection())
    heads = {one.id: " ".join(one.explanation.split()[:4]) for one in blocks if len(one.explanation) > 60}
    first, second = [one for one, head in heads.items() if head in whole][:2]
    work = Word(target, "Ik").replace(heads[first], WRITTEN, tracked=False)
    work.replace(heads[second], WRITTEN).save(target)
    before = target.read_bytes()

    export(place.altered.isVisible)
    assert target.read_bytes() == before
    running.press("Escape")
    assert not place.altered.isVisible()
    assert target.read_bytes() == before

    export(place.altered.isVisible)
    running.press("Right")
    running.press("Return")
    qtbot.waitUntil(lambda: target.read_bytes() != before and not place.exporting, timeout=60_000)

    assert said(target).count(WRITTEN) >= 2
    for identity in (first, second):
        block = place._desk.read(boards.block, identity)
        assert block is not None
        assert block.explanation.startswith(WRITTEN)

    before = target.read_bytes()
    export(lambda: target.read_bytes() != before and not place.exporting)
    assert not place.altered.is_asking
