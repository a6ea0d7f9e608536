import os
import sys
import time
from pathlib import Path

import pytest

from bouwstenen_app.export import office

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="a script that can be run is made in another way there")


def _program(folder: Path, script: str, name: str = "soffice") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    return program


@POSIX
def test_it_is_found_on_the_path_first(tmp_path: Path) -> None:
    own = _program(tmp_path / "bin", "")
    newer = _program(tmp_path / "opt" / "libreoffice25.8" / "program", "")

    assert office.office({"PATH": str(own.parent)}, "linux", tmp_path / "opt") == own
    assert office.office({"PATH": ""}, "none", tmp_path / "opt") is None
    if not Path("/usr/lib/libreoffice/program/soffice").exists():
        assert office.office({"PATH": ""}, "linux", tmp_path / "opt") == newer


@POSIX
def test_it_is_found_in_the_usual_places_of_windows_and_of_a_mac(tmp_path: Path) -> None:
    windows = _program(tmp_path / "LibreOffice" / "program", "", "soffice.com")
    mac = _program(tmp_path / "Applications" / "LibreOffice.app" / "Contents" / "MacOS", "")

    assert office.office({"PATH": "", "ProgramFiles(x86)": str(tmp_path)}, "win32") == windows
    assert office.office({"PATH": "", "HOME": str(tmp_path)}, "darwin") == mac


def test_a_private_folder_is_for_this_user_only_and_is_gone_afterwards() -> None:
    with office.private_folder() as folder:
        (folder / "gevoelig.docx").write_text("x", "utf-8")
        mode = folder.stat().st_mode & 0o777

    assert mode == 0o700 or os.name == "nt"
    assert not folder.exists()


def test_what_a_killed_export_left_is_taken_away_but_not_what_is_under_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    old, new, other = (tmp_path / name for name in (f"{office.PREFIX}oud", f"{office.PREFIX}nieuw", "anders"))
    for folder in (old, new, other):
        folder.mkdir()
    long_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))

    with office.private_folder():
        pass

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([new.name, other.name])


@POSIX
def test_it_says_whether_the_program_ended_well(tmp_path: Path) -> None:
    good, bad = _program(tmp_path / "a", "exit 0"), _program(tmp_path / "b", "exit 3")

    assert list(office.running(good, [], tmp_path / "a", 30))[-1] is True
    assert list(office.running(bad, [], tmp_path / "b", 30))[-1] is False


@POSIX
def test_stopping_ends_the_program_with_all_it_started(tmp_path: Path) -> None:
    program = _program(tmp_path, 'sleep 300 & echo $! > "$TMPDIR/child"; wait')
    work = office.running(program, [], tmp_path, 300)
    child = tmp_path / "temp" / "child"
    for _ in work:
        if child.exists() and child.read_text("utf-8").strip():
            break
    number = int(child.read_text("utf-8"))
    work.close()

    assert _is_gone(number)


@POSIX
def test_a_program_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    program = _program(tmp_path, "sleep 300")

    assert list(office.running(program, [], tmp_path, 0.5))[-1] is False


def _is_gone(number: int) -> bool:
    """Say whether a process is there no more, or waits to be noticed by its parent."""
    for _ in range(100):
        status = Path(f"/proc/{number}/stat")
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        if status.exists() and status.read_text("utf-8").rsplit(")", 1)[1].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False
