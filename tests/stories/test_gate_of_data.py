"""Everything goes out as data, by keys alone: what points to a person is replaced with one key, or has a reason."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running, Start

from bouwstenen_app.services import editions, preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.erase_question import EraseQuestion
from bouwstenen_app.ui.widgets.line_button import LineButton

PHONE, BSN, NAME = "Bel haar op 06-12345678", "Bsn 123456782 stond op het formulier", "Annet de Vries komt altijd"
REASON = "Met de regio afgesproken"


@pytest.fixture
def running(start: Start, tmp_path: Path, qtbot: QtBot) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    store.do("Sessie", preparing.create_workshop, title="Werksessie wijk", region="Rivierenhoek")
    store.close()
    running = start(path)
    qtbot.waitUntil(lambda: isinstance(running.focus, CaptureLine), timeout=10_000)
    for line in (PHONE, BSN, NAME):
        running.type_words(line)
        running.press("Return")
    return running


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file is to come, as the dialog of the system says it."""
    chosen = tmp_path / "alles.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    return chosen


def shown(running: Running) -> list[str]:
    """Return the lines at the gate that can be pointed at."""
    place = running.place(ExchangePlace)
    lines = place.exports.gate.card.findChildren(LineButton)
    return [line.text() for line in lines if line.isVisible()]


def asked(running: Running, qtbot: QtBot) -> None:
    """Go to *Uitwisselen*, export with the key of it, and wait until the gate asks."""
    running.press("Ctrl+K")
    running.type("uitwisselen")
    running.press("Return")
    qtbot.waitUntil(lambda: isinstance(running.window.current_place, ExchangePlace), timeout=10_000)
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: running.place(ExchangePlace).exports.gate.is_asking, timeout=20_000)
    qtbot.waitUntil(lambda: not running.program._jobs.busy())


def said_in(file: Path) -> str:
    book = load_workbook(file)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def test_r02_r03_one_is_replaced_by_a_role_with_a_key_and_the_other_goes_out_for_a_reason(
    running: Running, qtbot: QtBot, target: Path
) -> None:
    asked(running, qtbot)
    assert not target.exists()
    grave = [line for line in shown(running) if line.startswith("Ernstig")]
    assert [("06-12345678" in one, "123456782" in one) for one in grave] == [(True, False), (False, True)]
    assert any("Annet de Vries" in line for line in shown(running)), "what may be a name is shown too"

    # The key that exports does not go round the gate: first a reason.
    running.press("Ctrl+E")
    gate = running.place(ExchangePlace).exports.gate
    assert gate.card.reason.hasFocus()
    assert not target.exists()

    running.press("Ctrl+H")
    assert running.titles == ["Bel haar op [telefoonnummer]", BSN, NAME]
    assert [line for line in shown(running) if line.startswith("Ernstig")] == grave[1:]

    running.type(REASON)
    running.press("Return")
    qtbot.waitUntil(lambda: target.exists() and not running.program._jobs.busy(), timeout=20_000)
    said = said_in(target)
    assert "06-12345678" not in said
    assert BSN in said

    # The log says kind, number and how much was let through; the reason is with the edition; no word of a block.
    line = running.program.desk.log()[0].line
    assert (line.act, line.kind, line.count, line.overruled) == ("exported", "xlsx", 3, 1)
    assert line.told == "Geëxporteerd (xlsx): 3 bouwstenen; 1 bevinding bewust laten staan"
    (edition,) = running.program.desk.read(editions.editions)
    assert (edition.kind, edition.blocks, edition.findings, edition.reason) == ("xlsx", 3, 2, REASON)


def test_r03_when_everything_is_replaced_no_reason_is_asked(running: Running, qtbot: QtBot, target: Path) -> None:
    asked(running, qtbot)
    running.press("Ctrl+H")
    running.press("Ctrl+H")
    assert running.titles[:2] == [
        "Bel haar op [telefoonnummer]",
        "Bsn [burgerservicenummer] stond op het formulier",
    ]
    assert not target.exists()
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: target.exists() and not running.program._jobs.busy(), timeout=20_000)
    assert not running.place(ExchangePlace).exports.gate.is_asking
    assert running.program.desk.log()[0].line.overruled == 0
    assert running.program.desk.read(editions.editions) == ()


def test_r03_what_is_taken_back_meanwhile_is_asked_about_again(
    running: Running, qtbot: QtBot, target: Path
) -> None:
    asked(running, qtbot)
    running.press("Ctrl+H")
    running.press("Ctrl+H")
    running.press("Ctrl+Z")
    assert running.titles[1] == BSN
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: any("123456782" in line for line in shown(running)), timeout=20_000)
    assert not target.exists()


def test_r03_not_yet_writes_nothing(running: Running, qtbot: QtBot, target: Path) -> None:
    asked(running, qtbot)
    running.press("Escape")
    assert not running.place(ExchangePlace).exports.gate.is_asking
    assert not target.exists()
    assert [one.line.act for one in running.program.desk.log() if one.line.act == "exported"] == []


def test_r04_from_the_gate_it_can_be_replaced_everywhere_and_ever(
    running: Running, qtbot: QtBot, target: Path
) -> None:
    asked(running, qtbot)
    running.press("Tab")
    running.press("Tab")
    assert running.focus.accessibleName() == "“06-12345678” overal vervangen"
    running.press("Return")
    qtbot.waitUntil(lambda: isinstance(running.window.current_place, SettingsPlace), timeout=10_000)
    questions = running.window.current_place.findChildren(EraseQuestion)
    said = "“06-12345678” wordt overal [telefoonnummer]."
    qtbot.waitUntil(lambda: any(said in one.text for one in questions), timeout=10_000)
    assert not target.exists()
