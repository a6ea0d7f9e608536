"""The end of a session in *Vastleggen*: its feedback report with one key, and with another one it is over."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.workshops import DONE, RUNNING, Workshop
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.left_key import LeftKey
from bouwstenen_app.ui.theme import Theme

REPORT_KEY: Final = "Ctrl+E"
END_KEY: Final = "Ctrl+Shift+E"


class EndActs(Acts):
    """Acts on the session that ``workshop`` gives. What it needs is imported at the first key: a start is quick."""

    block_asked = Signal(str)
    """Id of a block that keeps a report here."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        workshop: Callable[[], Workshop | None],
        parent: QWidget,
    ) -> None:
        """``parent`` is the place; how far the report is floats over its bottom."""
        super().__init__(desk, parent)
        self._theme = theme
        self._workshop = workshop
        self._place = parent
        self._jobs: Jobs | None = None
        self._template = Path()
        self._write: Callable[[], None] | None = None

    def use(self, jobs: Jobs, template: Path) -> None:
        """Write reports as these jobs, with the look of this Word file. Without this there are none."""
        self._jobs, self._template = jobs, template

    def serve_keys(self, place: QWidget) -> None:
        """Listen to both keys everywhere in a place."""
        for key, act in ((REPORT_KEY, self.write_report), (END_KEY, self.finish)):
            shortcut = QShortcut(QKeySequence(key), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)
        LeftKey(REPORT_KEY, self).serve(place)

    def commands(self) -> Sequence[Command]:
        """Return what these keys do, for the palette."""
        report = Command(self.tr("Terugkoppelverslag naar Word"), self.write_report, REPORT_KEY)
        workshop = self._workshop()
        if workshop is None or workshop.state != RUNNING:
            return [report]
        return [report, Command(self.tr("Sessie afronden"), self.finish, END_KEY)]

    def write_report(self) -> None:
        """Write the feedback report, as a concept while the session runs."""
        if self._write is None and self._jobs is not None:
            self._write = self._writer(self._jobs)
        if self._write is not None:
            self._write()

    def finish(self) -> None:
        """End the session if it runs; say how it is when it does not. It can be undone, and nothing is closed."""
        from bouwstenen_app.ui.places.session_acts import SessionActs  # only needed here

        workshop = self._workshop()
        if workshop is None:
            return
        if workshop.state == RUNNING:
            acts = SessionActs(self._desk, self)
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)
            acts.finish(workshop)
            acts.deleteLater()
        elif workshop.state == DONE:
            self.told.emit(self.tr("Deze sessie is al afgerond."), False)
        else:
            self.told.emit(self.tr("Deze sessie is nog niet gestart. Dat doe je in Sessies."), False)

    def _writer(self, jobs: Jobs) -> Callable[[], None]:
        from bouwstenen_app.ui.places.feedback_acts import FeedbackActs  # slow to import, and only needed here
        from bouwstenen_app.ui.places.session_checks import SessionChecks
        from bouwstenen_app.ui.places.word_acts import WordActs
        from bouwstenen_app.ui.widgets.export_bar import ExportBar
        from bouwstenen_app.ui.widgets.findings_card import FindingsCard
        from bouwstenen_app.ui.widgets.floating import Floating

        bar, card = ExportBar(self._theme), FindingsCard(self._theme)
        Floating(self._theme, card, self._place)
        over = Floating(self._theme, bar, self._place)
        word = WordActs(self._desk, jobs, bar, template=self._template, parent=self._place)
        checks = SessionChecks(self._desk, word, card, self)
        checks.block_asked.connect(self.block_asked)
        feedback = FeedbackActs(self._desk, checks, self._workshop, self)
        word.written.connect(over.go_by_itself)
        word.busy_changed.connect(lambda: over.stay() if word.busy else None)
        word.told.connect(self.told)
        word.problem_told.connect(self.problem_told)
        return feedback.write
