from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from bouwstenen_app.domain.report import Figure
from bouwstenen_app.export.word_chart import workbook


def test_the_figures_behind_a_chart_are_text_and_numbers_never_formulas() -> None:
    figure = Figure("Soorten", (("=1+1 & <meer>", 3), ("@SUM(A1)", 2)), "")
    with ZipFile(BytesIO(workbook(figure))) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))

    assert "".join(sheet.itertext()) == "SoortAantal=1+1 & <meer>3@SUM(A1)2"
    assert not [element for element in sheet.iter() if element.tag.endswith("}f")]
