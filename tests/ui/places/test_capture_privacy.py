"""Privacy while capturing: marks in the line and in the fields, one key, and Enter that works as always."""

from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.ui.places.at_the_line import press, typed

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.offer_row import OfferRow
from bouwstenen_app.ui.widgets.privacy_row import PrivacyRow

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Wat werkt al?",))
    empty_store.do("Plaats", preparing.edit_workshop, made.result, place="Roosje")
    return made.result


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> Iterator[CapturePlace]:
    place = begun((1280, 800))
    yield place
    place.hide()
    place._desk.closing.emit()


def stored(store: Store, workshop: str) -> Sequence[Block]:
    return store.read(boards.blocks_of, workshop)


def marked(field: QPlainTextEdit) -> list[str]:
    return [one.cursor.selectedText() for one in field.extraSelections()]  # type: ignore[attr-defined]


def field_called(place: CapturePlace, name: str) -> EditedText:
    fields = place.page.inspector.findChildren(EditedText)
    return next(one for one in fields if one.accessibleName() == name)


def test_r02_what_is_typed_in_the_line_is_marked_and_enter_stores_it_as_always(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    line = place.page.bar.line
    typed(place, "Bsn 123456782 staat op de lijst #kantelmomenten +3")
    qtbot.waitUntil(lambda: marked(line) == ["123456782"])
    press(place, Key.Key_Return)
    (block,) = stored(empty_store, workshop)
    assert (block.title, block.votes) == ("Bsn 123456782 staat op de lijst", 3)
    assert line.toPlainText() == ""
    assert marked(line) == []
    assert not any(row.isVisible() for row in place.page.bar.findChildren(PrivacyRow))


def test_enter_before_the_fingers_rest_stores_it_too(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "Bel 06-12345678")
    press(place, Key.Key_Return)
    assert [block.title for block in stored(empty_store, workshop)] == ["Bel 06-12345678"]


def test_tags_votes_and_markers_of_the_line_are_no_persons(place: CapturePlace) -> None:
    typed(
        place, "Samen optrekken @politie #kantelmomenten !knelpunt nodig: tijd vb: buurtteam >> bellen tafel 4 +12"
    )
    place.page.bar.privacy.look()
    assert marked(place.page.bar.line) == []


def test_the_place_of_the_session_is_no_person(place: CapturePlace) -> None:
    typed(place, "Toen belde Roosje met Fatima")
    place.page.bar.privacy.look()
    assert marked(place.page.bar.line) == ["Fatima"]


def test_r04_one_key_replaces_in_the_line_and_ctrl_z_brings_it_back(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "Moeder Fatima belde")
    press(place, Key.Key_H, Ctrl)
    assert place.page.bar.line.toPlainText() == "Moeder belde"
    press(place, Key.Key_Z, Ctrl)
    assert place.page.bar.line.toPlainText() == "Moeder Fatima belde"
    press(place, Key.Key_H, Ctrl)
    press(place, Key.Key_Return)
    assert [block.title for block in stored(empty_store, workshop)] == ["Moeder belde"]


def test_r04_one_key_replaces_in_a_field_of_the_block_and_ctrl_z_brings_it_back(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return, Ctrl)
    field = field_called(place, "Toelichting")
    field.setFocus()
    QTest.keyClicks(field, "Zij woont aan de Kerkstraat 12a.")
    qtbot.waitUntil(lambda: marked(field) == ["Kerkstraat 12a"])
    QTest.keyClick(field, Key.Key_H, Ctrl)
    assert field.toPlainText() == "Zij woont aan de [adres]."
    assert marked(field) == []
    field.finish()
    assert stored(empty_store, workshop)[0].explanation == "Zij woont aan de [adres]."
    QTest.keyClick(field, Key.Key_Z, Ctrl)
    assert field.toPlainText() == "Zij woont aan de Kerkstraat 12a."
    field.finish()
    assert stored(empty_store, workshop)[0].explanation == "Zij woont aan de Kerkstraat 12a."


def test_what_is_in_a_block_is_marked_when_it_is_shown(place: CapturePlace, qtbot: QtBot) -> None:
    typed(place, "Mail k.visser@ziggo.nl")
    press(place, Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: marked(field_called(place, "Titel")) == ["k.visser@ziggo.nl"])
    typed(place, "Een ander")
    press(place, Key.Key_Return, Ctrl)
    qtbot.waitUntil(lambda: marked(field_called(place, "Titel")) == [])


def test_in_a_narrow_line_it_is_one_line_and_no_tag_is_offered_beside_it(place: CapturePlace, qtbot: QtBot) -> None:
    bar = place.page.bar
    bar.setFixedWidth(380)
    typed(place, "De politie belt 06-12345678")
    bar.privacy.look()
    (row,) = bar.findChildren(PrivacyRow)
    qtbot.waitUntil(lambda: row.height() < 40)
    assert row.isVisible()
    assert not any(row.isVisible() for row in bar.findChildren(OfferRow))


def test_the_key_is_in_the_overview_of_keys(place: CapturePlace) -> None:
    assert any("rol" in key.does for key in place.key_help() if key.keys == "Ctrl H")


def test_r05_for_a_moment_nothing_is_written_down_and_what_was_typed_stays(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    line = place.page.bar.line
    typed(place, "Eerst bellen")
    place.beamer.pause()
    typed(place, " en dan Fatima")
    press(place, Key.Key_Return)
    QApplication.clipboard().setText("Een\nTwee")
    press(place, Key.Key_V, Ctrl)
    assert line.toPlainText() == "Eerst bellen"
    assert stored(empty_store, workshop) == ()
    assert any("Even niet vastleggen" in label.text() for label in place.page.bar.findChildren(QLabel))

    place.beamer.pause()
    typed(place, " en dan schrijven")
    press(place, Key.Key_Return)
    assert [block.title for block in stored(empty_store, workshop)] == ["Eerst bellen en dan schrijven"]


def test_r05_the_moment_ends_with_the_session_and_the_palette_offers_it(
    place: CapturePlace, empty_store: Store
) -> None:
    words = [command.words for command in place.commands()]
    assert "Even niet vastleggen" in words
    place.beamer.pause()
    assert "Weer vastleggen" in [command.words for command in place.commands()]
    other = empty_store.do("Sessie", preparing.create_workshop, title="Andere").result
    place.open_workshop(other)
    assert not place.beamer.paused
    assert not place.page.bar.line.isReadOnly()
