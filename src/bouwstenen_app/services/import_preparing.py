"""What a file gives, made ready to be written: which session, which codes, and what is here already."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import capture as grammar
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.erasing import GONE
from bouwstenen_app.domain.given_blocks import MARKS, Chosen, Given, GivenBlock, GivenSession, Remark
from bouwstenen_app.domain.given_rows import blocks_of
from bouwstenen_app.domain.given_tags import as_tag, codes_named, codes_of_heading
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.matching import key
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.person_columns import left_out
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import import_rounds
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.tables import BlockRow, WorkshopRow
from bouwstenen_app.storage.updating import among

_ROUND: Final = re.compile(r"(?:ronde|round)\s*(\d{1,2})\b.*", re.IGNORECASE | re.DOTALL)
_TABLE: Final = re.compile(r"\d+")
_COMMA: Final = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Target:
    """The session that blocks go to."""

    id: str
    title: str
    exists: bool
    given: GivenSession = field(default_factory=GivenSession)


@dataclass(slots=True)
class Ready:
    """One block that is not here yet (or was taken back as a whole), with what it says and its codes."""

    id: str
    place: str
    target: Target
    fields: dict[str, Any]
    codes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    round: str = ""
    cluster: str = ""
    time: str = ""
    release: str = ""
    spoken_id: str = ""


@dataclass(slots=True)
class Prepared:
    """All of a file: what is to be written, and what is not."""

    book: Codebook
    blocks: list[Ready] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    there: int = 0
    binned: int = 0
    gone: int = 0
    """Blocks that were erased for good here: they do not come back."""
    left_out: list[str] = field(default_factory=list)
    """What stands above columns that hold who somebody is."""


def prepared(session: Session, given: Given, chosen: Chosen) -> Prepared:
    """Return the blocks of a file that are not here yet, and what of it was not understood."""
    ready = Prepared(codebook(session), remarks=[*given.remarks])
    blocks = [*given.blocks, *_of_tables(given, chosen, ready.remarks)]
    for table, columns in zip(given.tables, chosen.columns, strict=False):
        ready.left_out += left_out(table, columns) if any(columns) else ()
    targets = _Targets(session, given, chosen)
    all_ready = [one for block in blocks if (one := _ready(block, targets.of(block), ready, given))]
    _mark_rows(all_ready, Path(given.name).stem)
    _without_known(session, all_ready, ready)
    _tell_rounds(session, ready)
    return ready


def _of_tables(given: Given, chosen: Chosen, remarks: list[Remark]) -> Iterator[GivenBlock]:
    for number, (table, columns) in enumerate(zip(given.tables, chosen.columns, strict=False)):
        if any(columns):
            blocks, noticed = blocks_of(table, columns, number)
            remarks += noticed
            yield from blocks
        elif len(given.tables) > 1 or given.blocks:
            remarks.append(Remark(table.name, "", "hiervan is geen kolom gekozen, dus wordt er niets overgenomen"))


class _Targets:
    """Knows to which session each block goes."""

    def __init__(self, session: Session, given: Given, chosen: Chosen) -> None:
        columns = (WorkshopRow.id, WorkshopRow.title, WorkshopRow.date, WorkshopRow.source, WorkshopRow.removed)
        self._rows = [
            row for row in session.execute(select(*columns).order_by(WorkshopRow.id.desc())) if not row[4]
        ]
        self._found: dict[GivenSession, Target] = {}
        self._chosen = next((Target(row[0], row[1], True) for row in self._rows if row[0] == chosen.session), None)
        if chosen.session and self._chosen is None:
            raise Problem("Deze sessie is er niet meer. Kies een andere sessie voor de bouwstenen.")
        title = " ".join((chosen.title or given.title or Path(given.name).stem).split())
        self._new = GivenSession(title or "Uit een bestand")

    def of(self, block: GivenBlock) -> Target:
        """Return the session of a block: its own, or else the one that was chosen."""
        wanted = block.session
        if wanted is None:
            if self._chosen is not None:
                return self._chosen
            wanted = self._new
        if wanted not in self._found:
            self._found[wanted] = self._target(wanted)
        return self._found[wanted]

    def _target(self, wanted: GivenSession) -> Target:
        title = wanted.title.casefold()
        for identity, own, date, _, _ in self._rows:
            if own.casefold() == title and (not wanted.date or not date or date == wanted.date):
                return Target(identity, own, True, wanted)
        identity = derived("imported workshop", key(wanted.title), wanted.date, key(wanted.region))
        return Target(identity, wanted.title, False, wanted)


def _ready(block: GivenBlock, target: Target, all_of: Prepared, given: Given) -> Ready | None:
    identity = block.identity or derived("imported", given.digest, block.key)
    texts = {"title": "", "explanation": "", "example": "", "next_step": "", "note": "", "minority": ""}
    fields: dict[str, Any] = texts | {
        **block.texts,
        "conditions": [*block.conditions],
        "votes": block.votes,
        "table_number": block.table or None,
        "input_kind": block.input_kind,
        "status": block.status,
        "read_back": block.read_back,
        **{own: own in block.marks for own in MARKS.values()},
        "source": block.source,
    }
    one = Ready(identity, block.place, target, fields, round=block.round, cluster=block.cluster)
    one.time, one.release, one.spoken_id = block.time, block.release, block.spoken_id
    if block.line and not block.texts.get("title"):
        _read_line(one, block.line, all_of.book)
    for group in block.groups:
        _set_group(one, group, all_of.book)
    for dimension, name in block.tags:
        _set_tag(one, dimension, name, all_of)
    if not fields["title"]:
        said = " ".join((block.line or str(block.tags)).split())
        all_of.remarks.append(Remark(block.place, said[:240], "er staat geen tekst van een bouwsteen in"))
        return None
    return one


def _read_line(one: Ready, line: str, book: Codebook) -> None:
    """Take over what a line says in the grammar of the capture line."""
    draft = grammar.read(line, book, suggest=False)
    one.fields |= {
        "title": draft.title,
        "explanation": draft.explanation,
        "example": draft.example,
        "conditions": [*draft.conditions],
        "next_step": draft.next_step,
        "votes": draft.votes or one.fields["votes"],
        "table_number": draft.table or None,
    }
    one.codes += draft.codes
    one.unknown += draft.unknown_tags


def _set_group(one: Ready, group: str, book: Codebook) -> None:
    """Take over what a heading says: a table, a round, a code, or the name of a cluster."""
    if grammar.names_only_a_table(group):
        number = _TABLE.search(group)
        one.fields["table_number"] = one.fields["table_number"] or (int(number[0]) or None if number else None)
    elif _ROUND.fullmatch(group):
        one.round = one.round or group
    elif codes := codes_of_heading(book, group):
        _add_codes(one, codes, book)
    else:
        one.cluster = group


def _set_tag(one: Ready, dimension: str, name: str, all_of: Prepared) -> None:
    book = all_of.book
    dimension = dimension if dimension in book.dimension_order else ""
    whole = codes_named(book, dimension, name)
    for part in [name] if whole else filter(None, _COMMA.split(name)):
        codes = whole or codes_named(book, dimension, part)
        if codes and _add_codes(one, codes, book):
            continue
        if codes:
            reason = "deze bouwsteen heeft al een ander bij hetzelfde onderdeel, en daar mag er één van zijn"
            all_of.remarks.append(Remark(one.place, part, reason))
        elif tag := as_tag(book, dimension, part):
            one.unknown += [] if tag in one.unknown else [tag]
        else:
            all_of.remarks.append(Remark(one.place, part[:240], "dit is te lang voor een tag"))


def _add_codes(one: Ready, codes: Sequence[str], book: Codebook) -> bool:
    """Add codes; False when a dimension has room for one, and that is taken by another."""
    for code in codes:
        dimension = book.dimension(book.code(code).dimension)
        taken = {own for own in one.codes if book.code(own).dimension == dimension.slug}
        if taken and not dimension.multiple and code not in taken:
            return False
        one.codes += [] if code in one.codes else [code]
    return True


def _mark_rows(blocks: Sequence[Ready], stem: str) -> None:
    """Give each block without a name of its own one by what it says: a longer copy of the file says it again."""
    counted: Counter[str] = Counter()
    for one in blocks:
        if not one.fields["source"]:
            said = repr((sorted(one.fields.items(), key=str), one.round, one.cluster, one.target.given.title))
            digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            counted[digest] += 1
            one.fields["source"] = f"{stem}#{digest}-{counted[digest]}"


def _without_known(session: Session, blocks: Sequence[Ready], ready: Prepared) -> None:
    """Keep what is not here yet. A file of which all is in the bin was taken back, and comes in again.

    What was erased for good stays away: known by its id, or by its session and number.
    """
    there = _there(session, [one.id for one in blocks])
    left = [removed for removed in there.values() if removed is not None]
    again = bool(left) and all(left)
    gone = {identity for identity, removed in there.items() if removed is None}
    named, erased = _named(session, {one.target.id for one in blocks if one.target.exists})
    met: set[str] = set()
    for one in blocks:
        names = {(one.target.id, one.fields["source"]), (one.target.id, one.spoken_id)}
        if one.id in gone or names & erased:
            ready.gone += 1
        elif (one.id in there and not there[one.id]) or names & named or one.id in met:
            ready.there += 1
        elif one.id in there and not again:
            ready.binned += 1
        else:
            ready.blocks.append(one)
        met.add(one.id)


def _named(session: Session, targets: Collection[str]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return what blocks of these sessions are called: those that are here, and those that were erased."""
    columns = (BlockRow.workshop_id, BlockRow.source, BlockRow.prefix, BlockRow.number, BlockRow.status)
    query = select(*columns).where(BlockRow.workshop_id.in_(targets), ~BlockRow.removed | (BlockRow.status == GONE))
    named: set[tuple[str, str]] = set()
    erased: set[tuple[str, str]] = set()
    for workshop, source, prefix, number, status in session.execute(query):
        (erased if status == GONE else named).add((workshop, spoken_id(prefix, number)))
        if source:
            named.add((workshop, source))
    return named, erased


def _tell_rounds(session: Session, ready: Prepared) -> None:
    """Tell of blocks whose round their session has not: they come in without."""
    asked = [one for one in ready.blocks if one.round and one.target.exists]
    steps = {target: import_rounds.steps_of(session, target) for target in {one.target.id for one in asked}}
    for one in asked:
        if not import_rounds.meant(one.round, steps[one.target.id]):
            ready.remarks.append(Remark(one.place, one.round[:240], "deze ronde heeft de sessie niet"))


def _there(session: Session, ids: Sequence[str]) -> Mapping[str, bool | None]:
    """Return which of these blocks are here, and whether each is in the bin; None for one that was erased."""
    query = select(BlockRow.id, BlockRow.removed, BlockRow.status).where(BlockRow.id.in_(among(ids)))
    return {one: None if status == GONE else removed for one, removed, status in session.execute(query)}
