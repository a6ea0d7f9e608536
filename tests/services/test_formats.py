import dataclasses
import json
from pathlib import Path

import pytest

from bouwstenen_app.domain.formats import Format, FormatStep
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import formats
from bouwstenen_app.services.formats import FormatFolders

BUILT_IN = Path(__file__).parents[2] / "resources" / "formats"
OWN = Format("Dagdeel in de régio / 2", (FormatStep("Ronde", "Wat?", "Tafels", 30),), 45)


@pytest.fixture
def folders(tmp_path: Path) -> FormatFolders:
    return FormatFolders(BUILT_IN, tmp_path / "werkvormen")


def test_the_formats_of_the_program_are_complete_and_their_minutes_add_up(folders: FormatFolders) -> None:
    found = formats.known(folders)

    assert found.problems == ()
    assert {each.name: each.minutes for each in found.formats} == {
        "Bouwstenensessie 2 uur": 120,
        "Korte sessie 1 uur": 60,
        "Reflectie op casusvrije praktijk": 90,
        "Tafelgesprekken": 90,
    }
    for each in found.formats:
        assert each.buffer == 5
        assert each.about
        assert each.agreements
        assert sum(step.gathers for step in each.steps) >= 2
        assert all(step.question for step in each.steps if step.name != "Pauze")
        assert all(15 <= step.minutes <= 30 for step in each.steps if step.gathers)
        assert 3 <= each.votes_each <= 5


def test_an_own_format_is_saved_and_found_after_those_of_the_program(folders: FormatFolders) -> None:
    file = formats.save(folders, OWN)

    assert file.name == "werkvorm-dagdeel-in-de-regio-2.json"
    assert formats.known(folders).formats[-1] == OWN
    assert [each.name for each in folders.own.iterdir()] == [file.name]


def test_a_name_that_is_there_already_is_a_problem(folders: FormatFolders) -> None:
    formats.save(folders, OWN)
    for name in ("dagdeel in de regio / 2", "KORTE SESSIE 1 UUR"):
        with pytest.raises(Problem, match="andere naam"):
            formats.save(folders, dataclasses.replace(OWN, name=name))
    assert len(list(folders.own.iterdir())) == 1


def test_names_that_look_alike_as_files_do_not_overwrite_each_other(folders: FormatFolders) -> None:
    formats.save(folders, dataclasses.replace(OWN, name="A + b"))
    formats.save(folders, dataclasses.replace(OWN, name="A & b"))
    formats.save(folders, dataclasses.replace(OWN, name="工作坊"))

    assert len(formats.known(folders).formats) == 7


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"schema": "werkvorm/1"}'])
def test_a_bad_file_is_named_and_hides_no_other(folders: FormatFolders, content: bytes) -> None:
    formats.save(folders, OWN)
    (folders.own / "stuk.json").write_bytes(content)
    found = formats.known(folders)

    assert found.formats[-1] == OWN
    assert ["stuk.json" in str(problem) for problem in found.problems] == [True]


def test_a_file_that_is_too_large_is_not_read(folders: FormatFolders) -> None:
    folders.own.mkdir()
    (folders.own / "groot.json").write_text(json.dumps({"x": "y" * 1_000_001}), encoding="utf-8")

    assert "te groot" in str(formats.known(folders).problems[0])


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "werkvormen").write_text("een bestand", encoding="utf-8")
    with pytest.raises(Problem, match="rechten"):
        formats.save(FormatFolders(BUILT_IN, tmp_path / "werkvormen"), OWN)


def test_an_own_format_takes_another_name_and_keeps_its_file(folders: FormatFolders) -> None:
    file = formats.save(folders, OWN)
    renamed = formats.rename(folders, OWN.name, "  Dagdeel in de zaal ")

    assert renamed == dataclasses.replace(OWN, name="Dagdeel in de zaal")
    assert formats.known(folders).formats[-1] == renamed
    assert formats.known(folders).own == {renamed.name: file}
    assert formats.rename(folders, renamed.name, "DAGDEEL in de zaal").name == "DAGDEEL in de zaal"


def test_a_name_that_is_taken_or_empty_is_refused(folders: FormatFolders) -> None:
    formats.save(folders, OWN)
    for taken, said in (("Tafelgesprekken", "andere naam"), (" ", "naam")):
        with pytest.raises(Problem, match=said):
            formats.rename(folders, OWN.name, taken)
    assert formats.known(folders).formats[-1] == OWN


def test_an_own_format_goes_away_and_comes_back(folders: FormatFolders) -> None:
    formats.save(folders, OWN)
    away = formats.remove(folders, OWN.name)
    assert len(formats.known(folders).formats) == 4
    assert formats.known(folders).own == {}

    assert formats.put_back(folders, away) == OWN
    assert formats.known(folders).formats[-1] == OWN
    assert not away.exists()


def test_what_was_taken_away_stays_there_when_its_name_is_in_use(folders: FormatFolders) -> None:
    formats.save(folders, OWN)
    away = formats.remove(folders, OWN.name)
    formats.save(folders, OWN)

    with pytest.raises(Problem, match="andere naam"):
        formats.put_back(folders, away)
    assert formats.remove(folders, OWN.name) != away


def test_the_formats_of_the_program_stay(folders: FormatFolders) -> None:
    for act in (formats.remove, lambda here, name: formats.rename(here, name, "Anders")):
        with pytest.raises(Problem, match="hoort bij het programma"):
            act(folders, "Tafelgesprekken")
