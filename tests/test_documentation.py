"""What the documents for developers name is there: files, modules, commands and their options."""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bouwstenen_app import cli
from bouwstenen_app.cli_help import HELP
from bouwstenen_app.cli_opening import OPTION
from bouwstenen_app.domain.recipes import KINDS

ROOT = Path(__file__).parent.parent
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/reliability.md")
FOLDERS = ("src", "tests", "benchmarks", "resources", "docs", ".ci")
EVERYWHERE = {"--help", OPTION}
"""Options that every command has, or every one that opens a workspace: said once, under the list."""


def _files() -> list[str]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return [path.relative_to(ROOT).as_posix() for path in (*found, *ROOT.iterdir())]


def _named(text: str) -> set[str]:
    """Return the files and folders that a document names between backticks."""
    words = {word for span in re.findall(r"`([^`\n]+)`", text) for word in span.split()}
    return {word for word in words if re.fullmatch(r"[\w./*-]*\w\.(py|md|toml|json|txt)|[\w.-]+/[\w./*-]+", word)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    files = _files()
    missing = [
        name
        for name in _named((ROOT / document).read_text(encoding="utf-8"))
        if not any(re.search(rf"(^|/){_pattern(name)}$", file) for file in files)
    ]

    assert missing == []


def _pattern(name: str) -> str:
    return re.escape(name.rstrip("/")).replace(r"\*", "[^/]*")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_module_that_a_document_lets_run_is_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    modules = {name.replace(".", "/") for name in re.findall(r"python -m ((?:tests|benchmarks)[\w.]*\w)", text)}

    assert [one for one in modules if not ((ROOT / f"{one}.py").exists() or (ROOT / one).is_dir())] == []


def _told(text: str) -> Mapping[str, set[str]]:
    """Return the commands of a list of them, each with its options."""
    found: dict[str, set[str]] = defaultdict(set)
    command = ""
    for line in text.splitlines():
        if begins := re.match(r" {0,2}bouwstenen ([a-z][\w-]*) ", line):
            command = begins[1]
        found[command] |= set(re.findall(r"--[a-z][\w-]*", line))
    return {command: options - EVERYWHERE for command, options in found.items() if command}


def _synopsis() -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return next(block for block in re.findall(r"```\n(.*?)```", readme, re.S) if "bouwstenen voorbeeld" in block)


def _uses() -> str:
    return HELP.partition("Gebruik:\n")[2].partition("\n\n")[0]


def _options(parser: argparse.ArgumentParser) -> set[str]:
    names = {name for action in parser._actions for name in action.option_strings}
    return {name for name in names if name.startswith("--")} - EVERYWHERE


@pytest.mark.parametrize("told", [_synopsis, _uses], ids=["README", "help"])
def test_the_commands_and_their_options_are_those_that_are_told(told: Callable[[], str]) -> None:
    there = {name: _options(parser()) for name, parser in cli._commands().items()}

    assert _told(told()) == there


def test_the_kinds_of_report_are_those_that_the_readme_names() -> None:
    assert [kind for kind in KINDS if kind not in _synopsis()] == []
