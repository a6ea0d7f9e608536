"""The page Bundels in Ordenen: bundles read, edited, joined and dissolved; each change one step with a way back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.services import aligning, boards, bundling
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.bundles import BundlesView
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.places.organise_views import BLOCKS, BUNDLES
from bouwstenen_app.ui.widgets.edited_text import EditedText

Key = Qt.Key


@pytest.fixture
def blocks(example_store: Store) -> tuple[Block, ...]:
    return example_store.read(boards.find, Selection(), limit=40).blocks


@pytest.fixture
def place(
    organised: Callable[[Store], OrganisePlace], example_store: Store, blocks: tuple[Block, ...]
) -> OrganisePlace:
    for first in (0, 10, 20):
        ids = [block.id for block in blocks[first : first + 3]]
        example_store.do("Gebundeld", bundling.bundle_blocks, ids)
    place = organised(example_store)
    place.views.go(BUNDLES)
    return place


@pytest.fixture
def view(place: OrganisePlace) -> BundlesView:
    view = place.views.view(BUNDLES)
    assert isinstance(view, BundlesView)
    return view


def bundles(store: Store) -> dict[str, Bundle]:
    return {one.spoken_id: one for one in store.read(bundling.bundles)}


def press(view: BundlesView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.page.list, key)


def last_step(store: Store) -> str:
    step = store.undoable()
    return step.label if step else ""


def test_the_bundles_are_a_view_of_ordenen_with_their_own_words_and_keys(
    place: OrganisePlace, view: BundlesView
) -> None:
    assert place.subtitle() == "3 bundels · 9 bouwstenen gebundeld"
    assert view.page.list.count() == 3
    assert view.page.list.hasFocus()
    assert any(key.keys == "M" for key in place.key_help())
    press(view, Key.Key_Escape)
    assert place.views.current == BLOCKS
    assert place.page.blocks.hasFocus()


def test_a_bundle_is_shown_with_its_contributions_in_full(view: BundlesView, blocks: tuple[Block, ...]) -> None:
    cards = view.page.detail.cards
    assert [card.block for card in cards] == [block.id for block in blocks[:3]]
    assert blocks[0].spoken_id in cards[0].source.text()
    assert cards[1].title.text == blocks[1].title
    assert view.page.detail.origin.text.startswith("Genoemd in 1 van 3 sessies (1 regio) · 3 bouwstenen: ")


def test_the_arrows_go_to_another_bundle(view: BundlesView) -> None:
    press(view, Key.Key_Down)
    assert view.page.detail.number.text() == "K-02"


def test_a_title_is_written_when_its_field_is_left(view: BundlesView, example_store: Store) -> None:
    press(view, Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is view.page.detail.form._texts["title"]
    QTest.keyClicks(field, " en meer")
    QTest.keyClick(field, Key.Key_Return)

    assert bundles(example_store)["K-01"].title.endswith(" en meer")
    assert last_step(example_store) == "Titel van K-01 gewijzigd"
    view._desk.undo()
    assert not view.page.detail.form._texts["title"].toPlainText().endswith(" en meer")


def test_r02_what_points_to_a_person_in_a_bundle_is_marked_and_replaced_with_one_key(
    view: BundlesView, example_store: Store, qtbot: QtBot
) -> None:
    field = next(one for one in view.page.findChildren(EditedText) if one.accessibleName() == "Wie is aan zet?")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Moeder Fatima belt")
    qtbot.waitUntil(lambda: len(field.extraSelections()) == 1)
    QTest.keyClick(field, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    field.finish()
    assert "Moeder belt" in [one.owner for one in bundles(example_store).values()]


def test_a_bundle_without_a_title_is_refused_and_the_title_comes_back(
    view: BundlesView, example_store: Store, qtbot: QtBot
) -> None:
    before = bundles(example_store)["K-01"].title
    press(view, Key.Key_Return)
    field = view.page.detail.form._texts["title"]
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    with qtbot.waitSignal(view.problem_told):
        QTest.keyClick(field, Key.Key_Return)
    assert bundles(example_store)["K-01"].title == before
    view.focus()
    view._refresh()
    assert field.toPlainText() == before


def test_e_makes_key_bundles_of_all_that_are_chosen(view: BundlesView, example_store: Store) -> None:
    QTest.keyClick(view.page.list, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(view, Key.Key_E)
    assert [one.key for one in bundles(example_store).values()] == [True, True, False]
    assert last_step(example_store) == "2 bundels: kernbouwsteen"


def test_v_sets_the_status_of_many_bundles_in_one_step(view: BundlesView, example_store: Store) -> None:
    QTest.keyClick(view.page.list, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(view, Key.Key_V)
    menu = view.standing.menu
    assert menu is not None
    next(action for action in menu.actions() if "vastgesteld" in action.text()).trigger()
    menu.close()
    assert [one.status for one in bundles(example_store).values()] == ["vastgesteld", "vastgesteld", "gebundeld"]
    assert last_step(example_store) == "Status van 2 bundels: vastgesteld"


def test_delete_takes_a_contribution_out_and_the_next_has_the_focus(
    view: BundlesView, example_store: Store, blocks: tuple[Block, ...]
) -> None:
    view.page.detail.cards[0].setFocus()
    QTest.keyClick(view.page.detail.cards[0], Key.Key_Delete)
    assert bundles(example_store)["K-01"].contributions == tuple(block.id for block in blocks[1:3])
    assert last_step(example_store) == f"{blocks[0].spoken_id} uit K-01 gehaald"
    assert view.page.detail.cards[0].hasFocus()
    assert view.page.detail.cards[0].block == blocks[1].id


def test_enter_on_a_contribution_asks_for_where_it_was_captured(
    place: OrganisePlace, view: BundlesView, blocks: tuple[Block, ...], qtbot: QtBot
) -> None:
    view.page.detail.cards[1].setFocus()
    with qtbot.waitSignal(place.block_asked) as asked:
        QTest.keyClick(view.page.detail.cards[1], Key.Key_Return)
    assert asked.args == [blocks[1].id]


def test_a_block_is_added_by_its_number(view: BundlesView, example_store: Store, blocks: tuple[Block, ...]) -> None:
    press(view, Key.Key_N)
    QTest.keyClicks(view.finder.search, blocks[30].spoken_id)
    QTest.keyClick(view.finder.search, Key.Key_Return)
    assert bundles(example_store)["K-01"].contributions[-1] == blocks[30].id
    assert last_step(example_store) == f"{blocks[30].spoken_id} toegevoegd aan K-01"


def test_another_bundle_is_joined_in(view: BundlesView, example_store: Store) -> None:
    press(view, Key.Key_M)
    QTest.keyClicks(view.joiner.search, "K-03")
    QTest.keyClick(view.joiner.search, Key.Key_Return)
    found = bundles(example_store)
    assert list(found) == ["K-01", "K-02"]
    assert len(found["K-01"].contributions) == 6
    assert last_step(example_store) == "K-03 samengevoegd in K-01"
    view._desk.undo()
    assert list(bundles(example_store)) == ["K-01", "K-02", "K-03"]


def test_delete_in_the_list_dissolves_and_undo_brings_everything_back(
    view: BundlesView, example_store: Store
) -> None:
    press(view, Key.Key_Delete)
    assert list(bundles(example_store)) == ["K-02", "K-03"]
    assert last_step(example_store) == "K-01 opgeheven; de bouwstenen blijven"
    assert view.page.list.count() == 2
    view._desk.undo()
    assert len(bundles(example_store)["K-01"].contributions) == 3


def test_a_bundle_is_submitted_to_a_partner_who_answers(
    view: BundlesView, example_store: Store, codebook: Codebook
) -> None:
    police = codebook.by_slug[DOMAIN, "politie"]
    press(view, Key.Key_A)
    QTest.keyClicks(view.aligning.picker.search, "politie")
    QTest.keyClick(view.aligning.picker.search, Key.Key_Return)
    view.aligning.picker.close()
    bundle = bundles(example_store)["K-01"].id
    assert [one.state for one in example_store.read(aligning.consents, bundle)] == ["voorgelegd"]
    assert last_step(example_store) == "K-01 voorgelegd aan Politie"

    row = view.page.detail.consents.row(police.id)
    row.state.picked.emit("akkoord mits")
    QTest.keyClicks(row.note, "Na toetsing")
    row.note.finish()
    row.date.setFocus()
    row.date.selectAll()
    QTest.keyClicks(row.date, "3-2-2027")
    QTest.keyClick(row.date, Key.Key_Return)

    (found,) = example_store.read(aligning.consents, bundle)
    assert (found.state, found.note, str(found.date)) == ("akkoord mits", "Na toetsing", "2027-02-03")
    assert last_step(example_store) == "Datum van Politie bij K-01 gewijzigd"


def test_a_note_that_is_told_late_is_of_the_bundle_it_was_typed_at(
    view: BundlesView, example_store: Store, codebook: Codebook
) -> None:
    police = codebook.by_slug[DOMAIN, "politie"].id
    for key in (Key.Key_Down, Key.Key_Up):
        view.aligning.set_partner(police, wanted=True)
        press(view, key)
    QTest.keyClicks(view.page.detail.consents.row(police).note, "Eerst bellen")
    press(view, Key.Key_Down)
    notes = [
        one.note
        for name in ("K-01", "K-02")
        for one in example_store.read(aligning.consents, bundles(example_store)[name].id)
    ]
    assert notes == ["Eerst bellen", ""]


def test_a_date_that_is_none_is_told_and_the_old_one_stays(
    view: BundlesView, example_store: Store, codebook: Codebook, qtbot: QtBot
) -> None:
    police = codebook.by_slug[DOMAIN, "politie"].id
    view.aligning.set_partner(police, wanted=True)
    row = view.page.detail.consents.row(police)
    before = row.date.text()
    row.date.setFocus()
    row.date.selectAll()
    QTest.keyClicks(row.date, "volgende week")
    with qtbot.waitSignal(view.problem_told):
        QTest.keyClick(row.date, Key.Key_Return)
    assert row.date.text() == before


def test_without_bundles_it_says_how_one_is_made(view: BundlesView, example_store: Store) -> None:
    view._desk.do("Alles los", bundling.dissolve, [one.id for one in bundles(example_store).values()])
    assert view.subtitle() == "Nog geen bundels"
    assert view.page.empty.isVisible()
