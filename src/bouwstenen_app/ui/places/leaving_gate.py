"""The gate before a file of data: what is red is shown first, replaced with one key, or goes out for a reason."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.services import checking_privacy, editions
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.places.codebook_door import CODEBOOK
from bouwstenen_app.ui.places.redact_acts import RedactActs
from bouwstenen_app.ui.places.report_checks import line_of
from bouwstenen_app.ui.places.review_door import REVIEW
from bouwstenen_app.ui.places.word_acts import Held
from bouwstenen_app.ui.widgets.findings_card import FindingsCard

CALM_AT_MOST: Final = 20
"""Lines about what may be a name, that are told with a file."""
SESSIONS, ORGANISE, REPORT, SETTINGS = "sessions", "organise", "report", "settings"
WHERE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("workshop", "round", "attendance", "cluster", "photo"), SESSIONS),
    **dict.fromkeys(("code", "dimension", "combination", "codebook"), CODEBOOK),
    **dict.fromkeys(("recipe", "passage", "edition"), REPORT),
    **dict.fromkeys(("review", "remark"), REVIEW),
    "workspace": SETTINGS,
}
"""The place where the words of a table are changed; those of all others are changed in *Ordenen*."""


@dataclass(slots=True)
class Leaving:
    """A file on its way out: what was found in it, what a person has seen of that, and why it may go."""

    target: Path
    reason: str = ""
    seen: frozenset[tuple[str, str, str]] = frozenset()
    noticed: tuple[Noticed, ...] = ()

    @property
    def red(self) -> frozenset[tuple[str, str, str]]:
        """What must be seen before it goes."""
        return frozenset(one.known_by for one in self.noticed if one.red)

    def passes(self, noticed: tuple[Noticed, ...]) -> None:
        """Keep what was found in it; Held when there is something red that nobody has seen. In a job."""
        self.noticed = noticed
        if self.red - self.seen:
            raise Held(checking_privacy.told(noticed))


class LeavingGate(Acts):
    """Asks in its card whether a file may go. What is changed meanwhile is no longer asked about."""

    asked = Signal()
    """The card is there now."""
    block_asked = Signal(str)
    place_asked = Signal(str)

    def __init__(self, desk: Desk, card: FindingsCard, parent: QObject) -> None:
        super().__init__(desk, parent)
        self.card = card
        self._leaving: Leaving | None = None
        self._again: Callable[[Leaving], None] = _nothing
        self._redact = RedactActs(desk, card, self)
        self._came_from: QWidget | None = None
        card.accepted.connect(self._on_accepted)
        card.closed.connect(self._on_closed)
        card.source_asked.connect(self._on_source)
        self._redact.told.connect(self.told)
        self._redact.problem_told.connect(self.problem_told)
        self._redact.left.connect(self._on_left)

    @property
    def is_asking(self) -> bool:
        """Whether it is asked why a file can go out all the same."""
        return not self.card.isHidden()

    def hold(self, leaving: Leaving, again: Callable[[Leaving], None]) -> None:
        """Show what was found in a file that was not written; ``again`` tries once more, with what was decided."""
        self._leaving, self._again = leaving, again
        self._came_from = QApplication.focusWidget()
        self.card.ask(self._title(leaving), self._redact.lines(leaving.noticed))
        self.asked.emit()

    def dismiss(self) -> None:
        """Ask nothing more: another file is on its way."""
        self.card.hide()
        self._came_from = None
        self._forget()

    def calm(self, leaving: Leaving) -> Sequence[str]:
        """Return what is told with a file that was written: what may be a name, each in a line."""
        amber = [one for one in leaving.noticed if not one.red]
        lines = [*dict.fromkeys(line_of(one).words for one in amber)][:CALM_AT_MOST]
        return (checking_privacy.told(amber), *lines) if amber else ()

    def note(self, leaving: Leaving, kind: str, blocks: int) -> None:
        """Keep why something red went out; a copy to look at keeps nothing."""
        if not leaving.red or self._desk.read_only:
            return
        noted = (kind, "", blocks, len(leaving.noticed), leaving.reason)
        self._do(self.tr("Uitgave van de gegevens genoteerd"), editions.record, *noted)

    def _title(self, leaving: Leaving) -> str:
        said = checking_privacy.told(leaving.noticed) if leaving.noticed else checking_privacy.NOTHING_LEFT
        return f"{leaving.target.name}: {said}"

    def _on_left(self, noticed: tuple[Noticed, ...]) -> None:
        if self._leaving is not None:
            self._leaving.noticed = noticed
            self.card.follow(self._title(self._leaving), self._redact.lines(noticed), personal=bool(noticed))

    def _on_source(self, source: str) -> None:
        table, _, rest = source.partition(":")
        if table == "block":
            self.block_asked.emit(rest.partition(":")[0])
        else:
            self.place_asked.emit(WHERE.get(table, ORGANISE))

    def _on_accepted(self, reason: str) -> None:
        """Look once more: what a person changed meanwhile goes, and what is new is shown."""
        self._go_back()
        leaving, again = self._leaving, self._again
        self._forget()
        if leaving is not None:
            again(replace(leaving, reason=reason, seen=leaving.seen | leaving.red, noticed=()))

    def _on_closed(self) -> None:
        self._go_back()
        self._forget()
        self.told.emit(self.tr("Er is geen bestand geschreven."), False)

    def _forget(self) -> None:
        """Keep nothing of a file that is not asked about any more: its password may be with it."""
        self._leaving, self._again = None, _nothing
        self._redact.forget()

    def _go_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()


def _nothing(_: Leaving) -> None:
    """Nothing waits at the gate."""
