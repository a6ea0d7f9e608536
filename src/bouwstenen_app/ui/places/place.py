"""What every place of the window is: a page with a title, its own header buttons and its own keys."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.widgets.edited_text import EditedText


class Key(NamedTuple):
    """One key of a place, for the overview of keys: how it is written, and what it does, in Dutch."""

    keys: str
    does: str


class Forms:
    """The forms of a place that are kept when the workspace closes under one's hands; a plain place has none."""

    def chosen(self) -> Sequence[tuple[str, str, str]]:
        """Return what was chosen beside the fields: name, label and value, in the order of opening."""
        return ()

    def open(self, name: str, text: str) -> bool:  # noqa: ARG002
        """Open the form with a field of this name, if it can be; say whether its text has its place already."""
        return False


class Place(QWidget):
    """One of the pages behind the rail. It is built when first visited and keeps its state after that."""

    narrowest = 0
    """Pixels it is wide at least, 0 for what its parts want: parts side by side make room in a small window."""
    titles_changed = Signal()
    """The title or subtitle says something else now."""
    actions_changed = Signal()
    """The header buttons are others now."""
    told = Signal(str, bool)
    """A small notice for the user: the sentence, and whether it offers *Ongedaan maken*."""
    problem_told = Signal(str)
    """A sentence that stays until it is closed: what went wrong and what to do."""
    place_asked = Signal(str)
    """Key of another place to go to."""
    block_asked = Signal(str)
    """Id of a block that is to be shown where it was captured."""
    keys_asked = Signal()
    """The overview of keys is to be shown."""
    rehearsal_asked = Signal(str)
    """Rehearse in a copy, in the session with this id, or in the one that was open last."""

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(self.narrowest, hint.height()) if self.narrowest else hint

    def title(self) -> str:
        """Return what stands large in the header."""
        return ""

    def subtitle(self) -> str:
        """Return what stands small under it."""
        return ""

    def header_actions(self) -> list[QWidget]:
        """Return the buttons of this place for the right end of the header; the same objects every time."""
        return []

    def key_help(self) -> Sequence[Key]:
        """Return the keys of this place, in the order of use."""
        return ()

    def keys_title(self) -> str:
        """Return what the keys belong to, when that is a part of the place; empty when it is the place itself."""
        return ""

    def commands(self) -> Sequence[Command]:
        """Return what can be done here, for the palette (Ctrl+K), in the order of use."""
        return ()

    def activated(self) -> None:
        """Take the focus to where the work is: this place has come to the front."""

    def resumed(self) -> None:
        """Take the focus back to where the work was: the search field was left."""
        self.activated()

    @property
    def half_filled(self) -> Forms:
        """Its forms that may be filled in half-way."""
        return Forms()

    def tab_parts(self) -> Sequence[QWidget]:
        """Return its parts as they are read, for the Tab key; nothing where Qt's own order is right."""
        return ()

    def show_card(self, name: str) -> None:
        """Bring the card with this name to the front, in a place that has cards with names."""

    def keep_typed(self) -> None:
        """Keep what is half-typed, now."""
        for field in self.findChildren(EditedText):
            field.finish()

    def build_more(self) -> bool:
        """Build a next part, in a place that is built in parts; return whether more can be done ahead."""
        return False
