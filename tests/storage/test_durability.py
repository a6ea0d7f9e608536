"""What may happen to a workspace: a copy at any moment, a kill at any moment, a full disk, no rights."""

import os
import random
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bouwstenen_app
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, checking, examples
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store

Beside = Callable[..., "subprocess.Popen[str]"]
SAMPLES = Path(__file__).parent.parent / "samples"

HOLDER = """
import sys
from datetime import datetime
from pathlib import Path
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.opening import Surroundings, open_store

path, data = map(Path, sys.argv[1:3])
store = open_store(path, Surroundings(data, "ab" * 16, identities(), datetime.now))
workshop = store.read(preparing.workshops)[0].id
print("open", store.read_only, flush=True)
"""
CAPTURER = (
    HOLDER
    + """
import time
pause = float(sys.argv[3])
print(*(block.id for block in store.read(boards.blocks_of, workshop)), flush=True)
count = 0
while True:
    count += 1
    text = f"Bouwsteen {count} @politie #leefwereld nodig: tijd, geld >> doen " + "woord " * (count % 60)
    done = store.do("Vastgelegd", capturing.capture, text, workshop=workshop)
    print(done.result.block, flush=True)
    time.sleep(pause)
"""
)
COPIER = """
import shutil, sys
print("ready", flush=True)
for line in sys.stdin:
    shutil.copy(sys.argv[1], line.strip())
    print("copied", flush=True)
"""
"""A file manager: a program of its own, that takes no lock and asks SQLite nothing. It copies at human pace, when
the room is silent between two blocks; a copy made in the few milliseconds of a commit may be torn."""


def _line(program: "subprocess.Popen[str]") -> str:
    assert program.stdout is not None
    line = program.stdout.readline()
    assert line, program.stderr.read() if program.stderr else ""
    return line.strip()


# ---------------------------------------------------------------------- copies and kills


def test_copies_made_by_another_program_while_capturing_open_and_are_complete(
    store: Store, around: Surroundings, beside: Beside, tmp_path: Path
) -> None:
    store.close()
    program = beside(CAPTURER, store.path, around.data, "0.3")
    copier = beside(COPIER, store.path)
    assert _line(program) == "open False"
    assert _line(copier) == "ready"
    acknowledged = _line(program).split()
    for number in range(16):
        acknowledged.append(_line(program))
        known = len(acknowledged)
        target = tmp_path / f"kopie-{number}.bouwstenen"
        assert copier.stdin is not None
        copier.stdin.write(f"{target}\n")
        copier.stdin.flush()
        assert _line(copier) == "copied"
        copy = open_store(target, around)
        there = {block.id for block in copy.read(boards.select_blocks, Selection())}
        copy.close()
        assert set(acknowledged[: known - 1]) <= there
        assert copies.faults(target) == ()


def test_after_a_kill_at_any_moment_every_acknowledged_block_is_there(
    store: Store, around: Surroundings, beside: Beside
) -> None:
    store.close()
    chance = random.Random(20261124)
    known: set[str] = set()
    for _ in range(10):
        program = beside(CAPTURER, store.path, around.data, "0")
        assert _line(program) == "open False"
        assert known <= set(_line(program).split())
        time.sleep(chance.uniform(0.0, 0.25))
        program.kill()
        out, _ = program.communicate()
        acknowledged = [line for line in out.split("\n")[:-1] if len(line) == 32]

        again = open_store(store.path, around)
        assert not again.read_only
        there = {block.id for block in again.read(boards.select_blocks, Selection())}
        assert known | set(acknowledged) <= there
        assert len(there - known - set(acknowledged)) <= 1, "at most the step that was under way"
        assert again.faults() == ()
        known = there
        again.close()
    assert len(known) > 5, "some while it was writing"


def test_a_kill_while_a_workspace_is_made_leaves_a_whole_one_or_none(
    tmp_path: Path, around: Surroundings, beside: Beside
) -> None:
    code = """
import json, sys
from datetime import datetime
from pathlib import Path
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import examples
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.surroundings import codebook_file, sessions_file

path, data = map(Path, sys.argv[1:3])
files = codebook_file(), sessions_file()
print("klaar", flush=True)
input()
create(path, Surroundings(data, "ab" * 16, identities(), datetime.now),
       lambda store: store.begin("x", examples.fill_example, *files)).close()
"""
    path = tmp_path / "nieuw.bouwstenen"
    for wait in (0.0, 0.01, 0.03, 0.06, 0.1, 0.2):
        program = beside(code, path, around.data)
        assert _line(program) == "klaar"
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
        time.sleep(wait)
        program.kill()
        program.wait()
        if path.exists():
            store = open_store(path, around)
            assert store.read(checking.totals)["Bouwstenen"] == 122
            store.close()
            path.unlink()


# ---------------------------------------------------------------------- no room, no rights


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of three megabytes."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _fill(disk: Path) -> Path:
    """Leave no byte free on a disk."""
    ballast = disk / "ballast"
    size = 1 << 20
    with ballast.open("wb", buffering=0) as file:
        while size:
            try:
                file.write(bytes(size))
            except OSError:
                size //= 2
    return ballast


def test_on_a_full_disk_nothing_is_lost_and_work_goes_on_after_space_is_freed(
    disk: Path, store: Store, around: Surroundings, workshop: str
) -> None:
    path = disk / "werk.bouwstenen"
    store.copy_to(path)
    full = open_store(path, around)
    text = "Bouwsteen @politie " + "woord " * 200
    full.do("Vastgelegd", capturing.capture, text, workshop=workshop)
    ballast = _fill(disk)

    def capture_until_told() -> None:
        while True:
            full.do("Vastgelegd", capturing.capture, text, workshop=workshop)
            acknowledged.append(text)

    acknowledged = [text]
    with pytest.raises(Problem, match=r"De schijf is vol\. Maak ruimte vrij .* wat al was opgeslagen is er nog"):
        capture_until_told()
    kept = len(acknowledged)
    assert len(full.read(boards.blocks_of, workshop)) == kept
    with pytest.raises(Problem, match="De schijf is vol"):
        full.remember("concept", "half getypt " * 2000)
    assert full.undoable() is not None

    ballast.unlink()
    full.do("Vastgelegd", capturing.capture, text, workshop=workshop)
    assert [b.number for b in full.read(boards.blocks_of, workshop)] == list(range(kept + 1, 0, -1))
    full.close()
    assert copies.faults(path) == ()
    assert [file.name for file in disk.iterdir()] == ["werk.bouwstenen"]


def test_on_a_full_disk_no_new_workspace_is_left_half(
    disk: Path, around: Surroundings, codebook_file: dict[str, object], sessions_file: dict[str, object]
) -> None:
    path = disk / "nieuw.bouwstenen"
    (disk / "ballast").write_bytes(bytes(2_000_000))  # room for the tables, not for the example

    with pytest.raises(Problem, match="De schijf is vol"):
        create(path, around, lambda s: s.begin("x", examples.fill_example, codebook_file, sessions_file))
    assert [file.name for file in disk.iterdir()] == ["ballast"]


def test_on_a_full_disk_a_copy_is_made_whole_or_not_at_all(disk: Path, example_store: Store) -> None:
    (disk / "ballast").write_bytes(bytes(2_000_000))

    with pytest.raises(Problem, match="De schijf is vol"):
        example_store.copy_to(disk / "kopie.bouwstenen")
    assert [file.name for file in disk.iterdir()] == ["ballast"]
    assert example_store.faults() == ()


LIMITED = (
    HOLDER
    + """
import resource
from bouwstenen_app.domain.problems import Problem

size = path.stat().st_size + 20_000
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
kept = 0
try:
    while kept < 1000:
        store.do("Vastgelegd", capturing.capture, "Bouwsteen " + "woord " * 300, workshop=workshop)
        kept += 1
except Problem as problem:
    print(problem, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.do("Vastgelegd", capturing.capture, "Weer ruimte", workshop=workshop)
print(kept + 1 == len(store.read(boards.blocks_of, workshop)), kept > 0, flush=True)
store.close()
"""
)


def test_an_error_of_the_disk_in_the_middle_of_a_step_loses_nothing(
    store: Store, around: Surroundings, beside: Beside
) -> None:
    store.close()
    program = beside(LIMITED, store.path, around.data)
    out, errors = program.communicate(timeout=60)

    assert out.split("\n")[1:3] == [
        "De schijf gaf een lees- of schrijffout. Controleer de schijf of de verbinding en probeer het opnieuw; wat "
        "al was opgeslagen is er nog.",
        "True True",
    ], errors
    assert copies.faults(store.path) == ()


WITHOUT_RIGHTS = """
import os, sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.opening import Surroundings, create, open_store

warm = Path(sys.argv[3])
open_store(warm, Surroundings(warm.parent, "ab" * 16, identities(), datetime.now)).close()  # imports what is slow
os.setgid(65534)
os.setuid(65534)
path, data = map(Path, sys.argv[1:3])
around = Surroundings(data, "ab" * 16, identities(), datetime.now)


def told(act):
    try:
        print(act())
    except Problem as problem:
        print("Problem:", problem)


def look():
    store = open_store(path, around)
    workshop = store.read(preparing.workshops)[0]
    told(lambda: store.do("Nee", capturing.capture, "Nee", workshop=workshop.id))
    print(store.read_only, workshop.title)
    store.close()


told(look)
told(lambda: create(path.with_name("nieuw.bouwstenen"), around))
told(lambda: create(path.parent.parent / "dicht" / "nieuw.bouwstenen", around))
told(lambda: open_store(path.parent.parent / "dicht" / "werk.bouwstenen", around))
told(lambda: open_store(path.with_name("vroeger.bouwstenen"), around).read_only)
told(lambda: open_store(path, Surroundings(path.parent / "weg", "ab" * 16, identities(), datetime.now)))
"""


def test_without_rights_a_workspace_can_be_read_and_the_rest_is_a_clear_sentence(
    store: Store, tmp_path: Path, beside: Beside
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may become nobody")
    top = Path(tempfile.mkdtemp(dir="/tmp"))  # the folders of pytest are closed to others
    try:
        top.chmod(0o755)
        folder, data, shut = top / "map", top / "data", top / "dicht"
        for made, mode in ((folder, 0o755), (data, 0o777), (shut, 0o700)):
            made.mkdir()
            made.chmod(mode)
        path = folder / "werk.bouwstenen"
        store.copy_to(path)
        path.chmod(0o644)
        shutil.copy(SAMPLES / "schema-0001.bouwstenen", folder / "vroeger.bouwstenen")
        before = {file.name: file.read_bytes() for file in folder.iterdir()}

        warm = tmp_path / "warm.bouwstenen"
        shutil.copy(SAMPLES / "schema-0001.bouwstenen", warm)
        code = top / "code"  # the checkout may be closed to others too
        package = Path(bouwstenen_app.__file__).parent
        shutil.copytree(package, code / "bouwstenen_app", ignore=shutil.ignore_patterns("__pycache__"))
        out, errors = beside(WITHOUT_RIGHTS, path, data, warm, code).communicate(timeout=60)

        lines = out.strip().split("\n")
        assert lines[0].startswith("Problem: In deze werkmap mag niet worden geschreven"), errors
        assert lines[1:3] == ["True Proef", "None"]
        assert lines[3].startswith("Problem: Dit bestand gaat niet open")
        assert "je hebt er geen rechten voor" in lines[4]
        assert "je hebt er geen rechten voor" in lines[5]
        assert lines[6] == "True", "an older file is looked at in a migrated copy"
        assert "rechten" in lines[7]
        assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
        assert list(shut.iterdir()) == []
    finally:
        shutil.rmtree(top)
