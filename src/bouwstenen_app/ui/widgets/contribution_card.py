"""A block as a contribution to a bundle: everything it says, where it was said, by whom, and its votes."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import DANGER, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.words import words


@dataclass(frozen=True, slots=True)
class Contribution:
    """A block with what a reader wants to know of where it comes from."""

    block: Block
    session: str
    region: str
    perspectives: tuple[str, ...]


class ContributionCard(Card):
    """Takes the focus; Delete takes the block out, Enter opens it where it was captured."""

    out_asked = Signal(str)
    """Id of a block that is to leave the bundle."""
    opened = Signal(str)
    stepped = Signal(int)
    """The focus goes to the next (1) or the previous one (-1)."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._shown: Contribution | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.source = words("", "muted", wrap=True)
        self.title = MarkedText(theme, size=15, bold=True)
        self.column.addWidget(self.source)
        self.column.addWidget(self.title)
        self._explanation = self._part("")
        self._example = self._part(self.tr("Praktijkvoorbeeld"))
        self._conditions = self._part(self.tr("Wat is ervoor nodig?"))
        self._next_step = self._part(self.tr("Eerstvolgende stap"))
        self._minority = self._part(self.tr("Minderheidsstandpunt"))
        self.open = KeyButton(theme, self.tr("Openen"), "Enter", kind=QUIET, bound=False)
        self.open.setToolTip(self.tr("Openen in de sessie waarin hij is vastgelegd"))
        self.out = KeyButton(theme, self.tr("Eruit halen"), "Del", kind=DANGER, bound=False)
        self.open.clicked.connect(lambda: self._tell(self.opened))
        self.out.clicked.connect(lambda: self._tell(self.out_asked))
        buttons = QWidget()
        row = FlowLayout(buttons, gap=8)
        row.addWidget(self.open)
        row.addWidget(self.out)
        self.column.addWidget(buttons)
        self.column.setSpacing(5)

    @property
    def block(self) -> str:
        """Id of the block that is shown; empty for none."""
        return self._shown.block.id if self._shown else ""

    def show_contribution(self, shown: Contribution) -> None:
        """Show a contribution."""
        if shown == self._shown:
            return
        self._shown = shown
        block = shown.block
        region = shown.region if shown.region not in shown.session else ""
        votes = dutch.counted(block.votes, self.tr("stem"), self.tr("stemmen")).replace(" ", "\u00a0")
        source = (block.spoken_id, shown.session, region, ", ".join(shown.perspectives), votes)
        self.source.setText(" · ".join(filter(None, source)))
        self.title.show_text(block.title)
        for (label, text), said in (
            (self._explanation, block.explanation),
            (self._example, block.example),
            (self._conditions, "\n".join(f"• {one}" for one in block.conditions)),
            (self._next_step, block.next_step),
            (self._minority, block.minority),
        ):
            text.show_text(said)
            label.setVisible(bool(said.strip()) and bool(label.text()))
        self.setAccessibleName(f"{self.source.text()}. {block.title}")

    def _part(self, name: str) -> tuple[QLabel, MarkedText]:
        label, text = words(name, "label"), MarkedText(self._theme)
        label.hide()
        self.column.addWidget(label)
        self.column.addWidget(text)
        return label, text

    def _tell(self, signal: SignalInstance) -> None:
        if self._shown is not None:
            signal.emit(self._shown.block.id)

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self._tell(self.out_asked)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.opened)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            corner = self._theme.px(10)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
