"""What the beamer is asked for: on or off, covered at once, what it is about. It is built when it is first on."""

import time
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.beamer import Scene
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.capture_page import CapturePage

OPENING_KEY: Final = "Ctrl+F5"
PAUSE_KEY: Final = "Ctrl+F6"
Frame = Callable[[QWidget], QWidget]
"""Puts the picture for the room in a window of its own, and shows it."""


class BeamerActs(QObject):
    """Knows what the room is to see. The window, the painting and the questions come with the first F5."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    changed = Signal()
    """The room is to see something else, or nothing for the moment."""
    mode_asked = Signal()
    """The next way to show a round."""
    turn_asked = Signal(int)
    let_through_asked = Signal(str)
    """Id of a block that is to be on the beamer although its title points to a person."""
    block_asked = Signal(str)
    """Id of a block that a person wants to change."""
    paused_changed = Signal(bool)
    """From now on nothing is written down, or it is again."""
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        page: CapturePage,
        *,
        frame: Frame | None = None,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        """``frame`` makes the window; without one there is no beamer."""
        super().__init__(parent)
        self.desk = desk
        self.theme = theme
        self.page = page
        self.clock = clock
        self.workshop: Workshop | None = None
        self.step: Round | None = None
        self.scene = Scene()
        self.timer: RoundTimer | None = None
        self.blanked = False
        self.opening = False
        """The opening card takes the place of everything for a while."""
        self.paused = False
        """For a moment nothing is written down: somebody asked for it (R-05 of the privacy rules)."""
        self.asked = ""
        """A question that takes the place of that of the round for a while; empty for none."""
        self.stopped: tuple[tuple[str, int], ...] = ()
        """Id and number of the blocks that stay off it because their title points to a person."""
        self._frame = frame
        self._show: QObject | None = None
        self.button = KeyButton(theme, self.tr("Beamer"), "F5", bound=False, parent=page)
        self.button.setCheckable(True)
        self.button.setToolTip(self.tr("Het tweede scherm voor de zaal aan of uit (F5)"))
        self.button.clicked.connect(self.toggle)
        self.button.hide()

    @property
    def on(self) -> bool:
        """Whether the room sees something."""
        return self._show is not None

    def header_actions(self) -> list[QWidget]:
        """Return the button for the header."""
        return [self.button] if self._frame else []

    def commands(self) -> tuple[Command, ...]:
        """Return what the palette offers."""
        paused = self.tr("Weer vastleggen") if self.paused else self.tr("Even niet vastleggen")
        pause = Command(paused, self.pause, PAUSE_KEY)
        if self._frame is None:
            return (pause,)
        state = self.tr("Beamer uitzetten") if self.on else self.tr("Beamer aanzetten")
        blank = self.tr("Beamer weer tonen") if self.blanked else self.tr("Beamer afdekken")
        on = Command(state, self.toggle, "F5")
        card = self.tr("Openingskaart weghalen") if self.opening else self.tr("Openingskaart op de beamer")
        opening = Command(card, self.show_opening, OPENING_KEY)
        if not self.on:
            return (on, opening, pause)
        said = self.tr("Bouwsteen {n} toch op de beamer tonen")
        let = (Command(said.format(n=n), partial(self.let_through_asked.emit, one)) for one, n in self.stopped)
        return (on, Command(blank, self.blank, "F6"), opening, pause, *let)

    def show_round(self, workshop: Workshop | None, step: Round | None) -> None:
        """Show this session and round from now on."""
        if (workshop and workshop.id, step and step.id) != (
            self.workshop and self.workshop.id,
            self.step and self.step.id,
        ):
            self.asked, self.opening = "", False
            if self.paused and (workshop and workshop.id) != (self.workshop and self.workshop.id):
                self.pause()
        self.workshop, self.step = workshop, step
        self.changed.emit()

    def ask(self, question: str) -> None:
        """Show another question than that of the round, until another round comes; empty: that of the round."""
        self.asked = question
        self.changed.emit()

    def show_scene(self, scene: Scene) -> None:
        """Show another scene from now on."""
        if scene != self.scene:
            self.scene, self.opening = scene, False
            self.changed.emit()

    def show_timer(self, timer: RoundTimer | None) -> None:
        """Show this clock from now on, in the round in which it was started."""
        if timer != self.timer:
            self.timer = timer
            self.changed.emit()

    def show_opening(self) -> None:
        """Show what is written down and what not, until another round or scene comes; again: take it away."""
        if not self.on:
            self.open()
            self.opening = self.on
        else:
            self.opening = not self.opening
        self.changed.emit()

    def pause(self) -> None:
        """Write nothing down for a moment, and let the room read that; again: go on."""
        if self.workshop is None and not self.paused:
            return
        self.paused = not self.paused
        self.paused_changed.emit(self.paused)
        self.changed.emit()

    def toggle(self) -> None:
        """Put the beamer on, or off."""
        if self.on:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Put the beamer on, if there is a session to show."""
        if self.workshop is None or self._frame is None or self.on:
            self.button.setChecked(self.on)
            if self.workshop is None:
                self.told.emit(self.tr("Open eerst een sessie; dan kan de beamer aan."), False)
            return
        from bouwstenen_app.ui.places.beamer_show import BeamerShow  # nothing of it is needed before

        self.blanked = False
        self._show = BeamerShow(self, self._frame)
        self.button.setChecked(True)

    def close(self) -> None:
        """Put the beamer off."""
        if self._show is not None:
            self._show.deleteLater()
            self._show, self.opening, self.stopped = None, False, ()
            self.closed.emit()
        self.button.setChecked(False)

    def blank(self) -> None:
        """Show the room nothing, at once; or show it all again."""
        if not self.on:
            self.told.emit(self.tr("De beamer is niet aan. Met F5 zet je hem aan."), False)
            return
        self.blanked = not self.blanked
        self.changed.emit()
