import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from bouwstenen_app.domain.report import BARS, GROUPED, LINES, STACKED, Figure, Series
from bouwstenen_app.ui.widgets.chart_svg import LEGEND, chart_svg

ONE = Figure("Per soort", (("Idee & meer", 3), ("Risico", 0)), "beschrijving")


def several(kind: str) -> Figure:
    series = (Series("Werkt goed", (4, 0, 2)), Series("Knelpunt", (1, 5, 0)))
    return Figure("Per thema", (), "beschrijving", kind, labels=("Wonen", "Zorg", "Veiligheid"), series=series)


def test_bars_have_their_labels_and_values() -> None:
    drawn, high = chart_svg(ONE, 600, "0B5A5E")

    assert "Idee &amp; meer" in drawn
    assert drawn.count("<rect") == 2
    assert ">3</text>" in drawn
    assert "#0B5A5E" in drawn
    assert high > 40


@pytest.mark.parametrize("kind", [GROUPED, STACKED, LINES])
def test_several_series_are_named_below(kind: str) -> None:
    drawn, high = chart_svg(several(kind), 600, "0B5A5E")

    assert "Werkt goed" in drawn
    assert "Knelpunt" in drawn
    assert all(name in drawn for name in ("Wonen", "Zorg", "Veiligheid"))
    assert high > LEGEND


@pytest.mark.parametrize("figure", [ONE, *map(several, (BARS, GROUPED, STACKED, LINES)), Figure("Leeg", (), "")])
def test_every_figure_can_be_drawn(qapp: QApplication, figure: Figure) -> None:
    drawn, _ = chart_svg(figure, 600, "0B5A5E")

    assert QSvgRenderer(QByteArray(drawn.encode())).isValid()
