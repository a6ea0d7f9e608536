"""The views of *Ordenen*: one switch in the header, and the pages that take the place of the list."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.widgets.segmented import SegmentedControl

BLOCKS: Final = "bouwstenen"
BUNDLES: Final = "bundels"


class View(Protocol):
    """A page that can be in front of *Ordenen* instead of the list with its facets."""

    @property
    def page(self) -> QWidget:
        """What is shown."""

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
        names = [(BLOCKS, self.tr("Bouwstenen")), *((key, name) for key, name, _, _ in makers)]
        self.switch = SegmentedControl(names, self.tr("Wat je ordent"))
        self.switch.choose(BLOCKS)
        self.switch.chosen.connect(self.go)
        stack.currentChanged.connect(lambda _: self.switch.choose(self.current))

    @property
    def current(self) -> str:
        """Key of the view in front; ``BLOCKS`` when it is none of the others."""
        front = self._stack.currentWidget()
        return next((key for key, view in self._views.items() if view.page is front), BLOCKS)

    @property
    def is_open(self) -> bool:
        """Whether another view than the list is in front."""
        return self.current != BLOCKS

    def view(self, key: str) -> View:
        """Return a view, made when it was not there yet."""
        if key not in self._views:
            make = next(make for name, _, _, make in self._makers if name == key)
            view = self._views[key] = make()
            self._stack.addWidget(view.page)
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
            if not any(button.hasFocus() for button in self.switch.findChildren(QWidget)):
                view.focus()  # with the arrow keys a person may want to go on to the next
        self._place.titles_changed.emit()
        self.changed.emit(key)

    def close(self) -> None:
        """Bring the list to the front again, if another view was."""
        self.go(BLOCKS)

    def header_actions(self) -> list[QWidget]:
        """Return the switch; nothing when there is only the list."""
        return [self.switch] if self._makers else []

    def focus(self) -> None:
        """Take the focus to where the work is in the view in front."""
        if self.is_open:
            self._views[self.current].focus()

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
