"""Rapport: choose what goes in, see it as pages, write in it, and export it in one key."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.anchors import BLOCK, BUNDLE
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import KINDS, SECTIONS, Kind, Recipe
from bouwstenen_app.services import leaving
from bouwstenen_app.services.reports.rewriting import key_of
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.places.report_again import AgainActs
from bouwstenen_app.ui.places.report_blocks import BlocksActs
from bouwstenen_app.ui.places.report_export import ExportActs, offered
from bouwstenen_app.ui.places.report_pages import Made, PageActs
from bouwstenen_app.ui.places.report_quotes import QuoteActs
from bouwstenen_app.ui.places.report_recipe import RecipeActs
from bouwstenen_app.ui.places.report_template import TemplateActs
from bouwstenen_app.ui.places.review_door import ReviewDoor
from bouwstenen_app.ui.places.word_acts import WordActs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.again_page import AgainPage, Instead
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Around
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.export_bar import ExportBar
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.page_preview import PagePreview
from bouwstenen_app.ui.widgets.passage_card import PassageCard
from bouwstenen_app.ui.widgets.preview_bar import PreviewBar
from bouwstenen_app.ui.widgets.recipe_panel import RecipePanel
from bouwstenen_app.ui.widgets.words import words

PANEL_WIDTH, LEAST_PANEL = 380, 262
BESIDE_PAGES: Final = frozenset({"edition", "filter"})
"""What can change without another word on the pages."""
PANEL_SHARE: Final = 0.42
LEAST_PAGES: Final = 40
"""Pixels at 100 % of the pages that stay in sight under what was found."""
CROWDED: Final = 900
"""Pixels at 100 %: in a narrower place what was found before an export takes the width of the recipe too."""


class ReportPlace(Place):
    """Makes the pages in a job whenever the recipe or the data changed and the place is in sight."""

    narrowest = 560
    review_asked = Signal(object)
    """Paths of documents that came back, to be read."""
    everywhere_asked = Signal(str, str)
    """What was found is to be replaced wherever it stands, by a role."""

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
        self._stale = True
        self._standard = template
        self.panel = RecipePanel(theme, KINDS.values(), offered())
        self.preview = PagePreview(theme)
        self.pages_bar = PreviewBar(theme)
        self.passage = PassageCard(theme)
        self.findings = FindingsCard(theme)
        self.altered = AgainPage(theme)
        self.bar = ExportBar(theme)
        self.word = WordActs(desk, jobs, self.bar, template=template, now=now, parent=self)
        self._export = KeyButton(theme, "", "Ctrl+E", kind=PRIMARY)
        self._review = ReviewDoor(desk, theme, self)
        self._lay_out()
        self.recipes = RecipeActs(desk, self.panel, _names, lambda: now().date())
        self.blocks = BlocksActs(
            desk, Counting.of(desk, jobs), self.panel.blocks, lambda: self.recipe, lambda: self.recipes.kind
        )
        self.quotes = QuoteActs(desk, theme, self.panel)
        self.template = TemplateActs(desk, jobs, self.panel, self.word)
        self.pages = PageActs(
            desk, jobs, self.preview, self.passage, self.panel, lambda: self.recipe, self._templates
        )
        self.again = AgainActs(desk, jobs, self.altered, lambda: self.recipe)
        self.exports = ExportActs(desk, jobs, self.word, self.findings, self.again, self.panel, lambda: self.recipe)
        self._connect()
        self._name_export()

    # -- what the window asks

    @override
    def title(self) -> str:
        return self.tr("Rapport")

    @override
    def subtitle(self) -> str:
        return self.recipe.title

    @override
    def header_actions(self) -> list[QWidget]:
        return [self._review.button, self._export]

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Ctrl E", self.tr("Exporteren; met een melding open: toch exporteren")),
            Key("Ctrl H", self.tr("Bij een melding: een rol in de plaats zetten")),
            Key("F8", self.tr("Van het recept naar de bladzijden en terug")),
            Key("Alt ↑ / ↓", self.tr("Onderdeel verplaatsen; in het voorbeeld: naar de vorige of volgende tekst")),
            Key(
                "Enter", self.tr("Eigen tekst bij een onderdeel schrijven; in het voorbeeld: de tekst herschrijven")
            ),
            Key("Esc", self.tr("Klaar met herschrijven")),
            Key("PgUp / PgDn", self.tr("Door het voorbeeld bladeren")),
            Key("+, −, 0", self.tr("Voorbeeld groter, kleiner, zo breed als past")),
            Key("F11", self.tr("Alleen de bladzijden, en terug")),
            Key("Ctrl Shift R", self.tr("Opmerkingen van meelezers")),
        )

    @override
    def commands(self) -> Sequence[Command]:
        return (
            Command(self._export.text(), self._export_now, "Ctrl+E"),
            *self.recipes.commands(),
            Command(self.tr("Rapport nakijken"), self.exports.show_found),
            Command(self.tr("Citaten kiezen…"), self.quotes.choose),
            Command(self.tr("Ander Word-sjabloon kiezen…"), self.template.choose),
            *self.blocks.commands(),
        )

    @override
    def activated(self) -> None:
        self.panel.kind.choice.setFocus()
        self._scrolled.ensureWidgetVisible(self.panel.kind, 0, self._theme.px(60))

    @override
    def resumed(self) -> None:
        self.panel.fields.title.setFocus()

    @property
    def recipe(self) -> Recipe:
        """What is chosen now."""
        return self.recipes.recipe

    @property
    def exporting(self) -> bool:
        """Whether the report is being looked over, or a file is being written."""
        return self.exports.busy

    def export_to(self, target: Path) -> None:
        """Write the file to this place, in a job."""
        self.exports.export_to(target)

    # -- how it is put together

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
        self._shown = QStackedWidget()
        waiting = words(self.tr("De bladzijden worden gemaakt…"), "muted", wrap=True)
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (waiting, self.preview, self._empty):
            self._shown.addWidget(widget)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        self._gate = Around(self.findings)
        right.addWidget(self._gate)
        right.addWidget(Instead((self.pages_bar, self._shown, Around(self.passage)), self.altered), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        for guarded in (self.passage.privacy.set_names, self.panel.sections.set_no_persons):
            guarded(lambda: self._desk.read(leaving.no_persons))
        self._theme.changed.connect(self._fit)
        self._gate.turned.connect(self._show_side)
        self._desk.changed.connect(self._on_changed)
        self._export.clicked.connect(self._export_now)
        self._review.files_asked.connect(self.review_asked)
        self._empty.accepted.connect(self._on_empty)
        self.recipes.changed.connect(self._on_recipe)
        self.recipes.switched.connect(self.blocks.show)
        self.recipes.switched.connect(self._on_switched)
        self.panel.format.chosen.connect(lambda _: self._name_export())
        self.panel.block_asked.connect(self.block_asked)
        self.findings.offers_everywhere = True
        self.findings.everywhere_asked.connect(self.everywhere_asked)
        self.findings.source_asked.connect(self._on_source_asked)
        self.findings.closed.connect(self.preview.setFocus)
        self.altered.closed.connect(self.preview.setFocus)
        self.again.review_asked.connect(self._review.ask)
        self.template.changed.connect(self.pages.refresh)
        self.pages.made.connect(self._on_made)
        self.pages.nothing.connect(self._on_nothing)
        self.word.busy_changed.connect(self._on_busy)
        self.preview.shown.connect(self._on_shown)
        self.preview.moved.connect(self._on_moved)
        self.preview.block_asked.connect(self._on_source_asked)
        self.pages_bar.zoom_asked.connect(self.preview.zoom)
        self.pages_bar.alone_asked.connect(self._show_alone)
        telling: tuple[Any, ...] = (self.recipes, self.blocks, self.exports, self.word)
        for acts in telling:
            acts.told.connect(self.told)
        for acts in (*telling, self.pages, self.quotes, self.template, self.again):
            acts.problem_told.connect(self.problem_told)
        self._desk.closing.connect(self._stop)  # after what is still being typed was kept
        across = QShortcut(QKeySequence("F8"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        across.activated.connect(self._go_across)

    def _stop(self) -> None:
        for acts in (self.pages, self.blocks):
            acts.stop()
        self.exports.stop_looking()

    def _templates(self) -> tuple[Path, Path]:
        return self.word.template, self._standard

    def _name_export(self) -> None:
        self._export.setText(self.tr("Exporteer {form}").format(form=self.exports.form.name))
        self._export.updateGeometry()

    def _fit(self) -> None:
        share = int(self.width() * PANEL_SHARE)
        self._side.setFixedWidth(max(self._theme.px(LEAST_PANEL), min(self._theme.px(PANEL_WIDTH), share)))
        self._shown.setMinimumHeight(self._theme.px(LEAST_PAGES))
        self._show_side()

    def _show_side(self) -> None:
        """Show the recipe, unless the pages stand alone or what was found needs the width."""
        crowded = not self.findings.isHidden() and self.width() < self._theme.px(CROWDED)
        self._side.setHidden(crowded or self.pages_bar.alone.isChecked())

    def _show_alone(self, alone: bool) -> None:
        self._show_side()
        if alone:
            self.preview.setFocus()

    def _go_across(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._side.isAncestorOf(focused):
            self.preview.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.pages_bar.alone.setChecked(False)
            self.panel.fields.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _export_now(self) -> None:
        self.recipes.finish()
        self.pages.finish()
        self.exports.export()

    # -- what is shown

    def _on_made(self, made: Made) -> None:
        kept_out = dutch.counted(made.material.left_out, self.tr("bouwsteen blijft"), self.tr("bouwstenen blijven"))
        said = self.tr("{n} erbuiten: achtergehouden of nog niet vrijgegeven.").format(n=kept_out)
        self.panel.blocks.show_left_out(said if made.material.left_out else "")
        self.quotes.show(made.material.blocks, quoting=self.recipes.kind.needs_blocks and not made.report.cards)
        self.template.show_refusal(made.template_said)
        self.exports.look_soon(made)

    def _on_busy(self) -> None:
        self._export.setDisabled(self.word.busy)
        self.preview.hold(self.word.busy)

    def _on_shown(self) -> None:
        if self._shown.currentWidget() is not self.preview:
            self._shown.setCurrentWidget(self.preview)
        self.pages_bar.show()

    def _on_nothing(self, problem: Problem) -> None:
        filtered = bool(self.recipe.query)
        self._empty.set_sentence(str(problem))
        if self._empty.button is not None:
            self._empty.button.setText(self.tr("Filter wissen") if filtered else self.tr("Naar Vastleggen"))
        self._shown.setCurrentWidget(self._empty)
        self.pages_bar.hide()
        self.panel.blocks.show_left_out("")

    def _on_empty(self) -> None:
        if self.recipe.query:
            self.panel.blocks.query.clear()
            self.recipes.finish()
        else:
            self.place_asked.emit("capture")

    def _on_moved(self) -> None:
        self.pages_bar.show_place(self.preview.page, self.preview.pages, self.preview.percent)

    def _on_source_asked(self, source: str) -> None:
        kind, _, rest = source.partition(":")
        if kind == BLOCK:
            self.block_asked.emit(rest.partition(":")[0])
        elif kind == BUNDLE:
            self.place_asked.emit("organise")
        else:
            self.pages.open(key_of(source))

    def _on_switched(self) -> None:
        self.passage.close_card()
        self.findings.hide()
        self.altered.dismiss()

    def _on_recipe(self) -> None:
        self.titles_changed.emit()
        self.blocks.follow()
        self.exports.stop_looking()
        self.pages.refresh_soon()

    def _on_changed(self, changes: Changes) -> None:
        self.recipes.take_in(changes)
        self.blocks.take_in(changes)
        self.exports.take_in(changes)
        self.pages.take_in(changes)
        if changes.touches("passage"):
            self.pages.show_texts()
        if all(change.table in BESIDE_PAGES for change in changes.changes):
            return
        self._stale = True
        if self.isVisible():
            self.exports.stop_looking()
            self.pages.refresh_soon()

    # -- Qt

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.pages.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _names(kind: Kind) -> Mapping[str, str]:
    """Return the parts of a kind by what they are called."""
    return {name: SECTIONS[name] for name in kind.sections}
