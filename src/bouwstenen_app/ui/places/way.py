"""A way of working in *Vastleggen*: what stands in the place of the line and the list for a while."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.beamer import BLOCKS, Scene
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.photo_drop import Carried


class Way(QObject):
    """Grouping, voting, reading back, typing over photos: each makes its own page, and acts through the desk.

    It is built when first visited. Its page asks with signals; the way does.
    """

    wide = False
    """Whether the page takes the room of the inspector too."""
    told = Signal(str, bool)
    """A small notice for the user: the sentence, and whether it offers *Ongedaan maken*."""
    problem_told = Signal(str)
    """A sentence that stays until it is closed: what went wrong and what to do."""
    left = Signal()
    """The user is done here: back to the line."""
    scene_changed = Signal()
    """The room is to see something else now."""

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = theme

    @property
    def page(self) -> QWidget:
        """What is shown under the rounds."""
        raise NotImplementedError

    @property
    def scene(self) -> Scene:
        """What the room sees while this way is in front."""
        return Scene(BLOCKS)

    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        """Work on this session and round from now on; called when the way comes to the front, too."""

    def take_in(self, changes: Changes) -> None:
        """Something was changed while this way is in front."""

    def take_photos(self, carried: Carried) -> None:
        """Take in photos that were dropped or pasted anywhere in *Vastleggen*: the way of the photos does."""

    def focus(self) -> None:
        """Take the focus to where the work is."""
        self.page.setFocus()

    def leave(self) -> None:
        """Keep what is half done: another way comes to the front."""

    def key_help(self) -> Sequence[Key]:
        """Return the keys of this way, in the order of use."""
        return ()
