"""A report is made again over a file that somebody worked in."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.export.word_copies import packed

from bouwstenen_app import cli
from bouwstenen_app.domain.anchors import BLOCK
from bouwstenen_app.export.word_reading import read

MINE = "Dit schreef ik zelf."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "eigen"))
    assert cli.run(["voorbeeld", str(tmp_path / "v.bouwstenen")]) == cli.DONE
    assert again(tmp_path) == cli.DONE
    return tmp_path


def again(folder: Path, *more: str) -> int:
    return cli.run(["rapport", str(folder / "v.bouwstenen"), str(folder / "uit.docx"), *more])


def body(folder: Path) -> str:
    with ZipFile(folder / "uit.docx") as package:
        return package.read("word/document.xml").decode()


def work_in(folder: Path, old: str, new: str) -> None:
    """Let somebody change words in the file."""
    with ZipFile(folder / "uit.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in body(folder)
    parts["word/document.xml"] = body(folder).replace(old, new).encode()
    packed(folder / "uit.docx", dict(parts))


def explanation(folder: Path) -> str:
    """Return the text of one block in the file, on one line."""
    texts = read(folder / "uit.docx").texts
    return next(
        one.after
        for one in texts
        if one.anchor and (one.anchor.kind, one.anchor.field) == (BLOCK, "explanation") and "\n" not in one.after
    )


def test_what_somebody_wrote_in_the_file_stays_and_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = explanation(folder)
    work_in(folder, f">{old}<", f">{MINE}<")
    capsys.readouterr()

    for _ in range(2):
        assert again(folder) == cli.DONE
        assert MINE in body(folder)
        told = capsys.readouterr().err.splitlines()
        assert told[0].startswith("1 tekst die in uit.docx met de hand is geschreven, is blijven staan.")

    assert again(folder, "--overschrijf") == cli.DONE
    assert MINE not in body(folder)
    assert f">{old}<" in body(folder)


def test_a_file_that_nobody_worked_in_is_written_anew_without_a_word(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert again(folder) == cli.DONE
    assert "blijven staan" not in capsys.readouterr().err


def test_comments_that_nobody_read_yet_are_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert again(folder, "--soort", "meeleesversie", "--overschrijf") == cli.DONE
    work_in(folder, "Opmerking bij RH-001:<", "Opmerking bij RH-001: Graag korter.<")
    before = (folder / "uit.docx").read_bytes()
    capsys.readouterr()

    assert again(folder, "--soort", "meeleesversie") == cli.PROBLEM
    assert "In uit.docx staat 1 opmerking van een meelezer" in capsys.readouterr().err
    assert (folder / "uit.docx").read_bytes() == before
    assert cli.run(["lees-terug", str(folder / "v.bouwstenen"), str(folder / "uit.docx")]) == cli.DONE
    assert again(folder, "--soort", "meeleesversie") == cli.DONE


def test_work_in_a_document_of_another_kind_is_not_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work_in(folder, f">{explanation(folder)}<", f">{MINE}<")
    capsys.readouterr()

    assert again(folder, "--soort", "themadossier") == cli.PROBLEM
    assert "ander document (Geconsolideerd rapport)" in capsys.readouterr().err
    assert MINE in body(folder)


def test_a_file_that_is_no_document_of_ours_is_written_over_as_before(folder: Path) -> None:
    (folder / "uit.docx").write_bytes(b"geen Word")

    assert again(folder) == cli.DONE
    assert read(folder / "uit.docx").texts
