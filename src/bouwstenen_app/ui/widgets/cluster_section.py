"""One place of the board: its name, what can be done with it, and its blocks. Blocks can be dropped on it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton
from bouwstenen_app.ui.widgets.cluster_list import BLOCKS_TYPE, ClusterList
from bouwstenen_app.ui.widgets.name_card import LONGEST
from bouwstenen_app.ui.widgets.words import words

LOOSE, PARKED, DRAFT = "los", "geparkeerd", "nieuw"
"""Keys of the places that are no cluster; a cluster has its id."""
DIGITS: Final = 9


class ClusterSection(QFrame):
    """Asks; its board knows what to do. A cluster can get another name in place, another place, or go."""

    dropped = Signal(list)
    """Ids of blocks that were dropped here."""
    dragged_over = Signal(QPoint)
    """Where on the screen blocks are held above it."""
    named = Signal(str)
    name_dropped = Signal()
    """The name stays as it was."""
    move_asked = Signal(int)
    removal_asked = Signal()

    def __init__(self, theme: Theme, key: str, marked: set[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = key
        self.setProperty("kind", "column")
        self.setAcceptDrops(True)
        self._cap = words("", "key")
        self._name = words("", "strong", wrap=True)
        self._count = words("", "muted")
        self._edit = _NameLine(self)
        self._edit.hide()
        self.list = ClusterList(theme, marked, fixed=key != LOOSE)
        self._more = IconButton(theme, "more", self.tr("Wat je met dit cluster kunt doen"), size=16)
        self._menu = QMenu(self)
        self._build()
        self._edit.accepted.connect(self._on_named)
        self._edit.refused.connect(self._on_refused)

    @property
    def is_cluster(self) -> bool:
        """Whether this is a cluster of the group."""
        return self.key not in (LOOSE, PARKED, DRAFT)

    @property
    def editing(self) -> bool:
        """Whether its name is being typed."""
        return not self._edit.isHidden()

    @property
    def name_line(self) -> QLineEdit:
        """Where its name is typed."""
        return self._edit

    def show_blocks(self, name: str, blocks: Sequence[Block], *, digit: int, empty: str) -> None:
        """Show its name, its digit (0: none) and its blocks, or why there are none."""
        self._name.setText(name)
        self._cap.setText(str(digit))
        self._cap.setVisible(0 < digit <= DIGITS)
        self._count.setText("" if self.key == DRAFT else str(len(blocks)))
        self._more.set_name(self.tr("Wat je met “{name}” kunt doen").format(name=name))
        count = dutch.counted(len(blocks), self.tr("bouwsteen"), self.tr("bouwstenen"))
        self.list.setAccessibleName(self.tr("{name}, {count}").format(name=name, count=count))
        self._look("empty", on=not blocks and self.key == PARKED)
        self.list.show_blocks(blocks, empty)

    def edit_name(self, suggestion: str = "") -> None:
        """Let the name be typed in its place; ``suggestion`` is the name when nothing is typed."""
        self._edit.begin("" if self.key == DRAFT else self._name.text(), suggestion)
        self._name.hide()
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def finish(self) -> None:
        """Keep the name that is being typed."""
        if self.editing:
            self._edit.accept()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widgets, stretch, lower in (
            ((self._cap,), 0, 4),
            ((self._name, self._edit), 1, 3),
            ((self._count,), 0, 4),
        ):
            head.addLayout(_lowered(widgets, self._theme.px(lower)), stretch)
        if self.is_cluster:
            head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
            for text, act in (
                (self.tr("Andere naam\tF2"), self.edit_name),
                (self.tr("Een plaats eerder\tAlt+←"), lambda: self.move_asked.emit(-1)),
                (self.tr("Een plaats later\tAlt+→"), lambda: self.move_asked.emit(1)),
                (self.tr("Opheffen; de bouwstenen blijven\tShift+Del"), self.removal_asked.emit),
            ):
                self._menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
            self._more.clicked.connect(self._show_menu)
        else:
            self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def _show_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_named(self, name: str) -> None:
        self._close_edit()
        self.named.emit(name)

    def _on_refused(self) -> None:
        self._close_edit()
        self.name_dropped.emit()

    def _close_edit(self) -> None:
        self._edit.hide()
        self._name.show()

    # -- what Qt calls

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_cluster and self.childAt(event.position().toPoint()) in (self._name, None):
            self.edit_name()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(BLOCKS_TYPE):
            self._look("landing", on=True)
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.dragged_over.emit(self.mapToGlobal(event.position().toPoint()))
        event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._look("landing", on=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._look("landing", on=False)
        ids = bytes(event.mimeData().data(BLOCKS_TYPE).data()).decode().splitlines()
        event.acceptProposedAction()
        self.dropped.emit(ids)

    def _look(self, name: str, *, on: bool) -> None:
        """Wear a look of the stylesheet, or no longer."""
        wanted = "true" if on else "false"
        if self.property(name) != wanted:
            self.setProperty(name, wanted)
            self.style().polish(self)


def _lowered(widgets: Sequence[QWidget], pixels: int) -> QVBoxLayout:
    """Return a layout in which the first line of widgets stands on that of the button beside it."""
    column = QVBoxLayout()
    column.setContentsMargins(0, pixels, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column


class _NameLine(QLineEdit):
    """Enter, or going elsewhere, accepts; Esc refuses."""

    accepted = Signal(str)
    refused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ""
        self._open = False
        self.setMaxLength(LONGEST)
        self.setAccessibleName(self.tr("Naam van het cluster"))
        self.editingFinished.connect(self._on_finished)

    def begin(self, name: str, suggestion: str) -> None:
        """Begin with the name of now."""
        self._before, self._open = name, True
        self.setText(name)
        self.setPlaceholderText(suggestion)

    def accept(self) -> None:
        """Take what is typed, or the suggestion when nothing is."""
        if self._open:
            self._open = False
            name = " ".join(self.text().split()) or self.placeholderText()
            if name and name != self._before:
                self.accepted.emit(name)
            else:
                self.refused.emit()

    def _on_finished(self) -> None:
        # Also when the focus goes: a new cluster without a name is then not wanted, what is typed is kept.
        if self._open and not self.hasFocus() and not self.text().strip():
            self._open = False
            self.refused.emit()
        else:
            self.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open:
            self._open = False
            self.refused.emit()
        else:
            super().keyPressEvent(event)
            event.accept()
