"""Sessies: the list of sessions, and everything of the one that is chosen."""

import datetime
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.formats import Format
from bouwstenen_app.domain.workshops import RUNNING, Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.services.formats import FormatFolders
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.gradually import Gradually
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.models.agenda import AgendaModel
from bouwstenen_app.ui.models.workshops import WorkshopListModel, headings
from bouwstenen_app.ui.places.agenda_acts import AgendaActs
from bouwstenen_app.ui.places.format_acts import FormatActs
from bouwstenen_app.ui.places.pace_acts import PaceActs
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.places.session_acts import SessionActs
from bouwstenen_app.ui.places.session_forms import SessionForms
from bouwstenen_app.ui.places.session_keys import session_keys
from bouwstenen_app.ui.places.session_word import SessionWord
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import column_of
from bouwstenen_app.ui.widgets.session_pages import SessionPages
from bouwstenen_app.ui.widgets.workshop_detail import WorkshopDetail
from bouwstenen_app.ui.widgets.workshop_new import NewWorkshopPanel
from bouwstenen_app.ui.widgets.workshop_ready import standing_facts
from bouwstenen_app.ui.widgets.workshop_side import WorkshopSide
from bouwstenen_app.ui.widgets.workshop_words import spoken, state_words

LIST_WIDTH, LEAST_LIST = 384, 200
"""Pixels at 100 %."""
SOON = 20  # milliseconds after which the page says what is new: first it is there, as it was
LIST_SHARE = 0.32
"""The part of the window that the list may take."""
TABLES = ("workshop", "round", "attendance", "block", "code", "dimension", "codebook")


class SessionsPlace(Place):
    """Prepares sessions. ``backed_up`` says in words when the last backup was made, empty when there is none.

    ``template`` is the Word file that gives documents their look; ``clock`` gives the moment in seconds;
    ``formats`` is where formats are; without it there are none. ``gradually``: the list is there at once, and the
    rest comes in parts, one at each turn once the place is in front, or as soon as someone needs it.
    """

    narrowest = 560

    open_workshop_asked = Signal(str)
    """Id of the session that is to be captured."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        jobs: Jobs,
        *,
        template: Path,
        clock: Callable[[], float] = time.time,
        today: Callable[[], datetime.date] = datetime.date.today,
        backed_up: Callable[[], str] = lambda: "",
        formats: FormatFolders | None = None,
        gradually: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._backed_up = backed_up
        self._workshops: tuple[Workshop, ...] = ()
        self._current = ""
        self._stale = self._other_book = False
        self._again = QTimer(self, singleShot=True, interval=SOON)
        self._today, day = today, today()
        self._folders = formats
        self.model = WorkshopListModel(lambda workshop: spoken(workshop, day), state_words, self)
        self.steps = AgendaModel(self)
        self.side = WorkshopSide(theme, day, self.model, headings())
        self.list, self.search = self.side.list, self.side.search
        self._new = KeyButton(theme, self.tr("Nieuwe sessie"), "Ctrl+N", kind=PRIMARY)
        self.acts = SessionActs(desk, self)
        self.pace = PaceActs(desk, clock, self)
        self.word = SessionWord(desk, theme, jobs, template, self._workshop, self)
        self._pages = SessionPages(theme, read_only=desk.read_only)
        self._lay_out()
        self._read()
        self._connect()
        self.building = Gradually((self._build_detail, self._put_detail, self._build_new, self._show_first), self)
        self.building.watch(self.list)
        if not gradually:
            self.building.finish()

    @property
    def detail(self) -> WorkshopDetail:
        """Everything of the session that is chosen; it is built first if it was not yet."""
        self.building.finish()
        return self._detail

    @property
    def panel(self) -> NewWorkshopPanel:
        """The questions about a new session; built first if they were not yet."""
        self.building.finish()
        return self._panel

    @override
    def title(self) -> str:
        return self.tr("Sessies")

    @override
    def subtitle(self) -> str:
        regions = {workshop.region for workshop in self._workshops if workshop.region}
        parts = [
            dutch.counted(len(self._workshops), self.tr("sessie"), self.tr("sessies")),
            dutch.counted(len(regions), self.tr("regio"), self.tr("regio’s")) if regions else "",
        ]
        return " · ".join(filter(None, parts)) if self._workshops else self.tr("Nog geen sessies")

    @override
    def header_actions(self) -> list[QWidget]:
        return [] if self._desk.read_only else [self._new]

    @override
    def key_help(self) -> Sequence[Key]:
        return session_keys()

    @property
    @override
    def half_filled(self) -> SessionForms:
        return SessionForms(self, self._pages, self._current, self.model)

    @override
    def commands(self) -> Sequence[Command]:
        new = Command(self.tr("Nieuwe sessie"), self.begin_new, "Ctrl+N")
        workshop = self._workshop()
        if workshop is None:
            return [] if self._desk.read_only else [new]
        changing = () if self._desk.read_only else (new, *self._commands_for(workshop))
        return [*changing, *self.word.commands()]

    def _commands_for(self, workshop: Workshop) -> Sequence[Command]:
        detail = self.detail
        start = Command(detail.start.text(), detail.start.click, "Ctrl+Return")
        finish = Command(detail.finish.text(), detail.finish.click, "Ctrl+Shift+E")
        return [start, finish] if workshop.state == RUNNING else [start]

    @override
    def activated(self) -> None:
        if self._pages.asks_for_new:
            self.panel.title.setFocus()
        elif self._workshops:
            self.list.setFocus()
            self.pace.refresh()
            self.building.start()
        elif self._pages.empty.button is not None:
            self._pages.empty.button.setFocus()

    @override
    def build_more(self) -> bool:
        return self.building.left > 1 and self.building.step() and self.building.left > 1

    def refresh(self) -> None:
        """Ask for the sessions again and show them."""
        self._read()
        self._show()
        self.titles_changed.emit()

    def _renew(self) -> None:
        if self._stale:
            self.refresh()

    def show_workshop(self, identity: str) -> None:
        """Choose a session."""
        self._renew()
        if identity != self._current:
            self.detail.form.finish()
            self.detail.naming.finish()
            self._current = identity
        self.list.show_current(self.model.index_of(identity))
        self._show()

    def begin_new(self) -> None:
        """Ask for what a new session needs."""
        if self._desk.read_only:
            return
        self._renew()
        self.detail.form.finish()
        self._pages.show_page(self._pages.new)
        regions = sorted({workshop.region for workshop in self._workshops if workshop.region})
        self.formats.begin(regions)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        # From the outside in: a widget that is styled already is styled again wherever it is put.
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        right = QVBoxLayout()
        right.setSpacing(0)
        row.addLayout(right, 1)
        right.addWidget(self.word.bar)
        right.addWidget(self.word.findings)
        right.addWidget(self._pages, 1)
        self._fit()

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit)
        self._desk.changed.connect(self._on_changed)
        self._again.timeout.connect(self._renew)
        self._desk.closing.connect(self._again.stop)
        self._new.clicked.connect(self.begin_new)
        self._pages.empty.accepted.connect(self.begin_new)
        self.side.searched.connect(self._on_search)
        self.side.grouped.connect(self._on_grouped)
        self.list.current_changed.connect(self._on_chosen)
        self.list.opened.connect(self.open_workshop_asked)
        self.acts.refused.connect(self._show)
        self._pass_on(self.acts, self.word)
        self.word.checks.block_asked.connect(self.block_asked)

    def _pass_on(self, *all_acts: SessionActs | AgendaActs | FormatActs | SessionWord) -> None:
        for acts in all_acts:
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)

    def _build_detail(self) -> None:
        self._book = self._desk.book
        self._detail = detail = WorkshopDetail(self._theme, self._book, self.steps)
        self.agenda = AgendaActs(self._desk, self.steps, detail.agenda, self)
        self.agenda.refused.connect(self._show)
        detail.keep.setVisible(self._folders is not None)
        detail.rehearse.setVisible(not self._desk.rehearsing)
        detail.rehearse.clicked.connect(lambda: self.rehearsal_asked.emit(self._current))
        detail.start_asked.connect(self._on_start)
        detail.went.connect(self._on_went)
        detail.copy_asked.connect(self._on_copy_asked)
        detail.format_asked.connect(self._on_format_asked)
        detail.removal_asked.connect(self._on_removal)
        detail.set_read_only(self._desk.read_only)
        self.acts.serve(detail, self._workshop)
        self.word.serve(detail.exports, self)
        self.pace.changed.connect(self._show_pace)
        self._pass_on(self.agenda)

    def _put_detail(self) -> None:
        self._pages.detail.fill(column_of(self._detail))
        self._show_current()

    def _build_new(self) -> None:
        self._panel = NewWorkshopPanel(self._theme)
        self._panel.asked.connect(self._on_asked)
        self._panel.cancelled.connect(self._on_cancelled)
        self.formats = FormatActs(self._folders, self._panel, self)
        self._pass_on(self.formats)
        self._pages.new.fill(column_of(self._panel, margin=28))

    def _show_first(self) -> None:
        if self._workshop() is not None:
            self._pages.show_page(self._pages.detail)

    def _fit(self) -> None:
        share = int(self.width() * LIST_SHARE)
        self.side.setFixedWidth(max(self._theme.px(LEAST_LIST), min(self._theme.px(LIST_WIDTH), share)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._again.start()
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------------ showing

    def _workshop(self) -> Workshop | None:
        return next((workshop for workshop in self._workshops if workshop.id == self._current), None)

    def _read(self) -> None:
        self._stale = False
        self._workshops = self._desk.read(preparing.workshops)
        self.model.set_workshops(self._workshops)
        known = [workshop.id for workshop in self._workshops]
        if self._current not in known:
            self._current = known[0] if known else ""
        self.list.show_current(self.model.index_of(self._current))
        self.side.setVisible(bool(self._workshops))
        if not self._workshops:
            self._pages.show_page(self._pages.empty, leave_new=False)

    def _show(self) -> None:
        self.building.finish()
        if self._workshop() is not None:
            self._show_current()
            self._pages.show_page(self._pages.detail, leave_new=False)

    def _show_current(self) -> None:
        if (workshop := self._workshop()) is None:
            return
        if self._other_book:
            self._other_book = False
            self._book = self._desk.book
            self._detail.set_codebook(self._book)
        self.agenda.show_workshop(workshop)
        self._detail.show_workshop(workshop, standing_facts(self._book, self._backed_up()))
        self.pace.follow(workshop)
        self._show_pace()

    def _show_pace(self) -> None:
        workshop, pace = self._workshop(), self.pace.pace
        if workshop is not None:
            self._detail.show_pace(pace, workshop)
            self.steps.set_now(pace.step if pace else "")

    # ------------------------------------------------------------------ what a person does

    def _on_changed(self, changes: Changes) -> None:
        self._other_book = self._other_book or changes.touches("code", "dimension", "codebook")
        if changes.touches(*TABLES):
            self._stale = True
            if self.isVisible():  # while blocks are captured nobody looks here
                self.refresh()

    def _on_search(self, text: str) -> None:
        self.model.search(text)
        self._after_refill()

    def _on_grouped(self, key: str) -> None:
        self.model.group_by(key)
        self._after_refill()

    def _after_refill(self) -> None:
        shown = [workshop.id for workshop in self.model.shown()]
        if not shown and self._workshops:
            self._pages.show_page(self._pages.nothing)
        elif shown and self._current not in shown:
            self._current = shown[0]
        if shown:
            if self._pages.currentWidget() is self._pages.nothing:
                self._pages.show_page(self._pages.detail)
            self.list.show_current(self.model.index_of(self._current))
            self._show()

    def _on_chosen(self, identity: str) -> None:
        if self._pages.asks_for_new:
            self._pages.show_page(self._pages.detail)
        self.show_workshop(identity)

    def _on_cancelled(self) -> None:
        self._pages.show_page(self._pages.detail if self._current else self._pages.empty)
        self.activated()

    def _on_asked(self, title: str, on: datetime.date | None, region: str, plan: Format | list[str]) -> None:
        made = self.acts.create(title, on, region, plan)
        if made:
            self.search.clear()
            self._pages.show_page(self._pages.detail)
            self.show_workshop(made)
            self.detail.start.setFocus()

    def _on_start(self) -> None:
        self.detail.form.finish()
        if (workshop := self._workshop()) is not None:
            self.acts.start(workshop, self._today())
            self.open_workshop_asked.emit(workshop.id)

    def _on_went(self, part: QWidget) -> None:
        # What was just shown has no place yet.
        QTimer.singleShot(0, part, lambda: self._pages.detail.ensureWidgetVisible(part, 0, self._theme.px(60)))

    def _on_copy_asked(self) -> None:
        self.detail.form.finish()
        if (workshop := self._workshop()) is not None and (made := self.acts.copy(workshop)):
            self.search.clear()
            self.show_workshop(made)
            self.detail.edit_title()

    def _on_format_asked(self, name: str) -> None:
        if (workshop := self._workshop()) is not None and self.formats.keep(workshop, name):
            self.detail.naming.finish()

    def _on_removal(self) -> None:
        if (workshop := self._workshop()) is not None and self.acts.remove(workshop):
            self.activated()
