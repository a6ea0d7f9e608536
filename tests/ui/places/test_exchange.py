"""Uitwisselen: files of other laptops come in, differences are chosen about, and parcels go out."""

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.storage.laptops import Laptop, merge, sharing
from tests.storage.postgres import Server, binaries

from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.folders import word_list
from bouwstenen_app.services import (
    boards,
    bundling,
    capturing,
    codebook_editing,
    deduplicating,
    examples,
    filters,
    merging,
    preparing,
    unlocking,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.keys import Locked
from bouwstenen_app.storage.library import Library
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.file_drop import WorkspaceDrop, workspaces
from bouwstenen_app.ui.widgets.line_button import LineButton

Make = Callable[[], ExchangePlace]


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with sharing(tmp_path, {"a": 0, "b": 2}) as (first, second):
        yield first, second


@pytest.fixture
def place(laptops: tuple[Laptop, Laptop], theme: Theme, qtbot: QtBot) -> Iterator[Make]:
    jobs = Jobs()

    def make() -> ExchangePlace:
        first, _ = laptops
        desk = Desk(first.store, around=first.around)
        shown = ExchangePlace(desk, theme, jobs, word_list(), [first.path, Path("/map/Twente.bouwstenen")])
        shown.keeps = desk  # type: ignore[attr-defined]
        qtbot.addWidget(shown)
        shown.resize(1000, 1400)
        with qtbot.waitExposed(shown):
            shown.show()
        return shown

    yield make
    jobs.cancel_all()


def captured(laptop: Laptop, title: str) -> str:
    workshop = laptop.store.read(preparing.workshops)[0].id
    done = laptop.store.do("Vastgelegd", capturing.capture, title, workshop=workshop).result
    assert done is not None
    return done.block


def titles(laptop: Laptop) -> list[str]:
    return [block.title for block in laptop.store.read(boards.select_blocks, Selection())]


def test_every_button_asks_something(place: Make, qtbot: QtBot) -> None:
    shown = place()
    for button, asked in (
        (shown.copy, shown.copy_asked),
        (shown.open, shown.open_asked),
        (shown.new, shown.new_asked),
        (shown.example, shown.example_asked),
    ):
        with qtbot.waitSignal(asked, timeout=1000):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_other_workspaces_are_offered_and_not_this_one(place: Make, qtbot: QtBot) -> None:
    shown = place()
    lines = [button for button in shown.findChildren(LineButton) if button.toolTip().endswith(".bouwstenen")]
    assert [button.text() for button in lines] == ["Twente"]
    with qtbot.waitSignal(shown.recent_asked, timeout=1000):
        lines[0].click()


def test_files_are_looked_at_first_and_taken_in_with_enter(
    place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot
) -> None:
    first, second = laptops
    captured(second, "Van de tweede laptop")
    shown = place()

    shown.look_at([second.path])
    qtbot.waitUntil(lambda: shown.card.accept.isVisible())
    assert "1 nieuwe bouwsteen." in shown.card.text
    assert titles(first) == []

    with qtbot.waitSignal(shown.reopen_asked, timeout=5000):
        QTest.keyClick(shown.card.accept, Qt.Key.Key_Return)
    assert titles(first) == ["Van de tweede laptop"]


def test_what_came_in_stays_readable_with_a_way_back(
    place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot
) -> None:
    first, second = laptops
    captured(second, "Van de tweede laptop")
    shown = place()
    shown.look_at([second.path])
    qtbot.waitUntil(lambda: shown.card.accept.isVisible())
    with qtbot.waitSignal(shown.reopen_asked, timeout=5000):
        shown.card.accept.click()

    again = place()
    assert again.last.isVisible()
    again.last.back.click()
    with qtbot.waitSignal(again.put_back_asked, timeout=1000) as asked:
        again.last.really.click()
    assert Path(asked.args[0]).parent == first.around.backups(first.path)


def test_nothing_new_is_said_and_nothing_offered(place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot) -> None:
    _, second = laptops
    shown = place()
    shown.look_at([second.path])
    qtbot.waitUntil(lambda: "niets nieuws" in shown.card.text)
    assert not shown.card.accept.isVisible()


def test_a_file_that_is_none_is_told(place: Make, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "brief.bouwstenen"
    broken.write_text("geen werkmap")
    shown = place()
    with qtbot.waitSignal(shown.problem_told, timeout=5000) as told:
        shown.look_at([broken])
    assert "geen werkmap van Bouwstenen" in told.args[0]
    assert shown.card.choose.isVisible()


def test_looking_can_be_declined(place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot) -> None:
    first, second = laptops
    captured(second, "Van de tweede laptop")
    shown = place()
    shown.look_at([second.path])
    qtbot.waitUntil(lambda: shown.card.accept.isVisible())
    shown.card.cancel.click()
    assert shown.card.choose.isVisible()
    assert titles(first) == []


@pytest.mark.parametrize("button", [0, 1])
def test_a_difference_shows_both_texts_and_goes_when_one_is_taken(
    place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot, button: int
) -> None:
    first, second = laptops
    block = captured(first, "Eerst")
    merge(second.store, first.store)
    first.store.do("Bewerkt", capturing.edit_block, block, title="Van de eerste")
    second.store.do("Bewerkt", capturing.edit_block, block, title="Van de tweede")
    merge(first.store, second.store)
    shown = place()
    (card,) = shown.differences.shown
    assert "RH-001" in card.accessibleName()

    card.takes[button].click()

    assert shown.differences.shown == []
    assert titles(first) == [["Van de eerste", "Van de tweede"][button]]

    undone = shown.keeps.undo()  # type: ignore[attr-defined]

    assert undone.label.startswith("Gekozen bij RH-001")
    qtbot.waitUntil(lambda: len(shown.differences.shown) == 1)
    assert titles(first) == ["Van de tweede"]


def test_a_third_text_can_be_written(place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot) -> None:
    first, second = laptops
    block = captured(first, "Eerst")
    merge(second.store, first.store)
    first.store.do("Bewerkt", capturing.edit_block, block, title="Van de eerste")
    second.store.do("Bewerkt", capturing.edit_block, block, title="Van de tweede")
    merge(first.store, second.store)
    shown = place()
    (card,) = shown.differences.shown
    card.own.selectAll()
    QTest.keyClicks(card.own, "Samen geschreven")
    card.write.click()
    assert titles(first) == ["Samen geschreven"]


def test_a_block_in_two_bundles_is_put_in_the_one_that_is_taken(
    place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot
) -> None:
    first, second = laptops
    block = captured(first, "Eerst")
    merge(second.store, first.store)
    mine = first.store.do("Gebundeld", bundling.bundle_blocks, [block]).result
    second.store.do("Gebundeld", bundling.bundle_blocks, [block])
    merge(first.store, second.store)
    shown = place()
    (card,) = shown.differences.shown
    assert "bundel" in card.accessibleName()
    assert not hasattr(card, "own")  # a bundle is one of the two, not a text

    card.takes[0].click()

    assert shown.differences.shown == []
    assert first.store.read(bundling.bundles_of, [block]) == {block: mine}


def test_blocks_that_are_not_the_same_and_still_in_one_bundle_are_told(
    place: Make, laptops: tuple[Laptop, Laptop], qtbot: QtBot
) -> None:
    first, second = laptops
    pair = [captured(first, title) for title in ("Eerst", "Tweede")]
    merge(second.store, first.store)
    first.store.do("Niet", deduplicating.judge_apart, *pair)
    second.store.do("Samen", deduplicating.judge_together, pair)
    merge(first.store, second.store)
    shown = place()
    (card,) = shown.differences.shown

    with qtbot.waitSignal(shown.told) as told:
        card.takes[0].click()

    assert "samen in K-01" in told.args[0]
    assert shown.differences.shown == []


def test_one_session_goes_out_as_a_parcel(
    place: Make, laptops: tuple[Laptop, Laptop], tmp_path: Path, qtbot: QtBot
) -> None:
    first, _ = laptops
    captured(first, "Gaat mee")
    shown = place()
    target = tmp_path / "pakket.bouwstenen"
    with qtbot.waitSignal(shown.told, timeout=5000) as told:
        shown.parcels.write(target)
    assert "met 1 bouwsteen" in told.args[0]
    assert target.exists()


def test_what_a_saved_filter_finds_goes_out_as_a_parcel(
    place: Make, laptops: tuple[Laptop, Laptop], tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = laptops
    captured(first, "Gaat mee naar de buren")
    captured(first, "Blijft hier")
    shown = place()
    before = shown.parcels.session.count()
    shown._desk.do("Filter bewaard", filters.save, "Voor de buren", Selection(query="buren"))
    assert shown.parcels.session.count() == before + 1
    shown.parcels.session.setCurrentIndex(before)
    assert shown.parcels.session.currentText() == "Filter: Voor de buren"

    target = tmp_path / "pakket.bouwstenen"
    with qtbot.waitSignal(shown.told, timeout=5000) as told:
        shown.parcels.write(target)

    assert "met 1 bouwsteen" in told.args[0]
    list(merging.merge_files(second.store, [target], second.around))
    assert titles(second) == ["Gaat mee naar de buren"]


def test_r09_a_parcel_has_a_password_of_its_own_and_a_name_that_tells_nothing(
    place: Make, laptops: tuple[Laptop, Laptop], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = laptops
    captured(first, "Gaat mee")
    shown = place()
    proposed: list[str] = []

    def ask(_parent: object, _title: str, start: str, *_: object) -> tuple[str, str]:
        proposed.append(Path(start).name)
        return str(tmp_path / "voor de buurregio"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    assert not shown.parcels.locked.isChecked(), "the workspace has no password"
    shown.parcels.locked.click()
    shown.parcels.save.click()
    assert re.fullmatch(r"pakket \d{4}-\d\d-\d\d\.bouwstenen", proposed[0])
    dialog = shown.parcels.dialog
    assert dialog is not None
    dialog.form.take.click()
    password = dialog.form.proposal
    with qtbot.waitSignal(shown.told, timeout=10_000) as told:
        dialog.accept_button.click()
    assert "Geef het wachtwoord langs een andere weg door" in told.args[0]
    assert password not in told.args[0]

    parcel = tmp_path / "voor de buurregio.bouwstenen"
    assert b"Gaat mee" not in parcel.read_bytes()
    with pytest.raises(Locked):
        list(merging.merge_files(second.store, [parcel], second.around))
    unlocking.unlock(parcel, password, second.around)
    list(merging.merge_files(second.store, [parcel], second.around))
    assert titles(second) == ["Gaat mee"]


def test_r09_a_protected_file_that_comes_in_asks_for_its_password_in_the_card(
    place: Make, laptops: tuple[Laptop, Laptop], tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = laptops
    captured(second, "Van de tweede laptop")
    parcel = tmp_path / "pakket.bouwstenen"
    desk = Desk(second.store, around=second.around)
    workshop = second.store.read(preparing.workshops)[0].id
    desk.send(parcel, Selection(workshops=(workshop,)), photos=True, password="bakker zomer fiets wolk tafel")
    shown = place()
    field = shown.card.password.line
    shown.look_at([parcel])
    qtbot.waitUntil(lambda: field.isVisible())
    assert "“pakket.bouwstenen” heeft een wachtwoord" in shown.card.text
    qtbot.waitUntil(lambda: shown.merges._job is None)
    QTest.keyClicks(field, "een verkeerd wachtwoord")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "gaat niet open met dit wachtwoord" in shown.card.text, timeout=10_000)
    qtbot.waitUntil(lambda: shown.merges._job is None)
    QTest.keyClicks(field, "bakker zomer fiets wolk tafel")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.card.accept.isVisible(), timeout=10_000)
    assert not field.isVisible()
    assert field.text() == ""
    with qtbot.waitSignal(shown.reopen_asked, timeout=20_000):
        shown.card.accept.click()
    assert titles(first) == ["Van de tweede laptop"]


def test_workspaces_can_be_dropped_on_the_window(place: Make, qtbot: QtBot) -> None:
    shown = place()
    drop = WorkspaceDrop(shown)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/map/een.bouwstenen"), QUrl.fromLocalFile("/map/brief.docx")])
    assert workspaces(mime) == (Path("/map/een.bouwstenen"),)
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(drop.dropped, timeout=1000) as dropped:
        assert drop.eventFilter(shown, event)
    assert dropped.args == [(Path("/map/een.bouwstenen"),)]


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The library of a team, on a server of its own."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    folder.chmod(0o755)
    server = Server(folder / "server")
    Library(server.address()).make()
    yield server.address()
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_a_team_publishes_and_fetches_by_its_library(
    place: Make, laptops: tuple[Laptop, Laptop], address: str, qtbot: QtBot
) -> None:
    first, second = laptops
    captured(second, "Van de tweede laptop")
    for _ in Library(address).publish(second.store):
        pass
    shown = place()
    shown.library.address.setText(address)

    with qtbot.waitSignal(shown.told, timeout=30_000) as told:
        shown.library.publish.click()
    assert "heeft alles al" in told.args[0]
    with qtbot.waitSignal(shown.reopen_asked, timeout=30_000):
        shown.library.fetch.click()
    assert titles(first) == ["Van de tweede laptop"]


def test_a_library_that_is_away_is_told_and_asked_again(place: Make, qtbot: QtBot) -> None:
    shown = place()
    with qtbot.waitSignal(shown.problem_told, timeout=1000) as told:
        shown.library.fetch.click()
    assert "Vul eerst het adres" in told.args[0]
    shown.library.address.setText("postgresql://a@127.0.0.1:9/d")
    for _ in range(2):
        with qtbot.waitSignal(shown.problem_told, timeout=15_000) as told:
            shown.library.fetch.click()
        assert "niet te bereiken" in told.args[0]
        qtbot.waitUntil(shown.library.fetch.isEnabled)


def test_a_code_of_another_laptop_becomes_one_of_ours(
    place: Make, laptops: tuple[Laptop, Laptop], codebook_file: dict[str, Any], qtbot: QtBot
) -> None:
    first, second = laptops
    for laptop in laptops:
        laptop.store.begin("Codeboek", examples.fill_new, codebook_file)
    strange = second.store.do("Code", codebook_editing.add_code, dimension=THEME, name="Terugkoppelingen").result
    captured(second, "Van de tweede laptop #terugkoppelingen")
    shown = place()
    shown.look_at([second.path])
    qtbot.waitUntil(shown.card.accept.isVisible, timeout=10_000)
    with qtbot.waitSignal(shown.reopen_asked, timeout=30_000):
        shown.card.accept.click()

    again = place()
    (choice,) = again.arrivals.choices.values()
    assert choice.currentText() == "Is hetzelfde als Terugkoppeling"
    again.arrivals.accept.click()
    assert again.arrivals.card.isHidden()
    (block,) = first.store.read(boards.select_blocks, Selection())
    assert strange not in block.codes
    assert len(block.codes) == 1
