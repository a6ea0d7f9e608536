"""The sessions of the list on the left: filtered by what is typed, under a heading per month, region or state."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.domain.workshops import DONE, PREPARING, READY, RUNNING, Workshop

ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its Workshop, or the text of a heading."""
BY_MONTH: Final = "maand"
BY_REGION: Final = "regio"
BY_STATE: Final = "stand"
ORDER: Final = (RUNNING, READY, PREPARING, DONE)
"""What asks for attention first."""

Index = QModelIndex | QPersistentModelIndex


def headings() -> list[tuple[str, str]]:
    """Return what sessions can stand under, the first one as it begins."""
    return [(BY_MONTH, _tr("Per maand")), (BY_REGION, _tr("Per regio")), (BY_STATE, _tr("Per stand"))]


def _tr(text: str) -> str:
    return QCoreApplication.translate("WorkshopListModel", text)


class WorkshopListModel(QAbstractListModel):
    """Headings and sessions. ``describe`` gives the sentence that a screen reader says for a session.

    ``state_words`` gives the heading of a state.
    """

    def __init__(
        self,
        describe: Callable[[Workshop], str],
        state_words: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._state_words = state_words
        self._all: tuple[Workshop, ...] = ()
        self._wanted = ""
        self._by = BY_MONTH
        self._lines: list[Workshop | str] = []

    def set_workshops(self, workshops: Iterable[Workshop]) -> None:
        """Take the sessions as they are now, the newest first."""
        workshops = tuple(workshops)
        if workshops != self._all:
            self._all = workshops
            self._refill()

    def search(self, text: str) -> None:
        """Show only sessions with these words in title, region, place or state."""
        self._wanted = text
        self._refill()

    def group_by(self, key: str) -> None:
        """Put the sessions under headings per ``maand``, per ``regio`` or per ``stand``."""
        self._by = key
        self._refill()

    def shown(self) -> Sequence[Workshop]:
        """Return the sessions that are shown, in order."""
        return [line for line in self._lines if isinstance(line, Workshop)]

    def index_of(self, workshop: str) -> QModelIndex:
        """Return the index of a session, invalid when it is not shown."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Workshop) and line.id == workshop:
                return self.index(row)
        return QModelIndex()

    def _refill(self) -> None:
        self.beginResetModel()
        found = [workshop for workshop in self._all if self._fits(workshop)]
        if self._by == BY_REGION:
            found.sort(key=lambda workshop: (not workshop.region, workshop.region.casefold()))
        elif self._by == BY_STATE:
            found.sort(key=lambda workshop: (*ORDER, workshop.state).index(workshop.state))
        lines: list[Workshop | str] = []
        for heading, group in groupby(found, self._heading):
            lines += [heading, *group]
        self._lines = lines
        self.endResetModel()

    def _fits(self, workshop: Workshop) -> bool:
        state = self._state_words(workshop.state)
        text = folded(" ".join((workshop.title, workshop.region, workshop.place, state)))
        return all(folded(word) in text for word in self._wanted.split())

    def _heading(self, workshop: Workshop) -> str:
        if self._by == BY_REGION:
            return workshop.region or self.tr("Zonder regio")
        if self._by == BY_STATE:
            return self._state_words(workshop.state)
        return dutch.capitalised(dutch.month(workshop.date)) if workshop.date else self.tr("Nog zonder datum")

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == ITEM_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line if isinstance(line, str) else self._describe(line)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ITEM_ROLE), str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
