"""The codebook in a file: written as JSON, CSV or REFI-QDA, and read back, first as a plan and then as one step."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import codebook_csv, codebook_refi
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.codebook_file import read_codebook, write_codebook
from bouwstenen_app.domain.codebook_given import CHANGED, NEW, Given, Plan, Planned, compare, given_of
from bouwstenen_app.domain.codebook_order import in_tree_order, positions
from bouwstenen_app.domain.fitting import refuse_strange
from bouwstenen_app.domain.privacy import WORDS, identifiers
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.textfile import decode
from bouwstenen_app.services.codebook_editing import LONGEST_NAME, put_in, several
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.leaving import CODES, of_codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import CodebookRow, CodeRow, CombinationRow, DimensionRow

JSON: Final = ".json"
CSV: Final = ".csv"
REFI: Final = ".qdc"
LARGEST: Final = codebook_refi.LARGEST
_AT_THE_END: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many dimensions, codes and combinations an import made and changed."""

    new: int
    changed: int


def document(session: Session, kind: str) -> bytes:
    """Return the codebook as a file of a kind: ``.json``, ``.csv`` or ``.qdc``."""
    writers: Mapping[str, Callable[[Session], bytes]] = {
        JSON: _as_json,
        CSV: lambda session: codebook_csv.write(codebook(session)).encode("utf-8-sig"),
        REFI: lambda session: codebook_refi.write(codebook(session)),
    }
    return writers[_kind(kind)](session)


def refuse_red(session: Session) -> None:
    """Raise a Problem when an identifier stands in the codebook, that says where: it is not to leave so."""
    for text, where, _ in chain.from_iterable(of_codebook(codebook(session), CODES).parts):
        if found := identifiers(text):
            raise Problem(
                "Er is niets geschreven: in {where} staat een {what}. Haal het daar weg. Moet het blijven staan? "
                "Exporteer het codeboek dan bij Uitwisselen, met een reden.",
                where=where,
                what=WORDS[found[0].kind],
            )


def write(data: bytes, target: Path) -> None:
    """Write a file, whole or not at all; Problem when that cannot be done."""
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Problem(
            "{name} kan hier niet worden opgeslagen. Kies een andere map, of sluit het bestand als het open is.",
            name=target.name,
        ) from error


def read(source: Path) -> Given:
    """Return the codebook in a file, by the ending of its name; Problem when there is none in it."""
    kind = _kind(source.suffix)
    try:
        if source.stat().st_size > LARGEST:
            raise Problem("{name} is te groot voor een codeboek. Kies een ander bestand.", name=source.name)
        data = source.read_bytes()
    except OSError as error:
        raise Problem("{name} kan niet worden gelezen. Staat het bestand er nog?", name=source.name) from error
    if kind == REFI:
        return codebook_refi.read(data, source.stem)
    return codebook_csv.read(decode(data), source.stem) if kind == CSV else _from_json(data, source)


def plan(session: Session, given: Given) -> Plan:
    """Return what taking in would do, without doing it."""
    return compare(codebook(session), given)


def take_in(session: Work, given: Given) -> TakenIn:
    """Take in what a file gives: what is new comes in, what is changed changes, and nothing goes away."""
    planned = compare(codebook(session), given)
    _dimensions(session, planned)
    dimension_ids = {one.slug: one.id for one in codebook(session).dimensions}
    new = [one for one in planned.codes if one.kind == NEW]
    put_in(
        session,
        CodeRow,
        [
            _code_row(one, dimension_ids[one.dimension]) | {"position": _AT_THE_END + at}
            for at, one in enumerate(new)
        ],
    )
    changed = {
        one.id: _clean(one.values) | {"parent_id": one.parent} for one in planned.codes if one.kind == CHANGED
    }
    journal.update_rows(session, CodeRow, changed)
    _combinations(session, planned)
    for dimension in {one.dimension for one in planned.codes if one.kind != "hetzelfde"}:
        _reorder(session, dimension)
    return TakenIn(planned.count(NEW), planned.count(CHANGED))


def _as_json(session: Session) -> bytes:
    row = session.scalars(select(CodebookRow).where(~CodebookRow.removed)).first()
    head: dict[str, Any] = {"id": "codeboek", "title_en": "", "language": "nl", "source": {}}
    if row is not None:
        head = {"id": row.slug, "title_en": row.title_en, "language": row.language, "source": row.source}
        head |= row.notes
    written = write_codebook(codebook(session), head)
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def _from_json(data: bytes, source: Path) -> Given:
    try:
        book = read_codebook(json.loads(decode(data)))
        for one in (*book.dimensions, *book.codes, *book.combinations):
            refuse_strange(one)
        return given_of(book)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Problem(
            "{name} is geen codeboek van Bouwstenen. Kies een ander bestand.", name=source.name
        ) from error


def _kind(ending: str) -> str:
    ending = ending.lower()
    if ending not in (JSON, CSV, REFI):
        raise Problem("Kies een codeboek dat eindigt op .json, .csv of .qdc.")
    return ending


def _dimensions(session: Work, planned: Plan) -> None:
    last = session.scalar(select(func.max(DimensionRow.position)).where(~DimensionRow.removed)) or 0
    new = [one for one in planned.dimensions if one.kind == NEW]
    rows = [
        {"definition": "", "name_en": "", "seed_quote": "", "prefix": "#", "multiple": True, "recommended": False}
        | _clean(one.values)
        | {"id": one.id, "slug": one.slug, "position": last + at}
        for at, one in enumerate(new, start=1)
    ]
    put_in(session, DimensionRow, rows)
    changed = {one.id: _clean(one.values) for one in planned.dimensions if one.kind == CHANGED}
    journal.update_rows(session, DimensionRow, changed)


def _code_row(one: Planned, dimension: str) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "name": "",
        "name_en": "",
        "definition": "",
        "seed_quote": "",
        "colour": "",
        "colour_dark": "",
        "colour_tint": "",
        "synonyms": [],
        "abbreviations": [],
        "retired": False,
        "favourite": False,
    }
    keys = {"id": one.id, "slug": one.slug, "dimension_id": dimension, "parent_id": one.parent}
    return empty | _clean(one.values) | keys


def _combinations(session: Work, planned: Plan) -> None:
    new = [one for one in planned.combinations if one.kind == NEW]
    last = session.scalar(select(func.max(CombinationRow.position))) or 0
    known = set(codebook(session).by_id)
    rows = [
        _clean(one.values)
        | {"id": one.id, "slug": one.slug, "position": last + at}
        | {"codes": [code for code in one.values["codes"] if code in known]}
        for at, one in enumerate(new, start=1)
    ]
    put_in(session, CombinationRow, rows)


def _reorder(session: Work, dimension: str) -> None:
    codes = codebook(session).of(dimension)
    now = {code.id: code.position for code in codes}
    places = positions(in_tree_order(codes))
    changed = {code: {"position": place} for code, place in places.items() if place != now[code]}
    journal.update_rows(session, CodeRow, changed)


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as a row holds them: texts cleaned, names not too long, words in a list."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, str):
            text = clean(value, mark=MARK).text.strip()
            found[name] = " ".join(text.split())[:LONGEST_NAME] if name == "name" else text
        else:
            found[name] = several(value) if isinstance(value, (tuple, list)) else value
    return found
