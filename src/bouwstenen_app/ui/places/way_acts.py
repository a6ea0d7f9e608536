"""The ways of working in *Vastleggen*: which one is in front, and how to get from one to another."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.beamer import Scene
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.way import Way
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.photo_drop import Carried, PhotoDrop, carried
from bouwstenen_app.ui.widgets.way_bar import WayBar

LINE: Final = "vastleggen"
"""The usual way: the line, the list and the inspector."""
PHOTOS: Final = "foto’s"
"""The way in which photos are typed over."""
SOON: Final = 20
"""Milliseconds after which the room sees what belongs to another way: the facilitator’s own page comes first."""
INBOX: Final = "nieuwe tags"
"""The way in which is decided about tags that the codebook does not know."""


class WayDoor(NamedTuple):
    """How a way is called, its key, and where its class is found when it is first asked for."""

    key: str
    words: str
    """Dutch, for the bar."""
    shortcut: str
    module: str
    name: str


def doors() -> tuple[WayDoor, ...]:
    """Return the ways of working besides the line, in the order of a session."""
    return (
        WayDoor("groeperen", _tr("Groeperen"), "F7", "bouwstenen_app.ui.places.grouping", "Grouping"),
        WayDoor("stemmen", _tr("Stemmen"), "F8", "bouwstenen_app.ui.places.voting", "Voting"),
        WayDoor("teruglezen", _tr("Teruglezen"), "F9", "bouwstenen_app.ui.places.reading_back", "ReadingBack"),
        WayDoor(PHOTOS, _tr("Foto’s"), "F4", "bouwstenen_app.ui.places.photo_way", "Photos"),
        WayDoor(INBOX, _tr("Nieuwe tags"), "F3", "bouwstenen_app.ui.places.tag_inbox", "TagInbox"),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("WayActs", words)


class WayActs(QObject):
    """Puts the bar with ways under the page and builds each way when it is first chosen."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    scene_changed = Signal()
    """Another scene belongs on the beamer."""
    rehearsal_asked = Signal()
    keys_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, page: CapturePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._page = page
        self._doors = {door.key: door for door in doors()}
        self._ways: dict[str, Way] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.scene_changed)
        self._workshop: Workshop | None = None
        self._round: Round | None = None
        words = [(LINE, self.tr("Vastleggen"), "")]
        words += [(door.key, door.words, door.shortcut) for door in self._doors.values()]
        self.bar = WayBar(theme, words)
        self.bar.chosen.connect(self.go)
        if not desk.rehearsing:
            self.bar.add_end(self._rehearse_button(), optional=True)
        self.bar.add_end(self._keys_button(), optional=True)
        page.set_way_bar(self.bar)

    @property
    def current(self) -> str:
        """Key of the way that is in front."""
        return self.bar.current

    @property
    def title(self) -> str:
        """What the way in front is called; empty for the line."""
        return self._doors[self.current].words if self.current in self._doors else ""

    @property
    def scene(self) -> Scene:
        """What the room sees now."""
        way = self._ways.get(self.current)
        return way.scene if way else Scene()

    def key_help(self) -> Sequence[Key]:
        """Return the keys of the way in front; none when that is the line."""
        way = self._ways.get(self.current)
        return way.key_help() if way else ()

    def commands(self) -> Sequence[Command]:
        """Return what the palette offers: the ways that are not in front."""
        doors = [door for door in self._doors.values() if door.key != self.current]
        return [Command(door.words, partial(self.go, door.key), door.shortcut) for door in doors]

    def way(self, key: str) -> Way:
        """Return a way, built if it was not yet."""
        if key not in self._ways:
            door = self._doors[key]
            build: Callable[..., Way] = getattr(import_module(door.module), door.name)
            way = self._ways[key] = build(self._desk, self._theme, self)
            way.told.connect(self.told)
            way.problem_told.connect(self.problem_told)
            way.scene_changed.connect(self._on_scene_changed)
            way.left.connect(self.go_to_line)
            self._page.add_way(way.page)
        return self._ways[key]

    def build_more(self) -> bool:
        """Build the next way ahead; return whether there are more."""
        left = [key for key in self._doors if key not in self._ways]
        if left:
            self.way(left[0])
        return len(left) > 1

    def serve_keys(self, place: QWidget) -> None:
        """Listen to the keys of the ways everywhere in a place."""
        for door in self._doors.values():
            shortcut = QShortcut(QKeySequence(door.shortcut), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=door.key: self.go(LINE if key == self.current else key))
        PhotoDrop(place).dropped.connect(self._on_photos)
        self._page.bar.line.photo_pasted.connect(
            lambda: self._on_photos(carried(QGuiApplication.clipboard().mimeData()))
        )

    def show_round(self, workshop: Workshop | None, step: Round | None) -> None:
        """Work on this session and round from now on, in whatever way is in front."""
        self._workshop, self._round = workshop, step
        way = self._ways.get(self.current)
        if way is not None and workshop is not None:
            way.show_round(workshop, step)

    def take_in(self, changes: Changes) -> None:
        """Tell the way in front what was changed."""
        if (way := self._ways.get(self.current)) is not None:
            way.take_in(changes)

    def go(self, key: str) -> None:
        """Bring a way to the front."""
        if self._workshop is None:
            self.bar.choose(LINE)
            return
        self._page.bar.flush_draft()  # building a way may take longer than half-typed text may wait
        if (before := self._ways.get(self.current)) is not None:
            before.leave()
        self.bar.choose(key)
        if key == LINE:
            self._page.show_line()
        else:
            way = self.way(key)
            way.show_round(self._workshop, self._round)
            self._page.show_way(way.page, wide=way.wide)
        self.focus()
        self._soon.start()

    def focus(self) -> None:
        """Take the focus to where the work is, in whatever way is in front."""
        if (way := self._ways.get(self.current)) is not None:
            way.focus()
        else:
            self._page.bar.line.setFocus()

    def go_to_line(self) -> None:
        """Go back to the line."""
        self.go(LINE)

    def _on_photos(self, photos: Carried) -> None:
        """Go and type over photos that were dropped somewhere in the place, or pasted in the line."""
        if self._workshop is not None:
            if self.current != PHOTOS:
                self.go(PHOTOS)
            self.way(PHOTOS).take_photos(photos)

    def _keys_button(self) -> KeyButton:
        button = KeyButton(self._theme, self.tr("Toetsen"), "F1", kind=QUIET, bound=False)
        button.setToolTip(self.tr("Alles wat hier met een toets kan"))
        button.clicked.connect(self.keys_asked)
        return button

    def _rehearse_button(self) -> KeyButton:
        button = KeyButton(self._theme, self.tr("Oefenen"), kind=QUIET)
        button.setToolTip(self.tr("In een kopie, waarvan niets wordt bewaard (Ctrl Shift O)"))
        button.clicked.connect(self.rehearsal_asked)
        return button

    def _on_scene_changed(self) -> None:
        if self.sender() is self._ways.get(self.current):
            self.scene_changed.emit()
