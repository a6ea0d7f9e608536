"""The timer beside the rounds: offered, never forced; pause, a minute more, and calm when the time is up."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, IconButton, KeyButton
from bouwstenen_app.ui.widgets.timer_face import TimerFace

FIELD: Final = 92
"""Pixels at 100 %, room for three digits and the word behind them."""


class MinutesField(QLineEdit):
    """Takes digits; Enter gives them, Space pauses or goes on, Esc leaves."""

    given = Signal(str)
    pause_asked = Signal()
    left = Signal()
    closed = Signal()
    """The focus went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,3}"), self))
        self.setAccessibleName(self.tr("Aantal minuten voor de klok"))
        self.setToolTip(self.tr("Aantal minuten, dan Enter. 0 zet de klok uit. Spatie: pauze of verder."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit(self.text())
        elif event.key() == Qt.Key.Key_Space:
            self.pause_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.hide()
            self.closed.emit()


class TimerBar(QWidget):
    """Shows one timer and asks for what is to be done with it. ``clock`` gives the moment in seconds."""

    start_asked = Signal(int)
    """A timer of so many minutes."""
    pause_asked = Signal()
    """Pause it, or go on."""
    minute_asked = Signal()
    stop_asked = Signal()
    """Take the timer away."""
    left = Signal()
    """The keyboard is done here."""
    ran_out = Signal()
    """The time is over at this moment; not told for a timer that was over when it was first shown."""

    def __init__(self, theme: Theme, clock: Callable[[], float] = time.time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer: RoundTimer | None = None
        self._whose = ""
        self._was_over = True
        self._offered = 0
        self.face = TimerFace(theme, self)
        self.field = MinutesField(self)
        self.offer = KeyButton(theme, "", kind=QUIET, icon="clock")
        self.other = IconButton(theme, "clock", self.tr("Klok zetten (Ctrl T)"))
        self.pause = IconButton(theme, "pause", self.tr("Pauze"), role="text", size=16, framed=True)
        self.minute = KeyButton(theme, self.tr("+1 min"))
        self.stop = IconButton(theme, "close", self.tr("Klok weghalen"), size=16)
        self._tick = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._theme = theme
        self._build()
        self._show()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What the Tab key goes past, in order."""
        return (self.field, self.offer, self.other, self.pause, self.minute, self.stop)

    def set_timer(self, timer: RoundTimer | None, whose: str = "") -> None:
        """Show this timer, and in which round it was started if that is not the one in sight; None for none."""
        self._timer, self._whose = timer, whose
        self._was_over = timer is None or timer.over(self._clock())
        self._show()

    def set_offer(self, minutes: int) -> None:
        """Offer to start the timer of the round in sight; 0 offers nothing."""
        self._offered = minutes
        self.offer.setText(self.tr("Start {n} min").format(n=minutes))
        ask = self.tr("{n} min").format(n=minutes) if minutes else self.tr("minuten")
        self.field.setPlaceholderText(ask)
        self._show()

    def ask_minutes(self) -> None:
        """Open the field for a number of minutes, if the timer is in sight."""
        if not self.isVisible():
            return
        self.field.clear()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show()

    def refresh(self) -> None:
        """Show the moment of now, and come back when it says something else."""
        if self._timer is None:
            return
        now = self._clock()
        self.face.show_timer(self._timer, now, self._whose)
        over = self._timer.over(now)
        if over and not self._was_over:
            self.ran_out.emit()
        self._was_over = over
        done = self._timer.paused or over
        self.stop.setVisible(done and not self._whose and self.field.isHidden())
        if self.isVisible() and not self._timer.paused:
            self._tick.start(int(self._timer.next_change(now) * 1000) + 1)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        for widget in (self.offer, self.other, self.face, self.field, self.pause, self.minute, self.stop):
            row.addWidget(widget)
        self.offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.minute.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.minute.setAccessibleName(self.tr("Een minuut erbij"))
        self.minute.setToolTip(self.tr("Een minuut erbij (Ctrl Shift T)"))
        self.field.hide()
        self.field.given.connect(self._on_given)
        self.field.pause_asked.connect(self._on_pause_key)
        self.field.left.connect(self._leave)
        self.field.closed.connect(self._show)
        self.offer.clicked.connect(self._on_offer_taken)
        self.other.clicked.connect(self.ask_minutes)
        self.pause.clicked.connect(self.pause_asked)
        self.minute.clicked.connect(self.minute_asked)
        self.stop.clicked.connect(self._on_stop)
        self._tick.timeout.connect(self.refresh)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.field.setFixedWidth(self._theme.px(FIELD))

    def _show(self) -> None:
        timer, asking = self._timer, not self.field.isHidden()
        self._tick.stop()
        self.face.setVisible(timer is not None)
        self.offer.setVisible(self._offered > 0 and not asking)
        self.other.setVisible(timer is None and not asking)
        # The timer of a round that is not in sight is only shown, beside the one that is offered.
        for button in (self.pause, self.minute):
            button.setVisible(timer is not None and not self._whose and not asking)
        if timer is None:
            self.stop.hide()
        else:
            self.pause.set_icon("play" if timer.paused else "pause")
            self.pause.set_name(self.tr("Verder") if timer.paused else self.tr("Pauze"))
            self.refresh()

    def _on_given(self, text: str) -> None:
        minutes = int(text) if text else self._offered
        if minutes:
            self.start_asked.emit(minutes)
        elif text:
            self.stop_asked.emit()
        self._leave()

    def _on_pause_key(self) -> None:
        self.pause_asked.emit()
        self._leave()

    def _on_offer_taken(self) -> None:
        focused = self.offer.hasFocus()
        self.start_asked.emit(self._offered)
        if focused:
            self.left.emit()

    def _on_stop(self) -> None:
        focused = self.stop.hasFocus()
        self.stop_asked.emit()
        if focused:
            self.left.emit()

    def _leave(self) -> None:
        self.field.hide()
        self.left.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
