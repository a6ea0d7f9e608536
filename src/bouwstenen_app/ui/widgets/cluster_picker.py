"""A small window to choose a cluster for blocks: type its first letters, or the name of a new one."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.name_card import LONGEST
from bouwstenen_app.ui.widgets.picker import Offered, Picker, begins, fits

OUT: Final = ""
NEW: Final = "+"
"""What a row stands for when it is no cluster: in none any more, or in a new one."""
Row = tuple[str, str]
"""Id and name of a cluster."""


class ClusterPicker(Picker):
    """Shows the clusters of a session; Enter takes the marked one, and a name that is not there makes one."""

    chosen = Signal(str)
    """Id of a cluster."""
    new_asked = Signal(str)
    """The name of a new cluster."""
    out_asked = Signal()
    """In no cluster any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        hint = self.tr("Zoek een cluster, of typ een nieuwe naam")
        super().__init__(theme, self.tr("Cluster"), hint, self.tr("Clusters"), parent)
        self.search.setMaxLength(LONGEST)
        self._clusters: Sequence[Row] = ()
        self._in: str | None = None

    def choose(self, clusters: Sequence[Row], inside: str | None, at: QPoint) -> None:
        """Open at a point of the screen; ``inside`` is the cluster that the blocks are in, None for various."""
        self._clusters, self._in = tuple(clusters), inside
        self.open_at(at)

    @override
    def offers(self, typed: str) -> Iterable[Offered]:
        fitting = sorted(
            (row for row in self._clusters if fits(typed, row[1])), key=lambda row: not begins(typed, row[1])
        )
        yield from (Offered(name, identity, checked=identity == self._in) for identity, name in fitting)
        if typed and typed.casefold() not in (name.casefold() for _, name in fitting):
            yield Offered(self.tr("Nieuw cluster “{name}”").format(name=typed), NEW, apart=True)
        if not typed and self._in != OUT:
            yield Offered(self.tr("In geen cluster"), OUT)

    @override
    def taken(self, what: str, typed: str, *, add: bool) -> None:
        if what == NEW:
            self.new_asked.emit(typed)
        elif what == OUT:
            self.out_asked.emit()
        else:
            self.chosen.emit(what)
