"""A program that dies at one of the things it asks of the disk: always the same one for the same number."""

import os
import random
import signal
from collections.abc import Callable
from typing import NamedTuple

from tests.faults.vfs import OK, Operation, watching


class Moment(NamedTuple):
    """When a program dies: at the so-many-th thing of one kind that it does to one file of a workspace."""

    ending: str
    """How the name of the file ends."""
    kind: str
    at: int


def some_moment(chance: random.Random) -> Moment:
    """Return a moment while the journal is filled, while the file is half written, or around the end of a step."""
    return chance.choice(
        (
            Moment("-journal", "write", chance.randint(1, 40)),
            Moment("bouwstenen", "write", chance.randint(1, 12)),
            Moment("bouwstenen", "write", chance.randint(1, 3)),
            Moment("-journal", "truncate", chance.randint(1, 2)),  # with the second one it comes to its end
        )
    )


def crash(moment: Moment, act: Callable[[], object]) -> None:
    """Let a process of its own ``act``, and kill it at a moment, or at its end.

    Nothing that is open in this process may be used in ``act``: it opens its own.
    """
    child = os.fork()
    if not child:
        try:
            with watching(_Killer(moment)):
                act()
                os.kill(os.getpid(), signal.SIGKILL)
        except BaseException:  # only what went wrong gets here
            import traceback

            traceback.print_exc()
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL, "the program that was to be killed failed"


class _Killer:
    def __init__(self, moment: Moment) -> None:
        self._moment = moment
        self._left = moment.at

    def __call__(self, operation: Operation) -> int:
        if operation.kind == self._moment.kind and operation.path.endswith(self._moment.ending):
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)
        return OK
