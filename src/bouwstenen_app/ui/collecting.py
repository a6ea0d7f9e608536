"""Garbage is collected on the thread of the window, and on no other.

Python collects wherever it happens to be, also in a job. A widget that is in a circle of references would then be
destroyed on that thread, and Qt does not survive that.
"""

import gc
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE: Final = 100
"""Milliseconds between two looks at how much there is to collect: in a second a job makes a million values, and to
look through those takes a tenth of a second."""


class Collecting(QObject):
    """Takes over from Python when garbage is collected, from now until ``stop``."""

    def __init__(self, parent: QObject | None = None, *, busy: Callable[[], bool] = lambda: False) -> None:
        """``busy`` says whether jobs are at work: then only the youngest values are looked through."""
        super().__init__(parent)
        self._busy = busy
        gc.disable()
        gc.freeze()  # what is there now stays: modules and classes need not be looked at again
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what is young, if Python itself would do so now: a millisecond or two."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (0,) if self._busy() else (1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def collect_all(self) -> None:
        """Collect everything, if it is time. It may take some hundredths of a second: not while someone types."""
        if gc.get_count()[2] > gc.get_threshold()[2]:
            gc.collect()

    def settle(self) -> None:
        """Leave what is there now out of it: it stays as long as the workspace is open."""
        gc.freeze()

    def unsettle(self) -> None:
        """Look at everything again: the workspace is closed."""
        gc.unfreeze()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
