"""Ordenen: choose blocks by facets and text, over all sessions, and tag and edit them, many at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.services import boards, facet_index, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.counting import Counting
from bouwstenen_app.ui.desk import CODEBOOK_TABLES, Desk
from bouwstenen_app.ui.models.blocks import BlockListModel
from bouwstenen_app.ui.places import selecting
from bouwstenen_app.ui.places.arrangement import Arrangement
from bouwstenen_app.ui.places.block_acts import BlockActs
from bouwstenen_app.ui.places.codebook_door import codebook_button
from bouwstenen_app.ui.places.deduplicating_door import DeduplicatingDoor
from bouwstenen_app.ui.places.filter_acts import FilterActs
from bouwstenen_app.ui.places.marked_blocks import MarkedBlocks
from bouwstenen_app.ui.places.organise_views import views_of
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.arrange_bar import LIST
from bouwstenen_app.ui.widgets.chips import code_tone
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.organise_page import OrganisePage
from bouwstenen_app.ui.widgets.search_field import SearchField

PAGE: Final = boards.PAGE
"""Blocks that are read at a time; more when the end of the list comes near."""
TYPING = 0
COUNTING = 120
NAMING = 0
"""Milliseconds of rest before the text filters (none: as soon as no key waits), the facets are counted, and what
was chosen is named (none: as soon as what is found is painted)."""
BLOCK_TABLES = ("block", "tagging", "proposal")
SESSION_TABLES = ("workshop", "round", "cluster")
BUNDLE_TABLES = ("bundle", "contribution")


class OrganisePlace(Place):
    """One selection over all sessions: the facets, the text filter and the search of the window all change it."""

    def __init__(self, desk: Desk, theme: Theme, counts: Counting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._counts = counts
        self._theme = theme
        self._book = desk.book
        self._workshops = desk.read(preparing.headings)
        self._selection = Selection()
        self._total = 0
        self._everything = 0
        self._all_workshops = False
        self._stale = True
        self.page = OrganisePage(theme, self._book)
        self.arrangement = Arrangement(desk, theme, self.page, self._book, self._index, self)
        self.arrangement.set_workshops(self._workshops)
        self.model = BlockListModel(self, order=self.arrangement.rank, describe=self.arrangement.describe)
        self.page.blocks.setModel(self.model)
        self.marked = MarkedBlocks(desk, self.page, self.arrangement, self.model, self)
        self.acts = BlockActs(desk, theme, self._book, self.marked.known, self)
        self.marked.serve(self.acts)
        self.filters = FilterActs(desk, self.page.filters, lambda: self._selection, self)
        self.empty = EmptyState(
            theme,
            "organise",
            self.tr("Hier orden je de bouwstenen van alle sessies. Leg er eerst een vast."),
            self.tr("Naar Vastleggen"),
        )
        self._typing, self._counting, self._naming = map(self._rest, (TYPING, COUNTING, NAMING))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.empty)
        self.empty.setMinimumWidth(1)
        self._codebook = codebook_button(theme, self)
        self.views = views_of(desk, theme, self, self._stack, self.page.head)
        self.door = DeduplicatingDoor(desk, theme, self, self._stack)
        self._connect()

    def _rest(self, milliseconds: int) -> QTimer:
        rest = QTimer(self, singleShot=True, interval=milliseconds)
        self._desk.closing.connect(rest.stop)
        return rest

    # -- what the window asks

    @override
    def tab_parts(self) -> Sequence[QWidget]:
        return self.page.parts

    @override
    def title(self) -> str:
        return self.tr("Ontdubbelen") if self.door.is_open else self.tr("Ordenen")

    @override
    def subtitle(self) -> str:
        if self.views.is_open:
            return self.views.subtitle()
        blocks = dutch.counted(self._everything, self.tr("bouwsteen"), self.tr("bouwstenen"))
        return self.tr("Alle sessies · {blocks}").format(blocks=blocks)

    @override
    def header_actions(self) -> list[QWidget]:
        return [] if self.door.is_open else [self._codebook, self.door.button]

    @override
    def commands(self) -> Sequence[Command]:
        acts = (self.views, self.arrangement, self.filters, self.door)
        return [command for act in acts for command in act.commands()]

    @override
    def key_help(self) -> Sequence[Key]:
        if self.door.is_open:
            return self.door.key_help()
        if self.views.is_open:
            return self.views.key_help()
        return self.arrangement.key_help()

    @override
    def keys_title(self) -> str:
        return self.title() if self.door.is_open else self.views.title

    @override
    def activated(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, SearchField) and focused.text():
            return  # someone is typing a search: the list follows, the cursor stays
        if self.door.is_open:
            self.door.focus()
        elif self.views.is_open:
            self.views.focus()
        elif self._stack.currentWidget() is self.empty:
            (self.empty.button or self.empty).setFocus()
        elif not self.arrangement.focus():
            self.page.filter.setFocus()

    @property
    def selection(self) -> Selection:
        """What is chosen now."""
        return self._selection

    def show_selection(self, selection: Selection) -> None:
        """Choose exactly this."""
        self.door.close()
        self.views.close()
        self._choose(selection)
        self._set_text(selection.query)

    # -- how it is put together

    def _connect(self) -> None:
        page = self.page
        self._theme.changed.connect(self._counting.start)
        self._desk.changed.connect(self._on_changed)
        self._counts.ready.connect(self._on_ready)
        self.empty.accepted.connect(lambda: self.place_asked.emit("capture"))
        self.door.left.connect(self._on_round_left)
        self.views.changed.connect(lambda _: self._count())
        self._typing.timeout.connect(self._on_typed)
        self._counting.timeout.connect(self._count)
        self._naming.timeout.connect(self._show_chosen)
        page.filter.textEdited.connect(lambda _: self._typing.start())
        page.filter.textChanged.connect(self._on_text_changed)
        page.filter.returnPressed.connect(self._to_list)
        page.facets.toggled.connect(self._on_toggled)
        page.chip_removed.connect(self._on_toggled)
        page.cleared.connect(lambda: self.show_selection(Selection()))
        page.blocks.current_changed.connect(lambda _: self.marked.follow())
        page.blocks.marks_changed.connect(lambda _: self.marked.follow())
        page.blocks.opened.connect(self.marked.open)
        page.blocks.left.connect(page.filter.setFocus)
        self.arrangement.followed.connect(self.marked.follow)
        self.arrangement.reordered.connect(self._load)
        self.arrangement.opened.connect(self.marked.open)
        self.arrangement.left.connect(page.filter.setFocus)
        self.arrangement.told.connect(self.told)
        self.arrangement.problem_told.connect(self.problem_told)
        self.arrangement.serve(self.acts)
        self.filters.chosen.connect(self.show_selection)
        self.filters.told.connect(self.told)
        self.filters.problem_told.connect(self.problem_told)
        page.blocks.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        page.inspector.marks_dropped.connect(self.arrangement.clear_marks)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)
        self.acts.told.connect(self.told)
        self.acts.problem_told.connect(self.problem_told)
        self.acts.opened.connect(self.marked.open)
        self.acts.serve_list(page.blocks)
        self.acts.serve_inspector(page.inspector)

    # -- the selection

    def _choose(self, selection: Selection) -> None:
        self._find(selection)
        self._show_chosen()

    def _find(self, selection: Selection) -> None:
        self._selection = selection
        self._load()
        self._counting.start()

    def _set_text(self, text: str) -> None:
        if self.page.filter.text() != text:
            self.page.filter.setText(text)

    def _on_typed(self) -> None:
        self._typing.stop()
        text = self.page.filter.text()
        if text != self._selection.query:
            self._find(replace(self._selection, query=text))
            self._naming.start()

    def _on_find(self) -> None:
        if self.door.is_open or self.views.is_open:
            return
        if not self.page.filter.isVisible():
            self.page.show_facets.setChecked(True)
        self.page.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page.filter.selectAll()

    def _on_text_changed(self, text: str) -> None:
        if not text:  # the cross in the field: no need to wait for more keys
            self._typing.start(0)

    def _on_toggled(self, facet: str, value: str) -> None:
        if value == selecting.MORE:
            self._all_workshops = True
            self._count()
            return
        self._choose(selecting.toggled(self._selection, facet, value))

    def _show_chosen(self) -> None:
        found = selecting.chosen(self._selection, self._book, self._workshops)
        chips = [(one.facet, one.value, one.name, one.code) for one in found]
        self.page.show_chosen(chips, text=bool(self._selection.query.strip()))
        self.filters.show()

    # -- the list

    def _load(self) -> None:
        shown = self.arrangement.show(self._selection)
        if shown is not None:
            self._total = shown
            self._show_found(any_found=bool(shown))
            self.marked.follow()
            return
        found = self.arrangement.page(self._selection, offset=0, limit=PAGE)
        self._total = found.total
        self.model.set_blocks(found.blocks)
        if self.model.rowCount():
            self.page.blocks.show_block(self.model.index(0))
        self._show_found(any_found=bool(self.model.rowCount()))
        self.marked.follow()

    def _on_scrolled(self, value: int) -> None:
        bar = self.page.blocks.verticalScrollBar()
        loaded = len(self.model.known())
        if loaded < self._total and value > bar.maximum() - 2 * bar.pageStep():
            more = self.arrangement.page(self._selection, offset=loaded, limit=PAGE)
            self.model.take_in(more.blocks)

    def _take_in(self, changes: Changes) -> None:
        """Bring the list to how the touched blocks are now; those beyond what was read come when it scrolls."""
        touched = self._desk.read(boards.touched, changes)
        index = self._index()
        last = min((block.id for block in self.model.known()), default="")
        complete = len(self.model.known()) >= self._total
        near = sorted(one for one in touched if complete or self.arrangement.is_near(one, last))
        found = self._desk.read(facet_index.among, index, self._selection, near)
        self._total = self._desk.read(facet_index.count, index, self._selection)
        self.model.take_in(found, gone=touched - {block.id for block in found})
        self._show_found(any_found=bool(self.model.rowCount()))
        self.marked.follow()

    def _show_found(self, *, any_found: bool) -> None:
        found = dutch.counted(self._total, self.tr("bouwsteen"), self.tr("bouwstenen"))
        self.page.show_found(found, any_found=any_found)

    def _to_list(self) -> None:
        self._on_typed()
        self.arrangement.focus()

    # -- the facets

    def _count(self) -> None:
        self._counting.stop()
        index = self._index()
        counts = None if index is None else self._desk.read(facet_index.facets, index, self._selection)
        if index is not None:
            self.acts.set_uses(index.uses())
        self._everything = self._desk.read(facet_index.count, index, Selection())
        found = selecting.facets_of(
            self._selection, counts, self._book, self._workshops, self._stripe, all_workshops=self._all_workshops
        )
        self.page.facets.show_facets(found)
        if not self.door.is_open and not self.views.is_open:
            self._stack.setCurrentWidget(self.page if self._everything else self.empty)
        self.titles_changed.emit()

    def _index(self) -> FacetIndex | None:
        """Return what the facets and the list are counted by; None while it is being made."""
        return self._counts.index()

    def _on_round_left(self) -> None:
        self._count()
        self.activated()

    def _on_ready(self) -> None:
        if self.isVisible():
            self._count()
            if self.arrangement.view != LIST:
                self._load()

    def _stripe(self, code: Code) -> str:
        return code_tone(self._theme, code).stripe

    # -- what changed

    def _on_changed(self, changes: Changes) -> None:
        self.arrangement.take_in(changes)
        self.filters.take_in(changes)
        if not changes.touches(*BLOCK_TABLES, *CODEBOOK_TABLES, *SESSION_TABLES, *BUNDLE_TABLES):
            return
        if changes.touches(*SESSION_TABLES):
            self._workshops = self._desk.read(preparing.headings)
            self.arrangement.set_workshops(self._workshops)
            self.marked.forget_session()
        if changes.touches(*CODEBOOK_TABLES):
            self._book = self._desk.book
            self.acts.set_codebook(self._book)
            self.page.set_codebook(self._book)
            self.arrangement.set_codebook(self._book)
            self._stale = True
        if not self.isVisible():
            self._stale = True
        elif self._stale:
            self._refresh()
        else:
            if self.arrangement.view == LIST:
                self._take_in(changes)
            else:
                self._load()
            self._counting.start()

    def _refresh(self) -> None:
        """Ask for everything again."""
        self._stale = False
        self._load()
        self._show_chosen()
        self._count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._refresh()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.page.inspector.finish()
        super().hideEvent(event)
