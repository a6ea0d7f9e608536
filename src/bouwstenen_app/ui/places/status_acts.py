"""How far blocks are and to whom they may go: their status and release, for one or many at once, in one step."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from bouwstenen_app.domain.blocks import RELEASES, STATUSES, Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import capturing
from bouwstenen_app.ui.desk import Desk

Standing = Block | Bundle


class StatusActs(QObject):
    """Sets status and release, and has the menu for both. ``block`` gives a block by its id."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    verb: Callable[..., None] = staticmethod(capturing.edit_blocks)

    def __init__(self, desk: Desk, block: Callable[[str], Standing | None], over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._block = block
        self._over = over
        self.menu: QMenu | None = None

    def choose(self, ids: Sequence[str], at: QPoint) -> None:
        """Show every status and release, those of the blocks ticked, at a point of the screen."""
        if self.menu is None:
            self.menu = QMenu(self._over)
        self.menu.clear()
        for name, title, values in (
            ("release", self.tr("Vrijgave"), RELEASES),
            ("status", self.tr("Status"), STATUSES),
        ):
            self.menu.addSeparator()
            counts = Counter(getattr(block, name) for block in self._blocks(ids))
            group = QActionGroup(self.menu)
            for value in values:
                action = group.addAction(self.tr("{title}: {value}").format(title=title, value=value))
                action.setCheckable(True)
                action.setChecked(counts[value] == len(ids))
                action.triggered.connect(lambda _=False, name=name, value=value: self.set(ids, name, value))
                self.menu.addAction(action)
        first = next((action for action in self.menu.actions() if action.isChecked()), None)
        self.menu.setActiveAction(first or next(one for one in self.menu.actions() if one.isCheckable()))
        self.menu.popup(at)

    def set(self, ids: Sequence[str], name: str, value: str) -> None:
        """Give blocks this ``status`` or ``release``."""
        if all(getattr(block, name) == value for block in self._blocks(ids)):
            return
        word = self.tr("Vrijgave") if name == "release" else self.tr("Status")
        label = self.tr("{word} van {what}: {value}").format(word=word, what=self._what(ids), value=value)
        try:
            self._desk.do(label, self.verb, list(ids), **{name: value})
        except Problem as problem:
            self.problem_told.emit(str(problem))
        else:
            self.told.emit(label + ".", True)

    def _blocks(self, ids: Sequence[str]) -> list[Standing]:
        return [block for block in map(self._block, ids) if block is not None]

    def _what(self, ids: Sequence[str]) -> str:
        if len(ids) != 1:
            return self.tr("{n} bouwstenen").format(n=len(ids))
        found = self._block(ids[0])
        return self.tr("bouwsteen {n}").format(n=found.number if found else "").strip()
