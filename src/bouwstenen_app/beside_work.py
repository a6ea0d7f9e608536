"""What goes on beside the work in an open workspace: backups, where the file is, bringing it up to date there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from bouwstenen_app.backing_up import BackingUp
from bouwstenen_app.publishing import SOON, Publishing
from bouwstenen_app.ui.host import Host
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.way_acts import LINE
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.whereabouts import Whereabouts


class BesideWork(QObject):
    """Begins with a workspace and ends with it. ``shows`` says whether the room sees something of it.

    ``act`` is how the log says that it was opened.
    """

    damaged = Signal(object)
    """The Damaged that was met."""
    merge_asked = Signal(object)
    """Tuple of Paths: copies that a sync program made."""
    crashed = Signal(object)

    def __init__(
        self, host: Host, window: MainWindow, jobs: Jobs, settings: Settings, act: str, shows: Callable[[], bool]
    ) -> None:
        super().__init__(host.desk)
        self._host = host
        self._window = window
        self._shows = shows
        self._ended = False
        host.desk.closing.connect(self._on_closing)
        keeping = BackingUp(host.desk, window, jobs, act)
        keeping.damaged.connect(self.damaged)
        where = Whereabouts(host.desk, window, jobs, settings)
        where.merge_asked.connect(self.merge_asked)
        for one in (keeping, where):
            one.crashed.connect(self.crashed)
        if host.desk.synced_by is not None:
            publishing = Publishing(host.desk, window, jobs, self._is_busy)
            where.publication = lambda: publishing.told
            publishing.changed.connect(where.explain)
            publishing.came_in.connect(self._on_came_in)
            publishing.crashed.connect(self.crashed)

    def _is_busy(self) -> bool:
        """Say whether opening the workspace anew would be in the way of a person, or of a room that looks."""
        place = self._window.current_place
        way = isinstance(place, CapturePlace) and place.ways.current != LINE
        return _is_covered() or way or self._shows()

    def _on_came_in(self, told: str) -> None:
        """Open the workspace anew where one was, with what another laptop wrote in it; not below a dialog."""
        if self._ended or self._host.is_locked:  # it closes in a moment, and is opened anew after that
            return
        if _is_covered():
            QTimer.singleShot(SOON, self, lambda: self._on_came_in(told))
            return
        if (left := self._host.put_away()) is not None:
            self._host.take_up(left)
        if self._host.has_workspace:
            self._window.notice.offer(told)

    def _on_closing(self) -> None:
        self._ended = True


def _is_covered() -> bool:
    """Say whether something lies over the window that was opened from it."""
    return (QApplication.activeModalWidget() or QApplication.activePopupWidget()) is not None
