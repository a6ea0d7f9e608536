"""*Nog niet genoemd*: the strip beside the line, and its question on the beamer."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas

Key = Qt.Key


@pytest.fixture
def canvases() -> list[QWidget]:
    return []


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, empty_store: Store, canvases: list[QWidget]) -> Iterator[CapturePlace]:
    made = preparing.create_workshop
    rounds = ("Wat werkt al?", "Waar knelt het?")
    empty_store.do("Sessie", made, title="Proef", on=date(2026, 11, 24), rounds=rounds)

    def frame(canvas: QWidget) -> QWidget:
        canvases.append(canvas)
        window = QWidget()
        canvas.setParent(window)
        return window

    place = CapturePlace(Desk(empty_store), theme, beamer=frame)
    qtbot.addWidget(place)
    place.resize(1300, 860)
    with qtbot.waitExposed(place):
        place.show()
    yield place
    place.beamer.close()
    place.hide()


def test_it_is_counted_when_it_is_opened_and_follows_what_is_captured(place: CapturePlace, qtbot: QtBot) -> None:
    strip = place.coverage.strip
    assert strip.isVisible()
    assert not strip.grid.isVisible()
    strip.button.click()
    assert strip.grid.isVisible()
    assert strip.grid.accessibleName().endswith(": nog niets")
    book = place._book
    theme, domain = book.tops("thema")[0], book.tops("domein")[0]
    QTest.keyClicks(place.page.bar.line, f"Samen beginnen #{theme.slug} @{domain.slug}")
    QTest.keyClick(place.page.bar.line, Key.Key_Return)
    qtbot.waitUntil(lambda: strip.grid.accessibleName() == f"{theme.name} × {domain.name}: 1 bouwsteen")


def test_a_cell_puts_its_question_on_the_beamer_until_it_is_asked_again_or_another_round_comes(
    place: CapturePlace, qtbot: QtBot, canvases: list[QWidget]
) -> None:
    strip, told = place.coverage.strip, []
    place.told.connect(lambda said, _: told.append(said))
    strip.button.click()
    strip.grid.setFocus()
    QTest.keyClick(strip.grid, Key.Key_Down)
    QTest.keyClick(strip.grid, Key.Key_Return)
    theme = place._book.tops("thema")[1]
    question = f"{theme.name}, vanuit sociaal domein: wat zien jullie?"
    assert told == [f"De vraag staat klaar: “{question}” Zet de beamer aan met F5."]

    place.beamer.open()
    (canvas,) = canvases
    assert isinstance(canvas, BeamerCanvas)
    assert canvas.stage.question == question
    QTest.keyClick(strip.grid, Key.Key_Return)
    assert canvas.stage.question != question
    assert told[-1] == "De vraag van de ronde staat weer op de beamer."

    QTest.keyClick(strip.grid, Key.Key_Return)
    assert told[-1] == f"Op de beamer: “{question}”"
    assert canvas.stage.question == question
    place.step_round(1)
    assert canvas.stage.question != question


def test_a_click_asks_for_the_cell_under_it(place: CapturePlace, qtbot: QtBot) -> None:
    strip = place.coverage.strip
    strip.button.click()
    place.page.layout().activate()  # type: ignore[union-attr]
    QApplication.processEvents()
    at = strip.grid._rect(2, 3).center().toPoint()
    with qtbot.waitSignal(strip.asked) as asked:
        QTest.mouseClick(strip.grid, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [place._book.tops("thema")[2].id, place._book.tops("domein")[3].id]
