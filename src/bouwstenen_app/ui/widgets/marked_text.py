"""A text to read, over as many lines as it needs, in which some words are marked."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import TEXT_SIZE, Theme

LINE_BREAK = "\u2028"
Place = tuple[int, int]
"""Where a word begins and ends, in characters of the text."""


class MarkedText(QWidget):
    """Paints plain text; marked words have a plane of their own and a line under them, not only another colour.

    ``struck`` words were taken out: the line goes through them.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        size: float = TEXT_SIZE,
        bold: bool = False,
        muted: bool = False,
        struck: bool = False,
    ) -> None:
        super().__init__()
        self._struck = struck
        self._theme = theme
        self._size = size
        self._weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        self._role = "text-muted" if muted else "text"
        self._text = ""
        self._places: tuple[Place, ...] = ()
        self._laid: dict[int, tuple[QTextLayout, float]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._fit)

    @property
    def text(self) -> str:
        """What stands there."""
        return self._text

    @property
    def marked(self) -> list[str]:
        """The words that are marked, in order."""
        return [self._text[start:end] for start, end in self._places]

    def show_text(self, text: str, places: Iterable[Place] = ()) -> None:
        """Show a text, with these words marked; hidden when there is none."""
        wanted = tuple(places)
        if (text, wanted) == (self._text, self._places) and self._laid:
            return
        self._text, self._places = text, wanted
        self.setAccessibleName(text)
        self.setVisible(bool(text.strip()))
        self._fit()

    def _fit(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.update()

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """Return the lines in a column of this width, and how high they are together; layouts ask often."""
        if width not in self._laid:
            self._laid[width] = self._lay_out(width)
        return self._laid[width]

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._text.replace("\n", LINE_BREAK), self._theme.font(self._size, self._weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        high = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, high))
            high += line.height()
        layout.endLayout()
        return layout, high

    def _formats(self) -> Sequence[QTextLayout.FormatRange]:
        marked = QTextCharFormat()
        marked.setBackground(self._theme.colour("selected"))
        marked.setForeground(self._theme.colour("selected-text"))
        marked.setFontUnderline(not self._struck)
        marked.setFontStrikeOut(self._struck)
        found = []
        for start, end in self._places:
            one = QTextLayout.FormatRange()
            one.start = _units(self._text[:start])
            one.length = _units(self._text[start:end])
            one.format = marked
            found.append(one)
        return found

    # -- what Qt calls

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return ceil(self._laid_out(width)[1])

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.heightForWidth(max(self.width(), self._theme.px(240))))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._role))
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: an emoji counts for two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
