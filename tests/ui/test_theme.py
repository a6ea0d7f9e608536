from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.look import DARK, LIGHT
from bouwstenen_app.ui.theme import Theme


def test_choosing_another_theme_tells_everyone_and_dresses_the_application(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.choose(DARK)
    assert theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")
    assert theme.look.colour("surface") in qapp.styleSheet()


def test_choosing_the_same_theme_again_does_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(LIGHT)
        theme.choose("roze")


def test_the_text_grows_and_every_label_with_it(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("Bouwsteen")
    qtbot.addWidget(label)
    label.setProperty("kind", "title")
    label.ensurePolished()
    before = label.sizeHint()
    theme.scale_to(200)
    label.ensurePolished()
    assert theme.px(10) == 20
    assert label.sizeHint().width() > 1.8 * before.width()


def test_the_text_never_becomes_smaller_than_100_or_larger_than_200(theme: Theme) -> None:
    theme.scale_to(20)
    assert theme.percent == 100
    theme.scale_to(900)
    assert theme.percent == 200


def test_colours_are_those_of_the_moment(theme: Theme) -> None:
    light = theme.colour("surface")
    theme.choose(DARK)
    assert theme.colour("surface") != light
    assert isinstance(light, QColor)


def test_a_disabled_icon_is_fainter(theme: Theme) -> None:
    icon = theme.icon("undo")
    assert len(icon.availableSizes()) >= 1
    assert not theme.app_icon().isNull()
