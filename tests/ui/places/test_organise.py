from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui import counting
from bouwstenen_app.ui.places import selecting
from bouwstenen_app.ui.places.organise import PAGE, OrganisePlace
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.facet_tree import CHOICE_ROLE, Choice, Facet

Key = Qt.Key

Opened = Callable[[Store], OrganisePlace]


@pytest.fixture
def opened(organised: Opened) -> Opened:
    return organised


def choice(place: OrganisePlace, facet: str, value: str) -> Choice:
    found = place.page.facets._lines[facet, value].data(0, CHOICE_ROLE)
    assert isinstance(found, Choice)
    return found


def press(place: OrganisePlace, facet: str, value: str) -> None:
    tree = place.page.facets
    tree.setCurrentItem(tree._lines[facet, value])
    QTest.keyClick(tree, Key.Key_Space)


def chips(place: OrganisePlace) -> list[str]:
    QApplication.processEvents()  # a new chip is shown at the next turn of the event loop
    found = place.page._above.findChildren(Chip)
    return [chip.text() for chip in found if chip.isVisible()]


def test_everything_is_there_with_counts_beside_the_facets(
    opened: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = opened(example_store)

    assert place.page.count.text() == "122 bouwstenen"
    assert place.subtitle() == "Alle sessies · 122 bouwstenen"
    assert choice(place, DOMAIN, codebook.by_slug[DOMAIN, "straf"].id).count == 24
    assert choice(place, THEME, codebook.by_slug[THEME, "brede-aanpak"].id).count == 12
    assert choice(place, KIND, codebook.by_slug[KIND, "knelpunt"].id).count == 41
    assert choice(place, selecting.STATUS, "ruw").count == 122
    assert choice(place, selecting.TO_DO, THEME).count == 0


def test_facets_are_or_inside_and_and_across(opened: Opened, example_store: Store, codebook: Codebook) -> None:
    place = opened(example_store)
    straf, zorg = (codebook.by_slug[DOMAIN, slug].id for slug in ("straf", "zorg"))
    theme = codebook.by_slug[THEME, "brede-aanpak"].id
    press(place, DOMAIN, straf)
    assert place.page.count.text() == "24 bouwstenen"
    press(place, DOMAIN, zorg)
    either = place._total
    assert 32 < either < 24 + 32
    press(place, THEME, theme)
    assert place._total == 9

    assert chips(place) == ["Straf", "Zorg", "# Brede aanpak"]
    press(place, THEME, theme)
    assert place._total == either
    place.page._clear.click()
    assert place._total == 122
    assert chips(place) == []


def test_counts_say_what_a_click_will_give(
    opened: Opened, example_store: Store, codebook: Codebook, qtbot: QtBot
) -> None:
    place = opened(example_store)
    straf = codebook.by_slug[DOMAIN, "straf"].id
    press(place, DOMAIN, straf)
    kind = codebook.by_slug[KIND, "idee"].id
    place._count()
    promised = choice(place, KIND, kind).count
    assert choice(place, DOMAIN, straf).on
    press(place, KIND, kind)

    assert place._total == promised


def test_typing_filters_and_what_is_not_found_can_be_taken_away(
    opened: Opened, example_store: Store, codebook: Codebook, qtbot: QtBot
) -> None:
    place = opened(example_store)
    QTest.keyClicks(place.page.filter, "wijkagent")
    qtbot.waitUntil(lambda: place.selection.query == "wijkagent", timeout=5000)
    found = place._total
    assert 0 < found < 122

    place.page.filter.clear()
    QTest.keyClicks(place.page.filter, "qqqq")
    qtbot.waitUntil(lambda: place.selection.query == "qqqq", timeout=5000)
    assert place._total == 0
    assert place.page._nothing.isVisible()
    place.page._nothing.accepted.emit()
    assert place.page.filter.text() == ""
    assert place._total == 122


def test_another_place_chooses_a_selection(opened: Opened, example_store: Store, codebook: Codebook) -> None:
    place = opened(example_store)
    selection = Selection(
        codes={
            THEME: (codebook.by_slug[THEME, "vroegtijdig-samenwerken"].id,),
            DOMAIN: (codebook.by_slug[DOMAIN, "zorg"].id,),
        }
    )
    place.show_selection(selection)

    assert place.page.count.text() == "6 bouwstenen"
    assert chips(place) == ["# Vroegtijdig samenwerken", "Zorg"]


def test_a_chip_takes_its_choice_away(opened: Opened, example_store: Store, codebook: Codebook) -> None:
    place = opened(example_store)
    press(place, DOMAIN, codebook.by_slug[DOMAIN, "straf"].id)
    chip = next(chip for chip in place.page._above.findChildren(Chip) if chip.text() == "Straf")
    QTest.keyClick(chip, Key.Key_Delete)

    assert place._total == 122


def test_what_a_key_does_to_a_block_changes_list_and_counts(
    opened: Opened, empty_store: Store, codebook: Codebook, qtbot: QtBot
) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    for line in ("Een @politie", "Twee @politie #leefwereld", "Drie"):
        empty_store.do("Bouwsteen", capturing.capture, line, workshop=workshop)
    place = opened(empty_store)
    press(place, selecting.TO_DO, DOMAIN)
    assert [block.title for block in place.model.shown()] == ["Drie"]
    place.page.blocks.setFocus()
    QTest.keyClick(place.page.blocks, Key.Key_3)

    assert place.model.shown() == []
    assert place._total == 0
    qtbot.waitUntil(lambda: choice(place, selecting.TO_DO, DOMAIN).count == 0, timeout=5000)
    place._desk.undo()
    assert [block.title for block in place.model.shown()] == ["Drie"]


def test_many_blocks_are_tagged_at_once(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    place.page.blocks.setFocus()
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Space, Key.Key_Down, Key.Key_Space):
        QTest.keyClick(place.page.blocks, key)
    qtbot.waitUntil(lambda: len(place.page.inspector.blocks) == 3, timeout=5000)
    ids = list(place.page.inspector.blocks)
    QTest.keyClick(place.page.blocks, Key.Key_Plus)

    assert [block.votes for block in example_store.read(boards.blocks, ids)] == [1, 7, 1]


def test_the_list_reads_on_as_it_scrolls(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    assert place.model.rowCount() == PAGE
    bar = place.page.blocks.verticalScrollBar()
    while place.model.rowCount() < 122:
        bar.setValue(bar.maximum())

    in_order = [block.id for block in place.model.shown()]
    assert in_order == [block.id for block in example_store.read(boards.find, Selection(), limit=200).blocks]


def test_the_inspector_knows_the_rounds_of_the_session_of_a_block(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = opened(example_store)
    first = place.model.block(0)
    qtbot.waitUntil(lambda: list(place.page.inspector.blocks) == [first.id], timeout=5000)
    place.acts.set_field(first.id, "round", 1)

    assert example_store.read(boards.blocks, [first.id])[0].round == 1


def test_more_than_five_sessions_are_shown_when_asked(opened: Opened, empty_store: Store) -> None:
    for number in range(8):
        made = empty_store.do("Sessie", preparing.create_workshop, title=f"Sessie {number}").result
        empty_store.do("Bouwsteen", capturing.capture, f"Bouwsteen {number}", workshop=made)
    place = opened(empty_store)
    lines = place.page.facets._lines
    assert choice(place, selecting.WORKSHOP, selecting.MORE).name == "nog 3…"
    press(place, selecting.WORKSHOP, selecting.MORE)

    assert sum(facet == selecting.WORKSHOP for facet, _ in lines) == 8


def test_control_f_goes_to_the_filter(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    QTest.keyClick(place.page.blocks, Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert place.page.filter.hasFocus()


def test_an_empty_workspace_offers_the_next_step(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)
    asked: list[str] = []
    place.place_asked.connect(asked.append)
    place.empty.accepted.emit()

    assert place.empty.isVisible()
    assert asked == ["capture"]


def test_many_blocks_are_counted_in_the_background_while_the_list_is_there(
    opened: Opened, example_store: Store, codebook: Codebook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 10)
    place = opened(example_store)
    straf = codebook.by_slug[DOMAIN, "straf"].id
    assert place.page.count.text() == "122 bouwstenen"
    press(place, DOMAIN, straf)
    assert place._total == 24

    qtbot.waitUntil(lambda: choice(place, DOMAIN, straf).count == 24, timeout=5000)
    assert choice(place, selecting.STATUS, "ruw").count == 24


def test_numbers_of_any_length_have_their_room(opened: Opened, example_store: Store) -> None:
    tree = opened(example_store).page.facets
    usual = tree.count_room
    facet = Facet("a", "A", (Choice("one", "Een", 1_234_567), Choice("two", "Twee", None)))
    tree.show_facets([facet])
    wide = tree.count_room
    tree.show_facets([Facet("a", "A", (Choice("one", "Een", 3),))])

    assert usual < wide == tree.count_room
