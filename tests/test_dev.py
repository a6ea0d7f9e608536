"""The one command that sets up, starts and tests, in a checkout of its own: a folder with a space in its name."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "een map"
    folder.mkdir()
    for name in ("dev.py", "requirements.txt", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def set_up(checkout: Path) -> Path:
    """A checkout whose .venv is there already; its Python says with which words it was called."""
    python = checkout / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$PWD"\nfor word in "$@"; do echo "[$word]"; done\nexit 7\n')
    python.chmod(0o755)
    wanted = subprocess.run(
        [sys.executable, "-c", "import dev; print(dev.wanted(), end='')"],
        cwd=checkout,
        capture_output=True,
        check=True,
    )
    (checkout / ".venv" / "installed-lock").write_bytes(wanted.stdout)
    return checkout


def _dev(checkout: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, checkout / "dev.py", *words],
        cwd=checkout.parent,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_without_a_network_it_says_so_in_one_sentence(checkout: Path) -> None:
    made = _dev(
        checkout, "test", PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_EXTRA_INDEX_URL="", PIP_RETRIES="0"
    )

    assert made.returncode == 1
    assert made.stderr.startswith("Setting up failed: check the network and the disk, then run this again. (")
    assert made.stderr.count("\n") == 1
    assert not (checkout / ".venv" / "installed-lock").exists()


@posix
def test_what_is_set_up_is_not_set_up_again_and_words_go_to_the_tests(set_up: Path) -> None:
    done = _dev(set_up, "test", "-k", "een of ander")

    assert done.returncode == 7
    assert done.stdout.splitlines() == [
        str(set_up), "[-m]", "[pytest]", "[-n]", "[auto]", "[-k]", "[een of ander]"
    ]  # fmt: skip


@posix
def test_other_words_go_to_the_program_as_they_are(set_up: Path) -> None:
    done = _dev(set_up, "lijst", "mijn werkmap.bouwstenen", "--zoek", "")

    assert done.returncode == 7
    assert done.stdout.splitlines() == [
        str(set_up.parent), "[-m]", "[bouwstenen_app]", "[lijst]", "[mijn werkmap.bouwstenen]", "[--zoek]", "[]"
    ]  # fmt: skip


@posix
def test_an_example_that_cannot_be_made_ends_it_without_a_trace(set_up: Path) -> None:
    done = _dev(set_up)

    assert (done.returncode, done.stderr) == (7, "")
    assert done.stdout.splitlines()[-2:] == ["[voorbeeld]", f"[{set_up / 'out' / 'voorbeeld.bouwstenen'}]"]
