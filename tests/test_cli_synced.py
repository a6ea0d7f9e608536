"""A workspace in a synced folder on the command line: the same copy, the same file, nothing lost."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.homes import home_in

from bouwstenen_app import cli
from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

Run = Callable[..., "tuple[int, str, str]"]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def command(*words: object, typed: str = "", laptop: str = "hier") -> tuple[int, str, str]:
        for name, folder in home_in(tmp_path / laptop).items():
            monkeypatch.setenv(name, folder)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        capsys.readouterr()
        code = cli.run([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def work(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "OneDrive - Gemeente"
    folder.mkdir()
    path = folder / "werk.bouwstenen"
    run("nieuw", path)
    run("sessie", path, "--titel", "Zorg")
    return path


def titles_in(path: Path) -> set[str]:
    connection = connect(path, read_only=True)
    try:
        return {title for (title,) in connection.execute("SELECT title FROM block WHERE NOT removed")}
    finally:
        connection.close()


def killed(path: Path, text: str) -> None:
    """Let another program capture something, and end without closing anything."""
    child = os.fork()
    if not child:
        store = open_store(path, surroundings())
        store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def test_a_command_brings_the_file_up_to_date_at_its_end(run: Run, work: Path, tmp_path: Path) -> None:
    code, _, errors = run("vastleggen", work, "--sessie", "zorg", typed="Een\n")
    assert (code, errors) == (0, "")
    assert titles_in(work) == {"Een"}
    assert not [*tmp_path.glob("hier/**/werkkopieën/*")]
    assert [one.name for one in work.parent.iterdir()] == [work.name]


def test_a_command_goes_on_with_what_a_stopped_program_left_and_tells_what_came_in(run: Run, work: Path) -> None:
    run("lijst", work)
    killed(work, "Van hier")
    assert run("vastleggen", work, "--sessie", "zorg", typed="Van daar\n", laptop="daar")[2] == ""
    code, said, errors = run("lijst", work)
    assert code == 0
    assert "Van hier" in said
    assert "Van daar" in said
    assert errors.startswith("Uit OneDrive kwam binnen wat een andere laptop schreef. 1 nieuwe bouwsteen.")
    assert titles_in(work) == {"Van hier", "Van daar"}


def test_a_file_that_was_taken_away_is_told_and_made_again_when_asked(run: Run, work: Path) -> None:
    run("lijst", work)
    killed(work, "Van hier")
    work.rename(work.with_name("verhuisd.bouwstenen"))
    code, said, errors = run("lijst", work)
    assert code == 0
    assert "Van hier" in said
    assert "staat niet meer op haar plek" in errors
    assert "Nog niet bijgewerkt in OneDrive." in errors
    assert not work.exists()
    code, said, errors = run("reservekopie", work, "--opnieuw")
    assert (code, said) == (0, "werk.bouwstenen staat weer op haar plek.\n")
    assert titles_in(work) == {"Van hier"}


def test_a_word_that_is_erased_is_gone_from_the_file(run: Run, work: Path) -> None:
    run("vastleggen", work, "--sessie", "zorg", typed="Zwanenburg belt\n")
    number = run("lijst", work)[1].split()[0]
    assert b"Zwanenburg" in work.read_bytes()
    assert run("wis", work, number, "--ja")[0] == 0
    assert b"Zwanenburg" not in work.read_bytes()


def test_a_password_is_in_the_file_at_once(run: Run, work: Path) -> None:
    password = "vijf gewone woorden op een rij"
    assert run("beveilig", work, "--wachtwoord-stdin", typed=f"{password}\n{password}\n")[0] == 0
    assert not work.read_bytes().startswith(b"SQLite")
    code, _, errors = run("lijst", work, "--wachtwoord-stdin", typed=f"{password}\n", laptop="daar")
    assert (code, errors) == (0, "")
