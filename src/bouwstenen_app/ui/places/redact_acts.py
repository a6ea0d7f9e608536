"""The key of a gate: a role in the place of what was found; what is changed elsewhere is asked about no more."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.privacy import WORDS
from bouwstenen_app.services import redacting
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.report_checks import line_of
from bouwstenen_app.ui.widgets.findings_card import FindingsCard, Line


class RedactActs(Acts):
    """Acts for the lines of one card."""

    left = Signal(object)
    """Some of what was found does not stand there any more: the others (a tuple of Noticed)."""

    def __init__(self, desk: Desk, card: FindingsCard, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._card = card
        self._noticed: tuple[Noticed, ...] = ()
        self._lines: dict[Line, Noticed] = {}
        card.replace_asked.connect(self._on_replace)
        desk.changed.connect(self._on_changed)

    def lines(self, noticed: Sequence[Noticed]) -> Sequence[Line]:
        """Return what was found as lines for the card, each once, and act for those from now on."""
        today = datetime.date.today()
        self._noticed = tuple(noticed)
        self._lines = {replace(line_of(one), instead=redacting.role(one, today)): one for one in noticed}
        return [*self._lines]

    def forget(self) -> None:
        """Nothing is asked any more."""
        self._noticed, self._lines = (), {}

    def _on_replace(self, line: Line) -> None:
        noticed = self._lines.get(line)
        if noticed is None:
            return
        what = dutch.capitalised(WORDS[noticed.finding.kind])
        said = self.tr("{what} vervangen door {role}").format(what=what, role=line.instead)
        self._do(said, redacting.redact, noticed, datetime.date.today(), tell=True)

    def _on_changed(self, changes: Changes) -> None:
        """Take out what is not there any more; what came in shows when the file is tried again."""
        if self._card.isHidden():
            return
        rows = tuple(f"{change.table}:{change.row}:" for change in changes.changes)
        touched = (one for one in self._noticed if one.source.startswith(rows))
        gone = {id(one) for one in touched if not self._desk.read(redacting.stands, one)}
        if gone:
            self.left.emit(tuple(one for one in self._noticed if id(one) not in gone))
