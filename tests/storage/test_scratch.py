import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from filelock import FileLock

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import scratch as scratch_module
from bouwstenen_app.storage.scratch import Scratch, passing, sweep


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.skipif(os.name != "posix", reason="modes are of this system")
def test_only_this_user_reads_it(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path / "oefenen", "een")
    assert [path.stat().st_mode & 0o777 for path in (scratch.folder, scratch.folder.parent)] == [0o700, 0o700]
    scratch.remove()


def test_removed_nothing_of_it_stays(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path / "oefenen", "een")
    (scratch.folder / "map").mkdir()
    (scratch.folder / "map" / "kopie").write_text("tekst", encoding="utf-8")
    scratch.remove()

    assert names(tmp_path) == []


def test_another_scratch_beside_it_stays(tmp_path: Path) -> None:
    one, two = Scratch(tmp_path / "oefenen", "een"), Scratch(tmp_path / "oefenen", "twee")
    one.remove()
    assert two.folder.is_dir()
    two.remove()
    assert names(tmp_path) == []


HOLDER = """
import sys
from pathlib import Path
from bouwstenen_app.storage.scratch import Scratch

scratch = Scratch(Path(sys.argv[1]), "anders")
(scratch.folder / "kopie").write_text("tekst")
print("klaar", flush=True)
input()
"""


def test_r12_a_passing_folder_goes_and_takes_along_what_a_kill_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = (
        "import os, sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from bouwstenen_app.storage.scratch import passing\n"
        "with passing('proef') as folder:\n    (folder / 'kopie').touch(); print(folder, flush=True); os._exit(1)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (Path(killed.stdout.strip()) / "kopie").exists()
    with passing("proef") as folder:
        assert not Path(killed.stdout.strip()).exists()
        assert folder.is_dir()
        (folder / "kopie").touch()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_swept_and_what_is_in_use_stays(
    tmp_path: Path, beside: Callable[..., "subprocess.Popen[str]"]
) -> None:
    under = tmp_path / "oefenen"
    program = beside(HOLDER, under)
    assert program.stdout is not None
    assert program.stdout.readline() == "klaar\n"
    sweep(under)
    assert (under / "anders" / "kopie").exists()

    program.kill()
    program.wait()
    sweep(under)
    assert not under.exists()
    sweep(under)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "oefenen").write_text("een bestand", encoding="utf-8")
    with pytest.raises(Problem):
        Scratch(tmp_path / "oefenen", "een")
    assert (tmp_path / "oefenen").read_text(encoding="utf-8") == "een bestand"


def test_programs_that_come_and_go_at_once_do_not_take_each_others_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def come_and_go(_: int) -> None:
        for _ in range(150):
            with passing("kort") as folder:
                assert folder.is_dir()

    with ThreadPoolExecutor(4) as programs:
        assert list(programs.map(come_and_go, range(4))) == [None] * 4


def test_one_that_sweeps_may_take_its_time(tmp_path: Path) -> None:
    under, held, freed = tmp_path / "oefenen", Event(), Event()

    def sweep_slowly() -> None:
        under.mkdir()
        lock = FileLock(under / "een.lock", is_singleton=False, thread_local=False)
        with lock:
            held.set()
            time.sleep(0.3)
            freed.set()
            Path(lock.lock_file).unlink()

    with ThreadPoolExecutor(1) as programs:
        sweeping = programs.submit(sweep_slowly)
        assert held.wait(10)
        scratch = Scratch(under, "een")
        assert freed.is_set()
        sweeping.result()
    assert scratch.folder.is_dir()
    scratch.remove()
    assert names(tmp_path) == []


def test_one_that_never_lets_go_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch_module, "PATIENCE", 0.05)
    (tmp_path / "oefenen").mkdir()
    with FileLock(tmp_path / "oefenen" / "een.lock", is_singleton=False), pytest.raises(Problem):
        Scratch(tmp_path / "oefenen", "een")
