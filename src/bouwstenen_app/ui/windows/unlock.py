"""The page before a protected workspace: its password, or the code of its recovery sheet."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.announcing import announce
from bouwstenen_app.ui.widgets.buttons import BIG, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage, set_kind
from bouwstenen_app.ui.widgets.drawn_icon import DrawnIcon
from bouwstenen_app.ui.widgets.password_field import PasswordField
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 460
MARK: Final = 40
SECOND: Final = 1000
"""Milliseconds."""


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """What a person typed: a password or a recovery code, and whether this laptop is to remember it."""

    text: str
    is_code: bool
    keep: bool


class UnlockPage(QWidget):
    """Asks and waits: ``given`` says that something was typed, ``answer`` says what came of it.

    It may stand there before the program is: what is typed then is kept in ``typed`` until someone takes it.
    """

    given = Signal()
    left = Signal()
    """Another workspace, or back to the one that is open."""
    mend_asked = Signal()
    """The password is right, as who typed it says: the file may be damaged."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._by_code = self._locked = False
        self._seconds = 0
        self.typed: Given | None = None
        self._tick = QTimer(self, interval=SECOND, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._title = words("", "heading")
        self._name = words("", "strong", wrap=True)
        self._told = words("", "muted", wrap=True)
        self.password = PasswordField(theme, self.tr("Wachtwoord"))
        self.code = PasswordField(theme, self.tr("Herstelcode van het herstelblad"))
        self._answer = words("", "bad", wrap=True)
        self.keep = QCheckBox(self.tr("Onthoud op deze laptop"))
        self.open = KeyButton(theme, self.tr("Openen"), "Return", kind=BIG, bound=False)
        self.mend = KeyButton(theme, self.tr("Herstellen…"), kind=QUIET)
        self.other_way = KeyButton(theme, "", kind=QUIET)
        self.leave = KeyButton(theme, "", kind=QUIET)
        self._lay_out()
        self._connect()
        self._fit()
        theme.changed.connect(self._fit)

    # ------------------------------------------------------------------ what it shows

    @property
    def answer(self) -> str:
        """The sentence below the field."""
        return self._answer.text()

    @property
    def waits(self) -> bool:
        """Whether nothing can be given now: it is being looked at, or it was wrong too often."""
        return not self.open.isEnabled()

    def begin(self, path: Path, *, locked: bool = False, back: str = "", called: str = "") -> None:
        """Ask for the password of a file; ``back`` is the workspace that is open meanwhile."""
        self._title.setText(self.tr("Vergrendeld") if locked else self.tr("Beveiligde werkmap"))
        self._name.setText(called or path.stem)
        self._name.setToolTip(tip(str(path)))
        self._locked = locked
        other = self.tr("Terug naar {name}").format(name=back) if back else self.tr("Andere werkmap openen")
        self.leave.setText(other)
        self.keep.setChecked(False)
        self.keep.setVisible(not locked)
        self._forget()
        self.mend.hide()
        self._ask_code(by_code=False)
        self.rest()

    def can_leave(self, possible: bool) -> None:
        """Offer another workspace, or not: before the program is there, nobody hears it."""
        self.leave.setVisible(possible)

    def busy(self, sentence: str) -> None:
        """Say what is going on; nothing can be given meanwhile."""
        self._tick.stop()
        self._say(sentence, "muted")
        self.open.setEnabled(False)

    def look_up(self) -> None:
        """Say that the laptop is asked for the password."""
        self.busy(self.tr("Deze laptop onthoudt het wachtwoord. Een ogenblik…"))

    def rest(self, sentence: str = "") -> None:
        """Ask (again), with a sentence about what was given before; the text is selected again."""
        self._tick.stop()
        self._say(sentence, "bad")
        self.open.setText(self.tr("Openen"))
        self.open.setEnabled(True)
        self._field.select()
        announce(self, sentence)

    def refuse(self, sentence: str, seconds: int) -> None:
        """Say what was wrong, and take nothing for so many seconds."""
        self.rest(sentence)
        if seconds:
            self._seconds = seconds
            self.open.setEnabled(False)
            self._show_seconds()
            self._tick.start()

    def doubt(self) -> None:
        """Offer what can be done when the password is right and the file is not."""
        self.mend.show()

    def take(self) -> Given | None:
        """Return what was typed and forget it."""
        typed, self.typed = self.typed, None
        return typed

    def finish(self) -> None:
        """Forget everything that was typed here: the workspace is open."""
        self._tick.stop()
        self._forget()

    def activated(self) -> None:
        """Put the focus in the field."""
        self._field.select()

    # ------------------------------------------------------------------ private

    @property
    def _field(self) -> PasswordField:
        return self.code if self._by_code else self.password

    def _lay_out(self) -> None:
        card = Card()
        card.column.setContentsMargins(24, 22, 24, 18)
        card.column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(DrawnIcon(self._theme, "lock", MARK), 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        self._title.setWordWrap(True)
        said.addWidget(self._title)
        said.addWidget(self._name)
        head.addLayout(said, 1)
        card.column.addLayout(head)
        for widget in (self._told, self.password, self.code, self._answer, self.keep):
            card.column.addWidget(widget)
        self.keep.setToolTip(
            self.tr("De sleutel komt in de sleutelring van je laptop. Na vergrendelen vraagt Bouwstenen hem wel.")
        )
        card.column.addSpacing(4)
        card.column.addWidget(self.open)
        card.column.addWidget(self.mend)
        card.column.addWidget(self.other_way)
        card.column.addWidget(self.leave)
        self._middle = card
        column = QVBoxLayout()
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 1000)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(column))

    def _connect(self) -> None:
        for field in (self.password, self.code):
            field.submitted.connect(self._on_given)
        self.open.clicked.connect(self._on_given)
        self.other_way.clicked.connect(lambda: self._ask_code(by_code=not self._by_code))
        self.mend.clicked.connect(self.mend_asked)
        self.leave.clicked.connect(self.left)

    def _ask_code(self, *, by_code: bool) -> None:
        self._by_code = by_code
        self.password.setVisible(not by_code)
        self.code.setVisible(by_code)
        self.code.show_text(shown=True)
        self._told.setText(self._words(by_code=by_code))
        self.other_way.setText(self.tr("Ik weet het wachtwoord") if by_code else self.tr("Ik heb een herstelblad"))
        if not self._seconds:
            self._say("", "bad")
        self._field.select()

    def _words(self, *, by_code: bool) -> str:
        if by_code:
            return self.tr("Typ de code over die op het herstelblad staat. Spaties en streepjes mag je weglaten.")
        if self._locked:
            return self.tr(
                "Alles staat er nog, ook wat je aan het typen was. Na het wachtwoord ga je verder waar je was."
            )
        return self.tr("Typ het wachtwoord om de werkmap te openen.")

    def _on_given(self) -> None:
        if self.waits:
            return
        if not self._field.text:
            self.rest(self.tr("Typ de herstelcode.") if self._by_code else self.tr("Typ het wachtwoord."))
            return
        self.typed = Given(self._field.text, self._by_code, self.keep.isChecked())
        self.busy(self.tr("Bouwstenen maakt de werkmap open…"))
        self.given.emit()

    def _on_tick(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._show_seconds()
        else:
            self.rest(self.tr("Je kunt het weer proberen."))

    def _show_seconds(self) -> None:
        self.open.setText(self.tr("Wacht nog {n} s").format(n=self._seconds))

    def _say(self, sentence: str, kind: str) -> None:
        self._answer.setText(sentence)
        self._answer.setVisible(bool(sentence))
        set_kind(self._answer, kind)

    def _forget(self) -> None:
        self.typed, self._seconds = None, 0
        self.password.clear()
        self.code.clear()

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(WIDTH))
