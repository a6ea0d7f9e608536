"""*Lijkt op* in an inspector: looks, after a pause, for a block that says nearly what the shown one says."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.likeness import LookAlike
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.inspector import Inspector
from bouwstenen_app.ui.widgets.like_panel import LikePanel

PAUSE: Final = 500
"""Milliseconds that a block is shown before a look-alike is sought: never while someone goes through a list."""
TABLES: Final = ("block", "judgement", "contribution")


class InspectorLikes(QObject):
    """Acts for one inspector. Its panel is made when there is something to say for the first time."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, inspector: Inspector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._inspector = inspector
        self._block = ""
        self._found: LookAlike | None = None
        self._panel: LikePanel | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        inspector.shown.connect(self._on_shown)
        desk.changed.connect(self._on_changed)

    @property
    def panel(self) -> LikePanel | None:
        """What is shown; None when nothing was found yet."""
        return self._panel

    def _on_shown(self, block: str) -> None:
        if block != self._block:
            self._block = block
            self._show(None)
            self._pause.start() if block else self._pause.stop()

    def _on_changed(self, changes: Changes) -> None:
        if self._block and changes.touches(*TABLES):
            self._pause.start()

    def _look(self) -> None:
        from bouwstenen_app.services import deduplicating  # slow to import, and not needed before

        if not self._inspector.isVisible():
            return
        try:
            self._show(self._desk.read(deduplicating.like, self._block))
        except Problem:
            self._show(None)  # a hint is not worth a complaint

    def _show(self, found: LookAlike | None) -> None:
        self._found = found
        if found is None:
            if self._panel is not None:
                self._panel.hide()
            return
        why = self.tr("{block} · {where} · delen: {words}")
        why = why.format(block=found.spoken_id, where=found.where, words=", ".join(found.words))
        self._ready_panel().show_like(found.title, why)

    def _ready_panel(self) -> LikePanel:
        if self._panel is None:
            panel = self._panel = LikePanel(self._theme)
            panel.joined.connect(self._on_joined)
            panel.ignored.connect(self._on_ignored)
            layout = self._inspector.layout()
            assert layout is not None
            layout.addWidget(panel)
        return self._panel

    def _on_joined(self) -> None:
        from bouwstenen_app.services import deduplicating  # slow to import, and not needed before

        if self._found is not None:
            label = self.tr("Samen in een bundel met {block}").format(block=self._found.spoken_id)
            try:
                bundle = self._desk.do(label, deduplicating.judge_together, [self._block, self._found.block])
            except Problem as problem:
                self.problem_told.emit(str(problem))
                return
            called = self._desk.read(deduplicating.called, bundle)
            self.told.emit(self.tr("Samen in bundel {bundle}.").format(bundle=called), True)
            self._show(None)

    def _on_ignored(self) -> None:
        from bouwstenen_app.services import deduplicating  # slow to import, and not needed before

        if self._found is not None:
            label = self.tr("Blijft apart van {block}").format(block=self._found.spoken_id)
            try:
                self._desk.do(label, deduplicating.judge_apart, self._block, self._found.block)
            except Problem as problem:
                self.problem_told.emit(str(problem))
                return
            self.told.emit(label, True)
            self._show(None)
