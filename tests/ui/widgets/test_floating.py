from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.floating import FOOT, Floating


def made(qtbot: QtBot, theme: Theme) -> tuple[QWidget, QWidget, Floating]:
    page, bar = QWidget(), QWidget()
    row = QHBoxLayout(bar)
    row.addWidget(QLabel("Opgeslagen"))
    row.addWidget(QPushButton("Openen"))
    bar.hide()
    page.resize(900, 500)
    qtbot.addWidget(page)
    floating = Floating(theme, bar, page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page, bar, floating


def test_it_stands_in_the_middle_above_the_bottom_and_follows_the_page(qtbot: QtBot, theme: Theme) -> None:
    page, bar, _ = made(qtbot, theme)
    assert not bar.isVisible()
    bar.show()
    QApplication.processEvents()
    assert (bar.width(), bar.geometry().bottom()) == (560, 500 - FOOT - 1)
    assert bar.x() == (900 - 560) // 2

    page.resize(400, 300)
    QApplication.processEvents()
    assert (bar.width(), bar.geometry().bottom()) == (360, 300 - FOOT - 1)


def test_it_goes_by_itself_but_not_while_someone_uses_it(qtbot: QtBot, theme: Theme) -> None:
    _, bar, floating = made(qtbot, theme)
    bar.show()
    floating.go_by_itself()
    assert floating._timer.isActive()
    button = bar.findChild(QPushButton)
    button.setFocus()
    floating._timer.timeout.emit()
    assert bar.isVisible()

    button.clearFocus()
    floating._timer.timeout.emit()
    assert not bar.isVisible()
    floating.stay()
    assert not floating._timer.isActive()
