"""The blocks of a session as they are voted on, as a table: by number, or the most votes first."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.voting import Ballot, in_order_of_votes, standings

PLACE, NUMBER, TITLE, CLUSTER, VOTES = range(5)
BALLOT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its Ballot."""
ABOVE_ROLE: Final = BALLOT_ROLE + 1
"""Under this role an index says whether its block has more votes than can be."""

Index = QModelIndex | QPersistentModelIndex


class VotesModel(QAbstractTableModel):
    """One row per block: its place, number, title, cluster and votes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = (
            self.tr("Plaats"),
            self.tr("Nr."),
            self.tr("Bouwsteen"),
            self.tr("Cluster"),
            self.tr("Stemmen"),
        )
        self._ballots: tuple[Ballot, ...] = ()
        self._above: frozenset[str] = frozenset()
        self._places: dict[str, int] = {}
        self._by_votes = False

    @property
    def ballots(self) -> tuple[Ballot, ...]:
        """The rows, in order."""
        return self._ballots

    @property
    def by_votes(self) -> bool:
        """Whether the most votes come first."""
        return self._by_votes

    def set_ballots(self, ballots: Sequence[Ballot], above: Sequence[Ballot] = ()) -> None:
        """Show these, ``above`` marked; when only votes changed and no row moves, the cursor stays."""
        self._above = frozenset(ballot.block for ballot in above)
        self._fill(tuple(ballots))

    def put_in_order(self, *, by_votes: bool) -> None:
        """Put the most votes first, or go by number."""
        if by_votes != self._by_votes:
            self._by_votes = by_votes
            self._fill(self._ballots)

    def row_numbered(self, number: int) -> int:
        """Return the row of the block that is called by this number, -1 when it is not there."""
        return next((row for row, ballot in enumerate(self._ballots) if ballot.number == number), -1)

    def row_of(self, block: str) -> int:
        """Return the row of a block, -1 when it is not there."""
        return next((row for row, ballot in enumerate(self._ballots) if ballot.block == block), -1)

    @property
    def has_clusters(self) -> bool:
        """Whether any block is in a cluster."""
        return any(ballot.cluster for ballot in self._ballots)

    def _fill(self, ballots: tuple[Ballot, ...]) -> None:
        ordered = in_order_of_votes(ballots) if self._by_votes else sorted(ballots, key=_by_number)
        same = [_looks(ballot) for ballot in ordered] == [_looks(ballot) for ballot in self._ballots]
        if not same:
            self.beginResetModel()
        self._ballots = tuple(ordered)
        self._places = {each.block: each.place for each in standings(ballots) if each.votes}
        if not same:
            self.endResetModel()
        elif ballots:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ballots) - 1, VOTES))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._ballots)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 5

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section in (TITLE, CLUSTER) else Qt.AlignmentFlag.AlignRight
            return int(Qt.AlignmentFlag.AlignVCenter | side)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ballots):
            return None
        ballot = self._ballots[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(ballot, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(ballot)
        if role == BALLOT_ROLE:
            return ballot
        if role == ABOVE_ROLE:
            return ballot.block in self._above
        return None

    def _text(self, ballot: Ballot, column: int) -> str:
        match column:
            case 0:
                return str(self._places.get(ballot.block, ""))
            case 1:
                return str(ballot.number)
            case 2:
                return f"{ballot.title} ({self._why_not_shown(ballot)})" if not ballot.shown else ballot.title
            case 3:
                return ballot.cluster
        return dutch.number(ballot.votes)

    def _why_not_shown(self, ballot: Ballot) -> str:
        return self.tr("op de parkeerplaats") if ballot.parked else self.tr("niet op de beamer")

    def _spoken(self, ballot: Ballot) -> str:
        votes = dutch.counted(ballot.votes, self.tr("stem"), self.tr("stemmen"))
        return self.tr("Bouwsteen {n}, {title}: {votes}").format(
            n=ballot.number, title=self._text(ballot, TITLE), votes=votes
        )


def _by_number(ballot: Ballot) -> int:
    return ballot.number


def _looks(ballot: Ballot) -> tuple[object, ...]:
    """Return what of a ballot decides where its row is and how high."""
    return ballot.block, ballot.number, ballot.title, ballot.cluster, ballot.shown, ballot.parked
