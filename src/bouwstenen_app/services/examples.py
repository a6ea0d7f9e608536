"""New workspaces: empty with the built-in codebook, or filled with the example sessions."""

from collections.abc import Mapping, Sequence
from typing import Any

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_file import read_codebook
from bouwstenen_app.domain.coded_fields import CODED
from bouwstenen_app.domain.workshops import DONE
from bouwstenen_app.services.codebooks import codebook_rows
from bouwstenen_app.services.preparing import code_for
from bouwstenen_app.services.tagging import tagging_id
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import (
    AttendanceRow,
    BlockRow,
    ClusterRow,
    RoundRow,
    TaggingRow,
    WorkshopRow,
    WorkspaceRow,
)


def fill_new(session: Work, codebook_file: Mapping[str, Any], *, title: str = "") -> Codebook:
    """Give a new workspace its first row and its codebook (a parsed ``codeboek/1`` file)."""
    session.add(
        WorkspaceRow(id=session.new_id(), title=title, created_at=session.now().isoformat(timespec="seconds"))
    )
    book = read_codebook(codebook_file)
    for row_class, rows in codebook_rows(book, codebook_file).items():
        journal.insert_rows(session, row_class, rows)
    return book


def fill_example(session: Work, codebook_file: Mapping[str, Any], sessions_file: Mapping[str, Any]) -> int:
    """Fill a new workspace with the example sessions (``voorbeeldsessies/1``); return how many blocks came in."""
    book = fill_new(session, codebook_file, title=sessions_file["label"].capitalize())
    return sum(_add_session(session, book, item) for item in sessions_file["sessies"])


def _add_session(session: Work, book: Codebook, item: Mapping[str, Any]) -> int:
    workshop = session.new_id()
    prefix = code_for(session, item["regio"])
    journal.insert_rows(session, WorkshopRow, [_workshop(workshop, prefix, item)])
    rounds = _add_rounds(session, workshop, item["agenda"])
    _add_attendance(session, workshop, item["deelnemers_per_organisatietype"])
    clusters = {cluster["id"]: session.new_id() for cluster in item["clusters"]}
    journal.insert_rows(
        session,
        ClusterRow,
        [
            {
                "id": clusters[c["id"]],
                "workshop_id": workshop,
                "name": c["naam"],
                "position": place,
                "source": c["id"],
            }
            for place, c in enumerate(item["clusters"])
        ],
    )
    rows: list[dict[str, Any]] = []
    taggings: list[dict[str, Any]] = []
    for number, block in enumerate(item["bouwstenen"], start=1):
        row = _block(session.new_id(), block, item["datum"], number)
        row |= {
            "workshop_id": workshop,
            "prefix": prefix,
            "round_id": rounds.get(block["ronde"]),
            "cluster_id": clusters.get(block["cluster"]),
        }
        rows.append(row)
        taggings += _taggings(row["id"], block, book)
    journal.insert_rows(session, BlockRow, rows)
    journal.insert_rows(session, TaggingRow, taggings)
    return len(rows)


def _workshop(identity: str, prefix: str, item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": identity,
        "title": item["titel"],
        "date": item["datum"],
        "start_time": item["starttijd"],
        "minutes": item["duur_minuten"],
        "region": item["regio"],
        "region_code": prefix,
        "place": item["plaats"],
        "location": item["locatie"],
        "facilitator_role": item["facilitator_rol"],
        "co_facilitator_role": item["medefacilitator_rol"],
        "client_role": item["opdrachtgever_rol"],
        "main_question": item["hoofdvraag"],
        "participants": item["aantal_deelnemers"],
        "tables": item["tafels"],
        "vote_rule": item["stemregel"],
        "agreements": item["afspraken"],
        "state": DONE,
        "fictional": item["fictief"],
        "source": item["id"],
    }


def _add_rounds(session: Work, workshop: str, agenda: Sequence[Mapping[str, Any]]) -> Mapping[int, str]:
    rows = [
        {
            "id": session.new_id(),
            "workshop_id": workshop,
            "position": place,
            "number": step.get("ronde"),
            "name": step["onderdeel"],
            "method": step["vorm"],
            "question": step["prompt"] or "",
            "minutes": step["minuten"],
        }
        for place, step in enumerate(agenda)
    ]
    journal.insert_rows(session, RoundRow, rows)
    return {row["number"]: row["id"] for row in rows if row["number"] is not None}


def _add_attendance(session: Work, workshop: str, counts: Mapping[str, int]) -> None:
    rows = [
        {"id": session.new_id(), "workshop_id": workshop, "organisation": name, "count": n, "position": place}
        for place, (name, n) in enumerate(counts.items())
    ]
    journal.insert_rows(session, AttendanceRow, rows)


def _block(identity: str, block: Mapping[str, Any], on: str, number: int) -> dict[str, Any]:
    return {
        "id": identity,
        "number": number,
        "title": block["titel"],
        "explanation": block["omschrijving"] or "",
        "example": block["praktijkvoorbeeld"] or "",
        "conditions": block["voorwaarden"],
        "next_step": block["vervolgstap"] or "",
        "votes": block["stemmen"],
        "table_number": block["tafel"],
        "captured_at": f"{on}T{block['tijd']}",
        "input_kind": block["invoer"],
        "source": block["id"],
    }


def _taggings(identity: str, block: Mapping[str, Any], book: Codebook) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for field, dimension in CODED.items():
        value = block[field] or []
        for place, slug in enumerate([value] if isinstance(value, str) else value):
            code = book.by_slug[dimension, slug].id
            rows.append(
                {"id": tagging_id(identity, code), "block_id": identity, "code_id": code, "position": place}
            )
    return rows
