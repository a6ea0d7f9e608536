"""Passwords on the command line: set, used, changed and removed; never in an argument, never shown."""

import os
import pty
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands import Run
from tests.protection import PASSWORD

from bouwstenen_app.services import auditing, unlocking
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

pytestmark = pytest.mark.usefixtures("own_folder")

OTHER = "nog vijf heel gewone woorden"
CANARY = "kanariepietendieniemandmaglezen"
WITH = "--wachtwoord-stdin"


@pytest.fixture
def protected(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "werk.bouwstenen"
    assert run("nieuw", path)[0] == 0
    assert run("sessie", path, "--titel", "Zorg", "--regio", "Heuvelrug")[0] == 0
    assert run("vastleggen", path, "--sessie", "zorg", typed=f"De {CANARY} belt\n")[0] == 0
    code, said, _ = run("beveilig", path, WITH, typed=f"{PASSWORD}\n")
    assert code == 0
    assert "is beveiligd met een wachtwoord" in said
    assert "kan er niet meer bij" in said
    return path


def _leaks(folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if CANARY.encode() in path.read_bytes()]


def test_a_protected_workspace_is_used_as_any_other_with_its_password_first(protected: Path, run: Run) -> None:
    code, said, _ = run("vastleggen", protected, "--sessie", "zorg", WITH, typed=f"{PASSWORD}\nTweede regel\n")
    assert (code, said) == (0, "1 bouwsteen vastgelegd in “Zorg”.\n")
    listed = run("lijst", protected, WITH, typed=PASSWORD)[1].splitlines()
    assert [line.split("  ", 1)[1] for line in listed[:2]] == [f"De {CANARY} belt", "Tweede regel"]
    assert listed[2] == "2 bouwstenen"
    assert run("controleer", protected, WITH, typed=f"{PASSWORD}\n")[0] == 0
    assert _leaks(protected.parent) == []


def test_without_its_password_a_script_is_told_how_to_give_it(protected: Path, run: Run) -> None:
    code, said, wrong = run("lijst", protected)
    assert (code, said) == (1, "")
    assert "beveiligd met een wachtwoord" in wrong
    assert WITH in wrong


def test_a_wrong_password_is_one_sentence_that_does_not_repeat_it(protected: Path, run: Run) -> None:
    code, said, wrong = run("lijst", protected, WITH, typed="een verkeerd wachtwoord\n")
    assert (code, said) == (1, "")
    assert wrong.startswith("werk.bouwstenen gaat niet open met dit wachtwoord.")
    assert "verkeerd wachtwoord" not in wrong.replace("dit wachtwoord", "")
    assert run("lijst", protected, WITH, typed="")[0] == 1


def test_a_password_is_changed_and_then_removed(protected: Path, run: Run) -> None:
    assert run("beveilig", protected, WITH, typed=f"{PASSWORD}\n{OTHER}\n")[0] == 0
    assert run("lijst", protected, WITH, typed=PASSWORD)[0] == 1
    assert run("lijst", protected, WITH, typed=OTHER)[0] == 0
    code, said, _ = run("beveilig", protected, "--verwijder", WITH, typed=OTHER)
    assert (code, "geen wachtwoord meer" in said) == (0, True)
    assert run("lijst", protected)[0] == 0
    assert "heeft geen wachtwoord" in run("beveilig", protected, "--verwijder")[1]


def test_a_new_password_that_is_too_short_leaves_the_old_one(protected: Path, run: Run) -> None:
    code, _, wrong = run("beveilig", protected, WITH, typed=f"{PASSWORD}\nkort\n")
    assert (code, "langer" in wrong) == (1, True)
    assert run("lijst", protected, WITH, typed=PASSWORD)[0] == 0


def test_the_recovery_code_opens_it_where_a_password_is_asked(protected: Path, run: Run) -> None:
    code = run("beveilig", protected, "--herstelcode", WITH, typed=PASSWORD)[1].strip()
    assert run("lijst", protected, WITH, typed=code.lower().replace("-", " "))[0] == 0
    assert run("lijst", protected, WITH, typed=code[:-1] + ("A" if code[-1] != "A" else "B"))[0] == 1


def test_what_a_script_reads_as_a_recovery_code_is_one(run: Run) -> None:
    run("nieuw", "open")
    code, said, told = run("beveilig", "open", "--herstelcode")
    assert (code, said) == (1, "")
    assert told == "open.bouwstenen heeft geen wachtwoord, en dus geen herstelcode.\n"


def test_r14_the_log_tells_that_the_recovery_code_was_shown(protected: Path, run: Run) -> None:
    assert run("beveilig", protected, "--herstelcode", WITH, typed=f"{PASSWORD}\n")[0] == 0
    around = surroundings()
    unlocking.unlock(protected, PASSWORD, around)
    with closing(open_store(protected, around)) as store:
        (newest, before, *_) = store.read(auditing.entries, store.laptop)
    assert (newest.line.told, before.line.told) == ("Herstelcode getoond", "Geopend op de opdrachtregel")


@pytest.mark.parametrize("option", ["--wachtwoord", "--wachtwoord-stdin", "--password"])
def test_a_password_in_the_command_is_not_repeated_and_the_way_is_told(
    protected: Path, run: Run, option: str
) -> None:
    code, said, told = run("lijst", protected, f"{option}={CANARY}")
    assert (code, said) == (2, "")
    assert CANARY not in told
    assert told.startswith("Een wachtwoord staat nooit in de opdracht zelf. Zet er --wachtwoord-stdin bij")


def test_options_that_do_not_go_together_are_named(protected: Path, run: Run) -> None:
    code, _, told = run("beveilig", protected, "--verwijder", "--herstelcode")
    assert code == 2
    assert told.startswith("--herstelcode gaat niet samen met --verwijder.")


def test_a_new_workspace_begins_with_a_password(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "nieuw.bouwstenen"
    assert run("nieuw", path, "--met-wachtwoord", WITH, typed=PASSWORD)[0] == 0
    assert run("sessie", path, "--titel", "Zorg")[0] == 1
    assert run("sessie", path, "--titel", "Zorg", WITH, typed=PASSWORD)[0] == 0


def test_r09_a_parcel_has_a_password_of_its_own_and_comes_in_with_it(
    protected: Path, tmp_path: Path, run: Run
) -> None:
    parcel, other = tmp_path / "pakket.bouwstenen", tmp_path / "ander.bouwstenen"
    sent = run(
        "pakket", protected, parcel, "--sessie", "zorg", "--met-wachtwoord", WITH, typed=f"{PASSWORD}\n{OTHER}\n"
    )
    assert sent[0] == 0
    assert run("nieuw", other, "--met-wachtwoord", WITH, typed=PASSWORD)[0] == 0
    assert run("voeg-samen", other, parcel, WITH, typed=f"{PASSWORD}\n{PASSWORD}\n")[0] == 1
    assert run("voeg-samen", other, parcel, WITH, typed=f"{PASSWORD}\n{OTHER}\n")[0] == 0
    assert CANARY in run("lijst", other, WITH, typed=PASSWORD)[1]
    assert _leaks(tmp_path) == []


def test_r09_of_a_parcel_without_a_password_it_is_said_that_everyone_can_read_it(
    protected: Path, tmp_path: Path, run: Run
) -> None:
    words = ("pakket", protected, tmp_path / "pakket.bouwstenen", "--sessie", "zorg", WITH)
    code, _, said = run(*words, typed=PASSWORD)
    assert (code, "Het pakket heeft geen wachtwoord" in said) == (0, True)
    closed = (*words[:2], tmp_path / "dicht.bouwstenen", *words[3:], "--met-wachtwoord")
    code, _, said = run(*closed, typed=f"{PASSWORD}\n{OTHER}\n")
    assert (code, "geen wachtwoord" in said) == (0, False)


def test_at_a_terminal_the_password_is_asked_for_and_not_shown(protected: Path) -> None:
    """A real process on a real terminal: it may be typed wrong twice."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "bouwstenen_app", "lijst", str(protected)]
    program = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
    os.close(slave)
    shown = b""

    def until(sign: bytes, times: int = 1) -> None:
        nonlocal shown
        end = time.monotonic() + 60
        while shown.count(sign) < times and time.monotonic() < end:
            try:
                shown += os.read(master, 65536)
            except OSError:  # the other side is closed
                return

    until(b"Wachtwoord van werk.bouwstenen: ")
    os.write(master, b"een verkeerd wachtwoord\n")
    until(b"Wachtwoord van werk.bouwstenen: ", 2)
    os.write(master, f"{PASSWORD}\n".encode())
    until(b"1 bouwsteen")
    assert program.wait(timeout=60) == 0
    os.close(master)
    text = shown.decode()
    assert CANARY in text
    assert "gaat niet open met dit wachtwoord" in text
    assert PASSWORD not in text
