import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.hands import labels

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.services import auditing, boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import CodeRow
from bouwstenen_app.ui.places.insight import OVERVIEW, InsightPlace
from bouwstenen_app.ui.places.insight_figures import (
    HEARD,
    MATRIX,
    MOMENTS,
    SUPPORT,
    SYNERGY,
    THEMES,
    narrowed,
)
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.figure_card import COPY, PNG, SVG, TEXT, FigureCard

RESOURCES = Path(__file__).parents[3] / "resources"
Key = Qt.Key
Opened = Callable[[Store], InsightPlace]


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="donker")


def cards(place: InsightPlace) -> list[FigureCard]:
    return [card for card in place.findChildren(FigureCard) if card.isVisible()]


def press(place: InsightPlace, key: Qt.Key) -> None:
    focused = place.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_page_down_goes_through_the_figures_and_the_table_has_the_focus(
    weighed: Opened, example_store: Store
) -> None:
    place = weighed(example_store)
    seen = [place.key]
    for _ in range(7):
        press(place, Key.Key_PageDown)
        seen.append(place.key)
    assert seen == [OVERVIEW, MATRIX, SYNERGY, MOMENTS, SUPPORT, HEARD, THEMES, THEMES]

    press(place, Key.Key_PageUp)
    assert place.key == HEARD
    assert place.figures.regions.view.hasFocus()


def test_every_figure_is_drawn_dark_on_white_and_saved_as_svg_and_png(
    weighed: Opened, example_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [block.id for block in example_store.read(boards.select_blocks, Selection(query="terugkoppeling"))]
    example_store.do("Bundel", bundling.bundle_blocks, ids)
    place = weighed(example_store)
    chosen: list[Path] = []

    def ask(*words: object) -> tuple[str, str]:
        chosen.append(tmp_path / f"figuur {len(chosen)}{Path(str(words[2])).suffix}")
        return str(chosen[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    for page in (MATRIX, SYNERGY, MOMENTS, SUPPORT, HEARD, THEMES):
        place.go(page)
        QApplication.processEvents()
        for card in cards(place):
            for how in (SVG, PNG):
                card.take_asked.emit(how)

    assert len(chosen) == 2 * 9
    told = [entry.line.told for entry in example_store.read(auditing.entries, example_store.laptop)]
    assert told == ["Geëxporteerd (figuur)"] * len(chosen)
    for path in chosen:
        if path.suffix == ".svg":
            root = ET.fromstring(path.read_text(encoding="utf-8"))
            words = " ".join(node.text or "" for node in root.iter() if node.tag.endswith("text"))
            assert len(words) > 40, path
        else:
            image = QImage(str(path))
            assert image.pixelColor(0, 0).name() == "#ffffff"
            colours = {
                image.pixelColor(x, y).name()
                for x in range(0, image.width(), 7)
                for y in range(0, image.height(), 7)
            }
            assert len(colours) > 3, path


def test_a_figure_is_copied_as_picture_and_as_text(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    told: list[str] = []
    place.told.connect(lambda sentence, _: told.append(sentence))
    place.go(THEMES)
    QTest.keyClick(
        place.figures.themes.view,
        Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    copied = QGuiApplication.clipboard().mimeData()
    assert copied.hasImage()
    assert copied.text().split("\n")[0].startswith("Sessie, op datum\tNieuwe thema’s")
    QTest.keyClick(place.figures.themes.view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not QGuiApplication.clipboard().mimeData().hasImage()
    assert len(told) == 2


def test_any_dimension_stands_against_any_other_and_can_be_turned(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    page = place.figures.matrix
    page.rows.set_value("soort")
    page.rows.picked.emit("soort")
    assert place.figures.model.headerData(0, Qt.Orientation.Vertical) == "Werkt goed"
    page.swap.click()
    assert place.figures.model.headerData(0, Qt.Orientation.Horizontal) == "Werkt goed"
    assert any("Domein en partner × soort bouwsteen: aantal bouwstenen" in text for text in labels(place))


def test_votes_and_sessions_stand_in_the_cells_instead(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    first = place.figures.model.index(0, 0)
    assert first.data() == "29"
    buttons = {button.text(): button for button in place.figures.matrix.measure.findChildren(QPushButton)}
    buttons["Sessies"].click()
    assert first.data() == "3"
    assert place.figures.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("3 sessies")
    buttons["Stemmen"].click()
    assert int(first.data()) > 29


def test_groups_fold_open_by_key_and_the_cursor_stays(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    model, table = place.figures.model, place.figures.matrix.table
    table.setCurrentIndex(model.index(1, 2))
    QTest.keyClick(table, Key.Key_R)
    assert model.rowCount() == 10 + 5
    assert model.headerData(2, Qt.Orientation.Vertical) == "Kantelmomenten"
    QTest.keyClick(table, Key.Key_K)
    assert model.columnCount() == 7 + 5
    row, column = model.cell(table.currentIndex()) or (None, None)
    assert row is not None
    assert column is not None
    assert (row.slug, column.slug) == ("leefwereld-en-kantelmomenten", "straf")
    table.setCurrentIndex(model.index(3, 4))
    QTest.keyClick(table, Key.Key_R)
    assert model.rowCount() == 10
    assert model.headerData(table.currentIndex().row(), Qt.Orientation.Vertical) == "Leefwereld en kantelmomenten"
    place.figures.matrix.open_all.click()
    assert (model.rowCount(), model.columnCount()) == (55, 37)
    place.figures.matrix.close_all.click()
    assert (model.rowCount(), model.columnCount()) == (10, 7)


def test_a_click_on_a_name_folds_it(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    QApplication.processEvents()
    head = place.figures.matrix.table.verticalHeader()
    spot = head.rect().topLeft()
    spot.setX(20)
    spot.setY(head.sectionViewportPosition(0) + 10)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert place.figures.model.headerData(1, Qt.Orientation.Vertical) == "Vroegtijdige samenwerking"


def test_white_spots_of_an_almost_empty_matrix_are_no_alarm(weighed: Opened, empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    empty_store.do("Vast", capturing.capture, "Een enkele @politie #leefwereld", workshop=workshop)
    place = weighed(empty_store)
    assert "nog zonder bouwsteen, van thema × domein" in labels(place)
    place.go(MATRIX)

    assert "Witte vlekken: 69. Dat zijn er te veel om iets te zeggen: tag eerst meer." in labels(place)


def test_white_spots_are_named_and_each_leads_to_its_cell(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    assert "Witte vlekken: 8" in labels(place)
    spot = next(
        button
        for button in place.figures.matrix.findChildren(QPushButton)
        if button.text() == "Brede aanpak × Straf"
    )
    spot.click()

    assert place.figures.matrix.table.hasFocus()
    index = place.figures.matrix.table.currentIndex()
    assert index.data() == "–"
    assert "witte vlek" in index.data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("page", [MATRIX, MOMENTS])
def test_enter_on_a_cell_asks_for_exactly_its_blocks(weighed: Opened, example_store: Store, page: str) -> None:
    place = weighed(example_store)
    place.filter.field.setText("stemmen>0")
    place.filter.field.returnPressed.emit()
    place.go(page)
    asked: list[Selection] = []
    place.selection_asked.connect(asked.append)
    table = place.figures.matrix.table if page == MATRIX else place.figures.moments[0].table
    model = table.model()
    table.setCurrentIndex(model.index(1, 1))
    QTest.keyClick(table, Key.Key_Return)

    count = model.index(1, 1).data()
    assert example_store.read(boards.count, asked[0]) == (0 if count == "–" else int(count))


def test_two_codes_of_one_dimension_are_asked_for_together(example_store: Store, codebook: Codebook) -> None:
    one, other = codebook.by_slug[DOMAIN, "zorg"], codebook.by_slug[DOMAIN, "straf"]
    both = narrowed(Selection(query="de"), one, other)
    alone = narrowed(Selection(), one, one)

    assert both.codes == {DOMAIN: (one.id,)}
    assert both.query == "de domein:straf"
    assert alone == Selection(codes={DOMAIN: (one.id,)})
    found = example_store.read(boards.select_blocks, narrowed(Selection(), one, other))
    tops = [{codebook.top(code).id for code in block.codes} for block in found]
    assert tops
    assert all({one.id, other.id} <= top for top in tops)


def test_the_line_and_a_region_narrow_every_figure(weighed: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = weighed(example_store)
    first = next(one for one in example_store.read(preparing.workshops) if "signaal" in one.title)
    place.filter.source.picked.emit(f"r:{first.region}")
    assert "bouwstenen uit 1 sessie" in labels(place)
    assert place.selection.workshops == (first.id,)
    place.go(HEARD)
    assert place.figures.regions.view.figure.rowCount() == 1
    QTest.keyClicks(place.filter.field, "zoietsbestaatniet")
    qtbot.waitUntil(lambda: "Geen bouwsteen past bij deze keuze." in labels(place), timeout=3000)
    place._none.accepted.emit()
    assert place.selection == Selection()
    assert place.figures.regions.view.figure.rowCount() == 3


def test_a_row_asks_for_the_blocks_behind_it(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    asked: list[Selection] = []
    place.selection_asked.connect(asked.append)
    for page, card in (
        (HEARD, place.figures.regions),
        (HEARD, place.figures.organisations),
        (HEARD, place.figures.absent),
        (THEMES, place.figures.themes),
    ):
        place.go(page)
        card.view.setCurrentIndex(card.view.model().index(0, 0))
        QTest.keyClick(card.view, Key.Key_Return)

    assert len(asked) == 4
    assert all(example_store.read(boards.count, selection) for selection in asked)
    place.go(SYNERGY)
    place.figures.synergy.view.row_asked.emit(0)
    assert asked[-1].codes is not None


def test_without_bundles_it_says_how_to_make_one(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(SUPPORT)

    assert any("Er zijn nog geen bundels." in text for text in labels(place))
    assert not place.figures.support.button.isVisible()


def test_bundles_are_followed_while_the_page_is_in_sight(
    weighed: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = weighed(example_store)
    place.go(SUPPORT)
    ids = [block.id for block in example_store.read(boards.select_blocks, Selection(query="terugkoppeling"))]
    place._desk.do("Bundel", bundling.bundle_blocks, ids)

    qtbot.waitUntil(lambda: place.figures.support.view.figure.rowCount() == 1, timeout=3000)
    assert place.figures.support.view.figure.index(0, 1).data().startswith("in meer")


def test_a_folder_that_cannot_be_written_is_told(
    weighed: Opened, example_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    problems: list[str] = []
    place.problem_told.connect(problems.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "weg" / "figuur"), ""))
    place.figures.matrix.card.take_asked.emit(PNG)

    assert "figuur.png kon niet worden geschreven" in problems[0]


def test_every_way_to_take_a_figure_is_in_its_menu(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(MATRIX)
    card = place.figures.matrix.card
    ways: list[str] = []
    card.take_asked.disconnect()
    card.take_asked.connect(ways.append)
    for action in card.menu.actions():
        action.trigger()

    assert ways == [COPY, TEXT, PNG, SVG]


def test_a_workspace_without_some_dimensions_still_shows_its_figures(
    weighed: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = weighed(example_store)
    for page in (MATRIX, SYNERGY, MOMENTS, SUPPORT, HEARD, THEMES):
        place.go(page)
    assert place.figures.matrix.rows.value == THEME
    assert place.figures.moments[0].isHidden() is False


def test_a_matrix_without_codes_does_not_say_that_everything_was_mentioned(
    weighed: Opened, example_store: Store, codebook: Codebook
) -> None:
    gone = {code.id: {"removed": True} for code in codebook.of(THEME)}
    example_store.do("Uit het codeboek", journal.update_rows, CodeRow, gone)
    place = weighed(example_store)

    place.go(MATRIX)

    said = [label.text() for label in place.figures.matrix.findChildren(QLabel)]
    assert not any("alles is genoemd" in text for text in said)
    assert any("geen codes" in text for text in said)


def test_the_keys_to_take_a_figure_along_work_wherever_the_focus_is(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.go(HEARD)
    QGuiApplication.clipboard().clear()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(place.filter.field, Key.Key_C, keys)
    assert QGuiApplication.clipboard().text().startswith("Regio\t")

    place.figures.organisations.view.setFocus()
    QTest.keyClick(place.figures.organisations.view, Key.Key_C, keys)
    assert QGuiApplication.clipboard().text().startswith("Soort organisatie\t")
    place.filter.field.setFocus()
    QTest.keyClick(place.filter.field, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert place.figures.regions.menu.isVisible()
    place.figures.regions.menu.close()


@pytest.mark.parametrize("how", [TEXT, COPY, SVG, PNG])
def test_r03_a_figure_with_an_identifier_is_not_taken_along(
    weighed: Opened, example_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    ids = [block.id for block in example_store.read(boards.select_blocks, Selection())]
    bundle = example_store.do("Bundel", bundling.bundle_blocks, ids[:2]).result
    example_store.do("Titel", bundling.edit_bundle, bundle, title="Bel 06-12345678")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "figuur"), ""))
    QGuiApplication.clipboard().setText("van eerst")
    place = weighed(example_store)
    problems: list[str] = []
    place.problem_told.connect(problems.append)
    place.go(SUPPORT)
    place.figures.support.take_asked.emit(how)

    assert "er staat een telefoonnummer in" in problems[0]
    assert QGuiApplication.clipboard().text() == "van eerst"
    assert [*tmp_path.glob("figuur*")] == []
