from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.cuts import cut_off

from bouwstenen_app.ui.dialogs.bug import BugDialog
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[QLineEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    line = QLineEdit(page)
    with qtbot.waitActive(page):
        page.show()
    line.setFocus()
    yield line
    page.close()


def shown(theme: Theme, qtbot: QtBot, field: QLineEdit, *, kept: bool = True) -> BugDialog:
    dialog = BugDialog(theme, Path("/eigen/fouten.log"), kept=kept, parent=field.window())
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_what_is_typed_on_while_it_comes_up_lands_in_the_field(
    theme: Theme, qtbot: QtBot, field: QLineEdit
) -> None:
    field.setText("Half ")
    dialog = shown(theme, qtbot, field)
    again: list[bool] = []
    dialog.begin_again_asked.connect(lambda: again.append(True))
    QTest.keyClicks(dialog, "getypt doro")
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    assert dialog.isVisible(), "the space bar presses no button"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert field.text() == "Half getypt dor"
    assert again == []


def test_esc_goes_on(theme: Theme, qtbot: QtBot, field: QLineEdit) -> None:
    dialog = shown(theme, qtbot, field)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(field.hasFocus)


def test_it_offers_to_begin_again_and_to_show_the_report(
    theme: Theme, qtbot: QtBot, field: QLineEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = shown(theme, qtbot, field)
    dialog.show_log.click()
    assert [url.toLocalFile() for url in opened] == ["/eigen"]
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.begin_again_asked):
        dialog.begin_again.click()
    assert not dialog.isVisible()


def test_it_says_so_when_half_typed_text_could_not_be_kept(theme: Theme, qtbot: QtBot, field: QLineEdit) -> None:
    assert "kopieer die" in shown(theme, qtbot, field, kept=False).said.text()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("kept", [True, False])
def test_on_a_small_screen_no_word_is_cut_in_large_text(
    theme: Theme, qtbot: QtBot, field: QLineEdit, percent: int, *, kept: bool
) -> None:
    theme.scale_to(percent)
    dialog = shown(theme, qtbot, field, kept=kept)
    assert cut_off(dialog) == []
    for button in (dialog.go_on, dialog.begin_again, dialog.show_log):
        assert button.width() >= button.sizeHint().width()
