"""The card *Exporteren*: the kind and the sessions are chosen, a job writes, and the bar says where it is."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.exporting import CODEBOOK, JSON, KINDS, MARKDOWN
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.export_acts import ExportActs
from bouwstenen_app.ui.theme import Theme

Make = Callable[[Store], ExportActs]


@pytest.fixture
def acts(theme: Theme, qtbot: QtBot) -> Iterator[Make]:
    jobs = Jobs()
    kept: list[object] = []

    def make(store: Store) -> ExportActs:
        window = QWidget()
        desk = Desk(store)
        made = ExportActs(desk, theme, jobs, window)
        kept.extend((window, desk))
        qtbot.addWidget(window)
        qtbot.addWidget(made.card)
        made.card.setParent(window)
        window.resize(800, 600)
        made.card.resize(760, 500)
        with qtbot.waitExposed(window):
            window.show()
        return made

    yield make
    jobs.cancel_all()


def choose(acts: ExportActs, kind: str) -> None:
    acts.kind.set_value(kind)
    acts.kind.picked.emit(kind)


def saves_at(monkeypatch: pytest.MonkeyPatch, target: Path) -> list[str]:
    """Let the dialog choose a file, and keep what it was asked with."""
    asked: list[str] = []

    def chosen(_parent: object, _title: str, start: str, files: str) -> tuple[str, str]:
        asked.extend((start, files))
        return str(target), files

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return asked


def blocks_in(path: Path) -> int:
    return len(json.loads(path.read_text("utf-8"))["tabellen"]["block"])


def test_everything_is_written_and_can_be_opened(
    acts: Make, example_store: Store, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = acts(example_store)
    asked = saves_at(monkeypatch, tmp_path / "uit")
    choose(shown, JSON)

    with qtbot.waitSignal(shown.written, timeout=10_000):
        qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)

    assert asked == [str(example_store.path.with_suffix(".json")), "JSON (*.json)"]
    assert blocks_in(tmp_path / "uit.json") == 122
    assert shown.bar.isVisible()
    assert shown.bar.text == "Opgeslagen: uit.json"
    assert shown.bar.open.isVisible()
    assert shown.bar.folder.isVisible()


def test_only_the_sessions_that_are_ticked(
    acts: Make, example_store: Store, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = acts(example_store)
    session = example_store.read(preparing.workshops)[0]
    shown.sessions.tick([session.id])
    choose(shown, JSON)
    asked = saves_at(monkeypatch, tmp_path / "een.json")

    with qtbot.waitSignal(shown.written, timeout=10_000):
        shown.save.click()

    assert Path(asked[0]).name.startswith(session.title[:20])
    assert blocks_in(tmp_path / "een.json") == len(example_store.read(boards.blocks_of, session.id))


def test_every_kind_has_a_name_and_a_codebook_has_no_sessions(acts: Make, example_store: Store) -> None:
    shown = acts(example_store)
    for kind in KINDS:
        choose(shown, kind)
        assert shown.kind.value == kind
        assert shown.sessions.isVisible() == (kind != CODEBOOK)


def test_it_says_that_anybody_can_read_it(acts: Make, example_store: Store) -> None:
    said = " ".join(label.text() for label in acts(example_store).card.findChildren(QLabel))

    assert "zonder wachtwoord" in said
    assert "alles in wat er is gezegd" in said


def test_stopping_leaves_no_file_and_says_so(
    acts: Make, example_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = acts(example_store)
    choose(shown, MARKDOWN)
    target = tmp_path / "uit.md"
    shown.write(target)
    assert shown.bar.cancel.isVisible()
    with qtbot.waitSignal(shown.told, timeout=10_000) as told:
        shown.bar.cancel.click()

    assert told.args == ["Gestopt. Er is geen bestand geschreven.", False]
    assert list(tmp_path.glob("uit*")) == []
    assert not shown.bar.isVisible()


def test_what_cannot_be_written_is_told(acts: Make, example_store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    shown = acts(example_store)
    with qtbot.waitSignal(shown.problem_told, timeout=10_000) as told:
        shown.write(tmp_path / "weg" / "uit.xlsx")

    assert "bestaat niet" in str(told.args)
    assert not shown.bar.isVisible()


def test_one_at_a_time(acts: Make, example_store: Store, tmp_path: Path, qtbot: QtBot) -> None:
    shown = acts(example_store)
    shown.write(tmp_path / "een.xlsx")
    with qtbot.waitSignal(shown.told, timeout=1000) as told:
        shown.write(tmp_path / "twee.xlsx")
    with qtbot.waitSignal(shown.written, timeout=10_000):
        pass

    assert told.args == ["Er wordt al een export geschreven. Wacht tot hij klaar is.", False]
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["een.xlsx"]


def test_a_new_session_is_offered_at_once(acts: Make, empty_store: Store) -> None:
    shown = acts(empty_store)
    assert not shown.sessions.isVisible()
    desk = shown._desk
    for title in ("Een", "Twee"):
        desk.do("Sessie", preparing.create_workshop, title=title)

    assert shown.sessions.isVisible()
    assert shown.sessions.items.count() == 2


def test_r03_what_is_red_waits_for_a_reason_and_what_may_be_a_name_is_told_with_the_file(
    acts: Make, example_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    workshop = example_store.read(preparing.named, "Van signaal naar samen handelen").id
    for line in ("Bel haar op 06-12345678", "Annet de Vries komt altijd"):
        example_store.do("Vastgelegd", capturing.capture, line, workshop=workshop)
    shown = acts(example_store)
    target = tmp_path / "uit.md"
    shown.write(target)
    qtbot.waitUntil(lambda: shown.gate.is_asking and shown._job is None, timeout=20_000)
    assert shown.bar.isHidden()
    assert not target.exists()

    shown.gate.card.reason.setText("Nummer van een loket")
    with qtbot.waitSignal(shown.written, timeout=20_000):
        shown.gate.card.accept()
    assert shown.bar.text.splitlines()[:3] == [
        "Opgeslagen: uit.md",
        "1 mogelijke naam of zeldzaam detail: kijk of het zo kan.",
        "RH-043 Annet de Vries komt altijd: naam “Annet de Vries”",
    ]
    assert "06-12345678" in target.read_text(encoding="utf-8")
    qtbot.waitUntil(lambda: shown._job is None)  # it may still be on its way out

    with qtbot.waitSignal(shown.written, timeout=20_000):
        shown.write(tmp_path / "codes.qdc")
    assert shown.bar.text == "Opgeslagen: codes.qdc"
