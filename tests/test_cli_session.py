"""Votes on the command line: words in, sentences out, and what is in the workspace after that."""

from contextlib import closing
from pathlib import Path

import pytest
from tests.commands import Run

from bouwstenen_app.services import preparing, voting
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

pytestmark = pytest.mark.usefixtures("own_folder")


@pytest.fixture
def work(run: Run, tmp_path: Path) -> Path:
    """A workspace with one session of three blocks."""
    path = tmp_path / "werk.bouwstenen"
    run("nieuw", path)
    run("sessie", path, "--titel", "Zorg en straf", "--regio", "Rivierenhoek")
    run("vastleggen", path, "--sessie", "Zorg", typed="Een\nTwee\nDrie\n")
    return path


def votes(path: Path) -> list[int]:
    with closing(open_store(path, surroundings())) as store:
        workshop = store.read(preparing.named, "Zorg")
        return [ballot.votes for ballot in store.read(voting.ballots, workshop.id)]


def test_votes_are_set_and_added_up(run: Run, work: Path) -> None:
    assert run("stem", work, "--sessie", "Zorg", "1=7", "RH-003=2") == (0, "9 stemmen geteld.\n", "")
    assert run("stem", work, "--sessie", "Zorg", "--erbij", "1=1", "2=1") == (0, "11 stemmen geteld.\n", "")
    assert votes(work) == [8, 1, 2]


def test_votes_come_from_a_file_or_from_what_is_typed(run: Run, work: Path, tmp_path: Path) -> None:
    (tmp_path / "stemmen.txt").write_text("1 4\n\n2: 5\n", encoding="utf-8")
    assert run("stem", work, "stemmen.txt", "--sessie", "Zorg") == (0, "9 stemmen geteld.\n", "")
    assert run("stem", work, "-", "--sessie", "Zorg", typed="RH-003 6\n") == (0, "15 stemmen geteld.\n", "")
    assert votes(work) == [4, 5, 6]


def test_the_total_is_checked_against_the_rule_and_never_refused(run: Run, work: Path) -> None:
    def stem(*words: str) -> str:
        code, told, _ = run("stem", work, "--sessie", "Zorg", *words)
        assert code == 0
        return told.strip()

    assert stem("--regel", "4", "--deelnemers", "6") == "0 van 24 stemmen geteld: nog 24 te gaan."
    assert stem("1=12", "2=12") == "24 van 24 stemmen geteld."
    assert stem("3=3") == "27 stemmen geteld: 3 meer dan 6 × 4."
    assert stem("--regel", "4", "--niet-stapelen", "1=6", "2=6", "3=7").splitlines() == [
        "19 van 24 stemmen geteld: nog 5 te gaan.",
        "Bouwsteen 3 heeft meer stemmen (7) dan er deelnemers zijn.",
    ]


def test_what_cannot_be_counted_is_told_and_changes_nothing(run: Run, work: Path) -> None:
    run("stem", work, "--sessie", "Zorg", "1=1")
    code, _, told = run("stem", work, "--sessie", "Zorg", "--regel", "4", "1=2", "9=1")
    assert (code, told) == (1, "Deze sessie heeft geen bouwsteen 9. De nummers lopen van 1 tot en met 3.\n")

    code, _, told = run("stem", work, "--sessie", "Zorg", "-", typed="1 2\n\nveel\n")
    assert (code, told.split(";")[0]) == (1, "Regel 3, “veel”, zijn geen stemmen")
    assert votes(work) == [1, 0, 0]
    assert run("stem", work, "--sessie", "Zorg")[1] == "1 stem geteld.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["1=veel"], "“1=veel” zijn geen stemmen en is geen bestand."),
        (["--niet-stapelen"], "--niet-stapelen hoort bij --regel."),
        (["--regel", "21"], "Wat achter --regel staat, klopt niet."),
    ],
)
def test_wrong_words_are_wrong_usage(run: Run, work: Path, words: list[str], sentence: str) -> None:
    code, _, told = run("stem", work, "--sessie", "Zorg", *words)

    assert code == 2
    assert told.startswith(sentence)
