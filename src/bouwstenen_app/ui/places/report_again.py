"""Exporting over a file that somebody worked in: it is compared first, and nothing of theirs is lost by itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import KINDS, Recipe
from bouwstenen_app.domain.reviews import OWN, Copy
from bouwstenen_app.services import making_again, reporting, reviewing
from bouwstenen_app.services.differing import FIELDS
from bouwstenen_app.services.making_again import BOTH, EXTRA, LEAVE, OVERWRITE, REMOVED, TAKE, Difference
from bouwstenen_app.services.reviews.belonging import recipe_of
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.widgets.again_page import AgainPage, Altered

WORD: Final = ".docx"


@dataclass(frozen=True, slots=True)
class _Compared:
    """What stands in the file that is written over."""

    left: Sequence[Difference] = ()
    """What a person wrote there."""
    comments: int = 0
    """Comments that nobody read yet."""
    other_kind: str = ""
    """The name of its kind, when it is another document."""


class AgainActs(QObject):
    """Looks into a file before it is written over; asks on its page what becomes of what was written there."""

    ready = Signal(object, object)
    """Path to write to, and the Differences that stay as they are in the file."""
    other_asked = Signal()
    """Another file is to be asked."""
    review_asked = Signal(object)
    """Path of a file whose remarks are to be read first."""
    problem_told = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, card: AgainPage, recipe: Callable[[], Recipe]) -> None:
        super().__init__(card)
        self._desk = desk
        self._jobs = jobs
        self._card = card
        self._recipe = recipe
        self._target = Path()
        self._found: list[_Compared] = []
        self.busy = False
        """A file is being compared."""
        card.accepted.connect(self._on_accepted)
        card.other_asked.connect(self.other_asked)
        card.read_asked.connect(lambda: self.review_asked.emit(self._target))

    @property
    def is_asking(self) -> bool:
        """Whether the card waits for an answer."""
        return self._card.is_asking

    def go_on(self) -> None:
        """Go on with what is chosen in the card."""
        self._card.accept()

    def write_to(self, target: Path) -> None:
        """Say that the file can be written, after asking what becomes of what somebody wrote in it."""
        self._target = target
        if target.suffix.lower() != WORD or not target.is_file():
            self.ready.emit(target, ())
            return
        recipe, what = self._recipe(), self.tr("Bestand vergelijken")
        found: list[_Compared] = []

        def work() -> Iterator[Progress]:
            yield Progress(0, 1, what)
            found.append(_compared(self._desk, recipe, target))

        self._found = found
        self.busy = True
        job = self._jobs.start(what, work)
        job.finished.connect(self._on_compared)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)

    def _on_failed(self, problem: Problem) -> None:
        self.problem_told.emit(str(problem))

    def _on_ended(self, _job: object) -> None:
        self.busy = False

    def _on_compared(self) -> None:
        self.busy = False
        if not self._found:
            return
        compared = self._found[0]
        if not compared.left and not compared.comments:
            self.ready.emit(self._target, ())
            return
        texts = [] if compared.other_kind else [self._altered(one) for one in compared.left]
        self._card.ask(self._title(compared), texts, self._warning(compared), unread=compared.comments > 0)

    def _title(self, compared: _Compared) -> str:
        name = self._target.name
        if compared.other_kind:
            said = self.tr("In “{name}” staat een ander document ({kind}), en daarin is gewerkt.")
            return said.format(name=name, kind=compared.other_kind)
        if not compared.left:
            return self.tr("In “{name}” is gewerkt.").format(name=name)
        texts = dutch.counted(len(compared.left), self.tr("tekst is"), self.tr("teksten zijn"))
        return self.tr("In “{name}” is gewerkt: {texts} daar veranderd.").format(name=name, texts=texts)

    def _warning(self, compared: _Compared) -> str:
        if compared.comments:
            comments = dutch.counted(compared.comments, self.tr("opmerking"), self.tr("opmerkingen"))
            said = self.tr("Er staan {n} in die nog niet zijn teruggelezen. Bij exporteren gaan ze verloren: ")
            return said.format(n=comments) + self.tr("kies een ander bestand, of lees ze eerst terug.")
        if compared.other_kind:
            return self.tr("Bij exporteren gaat dat verloren. Kies liever een ander bestand.")
        return ""

    def _altered(self, one: Difference) -> Altered:
        said = {
            LEAVE: self.tr("Laten staan"),
            TAKE: self.tr("Overnemen in Bouwstenen"),
            OVERWRITE: self.tr("Overschrijven"),
        }
        field = FIELDS.get(one.field, "")
        heading = self.tr("{heading} · {field}").format(heading=one.heading, field=field) if field else one.heading
        choices = tuple((key, said[key]) for key in one.choices)
        return Altered(heading, one.in_file, one.here, choices, self._why(one))

    def _why(self, one: Difference) -> str:
        told = {
            BOTH: self.tr("Veranderd in het bestand, en hier ook"),
            REMOVED: self.tr("Leeggemaakt in het bestand"),
            EXTRA: self.tr("Erbij geschreven in het bestand"),
        }
        return told.get(one.kind, "")

    def _on_accepted(self, chosen: tuple[str, ...]) -> None:
        compared = self._found[0]
        taken = [one for one, key in zip(compared.left, chosen, strict=False) if key == TAKE]
        left = [one for one, key in zip(compared.left, chosen, strict=False) if key == LEAVE]
        recipe = self._recipe().id

        def take(session: Any) -> None:
            for one in taken:
                making_again.take(session, one, recipe)

        if taken:
            texts = dutch.counted(len(taken), self.tr("tekst"), self.tr("teksten"))
            label = self.tr("{texts} uit “{name}” overgenomen").format(texts=texts, name=self._target.name)
            try:
                self._desk.do(label, take)
            except Problem as problem:
                self.problem_told.emit(str(problem))
                return
        self.ready.emit(self._target, left)


def _compared(desk: Desk, recipe: Recipe, target: Path) -> _Compared:
    from bouwstenen_app.export import word_reading  # slow to import, and only needed here

    try:
        copy: Copy = word_reading.read(target)
    except Problem:  # no document of ours; writing over it is what was asked
        return _Compared()
    if not any(text.kind == OWN for text in copy.texts):
        return _Compared()
    report = reporting.build(desk.read(reporting.material, recipe), recipe)
    left = making_again.worked_on(making_again.compare(report, copy))
    unread = len(copy.comments) if copy.comments and not desk.read(reviewing.is_read, copy) else 0
    kind = desk.read(recipe_of, copy.edition)[1]
    other = KINDS[kind].name if left and kind and kind != recipe.kind else ""
    return _Compared(left, unread, other)
