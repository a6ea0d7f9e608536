"""What the inspector shows for two or more blocks: their tags, on all of them or on some."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bouwstenen_app.domain.blocks import RELEASES, STATUSES, Block
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.chips import Chip, code_tone, code_words
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class BulkPanel(QWidget):
    """A full chip is on all blocks, a dashed one on some: a click puts it on all, the × takes it off all."""

    tag_asked = Signal(list, str)
    """Ids of the blocks, id of the code."""
    untag_asked = Signal(list, str)
    picker_asked = Signal(list, str, QPoint)
    """Ids of the blocks, slug of the dimension, where the picker may open."""
    bundle_asked = Signal(list, QPoint)
    """Ids of the blocks that are to be bundled, and where may be asked what is meant."""
    standing_asked = Signal(list, str, str)
    """Ids of the blocks, ``status`` or ``release``, and its value for all of them."""
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
        self.bundle = KeyButton(theme, self.tr("Bundelen"), "B", kind=PRIMARY, bound=False)
        self.bundle.clicked.connect(self._on_bundle)
        first = FlowLayout(gap=8)
        first.addWidget(self.bundle)
        column.addLayout(first)
        column.addSpacing(6)
        column.addWidget(
            words(self.tr("Wat je hier kiest, geldt voor alle gekozen bouwstenen."), "muted", wrap=True)
        )
        self._standing: dict[str, Choice] = {}
        for name, label in (("status", self.tr("Status")), ("release", self.tr("Vrijgave"))):
            column.addSpacing(6)
            column.addWidget(words(label, "label"))
            column.addWidget(self._choice(name, label))
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
        for name, choice in self._standing.items():
            shared = {getattr(block, name) for block in blocks}
            choice.set_choices(self._values(name, mixed=len(shared) > 1))
            choice.set_value(shared.pop() if len(shared) == 1 else None)
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

    def _choice(self, name: str, label: str) -> Choice:
        choice = self._standing[name] = Choice(self._values(name, mixed=False))
        choice.setAccessibleName(label)
        choice.picked.connect(lambda value: self._on_standing(name, value))
        return choice

    def _values(self, name: str, *, mixed: bool) -> list[tuple[object, str]]:
        values = STATUSES if name == "status" else RELEASES
        several: list[tuple[object, str]] = [(None, self.tr("Verschillend"))] if mixed else []
        return [*several, *((value, value.capitalize()) for value in values)]

    def _on_standing(self, name: str, value: object) -> None:
        if value is not None:
            self.standing_asked.emit(self._ids, name, str(value))

    def _on_bundle(self) -> None:
        self.bundle_asked.emit(self._ids, self.bundle.mapToGlobal(QPoint(0, self.bundle.height())))

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
            chip.setToolTip(tip(self.tr("Op alle {n} bouwstenen").format(n=blocks)))
        else:
            chip.setToolTip(
                tip(
                    self.tr("Op {count} van {n} bouwstenen. Klik om hem op alle te zetten.").format(
                        count=count, n=blocks
                    )
                )
            )
            chip.clicked.connect(lambda: self.tag_asked.emit(self._ids, code.id))
        chip.removed.connect(lambda: self.untag_asked.emit(self._ids, code.id))
        chip.show()
        return chip

    def _on_add(self, slug: str, chip: Chip) -> None:
        self.picker_asked.emit(self._ids, slug, chip.mapToGlobal(QPoint(0, chip.height())))
