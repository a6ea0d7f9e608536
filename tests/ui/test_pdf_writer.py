import datetime
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Card, Paragraph, Report, Run, Section, TitlePage, WallCard
from bouwstenen_app.export import office
from bouwstenen_app.folders import report_template
from bouwstenen_app.ui import pdf_writer
from bouwstenen_app.ui.jobs import Jobs

NOW = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
CARDS = 400


def _report() -> Report:
    cards = tuple(
        Card(f"Titel {n}", f"RH-{n:03d}", f"c{n}", (("", "Tekst."),), source=f"block:{n}") for n in range(CARDS)
    )
    sections = (
        Section("Kern", items=(Paragraph((Run("Wat horen we? Één ding."),), source="text:kern:a"),)),
        Section("Breed", landscape=True, items=(Paragraph((Run("Liggend"),)),)),
        Section("Alle", items=cards),
    )
    return Report(TitlePage("Proef — rapport", author="Projectteam"), sections, cards=(WallCard("Kaart"),))


def _written(folder: Path, report: Report) -> bytes:
    target = folder / "uit.pdf"
    for _ in pdf_writer.write(report, target, template=report_template()):
        pass
    assert list(folder.iterdir()) == [target]
    return target.read_bytes()


def test_the_pages_of_the_preview_are_a_pdf_with_title_language_and_numbers(qtbot: QtBot, tmp_path: Path) -> None:
    made = _written(tmp_path, _report())

    assert made.startswith(b"%PDF-")
    assert b"/Lang (nl-NL)" in made
    assert b"/DisplayDocTitle true" in made
    assert {b"595", b"842"} <= set(re.findall(rb"\d{3}", b" ".join(re.findall(rb"/MediaBox \[[^]]*\]", made))))


def test_every_colour_is_one_that_a_reader_understands(qtbot: QtBot, tmp_path: Path) -> None:
    made = _written(tmp_path, _report())
    streams = [zlib.decompressobj() for _ in range(made.count(b"stream\n"))]
    bare = 0
    for found, stream in zip(re.finditer(rb"(?<!end)stream\n", made), streams, strict=False):
        try:
            bare += len(re.findall(rb"\n(?:SCN|scn)\b", stream.decompress(made[found.end() :])))
        except zlib.error:
            continue  # a font or a picture, packed in another way

    assert bare == 0


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not here")
def test_all_blocks_and_page_numbers_can_be_read(qtbot: QtBot, tmp_path: Path) -> None:
    _written(tmp_path, _report())
    command = ["pdftotext", "-layout", str(tmp_path / "uit.pdf"), "-"]
    read = subprocess.run(command, check=True, capture_output=True)
    text = read.stdout.decode()

    assert read.stderr == b""
    assert len(set(re.findall(r"RH\W\d{3}", text))) == CARDS
    assert "Wat horen we? Één ding." in text
    assert "Pagina 2" in text


def test_it_is_written_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    target = tmp_path / "uit.pdf"
    job = jobs.start("PDF", lambda: pdf_writer.write(_report(), target, template=report_template()))
    with qtbot.waitSignal(job.finished, timeout=60_000):
        pass

    assert target.read_bytes().startswith(b"%PDF-")


def test_stopping_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    work = pdf_writer.write(_report(), tmp_path / "uit.pdf", template=report_template())
    for _, _step in zip(range(3), work, strict=False):
        pass
    work.close()  # type: ignore[attr-defined]  # a generator

    assert list(tmp_path.iterdir()) == []


def test_the_program_says_which_of_the_two_it_will_be(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf_writer.says() == (pdf_writer.WITH_OFFICE if office.office() else pdf_writer.WITHOUT)
    monkeypatch.setattr(office, "office", lambda: None)
    assert "Bouwstenen maakt de PDF zelf" in pdf_writer.says()


def test_without_libreoffice_the_pages_are_written(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "office", lambda: None)
    for _ in pdf_writer.to_pdf(_report(), tmp_path / "uit.pdf", report_template(), NOW):
        pass

    assert b"Qt" in (tmp_path / "uit.pdf").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="a script that can be run is made in another way there")
def test_when_libreoffice_fails_the_pages_are_written_and_it_is_said(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "office", lambda: program)
    told: list[str] = []

    def work() -> Iterator[Progress]:
        told.extend((yield from pdf_writer.to_pdf(_report(), tmp_path / "uit.pdf", report_template(), NOW)))

    assert pdf_writer.WRITING in {step.what for step in work()}
    assert b"Qt" in (tmp_path / "uit.pdf").read_bytes()
    assert told == [pdf_writer.FAILED]


def test_the_command_line_needs_no_window(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from bouwstenen_app.domain.report import Report, Section, TitlePage\n"
        "from bouwstenen_app.folders import report_template\n"
        "from bouwstenen_app.ui import pdf_writer\n"
        "report = Report(TitlePage('T'), (Section('A'),))\n"
        "list(pdf_writer.write(report, Path(sys.argv[1]), template=report_template()))\n"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "uit.pdf")], check=True, capture_output=True, timeout=120
    )

    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF-")


def test_r13_the_pdf_of_the_pages_says_nothing_of_its_maker_or_this_laptop(qtbot: QtBot, tmp_path: Path) -> None:
    made = _written(tmp_path, _report())
    for trace in (b"/Keywords", b"python", str(tmp_path).encode(), str(Path.home()).encode()):
        assert trace not in made
