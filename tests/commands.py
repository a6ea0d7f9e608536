"""A command of the program, run in the process of the test as a person or a script runs it."""

import io
import sys
from typing import Protocol

import pytest

from bouwstenen_app import cli


class Run(Protocol):
    """Runs a command; gives its exit code and what it said on both outputs."""

    def __call__(self, *words: object, typed: str | bytes = b"") -> tuple[int, str, str]: ...


def runner(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs commands; ``typed`` is what someone types, or a pipe gives, on standard input."""

    def command(*words: object, typed: str | bytes = b"") -> tuple[int, str, str]:
        given = typed.encode() if isinstance(typed, str) else typed
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        code = cli.run([str(word) for word in words])
        return code, *capsys.readouterr()

    return command
