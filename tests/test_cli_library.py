"""The command line of the library of a team."""

import io
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.postgres import Server, binaries

from bouwstenen_app import cli
from bouwstenen_app.services import libraries

SESSION = "Van signaal naar samen handelen"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    folder.chmod(0o755)
    server = Server(folder / "server")
    yield server.address()
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)


def test_two_laptops_share_a_library(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here, there = str(tmp_path / "hier.bouwstenen"), str(tmp_path / "daar.bouwstenen")
    assert cli.run(["voorbeeld", here]) == 0
    assert cli.run(["nieuw", there]) == 0
    assert cli.run(["bibliotheek", "maak", here, address]) == 0
    assert cli.run(["bibliotheek", "publiceer", here, address]) == 0
    capsys.readouterr()
    assert cli.run(["bibliotheek", "publiceer", here, address]) == 0
    assert "heeft alles al" in capsys.readouterr().out

    assert cli.run(["bibliotheek", "haal", there, address]) == 0
    assert "122 nieuwe bouwstenen" in capsys.readouterr().out
    assert cli.run(["lijst", there, "--zoek", "verhuist"]) == 0
    assert "DZ-027" in capsys.readouterr().out


def test_other_programs_read_what_was_done(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = str(tmp_path / "hier.bouwstenen"), str(tmp_path / "daar.bouwstenen")
    assert cli.run(["voorbeeld", here]) == 0
    assert cli.run(["nieuw", there]) == 0
    capsys.readouterr()
    for act, file in (("maak", here), ("publiceer", here), ("haal", there)):
        assert cli.run(["bibliotheek", act, file, address, "--json"]) == 0
    made, sent, fetched = map(json.loads, capsys.readouterr().out.splitlines())
    assert made == {"gemaakt": True}
    assert sent["stappen"] >= 1
    assert fetched["new_blocks"] >= 122


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["haal", "postgresql://a:geheim@server/d"], "wachtwoord niet in het adres"),
        (["haal", "https://server"], "geen adres van een bibliotheek"),
        (["publiceer", "postgresql://a@127.0.0.1:9/d"], "niet te bereiken"),
        (["haal", "postgresql://a@127.0.0.1:9/d", "--mag-lezen", "x"], "horen bij “bibliotheek maak”"),
        (["wis", "postgresql://a@127.0.0.1:9/d"], ""),
    ],
)
def test_what_does_not_work_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    here = str(tmp_path / "hier.bouwstenen")
    assert cli.run(["nieuw", here]) == 0
    capsys.readouterr()
    assert cli.run(["bibliotheek", words[0], here, *words[1:]]) > 0
    err = capsys.readouterr().err
    assert said in err
    assert "geheim" not in err


def test_a_password_comes_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = str(tmp_path / "hier.bouwstenen")
    assert cli.run(["nieuw", here]) == 0
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"heel geheim\n")))
    code = cli.run(["bibliotheek", "haal", here, "postgresql://a@127.0.0.1:9/d", "--wachtwoord-stdin"])
    assert code == 1
    assert "geheim" not in capsys.readouterr().err


def test_without_a_keyring_no_password_is_kept() -> None:
    assert libraries.kept_password("postgresql://a@server/d") == ""
