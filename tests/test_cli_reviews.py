"""The command line for reviewers."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.export.word_copies import packed

from bouwstenen_app import cli
from bouwstenen_app.domain import anchors
from bouwstenen_app.export.word_reading import read


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "eigen"))
    assert cli.run(["voorbeeld", str(tmp_path / "v.bouwstenen")]) == cli.DONE
    target = tmp_path / "rapport.docx"
    assert cli.run(["rapport", str(tmp_path / "v.bouwstenen"), str(target), "--soort", "meeleesversie"]) == cli.DONE
    return tmp_path


def changed(folder: Path, old: str, new: str) -> Path:
    """Return a copy of the report in which some words are others."""
    with ZipFile(folder / "rapport.docx") as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    assert old in body
    parts["word/document.xml"] = body.replace(f">{old}", f">{new}").encode()
    return packed(folder / "terug van Annet.docx", dict(parts))


def title_of_one(folder: Path) -> str:
    """Return the title of the first block in the report."""
    texts = read(folder / "rapport.docx").texts
    return next(one.after for one in texts if one.anchor and one.anchor.kind == anchors.BLOCK)


def test_a_copy_is_read_and_told_line_by_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = title_of_one(folder)
    copy = changed(folder, title, f"{title} en meer")
    capsys.readouterr()

    assert cli.run(["lees-terug", str(folder / "v.bouwstenen"), str(copy)]) == cli.DONE

    first, *_, last = capsys.readouterr().out.splitlines()
    assert f"Voorstel: {title} en meer" in " ".join(first.split())
    assert last == "1 opmerking bij 1 plaats."
    assert cli.run(["lees-terug", str(folder / "v.bouwstenen"), str(copy)]) == cli.DONE
    assert capsys.readouterr().out.splitlines()[-1] == "Niets nieuws."


def test_a_copy_is_told_as_json_and_handled_in_a_document(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = title_of_one(folder)
    copy = changed(folder, title, f"{title} en meer")
    words = [
        "lees-terug",
        str(folder / "v.bouwstenen"),
        str(copy),
        "--json",
        "--verwerking",
        str(folder / "uit.docx"),
    ]
    capsys.readouterr()

    assert cli.run(words) == cli.DONE

    [line] = capsys.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["soort"], told["veld"], told["was"], told["wordt"]) == (
        "wijziging",
        "title",
        title,
        f"{title} en meer",
    )
    assert told["onderwerp"].startswith("block:")
    assert told["bouwsteen"]
    with ZipFile(folder / "uit.docx") as package:
        assert f"Voorstel: {title} en meer" in package.read("word/document.xml").decode()


def test_a_copy_in_which_nothing_changed_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    assert cli.run(["lees-terug", str(folder / "v.bouwstenen"), str(folder / "rapport.docx")]) == cli.DONE

    assert capsys.readouterr().out == "In dit document staan geen opmerkingen en er is niets in veranderd.\n"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 kapot", b"%PDF-1.7"])
def test_a_file_that_is_no_word_file_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (folder / "kapot.docx").write_bytes(content)
    before = (folder / "v.bouwstenen").read_bytes()
    capsys.readouterr()

    assert cli.run(["lees-terug", str(folder / "v.bouwstenen"), str(folder / "kapot.docx")]) == cli.PROBLEM

    told = capsys.readouterr()
    assert told.out == ""
    assert "kapot.docx" in told.err
    assert told.err.count("\n") == 1
    assert (folder / "v.bouwstenen").read_bytes() == before


def test_the_handling_never_takes_the_place_of_the_copy(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = folder / "rapport.docx"
    before = copy.read_bytes()

    words = ["lees-terug", str(folder / "v.bouwstenen"), str(copy), "--verwerking", str(copy)]
    assert cli.run(words) == cli.PROBLEM
    assert "andere naam" in capsys.readouterr().err
    assert copy.read_bytes() == before


def test_r03_what_was_done_with_remarks_is_not_written_with_an_identifier_in_it_without_a_reason(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = title_of_one(folder)
    copy = changed(folder, title, f"{title}, bel 06-12345678")
    words = ["lees-terug", str(folder / "v.bouwstenen"), str(copy), "--verwerking", str(folder / "uit.docx")]
    capsys.readouterr()

    assert cli.run(words) == cli.PROBLEM
    assert capsys.readouterr().err.splitlines()[-1].startswith("Er is niets geschreven: er sta")
    assert not (folder / "uit.docx").exists()
    assert cli.run([*words, "--reden", "Nummer van een loket"]) == cli.DONE
    assert (folder / "uit.docx").exists()


def test_r06_a_copy_does_not_bring_the_words_of_an_erased_block_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = folder / "v.bouwstenen"
    title = title_of_one(folder)
    copy = changed(folder, title, f"{title} en meer")
    number = next(line for line in _printed(capsys, "lijst", workspace) if title in line).split()[0]
    _printed(capsys, "wis", workspace, number, "--ja")
    away = "1 opmerking hoort bij iets wat voorgoed is gewist, en komt niet mee."

    assert _printed(capsys, "lees-terug", workspace, copy) == [away]
    assert _printed(capsys, "lees-terug", workspace, copy, "--json") == []
    assert title.encode() not in workspace.read_bytes()


def _printed(capsys: pytest.CaptureFixture[str], *words: object) -> list[str]:
    capsys.readouterr()
    assert cli.run([str(word) for word in words]) == cli.DONE
    return capsys.readouterr().out.splitlines()
