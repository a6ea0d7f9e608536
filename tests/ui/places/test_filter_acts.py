from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bouwstenen_app.domain.codebook import KIND, Codebook
from bouwstenen_app.services import filters
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.widgets.chips import Chip

Opened = Callable[[Store], OrganisePlace]
Key = Qt.Key


def names(place: OrganisePlace) -> list[str]:
    QApplication.processEvents()
    return [chip.text() for chip in place.page.filters.findChildren(Chip) if chip.isVisible()]


def chip(place: OrganisePlace, text: str) -> Chip:
    QApplication.processEvents()
    return next(c for c in place.page.filters.findChildren(Chip) if c.isVisible() and c.text().endswith(text))


def keep(place: OrganisePlace, name: str) -> None:
    QTest.mouseClick(place.page.filters.save, Qt.MouseButton.LeftButton)
    place.page.filters.naming.line.setText(name)
    QTest.keyClick(place.page.filters.naming.line, Key.Key_Return)


def test_what_is_chosen_is_kept_under_a_name_and_chosen_again_by_a_click(
    organised: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = organised(example_store)
    assert not place.page.filters.isVisible()
    wanted = Selection(query="wijk", codes={KIND: (codebook.by_slug[KIND, "idee"].id,)})
    place.show_selection(wanted)
    assert place.page.filters.save.isVisible()
    keep(place, "Ideeën voor de wijk")
    assert names(place) == ["✓ Ideeën voor de wijk"]
    assert not place.page.filters.save.isVisible()
    assert [one.query for one in example_store.read(filters.filters)] == ["soort:Idee wijk"]
    place.show_selection(Selection())
    assert names(place) == ["Ideeën voor de wijk"]
    chip(place, "wijk").click()
    assert place.selection == wanted
    assert place.page.filter.text() == "wijk"
    chip(place, "wijk").click()
    assert place.selection == Selection()


def test_a_filter_without_a_name_is_refused_and_the_question_stays(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    told: list[str] = []
    place.problem_told.connect(told.append)
    place.show_selection(Selection(query="wijk"))
    keep(place, " ")
    assert len(told) == 1
    assert place.page.filters.naming.isVisible()
    QTest.keyClick(place.page.filters.naming.line, Key.Key_Escape)
    assert not place.page.filters.naming.isVisible()
    assert not example_store.read(filters.filters)


def test_filters_are_renamed_moved_and_thrown_away_and_undo_brings_them_back(
    organised: Opened, example_store: Store
) -> None:
    place = organised(example_store)
    for word in ("wijk", "gezin"):
        place.show_selection(Selection(query=word))
        keep(place, word)
    first, second = (one.id for one in example_store.read(filters.filters))
    row = place.page.filters
    row.move_asked.emit(second, -1)
    row.renamed.emit(first, "de wijk")
    row.removal_asked.emit(second)
    assert names(place) == ["de wijk"]
    for _ in range(3):
        place._desk.undo()
    assert names(place) == ["wijk", "✓ gezin"]


def test_a_filter_is_a_command_of_the_palette(organised: Opened, example_store: Store) -> None:
    place = organised(example_store)
    place.show_selection(Selection(query="wijk"))
    keep(place, "Wijk")
    place.show_selection(Selection())
    command = next(one for one in place.commands() if one.words == "Filter: Wijk")
    command.act()
    assert place.selection == Selection(query="wijk")


def test_many_filters_are_in_a_menu(organised: Opened, example_store: Store) -> None:
    for number in range(11):
        example_store.do("b", filters.save, f"Filter {number}", Selection(query=f"woord{number}"))
    place = organised(example_store)
    assert names(place)[-1] == "nog 3…"
