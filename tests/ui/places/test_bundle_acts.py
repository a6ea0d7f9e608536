"""B and V in the list: bundles, status and release, for one block or many, each in one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.services import boards, bundling
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    place = begun()
    for text in ("Vaste weekdag met het OM", "Warm overdragen", "Samen aan tafel"):
        QTest.keyClicks(place.page.bar.line, text)
        QTest.keyClick(place.page.bar.line, Key.Key_Return)
    QTest.keyClick(place.page.bar.line, Key.Key_Escape)
    return place


def press(place: CapturePlace, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(place.page.blocks, key)


def mark_all(place: CapturePlace) -> None:
    press(place, Key.Key_Home)
    QTest.keyClick(place.page.blocks, Key.Key_End, Shift)


def choose(menu: QMenu | None, words: str) -> None:
    assert menu is not None
    next(action for action in menu.actions() if words in action.text()).trigger()
    menu.close()


def test_b_bundles_what_is_marked_in_one_step_that_is_told(
    place: CapturePlace, empty_store: Store, qtbot: QtBot
) -> None:
    mark_all(place)
    with qtbot.waitSignal(place.told) as told:
        press(place, Key.Key_B)

    bundle = empty_store.read(bundling.bundles)[0]
    assert told.args == ["3 bouwstenen gebundeld in K-01.", True]
    assert len(bundle.contributions) == 3
    step = empty_store.undoable()
    assert step is not None
    assert step.label == "3 bouwstenen gebundeld in K-01"
    place._desk.undo()
    assert empty_store.read(bundling.bundles) == ()


def test_a_card_says_quietly_in_which_bundle_its_block_is(place: CapturePlace, empty_store: Store) -> None:
    block = place.model.block(0).id
    assert place.acts.bundles.mark(block) == ""
    press(place, Key.Key_Home, Key.Key_B)
    choose(place.acts.bundles._menu, "deze ene bouwsteen")
    assert place.acts.bundles.mark(block) == "K-01"
    place._desk.undo()
    assert place.acts.bundles.mark(block) == ""


def test_b_offers_to_add_when_one_of_them_is_in_a_bundle(place: CapturePlace, empty_store: Store) -> None:
    press(place, Key.Key_Home, Key.Key_B)
    choose(place.acts.bundles._menu, "deze ene bouwsteen")
    mark_all(place)
    press(place, Key.Key_B)
    assert len(empty_store.read(bundling.bundles)[0].contributions) == 1, "it asks first"

    choose(place.acts.bundles._menu, "Toevoegen aan K-01")

    assert len(empty_store.read(bundling.bundles)[0].contributions) == 3
    step = empty_store.undoable()
    assert step is not None
    assert step.label == "2 bouwstenen toegevoegd aan K-01"


def test_b_on_a_single_block_asks_where_it_belongs(place: CapturePlace, empty_store: Store) -> None:
    press(place, Key.Key_Home, Key.Key_B)
    menu = place.acts.bundles._menu
    assert menu is not None
    assert empty_store.read(bundling.bundles) == (), "nothing is bundled without being asked"
    hint, alone = menu.actions()
    assert not hint.isEnabled()
    assert "spatiebalk" in hint.text()
    assert menu.activeAction() is alone, "Enter does it after all"
    QTest.keyClick(menu, Key.Key_Return)
    assert len(empty_store.read(bundling.bundles)[0].contributions) == 1

    press(place, Key.Key_End, Key.Key_B)
    choose(place.acts.bundles._menu, "Toevoegen aan K-01")
    assert len(empty_store.read(bundling.bundles)[0].contributions) == 2


def test_blocks_come_out_of_their_bundle_by_the_same_key(place: CapturePlace, empty_store: Store) -> None:
    mark_all(place)
    press(place, Key.Key_B, Key.Key_B)
    choose(place.acts.bundles._menu, "Uit K-01 halen")
    assert empty_store.read(bundling.bundles)[0].contributions == ()


def test_v_sets_the_release_of_many_at_once(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    mark_all(place)
    press(place, Key.Key_V)
    choose(place.acts.standing.menu, "eerst afstemmen")

    assert {block.release for block in empty_store.read(boards.blocks_of, workshop)} == {"eerst afstemmen"}
    step = empty_store.undoable()
    assert step is not None
    assert step.label == "Vrijgave van 3 bouwstenen: eerst afstemmen"


def test_v_sets_the_status_too(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    press(place, Key.Key_Home, Key.Key_V)
    choose(place.acts.standing.menu, "vervallen")
    assert [block.status for block in empty_store.read(boards.blocks_of, workshop)] == ["vervallen", "ruw", "ruw"]


def test_the_panel_for_several_has_a_button_to_bundle(
    place: CapturePlace, empty_store: Store, qtbot: QtBot
) -> None:
    mark_all(place)
    qtbot.waitUntil(lambda: len(place.page.inspector.blocks) == 3)
    bulk = place.page.inspector._bulk
    assert bulk is not None
    bulk.bundle.click()
    assert len(empty_store.read(bundling.bundles)[0].contributions) == 3


def test_the_panel_for_several_sets_status_and_release(
    place: CapturePlace, empty_store: Store, workshop: str, qtbot: QtBot
) -> None:
    press(place, Key.Key_Home, Key.Key_V)
    choose(place.acts.standing.menu, "intern")
    mark_all(place)
    qtbot.waitUntil(lambda: len(place.page.inspector.blocks) == 3)
    bulk = place.page.inspector._bulk
    assert bulk is not None
    assert bulk._standing["release"].currentText() == "Verschillend"
    assert bulk._standing["status"].currentText() == "Ruw"

    bulk._standing["release"].picked.emit("niet delen")

    assert {block.release for block in empty_store.read(boards.blocks_of, workshop)} == {"niet delen"}
    qtbot.waitUntil(lambda: bulk._standing["release"].currentText() == "Niet delen")


def test_at_capture_it_is_told_quietly_that_a_block_is_to_be_aligned_first(
    place: CapturePlace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(place.told) as told:
        QTest.keyClicks(place.page.bar.line, "Verhoor samen voorbereiden #onderzoekshandelingen")
        QTest.keyClick(place.page.bar.line, Key.Key_Return)
    assert str(told.args[0]).endswith("-004 gaat over onderzoekshandelingen: eerst afstemmen voor je hem deelt.")
    assert told.args[1] is False


def test_r17_a_theme_that_is_put_on_later_is_told_too_with_a_way_back(
    place: CapturePlace, empty_store: Store, workshop: str, codebook: Codebook, qtbot: QtBot
) -> None:
    theme = codebook.by_slug[THEME, "onderzoekshandelingen"].id
    blocks = [block.id for block in empty_store.read(boards.blocks_of, workshop)]
    with qtbot.waitSignal(place.told) as told:
        place.acts.tag(blocks[:1], [theme])
    assert str(told.args[0]).endswith("gaat over onderzoekshandelingen: eerst afstemmen voor je hem deelt.")
    assert told.args[1] is True

    with qtbot.waitSignal(place.told) as told:
        place.acts.tag(blocks, [theme])
    assert told.args[0] == "2 bouwstenen gaan over onderzoekshandelingen: eerst afstemmen voor je ze deelt."
    assert {block.release for block in empty_store.read(boards.blocks_of, workshop)} == {"eerst afstemmen"}
