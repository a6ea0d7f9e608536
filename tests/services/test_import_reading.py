"""Files from elsewhere are read, and broken ones are told, each in one sentence, within bounds."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.services.broken_files import KINDS, document, workbook, written

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import importing
from bouwstenen_app.services.import_reading import read
from bouwstenen_app.storage.store import Store

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 400
"""Beside what the program takes itself."""
HARNESS = """
import resource, sys
from pathlib import Path
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import importing
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        importing.read(path)
    except Problem:
        pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
MOST_HARMLESS = {".xlsx": 14, ".docx": 14, ".csv": 6, ".txt": 6, ".md": 6, ".json": 0}
"""How many of the random ones may be readable after all: a hole in a picture, a cut in the last byte."""


@pytest.mark.parametrize("ending", KINDS)
def test_fifty_broken_files_are_told_in_a_sentence_and_nothing_changes(
    ending: str, tmp_path: Path, empty_store: Store
) -> None:
    before = _counts(empty_store)
    harmless: list[str] = []
    told: dict[str, str] = {}
    for name, path in written(tmp_path, ending):
        try:
            given = importing.read(path)
            chosen = empty_store.read(importing.guess, given)
            if empty_store.read(importing.plan, given, chosen).anything:
                harmless.append(name)
        except Problem as problem:
            told[name] = str(problem)
            assert path.name in told[name], name
            assert told[name].endswith("."), name
            assert len(told[name]) < 330, name
        path.unlink()

    assert len(told) + len(harmless) >= 40
    assert not [name for name in harmless if not name.startswith(("gat", "afgeknipt", "ruis", "elke"))]
    assert len(harmless) <= MOST_HARMLESS[ending], harmless
    assert _counts(empty_store) == before


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
def test_no_broken_file_takes_much_memory(tmp_path: Path) -> None:
    for ending in KINDS:
        assert [*written(tmp_path, ending)]
    command = [sys.executable, "-c", HARNESS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=300, cwd=ROOT)
    assert int(done.stdout) < MOST_MEGABYTES


def _counts(store: Store) -> object:
    return store.read(lambda session: session.connection().exec_driver_sql("select count(*) from change").scalar())


def test_there_are_fifty_of_each() -> None:
    assert {ending: len([*make()]) >= 50 for ending, make in KINDS.items()} == dict.fromkeys(KINDS, True)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("titel;é\nZoë;€".encode(), "utf-8"),
        ("titel;é\nZoë;€".encode("utf-8-sig"), "utf-8"),
        ("titel;é\nZoë;€".encode("cp1252"), "cp1252"),
        ("titel;é\nZoë;€".encode("utf-16"), "utf-16-le"),
        ("titel;é\nZoë;€".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_every_usual_encoding_is_read(data: bytes, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    given = read(path)
    assert given.tables[0].head == ("titel", "é")
    assert given.tables[0].rows == ((2, ("Zoë", "€")),)
    assert (given.encoding, given.separator) == (encoding, ";")


def test_another_encoding_and_separator_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("titel;x,é\nZoë;y,€".encode())
    given = read(path, encoding="cp1252", separator=";")
    assert given.tables[0].head == ("titel", "x,Ã©")


def test_a_copy_with_another_name_is_the_same_file(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(workbook())
    assert read(tmp_path / "a.xlsx").digest == read(tmp_path / "b.xlsx").digest


def test_a_word_file_gives_its_list_under_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "notulen.docx"
    path.write_bytes(document())
    given = read(path)
    assert (len(given.blocks), given.title) == (20, "Werksessie")


def test_another_ending_and_a_file_that_is_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"presentatie.pptx kan hier niet .* \.xlsx, \.csv"):
        read(tmp_path / "presentatie.pptx")
    with pytest.raises(Problem, match=r"weg\.csv is niet gevonden"):
        read(tmp_path / "weg.csv")
