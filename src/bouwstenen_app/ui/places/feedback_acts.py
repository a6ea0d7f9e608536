"""The feedback report with one key: where it goes is asked once, after that it is written there again."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.recipes import FEEDBACK as FEEDBACK_REPORT
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.services import preparing, reporting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.left_key import LeftKey
from bouwstenen_app.ui.places.session_checks import SessionChecks, SessionDocument
from bouwstenen_app.ui.remembered import FEEDBACK

KEY: Final = "Ctrl+E"


class FeedbackActs(QObject):
    """Writes the feedback report of the session that ``workshop`` gives."""

    def __init__(
        self,
        desk: Desk,
        checks: SessionChecks,
        workshop: Callable[[], Workshop | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._checks = checks
        self._word = checks.word
        self._workshop = workshop
        checks.written.connect(self._on_written)

    def serve_keys(self, place: QWidget) -> None:
        """Listen to the key everywhere in a place, also while someone types there."""
        shortcut = QShortcut(QKeySequence(KEY), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.write)
        LeftKey(KEY, self).serve(place)

    def write(self) -> None:
        """Write the report: where it was written last if that file was left alone, else where the user says.

        When a document waits for a reason, this is the key to go on with it.
        """
        if self._checks.is_asking:
            self._checks.card.accept()
            return
        current = self._workshop()
        if current is None or self._word.is_busy():
            return
        workshop = self._desk.read(preparing.workshop, current.id)  # with the blocks of this moment
        if not workshop.blocks:
            told = self.tr("Er zijn nog geen bouwstenen in deze sessie. Leg er eerst een vast.")
            self._word.told.emit(told, False)
            return
        target = self._again(workshop) or self._word.ask_place(
            self.tr("Terugkoppelverslag opslaan"), self.tr("Terugkoppeling {title}").format(title=workshop.title)
        )
        if target is None:
            return
        on, identity = self._word.today, workshop.id
        running = workshop.state == RUNNING
        what = (
            self.tr("Concept van het terugkoppelverslag schrijven")
            if running
            else self.tr("Terugkoppelverslag schrijven")
        )

        def make() -> Report:
            return self._desk.read(reporting.feedback, identity, on=on)

        self._checks.write(SessionDocument(FEEDBACK_REPORT.slug, what, workshop, make, target))

    def _again(self, workshop: Workshop) -> Path | None:
        """Return the file of last time; None when it is not there any more, or someone worked on it since."""
        try:
            kept = json.loads(self._desk.recall(FEEDBACK + workshop.id) or "{}")
            file = Path(kept["file"])
            return file if _stamp(file) == kept["stamp"] else None
        except (ValueError, TypeError, KeyError, OSError):
            return None

    def _on_written(self, made: SessionDocument) -> None:
        if made.kind == FEEDBACK_REPORT.slug and made.workshop is not None:
            kept = json.dumps({"file": str(made.target), "stamp": _stamp(made.target)}, ensure_ascii=False)
            self._desk.remember(FEEDBACK + made.workshop.id, kept)


def _stamp(file: Path) -> list[int]:
    found = file.stat()
    return [found.st_size, found.st_mtime_ns]
