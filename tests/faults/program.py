"""A program of its own that works in a workspace and says what it stored, until it is killed."""

import os
import pickle
import signal
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

from tests.faults.states import State, state_of
from tests.faults.work import Work, around_in

from bouwstenen_app.storage.opening import open_store

_LENGTH: Final = struct.Struct(">I")
PATIENCE: Final = 60.0
"""Seconds in which a program stores something, on a machine that has much else to do."""
Say = Callable[[State], None]


def forked(act: Callable[[Say], None]) -> tuple[int, int]:
    """Let another process do something; return its number, and the end of a pipe where it says what is stored.

    It says one dot first, and how it failed when it does.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _act(act, writing)
    os.close(writing)
    return child, reading


def states(data: bytes) -> list[State]:
    """Return the whole states that came through a pipe."""
    found: list[State] = []
    place = 0
    while len(data) >= place + _LENGTH.size:
        (length,) = _LENGTH.unpack_from(data, place)
        end = place + _LENGTH.size + length
        if len(data) < end:
            break
        found.append(pickle.loads(data[place + _LENGTH.size : end]))
        place = end
    return found


class Program:
    """Someone who works in a file without end, in a process of its own."""

    def __init__(self, path: Path, seed: int, *, pause: float = 0.0) -> None:
        self._path, self._seed, self._pause = path, seed, pause
        self._data = b""
        self.child, self._pipe = forked(self._work)
        os.read(self._pipe, 1)
        os.set_blocking(self._pipe, False)
        self.said: list[State] = []
        """What it said it stored, until ``heard`` or ``kill``."""

    def heard(self) -> int:
        """Listen to what it said until now; return how often it stored something."""
        try:
            while more := os.read(self._pipe, 1 << 20):
                self._data += more
        except BlockingIOError:
            pass
        self.said = states(self._data)
        return len(self.said)

    def wait(self, times: int = 1) -> None:
        """Wait until it has stored something so many times."""
        until = time.monotonic() + PATIENCE
        while self.heard() < times:
            assert time.monotonic() < until, "the program stores nothing"
            time.sleep(0.005)

    def kill(self) -> None:
        """Kill it, and listen to the end."""
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        self.heard()
        os.close(self._pipe)

    def _work(self, say: Say) -> None:
        store = open_store(self._path, around_in(self._path.parent))
        if store.read_only:
            time.sleep(60)
        for _ in Work(store, self._seed).steps():
            say(state_of(store))
            time.sleep(self._pause)


def _act(act: Callable[[Say], None], writing: int) -> NoReturn:
    def say(state: State) -> None:
        data = pickle.dumps(state)
        left = _LENGTH.pack(len(data)) + data
        while left:  # a program that is put to sleep in the middle of it wrote a part
            left = left[os.write(writing, left) :]

    try:
        os.write(writing, b".")
        act(say)
        os._exit(0)
    except BaseException as error:
        os.write(writing, repr(error).encode())
        os._exit(1)
