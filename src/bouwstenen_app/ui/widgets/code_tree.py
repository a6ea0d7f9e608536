"""The codebook as a tree: each dimension with its codes, how often they are used, and a key for every act."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code, Codebook, Dimension, folded
from bouwstenen_app.domain.codebook_order import in_tree_order
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.code_rows import NODE_ROLE, CodeRows, Row

Drop = QAbstractItemView.DropIndicatorPosition
KeySign = tuple[Qt.KeyboardModifier, Qt.Key]


class Node(NamedTuple):
    """What a line of the tree is: a code (its id) or, without one, a dimension (its slug)."""

    dimension: str
    code: str = ""


class _Line(NamedTuple):
    node: Node
    above: Node | None
    row: Row
    hint: str


class CodeTree(QTreeWidget):
    """Tells which line is looked at and what is asked of it; nothing moves before it is told so."""

    current_changed = Signal(object)
    """Node."""
    moved = Signal(str, object, object)
    """A code was dropped: its id, id of the code it comes under or None, id of the code it comes before or None."""
    stepped = Signal(int)
    """The line is to go one place down (1) or up (-1)."""
    rename_asked = Signal()
    new_asked = Signal()
    retire_asked = Signal()
    merge_asked = Signal()
    split_asked = Signal()
    favourite_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[Node, QTreeWidgetItem] = {}
        self._shape: object = None
        self._opened: set[Node] = set()
        self._searching = False
        self._filling = False
        self.setAccessibleName(self.tr("Codeboek"))
        self.setColumnCount(1)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setExpandsOnDoubleClick(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QTreeWidget.DragDropMode.InternalMove)
        self.setItemDelegate(CodeRows(theme, self))
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemExpanded.connect(self._on_expanded)
        self.itemCollapsed.connect(self._on_collapsed)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def node(self) -> Node | None:
        """The line that is looked at."""
        found = self.currentItem()
        return None if found is None else self._node(found)

    def show_codebook(self, book: Codebook, uses: Mapping[str, int], search: str = "") -> int:
        """Show a codebook, or only what a search finds in it, and return how many codes stand there.

        ``uses`` says on how many blocks a code or one under it is; what it does not say is not known yet.
        The line that was looked at stays so where it can; ``current_changed`` does not tell of it.
        """
        wanted, before = folded(search), self.node
        lines = [line for one in book.dimensions for line in self._lines_of(book, one, uses, wanted)]
        hits = [line.node for line in lines if wanted and _has(book, line.node, wanted)]
        if not self._lines:
            self._opened = {Node(one.slug) for one in book.dimensions}
        self._searching = bool(wanted)
        self._filling = True
        shape = [(line.node, line.above) for line in lines]
        if shape != self._shape:
            self._shape = shape
            self._rebuild(lines)
            self.look_at(hits[0] if hits and before not in hits else before)
        for line in lines:
            self._set(self._lines[line.node], line)
        self._filling = False
        self.setDragEnabled(not self._searching)
        self.scheduleDelayedItemsLayout()
        return sum(bool(line.node.code) for line in lines)

    def look_at(self, node: Node | None) -> None:
        """Bring a line in sight and look at it; the first one when it is not there."""
        item = self._lines.get(node) if node is not None else None
        if item is None and node is not None:
            item = self._lines.get(Node(node.dimension))
        item = item or self.topLevelItem(0)
        if item is not None:
            above = item.parent()
            while above is not None:
                above.setExpanded(True)
                above = above.parent()
            self.scrollToItem(item)
            self.setCurrentItem(item)

    def _lines_of(self, book: Codebook, one: Dimension, uses: Mapping[str, int], wanted: str) -> list[_Line]:
        every = book.of(one.slug)
        codes = _fitting(in_tree_order(every), wanted)
        if wanted and not codes:
            return []
        heading, shown = Node(one.slug), {code.id for code in codes}
        groups = {code.parent for code in codes}
        told = dutch.counted(len(every), self.tr("code"), self.tr("codes"))
        lines = [_Line(heading, None, Row(one.name, detail=f"{one.prefix}  ·  {told}"), one.definition)]
        for code in codes:
            under = code.parent if code.parent in shown else None
            row = Row(
                code.name,
                count=uses.get(code.id),
                depth=1 if under is None else 2,
                colours=(code.colour, code.colour_dark, code.colour_tint),
                retired=code.retired,
                favourite=code.favourite,
                group=code.id in groups,
            )
            above = heading if under is None else Node(one.slug, under)
            lines.append(_Line(Node(one.slug, code.id), above, row, code.definition))
        return lines

    def _rebuild(self, lines: Sequence[_Line]) -> None:
        self._lines.clear()
        self.clear()
        for line in lines:
            item = QTreeWidgetItem(self if line.above is None else self._lines[line.above], [line.row.name])
            if line.above is None:  # a heading takes codes, and is not dragged itself
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            self._set(item, line)
            self._lines[line.node] = item
        for node, item in self._lines.items():
            item.setExpanded(self._searching or node in self._opened)

    def _set(self, item: QTreeWidgetItem, line: _Line) -> None:
        row = line.row
        if item.data(0, NODE_ROLE) == row and item.toolTip(0) == line.hint:
            return
        item.setText(0, row.name)
        item.setToolTip(0, tip(line.hint))
        item.setData(0, NODE_ROLE, row)
        item.setData(0, NODE_ROLE + 1, line.node)
        said = [row.name, row.detail]
        if row.count is not None:
            said.append(dutch.counted(row.count, self.tr("bouwsteen"), self.tr("bouwstenen")))
        said += [self.tr("vervallen")] * row.retired + [self.tr("favoriet")] * row.favourite
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, said)))

    def _node(self, item: QTreeWidgetItem) -> Node:
        dimension, code = item.data(0, NODE_ROLE + 1)
        return Node(dimension, code)

    def _on_current_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.current_changed.emit(self._node(item))

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        if not self._filling and not self._searching:
            self._opened.add(self._node(item))

    def _on_collapsed(self, item: QTreeWidgetItem) -> None:
        if not self._filling and not self._searching:
            self._opened.discard(self._node(item))

    def landing(self, item: QTreeWidgetItem, where: Drop) -> tuple[str, str | None, str | None] | None:
        """Return the dimension, the code above and the code behind the place at an item; None for no place."""
        node, above = self._node(item), item.parent()
        if not node.code:
            return (node.dimension, None, None) if where == Drop.OnItem else None
        group = self._node(above).code if above is not None else ""
        if where == Drop.OnItem:
            return node.dimension, group or node.code, None
        if where == Drop.AboveItem:
            return node.dimension, group or None, node.code
        if item.childCount() and item.isExpanded():
            return node.dimension, node.code, self._code_at(item, 0)
        return node.dimension, group or None, self._code_at(above, above.indexOfChild(item) + 1) if above else None

    def _code_at(self, above: QTreeWidgetItem, row: int) -> str | None:
        child = above.child(row)
        return None if child is None else self._node(child).code

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        item, moving = self.itemAt(event.position().toPoint()), self.node
        place = self.landing(item, self.dropIndicatorPosition()) if item is not None else None
        if moving is not None and moving.code and place is not None and place[0] == moving.dimension:
            _, parent, before = place
            if moving.code not in (parent, before):
                # The lines are made anew by it: not while the drag is still going on.
                QTimer.singleShot(0, self, lambda: self.moved.emit(moving.code, parent, before))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        asked = _KEYS.get((pressed, key))
        if pressed == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif asked is not None:
            getattr(self, asked).emit()
        else:
            super().keyPressEvent(event)


_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_KEYS: Final[Mapping[KeySign, str]] = {
    (_NONE, Qt.Key.Key_F2): "rename_asked",
    (_NONE, Qt.Key.Key_Return): "rename_asked",
    (_NONE, Qt.Key.Key_Enter): "rename_asked",
    (_NONE, Qt.Key.Key_N): "new_asked",
    (_NONE, Qt.Key.Key_M): "merge_asked",
    (_NONE, Qt.Key.Key_S): "split_asked",
    (_NONE, Qt.Key.Key_Delete): "retire_asked",
    (_CTRL, Qt.Key.Key_D): "favourite_asked",
}


def _fitting(codes: Sequence[Code], wanted: str) -> tuple[Code, ...]:
    """Return the codes with a word in them, and the groups above those."""
    if not wanted:
        return tuple(codes)
    hits = {code.id for code in codes if _names(code, wanted)}
    above = {code.parent for code in codes if code.id in hits}
    return tuple(code for code in codes if code.id in hits or code.id in above)


def _has(book: Codebook, node: Node, wanted: str) -> bool:
    return bool(node.code) and _names(book.code(node.code), wanted)


def _names(code: Code, wanted: str) -> bool:
    texts = (code.name, code.definition, *code.synonyms, *code.abbreviations)
    return any(wanted in folded(text) for text in texts)
