"""How a window of a test ends: nothing in it goes on, as its store may be closed before it is gone."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bouwstenen_app.ui.jobs import Jobs


def stop_timers(window: QWidget) -> None:
    """Let nothing in a window begin any more, and end what its jobs are doing."""
    for timer in window.findChildren(QTimer):
        timer.stop()
    for jobs in window.findChildren(Jobs):
        jobs.cancel_all()
