"""The gate before a report goes out, in a small window with large text: it can be read and answered."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot
from tests.ui.cuts import cut_off

from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.findings_card import Line

TEMPLATE = Path(__file__).parents[3] / "resources" / "templates" / "report.docx"
NOW = datetime.datetime(2026, 11, 24, 14, 3)
ROOMS = {100: (1356, 840), 150: (916, 542), 200: (876, 495)}
"""By text size, what is left of a window beside the rail and under the header."""
FOUND = tuple(
    Line(
        f"RH-01{n}, toelichting: telefoonnummer “06-12345678”", f"block:{n}:title", True, "06", "[x]", "[telefoon]"
    )
    for n in range(8)
)


@pytest.fixture
def place(
    jobs: Jobs, show: Callable[..., ReportPlace], theme: Theme, example_store: Store
) -> Iterator[Callable[[int], ReportPlace]]:
    def at(percent: int) -> ReportPlace:
        theme.scale_to(percent)
        made = ReportPlace(Desk(example_store), theme, jobs, template=TEMPLATE, now=lambda: NOW)
        return show(made, ROOMS[percent])

    yield at
    theme.scale_to(100)


@pytest.mark.parametrize("percent", [*ROOMS])
def test_nothing_of_it_is_cut_off_or_covered(
    place: Callable[[int], ReportPlace], percent: int, qtbot: QtBot
) -> None:
    shown = place(percent)
    shown.findings.ask("Acht telefoonnummers. Vervang ze, of zeg waarom het zo naar buiten kan.", FOUND)

    gate, bar = shown._gate, shown.pages_bar
    qtbot.waitUntil(lambda: gate.geometry().bottom() < bar.mapTo(shown, QPoint()).y())
    assert cut_off(shown.findings) == []
    assert shown.minimumSizeHint().height() <= ROOMS[percent][1]


@pytest.mark.parametrize("percent", [*ROOMS])
def test_where_it_is_narrow_the_recipe_makes_room_and_comes_back(
    place: Callable[[int], ReportPlace], percent: int, qtbot: QtBot
) -> None:
    shown = place(percent)
    assert shown._side.isVisible()
    shown.findings.ask("Acht telefoonnummers.", FOUND)
    assert shown._side.isVisible() == (percent == 100)
    qtbot.waitUntil(lambda: shown._gate.width() > shown.width() * 0.6)
    shown.findings.close_card()
    assert shown._side.isVisible()
