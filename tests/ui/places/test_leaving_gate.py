"""The gate of *Uitwisselen*: before an export and before a parcel."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain import audit
from bouwstenen_app.folders import word_list
from bouwstenen_app.services import auditing, boards, bundling, capturing, editions, preparing
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.leaving_gate import LeavingGate
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.line_button import LineButton

PHONE = "Bel haar op 06-12345678"
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek").result


@pytest.fixture
def block(empty_store: Store, workshop: str) -> str:
    """A block with a telephone number."""
    done = empty_store.do("Vast", capturing.capture, PHONE, workshop=workshop).result
    assert done is not None
    return done.block


@pytest.fixture
def place(
    empty_store: Store, around: Surroundings, theme: Theme, block: str, qtbot: QtBot
) -> Iterator[ExchangePlace]:
    jobs = Jobs()
    desk = Desk(empty_store, around=around)
    shown = ExchangePlace(desk, theme, jobs, word_list())
    shown.keeps = desk, jobs  # type: ignore[attr-defined]
    qtbot.addWidget(shown)
    shown.resize(1000, 1400)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    jobs.cancel_all()


def lines(gate: LeavingGate) -> list[str]:
    return [one.text() for one in gate.card.findChildren(LineButton) if one.isVisible()]


def ready(place: ExchangePlace, qtbot: QtBot) -> None:
    """Wait until nothing is written any more."""
    qtbot.waitUntil(lambda: place.exports._job is None and place.parcels._job is None, timeout=10_000)


def held(place: ExchangePlace, gate: LeavingGate, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: gate.is_asking, timeout=10_000)
    ready(place, qtbot)


def title(store: Store, block: str) -> str:
    found = store.read(boards.block, block)
    assert found is not None
    return found.title


def test_r03_a_parcel_waits_for_a_reason_and_says_what_stood_there_before(
    place: ExchangePlace, empty_store: Store, around: Surroundings, block: str, tmp_path: Path, qtbot: QtBot
) -> None:
    empty_store.do("Weg", capturing.edit_block, block, title="Bel haar op [telefoonnummer]")
    target, gate = tmp_path / "pakket.bouwstenen", place.parcels.gate
    place.parcels.write(target, "bakker zomer fiets wolk tafel")
    held(place, gate, qtbot)
    (line,) = lines(gate)
    assert "RH-001 Bel haar op [telefoonnummer] (eerdere versie): telefoonnummer “06-12345678”" in line
    assert not target.exists()

    QTest.keyClick(place.focusWidget(), Qt.Key.Key_E, Ctrl)
    assert gate.card.reason.hasFocus()
    QTest.keyClicks(gate.card.reason, "Voor de tweede laptop")
    with qtbot.waitSignal(place.told, timeout=10_000) as told:
        QTest.keyClick(gate.card.reason, Qt.Key.Key_Return)
    assert "Geef het wachtwoord langs een andere weg door." in told.args[0]
    assert target.exists()
    assert b"Bel haar" not in target.read_bytes(), "it has the password that was given before the gate"
    (edition,) = empty_store.read(editions.editions)
    assert (edition.kind, edition.reason) == ("pakket", "Voor de tweede laptop")
    line_of_log = empty_store.read(auditing.entries, empty_store.laptop)[0].line
    assert line_of_log == audit.Line(audit.SENT, "", 1, 1)


def test_r03_a_parcel_without_anything_red_goes_at_once(
    place: ExchangePlace, empty_store: Store, workshop: str, tmp_path: Path, qtbot: QtBot
) -> None:
    other = empty_store.do("Sessie", preparing.create_workshop, title="Andere").result
    empty_store.do("Vast", capturing.capture, "Annet de Vries komt altijd", workshop=other)
    place.parcels._show_choices()
    place.parcels.session.set_value(other)
    with qtbot.waitSignal(place.told, timeout=10_000) as told:
        place.parcels.write(tmp_path / "pakket.bouwstenen")
    assert "met 1 bouwsteen. 1 mogelijke naam of zeldzaam detail: kijk of het zo kan." in told.args[0]
    assert not place.parcels.gate.is_asking


def test_r03_what_is_changed_elsewhere_meanwhile_is_no_longer_asked_about(
    place: ExchangePlace, empty_store: Store, block: str, workshop: str, tmp_path: Path, qtbot: QtBot
) -> None:
    desk: Desk = place._desk
    bundle = desk.do("Bundel", bundling.bundle_blocks, [block])
    desk.do("Tekst", bundling.edit_bundle, bundle, owner="Bel 06-87654321")
    gate = place.exports.gate
    place.exports.write(tmp_path / "uit.xlsx")
    held(place, gate, qtbot)
    assert len(lines(gate)) == 3, "the block, and the bundle that was drafted of it with what was written there"

    with qtbot.waitSignal(gate.block_asked) as asked:
        gate.card.findChildren(LineButton)[0].click()
    assert asked.args == [block]
    with qtbot.waitSignal(place.place_asked) as there:
        next(one for one in gate.card.findChildren(LineButton) if "87654321" in one.text()).click()
    assert there.args == ["organise"]

    desk.do("Weg", capturing.edit_block, block, title="Bel haar")
    assert len(lines(gate)) == 2
    QTest.keyClick(gate.card, Qt.Key.Key_H, Ctrl)
    QTest.keyClick(gate.card, Qt.Key.Key_H, Ctrl)
    assert lines(gate) == []
    assert gate.card.go_on.text() == "Exporteren"
    gate.card.go_on.click()
    qtbot.waitUntil((tmp_path / "uit.xlsx").exists, timeout=10_000)
    ready(place, qtbot)
    assert empty_store.read(editions.editions) == ()


def test_r03_what_came_in_while_it_waited_is_shown_too(
    place: ExchangePlace, empty_store: Store, workshop: str, tmp_path: Path, qtbot: QtBot
) -> None:
    gate, target = place.exports.gate, tmp_path / "uit.csv"
    place.exports.write(target)
    held(place, gate, qtbot)
    empty_store.do("Vast", capturing.capture, "Bsn 123456782 op de lijst", workshop=workshop)
    gate.card.reason.setText("Afgesproken")
    gate.card.go_on.click()
    qtbot.waitUntil(lambda: any("123456782" in line for line in lines(gate)), timeout=10_000)
    ready(place, qtbot)
    assert not target.exists()


def test_another_export_puts_what_was_asked_aside(
    place: ExchangePlace, empty_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    gate = place.exports.gate
    place.exports.write(tmp_path / "uit.csv")
    held(place, gate, qtbot)
    place.exports.write(tmp_path / "uit.qdc")
    assert not gate.is_asking
    qtbot.waitUntil((tmp_path / "uit.qdc").exists, timeout=10_000)
    ready(place, qtbot)
    assert not (tmp_path / "uit.csv").exists()


def test_at_one_gate_at_a_time_is_asked(
    place: ExchangePlace, empty_store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    place.exports.write(tmp_path / "uit.csv")
    held(place, place.exports.gate, qtbot)
    place.parcels.write(tmp_path / "pakket.bouwstenen")
    held(place, place.parcels.gate, qtbot)
    assert not place.exports.gate.is_asking
    assert place.focusWidget() in place.parcels.gate.card.findChildren(LineButton)


def test_the_key_of_exporting_asks_where_when_nothing_waits(
    place: ExchangePlace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    proposed: list[str] = []

    def ask(_parent: object, _title: str, start: str, *_: object) -> tuple[str, str]:
        proposed.append(Path(start).suffix)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    QTest.keyClick(place.focusWidget() or place, Qt.Key.Key_E, Ctrl)
    assert proposed == [".xlsx"]
