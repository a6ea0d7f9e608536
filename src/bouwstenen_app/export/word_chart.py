"""Charts that Word draws itself: sharp at every size, and editable with their own small workbook of figures."""

from dataclasses import dataclass
from typing import Final

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bouwstenen_app.domain.report import BARS, GROUPED, LINES, STACKED, Figure, Series
from bouwstenen_app.export.word_chart_data import SHEET, column, workbook
from bouwstenen_app.export.word_chart_paint import Paint
from bouwstenen_app.export.word_chart_picture import picture
from bouwstenen_app.export.word_text import escape, shortened

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LONGEST_LABEL: Final = 70
"""Characters of a label beside a bar; the table has it in full."""
_LINE = "8A9A9C"


@dataclass(frozen=True, slots=True)
class Drawn:
    """The ids by which the text refers to a figure: the chart, and a drawing of it for other programs than Word."""

    chart: str
    picture: str


def add_chart(document: WordDocument, figure: Figure, number: int, paint: Paint, size: tuple[int, int]) -> Drawn:
    """Add the chart of a figure of this size (twips) to the package, and return how the text refers to it."""
    package = document.part.package
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, None, package)
    sheet = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET_TYPE, workbook(figure), package)
    data = chart.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = (XML + chart_xml(figure, data, paint)).encode()
    drawing = Part(PackURI(f"/word/media/chart{number}.emf"), "image/x-emf", picture(figure, *size, paint), package)
    return Drawn(
        document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART),
        document.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE),
    )


def chart_xml(figure: Figure, data: str, paint: Paint) -> str:
    """Return the chart of a figure; ``data`` is the relationship to its workbook."""
    several = len(figure.columns) > 1
    drawn = "".join(_series(figure, one, place, paint) for place, one in enumerate(figure.columns))
    plot = _lines(drawn) if figure.kind == LINES else _bars(drawn, figure.kind)
    axes = _upright_axes(paint.text) if figure.kind == LINES else _flat_axes(paint.text)
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{paint.text}</c:legend>' if several else ""
    return (
        f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{_OFFICE}" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:date1904 val="0"/><c:lang val="nl-NL"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'{plot}{axes}</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{paint.text}<c:externalData r:id="{data}">'
        '<c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(figure: Figure, one: Series, place: int, paint: Paint) -> str:
    letter, last = column(place + 1), len(figure.names) + 1
    lines = figure.kind == LINES
    look = paint.stroke(place) if lines else f'{paint.fill(place)}<c:invertIfNegative val="0"/>'
    ends = '<c:smooth val="0"/>' if lines else ""
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/><c:tx><c:strRef><c:f>{SHEET}!${letter}$1</c:f>'
        f"<c:strCache>{_points([escape(one.name)])}</c:strCache></c:strRef></c:tx>{look}"
        f"{_values_shown(figure, paint)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f><c:strCache>"
        f"{_points([escape(shortened(name, LONGEST_LABEL)) for name in figure.names])}"
        "</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${last}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points(list(map(str, one.values)))}</c:numCache></c:numRef></c:val>"
        f"{ends}</c:ser>"
    )


def _values_shown(figure: Figure, paint: Paint) -> str:
    """Return where the values stand; on bars that stand on each other a table says them better."""
    place = {BARS: "outEnd", GROUPED: "outEnd", LINES: "t"}.get(figure.kind, "")
    shown = (
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{paint.text}<c:dLblPos val="{place}"/>'
        if place
        else ""
    )
    return (
        f'<c:dLbls>{shown}<c:showLegendKey val="0"/><c:showVal val="{int(bool(place))}"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _bars(series: str, kind: str) -> str:
    stacked = kind == STACKED
    overlap = '<c:overlap val="100"/>' if stacked else ""
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="45"/>{overlap}<c:axId val="1001"/><c:axId val="1002"/>'
        "</c:barChart>"
    )


def _lines(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        '<c:axId val="1001"/><c:axId val="1002"/></c:lineChart>'
    )


def _points(values: list[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _flat_axes(text: str) -> str:
    """Return the axis of labels, first on top, and the hidden axis of values, which begins at zero."""
    return _label_axis(text, "maxMin", "l", "low") + _value_axis("t", hidden=True)


def _upright_axes(text: str) -> str:
    """Return the axis of labels from left to right, and the axis of values, which begins at zero."""
    return _label_axis(text, "minMax", "b", "nextTo") + _value_axis("l", hidden=False, text=text)


def _label_axis(text: str, order: str, side: str, labels: str) -> str:
    line = f'<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{_LINE}"/></a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>{line}{text}<c:crossAx val="1002"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(side: str, *, hidden: bool, text: str = "") -> str:
    return (
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{side}"/><c:numFmt formatCode="0" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{text}'
        '<c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
    )
