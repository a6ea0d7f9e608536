"""The page of the tag inbox: the tags that wait, what is decided about the current one, and by which key."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.proposals import Waiting, dimension_of, name_of
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import DANGER, PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.map_card import MapCard
from bouwstenen_app.ui.widgets.new_code_card import NewCodeCard
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.waiting_table import WaitingTable
from bouwstenen_app.ui.widgets.words import words

SESSION: Final = "sessie"
EVERYWHERE: Final = "overal"
EDGE: Final = 12
"""Pixels at 100 %: the margin in which the scroll bar of the list stands, so that everything is equally wide."""
LOW: Final = 400
"""Pixels at 100 %: on a lower page what is asked about a tag takes the place of the table."""


class TagInboxPage(QWidget):
    """Shows tags and asks for a decision; each signal begins with the key of the tag."""

    taken = Signal(str, str)
    """The tag is the code that comes closest (its id)."""
    accepted = Signal(str, str, str, str)
    """A code is to be made of it: name, slug of the dimension, id of the code above it or empty."""
    mapped = Signal(str, str, bool)
    """It means an existing code (its id), and whether the word is to be known from now on."""
    rejected = Signal(str)
    nothing_near = Signal()
    """Enter was pressed on a tag that no code is like."""
    left = Signal()
    scope_changed = Signal()
    current_changed = Signal(str)
    """Key of the tag that is looked at now, empty for none."""

    def __init__(
        self, theme: Theme, book: Codebook, model: QAbstractItemModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._model = model
        self._before: tuple[Waiting | None, int] = (None, 0)
        self.table = WaitingTable(theme, model)
        self.scope = SegmentedControl([(SESSION, ""), (EVERYWHERE, "")], self.tr("Welke tags je ziet"))
        self.scope.choose(SESSION)
        self.empty = EmptyState(theme, "tag", "", self.tr("Terug naar de regel"), "Esc")
        self.new_card = NewCodeCard(theme, book)
        self.map_card = MapCard(theme, book)
        self._examples = words("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._stack.setCurrentIndex(1)

    @property
    def everywhere(self) -> bool:
        """Whether the tags of all sessions are wanted."""
        return self.scope.current == EVERYWHERE and self.scope.isVisibleTo(self)

    @property
    def tag(self) -> Waiting | None:
        """The tag that is looked at."""
        return self._tag(self.table.currentIndex().row())

    def show_counts(self, here: int, everywhere: int) -> None:
        """Say how many tags wait in this session and in all."""
        self.scope.setVisible(everywhere > here)
        self.scope.set_words(SESSION, self.tr("Deze sessie ({n})").format(n=here))
        self.scope.set_words(EVERYWHERE, self.tr("Alle sessies ({n})").format(n=everywhere))
        none_here = self.tr(
            "In deze sessie staan alle tags in het codeboek. Andere sessies hebben nog nieuwe tags."
        )
        none = self.tr("Alle tags staan in het codeboek. Typ je een tag die er niet in staat, dan wacht hij hier.")
        self.empty.set_sentence(none_here if everywhere else none)

    @property
    def examples(self) -> str:
        """What is said about the blocks of the tag that is looked at."""
        return self._examples.text()

    def show_examples(self, titles: Sequence[str], more: int) -> None:
        """Show titles of blocks that carry the tag, and how many others there are."""
        told = self.tr("Bij {titles} en nog {n}") if more else self.tr("Bij {titles}")
        shown = ", ".join(f"“{title}”" for title in titles)
        self._examples.setText(told.format(titles=shown, n=more) if titles else "")

    def set_codebook(self, book: Codebook, uses: Mapping[str, int]) -> None:
        """Take another codebook, and how often each of its codes is used."""
        self._book = book
        self.new_card.set_codebook(book)
        self.map_card.set_codebook(book, uses)

    def close_cards(self) -> None:
        """Put away what is asked about the current tag."""
        inside = any(map(_holds_focus, (self.new_card, self.map_card)))
        self.new_card.hide()
        self.map_card.hide()
        self._buttons.show()
        self._make_room()
        if inside:
            self.focus()

    def focus(self) -> None:
        """Take the focus to the tags, or to the way back when there are none."""
        button = self.empty.button
        (self.table if self._model.rowCount() or button is None else button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def ask_new(self) -> None:
        """Ask how the current tag is called as a code."""
        if (tag := self.tag) is not None:
            self._begin_asking()
            self.new_card.ask(tag.text, name_of(tag.text), dimension_of(tag.text))
            self._make_room()

    def ask_code(self) -> None:
        """Ask which existing code the current tag means."""
        if (tag := self.tag) is not None:
            self._begin_asking()
            self.map_card.ask(tag.text, tag.suggestions)
            self._make_room()

    # -- how it is put together

    def _build(self) -> None:
        self.take = KeyButton(self._theme, "", "Return", kind=PRIMARY, bound=False)
        self.new = KeyButton(self._theme, self.tr("Nieuwe code…"), "N", icon="plus", bound=False)
        self.map = KeyButton(self._theme, self.tr("Koppelen aan…"), "M", icon="tag", bound=False)
        self.reject = KeyButton(self._theme, self.tr("Weghalen"), "Del", kind=DANGER, bound=False)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=8)
        for button in (self.take, self.new, self.map, self.reject):
            row.addWidget(button)
        head = QHBoxLayout()
        head.addWidget(words(self.tr("Nieuwe tags"), "strong"), 1)
        head.addWidget(self.scope)
        why = self.tr("Deze tags staan niet in het codeboek. Beslis wat ermee gebeurt; tot dan blijven ze bewaard.")
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._why = words(why, "muted", wrap=True)
        column.addWidget(self._why)
        column.addWidget(self.table, 1)
        for widget in (self._examples, self._buttons, self.new_card, self.map_card):
            column.addWidget(widget)
        column.addStretch()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        self._whole = whole = QVBoxLayout(self)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self._fit()

    def _connect(self) -> None:
        self._theme.changed.connect(self._fit)
        self._model.modelAboutToBeReset.connect(self._remember_row)
        self._model.modelReset.connect(self._restore_row)
        self.scope.chosen.connect(lambda _: self.scope_changed.emit())
        self.table.taken.connect(self._on_taken)
        self.table.new_asked.connect(self.ask_new)
        self.table.map_asked.connect(self.ask_code)
        self.table.reject_asked.connect(self._on_rejected)
        self.table.left.connect(self.left)
        self.table.current_changed.connect(self._on_current_changed)
        self.take.clicked.connect(self._on_taken)
        self.new.clicked.connect(self.ask_new)
        self.map.clicked.connect(self.ask_code)
        self.reject.clicked.connect(self._on_rejected)
        self.empty.accepted.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.empty)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)
        for card in (self.new_card, self.map_card):
            card.closed.connect(self.close_cards)
        self.new_card.accepted.connect(self._on_accepted)
        self.map_card.accepted.connect(self._on_mapped)

    def _tag(self, row: int) -> Waiting | None:
        found = self._model.index(row, 0).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return found if isinstance(found, Waiting) else None

    def _remember_row(self) -> None:
        self._before = self.tag, self.table.currentIndex().row()

    def _restore_row(self) -> None:
        """Stay at the tag that was looked at, or at the one that came in its place."""
        before, row = self._before
        keys = [tag.key for tag in map(self._tag, range(self._model.rowCount())) if tag]
        kept = before is not None and before.key in keys
        self.table.show_row(keys.index(before.key) if before and kept else max(0, row))
        if before is not None and not kept:
            self.close_cards()
        had_focus, state = _holds_focus(self), 0 if keys else 1
        if state != self._stack.currentIndex():
            self._stack.setCurrentIndex(state)
            if had_focus:
                self.focus()
        self._show_suggestion()

    def _show_suggestion(self) -> None:
        tag = self.tag
        near = self._book.by_id.get(tag.suggestions[0]) if tag and tag.suggestions else None
        self.take.setVisible(near is not None)
        if near is not None:
            self.take.setText(self.tr("Het is {code}").format(code=near.name))
            self.take.updateGeometry()

    def _begin_asking(self) -> None:
        self.new_card.hide()
        self.map_card.hide()
        self._buttons.hide()

    def _make_room(self) -> None:
        asked = self.new_card.isVisibleTo(self) or self.map_card.isVisibleTo(self)
        low = asked and self.height() < self._theme.px(LOW)
        for widget in (self._why, self.table):
            widget.setVisible(not low)

    def _fit(self) -> None:
        self._whole.setContentsMargins(0, 0, self._theme.px(EDGE), 0)

    # -- what was asked

    def _on_current_changed(self, row: int) -> None:
        self._show_suggestion()
        tag = self._tag(row)
        self.current_changed.emit(tag.key if tag else "")

    def _on_taken(self) -> None:
        tag = self.tag
        if tag is None:
            return
        if tag.suggestions:
            self.taken.emit(tag.key, tag.suggestions[0])
        else:
            self.nothing_near.emit()

    def _on_rejected(self) -> None:
        if (tag := self.tag) is not None:
            self.rejected.emit(tag.key)

    def _on_accepted(self, name: str, dimension: str, under: str) -> None:
        if (tag := self.tag) is not None:
            self.accepted.emit(tag.key, name, dimension, under)

    def _on_mapped(self, code: str, learn: bool) -> None:
        if (tag := self.tag) is not None:
            self.mapped.emit(tag.key, code, learn)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.fit()


def _holds_focus(widget: QWidget) -> bool:
    return any(part.hasFocus() for part in (widget, *widget.findChildren(QWidget)))
