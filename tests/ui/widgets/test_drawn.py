import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.colours import contrast
from bouwstenen_app.domain.figures import FigureTable
from bouwstenen_app.ui.paper import Paper
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets import drawn
from bouwstenen_app.ui.widgets.drawn import DrawingView
from bouwstenen_app.ui.widgets.drawn_bars import DrawnBars
from bouwstenen_app.ui.widgets.drawn_table import DrawnTable

RESOURCES = Path(__file__).parents[3] / "resources"
LONG = "Onafhankelijkheidsverklaringsprocedure van de gecertificeerde instelling"


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="donker", percent=150)


@pytest.fixture
def paper(theme: Theme) -> Paper:
    return Paper(theme.paper())


def table(rows: int, columns: int) -> FigureTable:
    return FigureTable(
        title="Proef met <tekens> & “aanhaling”",
        corner="Thema",
        columns=tuple(f"{LONG} {place}" for place in range(columns)),
        rows=tuple(f"{LONG} {place}" for place in range(rows)),
        values=tuple(
            tuple(None if (row + at) % 3 == 0 else row * at for at in range(columns)) for row in range(rows)
        ),
        note="Een noot.",
        heat=True,
    )


def test_on_paper_it_is_dark_on_white_whatever_the_window_wears(theme: Theme, paper: Paper) -> None:
    assert theme.dark
    assert not paper.look.dark
    assert paper.percent == 100
    for share in range(101):
        tone = paper.look.heat(share / 100)
        assert contrast(tone.ink, tone.fill) >= 4.5
    for role in ("text", "text-muted"):
        assert contrast(paper.look.colour(role), "#ffffff") >= 4.5


@pytest.mark.parametrize(("rows", "columns"), [(0, 1), (1, 1), (10, 7), (55, 37)])
def test_a_table_of_any_size_is_a_picture_and_a_drawing(
    paper: Paper, tmp_path: Path, rows: int, columns: int
) -> None:
    drawing = DrawnTable(table(rows, columns))
    drawn.write(drawing, paper, "Proef", tmp_path / "a.png")
    drawn.write(drawing, paper, "Proef", tmp_path / "a.svg")

    image, size = QImage(str(tmp_path / "a.png")), drawing.size(paper)
    assert max(image.width(), image.height()) <= drawn.MOST_PIXELS
    assert abs(image.width() / image.height() - size.width() / size.height()) < 0.05
    root = ET.fromstring((tmp_path / "a.svg").read_text(encoding="utf-8"))
    assert root.get("viewBox") == f"0 0 {size.width()} {size.height()}"
    words = "".join(node.text or "" for node in root.iter() if node.tag.endswith("text"))
    assert "<tekens> & “aanhaling”" in words


def test_bars_tell_their_numbers_and_names(paper: Paper) -> None:
    bars = [(str(place), place % 7, 40 - place) for place in range(1, 31)]
    svg = drawn.as_svg(DrawnBars("Nieuw", ("Nieuw", "Bekend"), bars, "1. Een sessie"), paper, "Nieuw")
    words = [node.text for node in ET.fromstring(svg.decode()).iter() if node.tag.endswith("text")]

    assert {"Nieuw", "Bekend", "30", "6"} <= {str(word).strip() for word in words}
    assert any("Een sessie" in str(word) for word in words)


def test_no_bars_and_only_nothing_is_drawn_too(paper: Paper) -> None:
    assert drawn.as_image(DrawnBars("", ("a", "b"), ()), paper).height() > 100
    assert not drawn.as_image(DrawnBars("", ("a", "b"), [("1", 0, 0)]), paper).isNull()


def test_a_drawing_that_is_wider_than_its_place_is_shown_smaller(qtbot: QtBot, theme: Theme) -> None:
    view = DrawingView(theme)
    qtbot.addWidget(view)
    view.show_drawing(DrawnTable(table(3, 20)), "Proef", "drie rijen")
    view.resize(300, 400)
    view.show()

    assert view.minimumSizeHint().width() == 1
    assert view.accessibleDescription() == "drie rijen"
    assert not view.grab().isNull()


def test_a_drawing_that_is_shown_smaller_takes_less_height(theme: Theme, qtbot: QtBot) -> None:
    view = DrawingView(theme)
    qtbot.addWidget(view)
    view.show_drawing(DrawnTable(table(6, 6)), "Proef", "")
    whole = view.sizeHint()
    assert view.heightForWidth(whole.width() + 100) == whole.height()
    assert view.heightForWidth(whole.width() // 2) == pytest.approx(whole.height() / 2, abs=1)
