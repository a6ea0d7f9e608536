"""The end of a session in *Vastleggen*: how late it is, the feedback report, and that it is over."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.clocks import DayClock
from tests.ui.hands import told

from bouwstenen_app.domain.workshops import DONE, PREPARING, RUNNING, Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.export_bar import ExportBar

RESOURCES = Path(__file__).parents[3] / "resources"
DAY = datetime.date(2026, 11, 24)
Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clock() -> DayClock:
    return DayClock(DAY, "13:05")


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Dinsdag", on=DAY, rounds=("Een", "Twee"))
    one, two = empty_store.read(preparing.workshop, made.result).numbered_rounds
    for step in (one, two):
        empty_store.do("Minuten", preparing.edit_round, step.id, minutes=20)
    empty_store.do("Begint", preparing.edit_workshop, made.result, start_time="13:00", state=RUNNING)
    return made.result


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store, workshop: str, clock: DayClock) -> Iterator[CapturePlace]:
    window, jobs = QMainWindow(), Jobs()
    place = CapturePlace(Desk(empty_store), theme, clock=clock)
    place.end.use(jobs, RESOURCES / "templates" / "report.docx")
    window.setCentralWidget(place)
    window.resize(1200, 800)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    place.activated()
    yield place
    jobs.cancel_all()
    QApplication.processEvents()
    window.close()


def read(store: Store, workshop: str) -> Workshop:
    return store.read(preparing.workshop, workshop)


def type_line(place: CapturePlace, text: str) -> None:
    QTest.keyClicks(place.page.bar.line, text)
    QTest.keyClick(place.page.bar.line, Key.Key_Return)


def test_how_late_it_is_stands_small_under_the_title(place: CapturePlace, clock: DayClock) -> None:
    said: list[str] = []
    place.titles_changed.connect(lambda: said.append(place.subtitle()))
    assert place.subtitle() == "di 24 november 2026"
    clock.set("13:27")
    place.pace.refresh()

    assert said == ["7 minuten achter op de agenda, eind wordt 13:47 · di 24 november 2026"]
    place.step_round(1)
    assert place.subtitle() == "di 24 november 2026"


def test_one_key_writes_a_concept_while_the_session_runs_and_the_line_keeps_the_focus(
    place: CapturePlace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "verslag.docx"
    asked: list[str] = []

    def answer(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(target), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    type_line(place, "Samen aan de deur")
    QTest.keyClicks(place.page.bar.line, "half getypt")
    QTest.keyClick(place.page.bar.line, Key.Key_E, Ctrl)
    qtbot.waitUntil(target.exists, timeout=20_000)
    bar = place.findChild(ExportBar)
    qtbot.waitUntil(lambda: bar.text == "Opgeslagen: verslag.docx", timeout=20_000)

    assert asked == ["Terugkoppeling Dinsdag.docx"]
    text = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    assert "Concept — sessie loopt" in text
    assert "Samen aan de deur" in text
    assert place.page.bar.line.hasFocus()
    assert place.page.bar.line.toPlainText() == "half getypt"


def test_an_empty_session_has_no_report_yet(place: CapturePlace) -> None:
    sentences = told(place)
    QTest.keyClick(place.page.bar.line, Key.Key_E, Ctrl)

    assert sentences == ["Er zijn nog geen bouwstenen in deze sessie. Leg er eerst een vast."]


def test_one_key_ends_the_session_and_capture_goes_on(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    sentences = told(place)
    QTest.keyClick(place.page.bar.line, Key.Key_E, Ctrl | Shift)
    assert read(empty_store, workshop).state == DONE
    assert sentences == ["Sessie “Dinsdag” afgerond"]
    assert place.page.bar.line.hasFocus()

    type_line(place, "Nog een nagekomen bouwsteen")
    assert read(empty_store, workshop).blocks == 1
    QTest.keyClick(place.page.bar.line, Key.Key_E, Ctrl | Shift)
    assert sentences[-1] == "Deze sessie is al afgerond."
    place._desk.undo()
    place._desk.undo()
    assert read(empty_store, workshop).state == RUNNING


def test_a_session_that_was_not_started_is_not_ended(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    place._desk.do("Stand", preparing.edit_workshop, workshop, state=PREPARING)
    sentences = told(place)
    QTest.keyClick(place.page.bar.line, Key.Key_E, Ctrl | Shift)

    assert sentences == ["Deze sessie is nog niet gestart. Dat doe je in Sessies."]
    assert read(empty_store, workshop).state == PREPARING


def test_the_palette_offers_both(place: CapturePlace, workshop: str) -> None:
    assert [command.keys for command in place.commands()][-2:] == ["Ctrl+E", "Ctrl+Shift+E"]
    place._desk.do("Stand", preparing.edit_workshop, workshop, state=DONE)
    assert "Ctrl+Shift+E" not in [command.keys for command in place.commands()]
