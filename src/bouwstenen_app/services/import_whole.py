"""Everything of another workspace (``bouwstenen/1``), taken in: only what is not here yet, if it fits together."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.erasing import GONE, Rows, standing
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import erasing, journal, overwriting
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import JOURNALED, BlockRow, PictureRow, WorkspaceRow
from bouwstenen_app.storage.trust_tables import ErasureRow
from bouwstenen_app.storage.updating import among

Fresh = dict[str, dict[str, Mapping[str, Any]]]


def fresh(session: Session, whole: Mapping[str, Any], name: str) -> Fresh:
    """Return the rows that are not here yet, by table and id; Problem when one refers to nothing."""
    rows = _standing(session, whole["rows"])
    found: Fresh = {}
    for table in JOURNALED:
        given = rows.get(table, {})
        there = set(_here(session, table, given))
        if table == WorkspaceRow.__tablename__ and session.scalar(select(WorkspaceRow.id).limit(1)):
            continue
        found[table] = {one: fields for one, fields in given.items() if one not in there}
    _refuse_loose(session, found, rows, name)
    return found


def take_in(session: Work, whole: Mapping[str, Any], name: str) -> None:
    """Write the rows that are not here yet. Blocks whose number is taken get the next one."""
    found = fresh(session, whole, name)
    overwriting.note(session, _erased_there(session, whole["rows"]), whole=True)
    here = set(session.scalars(select(PictureRow.id)))
    for picture in whole["pictures"]:
        if picture["id"] not in here:
            session.add(PictureRow(**picture))
            here.add(picture["id"])
    found["block"] = _numbered(session, found.get("block", {}))
    for table, rows in found.items():
        defaults = journal.defaults_of(table)
        journal.insert_rows(
            session, JOURNALED[table], [{"id": one, **defaults, **fields} for one, fields in rows.items()]
        )
    _name_nameless(session, whole["rows"].get(WorkspaceRow.__tablename__, {}).values())


def _name_nameless(session: Work, given: Iterable[Mapping[str, Any]]) -> None:
    """Give a workspace that has no name the name of the other."""
    title = next((str(fields["title"]) for fields in given if fields.get("title")), "")
    nameless = session.scalars(select(WorkspaceRow.id).where(WorkspaceRow.title == ""))
    if title:
        journal.update_rows(session, WorkspaceRow, {row: {"title": title} for row in nameless})


def known(session: Session, rows: Rows) -> tuple[int, int, int]:
    """Return how many blocks of a file are here and stay, were erased here, and were erased there alone."""
    noted = rows.get(ErasureRow.__tablename__, {}).values()
    there = {str(fields.get("row_id")) for fields in noted if fields.get("whole")}
    given = [*rows.get(BlockRow.__tablename__, {}), *there]
    query = select(BlockRow.id, BlockRow.workshop_id, BlockRow.status).where(
        BlockRow.id.in_(among(given)) | BlockRow.workshop_id.in_(among([*there]))
    )
    here = session.execute(query).all()
    gone = sum(status == GONE for _, _, status in here)
    erased = sum(not there.isdisjoint((block, workshop)) for block, workshop, status in here if status != GONE)
    return len(here) - gone - erased, gone, erased


def _standing(session: Session, rows: Rows) -> Rows:
    """Return the rows without what was erased, here or there."""
    noted = rows.get(ErasureRow.__tablename__, {})
    there = {str(fields.get("row_id", "")) for fields in noted.values() if fields.get("whole")}
    stay = standing(rows, there | set(erasing.closed(session.connection())))
    here = {row for table in JOURNALED for row in _here(session, table, rows.get(table, {}))}
    fit = {one: fields for one, fields in noted.items() if fields.get("whole") or fields.get("row_id") not in here}
    return {**stay, ErasureRow.__tablename__: fit}


def _erased_there(session: Session, rows: Rows) -> list[tuple[str, str]]:
    """Return the rows that were erased as a whole there, and of which here only earlier versions were."""
    noted = rows.get(ErasureRow.__tablename__, {})
    query = select(ErasureRow.id).where(ErasureRow.id.in_(among([*noted])), ~ErasureRow.whole)
    return [
        (str(noted[one]["table_name"]), str(noted[one]["row_id"]))
        for one in session.scalars(query)
        if noted[one].get("whole")
    ]


def _here(session: Session, table: str, rows: Collection[str]) -> Iterable[str]:
    row_class = JOURNALED[table]
    return session.scalars(select(row_class.id).where(row_class.id.in_(among([*rows]))))


def _refuse_loose(
    session: Session, found: Fresh, rows: Mapping[str, Mapping[str, Mapping[str, Any]]], name: str
) -> None:
    for table, own in found.items():
        columns = journal.table_named(table).c
        for column in columns:
            for link in column.foreign_keys:
                other = link.column.table.name
                wanted = {fields.get(column.name) for fields in own.values()} - {None}
                if not column.nullable and any(column.name not in fields for fields in own.values()):
                    raise _loose(name)
                missing = [str(one) for one in wanted if one not in rows.get(other, {})]
                row_class = JOURNALED[other]
                query = select(func.count()).select_from(row_class).where(row_class.id.in_(among(missing)))
                if missing and session.scalar(query) != len(missing):
                    raise _loose(name)


def _loose(name: str) -> Problem:
    return Problem(
        "{name} is niet heel: iets in het bestand verwijst naar iets wat er niet in staat. Exporteer het opnieuw. "
        "Er is niets overgenomen.",
        name=name,
    )


def _numbered(session: Session, blocks: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    prefixes = {str(fields.get("prefix", "")) for fields in blocks.values()}
    query = select(BlockRow.prefix, BlockRow.number).where(BlockRow.prefix.in_(prefixes))
    taken = {(prefix, number) for prefix, number in session.execute(query)}
    own = {(fields.get("prefix", ""), fields.get("number", 0)) for fields in blocks.values()}
    last = {prefix: max((n for p, n in taken | own if p == prefix), default=0) for prefix in prefixes}
    found: dict[str, Mapping[str, Any]] = {}
    for identity, fields in blocks.items():
        prefix = str(fields.get("prefix", ""))
        if (prefix, fields.get("number", 0)) in taken:
            last[prefix] += 1
            fields = {**fields, "number": last[prefix]}
        found[identity] = fields
    return found
