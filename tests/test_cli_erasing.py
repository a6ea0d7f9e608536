"""Erasing on the command line: what goes is told, a yes is asked, and what is out of reach is said."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands import Run

from bouwstenen_app.services import auditing, capturing, erasing
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

pytestmark = pytest.mark.usefixtures("own_folder")

NAME = "Zwanenburg"


@pytest.fixture
def work(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "werk.bouwstenen"
    run("nieuw", path)
    run("sessie", path, "--titel", "Zorg", "--regio", "Heuvelrug")
    run("vastleggen", path, "--sessie", "zorg", typed=f"De familie {NAME} belt\nEen tweede over {NAME}\nDerde\n")
    return path


def test_r06_blocks_are_erased_by_their_number(run: Run, work: Path) -> None:
    number = run("lijst", work)[1].split()[0]
    code, said, _ = run("wis", work, number, "--ja")
    assert code == 0
    assert said.startswith("1 bouwsteen gewist.")
    assert "blijft zoals het is" in said
    assert "familie" not in run("lijst", work)[1]
    assert f"familie {NAME}".encode() not in work.read_bytes()


def test_without_a_yes_nothing_is_erased(run: Run, work: Path) -> None:
    number = run("lijst", work)[1].split()[0]
    code, said, problem = run("wis", work, number, typed="ja\n")  # no terminal: a script says --ja
    assert code == 1
    assert f"{number}: alle woorden" in said
    assert "ongedaan" in said
    assert "--ja" in problem
    assert "familie" in run("lijst", work)[1]


def test_r04_a_name_is_replaced_everywhere(run: Run, work: Path) -> None:
    code, said, _ = run("wis", work, "--overal", NAME, "--door", "[naam]", "--ja")
    assert code == 0
    assert said.startswith("Overal vervangen door [naam].")
    assert "De familie [naam] belt" in run("lijst", work)[1]
    assert NAME.lower().encode() not in work.read_bytes().lower()
    code, said, _ = run("wis", work, "--overal", NAME, "--door", "[naam]", "--ja")
    assert (code, said) == (0, "Deze tekst staat nergens in de werkmap en haar reservekopieën hier.\n")


def test_r04_earlier_versions_alone(run: Run, work: Path) -> None:
    number = run("lijst", work)[1].split()[0]
    code, said, _ = run("wis", work, number, "--eerdere-versies", "--ja")
    assert (code, said.splitlines()[0]) == (0, "Eerdere versies van 1 bouwsteen gewist.")
    assert "familie" in run("lijst", work)[1]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("HE-001", "--overal", "x"),
        ("--overal", "naam"),
        ("HE-001", "--door", "[naam]"),
        ("--overal", NAME, "--door", "[naam]", "--eerdere-versies"),
    ],
)
def test_what_is_not_clear_is_not_done(run: Run, work: Path, words: tuple[str, ...]) -> None:
    code, _, problem = run("wis", work, *words, "--ja")
    assert code == 2
    assert "bouwstenen --help" in problem
    assert f"familie {NAME}" in run("lijst", work)[1]


def test_a_number_that_is_not_there_erases_nothing(run: Run, work: Path) -> None:
    number = run("lijst", work)[1].split()[0]
    code, _, problem = run("wis", work, number, "XX-999", "--ja")
    assert code == 1
    assert "XX-999" in problem
    assert "familie" in run("lijst", work)[1]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "json"])
@pytest.mark.parametrize(("search", "others"), [((), 2), (("--zoek", "belt"), 0)])
def test_r06_a_file_of_before_does_not_bring_an_erased_block_back(
    run: Run, work: Path, tmp_path: Path, ending: str, search: tuple[str, ...], others: int
) -> None:
    """Also a file with nothing else in it: what was taken back comes in again, what was erased does not."""
    before = tmp_path / f"vroeger.{ending}"
    assert run("exporteer", work, before, *search)[0] == 0
    number = run("lijst", work)[1].split()[0]
    run("wis", work, number, "--ja")
    code, said, _ = run("importeer", work, before)
    assert code == 0
    assert "1 bouwsteen uit dit bestand is hier voorgoed gewist en komt niet terug." in said
    told = json.loads(run("importeer", work, before, "--proef", "--json")[1])
    assert (told["nieuw"], told["stond_er_al"], told["voorgoed_gewist"]) == (0, others, 1)
    assert "familie" not in run("lijst", work)[1]
    assert f"familie {NAME}".encode() not in work.read_bytes()


def test_what_is_in_the_bin_comes_in_again_beside_what_was_erased(run: Run, work: Path, tmp_path: Path) -> None:
    before = tmp_path / "vroeger.csv"
    run("exporteer", work, before, "--zoek", NAME)
    first, second, _ = [line.split()[0] for line in run("lijst", work)[1].splitlines()[:3]]
    run("wis", work, first, "--ja")
    with closing(open_store(work, surroundings())) as store:
        store.do("Weg", capturing.remove_blocks, store.read(erasing.named, [second]))
    assert run("importeer", work, before)[0] == 0
    assert [line.split()[0] for line in run("lijst", work)[1].splitlines()[:2]] == [second, "HE-003"]


def test_r14_what_goes_here_because_it_was_erased_elsewhere_is_in_the_log(
    run: Run, work: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elders.bouwstenen"
    shutil.copyfile(work, other)
    run("wis", other, "HE-001", "--ja")
    run("exporteer", other, "elders.json")
    assert "voorgoed gewist en verdwijnt hier ook" in run("importeer", work, "elders.json")[1]
    with closing(open_store(work, surroundings())) as store:
        told = [entry.line.told for entry in store.read(auditing.entries, store.laptop)]
    assert "Gewist zoals op een andere laptop: 1 bouwsteen" in told
