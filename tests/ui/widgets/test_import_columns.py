"""The columns of a table from a file."""

from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.given_blocks import GivenTable
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.import_columns import SHOWN, ImportColumns

NAMES = (("", "Niet overnemen"), ("titel", "Titel"), ("nodig", "Wat is nodig"), ("stemmen", "Stemmen"))
TABLE = GivenTable("", ("Wat", "", "Aantal"), tuple((n, (f"Eén {n}", "b\nb", "3")) for n in range(2, 12)))


def test_the_first_rows_stand_under_the_fields(theme: Theme, qtbot: QtBot) -> None:
    columns = ImportColumns(theme)
    qtbot.addWidget(columns)
    columns.show_table(TABLE, ("titel", "", "stemmen"), NAMES)
    assert columns.rowCount() == 1 + SHOWN
    assert [columns.horizontalHeaderItem(place).text() for place in range(3)] == ["Wat", "Kolom 2", "Aantal"]
    assert [columns.item(1, place).text() for place in range(3)] == ["Eén 2", "b b", "3"]
    assert [choice.currentText() for choice in columns.choices] == ["Titel", "Niet overnemen", "Stemmen"]
    assert columns.choices[1].accessibleName() == "Wat er in kolom Kolom 2 staat"


def test_what_can_be_one_column_moves_when_it_is_chosen_again(theme: Theme, qtbot: QtBot) -> None:
    columns = ImportColumns(theme)
    qtbot.addWidget(columns)
    columns.show_table(TABLE, ("titel", "nodig", "stemmen"), NAMES)
    for place, field in ((2, "titel"), (0, "nodig")):
        columns.choices[place].set_value(field)
        with qtbot.waitSignal(columns.changed, timeout=1_000):
            columns.choices[place].picked.emit(field)
    assert columns.fields == ("nodig", "nodig", "titel")
