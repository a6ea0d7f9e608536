"""What a person does with clusters and the parking lot: each gesture one step, in words, with a way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import grouping, preparing, reading_back
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cluster_picker import OUT, ClusterPicker


class ClusterActs(Acts):
    """Acts on the clusters of one session. ``block`` gives a block by its id, as it is known to the list."""

    def __init__(self, desk: Desk, theme: Theme, block: Callable[[str], Block | None], parent: QObject) -> None:
        super().__init__(desk, parent)
        self._theme = theme
        self._block = block
        self._workshop: Workshop | None = None
        self._picking: Sequence[str] = ()
        self._picker: ClusterPicker | None = None

    def set_workshop(self, workshop: Workshop | None) -> None:
        """Take the session whose clusters these are."""
        self._workshop = workshop

    def pick(self, ids: Sequence[str], at: QPoint, over: QWidget) -> None:
        """Let a person choose a cluster for these blocks, or name a new one."""
        blocks = [block for block in map(self._block, ids) if block is not None]
        sessions = {block.workshop for block in blocks}
        if len(sessions) != 1:
            if sessions:
                told = self.tr("Een cluster hoort bij één sessie. Kies bouwstenen van dezelfde sessie.")
                self.problem_told.emit(told)
            return
        self._workshop = self._desk.read(preparing.workshop, sessions.pop())
        clusters = [(cluster.id, cluster.name) for cluster in self._workshop.clusters]
        names = {block.cluster for block in blocks}
        inside = next((one for one, name in clusters if {name} == names), OUT if names == {""} else None)
        self._picking = list(ids)
        self._ready_picker(over).choose(clusters, inside, at)

    def put_in(self, ids: Sequence[str], cluster: str) -> bool:
        """Put blocks in a cluster."""
        label = self.tr("{what} in cluster “{name}”").format(what=self._what(ids), name=self._name(cluster))
        return self._do(label, grouping.put_in, list(ids), cluster)

    def put_in_named(self, ids: Sequence[str], name: str) -> bool:
        """Put blocks in the cluster with this name, made if it is not there; no name is no cluster."""
        if self._workshop is None:
            return False
        if not name:
            return self.put_out(ids)
        known = next((one.id for one in self._workshop.clusters if one.name == name), None)
        return self.put_in(ids, known) if known else bool(self.make(name, ids))

    def put_out(self, ids: Sequence[str]) -> bool:
        """Take blocks out of their cluster."""
        label = self.tr("{what} niet meer in een cluster").format(what=self._what(ids))
        return self._do(label, grouping.put_out, list(ids))

    def park(self, ids: Sequence[str]) -> bool:
        """Put blocks in the parking lot; when all of them are there already, take them out."""
        blocks = [block for block in map(self._block, ids) if block is not None]
        if blocks and all(block.parked for block in blocks):
            label = self.tr("{what} van de parkeerplaats gehaald").format(what=self._what(ids))
            return self._do(label, reading_back.unpark, list(ids))
        label = self.tr("{what} op de parkeerplaats").format(what=self._what(ids))
        return self._do(label, reading_back.park, list(ids))

    def make(self, name: str, ids: Sequence[str] = ()) -> str:
        """Make a cluster with these blocks in it; return its id, empty when it was not made."""
        if self._workshop is None:
            return ""
        name = " ".join(name.split())
        label = self.tr("Cluster “{name}” gemaakt").format(name=name)
        if ids:
            label = self.tr("{what} in nieuw cluster “{name}”").format(what=self._what(ids), name=name)
        return self._made(label, grouping.make_cluster, self._workshop.id, name, list(ids)) or ""

    def rename(self, cluster: str, name: str) -> bool:
        """Give a cluster another name."""
        old, name = self._name(cluster), " ".join(name.split())
        if name == old:
            return True
        label = self.tr("Cluster “{old}” heet nu “{name}”").format(old=old, name=name)
        return self._do(label, grouping.rename_cluster, cluster, name)

    def move(self, cluster: str, by: int) -> bool:
        """Move a cluster so many places on, or back when negative."""
        label = self.tr("Cluster “{name}” verplaatst").format(name=self._name(cluster))
        return self._do(label, grouping.move_cluster, cluster, by)

    def remove(self, cluster: str) -> bool:
        """Take a cluster away; its blocks stay."""
        label = self.tr("Cluster “{name}” opgeheven; de bouwstenen blijven").format(name=self._name(cluster))
        done = self._do(label, grouping.remove_cluster, cluster)
        if done:
            self.told.emit(label + ".", True)
        return done

    def _name(self, cluster: str) -> str:
        clusters = self._workshop.clusters if self._workshop else ()
        return next((one.name for one in clusters if one.id == cluster), "")

    def _what(self, ids: Sequence[str]) -> str:
        if len(ids) != 1:
            return self.tr("{n} bouwstenen").format(n=len(ids))
        found = self._block(ids[0])
        return self.tr("Bouwsteen {n}").format(n=found.number if found else "").strip()

    def _ready_picker(self, over: QWidget) -> ClusterPicker:
        if self._picker is None:
            picker = self._picker = ClusterPicker(self._theme, over)
            picker.chosen.connect(lambda cluster: self.put_in(self._picking, cluster))
            picker.new_asked.connect(lambda name: self.make(name, self._picking))
            picker.out_asked.connect(lambda: self.put_out(self._picking))
        return self._picker
