"""The line of *Vastleggen*: the table that said it, and half-typed text that is never older than a moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.places.at_the_line import paste, press, typed

from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.remembered import DRAFT
from bouwstenen_app.ui.theme import Theme

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Opening", "Wat werkt al?"))
    return made.result


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store, workshop: str) -> Iterator[CapturePlace]:
    place = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    yield place
    place.hide()


def shown(qtbot: QtBot, place: CapturePlace) -> CapturePlace:
    place.resize(1024, 700)
    qtbot.addWidget(place)
    place.show()
    with qtbot.waitActive(place):
        place.activateWindow()
    place.activated()
    return place


def tables(store: Store, workshop: str) -> dict[str, int | None]:
    return {block.title: block.table for block in store.read(boards.blocks_of, workshop)}


# ---- the table


def test_a_table_is_typed_before_the_text(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    for text in ("tafel 4: Eerst bellen", "Tafel 4 zegt dat het te laat is"):
        typed(place, text)
        press(place, Key.Key_Return)
    assert tables(empty_store, workshop) == {"Eerst bellen": 4, "Tafel 4 zegt dat het te laat is": None}


def test_a_table_alone_stays_active_until_it_is_let_go(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    for text in ("tafel 4", "Een", "tafel 2: Twee", "Drie", "tafel 0", "Vier"):
        typed(place, text)
        press(place, Key.Key_Return)
        assert place.page.bar.line.toPlainText() == ""
    assert tables(empty_store, workshop) == {"Een": 4, "Twee": 2, "Drie": 4, "Vier": None}
    assert place.page.bar.sticky.table is None


def test_ctrl_b_and_a_digit_name_the_table_of_this_block(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_B, Ctrl)
    press(place, Key.Key_4)
    assert place.page.bar.line.toPlainText() == "tafel 4: Eerst bellen"
    press(place, Key.Key_5)
    assert place.page.bar.line.toPlainText() == "tafel 45: Eerst bellen"
    typed(place, " en 3 keer")
    press(place, Key.Key_Return)
    assert tables(empty_store, workshop) == {"Eerst bellen en 3 keer": 45}
    assert place.page.bar.sticky.table is None


def test_ctrl_b_and_zero_takes_the_table_away_again(place: CapturePlace) -> None:
    typed(place, "tafel 4: Eerst bellen")
    press(place, Key.Key_B, Ctrl)
    press(place, Key.Key_0, Ctrl)
    assert place.page.bar.line.toPlainText() == "Eerst bellen"


def test_the_same_digit_twice_lets_the_table_stay(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    typed(place, "Een")
    press(place, Key.Key_B, Ctrl)
    press(place, Key.Key_4, Ctrl)
    press(place, Key.Key_4, Ctrl)
    assert place.page.bar.line.toPlainText() == "Een"
    press(place, Key.Key_Return)
    typed(place, "Twee")
    press(place, Key.Key_Return)
    assert tables(empty_store, workshop) == {"Een": 4, "Twee": 4}
    press(place, Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert place.page.bar.sticky.table is None


def test_after_the_digit_of_a_table_digits_are_text_again(place: CapturePlace, qtbot: QtBot) -> None:
    press(place, Key.Key_B, Ctrl)
    press(place, Key.Key_4)
    qtbot.waitUntil(lambda: not place.page.bar.line.picking_table, timeout=2000)
    typed(place, "24 mensen")
    assert place.page.bar.line.toPlainText() == "tafel 4: 24 mensen"
    press(place, Key.Key_B, Ctrl)
    press(place, Key.Key_Escape)
    typed(place, " 3")
    assert place.page.bar.line.toPlainText() == "tafel 4: 24 mensen 3"


def test_another_round_lets_the_table_go(place: CapturePlace) -> None:
    sentences: list[str] = []
    place.told.connect(lambda sentence, _: sentences.append(sentence))
    typed(place, "tafel 4")
    press(place, Key.Key_Return)
    place.step_round(1)
    assert place.page.bar.sticky.table is None
    assert sentences == ["Nieuwe ronde: wat actief bleef is losgelaten."]


def test_a_table_beyond_those_of_the_session_is_kept_with_a_hint(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    place._desk.do("Tafels", preparing.edit_workshop, workshop, tables=6)
    typed(place, "tafel 9: Eerst bellen")
    assert place.page.bar.note == "Deze sessie heeft 6 tafels; tafel 9 wordt gewoon bewaard."
    press(place, Key.Key_Return)
    assert tables(empty_store, workshop) == {"Eerst bellen": 9}
    typed(place, "tafel 6: Dan schrijven")
    assert place.page.bar.note == ""


def test_the_table_comes_back_with_the_block_and_goes_with_pasted_lines(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    typed(place, "tafel 4: Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    assert place.page.bar.line.toPlainText() == "tafel 4: Eerst bellen"
    press(place, Key.Key_Escape)
    typed(place, "tafel 2")
    press(place, Key.Key_Return)
    paste(place, "Een\nTafel 3\nTwee")
    QTest.keyClick(place.page.bar.paste.many, Key.Key_Return)
    assert tables(empty_store, workshop) == {"Eerst bellen": 4, "Een": 2, "Twee": 3}


# ---- many lines


def test_pasted_lines_are_shown_as_they_will_be_before_anything_is_stored(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    sentences: list[str] = []
    place.told.connect(lambda sentence, _: sentences.append(sentence))
    paste(place, "Tafel 3\n- Een @politie #nieuwigheid +2\n- Twee\n- Drie\n- Vier\n- Vijf")
    row = place.page.bar.paste
    assert row.shown == ["tafel 3", "Een @politie #nieuwigheid +2", "Twee", "Drie", "… en nog 2"]
    assert row.many.text() == "5 bouwstenen vastleggen"
    assert not tables(empty_store, workshop)
    QTest.keyClick(row.many, Key.Key_Return)
    assert set(tables(empty_store, workshop).values()) == {3}
    assert sentences == ["5 bouwstenen vastgelegd."]


# ---- half-typed text


def test_who_types_on_without_a_pause_is_kept_all_the_while(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    kept: set[str] = set()
    for _ in range(40):
        typed(place, "ab ")
        QTest.qWait(50)
        kept.add(empty_store.recall(DRAFT + workshop))
    whole = place.page.bar.line.toPlainText()
    assert len(kept) >= 5
    assert all(whole.startswith(text) for text in kept)


def test_another_round_or_way_keeps_what_is_half_typed(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    typed(place, "Nog niet af")
    place.step_round(1)
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop) == "Nog niet af", timeout=1000)
    assert place.page.bar.line.toPlainText() == "Nog niet af"
    typed(place, ", nog steeds niet")
    place.page.bar.hide()
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop).endswith("niet"), timeout=1000)


def test_a_half_typed_change_is_still_that_after_a_restart(
    place: CapturePlace, empty_store: Store, workshop: str, theme: Theme, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    typed(place, " en dan")
    qtbot.waitUntil(lambda: empty_store.recall(DRAFT + workshop) == "Eerst bellen en dan", timeout=1000)
    again = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert again.page.bar.editing
    typed(again, " schrijven")
    press(again, Key.Key_Return)
    assert [block.title for block in empty_store.read(boards.blocks_of, workshop)] == [
        "Eerst bellen en dan schrijven"
    ]
    typed(again, "Een nieuwe")
    again.page.bar.flush_draft()
    third = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert third.page.bar.line.toPlainText() == "Een nieuwe"
    assert not third.page.bar.editing


def test_after_a_change_was_stored_and_the_program_fell_over_new_text_is_a_new_block(
    place: CapturePlace, empty_store: Store, workshop: str, theme: Theme, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    typed(place, " en dan")
    place.page.bar.flush_draft()
    press(place, Key.Key_Return)
    place.page.bar.draft_rested.disconnect()  # nothing of this window is kept any more
    again = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    typed(again, "Een nieuwe")
    again.page.bar.flush_draft()
    third = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert third.page.bar.line.toPlainText() == "Een nieuwe"
    assert not third.page.bar.editing


def test_a_half_typed_change_of_a_block_that_went_is_a_new_block(
    place: CapturePlace, empty_store: Store, workshop: str, theme: Theme, qtbot: QtBot
) -> None:
    typed(place, "Eerst bellen")
    press(place, Key.Key_Return)
    press(place, Key.Key_Up)
    typed(place, " en dan")
    place.page.bar.flush_draft()
    place.acts.remove([place.model.block(0).id])
    again = shown(qtbot, CapturePlace(Desk(empty_store), theme))
    assert again.page.bar.line.toPlainText() == "Eerst bellen en dan"
    assert not again.page.bar.editing
