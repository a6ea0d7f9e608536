"""Set up, start and test Bouwstenen in one command, with nothing but Python: see README.md.

python3 dev.py            open the program on the example workspace
python3 dev.py test       run every test (words after it go to pytest)
python3 dev.py COMMAND …  the command line of the program
"""

import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.txt"
STAMP = VENV / "installed-lock"
ROOM = 6 * 2**30
"""Bytes that must be free in memory for the files of the tests."""
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def main(words: list[str]) -> int:
    """Set up what is missing, then run the program or its tests; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
        print("Bouwstenen needs Python 3.11 or newer.")
        return 1
    testing = words[:1] == ["test"]
    if not (_system_libraries(window=not testing) and _environment()):
        return 1
    if testing:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        with _quick_folder() as folder:
            environment |= {"TMPDIR": folder} if folder else {}
            return subprocess.call([PYTHON, "-m", "pytest", "-n", "auto", *words[1:]], cwd=ROOT, env=environment)
    program: list[str | Path] = [PYTHON, "-m", "bouwstenen_app"]
    if not words:
        example = ROOT / "out" / "voorbeeld.bouwstenen"
        if not example.exists():
            example.parent.mkdir(exist_ok=True)
            if code := subprocess.call([*program, "voorbeeld", example]):
                return code
        words = [str(example)]
    return subprocess.call([*program, *words])


@contextlib.contextmanager
def _quick_folder() -> Iterator[str]:
    """Give the tests a folder in memory when the system has one: half of their time is waiting for the disk."""
    memory = Path("/dev/shm")
    if os.environ.get("TMPDIR") or not memory.is_dir() or not _has_room(memory):
        yield ""
        return
    with tempfile.TemporaryDirectory(prefix="bouwstenen-", dir=memory, ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # some tests run as another user
        yield folder


def _has_room(memory: Path) -> bool:
    status = os.statvfs(memory)
    runs_programs = not status.f_flag & os.ST_NOEXEC
    return runs_programs and os.access(memory, os.W_OK) and status.f_bavail * status.f_frsize > ROOM


def _system_libraries(*, window: bool) -> bool:
    """Say whether Qt finds its libraries; on Debian install them as root, or print the one line that does."""
    if not sys.platform.startswith("linux"):
        return True
    wanted = OFFSCREEN | (WINDOW if window else {})
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if not PYTHON.exists() and subprocess.call(
        [sys.executable, "-c", "import ensurepip"], stderr=subprocess.DEVNULL
    ):
        missing.append("python3-venv")
    if not missing:
        return True
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print(f"First install what Qt needs: sudo apt-get install {' '.join(missing)}")
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    return subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], env=quiet) == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _environment() -> bool:
    """Make .venv and install the locked packages and the project, when the lock or the place has changed."""
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted():
        return True
    print("Setting up .venv …", flush=True)
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--retries=2"]
    steps: list[list[str | Path]] = [
        [*pip, "--require-hashes", "-r", LOCK],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT],
    ]
    if not PYTHON.exists() or subprocess.call([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL):
        steps.insert(0, [sys.executable, "-m", "venv", "--clear", VENV])
    if not all(map(_run, steps)):
        return False
    STAMP.write_text(wanted(), encoding="utf-8")
    return True


def _run(words: list[str | Path]) -> bool:
    """Run a step of the set-up without its chatter; when it fails, say so with the last it said."""
    try:
        done = subprocess.run(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        code, said = done.returncode, done.stdout.strip().splitlines()[-1:]
    except OSError as error:
        code, said = 1, [str(error)]
    if code:
        reason = "".join(said) or f"exit code {code}"
        print(
            f"Setting up failed: check the network and the disk, then run this again. ({reason})", file=sys.stderr
        )
    return code == 0


def wanted() -> str:
    """Return what .venv must hold: these locked packages, and this checkout in this place."""
    project = (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(LOCK.read_bytes() + project + os.fsencode(ROOT)).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
