"""The agenda as a table: its columns."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.ui.models.agenda import AgendaModel
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.agenda_table import METHOD, NAME, QUESTION, TEXT, AgendaTable


@pytest.mark.parametrize("width", [440, 540, 600, 900])
def test_no_word_in_the_name_of_a_round_is_broken(theme: Theme, qtbot: QtBot, width: int) -> None:
    model = AgendaModel()
    model.set_steps([Round("1", "Ronde 2: van kinderen tot volwassenen", 2, question="Waar valt de lijn?")])
    table = AgendaTable(theme, model)
    qtbot.addWidget(table)
    table.resize(width, 400)
    table.show()

    widest = QFontMetrics(theme.font(TEXT, QFont.Weight.Bold)).horizontalAdvance("volwassenen")
    assert table.view.columnWidth(NAME) >= widest + 2 * theme.px(8)
    shown = [table.view.columnWidth(column) for column in range(5)]
    assert sum(shown) <= table.view.viewport().width()
    assert table.view.columnWidth(QUESTION) > table.view.columnWidth(METHOD)


def test_a_word_without_end_leaves_half_of_the_room_to_the_question(theme: Theme, qtbot: QtBot) -> None:
    model = AgendaModel()
    model.set_steps([Round("1", "x" * 200, 1, question="Waar valt de lijn?")])
    table = AgendaTable(theme, model)
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.show()

    others = table.view.columnWidth(QUESTION) + table.view.columnWidth(METHOD)
    assert table.view.columnWidth(NAME) <= others + 1


@pytest.mark.parametrize("width", [440, 540, 600, 900])
def test_no_word_of_a_method_or_a_question_is_broken(theme: Theme, qtbot: QtBot, width: int) -> None:
    model = AgendaModel()
    name, question = "Ronde 3: organisatie-onafhankelijk", "Hoe blijft de bereidheid om te melden?"
    model.set_steps([Round("1", name, 3, question=question, method="individueel, dan tafelgroepen")])
    table = AgendaTable(theme, model)
    qtbot.addWidget(table)
    table.resize(width, 400)
    table.show()

    metrics, around = QFontMetrics(theme.font(TEXT)), 2 * theme.px(8)
    assert table.view.columnWidth(QUESTION) >= metrics.horizontalAdvance("bereidheid") + around
    if not table.view.isColumnHidden(METHOD):
        assert table.view.columnWidth(METHOD) >= metrics.horizontalAdvance("tafelgroepen") + around
    assert sum(table.view.columnWidth(column) for column in range(5)) <= table.view.viewport().width()
