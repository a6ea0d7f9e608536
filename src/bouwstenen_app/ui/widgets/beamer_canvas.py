"""The picture for the room: one widget that paints everything itself, as large as it is."""

import time
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain.beamer import BLOCKS, VOTES
from bouwstenen_app.domain.stage import Stage
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_pieces import Piece, Plane
from bouwstenen_app.ui.widgets.beamer_plan import Plan, face_of, plan
from bouwstenen_app.ui.widgets.beamer_type import CENTRE, Typesetter
from bouwstenen_app.ui.widgets.beamer_words import headline
from bouwstenen_app.ui.widgets.rounded import paint_rounded

TURN: Final = 20_000
"""Milliseconds after which a list to vote on shows its next page by itself."""


class BeamerCanvas(QWidget):
    """Shows a Stage, a clock, or nothing at once. It has no tooltips, no menus and no cursor."""

    changed = Signal()
    """It looks different now."""
    screen_asked = Signal()
    """It is to go to another screen."""
    closed = Signal()
    """The window around it was closed by a person."""

    def __init__(self, theme: Theme, clock: Callable[[], float] = time.time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._stage = Stage()
        self._timer: RoundTimer | None = None
        self._blanked = False
        self._page = 0
        self._turned = False
        """A person turned the pages: they no longer turn by themselves."""
        self._type: Typesetter | None = None
        self._plan: Plan | None = None
        self._colours: dict[str, QColor] = {}
        self._tick = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._turning = QTimer(self, interval=TURN)
        self._turning.timeout.connect(self._on_turn)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._on_theme_changed)
        self._say()

    # -- what it shows

    @property
    def stage(self) -> Stage:
        """What it shows."""
        return self._stage

    @property
    def blanked(self) -> bool:
        """Whether it shows nothing for the moment."""
        return self._blanked

    @property
    def page(self) -> int:
        """The page that is in sight, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.plan.pages)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that it paints now but the clock."""
        if self._blanked:
            return (self._stage.session,)
        pieces = self.plan.picture(self._page)
        return tuple(piece.set.text for piece in pieces if not isinstance(piece, Plane) and piece.set.text)

    def show_stage(self, stage: Stage) -> None:
        """Show this from now on; unchanged, nothing is painted anew."""
        if stage == self._stage:
            return
        before, self._stage = self._stage, stage
        old, self._plan = self._plan, None
        if before.scene != stage.scene or before.votes_shown != stage.votes_shown or stage.scene == BLOCKS:
            self._page, self._turned = 0, False
        same = old is not None and not self._blanked and old.head == self.plan.head
        self._refresh(self.plan.below if same else None)

    def show_timer(self, timer: RoundTimer | None) -> None:
        """Show this clock from now on; None for none."""
        if timer != self._timer:
            self._timer = timer
            self._plan = None
            self._refresh()

    def blank(self, *, on: bool) -> None:
        """Show nothing but the title of the session, now, not at the next turn of the event loop; or show all."""
        if on != self._blanked:
            self._blanked = on
            self._refresh()
            self.repaint()

    def turn(self, by: int) -> None:
        """Go to the next page (1) or the one before (-1), and round again."""
        self._turned = True
        self._show_page(self._page + by)

    @property
    def plan(self) -> Plan:
        """Where everything stands at this size."""
        if self._type is None:
            self._type = Typesetter(self.width(), self.height())
        if self._plan is None:
            self._plan = plan(self._stage, self._type, self.width(), self.height(), self._timer)
            self._page = min(self._page, len(self._plan.pages) - 1)
        return self._plan

    def paint_on(self, painter: QPainter, part: QRect | None = None) -> None:
        """Paint it, or a part of it, at its own size."""
        seen = QRectF(part or self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(seen, self._colour("stage"))
        if self._blanked:
            self._paint_blank(painter)
            return
        self._paint(painter, self.plan.picture(self._page), seen)
        if self._timer is not None:
            face = face_of(self._timer, self._clock(), paused=self.tr("pauze"), over_time=self.tr("over tijd"))
            self._paint(painter, self.plan.clock_pieces(face), seen)

    # -- how

    def _refresh(self, part: QRect | None = None) -> None:
        self._say()
        self.update(part or self.rect())
        self._start_tick()
        self.changed.emit()

    def _start_tick(self) -> None:
        timer = self._timer
        runs = timer is not None and not timer.paused and not self._blanked and self.isVisible()
        if timer is not None and runs:
            self._tick.start(int(timer.next_change(self._clock()) * 1000) + 1)
        else:
            self._tick.stop()
        turns = self._stage.scene == VOTES and not self._stage.votes_shown and not self._turned
        if turns and self.isVisible():
            if not self._turning.isActive():
                self._turning.start()
        else:
            self._turning.stop()

    def _on_tick(self) -> None:
        self.update(self.plan.clock.toAlignedRect())
        self.update(self.plan.bar.toAlignedRect())
        self._start_tick()
        self.changed.emit()

    def _on_turn(self) -> None:
        self._show_page(self._page + 1)

    def _show_page(self, page: int) -> None:
        page %= self.pages
        if page != self._page:
            self._page = page
            self._refresh()

    def _say(self) -> None:
        if self._blanked:
            name = self.tr("Beamer, afgedekt")
        else:
            words = headline(self._stage)
            name = self.tr("Beamer: {words}").format(words=words) if words else self.tr("Beamer")
        self.setAccessibleName(name)

    def _colour(self, role: str) -> QColor:
        if role not in self._colours:
            self._colours[role] = QColor(role) if role.startswith("#") else self._theme.colour(role)
        return self._colours[role]

    def _paint(self, painter: QPainter, pieces: Iterable[Piece], seen: QRectF) -> None:
        for piece in pieces:
            if isinstance(piece, Plane):
                if piece.rect.intersects(seen):
                    self._paint_plane(painter, piece)
            elif piece.y < seen.bottom() and piece.y + piece.set.height > seen.top():
                painter.setPen(self._colour(piece.role))
                piece.set.paint(painter, piece.x, piece.y)

    def _paint_plane(self, painter: QPainter, plane: Plane) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        rect, radius, stripe = plane.rect, plane.radius, plane.stripe_width
        if plane.stripe:
            # The card lies over its stripe, a little to the right; what it covers is not painted.
            seen = QRectF(rect.left(), rect.top(), min(rect.width(), stripe + 2 * radius + 2), rect.height())
            _round(painter, seen, radius, self._colour(plane.stripe))
            rect = rect.adjusted(stripe, 0, 0, 0)
        _round(painter, rect, radius, self._colour(plane.role))

    def _paint_blank(self, painter: QPainter) -> None:
        type = self._type = self._type or Typesetter(self.width(), self.height())
        words = type.set(self._stage.session, 30, self.width() * 0.8, align=CENTRE)
        painter.setPen(self._colour("stage-muted"))
        words.paint(painter, self.width() * 0.1, (self.height() - words.height) / 2)

    def _on_theme_changed(self) -> None:
        self._colours.clear()
        self._refresh()

    # -- Qt

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_on(QPainter(self), event.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._type = self._plan = None
        self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start_tick()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
        self._turning.stop()


def _round(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Paint a rounded plane; quickly where a pixel is a pixel, softly in the small picture."""
    if painter.worldTransform().isScaling():
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, radius, radius)
    else:
        paint_rounded(painter, rect.toRect(), radius, colour)
