"""The tags of a moment ago on other blocks: chosen from a short menu, or the same ones as last time at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.models.recent_tags import RecentTags


class RecentActs(QObject):
    """Acts for the lists of one place. ``block`` gives a block by its id, ``book`` the codebook of now."""

    tag_asked = Signal(list, list)
    """Ids of blocks, and of the codes that are to be put on them."""
    untag_asked = Signal(list, list)
    told = Signal(str, bool)

    def __init__(
        self, desk: Desk, block: Callable[[str], Block | None], book: Callable[[], Codebook], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._block = block
        self._book = book
        self._recent = RecentTags()
        self.menu = QMenu(parent)
        desk.changed.connect(self._on_changed)

    def choose(self, ids: Sequence[str], at: QPoint) -> None:
        """Let a person choose from the tags that were used last; a digit takes one."""
        codes = [code for code in self._recent.codes if code in self._book().by_id]
        if not codes:
            self._tell_none()
            return
        self.menu.clear()
        blocks = [block for block in map(self._block, ids) if block is not None]
        for digit, identity in enumerate(codes, start=1):
            everywhere = all(identity in block.codes for block in blocks)
            action = QAction(self._words(digit, identity), self.menu, checkable=True, checked=everywhere)
            asked = self.untag_asked if everywhere else self.tag_asked
            action.triggered.connect(lambda _, code=identity, asked=asked: asked.emit(list(ids), [code]))
            self.menu.addAction(action)
        self.menu.popup(at)

    def put_same(self, ids: Sequence[str]) -> None:
        """Put the same tags on these blocks as were put on others the last time."""
        codes = [code for code in self._recent.together if code in self._book().by_id]
        if not codes:
            self._tell_none()
            return
        self.tag_asked.emit(list(ids), codes)
        self._recent.note(frozenset(ids), codes)

    def _words(self, digit: int, identity: str) -> str:
        code = self._book().code(identity)
        name = code.name.replace("&", "&&")
        return f"&{digit}  {self._book().dimension(code.dimension).prefix} {name}"

    def _tell_none(self) -> None:
        self.told.emit(self.tr("Er zijn nog geen tags gezet om te herhalen."), False)

    def _on_changed(self, changes: Changes) -> None:
        self._recent.take_in(changes)
