"""A file from another program: chosen or dropped, looked at, and taken in with Enter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.folders import word_list
from bouwstenen_app.services import backups, boards, capturing, erasing, portable, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.import_acts import ImportActs
from bouwstenen_app.ui.theme import Theme

TABLE = "Titel;Stickers;Kleur\nSamen langs;3;geel\nVast gezicht;veel;blauw\nWachtlijst;2;rood\n"


@pytest.fixture
def place(empty_store: Store, around: Surroundings, theme: Theme, qtbot: QtBot) -> Iterator[ExchangePlace]:
    jobs = Jobs()
    desk = Desk(empty_store, around=around)
    shown = ExchangePlace(desk, theme, jobs, word_list())
    qtbot.addWidget(shown)
    shown.resize(1000, 800)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    jobs.cancel_all()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "Werksessie Zuid.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def looked_at(place: ExchangePlace, path: Path, qtbot: QtBot) -> ImportActs:
    place.imports.look_at(path)
    qtbot.waitUntil(lambda: place.imports.card.accept.isVisible(), timeout=10_000)
    return place.imports


def titles(store: Store) -> list[str]:
    return sorted(block.title for block in store.read(boards.select_blocks, Selection()))


def test_a_file_is_shown_with_its_columns_and_taken_in_with_enter(
    place: ExchangePlace, table: Path, empty_store: Store, qtbot: QtBot
) -> None:
    acts = looked_at(place, table, qtbot)
    assert acts.card.columns.fields == ("titel", "stemmen", "")
    assert "3 nieuwe bouwstenen in de nieuwe sessie “Werksessie Zuid”." in acts.card.text
    assert titles(empty_store) == []

    with qtbot.waitSignal(acts.told, timeout=10_000) as told:
        QTest.keyClick(acts.card.accept, Qt.Key.Key_Return)
    assert told.args == ["3 bouwstenen overgenomen uit Werksessie Zuid.csv.", True]
    assert titles(empty_store) == ["Samen langs", "Vast gezicht", "Wachtlijst"]
    assert acts.card.remarks.count() == 1
    assert acts.card.choose.isVisible()


def test_everyone_hears_of_what_came_in_and_one_undo_takes_it_back(
    place: ExchangePlace, table: Path, empty_store: Store, qtbot: QtBot
) -> None:
    acts = looked_at(place, table, qtbot)
    assert not place.parcels.card.isVisible()
    with qtbot.waitSignal(acts.told, timeout=10_000):
        acts.take_in()
    assert place.parcels.session.currentText() == "Werksessie Zuid"
    empty_store.undo()
    assert titles(empty_store) == []


def test_the_same_file_again_brings_nothing(place: ExchangePlace, table: Path, qtbot: QtBot) -> None:
    acts = looked_at(place, table, qtbot)
    with qtbot.waitSignal(acts.told, timeout=10_000):
        acts.take_in()
    looked_at(place, table, qtbot)
    assert "Er is niets nieuws in dit bestand." in acts.card.text
    assert not acts.card.accept.isEnabled()


def test_r06_what_was_erased_elsewhere_goes_from_the_backups_and_the_workspace_is_opened_anew(
    place: ExchangePlace, empty_store: Store, around: Surroundings, tmp_path: Path, qtbot: QtBot
) -> None:
    word = "Kanariewoord"
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    block = empty_store.do("Nieuw", capturing.capture, f"Gezien: {word}", workshop=workshop).result.block
    for _ in backups.backup_if_changed(empty_store, around):
        pass
    empty_store.copy_to(tmp_path / "elders.bouwstenen")
    elsewhere = open_store(tmp_path / "elders.bouwstenen", around)
    for _ in erasing.erase_blocks(elsewhere, [block], around, Said()):
        pass
    file = tmp_path / "alles.json"
    file.write_text("".join(elsewhere.read(lambda session: [*portable.document(session)])), encoding="utf-8")
    elsewhere.close()

    acts = looked_at(place, file, qtbot)
    assert "1 bouwsteen is op een andere laptop voorgoed gewist en verdwijnt hier ook" in acts.card.text
    with qtbot.waitSignal(place.reopen_asked, timeout=10_000), qtbot.waitSignal(acts.told) as told:
        acts.take_in()
    assert told.args[1] is False, "there is no way back"
    assert titles(empty_store) == []
    (backup,) = backups.backups(around, empty_store.path)
    assert word.encode() not in backup.path.read_bytes()


def test_another_field_for_a_column_makes_the_preview_anew_and_is_remembered(
    place: ExchangePlace, table: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    acts = looked_at(place, table, qtbot)
    colour = acts.card.columns.choices[2]
    colour.setFocus()
    colour.set_value("tags")
    colour.picked.emit("tags")
    qtbot.waitUntil(lambda: "3 onbekende tags" in acts.card.text, timeout=10_000)
    with qtbot.waitSignal(acts.told, timeout=10_000):
        acts.take_in()

    other = tmp_path / "Werksessie Noord.csv"
    other.write_text(TABLE.replace("Samen", "Apart"), encoding="utf-8")
    assert looked_at(place, other, qtbot).card.columns.fields == ("titel", "stemmen", "tags")


def test_blocks_can_go_to_a_session_that_is_there(
    place: ExchangePlace, table: Path, empty_store: Store, qtbot: QtBot
) -> None:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    acts = looked_at(place, table, qtbot)
    acts.card.session.set_value(made)
    acts.card.session.picked.emit(made)
    qtbot.waitUntil(lambda: "3 nieuwe bouwstenen in “Proef”." in acts.card.text, timeout=10_000)
    assert not acts.card.title.isVisible()
    with qtbot.waitSignal(acts.told, timeout=10_000):
        QTest.keyClick(acts.card.session, Qt.Key.Key_Return)
    assert [(one.title, one.blocks) for one in empty_store.read(preparing.workshops)] == [("Proef", 3)]


def test_a_title_for_the_new_session_can_be_typed_and_enter_does_not_wait_for_the_preview(
    place: ExchangePlace, table: Path, empty_store: Store, qtbot: QtBot
) -> None:
    acts = looked_at(place, table, qtbot)
    acts.card.title.setFocus()
    acts.card.title.selectAll()
    QTest.keyClicks(acts.card.title, "Sessie in Zuid")
    with qtbot.waitSignal(acts.told, timeout=10_000):
        QTest.keyClick(acts.card.title, Qt.Key.Key_Return)
    assert [one.title for one in empty_store.read(preparing.workshops)] == ["Sessie in Zuid"]


def test_separator_and_encoding_can_be_corrected(place: ExchangePlace, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "a.csv"
    path.write_text("titel,x;stemmen\nEén, twee;3\nDrie, vier;4\n", encoding="utf-8")
    acts = looked_at(place, path, qtbot)
    acts.card.separator.set_value(";")
    acts.card.separator.picked.emit(";")
    qtbot.waitUntil(lambda: len(acts.card.columns.fields) == 2 and acts.card.accept.isVisible(), timeout=10_000)
    acts.card.encoding.set_value("cp1252")
    acts.card.encoding.picked.emit("cp1252")
    qtbot.waitUntil(
        lambda: acts.card.accept.isVisible() and acts.card.columns.item(1, 0).text().startswith("EÃ©n"),
        timeout=10_000,
    )
    assert acts.card.separator.value == ";"


def test_it_can_be_declined_with_esc(place: ExchangePlace, table: Path, empty_store: Store, qtbot: QtBot) -> None:
    acts = looked_at(place, table, qtbot)
    QTest.keyClick(acts.card.accept, Qt.Key.Key_Escape)
    assert acts.card.choose.isVisible()
    assert not acts.card.columns.isVisible()
    assert titles(empty_store) == []


def test_a_broken_file_is_told_and_another_can_be_chosen(
    place: ExchangePlace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "stuk.xlsx"
    path.write_bytes(b"PK\x03\x04")
    with qtbot.waitSignal(place.problem_told, timeout=10_000) as told:
        place.imports.look_at(path)
    assert told.args[0].startswith("stuk.xlsx is beschadigd")
    qtbot.waitUntil(lambda: place.imports.card.choose.isVisible())


def test_a_file_that_is_dropped_on_the_page_is_looked_at(place: ExchangePlace, table: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(table))])
    plain = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(5, 5), *plain))
    drop = QDropEvent(QPointF(5, 5), *plain)
    QApplication.sendEvent(place, drop)
    assert drop.isAccepted()
    qtbot.waitUntil(lambda: place.imports.card.accept.isVisible(), timeout=10_000)


def test_files_that_tell_their_own_sessions_ask_for_none(
    place: ExchangePlace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("titel;sessie\nEén;Zuid\n", encoding="utf-8")
    acts = looked_at(place, path, qtbot)
    assert not acts.card.session.isVisible()
    assert "in de nieuwe sessie “Zuid”" in acts.card.text


def test_r01_r02_the_preview_says_who_is_left_out_and_what_points_to_a_person_and_holds_nothing_up(
    place: ExchangePlace, tmp_path: Path, empty_store: Store, qtbot: QtBot
) -> None:
    path = tmp_path / "formulier.csv"
    path.write_text("Naam;Antwoord\nJan;Bel haar op 06-12345678\nFatima;Moeder Fatima belde\n", encoding="utf-8")
    acts = looked_at(place, path, qtbot)
    assert acts.card.columns.fields == ("", "titel")
    assert "Kolom “Naam”: hier staat wie iemand is; dat komt niet mee." in acts.card.text
    assert "Let op: er komt 1 persoonsgegeven mee (rij 2)." in acts.card.text
    assert [acts.card.remarks.item(row).text() for row in range(acts.card.remarks.count())] == [
        "rij 2: telefoonnummer “06-12345678”",
        "rij 3: mogelijk een naam “Fatima”",
    ]
    with qtbot.waitSignal(acts.told, timeout=10_000):
        acts.take_in()
    assert titles(empty_store) == ["Bel haar op 06-12345678", "Moeder Fatima belde"]
    assert "Let op: er is 1 persoonsgegeven meegekomen (rij 2)." in acts.card.text
