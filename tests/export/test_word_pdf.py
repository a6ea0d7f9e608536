"""Another program reads the report: LibreOffice makes a tagged PDF of it, as a screen reader needs it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.export import awkward
from tests.export.conftest import NOW, TEMPLATE

from bouwstenen_app.domain.report import Report
from bouwstenen_app.export import word

OPTIONS = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
pytestmark = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdfinfo")), reason="needs LibreOffice and poppler, see .ci/run"
)


def converted(report: Report, folder: Path) -> Path:
    document = folder / "rapport.docx"
    for _ in word.write(report, document, template=TEMPLATE, now=NOW):
        pass
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", OPTIONS, "--outdir", str(folder), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return document.with_suffix(".pdf")


def structure(pdf: Path) -> str:
    return subprocess.run(
        ["pdfinfo", "-struct", str(pdf)], check=True, capture_output=True, encoding="utf-8"
    ).stdout


def test_the_tagged_pdf_has_headings_header_cells_lists_descriptions_and_the_language(
    report: Report, tmp_path: Path
) -> None:
    pdf = converted(report, tmp_path)
    tags = structure(pdf)
    data = pdf.read_bytes()
    heard = {bytes.fromhex(found.decode()).decode("utf-16") for found in re.findall(rb"/Alt<([0-9A-F]+)>", data)}

    for tag in ("H1", "H2", "H3", "Table", "TH", "LI", "TOC", "Link"):
        assert re.search(rf"^\s*{tag}\b", tags, re.MULTILINE), tag
    assert "Staafdiagram: knelpunten (41) en ideeën (36) komen het meest voor." in heard
    assert b"/Lang(nl-NL)" in data
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, encoding="utf-8").stdout
    assert re.search(r"Tagged:\s+yes", told)
    assert re.search(r"Title:\s+Bouwstenen uit de praktijk", told)


def test_the_most_awkward_report_opens_and_says_everything(tmp_path: Path) -> None:
    pdf = converted(awkward.report(), tmp_path)
    told = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    said = "".join(told.split())

    assert said.count("".join(awkward.LONG[-60:].split())) > awkward.THEMES
    assert said.count("Wijmerktendatsamenoptrekkenhelpt") > 400
