"""The rounds of a session as pills: which one the blocks go into, and what came before."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from bouwstenen_app.domain.workshops import Round
from bouwstenen_app.ui.widgets.flow import FlowLayout

_LEAD: Final = re.compile(r"ronde\s+\d+\s*[:.,–—-]*\s*", re.IGNORECASE)
LONGEST: Final = 34
"""Letters of a name on a pill; the whole name is in its tooltip."""


class RoundBar(QWidget):
    """Rounds with a number can be chosen; a step without one is shown with a ✓ once the session is past it."""

    chosen = Signal(str)
    """Id of the round that a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[Round] = ()
        self._current = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Rondes"))
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self, gap=7)
        self.before: QWidget | None = None
        """What the Tab key goes to behind the rounds; they are made anew, and would come last in that order."""

    def set_rounds(self, steps: Sequence[Round], current: str) -> None:
        """Show the steps of a session with one round chosen."""
        if (steps, current) == (self._steps, self._current):
            return
        had_focus = self.focusWidget() is not None and self.isAncestorOf(self.focusWidget())
        self._steps, self._current = steps, current
        for button in self._group.buttons():
            self._group.removeButton(button)
        self._row.clear()
        places = [place for place, step in enumerate(steps) if step.id == current]
        for place, step in enumerate(steps):
            if step.number is not None:
                self._row.addWidget(self._pill(step, chosen=step.id == current, focused=had_focus))
            elif places and place < places[0]:
                self._row.addWidget(self._past(step))
        self._put_in_tab_order()
        self.setVisible(len([step for step in steps if step.number is not None]) > 1)

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
        text = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
        pill = QPushButton(f"{step.number} {text}".replace("&", "&&"), self)
        pill.setProperty("kind", "round")
        pill.setCheckable(True)
        pill.setChecked(chosen)
        pill.setToolTip(step.question or name)
        pill.setAccessibleName(self.tr("Ronde {n}: {name}").format(n=step.number, name=name))
        pill.clicked.connect(lambda: self.chosen.emit(step.id))
        self._group.addButton(pill)
        pill.show()
        if chosen and focused:
            pill.setFocus(Qt.FocusReason.OtherFocusReason)
        return pill

    def _past(self, step: Round) -> QPushButton:
        pill = QPushButton(f"✓ {step.name}".replace("&", "&&"), self)
        pill.setProperty("kind", "round")
        pill.setEnabled(False)
        pill.show()
        return pill


def round_name(step: Round) -> str:
    """Return the name of a round without its number in front: *Ronde 2: wat werkt al* is *Wat werkt al*."""
    name = _LEAD.sub("", step.name, count=1) or step.name
    return name[:1].upper() + name[1:]
