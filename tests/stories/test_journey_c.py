"""The writer's evening (journey C): a kind, own words, an order, a document; an edit, and the document again."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.services import boards, capturing, editions, recipes
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_example, surroundings
from bouwstenen_app.ui.places.report import ReportPlace

INTRODUCTION = "Dit hoofdstuk leest u per thema, met uw eigen partners erbij."
OPENING = "In drie avonden hoorden wij steeds hetzelfde: begin samen, en begin vroeg."


def paragraphs(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


@pytest.fixture
def evening(start: Callable[[Path], Running], tmp_path: Path) -> Callable[[], Running]:
    """Begin, or begin again, with the sessions of that afternoon."""
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_example).close()

    def begin() -> Running:
        running = start(path)
        running.press("Ctrl+5")
        return running

    return begin


def export(running: Running, qtbot: QtBot, target: Path) -> None:
    """Press the one key, and go on past what may be personal."""
    place = running.place(ReportPlace)
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: place.findings.isVisible() or target.exists(), timeout=30_000)
    if place.findings.isVisible():
        running.press("Ctrl+E")
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)


def test_own_words_survive_every_export(
    evening: Callable[[], Running], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    targets = [tmp_path / "concept.docx", tmp_path / "versie twee.docx"]
    asked = iter(targets)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(next(asked)), ""))
    running = evening()
    place = running.place(ReportPlace)
    desk = running.program.desk
    qtbot.waitUntil(lambda: bool(place.preview.sources), timeout=30_000)

    # Her own words under a heading, and a sentence of the program that she says better.
    place.panel.sections.rows["themas"].box.setFocus()
    running.press("Return")
    running.type(INTRODUCTION)
    running.press("F8")
    running.press("Alt+Down")
    running.press("Return")
    rewritten = place.passage.key
    running.press("Ctrl+A")
    running.type(OPENING)
    running.press("Escape")
    assert set(desk.read(recipes.passages, place.recipe.id)) == {"section:themas", rewritten}

    # The account goes to the front of what follows the message; the recipe gets a name.
    names = list(place.recipe.sections)
    box = place.panel.sections.rows["verantwoording"].box
    box.setFocus()
    while place.panel.sections.order().index("verantwoording") > 1:
        running.press("Alt+Up")
    assert place.recipe.sections[:2] == (names[0], "verantwoording")
    place.panel.recipes.save.setFocus()
    running.press("Return")
    running.type("Stuurgroep najaar")
    running.press("Return")
    export(running, qtbot, targets[0])
    first = paragraphs(targets[0])
    assert first.index(OPENING) < first.index(INTRODUCTION)

    # A title is shortened, and the document is made again the next morning, in a program that was closed.
    block = next(one for one in desk.read(boards.select_blocks, Selection()) if one.spoken_id == "RH-001")
    desk.do("Titel ingekort", capturing.edit_block, block.id, title="Samen aan de deur")
    running = evening()
    place = running.place(ReportPlace)
    assert place.recipe.name == "Stuurgroep najaar"
    qtbot.waitUntil(lambda: OPENING in place.preview.text(), timeout=30_000)
    export(running, qtbot, targets[1])
    second = paragraphs(targets[1])

    assert OPENING in second
    assert INTRODUCTION in second
    assert any("Samen aan de deur" in line for line in second)
    assert not any(block.title in line for line in second)
    made = running.program.desk.read(editions.editions)
    assert [(one.name, one.blocks) for one in made] == [("Stuurgroep najaar", 122)] * 2
