"""Which words are a command, and which are a file to open in the window."""

from pathlib import Path

import pytest

from bouwstenen_app import __main__, app, cli

OPENED = 42
"""What the window gives back here: a real one would wait for a person."""


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str | None]:
    """The files that the window was asked to open."""
    files: list[str | None] = []

    def run(file: str | None) -> int:
        files.append(file)
        return OPENED

    monkeypatch.setattr(app, "run", run)
    monkeypatch.chdir(tmp_path)
    return files


def test_without_words_the_window_opens(opened: list[str | None]) -> None:
    assert (__main__.main([]), opened) == (OPENED, [None])


@pytest.mark.parametrize("name", ["werk.bouwstenen", "map/nog niet.bouwstenen", "zonder ending"])
def test_a_file_opens_in_the_window(opened: list[str | None], tmp_path: Path, name: str) -> None:
    (tmp_path / "zonder ending").touch()

    assert (__main__.main([name]), opened) == (OPENED, [name])


@pytest.mark.parametrize(
    ("words", "code"), [(["lijst"], 2), (["doe"], 2), (["--wat"], 2), (["--help"], 0), (["lijst", "weg.x"], 1)]
)
def test_other_words_go_to_the_command_line(opened: list[str | None], words: list[str], code: int) -> None:
    assert (__main__.main(words), opened) == (code, [])


@pytest.mark.parametrize(("name", "code"), [("lijst", 2), ("papieren", 0), ("wis", 2)])
def test_a_file_named_like_a_command_does_not_hide_it(
    opened: list[str | None], tmp_path: Path, name: str, code: int
) -> None:
    (tmp_path / name).touch()

    assert (__main__.main([name]), opened) == (code, [])


def test_every_command_is_known_before_the_command_line_is_imported() -> None:
    assert {*__main__.COMMANDS} == {*cli._commands()}
