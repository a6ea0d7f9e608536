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
        self._found: Sequence[tuple[Noticed, Noticed]] = ()
        """Each finding as it was given, and with the field that it stands in."""
        self._lines: dict[Line, Noticed] = {}
        card.replace_asked.connect(self._on_replace)
        desk.changed.connect(self._on_changed)

    def lines(self, noticed: Sequence[Noticed], *, of: str = "") -> Sequence[Line]:
        """Return what was found as lines for the card, each once, and act for those from now on.

        ``of``: only what stands in this table is opened and replaced from here; the rest is only told.
        """
        today = datetime.date.today()
        self._found = [*zip(noticed, self._desk.read(redacting.located, noticed), strict=True)]
        self._lines = {}
        for _, one in self._found:
            line = line_of(one)
            if not of or one.source.startswith(f"{of}:"):
                self._lines[replace(line, instead=redacting.role(one, today))] = one
            else:
                self._lines[replace(line, source="")] = one
        return [*self._lines]

    def forget(self) -> None:
        """Nothing is asked any more."""
        self._found, self._lines = (), {}

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
        touched = (pair for pair in self._found if pair[1].source.startswith(rows))
        gone = {id(given) for given, one in touched if not self._desk.read(redacting.stands, one)}
        if gone:
            self.left.emit(tuple(given for given, _ in self._found if id(given) not in gone))
