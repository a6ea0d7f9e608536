import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import KIND, THEME, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.code_picker import CodePicker
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE, GROUP_ROLE

CHECKED = Qt.CheckState.Checked


@pytest.fixture
def picker(qtbot: QtBot, theme: Theme, codebook: Codebook) -> CodePicker:
    made = CodePicker(theme, codebook)
    qtbot.addWidget(made)
    return made


def test_the_codes_stand_under_their_groups(picker: CodePicker) -> None:
    picker.choose(THEME, [], QPoint(10, 10))
    first, second = picker.found.item(0), picker.found.item(1)
    assert first.data(GROUP_ROLE)
    assert (first.data(DEPTH_ROLE), second.data(DEPTH_ROLE)) == (0, 1)


def test_who_searches_sees_the_group_beside_the_name(picker: CodePicker) -> None:
    picker.choose(THEME, [], QPoint(10, 10))
    QTest.keyClicks(picker.search, "kantelmomenten")
    rows = [picker.found.item(row) for row in range(picker.found.count())]
    assert next(row for row in rows if row.text() == "Kantelmomenten").data(DETAIL_ROLE)
    assert picker.search.accessibleDescription() == rows[0].text()


def test_what_is_on_is_ticked(picker: CodePicker, codebook: Codebook) -> None:
    idea = next(code for code in codebook.of(KIND) if code.name == "Idee")
    picker.choose(KIND, [idea.id], QPoint(10, 10))
    ticked = [
        item.text() for item in map(picker.found.item, range(picker.found.count())) if item.checkState() == CHECKED
    ]
    assert ticked == ["Idee"]


def test_a_short_list_makes_a_low_window(picker: CodePicker) -> None:
    picker.choose(THEME, [], QPoint(10, 10))
    long = picker.height()
    picker.choose(KIND, [], QPoint(10, 10))
    assert picker.height() < long
