"""How a command ends that is broken off, has no input or output, or meets a bug: never with a stack trace."""

import os
import pty
import select
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands import Run
from tests.protection import PASSWORD

from bouwstenen_app import cli, cli_privacy
from bouwstenen_app.folders import data_folder
from bouwstenen_app.services import auditing
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings

pytestmark = pytest.mark.usefixtures("own_folder")

COMMAND = [sys.executable, "-m", "bouwstenen_app"]
BREAK_OFF, END = b"\x03", b"\x04"
"""What Ctrl+C and Ctrl+D give on a terminal."""


@pytest.fixture
def protected(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "werk.bouwstenen"
    assert run("nieuw", path, "--met-wachtwoord", "--wachtwoord-stdin", typed=f"{PASSWORD}\n")[0] == 0
    return path


def _answered(key: bytes, *words: object) -> tuple[int, str]:
    """Press a key at the first question that a command asks on a terminal; return its code and what it showed."""
    child, terminal = pty.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # who starts the tests in the background lets nobody break off
        os.execv(sys.executable, [*COMMAND, *map(str, words)])
    shown, end, answered = b"", time.monotonic() + 60, False
    while select.select([terminal], [], [], max(0.0, end - time.monotonic()))[0]:
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the other side is closed
            break
        if not answered and shown.endswith(b": "):
            answered = os.write(terminal, key) == len(key)
    else:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode()


def test_who_breaks_off_at_a_question_reads_one_word_and_nothing_is_done(protected: Path, run: Run) -> None:
    code, shown = _answered(BREAK_OFF, "lijst", protected)
    assert (code, shown.splitlines()[-1]) == (130, "Afgebroken.")
    assert "Traceback" not in shown

    plain = protected.with_name("open.bouwstenen")
    run("voorbeeld", plain)
    before = run("lijst", plain)
    code, shown = _answered(BREAK_OFF, "wis", plain, "RH-001")
    assert (code, shown.splitlines()[-1]) == (130, "Afgebroken.")
    assert run("lijst", plain) == before


def test_who_gives_no_password_at_the_question_reads_one_sentence(protected: Path) -> None:
    code, shown = _answered(END, "lijst", protected)
    assert (code, shown.splitlines()[-1]) == (1, "Er is geen wachtwoord gegeven. Er is niets veranderd.")


@pytest.mark.parametrize("words", [("nieuw", "ander", "--met-wachtwoord"), ("beveilig", "werk")])
def test_a_new_password_is_not_read_from_a_pipe_unasked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    run("nieuw", "werk")
    code, said, problem = run(*words, typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert (code, said) == (1, "")
    assert "--wachtwoord-stdin" in problem
    assert Path("werk.bouwstenen").read_bytes().startswith(b"SQLite format 3")
    assert not Path("ander.bouwstenen").exists()


@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), (">&-", 1), ("2>&-", 1), ("<&- >&- 2>&-", 1)])
def test_a_command_without_an_input_or_output_ends_as_with_an_empty_one(
    protected: Path, closed: str, code: int
) -> None:
    for words in (["privacy", "--json"], ["lijst", str(protected), "--wachtwoord-stdin"]):
        given = ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, *words]
        ended = subprocess.run(given, input=b"", capture_output=True, check=False, timeout=60)
        assert ended.returncode == (0 if words[0] == "privacy" else code)
        assert ended.stdout == b""
        assert b"Traceback" not in ended.stderr


def test_r12_a_bug_is_written_down_without_content_and_told_in_two_sentences(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(line: str) -> None:
        raise ValueError(line)

    monkeypatch.setattr(cli_privacy, "findings", broken)
    code, said, told = run("privacy", "--json", typed="Moeder Zwanenburg belde")
    log = data_folder() / "fouten.log"
    assert (code, said) == (cli.BUG, "")
    assert told.startswith("Er ging iets mis. Dat ligt aan Bouwstenen, niet aan jou")
    assert str(log) in told
    written = log.read_text("utf-8")
    assert "ValueError" in written
    assert "cli_privacy.py" in written
    assert "Zwanenburg" not in told + written


@pytest.mark.parametrize(
    "words",
    [
        ("lijst", "voorbeeld"),
        ("wis", "voorbeeld", "RH-001", "--ja"),
        ("reservekopie", "voorbeeld"),
    ],
)
def test_r14_a_workspace_that_a_command_opened_has_a_line_of_it(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    run("voorbeeld", "voorbeeld")
    assert run(*words)[0] == 0
    assert "Geopend op de opdrachtregel" in _log(tmp_path / "voorbeeld.bouwstenen")


def test_r14_who_has_read_enough_of_it_has_a_line_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.bouwstenen"
    run("voorbeeld", path)
    with subprocess.Popen([*COMMAND, "lijkt-op", path, "--json"], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.close()
    assert program.returncode == 0
    assert _log(path) == ["Geopend op de opdrachtregel"]


def _log(path: Path) -> list[str]:
    with closing(open_store(path, surroundings())) as store:
        return [entry.line.told for entry in store.read(auditing.entries, store.laptop)]
