"""The rounds of a session as pills: which one the blocks go into, and what came before."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLayoutItem, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.flow import FlowLayout

_LEAD: Final = re.compile(r"ronde\s+\d+\s*[:.,–—-]*\s*", re.IGNORECASE)
LONGEST: Final = 34
"""Letters of a name on a pill; the whole name is in its tooltip."""
SHORTER: Final = (LONGEST, 26, 20, 15, 12)
"""Letters of the names that are not chosen, where that saves a line."""
MOST_LINES: Final = 3
"""Where it takes more lines than this, only the name that is chosen is shown; the others are a number."""


class RoundLayout(FlowLayout):
    """Sets the rounds as words in a text, and one widget at the right end of the last line."""

    def __init__(self, parent: QWidget, *, gap: int) -> None:
        super().__init__(parent, gap=gap)
        self.end: QWidget | None = None
        self.lowest = 0
        """Pixels that a single line, or the line with the end, is high at least."""

    def widths(self) -> dict[QWidget | None, int]:
        """Return how wide each of its widgets wants to be, in order."""
        return {item.widget(): item.sizeHint().width() for item in self._items if not item.isEmpty()}

    @override
    def _lay_out(self, rect: QRect, *, move: bool) -> int:
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            if lines and _width([*lines[-1], item], self.spacing()) <= rect.width():
                lines[-1].append(item)
            else:
                lines.append([item])
        y = rect.y()
        for line in lines:
            lowest = self.lowest if len(lines) == 1 or line[-1].widget() is self.end else 0
            height = max(lowest, *(item.sizeHint().height() for item in line))
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(0, y - rect.y() - self.spacing())

    def _place(self, line: Sequence[QLayoutItem], rect: QRect) -> None:
        x = rect.x()
        for item in line:
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), rect.height()))
            left = max(x, rect.right() + 1 - size.width()) if item.widget() is self.end else x
            item.setGeometry(QRect(QPoint(left, rect.y() + (rect.height() - size.height()) // 2), size))
            x += size.width() + self.spacing()


class RoundBar(QWidget):
    """Rounds with a number can be chosen; a step without one is shown with a ✓ once the session is past it."""

    chosen = Signal(str)
    """Id of the round that a person chose."""
    tightened = Signal(bool)
    """Whether it is to take as little room as it can."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Round] = ()
        self._current = ""
        self._tight = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Rondes"))
        self._group = QButtonGroup(self)
        self._pills: list[tuple[QPushButton, Round]] = []
        self._row = RoundLayout(self, gap=7)
        self.before: QWidget | None = None
        """What the Tab key goes to behind the rounds; they are made anew, and would come last in that order."""

    def set_rounds(self, steps: Sequence[Round], current: str) -> None:
        """Show the steps of a session with one round chosen."""
        if (steps, current) == (self._steps, self._current):
            return
        had_focus = self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())
        self._steps, self._current = steps, current
        self._clear()
        places = [place for place, step in enumerate(steps) if step.id == current]
        for place, step in enumerate(steps if self._many() else ()):
            if step.number is not None:
                self._row.addWidget(self._pill(step, chosen=step.id == current, focused=had_focus))
            elif places and place < places[0]:
                self._row.addWidget(self._past(step))
        self._put_in_tab_order()
        self._take_end_back()
        self.setVisible(self._many() or self._row.end is not None)
        self._fit_names()

    def set_end(self, widget: QWidget) -> None:
        """Show a widget at the end of the line, whether there are rounds to choose from or not."""
        self._row.end = widget
        widget.setParent(self)
        self._take_end_back()
        widget.show()
        self.setVisible(True)

    def set_line_height(self, height: int) -> None:
        """Make a line this high at least: what comes at its end later moves nothing then."""
        if height != self._row.lowest:
            self._row.lowest = height
            self._row.invalidate()

    def set_tight(self, *, tight: bool) -> None:
        """Give up all names where that saves a line, also that of the round that is chosen."""
        if tight != self._tight:
            self._tight = tight
            self.tightened.emit(tight)
            self._fit_names()

    def _many(self) -> bool:
        return len([step for step in self._steps if step.number is not None]) > 1

    def _clear(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._pills = []
        if self._row.end is not None:
            self._row.removeWidget(self._row.end)
        self._row.clear()

    def _take_end_back(self) -> None:
        if self._row.end is not None:
            self._row.addWidget(self._row.end)

    def _fit_names(self) -> None:
        """Shorten the names that are not chosen where that saves a line, and no more than needed."""
        wanted = self._row.widths()
        widths = dict(wanted)
        pills = [(pill, step, pill.text()) for pill, step in self._pills if pill in wanted]
        best: tuple[int, dict[QPushButton, str]] | None = None
        for chosen, letters in (*((LONGEST, letters) for letters in (*SHORTER, 0)), (0, 0)):
            texts = {pill: _words(step, chosen if pill.isChecked() else letters) for pill, step, _ in pills}
            for pill, _, now in pills:
                metrics = pill.fontMetrics()
                change = metrics.horizontalAdvance(texts[pill]) - metrics.horizontalAdvance(now)
                widths[pill] = wanted[pill] + change
            count = _lines(list(widths.values()), self.width(), self._row.spacing())
            allowed = chosen > 0 and (letters > 0 or best is None or best[0] > MOST_LINES)
            if best is None or (count < best[0] and (allowed or self._tight)):
                best = count, texts
        for pill, text in best[1].items() if best else ():
            if pill.text() != text:
                pill.setText(text)

    def _put_in_tab_order(self) -> None:
        if self.before is None:
            return
        last = self.before
        for pill in self._group.buttons():
            QWidget.setTabOrder(last, pill)
            last = pill
        QWidget.setTabOrder(last, self.before)

    def _pill(self, step: Round, *, chosen: bool, focused: bool) -> QPushButton:
        name = round_name(step)
        pill = QPushButton(_words(step, LONGEST), self)
        pill.setProperty("kind", "round")
        pill.setCheckable(True)
        pill.setChecked(chosen)
        pill.setToolTip(tip(step.question or name))
        pill.setAccessibleName(self.tr("Ronde {n}: {name}").format(n=step.number, name=name))
        pill.clicked.connect(lambda: self.chosen.emit(step.id))
        self._group.addButton(pill)
        self._pills.append((pill, step))
        pill.show()
        if chosen and focused:
            pill.setFocus(Qt.FocusReason.OtherFocusReason)
        return pill

    def _past(self, step: Round) -> QPushButton:
        pill = QPushButton(_words(step, LONGEST), self)
        pill.setProperty("kind", "round")
        pill.setEnabled(False)
        pill.setToolTip(tip(step.name))
        pill.setAccessibleName(self.tr("{name}, geweest").format(name=step.name))
        self._pills.append((pill, step))
        pill.show()
        return pill

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_names()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_names()
        return super().event(event)


def _words(step: Round, letters: int) -> str:
    mark, name = ("✓", step.name) if step.number is None else (str(step.number), round_name(step))
    text = name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…" if letters else ""
    return f"{mark} {text}".rstrip().replace("&", "&&")


def _lines(widths: Sequence[int], width: int, gap: int) -> int:
    lines, x = 1, 0
    for one in widths:
        if x and x + one > width:
            lines, x = lines + 1, 0
        x += one + gap
    return lines


def _width(items: Sequence[QLayoutItem], gap: int) -> int:
    return sum(item.sizeHint().width() for item in items) + gap * (len(items) - 1)


def round_name(step: Round) -> str:
    """Return the name of a round without its number in front: *Ronde 2: wat werkt al* is *Wat werkt al*."""
    name = _LEAD.sub("", step.name, count=1) or step.name
    return name[:1].upper() + name[1:]
