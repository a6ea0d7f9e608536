"""The command line for reviewers: a document that came back is read, and what was done with each remark is told."""

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from bouwstenen_app import cli_documents
from bouwstenen_app.cli_reports import check_reason
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.recipes import HANDLED
from bouwstenen_app.domain.reviews import COMMENT, OPEN, UNKNOWN_AUTHOR, Remark
from bouwstenen_app.services import reviewing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.reports import handled_remarks
from bouwstenen_app.services.reviewing import ReadBack
from bouwstenen_app.storage.store import Store

_NOWHERE: Final = "algemeen"


def read_back_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for a document that came back its options."""
    parser.add_argument("copy", metavar="TERUG.docx", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--verwerking", type=Path)
    parser.add_argument("--reden", default="")


def read_back(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Read a document that came back; yield a line for every remark in it, and where the handling was written."""
    from bouwstenen_app.export import word_reading

    check_reason(chosen)
    target = None
    if chosen.verwerking:
        target = cli_documents.target_of(chosen.verwerking, besides=[chosen.file, chosen.copy])
    copy = word_reading.read(chosen.copy)

    def label(done: ReadBack) -> str:
        return f"“{chosen.copy.name}” teruggelezen: {_counted(done.new)}"

    belonging = store.read(reviewing.belongs, copy)
    done = store.do(label, reviewing.read_back, copy, chosen.copy.name, belonging).result
    found = store.read(reviewing.remarks, review=done.review)
    yield from map(_as_json if chosen.json else _in_a_line, found)
    if not chosen.json:
        yield from _told(done)
    if target is not None:
        _write_handling(store, target, chosen.reden)
        if not chosen.json:
            yield f"De verwerking van opmerkingen staat in {target.name}."


def _write_handling(store: Store, target: Path, reason: str) -> None:
    """Write what was done with the remarks; who made them is known, anyone else in them is not."""
    now = datetime.now().astimezone()
    remarks, reviews = store.read(reviewing.remarks), store.read(reviewing.reviews)
    report = handled_remarks.report(remarks, reviews, now.date())
    known = {*names_of((), store.read(codebook)), *(one.author for one in remarks)}
    cli_documents.make_other(store, HANDLED, report, known, target, cli_documents.Way(now, reason=reason))


def _told(done: ReadBack) -> Sequence[str]:
    away = [reviewing.stayed_away(done.gone)] if done.gone else []
    if not done.new and not done.known:
        return away or ("In dit document staan geen opmerkingen en er is niets in veranderd.",)
    places = dutch.counted(done.subjects, "plaats", "plaatsen")
    new = f"{_counted(done.new)} bij {places}." if done.new else "Niets nieuws."
    return (f"{new} {_counted(done.known)} waren er al." if done.known > 1 else new, *away)


def _counted(count: int) -> str:
    return dutch.counted(count, "opmerking", "opmerkingen")


def _in_a_line(one: Remark) -> str:
    who = one.author or UNKNOWN_AUTHOR
    told = " ".join(handled_remarks.said(one).split())
    marks = [f"({one.outcome})"] if one.outcome != OPEN else ["(hier ook veranderd)"] if one.conflict else []
    where = one.spoken_id or handled_remarks.place(one) if one.subject else _NOWHERE
    return "  ".join((where, one.kind, who, told, *marks))


def _as_json(one: Remark) -> str:
    values: dict[str, object] = {
        "bouwsteen": one.spoken_id,
        "onderwerp": one.subject,
        "veld": one.field,
        "kop": one.heading,
        "soort": one.kind,
        "wie": one.author,
        "datum": one.date,
        "citaat": one.quote,
        "tekst": one.text,
        "was": "" if one.kind == COMMENT else one.before,
        "wordt": one.after,
        "antwoord_op": one.before if one.kind == COMMENT else "",
        "hier_veranderd": one.conflict,
        "verwerking": one.outcome,
        "antwoord": one.answer,
    }
    return json.dumps(values, ensure_ascii=False)
