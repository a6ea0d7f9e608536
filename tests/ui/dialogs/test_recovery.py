from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.dialogs.recovery import RecoveryDialog
from bouwstenen_app.ui.recovery_sheet import RecoverySheet
from bouwstenen_app.ui.theme import Theme

SHEET = RecoverySheet("Kennemerland", date(2026, 11, 30), "AAAQ-EAYE")


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, tmp_path: Path) -> RecoveryDialog:
    made = RecoveryDialog(theme, SHEET, tmp_path)
    made.open()
    return made


def test_the_code_is_not_on_the_screen(dialog: RecoveryDialog) -> None:
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Kennemerland" in texts
    assert "AAAQ" not in texts
    assert "dan werkt dit blad niet meer" in texts
    dialog.reject()


def test_it_is_saved_where_a_person_says_and_nowhere_else(
    dialog: RecoveryDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kluis"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(dialog.saved, timeout=5000) as saved:
        dialog.save.click()
    assert saved.args == ["kluis.pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["kluis.pdf"]
    assert (tmp_path / "kluis.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_does_not_take_it_is_told(
    dialog: RecoveryDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "weg" / "blad.pdf"), ""))
    with qtbot.waitSignal(dialog.refused, timeout=5000) as refused:
        dialog.save.click()
    assert refused.args == ["blad.pdf"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.save.click()
    assert dialog.isVisible()
    dialog.reject()
