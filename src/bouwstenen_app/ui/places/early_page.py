"""The page of *Vastleggen* as it was left, shown at once; the place takes it over, with what was typed in it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from bouwstenen_app.domain.first_look import FirstLook
from bouwstenen_app.ui.models.blocks import BlockListModel
from bouwstenen_app.ui.remembered import DRAFT, LAST_ROUND
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.list_header import ROUND
from bouwstenen_app.ui.widgets.typed_keys import TypedKeys

_EDITING: Final = frozenset(
    {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class EarlyPage(QObject):
    """Fills a page from a first look. Text can be typed; from the first Enter or other command on, keys wait."""

    def __init__(self, theme: Theme, look: FirstLook, remembered: Mapping[str, str]) -> None:
        super().__init__()
        self.page = CapturePage(theme, look.book)
        self._typed = TypedKeys()
        self._waits = False
        workshop = look.workshop.id
        self._fill(look, remembered.get(LAST_ROUND + workshop, ""))
        self.page.bar.put(remembered.get(DRAFT + workshop, ""))
        self.page.bar.line.installEventFilter(self)

    def hand_over(self) -> None:
        """Let keys through again, and type those that waited."""
        self.page.bar.line.removeEventFilter(self)
        self._typed.hand_over(self.page.bar.line)

    def _fill(self, look: FirstLook, round_id: str) -> None:
        page, rounds = self.page, look.workshop.numbered_rounds
        step = next((step for step in rounds if step.id == round_id), next(iter(rounds), None))
        page.header.set_rounds(len(rounds))
        page.header.show_all()
        page.rounds.set_rounds(look.workshop.rounds, step.id if step else "")
        page.set_question(step.question if step else "")
        number = step.number if step and page.header.scope == ROUND else None
        self._model = BlockListModel(self.page, describe=lambda block: block.title)
        self._model.set_blocks([block for block in look.blocks if number in (None, block.round)])
        page.blocks.setModel(self._model)
        page.header.set_counts(self._model.rowCount(), 0, 0)
        page.show_list()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        writes = plain and (event.key() in _EDITING or (event.text() != "" and event.text().isprintable()))
        modifier = event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
        if event.type() == QEvent.Type.KeyPress and not writes and not modifier:
            self._waits = True
        return self._waits and self._typed.take(event)
