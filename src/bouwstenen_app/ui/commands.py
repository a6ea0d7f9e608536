"""The palette: what can be done and found from the search field of the header, with Ctrl+K."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.ui.widgets.completion_popup import Offer
from bouwstenen_app.ui.widgets.search_field import SearchField

REST: Final = 60
"""Milliseconds of rest before anything is looked for: nobody reads what stands there shorter."""
MOST_COMMANDS: Final = 4
"""How many commands stand above what was found."""


class Command(NamedTuple):
    """Something to do: in Dutch, how it is done, and the key that does the same."""

    words: str
    act: Callable[[], object]
    keys: str = ""


class Hit(NamedTuple):
    """Something that was found, by a key of the finder's own."""

    key: str
    words: str
    detail: str = ""


class Palette(QObject):
    """Offers commands and what a finder finds for what is typed; does what is chosen.

    With nothing typed it offers the commands, the place's own first.
    """

    found = Signal(str)
    """Key of a Hit that was chosen."""
    done = Signal()
    """A command was chosen: it is done right after this."""

    def __init__(
        self, field: SearchField, commands: Callable[[], Sequence[Command]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._commands = commands
        self._more: Callable[[], Sequence[Command]] = tuple
        self._find: Callable[[str], Sequence[Hit]] = _nothing
        self._shown: list[Command | Hit] = []
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._offer)
        field.typed.connect(self._on_typed)
        field.submitted.connect(self._on_submitted)
        field.picked.connect(self._take)

    def set_finder(self, find: Callable[[str], Sequence[Hit]]) -> None:
        """Look for what is typed with this."""
        self._find = find

    def set_more(self, more: Callable[[], Sequence[Command]]) -> None:
        """Offer these too, but only when someone types for them."""
        self._more = more

    def _on_typed(self, text: str) -> None:
        if text.strip():
            self._rest.start()
        else:
            self._offer()

    def _offer(self) -> None:
        self._rest.stop()
        text = self._field.text().strip()
        every = (*self._commands(), *(self._more() if text else ()))
        commands = [command for command in every if _names(command.words, text)]
        self._shown = [*commands[:MOST_COMMANDS], *self._find(text)] if text else [*commands]
        nothing = [Offer(self.tr("Niets gevonden"))] if text and not self._shown else []
        self._field.offer(nothing or [_offered(one) for one in self._shown])

    def _on_submitted(self, marked: int) -> None:
        if self._rest.isActive():
            self._offer()
            marked = 0
        if marked < len(self._shown):
            self._take(marked)

    def _take(self, place: int) -> None:
        if place >= len(self._shown):
            return  # that nothing was found
        chosen = self._shown[place]
        self._field.forget()
        if isinstance(chosen, Command):
            self.done.emit()
            chosen.act()
        else:
            self.found.emit(chosen.key)


def _names(words: str, text: str) -> bool:
    """Say whether a word of a command begins with what was typed."""
    return f" {text.casefold()}" in f" {words.casefold()}"


def _offered(one: Command | Hit) -> Offer:
    return (
        Offer(one.words, one.keys.replace("+", " ")) if isinstance(one, Command) else Offer(one.words, one.detail)
    )


def _nothing(_text: str) -> Sequence[Hit]:
    return ()
