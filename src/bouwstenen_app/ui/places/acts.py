"""What a person does in a place: each gesture is one step of the journal, and a refusal is told in words."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.desk import Desk

T = TypeVar("T")


class Acts(QObject):
    """The ground of what acts for a place, or for a part of one."""

    told = Signal(str, bool)
    """What was done, and whether *Ongedaan maken* is offered."""
    problem_told = Signal(str)
    """What went wrong and what to do."""
    refused = Signal()
    """Nothing changed: what is shown must be shown as it was."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def _do(self, label: str, verb: Callable[..., Any], *args: Any, tell: bool = False, **fields: Any) -> bool:
        """Do one step and say whether it was done; ``tell`` says it to the person too, with a way back."""
        try:
            self._desk.do(label, verb, *args, **fields)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            self.refused.emit()
            return False
        if tell:
            self.told.emit(f"{label}.", True)
        return True

    def _made(self, label: str | Callable[[T], str], verb: Callable[..., T], *args: Any, **fields: Any) -> T | None:
        """Do one step and return what it made; None when it was refused. ``label`` may be made of that."""
        try:
            return self._desk.do(label, verb, *args, **fields)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return None
