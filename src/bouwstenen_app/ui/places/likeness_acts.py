"""*Lijkt op*: looks for a block that says nearly what is typed, in a pause, and offers to add the text to it."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import likeness
from bouwstenen_app.services.likeness import LookAlike
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.widgets.capture_bar import CaptureBar

PAUSE: Final = 250
"""Milliseconds without a key after which a look-alike is sought: never while someone types on."""


class LikenessActs(QObject):
    """Acts for one capture bar. It only says what it finds: adding is asked for, and never happens by itself.

    What Esc sends away does not come back for this text.
    """

    add_asked = Signal(str, str)
    """The typed text is to be added to this block (its id), that is called so."""

    def __init__(self, desk: Desk, bar: CaptureBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self._bar = bar
        self._workshop = ""
        self._found: LookAlike | None = None
        self._sent_away: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        desk.closing.connect(self._pause.stop)
        self._pause.timeout.connect(self._look)
        bar.text_changed.connect(self._on_text_changed)
        bar.like_taken.connect(self._on_taken)
        bar.like_dismissed.connect(self._on_dismissed)

    def begin(self, workshop: str) -> None:
        """Go on in this session."""
        self._workshop = workshop

    def _on_text_changed(self, text: str) -> None:
        if not text:
            self._sent_away.clear()
        if len(text) < likeness.LEAST_TYPED:
            self._pause.stop()
            self._show(None)
        else:
            self._pause.start()

    def _look(self) -> None:
        if self._bar.editing:
            self._show(None)
            return
        draft = self._bar.draft
        typed = "\n".join(filter(None, (draft.title, draft.explanation)))
        try:
            self._show(self._desk.read(likeness.look_alike, typed, without=self._sent_away))
        except Problem:
            self._show(None)  # a hint is not worth a complaint; storing the block will tell what is wrong

    def _show(self, found: LookAlike | None) -> None:
        self._found = found
        if found is None:
            self._bar.say_like("")
        elif found.workshop == self._workshop:
            here = self.tr("Lijkt op {n} (deze sessie): {title}")
            self._bar.say_like(here.format(n=found.number, title=found.title))
        else:
            there = self.tr("Lijkt op {id} (sessie {where}): {title}")
            self._bar.say_like(there.format(id=found.spoken_id, where=found.where, title=found.title))

    def _on_taken(self) -> None:
        if self._found is not None:
            here = self._found.workshop == self._workshop
            self.add_asked.emit(self._found.block, str(self._found.number) if here else self._found.spoken_id)

    def _on_dismissed(self) -> None:
        if self._found is not None:
            self._sent_away.add(self._found.block)
        self._show(None)
