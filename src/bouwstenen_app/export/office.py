"""LibreOffice on this laptop: where it is, and running it once, unseen, in folders of its own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Final

_NAMES: Final = ("soffice", "libreoffice")
_WALLED: Final = ("/snap/", "/var/lib/flatpak/")
"""Programs from there cannot read a private folder."""
_USUAL: Final[Mapping[str, Sequence[str]]] = {
    "win32": (
        "{ProgramFiles}/LibreOffice/program/soffice.com",
        "{ProgramW6432}/LibreOffice/program/soffice.com",
        "{ProgramFiles(x86)}/LibreOffice/program/soffice.com",
        "{LOCALAPPDATA}/Programs/LibreOffice/program/soffice.com",
    ),
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "{HOME}/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "linux": ("/usr/lib/libreoffice/program/soffice", "/usr/lib64/libreoffice/program/soffice"),
}
_OTHERS: Final = "/opt"
"""Where the packages of LibreOffice itself go, in a folder with its version in its name."""
PREFIX: Final = "bouwstenen-pdf-"
_LEFT_BEHIND: Final = 24 * 3600
"""Seconds after which a folder is of an export that was killed."""
_UNSEEN: Final = 0x0800_0200
"""CREATE_NO_WINDOW and CREATE_NEW_PROCESS_GROUP."""
STEP: Final = 0.2
"""Seconds between two looks whether it is done."""


def office(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform, others: Path = Path(_OTHERS)
) -> Path | None:
    """Return the program of LibreOffice, or None when it is not on this laptop."""
    found = (shutil.which(name, path=environment.get("PATH", os.defpath)) for name in _NAMES)
    usual = (_filled(place, environment) for place in _USUAL.get(system, ()))
    newest = (
        sorted(map(str, others.glob("libreoffice*/program/soffice")), reverse=True) if system == "linux" else ()
    )
    for place in filter(None, (*found, *usual, *newest)):
        if Path(place).is_file() and not place.startswith(_WALLED):
            return Path(place)
    return None


def _filled(place: str, environment: Mapping[str, str]) -> str:
    """Return a place with the folders of this user in it; empty when one of them is not set."""
    for name in ("ProgramFiles(x86)", "ProgramFiles", "ProgramW6432", "LOCALAPPDATA", "HOME"):
        mark = f"{{{name}}}"
        if mark in place:
            return place.replace(mark, environment[name]) if environment.get(name) else ""
    return place


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder that only this user can read, and take it away; take away what a killed export left."""
    _sweep(Path(gettempdir()), time.time())
    folder = Path(mkdtemp(prefix=PREFIX))
    try:
        yield folder
    finally:
        _remove(folder)


def _sweep(place: Path, now: float) -> None:
    for folder in place.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if folder.is_dir() and not folder.is_symlink() and now - folder.stat().st_mtime > _LEFT_BEHIND:
                _remove(folder)


def _remove(folder: Path) -> None:
    """Take a folder away; on Windows a file may be held for a moment by a program that is ending."""
    for _ in range(10):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(STEP)


def running(program: Path, arguments: Sequence[str], folder: Path, seconds: float) -> Iterator[bool]:
    """Run LibreOffice with a profile and temporary files inside ``folder``; yield False while it is busy.

    The last thing it yields is whether it ended well within so many seconds. Stop iterating to end it.
    """
    temporary = folder / "temp"
    temporary.mkdir(mode=0o700, exist_ok=True)
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault", "--nofirststartwizard", "--nolockcheck"),
        *arguments,
    ]
    own = {name: str(temporary) for name in ("TMPDIR", "TMP", "TEMP")}
    process = _started(command, {**os.environ, **own}, folder)
    until = time.monotonic() + seconds
    try:
        while process.poll() is None and time.monotonic() < until:
            yield False
            with suppress(subprocess.TimeoutExpired):
                process.wait(STEP)
        yield process.poll() == 0
    finally:
        _end(process)


def _started(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> "subprocess.Popen[bytes]":
    """Start a program in a group of its own, so that all of it can be ended; on Windows without a window."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=_UNSEEN if sys.platform == "win32" else 0,
        start_new_session=sys.platform != "win32",
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with all it started, if it is still there."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
