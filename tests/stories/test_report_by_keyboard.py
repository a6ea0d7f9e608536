"""A report with keys only: from a kind to the file, and back again with undo; Tab stays nowhere behind."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.services import recipes
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_example, surroundings
from bouwstenen_app.ui.places.report import ReportPlace

MOST = 120
"""Presses of Tab in which a person must have seen everything."""


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_example).close()
    return start(path)


def place_of(running: Running, qtbot: QtBot) -> ReportPlace:
    running.press("Ctrl+5")
    place = running.window.current_place
    assert isinstance(place, ReportPlace)
    qtbot.waitUntil(lambda: bool(place.preview.sources), timeout=30_000)
    return place


def tab_to(running: Running, wanted: Callable[[], QWidget]) -> None:
    """Press Tab until this has the focus; fail when that does not happen."""
    for _ in range(MOST):
        if running.focus is wanted():
            return
        running.press("Tab")
        QApplication.processEvents()
    raise AssertionError(f"Tab does not reach {wanted().accessibleName()}")


@pytest.mark.parametrize("kind", ["geconsolideerd", "themadossier", "terugkoppeling", "kaartenset"])
def test_tab_goes_through_the_whole_place_and_stays_nowhere(running: Running, qtbot: QtBot, kind: str) -> None:
    place = place_of(running, qtbot)
    place.recipes.choose(kind)
    place.panel.kind.choice.setFocus()
    met: list[QWidget] = []
    while running.focus not in met:
        met.append(running.focus)
        running.press("Tab")
        assert len(met) < MOST

    assert running.focus is met[0]
    panel = place.panel
    assert {panel.recipes.choice, panel.fields.title, panel.blocks.query, place.preview} <= set(met)


def test_from_a_kind_to_the_file_and_back_with_keys_only(
    running: Running, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "uit.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    place = place_of(running, qtbot)
    panel = place.panel

    tab_to(running, lambda: panel.kind.choice)
    running.press("Down")
    assert place.recipe.kind == "samenvatting"
    tab_to(running, lambda: panel.fields.title)
    running.press("Ctrl+A")
    running.type("In het kort")
    tab_to(running, lambda: panel.sections.rows["kern-kort"].box)
    running.press("Space")
    assert "kern-kort" not in place.recipe.sections
    qtbot.waitUntil(lambda: "In het kort" in place.preview.text(), timeout=30_000)
    shown = place.preview.text()
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)
    written = [paragraph.text for paragraph in docx.Document(str(target)).paragraphs if paragraph.text]
    assert written[0] == "In het kort"
    assert all(line in shown for line in written)

    running.press("Ctrl+Z")
    QApplication.processEvents()
    assert "kern-kort" in running.program.desk.read(recipes.recipe, place.recipe.id).sections
    running.press("Ctrl+Z")
    assert running.program.desk.read(recipes.recipe, place.recipe.id).title == "Bestuurlijke samenvatting"
    qtbot.waitUntil(lambda: "In het kort" not in place.preview.text(), timeout=30_000)
