"""Real disks for tests: one that gets full, and a stick that is pulled. Only root may mount them."""

import fcntl
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SHUT_DOWN = 2 << 30 | 4 << 16 | ord("X") << 8 | 125
"""``EXT4_IOC_SHUTDOWN``: from here on every read and write is an I/O error, as of a stick that is pulled."""
_NOTHING_MORE = 2


class SmallDisk:
    """A disk of some megabytes, on a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, left: int = 0) -> None:
        """Leave only so many bytes free, rounded to a page."""
        free = os.statvfs(self.folder)
        size = free.f_bavail * free.f_frsize - left
        with self._ballast.open("ab", buffering=0) as file:
            step = 1 << 20
            while size > 0 and step:
                try:
                    size -= file.write(bytes(min(step, size)))
                except OSError:
                    step //= 2

    def free(self) -> None:
        """Make room again."""
        self._ballast.unlink()

    def names(self) -> set[str]:
        """Return what stands on it."""
        return {str(file.relative_to(self.folder)) for file in self.folder.rglob("*") if file.is_file()} - {
            "ballast"
        }


class Stick:
    """A stick with a file system of its own."""

    def __init__(self, image: Path, folder: Path) -> None:
        self._image = image
        self._times = 0
        self.folder = folder
        _run("truncate", "-s", "16M", image)
        _run("mkfs.ext4", "-q", image)
        folder.mkdir()
        self.back()

    def pull(self) -> None:
        """Pull it without a warning."""
        self.break_down()
        self.take_out()

    def take_out(self) -> None:
        """Let its folder be empty."""
        _run("umount", "-l", self.folder)

    def break_down(self) -> None:
        """Let every read and write be an error while its folder is still there."""
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUT_DOWN, struct.pack("I", _NOTHING_MORE))
        finally:
            os.close(handle)

    def back(self) -> None:
        """Put it in again."""
        # A copy: the kernel would give what was pulled, not what is put in, as long as someone holds it.
        self._times += 1
        image = self._image.with_suffix(f".{self._times}")
        shutil.copyfile(self._image.with_suffix(f".{self._times - 1}") if self._times > 1 else self._image, image)
        _run("mount", "-o", "loop", image, self.folder)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mount a small disk on a folder while the test runs; skip the test where that may not be."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no disk can be mounted here")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "-l", folder)


@contextmanager
def stick(folder: Path) -> Iterator[Stick]:
    """Put a stick in while the test runs; skip the test where that may not be."""
    try:
        one = Stick(folder.with_name("stick.img"), folder)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no stick can be mounted here")
    try:
        yield one
    finally:
        subprocess.run(["umount", "-l", folder], check=False, capture_output=True)


def _run(*words: object) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)
