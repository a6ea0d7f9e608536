"""The page on which photos are typed over: the photo large on the left, the line and what was typed beside it."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.block_list import BlockList
from bouwstenen_app.ui.widgets.capture_bar import CaptureBar
from bouwstenen_app.ui.widgets.card_painter import CardPainter
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.photo_drop import PhotoDrop
from bouwstenen_app.ui.widgets.photo_strip import PhotoStrip
from bouwstenen_app.ui.widgets.photo_tools import PhotoLabel, PhotoTools
from bouwstenen_app.ui.widgets.photo_view import PAN, PhotoView
from bouwstenen_app.ui.widgets.words import words

TYPING: Final = 460
"""Pixels at 100 % for the line and the list."""
TYPING_SHARE: Final = 0.42
"""Of the page, at most: the photo gets the larger part."""
LOW: Final = 400
"""Pixels at 100 % under which the small photos make room for the large one."""
LOWEST_LIST: Final = 44
"""Pixels at 100 % of the list that stay in sight when the line needs room."""
SCROLL_BAR: Final = 12
"""Pixels at 100 %. The scroll bar of the list stands beside it, so that cards and line are equally wide."""


class PhotoPage(QWidget):
    """Lays its parts out; they are public, the way connects them. It asks for photos, the way takes them in."""

    choose_asked = Signal()
    """Photos are to be chosen in a dialog."""
    paste_asked = Signal()
    """Ctrl+V outside the text fields, or with a picture on the clipboard."""
    dropped = Signal(object)
    """Carried: what was dropped on the page."""
    stop_asked = Signal()
    """The photos that are being made ready are not wanted."""
    step_asked = Signal(int)
    """To the next photo (1) or the one before (-1)."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.painter = CardPainter(theme, book)
        self.tools = PhotoTools(theme)
        self.view = PhotoView(theme)
        self.label = PhotoLabel(theme)
        self.strip = PhotoStrip(theme)
        self.bar = CaptureBar(theme, book, self)
        self.blocks = BlockList(self.painter)
        self._typed = words("", "muted", wrap=True)
        self._much = words("", "warn", wrap=True)
        self._busy = QFrame()
        self._busy_words = words("", wrap=True)
        self.stop = QPushButton(self.tr("Stoppen"))
        sentence = self.tr(
            "Foto’s van flappen en kaartjes typ je hier over, regel voor regel. "
            "Sleep ze naar dit venster, plak er een met Ctrl+V, of kies ze."
        )
        self.empty = EmptyState(theme, "photo", sentence, self.tr("Foto’s kiezen…"), "Ctrl+I")
        self._hint = words(self.tr("Laat los: de foto’s komen bij deze sessie."), "column", parent=self)
        self._stack = QStackedWidget()
        self._right = QWidget()
        self._over, self._under = QVBoxLayout(), QVBoxLayout()
        self._count = self._place = 0
        self._build()
        self._connect()
        self._fit()

    def show_photos(self, count: int) -> None:
        """Show the photos, or say how they get here when there is none; one photo needs no row of small ones."""
        self._stack.setCurrentIndex(1 if count else 0)
        self._count = count
        self._fit()

    def show_place(self, place: int) -> None:
        """Say which of the photos is shown large, from 1."""
        self._place = place
        self._fit()

    def show_typed(self, count: int) -> None:
        """Say how many blocks were typed from this photo."""
        if count:
            told = self.tr("{blocks} van deze foto").format(blocks=dutch.counted(count, "bouwsteen", "bouwstenen"))
        else:
            told = self.tr("Typ wat op de foto staat: na elke Enter is het een bouwsteen.")
        self._typed.setText(told)

    def show_much(self, sentence: str) -> None:
        """Warn that all photos together have become large; nothing when empty."""
        self._much.setText(sentence)
        self._much.setVisible(bool(sentence))

    def show_busy(self, sentence: str) -> None:
        """Say what is being done, with a way to stop; nothing when empty."""
        self._busy_words.setText(sentence)
        self._busy.setVisible(bool(sentence))

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook everywhere."""
        self.painter.set_codebook(book)
        self.blocks.refresh_look()
        self.bar.set_codebook(book)

    # -- how it is put together

    def _build(self) -> None:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(self._photo_side(), 1)
        row.addWidget(self._right)
        self._fill_right()
        self._fill_busy()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(work)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addWidget(self._busy)
        column.addWidget(self._stack, 1)
        self._hint.hide()
        self._hint.setProperty("empty", True)  # with the dashed edge of a place where something may come
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._order()

    def _photo_side(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.tools)
        left.addWidget(self.view, 1)
        left.addWidget(self.strip)
        left.addWidget(self._much)
        self._much.hide()
        return left

    def _fill_right(self) -> None:
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        self._over.setSpacing(10)
        self._over.addWidget(self.bar)
        self._over.addWidget(self._typed)
        self._under.addWidget(self.label)
        right.addLayout(self._over)
        right.addWidget(self.blocks, 1)
        right.addLayout(self._under)

    def _fill_busy(self) -> None:
        self._busy.setProperty("kind", "tinted")
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._busy_words, 1)
        row.addWidget(self.stop)
        self._busy.hide()

    def _order(self) -> None:
        """Let the Tab key begin with the line: that is where the work is."""
        tools = self.tools
        chain: tuple[QWidget, ...] = (
            self.bar.line, self.blocks, self.view, self.strip, self.label.name, self.label.number, tools.smaller,
            tools.larger, tools.fit, tools.full, tools.turn, tools.bin, tools.before, tools.after, tools.more,
        )  # fmt: skip
        for one, next_one in pairwise(chain):
            QWidget.setTabOrder(one, next_one)

    def _connect(self) -> None:
        tools, view = self.tools, self.view
        tools.zoom_asked.connect(view.zoom)
        tools.fit_asked.connect(view.fit)
        tools.full_asked.connect(view.show_full)
        tools.turn_asked.connect(view.turn)
        tools.step_asked.connect(self.step_asked)
        tools.more_asked.connect(self.choose_asked)
        view.zoomed.connect(tools.show_percent)
        view.step_asked.connect(self.step_asked)
        for part in (view, self.strip, self.label, self.blocks):
            part.left.connect(self.bar.line.setFocus)
        self.bar.left.connect(self._to_photo)
        self.bar.line.photo_pasted.connect(self.paste_asked)
        self.empty.accepted.connect(self.choose_asked)
        self.stop.clicked.connect(self.stop_asked)
        drop = PhotoDrop(self)
        drop.dropped.connect(self.dropped)
        drop.hovered.connect(self._on_hovered)
        self._serve_keys()
        self._theme.changed.connect(self._on_theme_changed)

    def _serve_keys(self) -> None:
        """Let the keys for the photo work while someone types, too."""
        view = self.view
        acts: dict[str, Callable[[], None]] = {
            "Ctrl+R": view.turn,
            "Ctrl+0": view.fit,
            "Ctrl++": lambda: view.zoom(1),
            "Ctrl+=": lambda: view.zoom(1),
            "Ctrl+-": lambda: view.zoom(-1),
            "Ctrl+Up": lambda: view.pan(0, -PAN),
            "Ctrl+Down": lambda: view.pan(0, PAN),
            "Alt+Down": lambda: self.step_asked.emit(1),
            "Alt+Up": lambda: self.step_asked.emit(-1),
            "Ctrl+V": self.paste_asked.emit,
            "Ctrl+I": self.choose_asked.emit,
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _to_photo(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_hovered(self, over: bool) -> None:
        self._hint.setFont(self._theme.font(17, QFont.Weight.DemiBold))
        self._hint.setGeometry(self.rect())
        self._hint.setVisible(over)
        self._hint.raise_()

    def _on_theme_changed(self) -> None:
        self.blocks.refresh_look()
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        self._right.setFixedWidth(max(240, min(px(TYPING), round(self.width() * TYPING_SHARE))))
        low = self.height() < px(LOW)
        self.strip.setVisible(self._count > 1 and not low)
        self._typed.setVisible(not low)
        self.blocks.setMinimumHeight(px(LOWEST_LIST))
        self.tools.show_place(self._place, self._count if low else 0)
        for layout in (self._over, self._under):
            layout.setContentsMargins(0, 0, px(SCROLL_BAR), 0)

    # -- what Qt calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
