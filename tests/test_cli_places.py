from collections.abc import Callable
from pathlib import Path

import pytest

from bouwstenen_app import cli, cli_places


@pytest.fixture
def run(own_home: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[str]]:
    def program(*words: object) -> list[str]:
        assert cli.run([str(word) for word in words]) == 0
        return capsys.readouterr().out.splitlines()

    return program


def test_controleer_says_where_the_workspace_is_and_what_is_beside_it(
    run: Callable[..., list[str]], tmp_path: Path
) -> None:
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    run("nieuw", folder / "najaar.bouwstenen")
    copy = folder / "najaar (conflicted copy 2026-11-30 101500).bouwstenen"
    copy.write_bytes((folder / "najaar.bouwstenen").read_bytes())
    said = run("controleer", folder / "najaar.bouwstenen")
    assert said[0] == "najaar.bouwstenen is gaaf."
    (place,) = (line for line in said if line.startswith("Plek: "))
    assert place.startswith("Plek: Nextcloud: een map die synchroniseert. Deze werkmap staat in Nextcloud")
    assert said[-1].startswith(f"Ernaast staat {copy.name}.")


def test_of_an_ordinary_folder_nothing_is_said(tmp_path: Path) -> None:
    assert list(cli_places.lines(tmp_path / "najaar.bouwstenen")) == []
