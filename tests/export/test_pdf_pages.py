import datetime
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bouwstenen_app.domain.report import Paragraph, Report, Run, Section, TitlePage
from bouwstenen_app.export import office, pdf
from bouwstenen_app.export.pdf_pages import pages_of
from bouwstenen_app.folders import report_template

NOW = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)


def marks(*found: tuple[str, int]) -> bytes:
    """Return what of a PDF says where its headings are; pages are the objects 10, 20, 30."""
    pages = b"<</Type/Pages\n/MediaBox[0 0 595 841]\n/Kids[ 10 0 R 20 0 R\n30 0 R]>>"
    titles = (
        f"<</Count 0/Title<{title.encode('utf-16').hex()}>\n/Dest[{page} 0 R/XYZ 1 2 0]>>endobj"
        for title, page in found
    )
    return pages + "\n".join(titles).encode()


def test_every_heading_is_found_in_its_order() -> None:
    data = marks(("1 Kern", 10), ("RH-001 Kern", 10), ("1.1 Beeld", 20), ("Kern", 30))

    assert pages_of(data, ["1 Kern", "1.1  Beeld", " Kern"]) == (1, 2, 3)


@pytest.mark.parametrize("titles", [["1 Kern", "2 Weg"], ["2 Beeld", "1 Kern"], ["Kern"]])
def test_a_heading_that_is_not_found_for_certain_gives_no_pages_at_all(titles: list[str]) -> None:
    assert pages_of(marks(("1 Kern", 10), ("2 Beeld", 20)), titles) == ()


def test_what_is_no_pdf_has_no_pages() -> None:
    assert pages_of(b"%PDF-1.7 niets", ["1 Kern"]) == ()


@pytest.mark.skipif(
    office.office() is None or not shutil.which("pdftotext"), reason="needs LibreOffice and poppler, see .ci/run"
)
def test_the_contents_of_a_pdf_name_the_pages_where_the_headings_are(tmp_path: Path) -> None:
    text = tuple(Paragraph((Run("Samen optrekken helpt. " * 60),)) for _ in range(9))
    names = ("Kern", "Beeld", "Samenhang", "Vervolg")
    report = Report(TitlePage("Titel"), tuple(Section(name, items=text) for name in names))
    program = office.office()
    assert program is not None
    for _ in pdf.write(report, tmp_path / "r.pdf", template=report_template(), now=NOW, program=program):
        pass
    command = ["pdftotext", "-layout", str(tmp_path / "r.pdf"), "-"]
    pages = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split("\f")
    said = dict(re.findall(r"^\s*\d\s+(\w+)\s*\.{3,}\s*(\d+)\s*$", pages[1], re.MULTILINE))

    assert set(said) == set(names)
    for number, name in enumerate(names, 1):
        assert re.search(rf"^\s*{number} {name}\s*$", pages[int(said[name]) - 1], re.MULTILINE), name
