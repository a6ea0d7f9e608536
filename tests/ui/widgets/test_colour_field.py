"""A colour as text: told when it is done, and never while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.colours import Colours
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.code_sample import CodeSample
from bouwstenen_app.ui.widgets.colour_field import ColourField


def test_a_colour_is_told_once_when_it_is_written(qtbot: QtBot, theme: Theme) -> None:
    field = ColourField(theme, "Kleur")
    qtbot.addWidget(field)
    field.set_colour("#BB4341")
    spy = QSignalSpy(field.picked)

    field.text.selectAll()
    QTest.keyClicks(field.text, "#123456")
    assert spy.count() == 0
    QTest.keyClick(field.text, Qt.Key.Key_Return)
    QTest.keyClick(field.text, Qt.Key.Key_Return)

    assert [spy.at(n)[0] for n in range(spy.count())] == ["#123456"]


def test_what_is_being_typed_is_not_overwritten(qtbot: QtBot, theme: Theme) -> None:
    whole = QWidget()
    field = ColourField(theme, "Kleur")
    QVBoxLayout(whole).addWidget(field)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
    field.text.setFocus()
    QTest.keyClicks(field.text, "#12")

    field.set_colour("#BB4341")

    assert field.text.text() == "#12"


def test_a_sample_shows_the_chip_in_light_and_in_dark(qtbot: QtBot, theme: Theme) -> None:
    sample = CodeSample(theme)
    qtbot.addWidget(sample)
    sample.resize(400, 46)
    sample.show_code("Zorg", Colours("#BB4341", "#FC9A92", "#FDEBE9"))

    picture = sample.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)

    width, middle = picture.width(), picture.height() // 2
    assert picture.pixelColor(width // 2 - 20, middle).name() == "#ffffff"
    assert picture.pixelColor(width - 20, middle).name() == "#1e1e1e"
    assert sample.accessibleName() == "Zo ziet “Zorg” eruit in licht en in donker"
