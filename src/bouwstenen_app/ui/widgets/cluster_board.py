"""The board on which a session is grouped: what is loose, the clusters beside it, the parking lot last."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services.grouping import Board
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cluster_section import DIGITS, DRAFT, LOOSE, PARKED, ClusterSection

COLUMN: Final = 252
"""The least width of a column, in pixels at 100 %."""
GAP: Final = 12
NEAR_EDGE, SCROLLED = 40, 24
"""Blocks held this near the edge scroll the clusters, and how far at a time."""
Key = Qt.Key


class ClusterBoard(QWidget):
    """Shows a Board and asks. Every signal with ids is about the marked blocks, or else the current one."""

    put_asked = Signal(list, str)
    """Ids of blocks, id of the cluster that they go in."""
    out_asked = Signal(list)
    parking_asked = Signal(list)
    parked = Signal(list)
    """Ids of blocks that were dropped on the parking lot."""
    pick_asked = Signal(list, QPoint)
    """A cluster is to be chosen for these blocks, at a point of the screen."""
    made = Signal(str, list)
    """Name of a new cluster, ids of the blocks that were marked."""
    renamed = Signal(str, str)
    move_asked = Signal(str, int)
    removal_asked = Signal(str)
    marks_changed = Signal(int)
    left = Signal()
    """Back to the line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked: set[str] = set()
        self._board = Board()
        self._sections: dict[str, ClusterSection] = {}
        self._order: list[str] = []
        self._columns: list[QVBoxLayout] = []
        self._last = LOOSE
        """Key of the section that had the focus last."""
        self._clusters = QWidget()
        self._clusters.setProperty("kind", "plane")
        self._row = QHBoxLayout(self._clusters)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._area = QScrollArea()
        self._area.setWidget(self._clusters)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(self._section(LOOSE))
        whole.addWidget(self._area, 1)
        theme.changed.connect(self._on_theme_changed)

    def show_board(self, board: Board) -> None:
        """Show the blocks as they are grouped now; who is working in it stays where they are."""
        self._board = board
        present = {block.id for blocks in self._blocks() for block in blocks}
        if gone := self._marked - present:
            self._marked -= gone
            self.marks_changed.emit(len(self._marked))
        order = [*(group.id for group in board.groups), *([DRAFT] if DRAFT in self._order else []), PARKED]
        focused = self.focused()
        for key in [key for key in self._sections if key not in (LOOSE, DRAFT, *order)]:
            self._drop_section(key)
        for key in order:
            self._section(key)
        if order != self._order:
            self._order = order
            self._place()
        self._fill()
        if focused and (not self.focused() or focused not in self._sections):
            self.focus_section(focused if focused in self._sections else LOOSE)

    def focused(self) -> str:
        """Return the key of the section that has the focus, empty when none has."""
        return next((key for key, one in self._sections.items() if one.list.hasFocus()), "")

    def focus(self) -> None:
        """Take the focus, where it was last."""
        self.focus_section(self._last)

    def focus_section(self, key: str) -> None:
        """Take the focus to a section."""
        section = self._sections.get(key) or self._sections[LOOSE]
        section.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(section)

    def section(self, key: str) -> ClusterSection:
        """Return a section by its key."""
        return self._sections[key]

    def chosen(self) -> list[str]:
        """Return the ids of the marked blocks in the order of the board, or of the current one."""
        marked = [block.id for blocks in self._blocks() for block in blocks if block.id in self._marked]
        current = self._current()
        block = current.list.current_block() if current else None
        return marked or ([block.id] if block else [])

    def clear_marks(self) -> None:
        """Leave nothing marked."""
        self._mark(set())

    def begin_cluster(self) -> None:
        """Show a new cluster and let its name be typed."""
        suggestion = self.tr("Cluster {n}").format(n=len(self._board.groups) + 1)
        if DRAFT not in self._order:
            self._section(DRAFT)
            self._order.insert(len(self._order) - 1, DRAFT)
            self._place()
            self._fill()
        self._sections[DRAFT].edit_name(suggestion)
        self._reveal(self._sections[DRAFT])

    def finish(self) -> None:
        """Keep a name that is being typed."""
        for section in list(self._sections.values()):
            section.finish()

    # -- how it is put together

    def _section(self, key: str) -> ClusterSection:
        if key in self._sections:
            return self._sections[key]
        section = self._sections[key] = ClusterSection(self._theme, key, self._marked, self)
        blocks = section.list
        blocks.asked.connect(lambda event: self._on_key(section, event))
        blocks.stepped.connect(lambda across, down: self._step(section, across, down))
        blocks.toggled.connect(lambda block: self._mark(self._marked ^ {block}))
        blocks.ranged.connect(lambda ids: self._mark(self._marked | set(ids)))
        blocks.picked.connect(lambda _, kept: None if kept else self._mark(set()))
        blocks.menu_asked.connect(lambda at: self.pick_asked.emit(self.chosen(), at))
        section.dropped.connect(lambda ids: self._on_dropped(key, ids))
        section.dragged_over.connect(self._on_dragged_over)
        section.named.connect(lambda name: self._on_named(key, name))
        section.name_dropped.connect(lambda: self._on_name_dropped(key))
        section.move_asked.connect(lambda by: self.move_asked.emit(key, by))
        section.removal_asked.connect(lambda: self.removal_asked.emit(key))
        return section

    def _drop_section(self, key: str) -> None:
        section = self._sections.pop(key)
        section.hide()
        section.setParent(None)
        section.deleteLater()

    def _place(self) -> None:
        """Put the sections under each other in as many columns as there is room for."""
        width = self._area.viewport().width()
        count = max(1, (width + GAP) // (self._theme.px(COLUMN) + GAP))
        for column in self._columns:
            while column.count():
                column.takeAt(0)
            self._row.removeItem(column)
            column.deleteLater()
        self._columns = [QVBoxLayout() for _ in range(count)]
        before: QWidget = self._sections[LOOSE].list
        for column in self._columns:
            column.setSpacing(GAP)
            self._row.addLayout(column, 1)
        for place, key in enumerate(self._order):
            section = self._sections[key]
            self._columns[place % count].addWidget(section)
            section.show()
            QWidget.setTabOrder(before, section.list)
            before = section.list
        for column in self._columns:
            column.addStretch(1)

    def _fill(self) -> None:
        board = self._board
        grouped = self.tr("Alles is gegroepeerd.")
        self._sections[LOOSE].show_blocks(self.tr("Nog niet gegroepeerd"), board.loose, digit=0, empty=grouped)
        for place, group in enumerate(board.groups, start=1):
            empty = self.tr("Nog leeg. Sleep hier bouwstenen naartoe.")
            if place <= DIGITS:
                empty = self.tr("Nog leeg. Druk op {n}, of sleep hier bouwstenen naartoe.").format(n=place)
            self._sections[group.id].show_blocks(group.name, group.blocks, digit=place, empty=empty)
        if DRAFT in self._order:
            new = self.tr("De groep geeft de naam. Enter bewaart hem.")
            self._sections[DRAFT].show_blocks(self.tr("Nieuw cluster"), (), digit=0, empty=new)
        if PARKED in self._sections:
            told = self.tr("Leeg. Met P zet je hier wat je bewaart, maar nu niet bespreekt.")
            self._sections[PARKED].show_blocks(self.tr("Parkeerplaats"), board.parked, digit=0, empty=told)

    def _blocks(self) -> Iterator[Sequence[Block]]:
        yield self._board.loose
        for group in self._board.groups:
            yield group.blocks
        yield self._board.parked

    def _on_theme_changed(self) -> None:
        self._fit()
        self._place()
        for section in self._sections.values():
            section.list.fit()

    def _fit(self) -> None:
        room = self.width() - GAP
        self._sections[LOOSE].setFixedWidth(max(round(room * 0.26), min(self._theme.px(COLUMN), room * 2 // 5)))

    # -- moving and marking

    def _current(self) -> ClusterSection | None:
        if found := self.focused():
            self._last = found
        return self._sections.get(self._last)

    def _mark(self, marked: set[str]) -> None:
        self._marked.clear()
        self._marked.update(marked)
        for section in self._sections.values():
            section.list.viewport().update()
        self.marks_changed.emit(len(self._marked))

    def _step(self, section: ClusterSection, across: int, down: int) -> None:
        """Go to the section in this direction, at about the same height."""
        rect = section.list.row_rect()
        here = section.list.mapTo(self, rect.center())
        found = self._beyond(section, here, across, down)
        if found is None:
            return
        target = found.list
        found.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._last = found.key
        if target.blocks.rowCount():
            height = target.mapFrom(self, here).y()
            target.show_row(target.row_near(height) if across else 0 if down > 0 else target.blocks.rowCount() - 1)
        self._reveal(found)

    def _beyond(self, section: ClusterSection, here: QPoint, across: int, down: int) -> ClusterSection | None:
        left = section.mapTo(self, QPoint(0, 0)).x()
        found: list[tuple[int, int, ClusterSection]] = []
        for other in self._sections.values():
            corner = other.mapTo(self, QPoint(0, 0))
            aside = (corner.x() - left) * across if across else abs(corner.x() - left)
            lower = (corner.y() - section.mapTo(self, QPoint(0, 0)).y()) * down
            if other is section or (across and aside <= 0) or (down and (aside or lower <= 0)):
                continue
            distance = max(corner.y() - here.y(), here.y() - corner.y() - other.height(), 0)
            found.append((aside, distance if across else lower, other))
        if not found and across > 0:
            # In the last column: on with the next one, as one reads.
            later = self._order[self._order.index(section.key) + 1 :] if section.key in self._order else self._order
            return self._sections[later[0]] if later else None
        return min(found, key=lambda one: one[:2])[2] if found else None

    def _reveal(self, section: ClusterSection) -> None:
        """Scroll until the current row, or the whole section, is in sight."""
        if section.key == LOOSE:
            return
        rect = section.list.row_rect()
        top = section.list.mapTo(self._clusters, rect.topLeft()).y()
        if section.list.currentIndex().row() <= 0:
            top = section.y()
        bottom = section.list.mapTo(self._clusters, rect.bottomLeft()).y()
        self._area.ensureVisible(0, bottom, 0, GAP)
        self._area.ensureVisible(0, top, 0, GAP)

    # -- what is asked

    def _on_key(self, section: ClusterSection, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        self._last = section.key
        if held == Qt.KeyboardModifier.AltModifier:
            done = section.is_cluster and self._move_cluster(section, event.key())
        elif held == Qt.KeyboardModifier.ShiftModifier and event.key() == Key.Key_Delete:
            done = section.is_cluster
            if done:
                self.removal_asked.emit(section.key)
        else:
            done = not held and self._on_plain_key(section, event.key())
        if done:
            event.accept()

    def _move_cluster(self, section: ClusterSection, key: int) -> bool:
        steps = {Key.Key_Left: -1, Key.Key_Up: -1, Key.Key_Right: 1, Key.Key_Down: 1}
        if key not in steps:
            return False
        self.move_asked.emit(section.key, steps[Key(key)])
        return True

    def _on_plain_key(self, section: ClusterSection, key: int) -> bool:
        ids = self.chosen()
        if key == Key.Key_N:
            self.begin_cluster()
        elif key == Key.Key_F2 and section.is_cluster:
            section.edit_name()
        elif key == Key.Key_Escape:
            self.clear_marks() if self._marked else self.left.emit()
        elif not ids:
            return False
        elif Key.Key_1 <= key <= Key.Key_9:
            place = key - Key.Key_1
            if place < len(self._board.groups):
                self.put_asked.emit(ids, self._board.groups[place].id)
        elif key in (Key.Key_G, Key.Key_Return, Key.Key_Enter):
            rect = section.list.row_rect()
            self.pick_asked.emit(ids, section.list.viewport().mapToGlobal(rect.bottomLeft()))
        elif key in (Key.Key_P, Key.Key_Delete, Key.Key_Backspace):
            (self.parking_asked if key == Key.Key_P else self.out_asked).emit(ids)
        else:
            return False
        return True

    def _on_dropped(self, key: str, ids: list[str]) -> None:
        if key == LOOSE:
            self.out_asked.emit(ids)
        elif key == PARKED:
            self.parked.emit(ids)
        elif key != DRAFT:
            self.put_asked.emit(ids, key)

    def _on_dragged_over(self, at: QPoint) -> None:
        height = self._area.viewport().mapFromGlobal(at).y()
        bar = self._area.verticalScrollBar()
        if height < NEAR_EDGE:
            bar.setValue(bar.value() - SCROLLED)
        elif height > self._area.viewport().height() - NEAR_EDGE:
            bar.setValue(bar.value() + SCROLLED)

    def _on_named(self, key: str, name: str) -> None:
        if key == DRAFT:
            self._end_draft()
            self.made.emit(name, [*filter(self._marked.__contains__, self.chosen())])
        else:
            self.renamed.emit(key, name)
        self.focus()

    def _on_name_dropped(self, key: str) -> None:
        if key == DRAFT:
            self._end_draft()
        self.focus()

    def _end_draft(self) -> None:
        self._order.remove(DRAFT)
        self._drop_section(DRAFT)
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        width = event.size().width()
        if width != event.oldSize().width():
            self._place()
