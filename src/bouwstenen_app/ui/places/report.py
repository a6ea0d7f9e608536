"""Rapport: choose what goes in, see it as pages, and export it to Word in one key."""

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import FREE, INTERNAL
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.recipes import IN_CONSOLIDATED, Recipe
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import preparing, reporting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Job, Jobs
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.remembered import TEMPLATE
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.export_bar import ExportBar
from bouwstenen_app.ui.widgets.page_preview import PagePreview
from bouwstenen_app.ui.widgets.recipe_panel import ONLY_FREE, WITH_INTERNAL, Chosen, RecipePanel
from bouwstenen_app.ui.widgets.report_html import chapters
from bouwstenen_app.ui.widgets.words import words

PANEL_WIDTH, LEAST_PANEL = 380, 262
PANEL_SHARE = 0.42
PAUSE = 300
"""Milliseconds without a change after which the pages are made again."""
RECIPE = "rapport/recept"
"""Under this key the file remembers, on this laptop, what was chosen last."""


class ReportPlace(Place):
    """Makes the pages in a job whenever the recipe or the data changed and the place is in sight."""

    narrowest = 560

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        jobs: Jobs,
        *,
        template: Path,
        now: Callable[[], datetime.datetime] = datetime.datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._jobs = jobs
        self._now = now
        self._making: Job | None = None
        self._made: list[tuple[list[str], int]] = []
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        desk.closing.connect(self._pause.stop)
        self._pause.timeout.connect(self.refresh)
        self.panel = RecipePanel(theme, IN_CONSOLIDATED)
        self.preview = PagePreview(theme)
        self.bar = ExportBar(theme)
        self.word = WordActs(desk, jobs, self.bar, template=template, now=now, parent=self)
        self._export = KeyButton(theme, self.tr("Exporteer Word"), "Ctrl+E", kind=PRIMARY)
        self._lay_out()
        self._restore()
        self._connect()

    @override
    def title(self) -> str:
        return self.tr("Rapport")

    @override
    def subtitle(self) -> str:
        return self.panel.chosen().title or self.tr("Zonder titel")

    @override
    def header_actions(self) -> list[QWidget]:
        return [self._export]

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Ctrl E", self.tr("Exporteren naar Word")),
            Key("Tab", self.tr("Naar het volgende veld, en aan het eind naar het voorbeeld")),
            Key("Page Up, Page Down", self.tr("Door het voorbeeld bladeren")),
        )

    @override
    def activated(self) -> None:
        self.panel.title.setFocus()
        self._scrolled.ensureWidgetVisible(self.panel.title, 0, self._theme.px(60))

    @property
    def recipe(self) -> Recipe:
        """What is chosen now."""
        chosen = self.panel.chosen()
        return Recipe(
            title=chosen.title or Recipe().title,
            subtitle=chosen.subtitle,
            status=chosen.status,
            author=chosen.author,
            circulation=chosen.circulation,
            workshops=chosen.workshops,
            releases=(FREE, INTERNAL) if chosen.release == WITH_INTERNAL else (FREE,),
            sections=chosen.sections,
            on=self._now().date(),
        )

    @property
    def exporting(self) -> bool:
        """Whether a Word file is being written."""
        return self.word.busy

    def refresh(self) -> None:
        """Make the pages again, in a job."""
        self._stale = False
        if self._making is not None:
            self._making.cancel()
        made: list[tuple[list[str], int]] = []
        self._made = made
        recipe = self.recipe
        self._making = job = self._jobs.start(self.tr("Voorbeeld maken"), lambda: self._make(recipe, made))
        job.finished.connect(self._on_made)
        job.failed.connect(self._on_nothing)

    def export_to(self, target: Path) -> None:
        """Write the Word file to this place, in a job."""
        recipe = self.recipe

        def make() -> Report:
            return reporting.build(self._desk.read(reporting.material, recipe), recipe)

        self.word.write(self.tr("Rapport schrijven"), make, target)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        scrolled = self._scrolled = QScrollArea()
        scrolled.setWidget(self.panel)
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panel.setProperty("kind", "side")
        self._side = QFrame()
        self._side.setProperty("kind", "side-left")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 1, 0)
        side.addWidget(scrolled)
        self._empty = EmptyState(self._theme, "report", "", self.tr("Naar Vastleggen"))
        self._pages = QStackedWidget()
        self._waiting = words(self.tr("De bladzijden worden gemaakt…"), "muted")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(self.preview)
        self._pages.addWidget(self._empty)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit)
        self._desk.changed.connect(self._on_changed)
        self._export.clicked.connect(self._on_export)
        self._empty.accepted.connect(lambda: self.place_asked.emit("capture"))
        self.panel.changed.connect(self._on_recipe)
        self.panel.template_asked.connect(self._on_template)
        self.panel.own_template_dropped.connect(self._on_template_dropped)
        self.word.told.connect(self.told)
        self.word.problem_told.connect(self.problem_told)
        self.word.busy_changed.connect(lambda: self._export.setDisabled(self.word.busy))
        self.preview.shown.connect(self._on_shown)

    def _restore(self) -> None:
        self.panel.choose(_chosen(self._desk.recall(RECIPE)))
        workshops = self._desk.read(preparing.workshops)
        self.panel.show_workshops(workshops)
        known = {workshop.id for workshop in workshops}
        chosen = _chosen(self._desk.recall(RECIPE))
        self.panel.choose(_with(chosen, tuple(w for w in chosen.workshops if w in known)))
        own = self._desk.recall(TEMPLATE)
        self.panel.show_template(Path(own) if own else None)

    def _fit(self) -> None:
        share = int(self.width() * PANEL_SHARE)
        self._side.setFixedWidth(max(self._theme.px(LEAST_PANEL), min(self._theme.px(PANEL_WIDTH), share)))

    # ------------------------------------------------------------------ the work of the jobs

    def _make(self, recipe: Recipe, made: list[tuple[list[str], int]]) -> Iterator[Progress]:
        what = self.tr("Voorbeeld maken")
        yield Progress(0, 3, what)
        material = self._desk.read(reporting.material, recipe)
        yield Progress(1, 3, what)
        report = reporting.build(material, recipe)
        yield Progress(2, 3, what)
        pages: list[str] = []
        for chapter in chapters(report):
            pages.append(chapter)
            yield Progress(2, 3, what)
        made.append((pages, material.left_out))

    # ------------------------------------------------------------------ the pages

    def _on_made(self) -> None:
        if not self._made:
            return
        pages, left_out = self._made[0]
        self._making = None
        self.preview.show_chapters(pages)
        kept_out = dutch.counted(left_out, self.tr("bouwsteen blijft"), self.tr("bouwstenen blijven"))
        said = self.tr("{n} erbuiten: achtergehouden of nog niet vrijgegeven.").format(n=kept_out)
        self.panel.show_left_out(said if left_out else "")

    def _on_shown(self) -> None:
        if self._pages.currentWidget() is not self.preview:
            self._pages.setCurrentWidget(self.preview)

    def _on_nothing(self, problem: Problem) -> None:
        self._making = None
        self._empty.set_sentence(str(problem))
        self._pages.setCurrentWidget(self._empty)
        self.panel.show_left_out("")

    def _on_recipe(self) -> None:
        self._desk.remember(RECIPE, json.dumps(asdict(self.panel.chosen()), default=sorted, ensure_ascii=False))
        self.titles_changed.emit()
        self._pause.start()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("workshop"):
            self.panel.show_workshops(self._desk.read(preparing.workshops))
        self._stale = True
        if self.isVisible():
            self._pause.start()

    # ------------------------------------------------------------------ the export

    def _on_export(self) -> None:
        target = self.word.ask_place(self.tr("Rapport opslaan"), self.recipe.title)
        if target is not None:
            self.export_to(target)

    def _on_template(self) -> None:
        start = str(self.word.template.parent if self._desk.recall(TEMPLATE) else Path.home())
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Sjabloon kiezen"), start, self.tr("Word (*.docx *.dotx)")
        )
        if name:
            self._use_template(name)

    def _on_template_dropped(self) -> None:
        self._use_template("")

    def _use_template(self, name: str) -> None:
        self._desk.remember(TEMPLATE, name)
        self.panel.show_template(Path(name) if name else None)

    # ------------------------------------------------------------------ Qt

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _chosen(kept: str) -> Chosen:
    """Return what was chosen last; the usual choice when nothing was, or it cannot be read."""
    usual = Recipe()
    first = Chosen(usual.title, "", usual.status, "", "", (), ONLY_FREE, usual.sections)
    try:
        data = json.loads(kept)
        return Chosen(
            **asdict(first)
            | data
            | {"workshops": tuple(data["workshops"]), "sections": _in_order(data["sections"])}
        )
    except (ValueError, TypeError, KeyError):
        return first


def _with(chosen: Chosen, workshops: tuple[str, ...]) -> Chosen:
    return Chosen(**asdict(chosen) | {"workshops": workshops, "sections": chosen.sections})


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names of parts that are there, in reading order."""
    known = frozenset(names)
    return tuple(name for name in IN_CONSOLIDATED if name in known)
