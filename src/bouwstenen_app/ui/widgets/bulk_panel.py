"""What the inspector shows for two or more blocks: their tags, on all of them or on some."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip, code_tone, code_words
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class BulkPanel(QWidget):
    """A full chip is on all blocks, a dashed one on some: a click puts it on all, the × takes it off all."""

    tag_asked = Signal(list, str)
    """Ids of the blocks, id of the code."""
    untag_asked = Signal(list, str)
    picker_asked = Signal(list, str, QPoint)
    """Ids of the blocks, slug of the dimension, where the picker may open."""
    removal_asked = Signal(list)
    marks_dropped = Signal()

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._ids: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(
            words(self.tr("Wat je hier kiest, geldt voor alle gekozen bouwstenen."), "muted", wrap=True)
        )
        self._rows = {one.slug: FlowLayout(gap=5) for one in book.dimensions}
        for one in book.dimensions:
            column.addSpacing(6)
            column.addWidget(words(one.name, "label"))
            column.addLayout(self._rows[one.slug])
        column.addSpacing(12)
        clear = QPushButton(self.tr("Selectie opheffen"))
        clear.clicked.connect(self.marks_dropped)
        self.remove = QPushButton(self.tr("Naar de prullenbak"))
        self.remove.setProperty("kind", "danger")
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self._ids))
        buttons = FlowLayout(gap=8)
        buttons.addWidget(clear)
        buttons.addWidget(self.remove)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show the tags of these blocks."""
        self._ids = [block.id for block in blocks]
        self.remove.setVisible(not all(block.removed for block in blocks))
        counts = Counter(code for block in blocks for code in block.codes)
        for slug, row in self._rows.items():
            row.clear()
            for code in self._book.select(self._book.sorted(counts), slug):
                row.addWidget(self._chip(code, counts[code.id], len(blocks)))
            add = Chip(self._theme, "+", dashed=True, parent=self)
            add.setAccessibleName(
                self.tr("{dimension} toevoegen").format(dimension=self._book.dimension(slug).name)
            )
            add.clicked.connect(lambda *_, slug=slug, add=add: self._on_add(slug, add))
            row.addWidget(add)
            add.show()

    def _chip(self, code: Code, count: int, blocks: int) -> Chip:
        everywhere = count == blocks
        text = code_words(code) if everywhere else f"{code_words(code)}  {count}/{blocks}"
        chip = Chip(
            self._theme,
            text,
            lambda: code_tone(self._theme, code),
            dashed=not everywhere,
            removable=True,
            parent=self,
        )
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if everywhere:
            chip.setToolTip(self.tr("Op alle {n} bouwstenen").format(n=blocks))
        else:
            chip.setToolTip(
                self.tr("Op {count} van {n} bouwstenen. Klik om hem op alle te zetten.").format(
                    count=count, n=blocks
                )
            )
            chip.clicked.connect(lambda: self.tag_asked.emit(self._ids, code.id))
        chip.removed.connect(lambda: self.untag_asked.emit(self._ids, code.id))
        chip.show()
        return chip

    def _on_add(self, slug: str, chip: Chip) -> None:
        self.picker_asked.emit(self._ids, slug, chip.mapToGlobal(QPoint(0, chip.height())))
