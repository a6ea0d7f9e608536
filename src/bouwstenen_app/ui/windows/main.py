"""The main window: the rail, the header, and behind them the places, each built when it is first visited."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.commands import Command, Palette
from bouwstenen_app.ui.language import speak_dutch
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.header import HeaderBar
from bouwstenen_app.ui.widgets.notice import NoticeBar
from bouwstenen_app.ui.widgets.rail import Rail
from bouwstenen_app.ui.widgets.rail_look import RailPlace, rail_places
from bouwstenen_app.ui.widgets.tab_order import go_on
from bouwstenen_app.ui.widgets.waiting import WaitingPage
from bouwstenen_app.ui.windows.main_keys import MainKeys

LOW: Final = 520
"""Pixels at 100 %: in a lower window the header keeps to one line."""

Factory = Callable[[], Place]


class MainWindow(QWidget):
    """The content of the window: lays the places out and passes on what is asked; it knows no workspace.

    Until ``start`` it keeps what is typed, and a place that is asked for meanwhile becomes the first.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    place_changed = Signal(str)
    """Key of the place that is in front."""
    rehearsal_asked = Signal(str)
    """Begin to rehearse, in the session with this id if there is one; while rehearsing: stop."""
    lock_asked = Signal()
    closed = Signal()
    """The window was closed by a person."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, rehearsing: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self.keys = MainKeys(self, rehearsing=rehearsing)
        self._factories: dict[str, Factory] = {}
        self._within: dict[str, str] = {}
        self._places: dict[str, Place] = {}
        self._started = False
        self._wish = ""
        speak_dutch(theme.app)
        self._lay_out()
        self._connect()
        for place in rail_places():
            self._add_to_rail(place)

    # ------------------------------------------------------------------ places

    def add_place(
        self,
        key: str,
        title: str,
        icon: str,
        factory: Factory,
        *,
        shortcut: str = "",
        below: bool = False,
        within: str = "",
    ) -> None:
        """Say how a place is built, the first time someone goes there. Adds it to the rail when it is not there.

        A place ``within`` another one (its key) is not on the rail: the other is marked there.
        """
        if within:
            self._within[key] = within
            self.keys.add_place(key, title, shortcut)
        elif key not in self.keys.titles:
            self._add_to_rail(RailPlace(key, title, icon, shortcut, below))
        self._factories[key] = factory

    def start(self, key: str) -> None:
        """Begin: the places can be built now. Shows this place, or the one that was asked for meanwhile."""
        self._started = True
        self._end_waiting()
        self.body.setCurrentWidget(self._work)
        self.go(self._wish or key)
        self._waiting.hand_over(self)

    def show_early(self, key: str, page: QWidget, title: str, subtitle: str) -> None:
        """Show the page of a place before the place itself is there; the place takes it over."""
        self.rail.choose(key)
        self.header.set_title(title, subtitle)
        self._end_waiting()
        self.body.setCurrentWidget(self._work)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._waiting.hand_over(page)

    def go(self, key: str) -> None:
        """Bring a place to the front."""
        self.rail.choose(self._within.get(key, key))
        if not self._started:
            self._wish = key
            self.header.set_title(self.keys.titles[key])
            return
        known = key in self._places
        place = self._places.get(key) or self._build(key)
        changed = self.stack.currentWidget() is not place
        self.stack.setCurrentWidget(place)
        self._show_titles()
        self.header.set_actions(place.header_actions())
        if known and changed:
            place.resumed()  # what was under way there goes on
        else:
            place.activated()
        if changed and not self.header.search.hasFocus():
            self.header.search.forget()  # what was looked for stays in the place that found it
        if changed:
            self.place_changed.emit(key)

    def place(self, key: str) -> Place:
        """Return a place, built if it was not yet."""
        return self._places.get(key) or self._build(key)

    @property
    def built_places(self) -> Mapping[str, Place]:
        """The places that are there, by their key."""
        return dict(self._places)

    def is_built(self, key: str) -> bool:
        """Whether someone was in this place already, or it was built ahead."""
        return key in self._places

    def prepare(self, key: str) -> bool:
        """Build a place ahead, a part at each call; return whether there is more to do."""
        if not self._started:
            return False
        if (place := self._places.get(key)) is not None:
            return place.build_more()
        self._build(key)
        return True

    @property
    def current_place(self) -> Place | None:
        """The place that is in front, if it is there already."""
        current = self.stack.currentWidget()
        return current if isinstance(current, Place) else None

    @property
    def key_in_front(self) -> str:
        """Key of the place that is in front; of the one on the rail while there is none."""
        current = self.stack.currentWidget()
        return next((key for key, place in self._places.items() if place is current), self.rail.current)

    def forget_places(self) -> None:
        """Throw the built places away and wait: another workspace comes."""
        self.header.set_actions([])
        self.stack.setCurrentWidget(self._waiting)
        for place in self._places.values():
            self.stack.removeWidget(place)
            place.deleteLater()
        self._places.clear()
        self._started = False
        self._wish = ""
        self._begin_waiting()

    def wait(self, sentence: str = "") -> None:
        """Show the page that keeps what is typed, with what is going on."""
        self._waiting.say(sentence)
        self.body.setCurrentWidget(self._work)
        self.stack.setCurrentWidget(self._waiting)
        self._begin_waiting()

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of everything: the welcome page."""
        self._end_waiting()
        if self.body.indexOf(page) < 0:
            self.body.addWidget(page)
        self.body.setCurrentWidget(page)

    def hand_over_typed(self, page: QWidget) -> None:
        """Type what was typed while nothing was there into a page that is shown."""
        self._waiting.hand_over(page)

    def show_places(self) -> None:
        """Show the places again, after a page that was there instead."""
        self.body.setCurrentWidget(self._work)
        self._to_work()

    # ------------------------------------------------------------------ words

    def set_file(self, name: str, *, read_only: bool = False) -> None:
        """Put the name of the open file in the title bar."""
        title = self.tr("Bouwstenen — {file}").format(file=name)
        self.window().setWindowTitle(self.tr("{title} (alleen lezen)").format(title=title) if read_only else title)

    def tell(self, sentence: str, undo: bool = False) -> None:
        """Say what happened in a small notice, that may offer *Ongedaan maken*."""
        self.notice.tell(sentence, undo=undo)

    def tell_problem(self, sentence: str) -> None:
        """Say what went wrong and what to do, until it is closed."""
        self.notice.tell_problem(sentence)

    def show_keys(self) -> None:
        """Show the keys of the place in front and of the window."""
        from bouwstenen_app.ui.dialogs.keys import KeysDialog  # rarely needed, and the first paint waits for it

        place = self.current_place
        own = [(line.keys, line.does) for line in place.key_help()] if place else []
        title = place.keys_title() if place else ""
        title = title or self.keys.titles.get(self.rail.current, "")
        groups = [(title, own), (self.tr("Overal"), self.keys.lines())]
        KeysDialog(self._theme, groups, self).open()

    # ------------------------------------------------------------------ private

    def _lay_out(self) -> None:
        self.rail = Rail(self._theme)
        self.header = HeaderBar(self._theme)
        self.stack = QStackedWidget()
        self._waiting = WaitingPage()
        self.stack.addWidget(self._waiting)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.stack, 1)
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(page, 1)
        self.body = QStackedWidget(self)
        self.body.addWidget(self._work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.body)
        self.notice = NoticeBar(self._theme, self.body, beside=self.rail)
        self.setFocusProxy(self._waiting)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.header.undo_asked.connect(self.undo_asked)
        self.header.redo_asked.connect(self.redo_asked)
        self.header.search_left.connect(self._to_work)
        self.command_palette = Palette(self.header.search, self._commands, self)
        self.command_palette.set_more(self.keys.card_commands)
        self.command_palette.done.connect(self._to_work)
        self.notice.undo_asked.connect(self.undo_asked)
        self._theme.changed.connect(self._fit)
        self._connect_keys()

    def _connect_keys(self) -> None:
        self.keys.place_asked.connect(self.go)
        self.keys.card_asked.connect(self._to_card)
        self.keys.search_asked.connect(self._to_search)
        self.keys.undo_asked.connect(self.undo_asked)
        self.keys.redo_asked.connect(self.redo_asked)
        self.keys.overview_asked.connect(self.show_keys)
        self.keys.lock_asked.connect(self.lock_asked)
        self.keys.rehearsal_asked.connect(lambda: self.rehearsal_asked.emit(""))

    def _begin_waiting(self) -> None:
        self.setFocusProxy(self._waiting)
        self._waiting.setFocus()

    def _end_waiting(self) -> None:
        # A proxy that is out of sight holds up the Tab key: it would never come past the window.
        self.setFocusProxy(None)  # type: ignore[arg-type]

    def _add_to_rail(self, place: RailPlace) -> None:
        self.rail.add(place)
        self.keys.add_place(place.key, place.name, place.shortcut)

    def _build(self, key: str) -> Place:
        place = self._factories[key]()
        self._places[key] = place
        self.stack.addWidget(place)
        place.titles_changed.connect(self._show_titles)
        place.actions_changed.connect(self._show_actions)
        place.told.connect(self.tell)
        place.problem_told.connect(self.tell_problem)
        place.place_asked.connect(self.go)
        place.rehearsal_asked.connect(self.rehearsal_asked)
        place.keys_asked.connect(self.show_keys)
        return place

    def _show_titles(self) -> None:
        place = self.current_place
        if place is not None:
            self.header.set_title(place.title(), place.subtitle())

    def _show_actions(self) -> None:
        place = self.current_place
        if place is not None:
            self.header.set_actions(place.header_actions())

    def _commands(self) -> list[Command]:
        """Return what can be done from here: the place's own first."""
        place = self.current_place
        return [*(place.commands() if place else ()), *self.keys.commands()]

    def _to_card(self, key: str, name: str) -> None:
        self.go(key)
        self.place(key).show_card(name)

    def _to_search(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def _to_work(self) -> None:
        place = self.current_place
        if place is not None:
            place.resumed()

    # ------------------------------------------------------------------ Qt

    def _fit(self) -> None:
        self.header.set_low(self.height() < self._theme.px(LOW))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        place = self.stack.currentWidget()
        if isinstance(place, Place) and self.body.currentWidget() is self._work:
            return go_on(self, place, place.tab_parts, forward=next) or super().focusNextPrevChild(next)
        return super().focusNextPrevChild(next)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Text fields take a ? for themselves; one that comes up to here is a question.
        # A button takes only the space bar outside a dialog; people press Enter.
        focused = self.window().focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if event.text() == "?":
            self.show_keys()
        elif enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)
