"""No key of the window means two things at the same moment: Qt then does neither."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QWidget
from tests.stories.running import Running

from bouwstenen_app.services import preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.way_acts import doors

IN_TURN = {"Esc", "Shift+F8"}
"""Keys of two parts of a page of which only one is shown at a time: cancel or stop naming, reveal or hide."""
PLACES = ("sessions", "capture", "organise", "insight", "report", "exchange", "settings")


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_empty).close()
    return start(path)


def test_no_key_means_two_things_at_the_same_moment(running: Running) -> None:
    running.program.desk.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Wat werkt al?",))
    for key in PLACES:
        running.window.place(key)
    place = running.window.place("capture")
    assert isinstance(place, CapturePlace)
    for door in doors():
        place.ways.go(door.key)
    shortcuts = running.frame.findChildren(QShortcut)
    assert len(shortcuts) > 20
    twice = {key for first, other in combinations(shortcuts, 2) for key in both(first, other)}
    assert sorted(twice - IN_TURN) == []


def both(first: QShortcut, other: QShortcut) -> Iterator[str]:
    """Yield the keys that would do two things."""
    if meet(first, other):
        yield from keys_of(first) & keys_of(other)


def keys_of(shortcut: QShortcut) -> set[str]:
    keys = shortcut.keys()
    return {key.toString() for key in keys}


def meet(first: QShortcut, other: QShortcut) -> bool:
    """Say whether both can listen at one moment: one is heard where the other is, and both are in sight."""
    one, two = parent(first), parent(other)
    if one is two or one.isAncestorOf(two) or two.isAncestorOf(one):
        return True
    narrow = [one for one in (first, other) if one.context() == Qt.ShortcutContext.WidgetWithChildrenShortcut]
    return len(narrow) < 2 and not apart(one, two)


def apart(one: QWidget, two: QWidget) -> bool:
    """Say whether these are never in sight together: two pages of one stack hold them."""
    above = {id(widget) for widget in ancestors(one)}
    shared = next(widget for widget in ancestors(two) if id(widget) in above)
    return isinstance(shared, QStackedWidget) or isinstance(shared.layout(), QStackedLayout)


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that it stands in, from the inside out."""
    here: QWidget | None = widget
    while here is not None:
        yield here
        here = here.parentWidget()


def parent(shortcut: QShortcut) -> QWidget:
    widget = shortcut.parent()
    assert isinstance(widget, QWidget)
    return widget
