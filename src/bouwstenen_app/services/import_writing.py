"""Writing what an import made ready: sessions, rounds, clusters, blocks and their tags, each table in one go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import IMPORTED, RAW
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.matching import key
from bouwstenen_app.domain.workshops import DONE
from bouwstenen_app.services import import_rounds
from bouwstenen_app.services.import_preparing import Prepared, Ready, Target
from bouwstenen_app.services.preparing import code_for
from bouwstenen_app.services.releasing import release_of
from bouwstenen_app.services.tagging import proposal_id, tagging_id
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.rows import Journaled
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import (
    AttendanceRow,
    BlockRow,
    ClusterRow,
    ProposalRow,
    RoundRow,
    TaggingRow,
    WorkshopRow,
)
from bouwstenen_app.storage.updating import among


def written(session: Work, ready: Prepared) -> None:
    """Write all blocks that are ready, with the sessions that they need."""
    if not ready.blocks:
        return
    targets = {one.target.id: one.target for one in ready.blocks}
    _sessions(session, [target for target in targets.values() if not target.exists])
    rounds = _rounds(session, targets, ready)
    clusters = _clusters(session, ready.blocks)
    _blocks(session, ready, rounds, clusters)
    taggings = [
        {"id": tagging_id(one.id, code), "block_id": one.id, "code_id": code, "position": place}
        for one in ready.blocks
        for place, code in enumerate(dict.fromkeys(one.codes))
    ]
    proposals = [
        {"id": proposal_id(one.id, text), "block_id": one.id, "text": text, "position": place}
        for one in ready.blocks
        for place, text in enumerate(dict.fromkeys(one.unknown))
    ]
    _put(session, TaggingRow, taggings)
    _put(session, ProposalRow, proposals)


def _put(session: Work, row_class: type[Journaled], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows; one that was there and taken back becomes what it is now."""
    known = select(row_class.id).where(row_class.id.in_(among([str(row["id"]) for row in rows])))
    there = set(session.scalars(known)) if rows else set()
    journal.insert_rows(session, row_class, [row for row in rows if row["id"] not in there])
    back = {row["id"]: {**row, "removed": False} for row in rows if row["id"] in there}
    for row in back.values():
        del row["id"]
    if back:
        journal.update_rows(session, row_class, back)


def _sessions(session: Work, targets: Iterable[Target]) -> None:
    for target in targets:
        given = target.given
        row = {
            "id": target.id,
            "title": target.title,
            "date": given.date,
            "region": given.region,
            "region_code": code_for(session, given.region or target.title, besides=target.id),
            "state": DONE,
            "source": given.source,
            **given.fields,
        }
        row["start_time"] = dutch.read_time(str(row.get("start_time", ""))) or ""
        _put(session, WorkshopRow, [row])
        present = [
            {
                "id": derived("imported attendance", target.id, str(place)),
                "workshop_id": target.id,
                "organisation": who,
                "count": count,
                "position": place,
            }
            for place, (who, count) in enumerate(given.attendance)
        ]
        _put(session, AttendanceRow, present)


def _rounds(session: Work, targets: Mapping[str, Target], ready: Prepared) -> Mapping[tuple[str, str], str]:
    """Return the id of the round of each session and text that blocks have; a new session gets its rounds."""
    found: dict[tuple[str, str], str] = {}
    for target in targets.values():
        wanted = dict.fromkeys(one.round for one in ready.blocks if one.target.id == target.id and one.round)
        steps = import_rounds.steps_of(session, target.id) if target.exists else []
        if not target.exists:
            steps = _new_rounds(session, target, list(wanted))
        for text in wanted:
            if identity := import_rounds.meant(text, steps):
                found[target.id, text] = identity
    return found


def _new_rounds(session: Work, target: Target, wanted: Sequence[str]) -> list[import_rounds.Step]:
    steps = [dict(step) for step in target.given.rounds] or import_rounds.needed(wanted)
    rows = [
        {
            "id": derived("imported round", target.id, str(place)),
            "workshop_id": target.id,
            "position": place,
            "method": "",
            "question": "",
            "minutes": 0,
            **step,
        }
        for place, step in enumerate(steps)
    ]
    _put(session, RoundRow, rows)
    return [(row["id"], row["number"], row["name"]) for row in rows]


def _clusters(session: Work, blocks: Sequence[Ready]) -> Mapping[tuple[str, str], str]:
    """Return the id of each cluster by session and name; one with that name that is there is used."""
    wanted = dict.fromkeys((one.target.id, one.cluster) for one in blocks if one.cluster)
    columns = (ClusterRow.id, ClusterRow.workshop_id, ClusterRow.name, ClusterRow.position)
    workshops = {workshop for workshop, _ in wanted}
    rows = session.execute(select(*columns).where(ClusterRow.workshop_id.in_(workshops), ~ClusterRow.removed)).all()
    there = {(workshop, key(name)): identity for identity, workshop, name, _ in rows}
    last = max((position for *_, position in rows), default=-1)
    found: dict[tuple[str, str], str] = {}
    fresh: list[dict[str, Any]] = []
    for workshop, name in wanted:
        spelled = (workshop, key(name))
        if spelled not in there:
            there[spelled] = derived("imported cluster", *spelled)
            last += 1
            row = {"id": there[spelled], "workshop_id": workshop, "name": name[:240], "position": last}
            fresh.append(row)
        found[workshop, name] = there[spelled]
    _put(session, ClusterRow, fresh)
    return found


def _blocks(
    session: Work,
    ready: Prepared,
    rounds: Mapping[tuple[str, str], str],
    clusters: Mapping[tuple[str, str], str],
) -> None:
    session.flush()
    own = _own_numbers(session, ready.blocks)
    prefixes: dict[str, str] = {}
    for target in {one.target.id for one in ready.blocks}:
        prefixes[target] = session.scalar(select(WorkshopRow.region_code).where(WorkshopRow.id == target)) or ""
    last = {
        prefix: session.scalar(select(func.max(BlockRow.number)).where(BlockRow.prefix == prefix)) or 0
        for prefix in {*prefixes.values()}
    }
    now = session.now().replace(tzinfo=None).isoformat(timespec="seconds")
    rows: list[dict[str, Any]] = []
    for one in ready.blocks:
        workshop, prefix = one.target.id, prefixes[one.target.id]
        number = own.get((one.id, prefix))
        if number is None:
            last[prefix] += 1
            number = last[prefix]
        on, time = one.target.given.date, dutch.read_time(one.time[:5]) if one.time else None
        rows.append(
            one.fields
            | {
                "id": one.id,
                "workshop_id": workshop,
                "round_id": rounds.get((workshop, one.round)),
                "cluster_id": clusters.get((workshop, one.cluster)),
                "prefix": prefix,
                "number": number,
                "captured_at": f"{on}T{one.time}" if on and time else now,
                "input_kind": one.fields["input_kind"] or IMPORTED,
                "status": one.fields["status"] or RAW,
                "release": one.release or release_of(one.codes, ready.book),
            }
        )
    _put(session, BlockRow, rows)


def _own_numbers(session: Session, blocks: Sequence[Ready]) -> Mapping[tuple[str, str], int]:
    """Return the numbers of blocks that were here before, by id and letters: they keep them."""
    columns = (BlockRow.id, BlockRow.prefix, BlockRow.number)
    rows = session.execute(select(*columns).where(BlockRow.id.in_(among([one.id for one in blocks]))))
    return {(identity, prefix): number for identity, prefix, number in rows}
