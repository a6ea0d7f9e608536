"""The pages of the report: made in a job whenever something changed, with the passages a writer can write anew."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.domain.anchors import digest
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import Passage, Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import recipes, reporting
from bouwstenen_app.services.reports import rewriting
from bouwstenen_app.services.reports.composing import GENERATED, OWN
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.rewriting import Rewritable
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.widgets.block_document import image_of
from bouwstenen_app.ui.widgets.page_preview import ALTERED, PagePreview
from bouwstenen_app.ui.widgets.page_preview import OWN as MARKED_OWN
from bouwstenen_app.ui.widgets.passage_card import PassageCard, Written
from bouwstenen_app.ui.widgets.recipe_panel import Entry, RecipePanel
from bouwstenen_app.ui.widgets.report_chapters import Chapter
from bouwstenen_app.ui.widgets.report_html import chapters

PAUSE: Final = 300
"""Milliseconds without a change after which the pages are made again."""
OWN_TABLES: Final = frozenset({"recipe", "passage", "edition", "filter"})
"""What can change while the blocks stay as they were read."""
SHOWN: Final = 60
"""Characters of a text of the writer in the list of them."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a job made of the recipe."""

    recipe: Recipe
    material: Material
    report: Report
    chapters: tuple[Chapter, ...]
    look: Any
    setups: tuple[Any, ...]
    """The pages of each section, with what stands above and below them."""
    passages: tuple[Rewritable, ...]
    template_said: str = ""
    """Why the template of the user could not be used; empty when it was."""


class PageActs(QObject):
    """Shows the pages and the texts of the writer; writes those as steps, in the recipe that ``recipe`` gives."""

    made = Signal(object)
    """Made."""
    nothing = Signal(object)
    """Problem: there is nothing to show."""
    problem_told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        preview: PagePreview,
        card: PassageCard,
        panel: RecipePanel,
        recipe: Callable[[], Recipe],
        template: Callable[[], tuple[Path, Path]],
    ) -> None:
        """``template`` gives the Word file for the look, and the one to use when that cannot be read."""
        super().__init__(preview)
        self._desk = desk
        self._jobs = jobs
        self._preview = preview
        self._card = card
        self._panel = panel
        self._recipe = recipe
        self._template = template
        self._job: Job | None = None
        self._results: list[Made] = []
        self._passages: dict[str, Rewritable] = {}
        self._kept: Made | None = None
        self._read_in_time = True
        self.current: Made | None = None
        """What is shown; None when there is nothing to show."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        desk.closing.connect(self.finish)
        self._connect()

    def refresh_soon(self) -> None:
        """Make the pages again when nothing changes for a moment."""
        self._pause.start()

    def take_in(self, changes: Changes) -> None:
        """Read the blocks anew next time, unless only the recipe changed, a text of the writer or what was made."""
        if any(change.table not in OWN_TABLES for change in changes.changes):
            self._kept = None
            self._read_in_time = False

    def refresh(self) -> None:
        """Make the pages again, in a job; one that is under way stops."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        results: list[Made] = []
        self._results = results
        self._read_in_time = True
        recipe, template = self._recipe(), self._template()
        kept = (
            self._kept.material if self._kept is not None and _reads_the_same(self._kept.recipe, recipe) else None
        )
        self._job = job = self._jobs.start(
            self.tr("Voorbeeld maken"), lambda: self._make(recipe, template, kept, results)
        )
        job.finished.connect(self._on_made)
        job.failed.connect(self._on_nothing)

    def show_texts(self) -> None:
        """Show the texts of the writer as they are kept now, before the pages follow."""
        kept = self._desk.read(recipes.passages, self._recipe().id)
        known = {key: self._passage(key, kept.get(key)) for key in [*self._passages, *kept]}
        self._passages = {key: one for key, one in known.items() if one.present or one.own is not None}
        self._show()

    def stop(self) -> None:
        """Make nothing any more: the file is being closed."""
        self._pause.stop()

    def finish(self) -> None:
        """Make a step now of what is being typed in a text of the writer."""
        self._panel.sections.finish()
        self._card.text.finish()

    def open(self, key: str) -> None:
        """Open a passage to write in."""
        if key in self._passages:
            self._card.open(_written(self._passages[key]))
            self._preview.choose(_source(key))

    # -- the work of the job

    def _make(
        self, recipe: Recipe, template: tuple[Path, Path], read: Material | None, results: list[Made]
    ) -> Iterator[Progress]:
        from bouwstenen_app.export import page_look  # slow to import, and only needed here

        what = self.tr("Voorbeeld maken")
        yield Progress(0, 4, what)
        kept = self._desk.read(recipes.passages, recipe.id)
        if read is not None:  # a long read would keep a writer waiting, also who types a title
            material = replace(read, passages={key: one.text for key, one in kept.items()})
        else:
            material = self._desk.read(reporting.material, recipe)
        yield Progress(1, 4, what)
        report = reporting.build(material, recipe)
        yield Progress(2, 4, what)
        passages = rewriting.rewritable(material, recipe, report, kept)
        chosen, standard = template
        said = ""
        try:
            look, plan = page_look.page_look(chosen), page_look.planned(report, chosen)
        except Problem as problem:
            look, plan, said = page_look.page_look(standard), page_look.planned(report, standard), str(problem)
        yield Progress(3, 4, what)
        pages = []
        for chapter in chapters(report, look, plan, pieces=True):
            pages.append(chapter)
            yield Progress(3, 4, what)
        for picture in page_look.pictures_of(plan):
            image_of(picture)  # it is decoded here, and kept for the window
            yield Progress(3, 4, what)
        results.append(Made(recipe, material, report, tuple(pages), look, plan.setups, passages, said))

    def _on_made(self) -> None:
        if not self._results:
            return
        made = self._results[0]
        self._job = None
        self.current = made
        self._kept = made if self._read_in_time else None  # else a block changed while it was being read
        self._passages = {one.key: one for one in made.passages}
        self._preview.show_chapters(made.chapters, made.look, made.setups)
        self._show()
        self.made.emit(made)

    def _on_nothing(self, problem: Problem) -> None:
        self._job = None
        self.current = None
        self.nothing.emit(problem)

    # -- the texts of the writer

    def _connect(self) -> None:
        card = self._card
        self._preview.passage_asked.connect(lambda source: self.open(rewriting.key_of(source)))
        self._panel.passage_asked.connect(self.open)
        self._panel.sections.text_edited.connect(lambda part, text: self._write(f"{OWN}{part}", text))
        card.edited.connect(self._write)
        card.reset_asked.connect(self._reset)
        card.kept.connect(self._keep)
        card.left_out.connect(self._leave_out)
        card.closed.connect(self._on_closed)

    def _show(self) -> None:
        marks = {}
        for key, one in self._passages.items():
            if one.own is not None:
                kind = ALTERED if one.changed else MARKED_OWN
                said = (
                    self.tr("eigen tekst; gegenereerde tekst veranderd") if one.changed else self.tr("eigen tekst")
                )
                marks[_source(key)] = (kind, said)
        self._preview.set_marks(marks)
        own = {key.removeprefix(OWN): one.own or "" for key, one in self._passages.items() if key.startswith(OWN)}
        self._panel.sections.show_texts(own)
        self._panel.own.show_entries([self._entry(one) for one in self._passages.values() if _is_rewritten(one)])
        if self._card.key in self._passages:
            self._card.follow(_written(self._passages[self._card.key]))

    def _entry(self, one: Rewritable) -> Entry:
        text = " ".join((one.own or one.generated).split())
        text = f"{text[:SHOWN].rstrip()}…" if len(text) > SHOWN else text
        state = self.tr("weggelaten") if not one.own else ""
        state = self.tr("gegenereerde tekst veranderd") if one.changed else state
        state = state if one.present else self.tr("staat nu niet in het rapport")
        said = f"{one.heading}: {text}"
        return Entry(one.key, f"{said} ({state})" if state else said)

    def _passage(self, key: str, kept: Passage | None) -> Rewritable:
        one = self._passages.get(key) or Rewritable(key, key, "", present=False)
        if kept is None:
            return replace(one, own=None, changed=False)
        changed = bool(one.generated and kept.replaced and kept.replaced != digest(one.generated))
        return replace(one, own=kept.text, changed=changed)

    def _write(self, key: str, text: str) -> None:
        one = self._passages.get(key)
        generated = one.generated if one is not None else ""
        if (key.startswith(OWN) and not text.strip()) or (generated and digest(text) == digest(generated)):
            self._drop(key, self.tr("Eigen tekst weggehaald"))
        else:
            self._do(self.tr("Eigen tekst geschreven"), key, text, digest(generated) if generated else "")

    def _leave_out(self, key: str) -> None:
        self._do(self.tr("Tekst weggelaten uit het rapport"), key, "", digest(self._passages[key].generated))

    def _keep(self, key: str) -> None:
        one = self._passages[key]
        self._do(self.tr("Eigen tekst gehouden"), key, one.own or "", digest(one.generated))

    def _reset(self, key: str) -> None:
        self._drop(key, self.tr("Terug naar de gegenereerde tekst"))

    def _drop(self, key: str, label: str) -> None:
        if key in self._passages and self._passages[key].own is not None:
            self._step(label, recipes.drop_passage, self._recipe().id, key)

    def _do(self, label: str, key: str, text: str, replaced: str) -> None:
        self._step(label, recipes.write_passage, self._recipe().id, key, text, replaced)

    def _step(self, label: str, verb: Callable[..., Any], *args: Any) -> None:
        try:
            self._desk.do(label, verb, *args)
        except Problem as problem:
            self.problem_told.emit(str(problem))

    def _on_closed(self) -> None:
        self._preview.choose("")
        self._preview.setFocus()


def _reads_the_same(one: Recipe, other: Recipe) -> bool:
    """Return whether two recipes are made from the same blocks."""
    return all(
        getattr(one, name) == getattr(other, name) for name in ("kind", "query", "workshops", "about", "releases")
    )


def _source(key: str) -> str:
    """Return the source that a text has on the pages."""
    return f"{GENERATED}{key}" if key.startswith(OWN) else key


def _is_rewritten(one: Rewritable) -> bool:
    return one.own is not None and not one.key.startswith(OWN)


def _written(one: Rewritable) -> Written:
    return Written(one.key, one.heading, one.generated, one.own, one.changed, one.present)
