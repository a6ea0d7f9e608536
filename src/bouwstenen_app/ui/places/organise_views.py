"""The views of *Ordenen*: a switch in the head of each, and the pages that take the place of the list."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance
from PySide6.QtWidgets import QStackedLayout, QWidget

from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.switch_row import SwitchRow

BLOCKS: Final = "bouwstenen"
BUNDLES: Final = "bundels"


class View(Protocol):
    """A page that can be in front of *Ordenen* instead of the list with its facets."""

    left: SignalInstance
    """The user is done here: back to the list."""

    @property
    def page(self) -> QWidget:
        """What is shown."""

    @property
    def head(self) -> SwitchRow:
        """The row above it that holds the switch."""

    def begin(self) -> None:
        """Show how things are now: the page comes to the front."""

    def focus(self) -> None:
        """Take the focus to where the work is."""

    def subtitle(self) -> str:
        """Return what stands small under the title."""

    def key_help(self) -> Sequence[Key]:
        """Return its keys, in the order of use."""


class OrganiseViews(QObject):
    """Keeps which view is in front.

    ``makers`` gives the views beside the list, in order: key, name, shortcut (only shown) and how to make it, which
    is done when it is first asked for.
    """

    changed = Signal(str)
    """Another view is in front now: its key."""

    def __init__(
        self, place: Place, stack: QStackedLayout, makers: Sequence[tuple[str, str, str, Callable[[], View]]]
    ) -> None:
        super().__init__(place)
        self._place = place
        self._stack = stack
        self._makers = makers
        self._views: dict[str, View] = {}
        self._switches: list[SegmentedControl] = []
        stack.currentChanged.connect(self._on_page_changed)

    @property
    def current(self) -> str:
        """Key of the view in front; ``BLOCKS`` when it is none of the others."""
        front = self._stack.currentWidget()
        return next((key for key, view in self._views.items() if view.page is front), BLOCKS)

    @property
    def is_open(self) -> bool:
        """Whether another view than the list is in front."""
        return self.current != BLOCKS

    def switch(self) -> SegmentedControl:
        """Return a new switch for the head of a page; all of them show the same."""
        names = [(BLOCKS, self.tr("Bouwstenen")), *((key, name) for key, name, _, _ in self._makers)]
        switch = SegmentedControl(names, self.tr("Wat je ordent"))
        switch.choose(self.current)
        switch.chosen.connect(self.go)
        self._switches.append(switch)
        return switch

    def view(self, key: str) -> View:
        """Return a view, made when it was not there yet."""
        if key not in self._views:
            make = next(make for name, _, _, make in self._makers if name == key)
            view = self._views[key] = make()
            view.left.connect(self.close)
            self._stack.addWidget(view.page)
            view.head.set_switch(self.switch())
        return self._views[key]

    def go(self, key: str) -> None:
        """Bring a view to the front."""
        if key == self.current:
            return
        if key == BLOCKS:
            self._stack.setCurrentIndex(0)
        else:
            view = self.view(key)
            view.begin()
            self._stack.setCurrentWidget(view.page)
        self._place.titles_changed.emit()
        self.changed.emit(key)
        self._place.activated()

    def _on_page_changed(self) -> None:
        for switch in self._switches:
            switch.choose(self.current)

    def close(self) -> None:
        """Bring the list to the front again, if another view was."""
        self.go(BLOCKS)

    def focus(self) -> None:
        """Take the focus to where the work is in the view in front."""
        if self.is_open:
            self._views[self.current].focus()

    @property
    def title(self) -> str:
        """What the view in front is called; empty for the list."""
        return next((name for key, name, _, _ in self._makers if key == self.current), "")

    def subtitle(self) -> str:
        """Return what the view in front says under the title."""
        return self._views[self.current].subtitle() if self.is_open else ""

    def key_help(self) -> Sequence[Key]:
        """Return the keys of the view in front."""
        return self._views[self.current].key_help() if self.is_open else ()

    def commands(self) -> Sequence[Command]:
        """Return the commands that bring the other views to the front."""
        if not self._makers:
            return ()
        current = self.current
        return [
            Command(name, lambda key=key: self.go(key), keys)  # type: ignore[misc]
            for key, name, keys, _ in ((BLOCKS, self.tr("Bouwstenen"), "", None), *self._makers)
            if key != current
        ]


def views_of(desk: Desk, theme: Theme, place: Place, stack: QStackedLayout, head: SwitchRow) -> OrganiseViews:
    """Return the views of *Ordenen*, with their switch in the head of the list."""
    name = QCoreApplication.translate("OrganiseViews", "Bundels")
    views = OrganiseViews(place, stack, [(BUNDLES, name, "", lambda: open_bundles(desk, theme, place))])
    head.set_switch(views.switch())
    return views


def open_bundles(desk: Desk, theme: Theme, place: Place) -> View:
    """Return the view of the bundles, connected to its place."""
    from bouwstenen_app.ui.places.bundles import BundlesView

    view = BundlesView(desk, theme, place)
    view.told.connect(place.told)
    view.problem_told.connect(place.problem_told)
    view.titles_changed.connect(place.titles_changed)
    view.block_asked.connect(place.block_asked)
    return view
