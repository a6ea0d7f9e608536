"""Grouping: participants put blocks of their session together in clusters, and name them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, ClusterRow


@dataclass(frozen=True, slots=True)
class Group:
    """A cluster with its blocks, in the order of their numbers."""

    id: str
    name: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """All blocks of a session, each in one place."""

    loose: tuple[Block, ...] = ()
    """In no cluster yet."""
    groups: tuple[Group, ...] = ()
    parked: tuple[Block, ...] = ()
    """In the *parkeerplaats*, whatever cluster they were in."""

    def group(self, identity: str) -> Group | None:
        """Return a cluster by its id."""
        return next((group for group in self.groups if group.id == identity), None)


def board(session: Session, workshop: str) -> Board:
    """Return the blocks of a session as they are grouped."""
    clusters = _clusters(session, workshop)
    known = {identity for identity, _ in clusters}
    query = select(BlockRow.id, BlockRow.cluster_id).where(BlockRow.workshop_id == workshop, ~BlockRow.removed)
    cluster_of = {block: cluster for block, cluster in session.execute(query)}
    inside: dict[str, list[Block]] = defaultdict(list)
    parked: list[Block] = []
    for block in reversed(boards.blocks_of(session, workshop)):
        cluster = cluster_of.get(block.id) or ""
        (parked if block.parked else inside[cluster if cluster in known else ""]).append(block)
    groups = tuple(Group(identity, name, tuple(inside[identity])) for identity, name in clusters)
    return Board(tuple(inside[""]), groups, tuple(parked))


def make_cluster(session: Work, workshop: str, name: str, blocks: Sequence[str] = ()) -> str:
    """Make a cluster with these blocks in it and return its id; when that name is there already, that one."""
    name = _named(name)
    known = _clusters(session, workshop)
    identity = next((one for one, its_name in known if its_name.casefold() == name.casefold()), "")
    if not identity:
        identity = session.new_id()
        here = ClusterRow.workshop_id == workshop
        place = journal.last_number(session, ClusterRow, ClusterRow.position, here) + 1 if known else 0
        session.add(ClusterRow(id=identity, workshop_id=workshop, name=name, position=place))
    if blocks:
        put_in(session, blocks, identity)
    return identity


def rename_cluster(session: Work, cluster: str, name: str) -> None:
    """Give a cluster another name; Problem when another one of the session has it."""
    name, row = _named(name), _row(session, cluster)
    others = [its_name for one, its_name in _clusters(session, row.workshop_id) if one != cluster]
    if name.casefold() in map(str.casefold, others):
        raise Problem("Er is al een cluster “{name}”. Kies een andere naam.", name=name)
    row.name = name


def move_cluster(session: Work, cluster: str, by: int) -> None:
    """Move a cluster so many places on, or back when negative."""
    row = _row(session, cluster)
    order = [identity for identity, _ in _clusters(session, row.workshop_id)]
    place = order.index(cluster)
    order.insert(max(0, place + by), order.pop(place))
    journal.update_rows(session, ClusterRow, {identity: {"position": at} for at, identity in enumerate(order)})


def remove_cluster(session: Work, cluster: str) -> None:
    """Take a cluster away; its blocks stay in the session, in no cluster."""
    query = select(BlockRow.id).where(BlockRow.cluster_id == cluster)
    blocks = {block: {"cluster_id": None} for block in session.scalars(query)}
    journal.update_rows(session, BlockRow, blocks)
    journal.update_rows(session, ClusterRow, {cluster: {"removed": True}})


def put_in(session: Work, blocks: Sequence[str], cluster: str) -> None:
    """Put blocks in a cluster of their session; what was parked is so no longer."""
    _row(session, cluster)
    journal.update_rows(session, BlockRow, {block: {"cluster_id": cluster, "parked": False} for block in blocks})


def put_out(session: Work, blocks: Sequence[str]) -> None:
    """Take blocks out of their cluster, and out of the parking lot."""
    journal.update_rows(session, BlockRow, {block: {"cluster_id": None, "parked": False} for block in blocks})


def _clusters(session: Session, workshop: str) -> list[tuple[str, str]]:
    """Return id and name of the clusters of a session, in their order."""
    query = select(ClusterRow.id, ClusterRow.name).where(ClusterRow.workshop_id == workshop, ~ClusterRow.removed)
    return [(line.id, line.name) for line in session.execute(query.order_by(ClusterRow.position, ClusterRow.id))]


def _row(session: Work, cluster: str) -> ClusterRow:
    session.flush()
    row = session.get(ClusterRow, cluster)
    if row is None or row.removed:
        raise Problem("Dit cluster is er niet meer. Kies een ander cluster.")
    return row


def _named(name: str) -> str:
    name = " ".join(clean(name).text.split())
    if not name:
        raise Problem("Geef het cluster een naam, bijvoorbeeld “Eerder bellen”.")
    return name
