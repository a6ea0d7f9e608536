"""The day after: a colleague typed the flip-charts in Excel; they come in, and are taken back, in one go each."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.services import boards, preparing, tag_inbox
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.exchange import ExchangePlace

ROWS = (
    ("Flappen werksessie Zuid", None, None, None),
    ("Wat stond er", "Partner", "Stickers", "Tafel"),
    ("Wijkagent en wijkteam gaan samen langs", "politie; lokale teams", 4, "Tafel 1"),
    ("Eén vast gezicht voor het gezin", "Club Zuid", 7, "Tafel 2"),
    ("De school hoort niets terug", "onderwijs", "veel", "Tafel 2"),
)


def sheet(path: Path) -> Path:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(path)
    return path


def drop(running: Running, path: Path) -> None:
    """Drag a file on the page and let it go, as the file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    plain = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = running.window.current_place
    assert place is not None
    QApplication.sendEvent(place, QDragEnterEvent(QPoint(60, 60), *plain))
    QApplication.sendEvent(place, QDropEvent(QPointF(60, 60), *plain))


def test_a_sheet_comes_in_with_enter_and_goes_back_with_one_undo(
    start: Callable[[Path], Running], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_empty).close()
    running = start(path)
    running.window.go("exchange")
    place = running.window.current_place
    assert isinstance(place, ExchangePlace)
    card = place.imports.card

    drop(running, sheet(tmp_path / "Werksessie Zuid.xlsx"))
    qtbot.waitUntil(card.accept.isVisible, timeout=10_000)
    assert card.columns.fields == ("titel", "tag:domein", "stemmen", "tafel")
    assert running.focus is card.accept
    running.press("Return")
    qtbot.waitUntil(card.choose.isVisible, timeout=10_000)

    read = running.program.desk.read
    assert [one.title for one in read(preparing.workshops)] == ["Werksessie Zuid"]
    assert sorted((one.title, one.votes, one.table) for one in read(boards.select_blocks, Selection())) == [
        ("De school hoort niets terug", 0, 2),
        ("Eén vast gezicht voor het gezin", 7, 2),
        ("Wijkagent en wijkteam gaan samen langs", 4, 1),
    ]
    assert [one.text for one in read(tag_inbox.waiting)] == ["@Club-Zuid"]
    assert card.remarks.item(0).text() == "blad “Sheet”, rij 5: “veel”: dat is geen aantal stemmen"

    running.press("Ctrl+Z")
    assert read(boards.select_blocks, Selection()) == ()
    assert read(preparing.workshops) == ()
