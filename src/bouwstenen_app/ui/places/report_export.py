"""The report goes out: what was found is shown first, the file is written in a job, and the edition is noted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain import audit, dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.data_files import NAMES
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import KINDS, Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import checking_privacy, editions, making_again, reporting
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.services.editions import Edition
from bouwstenen_app.services.making_again import Difference
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.redact_acts import RedactActs
from bouwstenen_app.ui.places.report_again import AgainActs
from bouwstenen_app.ui.places.report_checks import Checked, look_over
from bouwstenen_app.ui.places.report_forms import EXCEL, FORMS, Form, form_called
from bouwstenen_app.ui.places.report_pages import Made
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.remembered import FORM
from bouwstenen_app.ui.widgets.findings_card import FindingsCard, Line
from bouwstenen_app.ui.widgets.recipe_panel import Entry, RecipePanel

REST: Final = 1_500
"""Milliseconds that the pages stay as they are before they are looked over: for many blocks that takes seconds."""
EDITIONS: Final = 6
"""Documents that were made before, in the panel."""


@dataclass(slots=True)
class _UnderWay:
    """An export on its way: what is made, with what was found in it."""

    recipe: Recipe
    edition: str
    reason: str
    findings: int
    red: int
    blocks: int = 0


class ExportActs(QObject):
    """Exports what ``recipe`` gives, in the form that is chosen in the panel."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        word: WordActs,
        card: FindingsCard,
        again: AgainActs,
        panel: RecipePanel,
        recipe: Callable[[], Recipe],
    ) -> None:
        super().__init__(panel)
        self._desk = desk
        self._jobs = jobs
        self._word = word
        self._card = card
        self._again = again
        self._redact = RedactActs(desk, card, self)
        self._reason = ""
        self._let: frozenset[tuple[str, str, str]] = frozenset()
        """What is red and was accepted, in the export that is on its way."""
        self._left: Sequence[Difference] = ()
        self._go_on: Callable[[], None] = self._ask_place
        self._changed = False
        """Whether the workspace is another than when it was looked over."""
        self._panel = panel
        self._recipe = recipe
        self._new_id = identities()
        self._found: list[Checked] = []
        self._seen: list[Checked] = []
        self._checking = False
        self._under_way: _UnderWay | None = None
        self._shown: Made | None = None
        self._looking: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._look_at_shown)
        panel.format.choose(form_called(desk.recall(FORM)).key)
        self._connect()
        self._on_form(panel.format.current)
        self._show_editions()

    @property
    def form(self) -> Form:
        """The form of file that is chosen."""
        return form_called(self._panel.format.current)

    @property
    def busy(self) -> bool:
        """Whether the report is being looked over, or a file is being written."""
        return self._checking or self._again.busy or self._word.busy

    def export(self) -> None:
        """Look the report over, and then ask where it goes; what was found is shown first."""
        if self._again.is_asking:
            self._again.go_on()
        elif not self._card.isHidden():
            self._card.accept()
        elif not (self._checking or self._again.busy or self._word.is_busy()):
            self._begin()
            self._look_over(self._on_looked_over)

    def show_found(self) -> None:
        """Show what was found, without going on."""
        if not self._checking:
            self._begin()
            self._look_over(lambda: self._ask(always=True))

    def export_to(self, target: Path, reason: str = "", left: Sequence[Difference] = ()) -> None:
        """Write the file to this place, in a job; what is ``left`` stays as it is in the file that is there."""
        recipe = self._recipe()
        found = self._found[0] if self._found else Checked()
        under_way = _UnderWay(recipe, self._new_id(), reason, found.personal, found.red)
        self._under_way = under_way

        def make() -> Report:
            material = self._desk.read(reporting.material, recipe)
            under_way.blocks = len(material.blocks)
            report = making_again.kept(reporting.build(material, recipe), left)
            return replace(report, edition=under_way.edition)

        self._word.write(self.tr("Rapport schrijven"), make, target, self.form.writer(self._desk, recipe))

    def take_in(self, changes: Changes) -> None:
        """Show the documents that were made as they are now."""
        self._changed = True
        if changes.touches("edition"):
            self._show_editions()

    def look_soon(self, made: Made) -> None:
        """Look over what is shown, when it stays so for a moment, and say in the panel what was found."""
        self._shown = made
        if not self._word.busy:
            self._rest.start()

    def stop_looking(self) -> None:
        """What is shown is about to be another: do not look it over."""
        self._rest.stop()
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _connect(self) -> None:
        self._panel.format.chosen.connect(self._on_form)
        self._panel.check.clicked.connect(self.show_found)
        self._card.accepted.connect(self._on_accepted)
        self._redact.left.connect(self._on_left)
        self._redact.told.connect(self.told)
        self._redact.problem_told.connect(self.problem_told)
        self._again.ready.connect(self._on_ready)
        self._again.other_asked.connect(self._on_other)
        self._word.written.connect(self._on_written)
        self._word.busy_changed.connect(self._on_busy)

    # -- looking over

    def _look_at_shown(self) -> None:
        """Look over what is shown, in a job; one that is under way stops."""
        self.stop_looking()
        made, found = self._shown, list[Checked]()
        if made is None:
            return

        def work() -> Iterator[Progress]:
            found.append((yield from look_over(made.material, made.report, made.recipe)))

        self._seen = found
        self._looking = job = self._jobs.start(self.tr("Rapport nakijken"), work)
        job.finished.connect(self._on_seen)

    def _on_seen(self) -> None:
        self._looking = None
        if self._seen:
            self._show_check(self._seen[0])

    def _show_check(self, found: Checked) -> None:
        self._panel.show_check(found.words, grave=found.personal > 0)

    def _look_over(self, then: Callable[[], object]) -> None:
        recipe, what, left = self._recipe(), self.tr("Rapport nakijken"), self._left
        data = self.form.key == EXCEL
        found: list[Checked] = []
        self._checking = True

        def work() -> Iterator[Progress]:
            yield Progress(0, 2, what)
            material = self._desk.read(reporting.material, recipe)
            report = making_again.kept(reporting.build(material, recipe), left)
            found.append((yield from look_over(material, report, recipe, data=data)))

        self._found, self._changed = found, False
        self._then = then
        job = self._jobs.start(what, work)
        job.finished.connect(self._on_checked)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_check_ended)

    def _on_checked(self) -> None:
        self._checking = False
        if self._found:
            self._show_check(self._found[0])
            self._then()

    def _on_failed(self, problem: Problem) -> None:
        self.problem_told.emit(str(problem))

    def _on_check_ended(self, _job: object) -> None:
        self._checking = False

    def _on_looked_over(self) -> None:
        if not self._ask(always=False):
            self._go_on()

    def _ask(self, *, always: bool) -> bool:
        """Show what was found; return whether there was anything that is shown before each export."""
        found = self._found[0]
        if found.words and (always or found.stops):
            self._card.ask(found.words, self._lines(found), personal=found.personal > 0)
            return True
        return False

    def _lines(self, found: Checked) -> Sequence[Line]:
        return [*self._redact.lines(found.noticed), *map(Line, found.remarks)]

    def _on_left(self, noticed: tuple[Noticed, ...]) -> None:
        """Show what is left of what was found."""
        if self._found:
            self._found[0] = found = replace(self._found[0], noticed=noticed)
            words = found.words or checking_privacy.NOTHING_LEFT
            self._card.follow(words, self._lines(found), personal=found.personal > 0)

    def _begin(self) -> None:
        self._reason, self._let = "", frozenset()
        self._to_place()

    def _to_place(self) -> None:
        self._left, self._go_on = (), self._ask_place

    def _on_accepted(self, reason: str) -> None:
        """Look once more: what came in while it was asked is shown first."""
        self._reason = reason
        self._let |= self._found[0].grave if self._found else frozenset()
        self._look_over(self._on_looked_again)

    def _on_looked_again(self) -> None:
        if not self._found[0].grave - self._let or not self._ask(always=False):
            self._go_on()

    def _ask_place(self) -> None:
        what = self.tr("Rapport opslaan")
        target = self._word.ask_place(what, self._recipe().title, (self.form.ending, self.form.files))
        if target is not None:
            self._again.write_to(target)

    def _on_other(self) -> None:
        self._to_place()
        self._ask_place()

    def _on_ready(self, target: Path, left: Sequence[Difference]) -> None:
        """Write it; what comes from the file that is there was not looked at yet."""
        self._left, self._go_on = left, lambda: self.export_to(target, self._reason, left)
        if left or self._changed:
            self._look_over(self._on_looked_again)
        else:
            self._go_on()

    # -- what was made

    def _on_written(self, _target: Path) -> None:
        made, self._under_way = self._under_way, None
        if made is None or self._desk.read_only:
            return
        self._desk.note(audit.EXPORTED, made.recipe.kind, made.blocks, made.red)
        try:
            self._desk.do(
                self.tr("Uitgave van het rapport genoteerd"),
                editions.record,
                made.recipe.kind,
                made.recipe.id,
                made.blocks,
                made.findings,
                made.reason,
                identity=made.edition,
            )
        except Problem as problem:
            self.problem_told.emit(str(problem))

    def _on_busy(self) -> None:
        if self._word.busy:
            self.stop_looking()  # two jobs at once would hold up the window
            return
        self._under_way = None
        if self._shown is not None:
            self._rest.start()

    def _show_editions(self) -> None:
        made = self._desk.read(editions.editions)[:EDITIONS]
        self._panel.made.show_entries([Entry("", self._edition(one)) for one in made])

    def _edition(self, one: Edition) -> str:
        kind = KINDS[one.kind].name if one.kind in KINDS else NAMES.get(one.kind, dutch.capitalised(one.kind))
        blocks = dutch.counted(one.blocks, self.tr("bouwsteen"), self.tr("bouwstenen"))
        parts = [f"{dutch.day(one.made_at.date())} {one.made_at:%H:%M}", one.name or kind, blocks]
        if one.reason:
            parts.append(self.tr("toch geëxporteerd: {reason}").format(reason=one.reason))
        return " · ".join(parts)

    def _on_form(self, key: str) -> None:
        self._desk.remember(FORM, key)
        self._panel.show_format(form_called(key).says())


def offered() -> Sequence[tuple[str, str]]:
    """Return the forms of file to choose from: key and name."""
    return [(form.key, form.name) for form in FORMS]
