"""What the facilitator sees of the beamer while it is on: a small live picture, and what there is to choose."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.stage import ShownBlock
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ONLY_COUNT
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.widgets.beamer_stopped import BeamerStopped
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

WIDTH, FLAT_WIDTH = 220, 132
"""Pixels, whatever the text size: it is a picture."""
HIGHEST: Final = 165
LOW: Final = 740
"""Pixels at 100 %: in a lower window the picture is smaller, and the inspector keeps its room."""
LOW_WITH_NOTICE: Final = 790
"""The same, while there is a notice about a title."""
NO_PICTURE: Final = 600
"""In a window lower than this the notice takes the place of the picture and of the choice for the round."""
LOWEST: Final = 520
"""In a window lower than this only the state, the button and what has room on the same line stay."""
ONE_LINE: Final = 860
"""Pixels at 100 %: as wide as this, everything beside the picture stands on one line."""
NARROW: Final = 332
"""Pixels at 100 %: narrower than this the state goes on at a next line and the button leaves its key out."""
LATER: Final = 40
"""Milliseconds behind the beamer itself: what the room sees goes first."""


class BeamerPicture(QWidget):
    """Paints what a canvas shows, small."""

    def __init__(self, canvas: BeamerCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._width = WIDTH
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._refresh)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        canvas.changed.connect(self._on_changed)
        self._refresh()

    def set_width(self, width: int) -> None:
        """Be so wide, in pixels."""
        self._width = width
        self._refresh()

    @override
    def sizeHint(self) -> QSize:
        height = round(self._width * self._canvas.height() / max(1, self._canvas.width()))
        if height > HIGHEST:
            return QSize(round(HIGHEST * self._canvas.width() / max(1, self._canvas.height())), HIGHEST)
        return QSize(self._width, max(20, height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self.width() / max(1, self._canvas.width())
        painter.scale(scale, scale)
        self._canvas.paint_on(painter)

    def _on_changed(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _refresh(self) -> None:
        if self.sizeHint() != self.size():
            self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self._canvas.accessibleName())
        self.update()


class BeamerPanel(QFrame):
    """The picture with its state, and the choices for the round in sight."""

    blank_asked = Signal()
    opening_asked = Signal()
    """The opening card is to be shown, or taken away."""
    mode_chosen = Signal(str)
    """One of ``ON_BEAMER``."""
    turn_asked = Signal(int)
    screen_asked = Signal()
    """The beamer is to go to another screen."""

    def __init__(self, theme: Theme, canvas: BeamerCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._canvas = canvas
        self._flat = False
        self.setProperty("kind", "beamer-panel")
        self.setAccessibleName(self.tr("Beamer"))
        self.picture = BeamerPicture(canvas)
        self.state = words("", "strong")
        self.blank = KeyButton(theme, "", "F6", bound=False)
        self.opening = KeyButton(theme, self.tr("Openingskaart"), "Ctrl F5", bound=False)
        self.opening.setCheckable(True)
        self.opening.setToolTip(self.tr("Wat we opschrijven en wat niet, groot voor de zaal (Ctrl F5)"))
        self.screen_button = IconButton(theme, "beamer", self.tr("Naar een ander scherm"))
        self.mode = SegmentedControl(
            ((ALL, self.tr("Alles")), (LAST_FIVE, self.tr("Laatste vijf")), (ONLY_COUNT, self.tr("Aantal"))),
            self.tr("Wat de zaal van deze ronde ziet (Shift F5)"),
        )
        self.back = IconButton(theme, "chevron-left", self.tr("Vorige bladzijde op de beamer (Alt PgUp)"))
        self.forth = IconButton(theme, "chevron-right", self.tr("Volgende bladzijde op de beamer (Alt PgDn)"))
        self.page = words("", "small")
        self.withheld = words("", "small", wrap=True)
        self.stopped = BeamerStopped(theme)
        self.mode_offered = False
        """Whether there is something to choose of what the room sees of the round."""
        self._pages = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lay_out()
        self._connect()
        self.show_withheld(0)
        self._show_state()

    def set_flat(self, *, flat: bool) -> None:
        """Stand beside the ways of working, low and wide, or under the inspector."""
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom)
        self.setProperty("kind", "" if flat else "beamer-panel")
        self.style().unpolish(self)
        self.style().polish(self)
        self._flat = flat
        self._fit()

    def show_mode(self, mode: str, *, offered: bool) -> None:
        """Show which blocks of the round the room sees, where there is something to choose."""
        self.mode.choose(mode)
        self.mode_offered = offered
        self._fit()

    def show_opening(self, *, shown: bool) -> None:
        """Show whether the opening card is on the beamer."""
        self.opening.setChecked(shown)

    def show_withheld(self, count: int) -> None:
        """Say how many blocks stay off the beamer."""
        blocks = dutch.counted(count, self.tr("bouwsteen blijft"), self.tr("bouwstenen blijven"))
        self.withheld.setText(self.tr("{blocks} van de beamer: niet vrijgegeven.").format(blocks=blocks))
        self.withheld.setVisible(count > 0)

    def show_stopped(
        self, blocks: Sequence[ShownBlock], *, offered: bool, cluster: str = "", above: str = ""
    ) -> None:
        """Say which blocks stay off it because of what is in their title; ``offered`` whether they can be shown.

        ``cluster`` is the name of a cluster, ``above`` a question or a title that stays off it for the same reason.
        """
        self.stopped.show_blocks(blocks, offered=offered, cluster=cluster, above=above)
        self._fit()

    def show_screens(self, count: int) -> None:
        """Offer another screen, if there are several for the room."""
        self.screen_button.setVisible(count > 1)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.state, 1)
        row.addWidget(self.screen_button)
        row.addWidget(self.blank)
        pages = QHBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.addWidget(self.back)
        pages.addWidget(self.page)
        pages.addWidget(self.forth)
        pages.addStretch(1)
        column = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.mode)
        column.addWidget(self.opening, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._pages, self.withheld, self.stopped):
            column.addWidget(widget)
        column.addStretch(1)
        self._column = column
        self._box.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addLayout(column, 1)
        self.screen_button.hide()
        self._fit()

    def _connect(self) -> None:
        self.blank.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.blank.clicked.connect(self.blank_asked)
        self.opening.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.opening.clicked.connect(self.opening_asked)
        self.screen_button.clicked.connect(self.screen_asked)
        self.mode.chosen.connect(self.mode_chosen)
        self.back.clicked.connect(lambda: self.turn_asked.emit(-1))
        self.forth.clicked.connect(lambda: self.turn_asked.emit(1))
        self._canvas.changed.connect(self._show_state)
        self._theme.changed.connect(self._fit)

    def _show_state(self) -> None:
        blanked = self._canvas.blanked
        state = self.tr("Beamer afgedekt") if blanked else self.tr("Beamer aan")
        if state != self.state.text():
            self.state.setText(state)
            self.blank.setText(self.tr("Weer tonen") if blanked else self.tr("Afdekken"))
            self.blank.updateGeometry()
        pages = self._canvas.pages
        self._pages.setVisible(pages > 1)
        self.page.setText(self.tr("bladzijde {n} van {all}").format(n=self._canvas.page + 1, all=pages))

    def _fit(self) -> None:
        px = self._theme.px
        told = not self.stopped.isHidden()
        low = self.window().height() < px(LOW_WITH_NOTICE if told else LOW)
        self.picture.set_width(FLAT_WIDTH if self._flat or low else WIDTH)
        lowest = self.window().height() < px(LOWEST)
        tight = not self._flat and (lowest or (told and self.window().height() < px(NO_PICTURE)))
        self.picture.setHidden(tight or lowest)
        beside = sum(part.sizeHint().width() for part in (self.state, self.blank, self.mode)) + px(60)
        self.mode.setVisible(self.mode_offered and not tight and (not lowest or beside <= self.width()))
        self.stopped.change.setHidden(tight or not self.stopped.block)
        self.opening.setHidden(lowest or (low and not self._flat and told))
        one_line = self._flat and (lowest or self.width() > px(ONE_LINE))
        ways = QBoxLayout.Direction
        self._column.setDirection(ways.LeftToRight if one_line else ways.TopToBottom)
        self._column.setAlignment(self.mode, Qt.AlignmentFlag.AlignVCenter if one_line else Qt.AlignmentFlag(0))
        self.withheld.setWordWrap(not one_line)
        narrow = not self._flat and self.width() < px(NARROW)
        self.state.setWordWrap(narrow)
        self.blank.show_key(not narrow)
        side = px(10 if narrow else 18)
        edge = (0, 0, px(12), 0) if self._flat else (side, px(12), side, px(14))
        self._box.setContentsMargins(*edge)
        self._box.setSpacing(px(10))
        self._column.setSpacing(px(14 if one_line else 6))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
