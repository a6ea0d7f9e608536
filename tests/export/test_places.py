from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.places import check_place, told


def test_a_free_place_is_fine(tmp_path: Path) -> None:
    check_place(tmp_path / "rapport.docx")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_looked_at_without_a_change(tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    target.write_bytes(b"oud")

    check_place(target)

    assert target.read_bytes() == b"oud"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="bestaat niet"):
        check_place(tmp_path / "weg" / "rapport.docx")


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is een map"):
        check_place(tmp_path)


@pytest.mark.parametrize("mark", [".~lock.rapport.docx#", "~$pport.docx"])
def test_a_file_that_is_open_in_an_office_program_is_told(tmp_path: Path, mark: str) -> None:
    (tmp_path / "rapport.docx").write_bytes(b"oud")
    (tmp_path / mark).write_bytes(b"wie het open heeft")

    with pytest.raises(Problem, match="Sluit het daar, of kies een andere naam"):
        check_place(tmp_path / "rapport.docx")


def test_whatever_the_disk_says_is_told_in_dutch(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="de schijf gaf een fout"), told(tmp_path / "a.docx"):
        (tmp_path / ("x" * 300)).write_bytes(b"")


def test_a_folder_that_vanished_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is er niet meer"), told(tmp_path / "weg" / "a.docx"):
        (tmp_path / "weg" / "a.docx").write_bytes(b"")
