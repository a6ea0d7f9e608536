import re
import threading
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.surroundings import codebook_file, format_folders, sessions_file, surroundings


def test_the_identity_of_this_laptop_is_made_once(tmp_path: Path) -> None:
    first = surroundings(tmp_path / "eigen map").laptop

    assert re.fullmatch("[0-9a-f]{32}", first)
    assert surroundings(tmp_path / "eigen map").laptop == first
    assert surroundings(tmp_path / "andere laptop").laptop != first
    assert [file.name for file in (tmp_path / "eigen map").iterdir()] == ["laptop"]


@pytest.mark.parametrize("content", [b"", b"half", b"\xff\xfe", b"Z" * 32])
def test_an_identity_that_was_not_written_whole_is_made_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "laptop").write_bytes(content)
    made = surroundings(tmp_path).laptop

    assert re.fullmatch("[0-9a-f]{32}", made)
    assert surroundings(tmp_path).laptop == made


def test_programs_that_start_at_once_are_one_laptop_afterwards(tmp_path: Path) -> None:
    threads = [threading.Thread(target=surroundings, args=(tmp_path,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({surroundings(tmp_path).laptop for _ in range(3)}) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["laptop"]


def test_an_own_folder_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "in de weg").write_text("bestand")

    with pytest.raises(Problem, match=r"De eigen map van Bouwstenen .* Controleer de rechten"):
        surroundings(tmp_path / "in de weg")


def test_fresh_identities_and_the_time_come_with_it(tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    assert around.new_id() < around.new_id()
    assert around.now().tzinfo is not None


def test_a_copy_of_a_file_elsewhere_is_another_writer(tmp_path: Path) -> None:
    around = surroundings(tmp_path)

    assert around.replica(tmp_path / "a") == around.replica(tmp_path / "x" / ".." / "a")
    assert around.replica(tmp_path / "a") != around.replica(tmp_path / "b")
    assert around.replica(tmp_path / "caf\udce9")


def test_what_the_program_brings_is_there() -> None:
    assert codebook_file()["schema"] == "codeboek/1"
    assert sessions_file()["schema"] == "voorbeeldsessies/1"


def test_own_formats_are_kept_in_the_own_folder(tmp_path: Path) -> None:
    folders = format_folders(tmp_path)

    assert folders.own == tmp_path / "werkvormen"
    assert len(list(folders.built_in.glob("*.json"))) == 4
