"""Runs a target in a process of its own, input after input, and notes what crashes, hangs or takes too much."""

import ctypes
import io
import mmap
import os
import pickle
import resource
import signal
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Final

from tests.fuzz import targets, targets_files
from tests.fuzz.targets import Target

from bouwstenen_app.domain.problems import Problem

TARGETS: Final = {**targets.TARGETS, **targets_files.TARGETS}
LONGEST: Final = 5.0
"""Seconds of the processor that one input may take."""
HANGS: Final = 40.0
"""Seconds after which a process that says nothing is stopped."""
MOST_MEMORY: Final = 400 * 1024
"""Kibibytes that one input may take."""


class _State(ctypes.Structure):
    """What two processes share; each field is written at once, so that none is read half."""

    _fields_ = (
        ("number", ctypes.c_int64),
        ("done", ctypes.c_int64),
        ("refused", ctypes.c_int64),
        ("begun", ctypes.c_double),
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that went wrong."""

    target: str
    number: int
    what: str
    data: bytes


@dataclass
class Result:
    """What came of the inputs of one target."""

    target: str
    done: int = 0
    refused: int = 0
    """Inputs that were answered with a Problem."""
    slowest: float = 0.0
    processor: float = 0.0
    """Seconds of the processor that all of it took."""
    findings: list[Finding] = field(default_factory=list)

    def add(self, piece: "Result") -> None:
        """Add what came of other inputs of the same target."""
        self.done += piece.done
        self.refused += piece.refused
        self.slowest = max(self.slowest, piece.slowest)
        self.processor += piece.processor
        self.findings += piece.findings

    def __str__(self) -> str:
        told = f"{self.target:13} {self.done:8} inputs, {self.refused:8} refused with a sentence, "
        told += f"slowest {self.slowest:.2f} s, {self.processor:5.1f} s of the processor, "
        return told + f"{len(self.findings)} wrong"


def input_of(target: Target, number: int) -> bytes:
    """Return the input with a number: always the same."""
    return target.make(Random(f"{target.name}:{number}"))


def fed(target: Target, data: bytes) -> str:
    """Feed one input; return what went wrong, empty when nothing did."""
    begun, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wrong = ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            target.feed(data)
    except Problem:
        target.refused += 1
    except Exception:
        wrong = traceback.format_exc()
    seconds = time.process_time() - begun
    target.slowest = max(target.slowest, seconds)
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    if seconds > LONGEST:
        wrong += f"took {seconds:.1f} s of the processor\n"
    if more > MOST_MEMORY:
        wrong += f"took {more // 1024} MB\n"
    return wrong


def run(name: str, first: int, *, seconds: float = 0.0, inputs: int = 0) -> Result:
    """Feed a target inputs from a number on, for so many seconds or so many times."""
    result, before = Result(name), _of_children()
    until = time.monotonic() + seconds if seconds else float("inf")
    number, last = first, first + inputs if inputs else 1 << 62
    while number < last and time.monotonic() < until and len(result.findings) < 20:
        number = _one_process(name, number, last, until, result)
    result.processor = _of_children() - before
    return result


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _one_process(name: str, number: int, last: int, until: float, result: Result) -> int:
    """Run a process until it ends or has to be stopped; return the number to go on with."""
    shared = _State.from_buffer(mmap.mmap(-1, ctypes.sizeof(_State)))
    shared.number, shared.begun = number, time.monotonic() + HANGS  # time to begin
    said = TemporaryFile()  # noqa: SIM115 (a pipe would hold up a process that has much to say)
    child = os.fork()
    if not child:
        _child(name, number, last, until, shared, said.fileno())
    status, hangs = None, False
    while status is None:
        ended, how = os.waitpid(child, os.WNOHANG)
        status = how if ended else None
        if status is None:
            hangs = time.monotonic() - shared.begun > HANGS
            if hangs:
                os.kill(child, signal.SIGKILL)
                _, status = os.waitpid(child, 0)
            time.sleep(0.02)
    result.done += shared.done
    result.refused += shared.refused
    said.seek(0)
    for finding, slowest in _unpickled(said.read()):
        result.slowest = max(result.slowest, slowest)
        result.findings += [finding] if finding else []
    said.close()
    if status:
        what = "hangs" if hangs else f"the process ended with {os.waitstatus_to_exitcode(status)}"
        result.findings.append(Finding(name, shared.number, what, _made(name, shared.number)))
    return int(shared.number) + 1


def _made(name: str, number: int) -> bytes:
    with TemporaryDirectory() as folder:
        return input_of(TARGETS[name](Path(folder)), number)


def _child(name: str, number: int, last: int, until: float, shared: _State, writing: int) -> None:
    findings = 0
    try:
        with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
            target = TARGETS[name](Path(folder))
            if target.is_noisy:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            while number < last and time.monotonic() < until:
                shared.number, shared.begun = number, time.monotonic()
                data = input_of(target, number)
                wrong = fed(target, data)
                shared.done += 1
                shared.refused, shared.begun = target.refused, time.monotonic()
                if wrong:
                    _say(writing, Finding(name, number, wrong, data), target.slowest)
                    findings += 1
                    if "MB" in wrong or findings >= 5:  # what was most stays most: begin again
                        break
                number += 1
            _say(writing, None, target.slowest)
            target.close()
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(3)


def _say(writing: int, finding: Finding | None, slowest: float) -> None:
    data = memoryview(pickle.dumps((finding, slowest)))
    while data:
        data = data[os.write(writing, data) :]


def _unpickled(data: bytes) -> Iterator[tuple[Finding | None, float]]:
    stream = io.BytesIO(data)
    while stream.tell() < len(data):
        yield pickle.load(stream)
