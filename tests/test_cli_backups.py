"""Backups on the command line: one now, the list with what differs, one put back, and a damaged file saved from."""

import json
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.commands import Run
from tests.protection import PASSWORD
from tests.services.damage import first_page_zeroed, header_overwritten, truncated

from bouwstenen_app.domain.clock import DAY
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import auditing, capturing, preparing
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

pytestmark = pytest.mark.usefixtures("own_folder")

WITH = "--wachtwoord-stdin"


@pytest.fixture
def work(run: Run, tmp_path: Path) -> Path:
    """A workspace with a backup in which there was one block; now there are two."""
    path = tmp_path / "werk.bouwstenen"
    assert run("nieuw", path)[0] == 0
    assert run("sessie", path, "--titel", "Zorg", "--regio", "Heuvelrug")[0] == 0
    assert run("vastleggen", path, "--sessie", "zorg", typed="Toen\n")[0] == 0
    code, said, _ = run("reservekopie", path)
    assert code == 0
    assert said.startswith("De reservekopie van ")
    assert run("vastleggen", path, "--sessie", "zorg", typed="Nu\n")[0] == 0
    return path


def _titles(run: Run, path: Path, *more: object, typed: str = "") -> list[str]:
    lines = run("lijst", path, *more, typed=typed)[1].splitlines()
    return [line.split("  ", 1)[1] for line in lines[:-1]]


def test_without_a_change_there_is_no_second_backup(work: Path, run: Run) -> None:
    assert run("reservekopie", work)[0] == 0
    code, said, _ = run("reservekopie", work)
    assert code == 0
    assert said.startswith("Er is niets veranderd sinds de reservekopie van ")


def test_a_copy_goes_to_a_place_of_ones_own_and_replaces_nothing(work: Path, run: Run, tmp_path: Path) -> None:
    assert run("reservekopie", work, "stick")[:2] == (0, "De reservekopie staat in stick.bouwstenen.\n")
    assert _titles(run, tmp_path / "stick.bouwstenen") == ["Toen", "Nu"]
    code, _, wrong = run("reservekopie", work, "stick")
    assert code == 1
    assert "bestaat al" in wrong


def test_the_list_says_what_differs_from_now(work: Path, run: Run) -> None:
    code, said, _ = run("herstel", work)
    first, *rest = said.splitlines()
    assert code == 0
    assert first.startswith("1  ")
    assert "1 bouwsteen in 1 sessie" in first
    assert rest == ["   1 bouwsteen minder dan nu."]
    told = json.loads(run("herstel", work, "--json")[1])
    assert (told["nummer"], told["bouwstenen"], told["sessies"]) == (1, 1, 1)
    assert told["verschillen"] == ["1 bouwsteen minder dan nu."]


def test_a_backup_is_put_back_by_number_and_how_it_was_is_kept(work: Path, run: Run) -> None:
    code, said, _ = run("herstel", work, "--van", "1")
    assert code == 0
    assert "is weer zoals op" in said
    assert _titles(run, work) == ["Toen"]
    listed = run("herstel", work)[1]
    assert "voor terugzetten" in listed
    number = next(line[0] for line in listed.splitlines() if "voor terugzetten" in line)
    assert run("herstel", work, "--van", number)[0] == 0
    assert _titles(run, work) == ["Toen", "Nu"]


def test_what_was_put_right_is_told_as_json_too(work: Path, run: Run) -> None:
    told = [
        json.loads(run("herstel", work, *words, "--json")[1])
        for words in (("--tijd",), ("--van", "1", "--nieuw", "toen"), ("--van", "1"))
    ]
    (at,) = {one["datum"] for one in told[1:]}
    assert told == [
        {"bestand": str(work), "hersteld": False},
        {"bestand": "toen.bouwstenen", "datum": at},
        {"bestand": str(work), "datum": at},
    ]


def test_a_backup_is_named_by_a_day_too(work: Path, run: Run) -> None:
    at = json.loads(run("herstel", work, "--json")[1])["datum"]
    assert run("herstel", work, "--van", at[:10], "--nieuw", "toen")[0] == 0
    assert _titles(run, Path("toen.bouwstenen")) == ["Toen"]
    assert run("herstel", work, "--van", at[:16], "--nieuw", "toen2")[0] == 0
    code, _, wrong = run("herstel", work, "--van", "2020-01-01")
    assert (code, wrong) == (1, "Van 2020-01-01 of daarvoor is er geen reservekopie.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--van", "9"], "Er is geen reservekopie 9. Kies een nummer tot en met 1."),
        (["--van", "gisteren"], "is geen nummer en geen datum"),
        (["--nieuw", "x"], "Zeg met --van welke reservekopie je wilt"),
        (["--red", "--van", "1"], "--red gaat niet samen met --van"),
    ],
)
def test_what_cannot_be_meant_is_said_so(work: Path, run: Run, words: list[str], told: str) -> None:
    before = work.read_bytes()
    code, _, wrong = run("herstel", work, *words)
    assert code != 0
    assert told in wrong
    assert work.read_bytes() == before


@pytest.mark.parametrize("damage", [first_page_zeroed, header_overwritten, truncated(0.5)])
def test_of_a_damaged_workspace_the_backup_is_put_back_and_the_damaged_one_kept(
    work: Path, run: Run, damage: Callable[[bytes], bytes]
) -> None:
    work.write_bytes(spoiled := damage(work.read_bytes()))
    code, said, wrong = run("herstel", work)
    assert code == 0
    assert wrong, "that it cannot be opened"
    assert "1 bouwsteen in 1 sessie" in said
    assert run("herstel", work, "--van", "1")[0] == 0
    assert _titles(run, work) == ["Toen"]
    (aside,) = work.parent.glob("werk beschadigd *.bouwstenen")
    assert aside.read_bytes() == spoiled


def test_what_can_be_saved_goes_to_a_file_beside_it(work: Path, run: Run) -> None:
    work.write_bytes(spoiled := first_page_zeroed(work.read_bytes()))
    code, said, _ = run("herstel", work, "--red")
    assert code == 0
    assert said.splitlines() == [
        "2 bouwstenen en 1 sessie zijn nog te lezen.",
        "Ze staan in werk gered.bouwstenen. werk.bouwstenen is niet veranderd.",
    ]
    assert work.read_bytes() == spoiled
    assert _titles(run, work.with_name("werk gered.bouwstenen")) == ["Toen", "Nu"]
    told = json.loads(run("herstel", work, "--red", "elders", "--json")[1])
    assert (told["bouwstenen"], told["ontbreekt"]) == (2, 0)
    assert _titles(run, Path("elders.bouwstenen")) == ["Toen", "Nu"]


def test_of_a_protected_workspace_everything_goes_by_its_password(work: Path, run: Run) -> None:
    line = f"{PASSWORD}\n"
    assert run("beveilig", work, WITH, typed=line)[0] == 0
    assert "1 bouwsteen in 1 sessie" in run("herstel", work, WITH, typed=line)[1]
    assert run("herstel", work, WITH, "--van", "1", typed=line)[0] == 0
    assert _titles(run, work, WITH, typed=line) == ["Toen"]
    assert run("lijst", work)[0] == 1, "it still has its password"
    work.write_bytes(first_page_zeroed(work.read_bytes()))
    code, said, wrong = run("herstel", work, "--red", WITH, typed=line)
    assert (code, wrong) == (0, "")
    assert "1 bouwsteen en 1 sessie zijn nog te lezen." in said
    assert _titles(run, work.with_name("werk gered.bouwstenen"), WITH, typed=line) == ["Toen"]


@pytest.mark.parametrize("spoiled", [slice(0, 16), slice(200, 201), slice(0, 4096)])
def test_a_protected_workspace_with_a_damaged_start_is_told_apart_from_a_wrong_password_and_restored(
    work: Path, run: Run, spoiled: slice
) -> None:
    line = f"{PASSWORD}\n"
    assert run("beveilig", work, WITH, typed=line)[0] == 0
    data = bytearray(work.read_bytes())
    data[spoiled] = bytes(byte ^ 0x55 for byte in data[spoiled])
    work.write_bytes(data)
    way = "Met “bouwstenen herstel werk.bouwstenen” zie je haar reservekopieën."
    code, _, wrong = run("lijst", work, WITH, typed="een heel ander wachtwoord\n")
    assert code == 1
    assert "gaat niet open met dit wachtwoord" in wrong
    assert wrong.strip().endswith(way)
    code, _, wrong = run("lijst", work, WITH, typed=line)
    assert code == 1
    assert wrong.startswith("werk.bouwstenen is beschadigd. Het wachtwoord klopt")
    assert wrong.strip().endswith(way)
    assert "1 bouwsteen in 1 sessie" in run("herstel", work, WITH, typed=line)[1]
    assert "2 bouwstenen en 1 sessie zijn nog te lezen." in run("herstel", work, "--red", WITH, typed=line)[1]
    assert work.read_bytes() == data
    assert run("herstel", work, WITH, "--van", "1", typed=line)[0] == 0
    assert _titles(run, work, WITH, typed=line) == ["Toen"]
    assert _titles(run, work.with_name("werk gered.bouwstenen"), WITH, typed=line) == ["Toen", "Nu"]


def test_without_backups_on_this_laptop_the_pages_under_a_damaged_start_are_saved_all_the_same(
    work: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    line = f"{PASSWORD}\n"
    assert run("beveilig", work, WITH, typed=line)[0] == 0
    data = bytearray(work.read_bytes())
    data[100:4096] = bytes(byte ^ 0x55 for byte in data[100:4096])  # its salt is whole
    work.write_bytes(data)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "andere laptop"))
    code, said, _ = run("herstel", work, "--red", WITH, typed=line)
    assert (code, said.splitlines()[0]) == (0, "2 bouwstenen en 1 sessie zijn nog te lezen.")


def test_without_backups_that_is_said(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "leeg.bouwstenen"
    assert run("nieuw", path)[0] == 0
    assert run("herstel", path)[1] == "Van leeg.bouwstenen zijn op deze laptop nog geen reservekopieën.\n"
    code, _, wrong = run("herstel", path, "--van", "1")
    assert (code, wrong) == (1, "Van leeg.bouwstenen zijn op deze laptop nog geen reservekopieën.\n")


def test_of_a_file_that_is_not_there_and_has_no_backups_a_script_is_told_that_it_did_not_go(
    run: Run, tmp_path: Path
) -> None:
    for words in (("herstel", "weg"), ("herstel", "weg", "--json")):
        code, said, problem = run(*words)
        assert (code, said) == (1, "")
        assert "weg.bouwstenen bestaat niet" in problem
        assert "nog geen reservekopieën" in problem


def test_work_of_a_clock_that_was_ahead_gets_the_date_of_now(work: Path, run: Run) -> None:
    assert "staat niets van later dan nu" in run("herstel", work, "--tijd")[1]
    around = surroundings()
    later = replace(
        around,
        now=lambda: datetime.now() + timedelta(days=800),
        new_id=identities(lambda: time.time_ns() // 1_000_000 + 800 * DAY),
    )
    with closing(open_store(work, later)) as store:
        workshop = store.read(preparing.workshops)[0].id
        store.do("Nieuw", capturing.capture, "Van later", workshop=workshop)
    code, said, _ = run("herstel", work, "--tijd")
    assert (code, "Hoe het was, is bewaard." in said) == (0, True)
    assert _titles(run, work) == ["Toen", "Nu", "Van later"]
    assert "staat niets van later dan nu" in run("herstel", work, "--tijd")[1]
    assert "voor terugzetten" in run("herstel", work)[1]
    assert run("herstel", work, "--tijd", "--van", "1")[0] == 2


def test_r06_a_backup_that_erasing_did_not_reach_brings_nothing_back_in_a_workspace_of_its_own(
    work: Path, run: Run, tmp_path: Path
) -> None:
    (backup,) = (tmp_path / "eigen map").rglob("reservekopieën/*/*.bouwstenen")
    away = backup.read_bytes()
    number = run("lijst", work)[1].split()[0]
    assert run("wis", work, number, "--ja")[0] == 0
    backup.write_bytes(away)  # it was on a disk that was not there
    assert run("herstel", work, "--van", "1", "--nieuw", "toen")[0] == 0
    assert "Toen" not in run("lijst", "toen")[1]
    assert b"Toen" not in Path("toen.bouwstenen").read_bytes()

    work.write_bytes(b"niet meer te lezen")  # then it is not known what was erased, and the backup is all there is
    assert run("herstel", work, "--van", "1", "--nieuw", "alles")[0] == 0
    assert "Toen" in run("lijst", "alles")[1]


def _log(path: Path) -> list[str]:
    with closing(open_store(path, surroundings())) as store:
        return [entry.line.told for entry in reversed(store.read(auditing.entries, store.laptop))]


def test_r14_the_log_goes_on_when_an_earlier_state_is_put_back_or_saved_from(work: Path, run: Run) -> None:
    """Else whoever sent something away could put a backup back, and nobody would read of it."""
    before = _log(work)
    assert run("exporteer", work, "weg.csv")[0] == 0
    exported = ["Geëxporteerd (csv): 2 bouwstenen", "Geopend op de opdrachtregel"]
    assert run("herstel", work, "--van", "1")[0] == 0
    assert _log(work) == [*before, *exported, "Reservekopie teruggezet: 1 bouwsteen"]

    assert run("herstel", work, "--red", "gered.bouwstenen")[0] == 0
    saved = _log(work.with_name("gered.bouwstenen"))
    assert saved == [*_log(work), "Gered uit een beschadigd bestand: 1 bouwsteen"]

    assert run("herstel", work, "--van", "1")[0] == 0  # how it was before that: no line stands there twice
    assert _log(work).count(exported[0]) == 1


def test_r14_the_log_says_which_commands_went_well(work: Path, run: Run) -> None:
    assert run("lijst", work)[0] == 0
    assert run("rapport", work, "uit.docx")[0] == 0
    assert run("rapport", work, "uit.xyz")[0] == 1
    assert run("reservekopie", work, "mee.bouwstenen")[0] == 0
    around = surroundings()
    store = open_store(work, around)
    told = [entry.line.told for entry in store.read(auditing.entries, store.laptop)]
    store.close()
    assert told[:5] == [
        "Geopend op de opdrachtregel",
        "Kopie van de werkmap gemaakt",
        "Geopend op de opdrachtregel",
        "Geëxporteerd (geconsolideerd): 2 bouwstenen",
        "Geopend op de opdrachtregel",
    ]
