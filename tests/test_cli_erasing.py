"""Erasing on the command line: what goes is told, a yes is asked, and what is out of reach is said."""

from pathlib import Path

import pytest
from tests.commands import Run

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
    assert (code, said) == (0, "Deze tekst staat nergens in de werkmap.\n")


def test_r04_earlier_versions_alone(run: Run, work: Path) -> None:
    number = run("lijst", work)[1].split()[0]
    code, said, _ = run("wis", work, number, "--eerdere-versies", "--ja")
    assert (code, said.splitlines()[0]) == (0, "Eerdere versies van 1 bouwsteen gewist.")
    assert "familie" in run("lijst", work)[1]


@pytest.mark.parametrize("words", [(), ("RH-001", "--overal", "x"), ("--overal", "naam")])
def test_what_is_not_clear_is_not_done(run: Run, work: Path, words: tuple[str, ...]) -> None:
    code, _, problem = run("wis", work, *words, "--ja")
    assert code == 2
    assert "bouwstenen --help" in problem


def test_a_number_that_is_not_there_erases_nothing(run: Run, work: Path) -> None:
    number = run("lijst", work)[1].split()[0]
    code, _, problem = run("wis", work, number, "XX-999", "--ja")
    assert code == 1
    assert "XX-999" in problem
    assert "familie" in run("lijst", work)[1]
