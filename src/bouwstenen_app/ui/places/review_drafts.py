"""Half-typed answers to reviewers are kept, so that they are there again after a stop of any kind."""

import json
from typing import Final

from PySide6.QtCore import QObject, QTimer

from bouwstenen_app.services import leaving
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.remembered import REMARK_DRAFTS
from bouwstenen_app.ui.widgets.remark_writing import RemarkWriting

REST: Final = 250
"""Milliseconds between two times that what is being typed is written to disk."""


class RemarkDrafts(QObject):
    """Writes what is typed shortly after it is typed, also while someone types on."""

    def __init__(self, desk: Desk, writing: RemarkWriting) -> None:
        super().__init__(writing)
        self._desk = desk
        self._writing = writing
        writing.privacy.set_names(lambda: desk.read(leaving.no_persons))
        self._kept = desk.recall(REMARK_DRAFTS)
        kept = json.loads(self._kept or "[]")
        writing.restore({(remark, what): text for remark, what, text in kept})
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._keep)
        writing.typed.connect(self._on_typed)
        desk.closing.connect(self._on_closing)

    def _on_typed(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _keep(self) -> None:
        drafts = [[remark, what, text] for (remark, what), text in self._writing.drafts.items()]
        text = json.dumps(drafts, ensure_ascii=False) if drafts else ""
        if text != self._kept:
            self._kept = text
            self._desk.remember(REMARK_DRAFTS, text)

    def _on_closing(self) -> None:
        if self._rest.isActive():
            self._rest.stop()
            self._keep()
