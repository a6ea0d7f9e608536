"""What was better not typed: it is marked, replaced with one key, and held back from the beamer and the report."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.services import editions, preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.beamer_show import BeamerShow
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.widgets.capture_line import CaptureLine

SESSION = "Werksessie wijk"


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path, qtbot: QtBot) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    store.do("Sessie", preparing.create_workshop, title=SESSION, region="Rivierenhoek", rounds=("Wat werkt al?",))
    store.close()
    running = start(path)
    qtbot.waitUntil(lambda: isinstance(running.focus, CaptureLine), timeout=10_000)
    return running


def marked(running: Running) -> list[str]:
    line = running.line
    return [one.cursor.selectedText() for one in line.extraSelections()]  # type: ignore[attr-defined]


def on_the_beamer(running: Running) -> list[str]:
    show = running.place(CapturePlace).beamer.findChild(BeamerShow)
    assert isinstance(show, BeamerShow)
    return [block.title for block in show.canvas.stage.blocks]


def test_r02_r03_r04_from_a_typed_bsn_and_a_name_to_a_report_that_names_nobody(
    running: Running, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A name and a BSN are marked while she types; one key each, and the words go on.
    running.type("Moeder Fatima gaf haar bsn 123456782")
    qtbot.waitUntil(lambda: marked(running) == ["Fatima", "123456782"])
    running.press("Ctrl+H")
    running.press("Ctrl+H")
    running.type(" aan de wijkagent #kantelmomenten +2")
    running.press("Return")
    assert running.titles == ["Moeder gaf haar bsn [burgerservicenummer] aan de wijkagent"]

    # The next one goes too fast: it is stored as always, but the room does not see it.
    running.press("F5")
    running.type("Bel haar op 06-12345678")
    running.press("Return")
    assert running.titles[-1] == "Bel haar op 06-12345678"
    assert on_the_beamer(running) == ["Moeder gaf haar bsn [burgerservicenummer] aan de wijkagent"]
    running.press("F5")
    with qtbot.waitActive(running.frame):
        running.frame.activateWindow()  # as a desktop does when the other window goes

    # Nor does the report go out with it.
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    running.press("Ctrl+5")
    report = running.window.current_place
    assert isinstance(report, ReportPlace)
    qtbot.waitUntil(report.panel.alerts.isVisible, timeout=20_000)
    running.press("Ctrl+E")
    qtbot.waitUntil(report.findings.isVisible, timeout=20_000)
    running.press("Ctrl+E")
    assert report.findings.reason.hasFocus()
    assert not target.exists()
    running.press("Escape")

    # She takes it out in the block, with the same key; the report goes out and names nobody.
    running.press("Ctrl+2")
    running.press("Up")
    running.press("Ctrl+H")
    running.press("Return")
    assert running.titles[-1] == "Bel haar op [telefoonnummer]"
    running.press("Ctrl+5")
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: target.exists() and not report.exporting, timeout=30_000)
    said = "\n".join(paragraph.text for paragraph in docx.Document(str(target)).paragraphs)
    assert not any(word in said for word in ("Fatima", "123456782", "06-12345678"))
    assert running.program.desk.read(editions.editions)[0].reason == ""
