"""The codebook, with real keys on the real place and a real workspace."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.hands import focused, press

from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.colours import Colours
from bouwstenen_app.services import boards, codebook_editing, codebooks, tagging
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.codebook import CodebookPlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.code_tree import CodeTree, Node

Key, Mod = Qt.Key, Qt.KeyboardModifier
Drop = QAbstractItemView.DropIndicatorPosition


@pytest.fixture
def place(example_store: Store, jobs: Jobs, qtbot: QtBot, theme: Theme) -> Iterator[CodebookPlace]:
    window = QMainWindow()
    window.setMinimumSize(1024, 700)
    desk = Desk(example_store)
    place = CodebookPlace(desk, theme, Counting.of(desk, jobs))
    window.setCentralWidget(place)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    place.activated()
    yield place
    place.hide()


def book(store: Store) -> Codebook:
    return store.read(codebooks.codebook)


def named(store: Store, name: str) -> Code:
    return next(code for code in book(store).codes if code.name == name)


def look(place: CodebookPlace, code: Code) -> None:
    place.page.tree.look_at(Node(code.dimension, code.id))
    place.page.focus()


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def sentences(spy: QSignalSpy) -> list[str]:
    return [spy.at(number)[0] for number in range(spy.count())]


def test_the_tree_shows_every_dimension_and_the_number_of_blocks(
    place: CodebookPlace, example_store: Store
) -> None:
    tree = place.page.tree
    assert tree.topLevelItemCount() == len(book(example_store).dimensions)
    look(place, named(example_store, "Politie"))

    count = example_store.read(tagging.code_uses)[named(example_store, "Politie").id]
    assert tree.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole) == f"Politie, {count} bouwstenen"
    assert place.page.code.name.toPlainText() == "Politie"
    assert place.page.code.blocks.text() == f"{count} bouwstenen tonen"
    assert "@politie" in place.page.code.heading.text()
    assert place.subtitle() == "9 dimensies · 156 codes in gebruik"


def test_n_adds_a_code_under_the_group_and_undo_takes_it_away(place: CodebookPlace, example_store: Store) -> None:
    group = named(example_store, "Veiligheid")
    look(place, group)

    press(Key.Key_N)
    type_in("Boa's")
    press(Key.Key_Return)

    added = named(example_store, "Boa's")
    assert added.parent == group.id
    assert place.page.tree.node == Node("domein", added.id)
    assert QApplication.focusWidget() is place.page.tree
    assert place._desk.undoable().label == "Code “Boa's” toegevoegd"  # type: ignore[union-attr]
    place._desk.undo()
    assert "Boa's" not in {code.name for code in book(example_store).codes}
    assert place.page.tree.node == Node("domein")


def test_a_name_that_is_taken_is_told_and_can_be_changed(place: CodebookPlace, example_store: Store) -> None:
    spy = QSignalSpy(place.problem_told)
    look(place, named(example_store, "Politie"))

    press(Key.Key_N)
    type_in("politie")
    press(Key.Key_Return)

    assert sentences(spy) == ["“Politie” staat al in deze dimensie. Kies een andere naam."]
    assert place.page.asked is place.page.ask_new
    press(Key.Key_Escape)
    assert place.page.asked is None
    assert QApplication.focusWidget() is place.page.tree


def test_f2_renames_and_a_refused_name_comes_back(place: CodebookPlace, example_store: Store) -> None:
    look(place, named(example_store, "Politie"))

    press(Key.Key_F2)
    type_in("Politie en boa's")
    press(Key.Key_Return)
    assert named(example_store, "Politie en boa's").slug == "politie"

    type_in("x")
    place.page.code.name.setPlainText("Zorg")
    press(Key.Key_Return)
    assert place.page.code.name.toPlainText() == "Politie en boa's"


def test_an_edit_under_way_is_kept_for_its_own_code(place: CodebookPlace, example_store: Store) -> None:
    police = named(example_store, "Politie")
    look(place, police)
    place.page.code.definition.setFocus()
    place.page.code.definition.setPlainText("Agenten")

    look(place, named(example_store, "Zorg"))

    assert book(example_store).code(police.id).definition == "Agenten"
    assert place.page.code.definition.toPlainText() == named(example_store, "Zorg").definition


def test_words_are_given_one_per_line(place: CodebookPlace, example_store: Store) -> None:
    police = named(example_store, "Politie")
    look(place, police)
    place.page.code.synonyms.setFocus()
    place.page.code.synonyms.setPlainText("agent\n\nsmeris\n")
    place.page.code.abbreviations.setFocus()
    place.page.code.abbreviations.setPlainText("POL")
    place.page.finish()

    now = book(example_store).code(police.id)
    assert (now.synonyms, now.abbreviations) == (("agent", "smeris"), ("POL",))


def test_a_colour_that_is_too_light_is_told_with_one_that_can_be_read(
    place: CodebookPlace, example_store: Store
) -> None:
    police, form = named(example_store, "Politie"), place.page.code
    look(place, police)
    form.light.text.setFocus()
    form.light.text.selectAll()
    type_in("#ffdd33")
    press(Key.Key_Return)

    assert form.too_light.text() == "Deze kleur is te licht voor tekst. Neem #806E1A."
    assert book(example_store).code(police.id).colour == police.colour
    QTest.mouseClick(form.take, Qt.MouseButton.LeftButton)
    assert book(example_store).code(police.id).colour == "#806E1A"
    assert not form.too_light.isVisible()

    form.coloured.emit(police.id, Colours("rood"))
    assert form.too_light.text() == "rood is geen kleur. Schrijf een kleur als #BB4341."
    assert not form.take.isVisible()


def test_alt_and_an_arrow_move_a_code_and_a_dimension(place: CodebookPlace, example_store: Store) -> None:
    first, second = book(example_store).tops("domein")[:2]
    look(place, first)

    press(Key.Key_Down, held=Mod.AltModifier)
    assert [code.id for code in book(example_store).tops("domein")[:2]] == [second.id, first.id]
    assert place.page.tree.node == Node("domein", first.id)
    press(Key.Key_Up, Key.Key_Up, held=Mod.AltModifier)
    assert book(example_store).tops("domein")[0].id == first.id

    place.page.tree.look_at(Node("thema"))
    press(Key.Key_Up, held=Mod.AltModifier)
    assert book(example_store).dimensions[0].slug == "thema"


def test_a_drop_says_under_which_and_before_which_code(place: CodebookPlace, example_store: Store) -> None:
    tree = place.page.tree
    group, other = book(example_store).tops("domein")[:2]
    children = [code for code in book(example_store).of("domein") if code.parent == group.id]
    look(place, children[0])

    def landing(code: Code, where: Drop) -> object:
        return tree.landing(tree._lines[Node(code.dimension, code.id)], where)

    assert landing(other, Drop.OnItem) == ("domein", other.id, None)
    assert landing(other, Drop.AboveItem) == ("domein", None, other.id)
    assert landing(children[0], Drop.BelowItem) == ("domein", group.id, children[1].id)
    assert landing(children[-1], Drop.BelowItem) == ("domein", group.id, None)
    assert landing(group, Drop.BelowItem) == ("domein", group.id, children[0].id)
    tree.moved.emit(children[0].id, other.id, None)
    assert book(example_store).code(children[0].id).parent == other.id


def test_a_dropped_code_comes_under_the_other_and_stays_in_sight(
    place: CodebookPlace, example_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = place.page.tree
    group, other = book(example_store).tops("domein")[:2]
    child = next(code for code in book(example_store).of("domein") if code.parent == group.id)
    look(place, child)
    at = QPointF(tree.visualItemRect(tree._lines[Node("domein", other.id)]).center())
    # Without a screen nothing is really dragged: only where it would land has to be said.
    monkeypatch.setattr(CodeTree, "dropIndicatorPosition", lambda _: Drop.OnItem)
    drop = QDropEvent(at, Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, Mod.NoModifier)

    tree.dropEvent(drop)

    qtbot.waitUntil(lambda: book(example_store).code(child.id).parent == other.id)
    assert drop.dropAction() == Qt.DropAction.IgnoreAction, "the tree takes nothing away by itself"
    assert tree.node == Node("domein", child.id)


def test_m_merges_with_the_code_that_is_chosen(place: CodebookPlace, example_store: Store) -> None:
    spy = QSignalSpy(place.told)
    police, ggz = named(example_store, "Politie"), named(example_store, "Ggz")
    uses = example_store.read(tagging.code_uses)
    look(place, ggz)

    press(Key.Key_M)
    type_in("polit")
    assert place.page.ask_merge.outcome.text().endswith("van “Ggz” krijgen de code “Politie”.")
    press(Key.Key_Return)

    assert ggz.id not in example_store.read(tagging.code_uses)
    assert book(example_store).code(ggz.id).retired
    assert "Ggz" in book(example_store).code(police.id).synonyms
    assert place.page.tree.node == Node("domein", police.id)
    assert sentences(spy) == [f"“Ggz” samengevoegd met “Politie”, {uses[ggz.id]} bouwstenen."]
    place._desk.undo()
    assert example_store.read(tagging.code_uses) == uses


def test_s_gives_the_ticked_blocks_to_a_new_code(place: CodebookPlace, example_store: Store) -> None:
    police = named(example_store, "Politie")
    before = example_store.read(tagging.code_uses)[police.id]
    look(place, police)

    press(Key.Key_S)
    assert not place.page.ask_split.accept.isEnabled()
    type_in("Wijkagent")
    place.page.ask_split.blocks.setFocus()
    press(Key.Key_Space, Key.Key_Down, Key.Key_Space)
    assert f"nu 2 bouwstenen. Bij deze code blijven {before - 2} bouwstenen" in place.page.ask_split.told.text()
    place.page.ask_split.name.setFocus()
    press(Key.Key_Return)

    new = named(example_store, "Wijkagent")
    uses = example_store.read(tagging.code_uses)
    assert (uses[new.id], uses[police.id]) == (2, before - 2)
    assert "wijkagent" not in book(example_store).code(police.id).synonyms
    assert place.page.tree.node == Node("domein", new.id)


def test_a_search_in_the_checklist_ticks_only_what_it_shows(place: CodebookPlace, example_store: Store) -> None:
    look(place, named(example_store, "Politie"))
    press(Key.Key_S)
    split = place.page.ask_split
    title = str(split.model.data(split.model.index(0)))

    split.search.setText(title)
    QTest.mouseClick(split.all, Qt.MouseButton.LeftButton)

    assert len(split.model.on) == 1
    assert split.all.text() == "Niets aanvinken"


def test_delete_retires_and_brings_back_and_ctrl_d_makes_a_favourite(
    place: CodebookPlace, example_store: Store
) -> None:
    police = named(example_store, "Politie")
    look(place, police)

    press(Key.Key_D, held=Mod.ControlModifier)
    assert book(example_store).code(police.id).favourite
    press(Key.Key_Delete)
    assert book(example_store).code(police.id).retired
    assert place.page.code.retire.text() == "Weer gebruiken"
    assert example_store.read(tagging.code_uses)[police.id]
    press(Key.Key_Delete)
    assert not book(example_store).code(police.id).retired


def test_a_search_shows_the_first_code_and_nothing_found_is_said(
    place: CodebookPlace, example_store: Store
) -> None:
    press(Key.Key_F, held=Mod.ControlModifier)
    type_in("wijkagent")
    place._typing.timeout.emit()
    assert place.page.tree.node == Node("domein", named(example_store, "Politie").id)
    type_in("xyz")
    place._typing.timeout.emit()
    assert place.page.nothing.isVisible()
    press(Key.Key_Escape)
    place._typing.timeout.emit()
    assert not place.page.nothing.isVisible()
    press(Key.Key_Down)
    assert QApplication.focusWidget() is place.page.tree


def test_a_dimension_of_ones_own_is_made_filled_and_taken_away(place: CodebookPlace, example_store: Store) -> None:
    QTest.mouseClick(place.page.new_dimension, Qt.MouseButton.LeftButton)
    type_in("Wijk")
    press(Key.Key_Return)
    assert place.page.tree.node == Node("wijk")
    assert place.page.dimension.retire.text() == "Weghalen"

    press(Key.Key_N)
    type_in("Noord")
    press(Key.Key_Return)
    place.page.tree.look_at(Node("wijk"))
    assert place.page.dimension.retire.text() == "Laten vervallen"
    place.page.dimension.multiple.click()
    assert not book(example_store).dimension("wijk").multiple
    place.page.tree.look_at(Node("thema"))
    assert not place.page.dimension.retire.isVisible()


def test_a_codebook_goes_out_and_comes_in_again(place: CodebookPlace, example_store: Store, tmp_path: Path) -> None:
    spy = QSignalSpy(place.told)
    target = tmp_path / "boek.json"
    place.files.write(target)
    assert sentences(spy) == ["Het codeboek staat in boek.json."]
    data = json.loads(target.read_text(encoding="utf-8"))
    data["codes"][0]["name"] = "Sociale domein"
    target.write_text(json.dumps(data), encoding="utf-8")

    place.files.preview(target)

    asked = place.page.ask_import
    assert asked.told.text().startswith("0 nieuw, 1 gewijzigd, ")
    assert asked.lines.item(0).text().endswith("heet voortaan “Sociale domein”")
    assert QApplication.focusWidget() is asked.accept
    press(Key.Key_Return)
    assert book(example_store).codes[0].name == "Sociale domein"
    assert sentences(spy)[-1] == "Codeboek ingelezen: 0 nieuw, 1 gewijzigd."
    place.files.preview(target)
    assert not asked.accept.isVisible()
    assert asked.told.text().startswith("Alles in dit bestand staat er al precies zo")


def test_another_file_is_told(place: CodebookPlace, tmp_path: Path) -> None:
    spy = QSignalSpy(place.problem_told)
    (tmp_path / "lijst.csv").write_text("a;b\n1;2\n")

    place.files.preview(tmp_path / "lijst.csv")

    assert sentences(spy)[0].startswith("Dit is geen tabel van een codeboek.")
    assert place.page.asked is None


def test_esc_goes_from_a_field_to_the_tree_and_then_back_to_ordenen(
    place: CodebookPlace, example_store: Store
) -> None:
    spy = QSignalSpy(place.place_asked)
    look(place, named(example_store, "Politie"))
    press(Key.Key_F2, Key.Key_Escape)
    assert QApplication.focusWidget() is place.page.tree
    press(Key.Key_Escape)
    assert sentences(spy) == ["organise"]


def test_what_happens_elsewhere_is_seen(place: CodebookPlace, example_store: Store) -> None:
    police = named(example_store, "Politie")
    look(place, police)
    block = next(
        b for b in example_store.read(boards.select_blocks, boards.Selection()) if police.id not in b.codes
    )
    before = place._uses[police.id]

    place._desk.do("Tag", tagging.tag, [block.id], [police.id])

    assert place._uses[police.id] == before + 1
    assert place.page.tree.node == Node("domein", police.id)


@pytest.mark.parametrize("percent", [100, 150])
def test_every_state_fits_in_a_small_window(
    place: CodebookPlace, theme: Theme, example_store: Store, percent: int
) -> None:
    theme.scale_to(percent)
    look(place, named(example_store, "Politie"))
    page = place.page
    for ask in (place._ask_new, place._ask_dimension, place._ask_merge, place._ask_split):
        ask()
        QApplication.processEvents()
        assert page.asked is not None
        assert page.asked.minimumSizeHint().width() <= page._right.width()
        page.close_question()
    QApplication.processEvents()
    assert page.code.minimumSizeHint().width() <= page._right.width()


def test_r03_a_codebook_with_an_identifier_is_not_written(
    place: CodebookPlace, example_store: Store, tmp_path: Path
) -> None:
    code = book(example_store).codes[0]
    example_store.do("Uitleg", codebook_editing.describe, code.id, definition="Bel 06-12345678")
    told = QSignalSpy(place.problem_told)
    place.files.write(tmp_path / "boek.csv")
    assert told.at(0)[0].startswith(f"Er is niets geschreven: in Codeboek: {code.name} staat een telefoonnummer.")
    assert [*tmp_path.glob("boek*")] == []
