"""Clusters, the parking lot and the minority view from the list and the inspector of *Vastleggen*."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import CONFIRMED, Block
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.widgets.block_form import NEW_CLUSTER, BlockForm
from bouwstenen_app.ui.widgets.cluster_picker import ClusterPicker

Key = Qt.Key


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    steps = empty_store.read(preparing.workshop, made).rounds
    lines = ["Eén", "Twee", "Drie"]
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=made, round=steps[0].id)
    return made


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    place = begun()
    place.page.blocks.setFocus()
    return place


def _keys(place: CapturePlace, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(place.page.blocks, key)


def _name(place: CapturePlace, name: str) -> None:
    picker = place.findChild(ClusterPicker)
    assert isinstance(picker, ClusterPicker)
    QTest.keyClicks(picker.search, name)
    QTest.keyClick(picker.search, Key.Key_Return)


def _clusters(store: Store, workshop: str) -> dict[str, str]:
    return {block.title: block.cluster for block in store.read(boards.blocks_of, workshop)}


def _current(store: Store, place: CapturePlace) -> Block:
    shown = place.page.blocks.current_block()
    assert shown is not None
    found = store.read(boards.block, shown.id)
    assert found is not None
    assert found == shown
    return found


def _form(place: CapturePlace, qtbot: QtBot) -> BlockForm:
    qtbot.waitUntil(lambda: place.findChild(BlockForm) is not None)
    form = place.findChild(BlockForm)
    assert isinstance(form, BlockForm)
    return form


def test_g_puts_the_marked_blocks_in_a_cluster_by_its_name(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    _keys(place, Key.Key_Space, Key.Key_Down, Key.Key_Space, Key.Key_G)
    _name(place, "Eerder bellen")

    assert _clusters(empty_store, workshop) == {"Drie": "Eerder bellen", "Twee": "Eerder bellen", "Eén": ""}
    step = empty_store.undoable()
    assert step is not None
    assert step.label == "2 bouwstenen in nieuw cluster “Eerder bellen”"

    _keys(place, Key.Key_Escape, Key.Key_Down, Key.Key_G)
    _name(place, "eer")
    step = empty_store.undoable()
    assert step is not None
    assert step.label == "Bouwsteen 1 in cluster “Eerder bellen”"


def test_p_parks_a_block_and_takes_it_back(place: CapturePlace, empty_store: Store) -> None:
    _keys(place, Key.Key_P)
    assert _current(empty_store, place).parked
    _keys(place, Key.Key_P)
    assert not _current(empty_store, place).parked


def test_the_inspector_changes_what_the_room_said(place: CapturePlace, empty_store: Store, qtbot: QtBot) -> None:
    _keys(place, Key.Key_Down)
    form = _form(place, qtbot)
    qtbot.waitUntil(lambda: form.block is not None and form.block.title == "Twee")
    block = _current(empty_store, place).id
    form.field_edited.emit(block, "minority", "Niet altijd.")
    form.field_edited.emit(block, "read_back", CONFIRMED)
    form.field_edited.emit(block, "parked", True)
    form.field_edited.emit(block, "cluster", "Bellen")

    found = _current(empty_store, place)
    assert (found.minority, found.read_back, found.cluster) == ("Niet altijd.", CONFIRMED, "Bellen")
    assert not found.parked, "what is put in a cluster is no longer parked"
    form.field_edited.emit(block, "cluster", "")
    assert _current(empty_store, place).cluster == ""


def test_a_new_cluster_is_asked_for_in_the_inspector(place: CapturePlace, empty_store: Store, qtbot: QtBot) -> None:
    form = _form(place, qtbot)
    qtbot.waitUntil(lambda: form.block is not None)
    form._choice("cluster").picked.emit(NEW_CLUSTER)
    _name(place, "Bellen")

    assert _current(empty_store, place).cluster == "Bellen"
    qtbot.waitUntil(lambda: form._choice("cluster").currentText() == "Bellen")


def test_a_new_name_of_a_cluster_reaches_its_blocks_in_the_list(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    _keys(place, Key.Key_G)
    _name(place, "Bellen")
    cluster = empty_store.read(preparing.workshop, workshop).clusters[0].id
    place.acts.clusters.rename(cluster, "Eerder bellen")

    assert _current(empty_store, place).cluster == "Eerder bellen"
