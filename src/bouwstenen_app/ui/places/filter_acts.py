"""What a person does with saved filters: each gesture one step, in words, with a way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import filters
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.filters import Filter
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.widgets.filter_row import FilterRow


class FilterActs(Acts):
    """Keeps the row of filters as it is; ``selection`` tells what is chosen now."""

    chosen = Signal(object)
    """The Selection of a filter that a person chose."""

    def __init__(self, desk: Desk, row: FilterRow, selection: Callable[[], Selection], parent: QObject) -> None:
        super().__init__(desk, parent)
        self._row = row
        self._selection = selection
        self._filters: Sequence[Filter] = desk.read(filters.filters)
        row.chosen.connect(self.choose)
        row.saved.connect(self._save)
        row.renamed.connect(self._rename)
        row.move_asked.connect(self._move)
        row.removal_asked.connect(self._remove)
        self.show()

    def show(self) -> None:
        """Show which filter is chosen now, and whether there is something to keep."""
        selection = self._selection()
        nothing = selection == Selection() or selection.removed
        typed = self._desk.read(filters.written, selection) if self._filters and not nothing else ""
        on = next((one.id for one in self._filters if typed and one.query == typed), "")
        saved = [(one.id, one.name, one.query) for one in self._filters]
        self._row.show_filters(saved, on, savable=not nothing and not on)

    def take_in(self, changes: Changes) -> None:
        """Show the filters as they are now."""
        if changes.touches("filter"):
            self._filters = self._desk.read(filters.filters)
            self.show()

    def choose(self, identity: str) -> None:
        """Choose what a filter asks; once more lets go of it."""
        one = self._named(identity)
        now = self._selection()
        on = now != Selection() and self._desk.read(filters.written, now) == one.query
        self.chosen.emit(Selection() if on else self._desk.read(filters.chosen, one.query))

    def commands(self) -> Sequence[Command]:
        """Return a command for each filter, and the one that keeps what is chosen."""
        found = [
            Command(self.tr("Filter: {name}").format(name=one.name), lambda one=one: self.choose(one.id))  # type: ignore[misc]
            for one in self._filters
        ]
        if self._row.save.isVisibleTo(self._row):
            found.append(Command(self.tr("Filter bewaren…"), self._row.ask))
        return found

    def _named(self, identity: str) -> Filter:
        return next(one for one in self._filters if one.id == identity)

    def _save(self, name: str) -> None:
        label = self.tr("Filter “{name}” bewaard").format(name=name.strip())
        if self._do(label, filters.save, name, self._selection()):
            self._row.finish()

    def _rename(self, identity: str, name: str) -> None:
        label = self.tr("Filter heet nu “{name}”").format(name=name.strip())
        if self._do(label, filters.rename, identity, name):
            self._row.finish()

    def _move(self, identity: str, by: int) -> None:
        ids = [one.id for one in self._filters]
        place = ids.index(identity)
        ids.insert(max(0, place + by), ids.pop(place))
        label = self.tr("Filter “{name}” verplaatst").format(name=self._named(identity).name)
        self._do(label, filters.reorder, ids)

    def _remove(self, identity: str) -> None:
        label = self.tr("Filter “{name}” weggegooid").format(name=self._named(identity).name)
        if self._do(label, filters.remove, identity):
            self.told.emit(f"{label}.", True)
