"""A bar chart that Word draws itself: sharp at every size, and editable with its own small table of figures."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from bouwstenen_app.domain.report import Figure
from bouwstenen_app.export.word_text import escape

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SERIES = "Aantal"


def add_chart(document: WordDocument, figure: Figure, number: int, *, colour: str, ink: str) -> str:
    """Add the chart of a figure to the package and return the id by which the text refers to it."""
    package = document.part.package
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, None, package)
    sheet = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _SHEET_TYPE, workbook(figure), package)
    data = chart.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = (XML + _chart(figure, data, colour, ink)).encode()
    return document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)


def _chart(figure: Figure, data: str, colour: str, ink: str) -> str:
    count = len(figure.bars)
    text = (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100"><a:solidFill><a:srgbClr val="{ink}"/>'
        '</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="nl-NL"/></a:p></c:txPr>'
    )
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Gegevens!$B$1</c:f><c:strCache>'
        '<c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{_SERIES}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f'<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:dLblPos val="outEnd"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>Gegevens!$A$2:$A${count + 1}</c:f><c:strCache>"
        f"{_points([escape(label) for label, _ in figure.bars])}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>Gegevens!$B$2:$B${count + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f"{_points([str(value) for _, value in figure.bars])}</c:numCache></c:numRef></c:val></c:ser>"
    )
    bars = (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="45"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
    )
    return (
        f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{_OFFICE}" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:date1904 val="0"/><c:lang val="nl-NL"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'{bars}{_axes(text)}</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text}<c:externalData r:id="{data}">'
        '<c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _points(values: list[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _axes(text: str) -> str:
    """Return the axis of labels, first on top, and the hidden axis of values, which begins at zero."""
    line = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="8A9A9C"/></a:solidFill></a:ln></c:spPr>'
    return (
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}{text}<c:crossAx val="1002"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="1001"/><c:crosses val="autoZero"/></c:valAx>'
    )


def workbook(figure: Figure) -> bytes:
    """Return the figures behind a chart as a small Excel file; every label is text, never a formula."""
    rows = [_row(1, "Soort", f'<c r="B1" t="inlineStr"><is><t>{_SERIES}</t></is></c>')]
    rows += [_row(n, label, f'<c r="B{n}"><v>{value}</v></c>') for n, (label, value) in enumerate(figure.bars, 2)]
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    members = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/xl/workbook.xml" '
        f'ContentType="{sheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{sheet}.worksheet+xml"/></Types>',
        "_rels/.rels": _relationship("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Gegevens" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationship("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData>'
        "</worksheet>",
    }
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, text in members.items():
            package.writestr(ZipInfo(name), XML + text, ZIP_DEFLATED)
    return target.getvalue()


def _row(number: int, label: str, value: str) -> str:
    said = f'<c r="A{number}" t="inlineStr"><is><t>{escape(label)}</t></is></c>'
    return f'<row r="{number}">{said}{value}</row>'


def _relationship(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/{kind}" '
        f'Target="{target}"/></Relationships>'
    )
