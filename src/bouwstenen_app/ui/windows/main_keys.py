"""What can be done from everywhere in the main window: by its key, and by its words in the search of the header."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bouwstenen_app.ui.commands import Command

REHEARSAL_KEY: Final = "Ctrl+Shift+O"
LOCK_KEY: Final = "F12"


class MainKeys(QObject):
    """Binds the keys of a window, names them for the overview, and offers what they do as commands.

    What a person chose is only asked for.
    """

    place_asked = Signal(str)
    card_asked = Signal(str, str)
    """Key of a place, and the name of a card there."""
    search_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    overview_asked = Signal()
    lock_asked = Signal()
    rehearsal_asked = Signal()
    """Begin to rehearse; while rehearsing: stop."""

    def __init__(self, window: QWidget, *, rehearsing: bool) -> None:
        super().__init__(window)
        self._window = window
        self._rehearsing = rehearsing
        self.titles: dict[str, str] = {}
        """What each place is called that can be gone to, by its key."""
        self._shortcuts: dict[str, str] = {}
        self._cards: Mapping[str, Sequence[str]] = {}
        self._also: Mapping[str, str] = {}
        self._bind("Ctrl+K", self.search_asked.emit)
        self._bind("Ctrl+Z", self.undo_asked.emit)
        self._bind("Ctrl+Y", self.redo_asked.emit)
        self._bind("Ctrl+Shift+Z", self.redo_asked.emit)
        self._bind("F1", self.overview_asked.emit)
        self._bind(REHEARSAL_KEY, self.rehearsal_asked.emit)
        self._bind(LOCK_KEY, self.lock_asked.emit, Qt.ShortcutContext.ApplicationShortcut)

    def add_place(self, key: str, title: str, shortcut: str = "") -> None:
        """Let people go to a place, by a key when it has one."""
        self.titles[key] = title
        self._shortcuts[key] = shortcut
        if shortcut:
            self._bind(shortcut, partial(self.place_asked.emit, key))

    def name_cards(self, names: Mapping[str, Sequence[str]], also: Mapping[str, str]) -> None:
        """Take the names of cards by the key of their place, and other words for some: the search leads to them."""
        self._cards = names
        self._also = also

    def lines(self) -> list[tuple[str, str]]:
        """Return the keys that work everywhere, with what they do."""
        places = [(key.replace("+", " "), self.titles[place]) for place, key in self._shortcuts.items() if key]
        return [
            *places,
            ("Ctrl K", self.tr("Zoeken, of een opdracht typen")),
            ("Ctrl Z", self.tr("Ongedaan maken wat je het laatst deed")),
            ("Ctrl Y of Ctrl Shift Z", self.tr("Opnieuw doen wat je ongedaan maakte")),
            ("F1 of ?", self.tr("Alle toetsen van deze plek")),
            (LOCK_KEY, self.tr("Vergrendelen: alleen met het wachtwoord weer open")),
            (REHEARSAL_KEY.replace("+", " "), self.tr("Oefenen in een kopie, en er weer mee stoppen")),
        ]

    def commands(self) -> list[Command]:
        """Return what can be done from everywhere: going to a place first."""
        places = [
            Command(
                self.tr("Ga naar {place}").format(place=title),
                partial(self.place_asked.emit, key),
                self._shortcuts[key],
            )
            for key, title in self.titles.items()
        ]
        rehearsal = self.tr("Stoppen met oefenen") if self._rehearsing else self.tr("Oefenen in een kopie")
        return [
            *places,
            Command(self.tr("Ongedaan maken"), self.undo_asked.emit, "Ctrl+Z"),
            Command(self.tr("Opnieuw doen"), self.redo_asked.emit, "Ctrl+Y"),
            Command(self.tr("Alle toetsen tonen"), self.overview_asked.emit, "F1"),
            Command(self.tr("Vergrendelen"), self.lock_asked.emit, LOCK_KEY),
            Command(rehearsal, self.rehearsal_asked.emit, REHEARSAL_KEY),
        ]

    def card_commands(self) -> list[Command]:
        """Return the ways to the cards of the places: too many to offer before someone types for them."""
        return [
            Command(
                _called(self.titles[key], name, self._also.get(name, "")), partial(self.card_asked.emit, key, name)
            )
            for key, cards in self._cards.items()
            for name in cards
        ]

    def _bind(
        self, key: str, act: Callable[[], None], where: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut
    ) -> None:
        shortcut = QShortcut(QKeySequence(key), self._window, context=where)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)


def _called(place: str, card: str, also: str) -> str:
    return f"{place}: {card} · {also}" if also else f"{place}: {card}"
