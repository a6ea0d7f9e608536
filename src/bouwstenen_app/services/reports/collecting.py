"""Making many values at once without a stall: the garbage collector waits until they are all there."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no collection run meanwhile: with 10,000 blocks in memory one takes 20 to 60 ms, and all threads wait.

    Values of a report hold no circles, so there is nothing for the collector to find among them. Where it is off
    already (in the window, which collects for itself), it is left alone.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        # What was made moves to the oldest generation unvisited; else the next small collection would visit it all.
        gc.freeze()
        gc.unfreeze()
        gc.enable()
