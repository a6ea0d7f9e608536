from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.notice import NoticeBar


def on_a_page(theme: Theme, qtbot: QtBot, width: int = 800) -> NoticeBar:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(width, 600)
    notice = NoticeBar(theme, page)
    page.show()
    return notice


def test_it_says_what_happened_and_offers_to_undo_it(theme: Theme, qtbot: QtBot) -> None:
    notice = on_a_page(theme, qtbot)
    assert notice.text == ""
    notice.tell("12 bouwstenen getagd", undo=True)
    assert notice.text == "12 bouwstenen getagd"
    undo = notice.findChild(QPushButton)
    with qtbot.waitSignal(notice.undo_asked, timeout=1000):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert notice.text == ""


def test_good_news_goes_by_itself_and_a_problem_stays(theme: Theme, qtbot: QtBot) -> None:
    notice = on_a_page(theme, qtbot)
    notice.tell("Opgeslagen")
    assert notice.goes_by_itself
    notice.tell_problem("De schijf is vol. Maak ruimte vrij.")
    assert not notice.goes_by_itself
    assert notice.text == "De schijf is vol. Maak ruimte vrij."


def test_it_takes_no_focus(theme: Theme, qtbot: QtBot) -> None:
    notice = on_a_page(theme, qtbot)
    field = QPushButton("veld", notice.parentWidget())
    field.show()
    field.setFocus()
    notice.tell("Gedaan", undo=True)
    assert notice.window().focusWidget() is field


def test_a_long_sentence_wraps_and_stays_inside(theme: Theme, qtbot: QtBot) -> None:
    notice = on_a_page(theme, qtbot, width=420)
    notice.tell_problem("De werkmap kon niet worden opgeslagen: de schijf is vol. " * 3)
    page = notice.parentWidget()
    assert page.rect().contains(notice.geometry())
    page.resize(360, 500)
    assert page.rect().contains(notice.geometry())
