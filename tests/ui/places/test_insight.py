from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.hands import labels

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.services import boards, capturing, codebook_editing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui import counting
from bouwstenen_app.ui.places.insight import InsightPlace
from bouwstenen_app.ui.widgets.line_button import LineButton

Key = Qt.Key

Opened = Callable[[Store], InsightPlace]


def test_the_tiles_and_the_table_show_the_control_totals(
    weighed: Opened, example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    place = weighed(example_store)
    totals = sessions_file["controletotalen"]

    shown = labels(place)
    assert {"122", "bouwstenen uit 3 sessies", "291", "stemmen van 63 deelnemers", "3", "regio’s gehoord"} <= set(
        shown
    )
    model = place.model
    for row, theme in enumerate(codebook.tops(THEME)):
        for column, domain in enumerate(codebook.tops(DOMAIN)):
            count = totals["matrix_themagroep_x_domein"][theme.slug].get(domain.slug, 0)
            assert model.index(row, column).data() == (str(count) if count else "–")


def test_the_synergy_is_said_in_words_and_numbers(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    shown = labels(place)

    assert any(text.startswith("107 bouwstenen verbinden twee of meer domeinen.") for text in shown)
    assert "Sociaal domein + Advies en meldpunt" in shown
    assert "Straf + Jeugdbescherming" not in shown
    place.overview.more.click()
    assert "Straf + Jeugdbescherming" in labels(place)
    place.overview.more.click()
    assert place.overview.more.text() == "Alle 18 paren tonen"


def test_a_cell_asks_for_its_blocks_by_key_and_by_mouse(
    weighed: Opened, example_store: Store, codebook: Codebook
) -> None:
    place = weighed(example_store)
    asked: list[Selection] = []
    place.selection_asked.connect(asked.append)
    QTest.keyClick(place.table, Key.Key_Down)
    QTest.keyClick(place.table, Key.Key_Right)
    QTest.keyClick(place.table, Key.Key_Return)
    spot = place.table.visualRect(place.model.index(0, 2)).center()
    QTest.mouseClick(place.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    themes, domains = codebook.tops(THEME), codebook.tops(DOMAIN)
    assert asked[0].codes == {THEME: (themes[1].id,), DOMAIN: (domains[1].id,)}
    assert asked[1].codes == {THEME: (themes[0].id,), DOMAIN: (domains[2].id,)}
    assert example_store.read(boards.count, asked[0]) == int(place.model.index(1, 1).data())


def test_an_empty_cell_says_so_to_a_screen_reader(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    said = [
        place.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(10)
        for column in range(7)
    ]

    assert sum("nog geen bouwstenen" in text for text in said) == 8
    assert "Vroegtijdig samenwerken × Zorg: 6 bouwstenen" in said


def test_the_table_is_copied_for_a_spreadsheet(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    sentences: list[str] = []
    place.told.connect(lambda sentence, _: sentences.append(sentence))
    QTest.keyClick(place.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[1:4] == ["Sociaal domein", "Zorg", "Straf"]
    assert lines[1].split("\t")[:4] == ["Vroegtijdig samenwerken", "29", "6", "2"]
    assert len(lines) == 11
    assert "gekopieerd" in sentences[0]


def test_what_has_most_votes_opens_in_order(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    asked: list[Selection] = []
    place.selection_asked.connect(asked.append)
    line = place.findChildren(LineButton)[0]
    line.setFocus()
    QTest.keyClick(line, Key.Key_Space)

    assert line.text().startswith("▲ 9")
    assert example_store.read(boards.count, asked[0]) == 1


def test_numbers_follow_what_changes_and_undo(weighed: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = weighed(example_store)
    workshop = example_store.read(preparing.workshops)[0].id
    place._desk.do("Bouwsteen", capturing.capture, "Nieuw @straf #brede-aanpak", workshop=workshop)
    qtbot.waitUntil(lambda: "123" in labels(place), timeout=5000)

    place._desk.undo()
    qtbot.waitUntil(lambda: "122" in labels(place), timeout=5000)


def test_a_place_out_of_sight_counts_when_it_comes_back(weighed: Opened, example_store: Store) -> None:
    place = weighed(example_store)
    place.hide()
    workshop = example_store.read(preparing.workshops)[0].id
    place._desk.do("Bouwsteen", capturing.capture, "Nieuw @straf", workshop=workshop)
    place.show()

    assert "123" in labels(place)


def test_an_empty_workspace_offers_the_next_step(weighed: Opened, empty_store: Store) -> None:
    place = weighed(empty_store)
    asked: list[str] = []
    place.place_asked.connect(asked.append)
    assert place._empty.button is not None
    QTest.keyClick(place._empty.button, Key.Key_Space)

    assert asked == ["capture"]


def test_many_blocks_are_counted_in_the_background(
    weighed: Opened, example_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 10)
    place = weighed(example_store)

    qtbot.waitUntil(lambda: "bouwstenen uit 3 sessies" in labels(place), timeout=5000)


def test_r03_a_table_with_an_identifier_is_not_copied(weighed: Opened, example_store: Store) -> None:
    code = next(one for one in example_store.read(codebook).codes if one.name == "Vroegtijdig samenwerken")
    example_store.do("Naam", codebook_editing.rename, code.id, "Bel 06-12345678")
    QGuiApplication.clipboard().setText("van eerst")
    place = weighed(example_store)
    problems: list[str] = []
    place.problem_told.connect(problems.append)
    QTest.keyClick(place.table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "er staat een telefoonnummer in" in problems[0]
    assert QGuiApplication.clipboard().text() == "van eerst"
