"""A document of a session is looked over before it is written: what is red is shown, and asks for a reason."""

import datetime
from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.anchors import BLOCK
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Report
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import checking_privacy, editions
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.redact_acts import RedactActs
from bouwstenen_app.ui.places.report_checks import line_of
from bouwstenen_app.ui.places.word_acts import Held, WordActs, Writer, to_word
from bouwstenen_app.ui.widgets.findings_card import FindingsCard, Line


@dataclass(frozen=True, slots=True)
class SessionDocument:
    """What is to be written: of one session, or of none."""

    kind: str
    """As in the list of documents that were made."""
    what: str
    """What the bar says meanwhile."""
    workshop: Workshop | None
    make: Callable[[], Report]
    """Reads and builds; runs in a job."""
    target: Path
    known: Collection[str] = ()
    """Names that stand in it because they belong there, on top of those of the workspace."""

    @property
    def blocks(self) -> int:
        """How many blocks the session has."""
        return self.workshop.blocks if self.workshop else 0


@dataclass(slots=True)
class _UnderWay:
    """A document on its way: what was found in it, and what a person has seen of that."""

    document: SessionDocument
    edition: str
    reason: str = ""
    seen: frozenset[tuple[str, str, str]] = frozenset()
    noticed: Sequence[Noticed] = ()

    @property
    def red(self) -> frozenset[tuple[str, str, str]]:
        """What must be seen before it is written."""
        return frozenset(one.known_by for one in self.noticed if one.red)


class SessionChecks(QObject):
    """Writes documents with ``word``. What is red comes in ``card`` first; the rest is told with the document."""

    written = Signal(object)
    """The SessionDocument that is there now."""
    block_asked = Signal(str)
    """Id of a block in which something red stands."""

    def __init__(self, desk: Desk, word: WordActs, card: FindingsCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.word = word
        self.card = card
        self._new_id = identities()
        self._redact = RedactActs(desk, card, self)
        self._under_way: _UnderWay | None = None
        self._came_from: QWidget | None = None
        word.held.connect(self._on_held)
        word.written.connect(self._on_written)
        card.accepted.connect(self._on_accepted)
        card.closed.connect(self._on_closed)
        card.source_asked.connect(lambda source: self.block_asked.emit(source.split(":")[1]))
        self._redact.left.connect(self._on_left)
        self._redact.told.connect(word.told)
        self._redact.problem_told.connect(word.problem_told)

    @property
    def is_asking(self) -> bool:
        """Whether it is asked why a document can go out all the same."""
        return not self.card.isHidden()

    def write(self, document: SessionDocument) -> None:
        """Look a document over in a job, and write it when there is nothing red in it."""
        self.card.hide()
        self._begin(_UnderWay(document, self._new_id()))

    def _begin(self, under_way: _UnderWay) -> None:
        document = under_way.document
        if self.word.write(document.what, document.make, document.target, self._writer(under_way)):
            self._under_way = under_way

    def _writer(self, under_way: _UnderWay) -> Writer:
        document = under_way.document
        workshops = (document.workshop,) if document.workshop else ()
        known = {*names_of(workshops, self._desk.book), *document.known}

        def write(
            report: Report, target: Path, template: Path, now: datetime.datetime
        ) -> Generator[Progress, None, Sequence[str]]:
            under_way.noticed = yield from checking_privacy.look(report, known)
            if under_way.red - under_way.seen:
                raise Held(checking_privacy.told(under_way.noticed))
            report = replace(report, edition=under_way.edition) if under_way.reason else report
            remarks = yield from to_word(report, target, template, now)
            return (*_calm(under_way.noticed), *remarks)

        return write

    def _on_held(self, held: Held) -> None:
        under_way = self._under_way
        if under_way is None:
            return
        self._came_from = QApplication.focusWidget()
        self.card.ask(f"{under_way.document.target.name}: {held}", self._lines(under_way))

    def _lines(self, under_way: _UnderWay) -> Sequence[Line]:
        return self._redact.lines(under_way.noticed, of=BLOCK)

    def _on_left(self, noticed: tuple[Noticed, ...]) -> None:
        """Show what is left of what was found."""
        under_way = self._under_way
        if under_way is None:
            return
        under_way.noticed = noticed
        left = checking_privacy.told(noticed) if noticed else checking_privacy.NOTHING_LEFT
        self.card.follow(
            f"{under_way.document.target.name}: {left}", self._lines(under_way), personal=bool(noticed)
        )

    def _on_accepted(self, reason: str) -> None:
        """Look it over once more: what a person changed meanwhile is written, and what is new is shown."""
        self._go_back()
        asked = self._under_way
        if asked is not None and not self.word.is_busy():
            self._begin(replace(asked, reason=reason, seen=asked.seen | asked.red, noticed=()))

    def _on_closed(self) -> None:
        self._go_back()
        self._under_way = None
        self.word.told.emit(self.tr("Er is geen bestand geschreven."), False)

    def _go_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()

    def _on_written(self, _file: Path) -> None:
        made, self._under_way = self._under_way, None
        if made is None:
            return
        self.written.emit(made.document)
        self._desk.note(audit.EXPORTED, made.document.kind, made.document.blocks, len(made.red))
        if made.red and not self._desk.read_only:
            self._note(made)

    def _note(self, made: _UnderWay) -> None:
        """Keep why it could go out all the same."""
        document = made.document
        noted = (document.kind, "", document.blocks, len(made.noticed), made.reason)
        try:
            self._desk.do(
                self.tr("Uitgave van het document genoteerd"), editions.record, *noted, identity=made.edition
            )
        except Problem as problem:
            self.word.problem_told.emit(str(problem))


def _calm(noticed: Sequence[Noticed]) -> Sequence[str]:
    """Return what is told with a document: what may be a name, each in a line."""
    amber = [one for one in noticed if not one.red]
    return (checking_privacy.told(amber), *dict.fromkeys(line_of(one).words for one in amber)) if amber else ()
