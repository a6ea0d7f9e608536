"""What a benchmark watches in a window: whether a widget was painted, and how long the event loop stood still."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Painted(QObject):
    """Notes whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


class Turns(QObject):
    """Measures the milliseconds between two turns of the event loop: on the clock, and of the processor."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = self.busiest = 0.0
        self._last, self._busy = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def begin(self) -> None:
        """Measure from now on."""
        self._last, self._busy = time.perf_counter(), time.thread_time()
        self.longest = self.busiest = 0.0

    def _turn(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.busiest = max(self.busiest, (busy - self._busy) * 1000)
        self._last, self._busy = now, busy
