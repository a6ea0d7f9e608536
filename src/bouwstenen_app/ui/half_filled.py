"""Forms that are filled in half-way when the workspace closes under one's hands: kept in it, and put back.

A field that is stored as soon as it is left needs none of this, and a field for a password never gets it.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui import copying
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.remembered import HALF_FILLED
from bouwstenen_app.ui.widgets.form_fields import FORM_FIELD
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.rescue import unwritten_in

LONGEST: Final = 200
"""Characters of a text that is told in a notice."""


class Typed(NamedTuple):
    """What stood in one field of a form."""

    name: str
    """Of the field, within its place."""
    label: str
    text: str


class HalfFilled(QObject):
    """Follows one window. What has no field any more is told, with a way to copy it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._shown = set[str]()
        """The places that were in front since the workspace was opened: what was kept of them is put back."""
        window.place_changed.connect(self._on_place)

    def use(self, desk: Desk) -> None:
        """Keep in another workspace from now on."""
        self._desk = desk
        self._shown.clear()
        desk.erasing.connect(self._on_erasing)

    def keep(self) -> None:
        """Keep what stands in the forms of every place; what was kept of one that was not in front since stays."""
        desk = self._desk
        if desk is None or desk.read_only:
            return
        for field in unwritten_in(self._window):
            field.finish()
        with suppress(Problem):  # what is not on disk is among what the desk calls unkept
            kept = {key: typed for key, typed in _kept(desk).items() if key not in self._shown}
            places = self._window.built_places.items()
            typed = {key: [*_typed(place)] for key, place in places if key in self._shown}
            self._remember(desk, kept | {key: found for key, found in typed.items() if found})

    def _on_erasing(self) -> None:
        """Keep it before words go: they go from here too, and what is on the screen is not kept once more."""
        self.keep()
        self._shown.clear()

    def _on_place(self, key: str) -> None:
        desk, place = self._desk, self._window.current_place
        if desk is None or place is None or desk.read_only:
            return
        again = key in self._shown
        self._shown.add(key)
        kept = _kept(desk)
        if typed := kept.pop(key, None):
            with suppress(Problem):
                self._remember(desk, kept)
            if again:  # it was kept after a bug, and went on since
                return
            # A form may ask for the focus when it opens: first the place itself is in front.
            QTimer.singleShot(0, place, lambda: self._put_back(place, typed))

    def _put_back(self, place: Place, typed: Sequence[Typed]) -> None:
        left = [one for one in typed if not place.half_filled.open(one.name, one.text) and not _fill(place, one)]
        if not left:
            return
        said = [self.tr("bij {field}: “{text}”").format(field=one.label, text=_short(one.text)) for one in left]
        told = self.tr("Je was dit aan het typen {what}. Het formulier is dicht; de tekst kun je kopiëren.")
        text = "\n".join(one.text for one in left)
        self._window.notice.offer(
            told.format(what=dutch.enumerated(said)), self.tr("Kopiëren"), lambda: copying.copy(text)
        )

    def _remember(self, desk: Desk, kept: dict[str, list[Typed]]) -> None:
        text = json.dumps(kept, ensure_ascii=False) if kept else ""
        if text != desk.recall(_kept_as(desk)):
            desk.remember(_kept_as(desk), text)
        if desk.recall(HALF_FILLED):
            desk.remember(HALF_FILLED, "")


def _typed(place: Place) -> Iterator[Typed]:
    yield from (Typed(*one) for one in place.half_filled.chosen())
    for field in _fields(place):
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        changed = field.isModified() if isinstance(field, QLineEdit) else field.document().isModified()
        if changed and text.strip() and field.isVisibleTo(place):
            yield Typed(str(field.property(FORM_FIELD)), field.accessibleName(), text)


def _fill(place: Place, typed: Typed) -> bool:
    """Put a text in its field; say whether it is there, in sight."""
    for field in _fields(place):
        if field.property(FORM_FIELD) == typed.name and field.isVisibleTo(place):
            if isinstance(field, QLineEdit):
                field.setText(typed.text)
                field.setModified(True)
            else:
                field.setPlainText(typed.text)
                field.document().setModified(True)
            field.setFocus()
            return True
    return False


def _fields(place: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    every: list[QLineEdit | QPlainTextEdit] = [*place.findChildren(QLineEdit), *place.findChildren(QPlainTextEdit)]
    yield from (field for field in every if field.property(FORM_FIELD))


def _kept_as(desk: Desk) -> str:
    """Return the key for this laptop: in a synced folder each has its own forms in the one file."""
    return f"{HALF_FILLED}:{desk.around.laptop}"


def _kept(desk: Desk) -> dict[str, list[Typed]]:
    """Return what was kept, by the key of the place; an earlier version kept it for all laptops."""
    try:
        kept = json.loads(desk.recall(_kept_as(desk)) or desk.recall(HALF_FILLED) or "{}")
        return {key: [Typed(*map(str, one)) for one in typed] for key, typed in kept.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
