"""Garbage is collected on the thread of the window, and on no other.

Python collects wherever it happens to be, also in a job. A widget that is in a circle of references would then be
destroyed on that thread, and Qt does not survive that.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE: Final = 1000
"""Milliseconds between two looks at how much there is to collect."""


class Collecting(QObject):
    """Takes over from Python when garbage is collected, from now until ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is there now stays: modules and classes need not be looked at again
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that Python itself would collect now."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
