"""The page of *Vastleggen*: where its rounds, question, line, list and inspector stand."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_list import BlockList
from bouwstenen_app.ui.widgets.capture_bar import CaptureBar
from bouwstenen_app.ui.widgets.card_painter import CardPainter
from bouwstenen_app.ui.widgets.cards import ScrollPage, column_of
from bouwstenen_app.ui.widgets.inspector import Inspector
from bouwstenen_app.ui.widgets.list_header import ROUND, ListHeader
from bouwstenen_app.ui.widgets.low_page import LowPage
from bouwstenen_app.ui.widgets.round_bar import RoundBar
from bouwstenen_app.ui.widgets.tab_order import by_place
from bouwstenen_app.ui.widgets.words import words

INSPECTOR: Final = 354
"""Pixels at 100 %."""
INSPECTOR_SHARE: Final = 0.36
"""Of the page, at most: with large text in a small window the list keeps its room."""


SCROLL_BAR: Final = 12
"""Pixels at 100 %. The scroll bar of the list stands in the margin, so that cards and line are equally wide."""
ROUND_LINE: Final = 36
"""Pixels at 100 %: as high as the timer, that comes beside the rounds after the first look."""
WIDEST: Final = 16_777_215
"""What Qt calls no maximum."""
LOWEST_LIST: Final = 48
"""Pixels of the list that stay in sight when the line needs room."""
LINE: Final = 16
"""Pixels of the list that are worth seeing; with fewer the line has all the room."""
LOW: Final = 300
"""Pixels at 100 %: in a lower page the rounds take as few lines as they can, and what the room did not speak
about yet gives its room to the inspector while the beamer is on."""


class CapturePage(QWidget):
    """Lays its parts out; they are public, the place connects them."""

    widened = Signal(bool)
    """The inspector is out of sight, or in sight again."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.painter = CardPainter(theme, book)
        self.rounds = RoundBar()
        self.question = words("", "question", wrap=True)
        self.bar = CaptureBar(theme, book, self)
        self.header = ListHeader(theme)
        self.blocks = BlockList(self.painter)
        self.inspector = Inspector(theme, book)
        self._empty = words("", "muted", wrap=True)
        self._middle = QStackedWidget()
        self._work, self._line = QStackedWidget(), QWidget()
        self._ways: dict[QWidget, QWidget] = {}
        """What scrolls each way of working, by its page."""
        self._end, self._side, self._bottom = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._beamer: QWidget | None = None
        self._strip: QWidget | None = None
        self._left, self._above, self._over = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._build()
        theme.changed.connect(self._on_theme_changed)

    @property
    def parts(self) -> list[QWidget]:
        """What is on it, as it is read; the rounds and the clock come before the line."""
        work = self._work.currentWidget()
        over = by_place(self._line) if work is self._line else [work] if work is not None else []
        beside = [part for part in (self._strip, self._beamer) if part is not None]
        return [self.rounds, *over, *self.inspector.parts, *beside]

    def set_timer(self, timer: QWidget, parts: Sequence[QWidget]) -> None:
        """Show the timer at the end of the rounds; the Tab key goes past its parts after them."""
        self.rounds.set_end(timer)
        for one, next_one in pairwise((self.bar.line, *parts, self.bar.line)):
            QWidget.setTabOrder(one, next_one)
        self.rounds.before = parts[0]

    def set_way_bar(self, bar: QWidget) -> None:
        """Show the ways of working under everything else."""
        self._bottom.addWidget(bar)

    def set_strip(self, strip: QWidget) -> None:
        """Show what was not spoken about yet under the inspector."""
        self._strip = strip
        self._side.addWidget(strip)
        self._fit()

    def set_beamer(self, beamer: QWidget | None) -> None:
        """Show what the room sees under the inspector, or above the ways of working when that is out of sight."""
        if self._beamer is not None:
            self._beamer.hide()
            self._beamer.setParent(None)
        self._beamer = beamer
        self._widen(wide=self.inspector.isHidden())
        if beamer is not None:
            beamer.show()

    def add_way(self, page: QWidget) -> None:
        """Take in the page of another way of working; it takes the place of the question, the line and the list."""
        self._ways[page] = page if isinstance(page, QAbstractScrollArea) else LowPage(self._theme, page)
        self._work.addWidget(self._ways[page])

    def show_way(self, page: QWidget, *, wide: bool = False) -> None:
        """Show another way of working, with or without the inspector beside it."""
        self._turn_to(self._ways[page], wide=wide)

    def show_line(self) -> None:
        """Show the question, the line and the list again."""
        self._turn_to(self._line, wide=False)

    def set_question(self, question: str) -> None:
        """Show the question of the round, if it has one."""
        self.question.setText(question)
        self._give_room()

    def show_list(self, *, empty: bool = False) -> None:
        """Show the list, or say why there is nothing in it."""
        self._empty.setText(self._why_empty() if empty else "")
        self._middle.setCurrentIndex(1 if empty else 0)

    def set_workshop(self, workshop: Workshop) -> None:
        """Take the session that is worked on."""
        self.bar.set_workshop(workshop)
        self.inspector.set_workshop(workshop)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook everywhere."""
        self.painter.set_codebook(book)
        self.blocks.refresh_look()
        self.bar.set_codebook(book)
        self.inspector.set_codebook(book)

    def _build(self) -> None:
        self.rounds.before = self.bar.line
        left = self._left
        left.setSpacing(14)
        above = self._above
        above.setSpacing(14)
        above.addWidget(self.rounds)
        left.addLayout(above)
        for widget in (self.question, self.bar, self.header):
            self._over.addWidget(widget)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._middle.addWidget(self.blocks)
        self._middle.addWidget(
            ScrollPage(column_of(self._empty))
        )  # a label that wraps would ask for its whole height
        column = QVBoxLayout(self._line)
        column.setContentsMargins(0, 0, 0, 0)
        self._over.setSpacing(14)
        column.setSpacing(14)
        column.addLayout(self._over)
        column.addWidget(self._middle, 1)
        self._work.addWidget(self._line)
        left.addWidget(self._work, 1)
        left.addLayout(self._end)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        self._side.addWidget(self.inspector, 1)
        row.addLayout(self._side)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addLayout(self._bottom)

    def _turn_to(self, page: QWidget, *, wide: bool) -> None:
        """Show another page of the work, laid out once: it gets its whole width before it is seen."""
        before = self._work.currentWidget()
        if before is not None and before is not page:
            before.hide()
        self._widen(wide=wide)
        if (layout := self.layout()) is not None:
            layout.activate()
        self._work.setCurrentWidget(page)

    def _widen(self, *, wide: bool) -> None:
        self.inspector.setVisible(not wide)
        if self._beamer is not None:
            if wide:
                self._end.insertWidget(0, self._beamer)
            else:
                self._side.addWidget(self._beamer)
        self.widened.emit(wide)
        self._fit()

    def _why_empty(self) -> str:
        if self.header.only_removed:
            return self.tr("De prullenbak van deze sessie is leeg.")
        if self.header.only_untagged:
            return self.tr("Alles is geduid: elke bouwsteen heeft een domein en een thema.")
        if self.header.scope == ROUND:
            return self.tr("Nog niets in deze ronde. Typ hierboven de eerste bouwsteen en druk op Enter.")
        return self.tr("Nog niets in deze sessie. Typ hierboven de eerste bouwsteen en druk op Enter.")

    def _give_room(self) -> None:
        """Leave the question out, and then the row above the list, while the line needs room in a low window."""
        width, gap = self.bar.width(), self._over.spacing()
        needed = self.bar.heightForWidth(width)
        self.bar.setMinimumHeight(min(needed, self._work.height()))  # the list gives way, never what is typed
        least = needed + gap
        rest = self._work.height() - least
        self._middle.setMinimumHeight(max(1, min(LOWEST_LIST, rest)))
        self._middle.setVisible(rest >= LINE)
        line = least + LOWEST_LIST
        with_row = line + self.header.sizeHint().height() + gap
        with_question = with_row + self.question.heightForWidth(width) + gap
        self.question.setVisible(bool(self.question.text()) and with_question <= self._work.height())
        self.header.setVisible(with_row <= self._work.height())

    def _on_theme_changed(self) -> None:
        self.blocks.refresh_look()
        self.inspector.refresh_look()
        self._fit()

    def _fit(self) -> None:
        bar = self._theme.px(SCROLL_BAR)
        self.rounds.set_line_height(self._theme.px(ROUND_LINE))
        self._left.setContentsMargins(20, 18, max(0, 20 - bar), 0)
        self._end.setContentsMargins(0, 0, 0, self._theme.px(8) if self._end.count() else 0)
        self._above.setContentsMargins(0, 0, bar, 0)
        self._over.setContentsMargins(0, 0, bar, 0)
        most = round(self.width() * INSPECTOR_SHARE)
        side = max(260, min(self._theme.px(INSPECTOR), most))
        self.inspector.setFixedWidth(side)
        low = self.height() < self._theme.px(LOW)
        self.rounds.set_tight(tight=low)
        self.bar.set_tight(tight=low)
        if self._strip is not None:
            self._strip.setFixedWidth(side)
            self._strip.setHidden(self.inspector.isHidden() or (low and self._beamer is not None))
        if self._beamer is not None:
            self._beamer.setMaximumWidth(side if self.inspector.isVisibleTo(self) else WIDEST)

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._give_room()
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._give_room()
