"""What is written down of a bug of ours: what kind it was and where in the program, and never a word of the user.

Imports nothing heavy: a bug may come before anything else is there.
"""

import faulthandler
import re
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path, PurePath, PureWindowsPath
from types import TracebackType
from typing import Any, Final, TextIO

from bouwstenen_app import __version__

LOG: Final = "fouten.log"
"""In the user's own folder: where bugs of ours happened."""
STOPPED: Final = "onverwacht gestopt"
"""Stands above what is known of a program that stopped without goodbye."""
RUNNING: Final = "bezig"
"""In the user's own folder: a file for each program that runs, for what a hard crash can still say."""
ENDING: Final = ".txt"
LARGEST: Final = 500_000
"""Bytes of the log; of a longer one the newer half stays."""
STARTING: Final = 5.0
"""Seconds that a program may take before it shows that it is alive."""
OFTEN: Final = 5
"""How often one bug is written down while the program runs: one that comes at every paint would fill the disk."""
DEEPEST: Final = 5
"""How many errors behind an error are named."""

_OURS: Final = Path(__file__).parent.name
_PACKAGES: Final = ("site-packages", "dist-packages")
_DUMPED: Final = r'  File "(.*)", line (\d+|\?+) in (\S+)'
_PLAIN: Final = r"(Fatal Python error: [\w ]+|Windows fatal exception: [\w ]+|(Current thread|Thread) 0x.*)"


class CrashReports:
    """The log in a folder. ``now`` gives the time that stands above a report."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = datetime.now) -> None:
        self.path = folder / LOG
        self._now = now
        self._seen: Counter[str] = Counter()

    def write(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
        """Write down where a bug happened, and return what was written; a disk that refuses it changes nothing."""
        said = "".join(_lines(kind, error, trace))
        self._seen[said] += 1
        if self._seen[said] <= OFTEN:
            self.add(said)
        return said

    def add(self, said: str) -> None:
        """Put a report at the end of the log."""
        import platform  # slow to import, and the first paint waits for it

        system = f"{platform.system()} {platform.release()}"
        running = f"Bouwstenen {__version__}, Python {platform.python_version()}, {system}"
        head = f"{self._now():%Y-%m-%d %H:%M:%S}  {running}\n"
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                self._halve()
            with self.path.open("a", encoding="utf-8") as log:
                log.write(f"{head}{said}\n")

    def _halve(self) -> None:
        kept = self.path.read_text(encoding="utf-8", errors="replace")[-LARGEST // 2 :]
        self.path.write_text(kept[kept.find("\n\n") + 2 :], encoding="utf-8")


class Watch:
    """While a program runs: where a hard crash writes which functions were at work. Nothing stays of a good end."""

    def __init__(self, folder: Path, name: str) -> None:
        """Begin; where the folder refuses a file there is no watch, and the program goes on."""
        self.path = folder / RUNNING / f"{name}{ENDING}"
        self._file: TextIO | None = None
        self._lock: Any = None
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def hold(self) -> list[str]:
        """Show to others that this program is alive; return what programs left that stopped without goodbye.

        One text for each: what their hard crash wrote, or nothing when they were killed or the power went.
        """
        from filelock import FileLock, Timeout  # slow to import, and the first paint waits for it

        def lock(file: Path) -> FileLock:
            return FileLock(file.with_suffix(".lock"), is_singleton=False, thread_local=False)

        found = []
        with suppress(OSError, Timeout):
            self._lock = lock(self.path)
            self._lock.acquire(timeout=0)
        for file in sorted(self.path.parent.glob(f"*{ENDING}")):
            with suppress(OSError, Timeout):
                if file != self.path and not _just_made(file):
                    with (theirs := lock(file)).acquire(timeout=0):
                        found.append(of_hard_crash(file.read_text(encoding="utf-8", errors="replace")))
                        file.unlink()
                    Path(theirs.lock_file).unlink(missing_ok=True)
        return found

    def end(self) -> None:
        """The program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()
            with suppress(OSError):
                Path(self._lock.lock_file).unlink(missing_ok=True)


def _just_made(file: Path) -> bool:
    """Say whether another program may still be on its way to show that it is alive."""
    seen = file.stat()
    return not seen.st_size and time.time() - seen.st_mtime < STARTING


def of_hard_crash(dumped: str) -> str:
    """Return what a hard crash wrote, with the places on disk taken out of it."""
    lines = []
    for line in dumped.splitlines():
        if found := re.fullmatch(_DUMPED, line):
            lines.append(f"  {_short(found[1])}:{found[2]} {found[3]}\n")
        elif found := re.match(_PLAIN, line):
            lines.append(f"{found[0]}\n")
    return "".join(lines)


def _lines(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Iterator[str]:
    yield f"{kind.__qualname__}\n"
    yield from _frames(trace)
    behind = error.__cause__ or error.__context__ if error is not None else None
    for _ in range(DEEPEST):
        if behind is None:
            return
        yield f"daarvoor: {type(behind).__qualname__}\n"
        yield from _frames(behind.__traceback__)
        behind = behind.__cause__ or behind.__context__


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, number in traceback.walk_tb(trace):
        yield f"  {_short(frame.f_code.co_filename)}:{number} {frame.f_code.co_name}\n"


def _short(file: str) -> str:
    """Return where a file is within its package: the folders above it may name the user."""
    parts = (PureWindowsPath(file) if "\\" in file else PurePath(file)).parts
    for start, beyond in (*((packages, 1) for packages in _PACKAGES), (_OURS, 0)):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) + beyond :])
    return parts[-1] if parts else file
