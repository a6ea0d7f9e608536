"""Ontdubbelen: pairs are judged with the keyboard only, in the real place on a real workspace."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.hands import focused, press

from bouwstenen_app.services import boards, bundling, capturing, deduplicating, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.deduplicating import DeduplicationRound
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.theme import Theme

Key = Qt.Key
Opened = Callable[[Store], OrganisePlace]


@pytest.fixture
def opened(jobs: Jobs, qtbot: QtBot, theme: Theme) -> Iterator[Opened]:
    windows: list[QMainWindow] = []

    def make(store: Store) -> OrganisePlace:
        window = QMainWindow()
        windows.append(window)
        desk = Desk(store, window)
        place = OrganisePlace(desk, theme, Counting.of(desk, jobs))
        window.setCentralWidget(place)
        window.resize(1440, 900)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        place.activated()
        return place

    yield make
    for window in windows:
        desk_of(window).closing.emit()
        window.close()


@pytest.fixture
def place(opened: Opened, example_store: Store) -> OrganisePlace:
    return opened(example_store)


@pytest.fixture
def round_(qtbot: QtBot, place: OrganisePlace) -> DeduplicationRound:
    return begun(qtbot, place)


def desk_of(widget: QWidget) -> Desk:
    desk = widget.window().findChild(Desk)
    assert desk is not None
    return desk


def begun(qtbot: QtBot, place: OrganisePlace) -> DeduplicationRound:
    place.door.go()
    round_ = place.door.round
    assert round_ is not None
    qtbot.waitUntil(lambda: not round_.busy)
    return round_


def names(round_: DeduplicationRound) -> list[tuple[str, str]]:
    shown = [card.shown for card in round_.page.cards if card.shown is not None]
    return [(one.first.block.spoken_id, one.second.block.spoken_id) for one in shown]


def state(round_: DeduplicationRound) -> str:
    return round_.page.state.text()


def test_five_pairs_stand_under_each_other_the_most_alike_first(round_: DeduplicationRound) -> None:
    assert len(names(round_)) == 5
    assert names(round_)[0] == ("DZ-027", "NV-010")
    assert state(round_) == f"0 van {len(round_.open)} beoordeeld"
    assert focused() is round_.page.cards[0]


def test_a_pair_tells_where_it_comes_from_and_marks_the_words_that_are_shared(round_: DeduplicationRound) -> None:
    first, second = round_.page.cards[0].sides

    assert round_.page.cards[0].reason.text.startswith("Lijkt 91 % · delen: verhuist, ")
    assert first.source.text.startswith("DZ-027 · Regio Duinstreek-Zuid (voorbeeld) · ")
    assert first.source.text.endswith(" · 1 stem")
    assert first.title.marked == ["Gezin", "verhuist", "beginnen", "opnieuw"]
    assert second.title.marked == ["Gezin", "verhuist", "begint", "opnieuw"]
    assert "verhuizing" in first.explanation.marked


def test_j_makes_a_bundle_and_the_next_pair_comes(
    qtbot: QtBot, place: OrganisePlace, round_: DeduplicationRound, example_store: Store
) -> None:
    total, second = len(round_.open), names(round_)[1]
    with qtbot.waitSignal(place.told) as told:
        press(Key.Key_J)

    (bundle,) = example_store.read(bundling.bundles)
    blocks = example_store.read(boards.blocks, list(bundle.contributions))
    assert {block.spoken_id for block in blocks} == {"DZ-027", "NV-010"}
    assert told.args == ["DZ-027 en NV-010 zijn nu samen bundel K-01.", True]
    assert state(round_) == f"1 van {total} beoordeeld"
    assert names(round_)[0] == second
    assert focused() is round_.page.cards[0]


def test_k_links_and_n_keeps_apart(round_: DeduplicationRound, example_store: Store) -> None:
    linked = round_.open[0]
    press(Key.Key_K, Key.Key_N)

    assert example_store.read(deduplicating.linked_with, linked.first) == (linked.second,)
    assert len(example_store.read(deduplicating.judged)) == 2
    assert example_store.read(bundling.bundles) == ()
    step = example_store.undoable()
    assert step is not None
    assert step.label.endswith(" blijven apart")


def test_l_puts_a_pair_off_and_z_brings_it_back(round_: DeduplicationRound, example_store: Store) -> None:
    before = names(round_)
    press(Key.Key_Down, Key.Key_L)

    assert names(round_)[1] == before[2]
    assert example_store.read(deduplicating.judged) == frozenset()
    assert state(round_).startswith("0 van")
    press(Key.Key_Z)
    assert names(round_) == before
    assert focused() is round_.page.cards[1]


def test_z_takes_back_one_decision_after_the_other(round_: DeduplicationRound, example_store: Store) -> None:
    before = names(round_)
    press(Key.Key_J, Key.Key_L, Key.Key_N)
    press(Key.Key_Z, Key.Key_Z, Key.Key_Z)

    assert names(round_) == before
    assert example_store.read(deduplicating.judged) == frozenset()
    assert example_store.read(bundling.bundles) == ()
    press(Key.Key_Z)
    assert names(round_) == before


def test_z_leaves_alone_what_was_done_elsewhere(
    qtbot: QtBot, place: OrganisePlace, round_: DeduplicationRound, example_store: Store
) -> None:
    press(Key.Key_N)
    desk = desk_of(place)
    desk.do("Sessie", preparing.create_workshop, title="Proef")
    with qtbot.waitSignal(place.told) as told:
        press(Key.Key_Z)

    assert "iets anders gedaan" in told.args[0]
    assert len(example_store.read(deduplicating.judged)) == 1


def test_the_undo_of_the_window_brings_a_pair_back_too(place: OrganisePlace, round_: DeduplicationRound) -> None:
    before = names(round_)
    press(Key.Key_N)
    desk_of(place).undo()

    assert names(round_) == before
    assert not round_.page.undo.isEnabled()


def test_the_arrows_go_from_pair_to_pair(round_: DeduplicationRound) -> None:
    press(*[Key.Key_Down] * 7)
    assert focused() is round_.page.cards[4]
    press(Key.Key_Up)
    assert round_.page.current is round_.page.cards[3] is focused()


def test_pairs_that_stay_keep_their_cards_and_tab_follows_what_is_seen(round_: DeduplicationRound) -> None:
    cards, shown = [*round_.page.cards], names(round_)
    press(Key.Key_N)

    assert round_.page.cards == [*cards[1:], cards[0]]
    assert names(round_)[:4] == shown[1:]
    heights = [card.y() for card in round_.page.cards if card.isVisible()]
    assert heights == sorted(heights)
    assert focused() is round_.page.cards[0]
    last = [*round_.page.cards[0].buttons.values()][-1]
    assert last.nextInFocusChain() is round_.page.cards[1]


def test_a_click_on_a_button_is_for_its_own_pair(round_: DeduplicationRound, example_store: Store) -> None:
    third = round_.open[2]
    QTest.mouseClick(round_.page.cards[2].buttons["N"], Qt.MouseButton.LeftButton)

    assert example_store.read(deduplicating.judged) == {(third.first, third.second)}


def test_g_joins_the_whole_group(qtbot: QtBot, opened: Opened, empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    lines = [
        "Tien dagen huisverbod en dan stilte",
        "Na tien dagen huisverbod is het stil",
        "Huisverbod: stil na tien dagen",
    ]
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=workshop)
    place = opened(empty_store)
    round_ = begun(qtbot, place)

    assert len(names(round_)) == 3
    assert round_.page.cards[0].buttons["G"].text() == "Alle 3 samen"
    press(Key.Key_G)
    (bundle,) = empty_store.read(bundling.bundles)
    assert len(bundle.contributions) == 3
    assert round_.open == ()
    assert state(round_) == "3 van 3 beoordeeld"
    assert focused() is round_.page.empty.button
    press(Key.Key_Z)
    assert len(names(round_)) == 3


def test_a_block_in_a_bundle_suggests_joining_it(qtbot: QtBot, place: OrganisePlace, example_store: Store) -> None:
    pair = begun(qtbot, place).open[0]
    desk_of(place).do("Bundel", bundling.bundle_blocks, [pair.first])
    round_ = place.door.round
    assert round_ is not None

    assert round_.page.cards[0].what.text.startswith("DZ-027 zit in bundel K-01: samen zet NV-010 erbij.")
    press(Key.Key_J)
    (bundle,) = example_store.read(bundling.bundles)
    assert set(bundle.contributions) == {pair.first, pair.second}


def test_esc_goes_back_to_the_list_and_what_was_decided_stays(
    qtbot: QtBot, place: OrganisePlace, round_: DeduplicationRound
) -> None:
    total = len(round_.open)
    assert place.title() == "Ontdubbelen"
    assert place.header_actions() == []
    press(Key.Key_N, Key.Key_Escape)
    assert place.title() == "Ordenen"
    assert place.door.button in place.header_actions()
    assert focused() is place.page.blocks

    again = begun(qtbot, place)
    assert state(again) == f"1 van {total} beoordeeld"
    assert names(again)[0] != ("DZ-027", "NV-010")


def test_the_key_and_the_palette_lead_to_the_round(qtbot: QtBot, place: OrganisePlace) -> None:
    next(command for command in place.commands() if command.keys == "Ctrl+Shift+D").act()
    assert place.door.is_open
    assert "Ctrl+Shift+D" not in [command.keys for command in place.commands()]
    assert [key.keys for key in place.key_help()][:2] == ["↑ ↓", "J"]
    round_ = place.door.round
    assert round_ is not None
    qtbot.waitUntil(lambda: not round_.busy)


def test_comparing_can_be_stopped(qtbot: QtBot, place: OrganisePlace) -> None:
    place.door.go()
    round_ = place.door.round
    assert round_ is not None
    assert focused() is round_.page.stop
    press(Key.Key_Escape)
    qtbot.waitUntil(lambda: not round_.busy)
    assert not place.door.is_open


def test_nothing_that_is_alike_is_said_in_one_sentence(qtbot: QtBot, opened: Opened, empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    empty_store.do("Vast", capturing.capture_lines, ["Iets", "Wat anders"], workshop=workshop)
    place = opened(empty_store)
    round_ = begun(qtbot, place)

    assert focused() is round_.page.empty.button
    said = [label.text() for label in round_.page.empty.findChildren(QLabel)]
    assert any(text.startswith("Geen bouwstenen die op elkaar lijken.") for text in said)
    press(Key.Key_Escape)
    assert not place.door.is_open


def test_a_search_from_elsewhere_brings_the_list_to_the_front(
    place: OrganisePlace, round_: DeduplicationRound
) -> None:
    place.show_selection(boards.Selection(query="huisverbod"))

    assert not place.door.is_open
