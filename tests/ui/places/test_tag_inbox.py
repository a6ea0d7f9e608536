"""The tag inbox, with real key presses on the real place."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.hands import told

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services import boards, capturing, codebooks, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.models.waiting_tags import BLOCKS, SESSIONS, SMALL_ROLE, SUGGESTION, TAG
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.tag_inbox import TagInbox
from bouwstenen_app.ui.places.way_acts import INBOX, LINE
from bouwstenen_app.ui.widgets.tag_inbox_page import EVERYWHERE, TagInboxPage

Key = Qt.Key


@pytest.fixture
def sessions(empty_store: Store) -> tuple[str, str]:
    def make(title: str) -> str:
        return empty_store.do("Sessie", preparing.create_workshop, title=title, rounds=("Een",)).result

    return make("Twente"), make("Kennemerland")


@pytest.fixture
def place(begun: Callable[..., CapturePlace], sessions: tuple[str, str]) -> CapturePlace:
    place = begun()
    place.open_workshop(sessions[1])
    return place


@pytest.fixture
def inbox(place: CapturePlace) -> Callable[[], TagInboxPage]:
    def open_it() -> TagInboxPage:
        if place.ways.current != INBOX:
            QTest.keyClick(place.focusWidget(), Key.Key_F3)
        way = place.ways.way(INBOX)
        assert isinstance(way, TagInbox)
        assert isinstance(way.page, TagInboxPage)
        return way.page

    return open_it


def capture(place: CapturePlace, *lines: str) -> None:
    for line in lines:
        QTest.keyClicks(place.page.bar.line, line)
        QTest.keyClick(place.page.bar.line, Key.Key_Return)


def press(place: CapturePlace, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(place.focusWidget(), key)


def cell(page: TagInboxPage, row: int, column: int, role: int = int(Qt.ItemDataRole.DisplayRole)) -> str:
    return str(page.table.model().index(row, column).data(role))


def named(store: Store, title: str) -> tuple[set[str], tuple[str, ...]]:
    found = [block for block in store.read(boards.select_blocks, boards.Selection()) if block.title == title]
    return codes(store, found[0]), found[0].unknown_tags


def codes(store: Store, block: Block) -> set[str]:
    book = store.read(codebooks.codebook)
    return {book.code(code).name for code in block.codes}


def test_a_chip_above_the_list_counts_new_tags_and_opens_the_inbox(
    place: CapturePlace, inbox: Callable[[], TagInboxPage]
) -> None:
    chip = place.page.header.new_tags
    assert not chip.isVisible()
    capture(place, "Een #wijkgericht")
    assert chip.isVisible()
    assert chip.text() == "1 nieuwe tag"
    capture(place, "Twee #Wijk-gericht #buurtkamer")
    assert chip.text() == "2 nieuwe tags"

    chip.click()

    assert place.ways.current == INBOX
    assert inbox().table.hasFocus()
    place.ways.go_to_line()
    QTest.keyClick(place.page.bar.line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chip.text() == "1 nieuwe tag"


def test_the_table_says_what_waits_where_and_what_it_is_like(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store, sessions: tuple[str, str]
) -> None:
    empty_store.do("Vast", capturing.capture, "Elders #wijkgericht #ginds", workshop=sessions[0])
    capture(place, "Een #kantelmomentjes", "Twee #Wijk-gericht", "Drie #wijkgericht")
    page = inbox()

    row = [cell(page, 0, column) for column in (TAG, BLOCKS, SESSIONS, SUGGESTION)]
    assert row == ["#wijkgericht", "3", "Kennemerland, Twente", "–"]
    assert cell(page, 0, TAG, SMALL_ROLE) == "ook: #Wijk-gericht"
    assert (cell(page, 1, TAG), cell(page, 1, SUGGESTION)) == ("#kantelmomentjes", "Kantelmomenten")
    assert cell(page, 1, SUGGESTION, SMALL_ROLE) == "thema"
    assert cell(page, 1, TAG, int(Qt.ItemDataRole.AccessibleTextRole)) == (
        "#kantelmomentjes, bij 1 bouwsteen, lijkt op Kantelmomenten"
    )
    assert page.table.model().rowCount() == 2
    page.scope.choose(EVERYWHERE)
    page.scope_changed.emit()
    assert page.table.model().rowCount() == 3


def test_enter_takes_the_suggestion_and_undo_brings_the_tag_back(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store
) -> None:
    sentences = told(place)
    capture(place, "Een #kantelmomentjes", "Twee #kantelmomentjes", "Drie #buurtkamer")
    page = inbox()
    assert page.take.text() == "Het is Kantelmomenten"
    press(place, Key.Key_Return)

    assert sentences[-1] == (
        "#kantelmomentjes gekoppeld aan “Kantelmomenten” en voortaan bekend, 2 bouwstenen getagd."
    )
    assert named(empty_store, "Een") == ({"Kantelmomenten"}, ())
    assert (cell(page, 0, TAG), page.table.hasFocus()) == ("#buurtkamer", True)
    place._desk.undo()
    assert named(empty_store, "Twee") == (set(), ("#kantelmomentjes",))
    assert cell(page, 0, TAG) == "#kantelmomentjes"


def test_enter_without_a_suggestion_says_what_can_be_done(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store
) -> None:
    sentences = told(place)
    capture(place, "Een #xyzzy")
    assert not inbox().take.isVisible()
    press(place, Key.Key_Return)

    assert sentences[-1].startswith("Geen code lijkt op deze tag. N maakt er")
    assert named(empty_store, "Een") == (set(), ("#xyzzy",))


def test_n_makes_a_code_of_it_that_the_line_knows_at_once(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store
) -> None:
    sentences = told(place)
    capture(place, "Een #wijkgericht-werken", "Twee #wijkgericht-werken")
    page = inbox()
    press(place, Key.Key_N)
    assert (page.new_card.name.text(), page.new_card.dimension.value) == ("Wijkgericht werken", "thema")
    press(place, Key.Key_Return)

    assert sentences[-1] == "“Wijkgericht werken” als thema toegevoegd, 2 bouwstenen getagd."
    assert named(empty_store, "Twee") == ({"Wijkgericht werken"}, ())
    assert page.empty.isVisible()
    press(place, Key.Key_Escape)
    assert place.ways.current == LINE
    capture(place, "Drie #wijkgerichtwerken")
    assert named(empty_store, "Drie") == ({"Wijkgericht werken"}, ())


def test_the_new_code_can_have_another_name_dimension_and_group(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store
) -> None:
    capture(place, "Een #buurtkamer")
    page = inbox()
    press(place, Key.Key_N)
    QTest.keyClicks(page.new_card.name, "Kamer in de buurt")
    page.new_card.dimension.set_value("domein")
    page.new_card.dimension.picked.emit("domein")
    group = page.new_card.under.itemText(1)
    page.new_card.under.setCurrentIndex(1)
    press(place, Key.Key_Return)

    book = empty_store.read(codebooks.codebook)
    made = book.by_slug["domein", "kamer-in-de-buurt"]
    assert made.parent is not None
    assert (made.name, book.code(made.parent).name) == ("Kamer in de buurt", group)


def test_a_name_that_the_codebook_has_is_told_and_the_question_stays(
    place: CapturePlace, inbox: Callable[[], TagInboxPage]
) -> None:
    sentences = told(place)
    capture(place, "Een #buurtkamer")
    page = inbox()
    press(place, Key.Key_N)
    QTest.keyClicks(page.new_card.name, "Herstel")
    press(place, Key.Key_Return)

    assert "staat al in het codeboek" in sentences[-1]
    assert page.new_card.isVisible()
    press(place, Key.Key_Escape)
    assert not page.new_card.isVisible()
    assert page.table.hasFocus()


def test_m_finds_another_code_by_typing_and_can_leave_the_word_unknown(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store
) -> None:
    sentences = told(place)
    capture(place, "Een #smeris")
    page = inbox()
    press(place, Key.Key_M)
    assert page.map_card.learn.text() == "Voortaan is “smeris” een ander woord voor deze code"
    QTest.keyClicks(page.map_card.search, "polit")
    assert page.map_card.found.item(0).text() == "Politie"
    page.map_card.learn.click()
    page.map_card.search.setFocus()
    press(place, Key.Key_Down, Key.Key_Up, Key.Key_Return)

    assert sentences[-1] == "#smeris gekoppeld aan “Politie”, 1 bouwsteen getagd."
    assert named(empty_store, "Een") == ({"Politie"}, ())
    place.ways.go_to_line()
    capture(place, "Twee #smeris")
    assert named(empty_store, "Twee") == (set(), ("#smeris",))


def test_m_says_when_no_code_is_called_so(place: CapturePlace, inbox: Callable[[], TagInboxPage]) -> None:
    capture(place, "Een #smeris")
    page = inbox()
    press(place, Key.Key_M)
    assert page.map_card.found.count() > 0, "without a suggestion the codes used most are there"
    QTest.keyClicks(page.map_card.search, "qqqqqq")
    press(place, Key.Key_Return)

    assert not page.map_card.accept.isEnabled()
    assert page.map_card.isVisible()


def test_delete_takes_the_tag_off_with_a_way_back(
    place: CapturePlace, inbox: Callable[[], TagInboxPage], empty_store: Store
) -> None:
    sentences = told(place)
    capture(place, "Een #buurtkamer")
    inbox()
    press(place, Key.Key_Delete)

    assert sentences[-1] == "#buurtkamer weggehaald van 1 bouwsteen."
    assert named(empty_store, "Een") == (set(), ())
    place._desk.undo()
    assert named(empty_store, "Een") == (set(), ("#buurtkamer",))


def test_an_empty_inbox_says_so_and_f3_goes_there_and_back(
    place: CapturePlace, inbox: Callable[[], TagInboxPage]
) -> None:
    page = inbox()
    assert page.empty.isVisible()
    assert page.empty.button is not None
    assert page.empty.button.hasFocus()
    press(place, Key.Key_F3)
    assert place.ways.current == LINE
    assert place.page.bar.line.hasFocus()


def test_the_blocks_of_the_tag_are_named(place: CapturePlace, inbox: Callable[[], TagInboxPage]) -> None:
    capture(place, *(f"Zin {n} #buurtkamer" for n in range(5)))
    page = inbox()
    assert page.examples == "Bij “Zin 0”, “Zin 1”, “Zin 2” en nog 2"
