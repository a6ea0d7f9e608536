"""Importing: what a file from elsewhere gives is looked at first, and then taken in as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.column_guessing import guessed
from bouwstenen_app.domain.given_blocks import DATE, NOTHING, REGION, SESSION, Chosen, Given, Remark
from bouwstenen_app.domain.intakes import erased_elsewhere
from bouwstenen_app.domain.matching import key as spelled
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.person_columns import REASON
from bouwstenen_app.services import import_noticing, import_reading, import_whole
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.import_noticing import Pointing
from bouwstenen_app.services.import_preparing import Prepared, prepared
from bouwstenen_app.services.import_writing import written
from bouwstenen_app.storage.session import Work

MOST_NAMED: Final = 4
"""Unknown tags and sessions that are named in a sentence."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking in a file would do, or did."""

    new: int
    """Blocks that are not here yet."""
    there: int = 0
    """Blocks of this file that are here already; they stay as they are."""
    binned: int = 0
    """Blocks of this file that were put in the bin here; they stay there."""
    gone: int = 0
    """Blocks of this file that were erased for good here; they stay away."""
    sessions: tuple[str, ...] = ()
    """Titles of the sessions that the new blocks go to."""
    new_sessions: int = 0
    known_tags: int = 0
    unknown_tags: tuple[str, ...] = ()
    rows: int = 0
    """New rows of a whole workspace, blocks and all that comes with them."""
    erased: int = 0
    """Blocks that are here, and that were erased for good in that workspace."""
    remarks: tuple[Remark, ...] = field(default=())
    """What was not understood."""
    left_out: tuple[str, ...] = ()
    """What stands above columns that hold who somebody is: they do not come in."""
    noticed: tuple[Pointing, ...] = ()
    """What in the new blocks may point to a person."""

    @property
    def anything(self) -> bool:
        """Whether there is anything to take in."""
        return self.new > 0 or self.rows > 0 or self.erased > 0

    def sentences(self, *, done: bool = False) -> tuple[str, ...]:
        """Return what would come in, or came in, in words."""
        told = [self._blocks(done=done)]
        if self.erased:
            told.append(erased_elsewhere(self.erased))
        if self.there:
            one, many = (
                "bouwsteen uit dit bestand staat er al en blijft",
                "bouwstenen uit dit bestand staan er al en blijven",
            )
            told.append(f"{dutch.counted(self.there, one, many)} zoals nu.")
        if self.binned:
            one, many = "bouwsteen ligt in de prullenbak en blijft", "bouwstenen liggen in de prullenbak en blijven"
            told.append(f"{dutch.counted(self.binned, one, many)} daar.")
        if self.gone:
            one, many = "bouwsteen uit dit bestand is hier", "bouwstenen uit dit bestand zijn hier"
            back = "komt" if self.gone == 1 else "komen"
            told.append(f"{dutch.counted(self.gone, one, many)} voorgoed gewist en {back} niet terug.")
        if self.known_tags and self.new:
            told.append(f"{dutch.counted(self.known_tags, 'tag', 'tags')} uit het codeboek.")
        if self.unknown_tags:
            count = dutch.counted(len(self.unknown_tags), "onbekende tag", "onbekende tags")
            verb = "wacht" if len(self.unknown_tags) == 1 else "wachten"
            later = "" if done else " daarna"
            told.append(f"{count} ({_some(self.unknown_tags)}) {verb}{later} bij de nieuwe tags op een keuze.")
        if self.left_out:
            columns = _some([f"“{head}”" for head in self.left_out])
            told.append(f"{_columns(self.left_out)} {columns}: {REASON}.")
        told += import_noticing.sentences(self.noticed, done=done)
        return tuple(told)

    def _blocks(self, *, done: bool) -> str:
        if not self.anything:
            return "Er is niets nieuws in dit bestand."
        count = dutch.counted(self.new, "nieuwe bouwsteen", "nieuwe bouwstenen")
        if self.rows and not self.new:
            count = dutch.counted(self.rows, "nieuw gegeven", "nieuwe gegevens")
        return f"{count}{' overgenomen' if done else ''}{self._where()}."

    def _where(self) -> str:
        named = _some([f"“{title}”" for title in self.sessions])
        if len(self.sessions) < 2:
            return f" in de nieuwe sessie {named}" if self.new_sessions else f" in {named}" if named else ""
        if len(self.sessions) == self.new_sessions:
            return f" in {dutch.number(self.new_sessions)} nieuwe sessies: {named}"
        fresh = dutch.counted(self.new_sessions, "nieuwe sessie", "nieuwe sessies")
        return f" in {named}, met {fresh}" if self.new_sessions else f" in {named}"


def read(path: Path, *, encoding: str = "", separator: str = "") -> Given:
    """Return what a file gives; one Problem with the file, the place and the reason when it cannot be read."""
    return import_reading.read(path, encoding=encoding, separator=separator)


def guess(session: Session, given: Given) -> Chosen:
    """Return the columns as they are guessed; a new session gets the title of the file.

    Of several tables the one that says most is taken, and what looks like it: the others often tell it again.
    """
    book = codebook(session)
    found = [guessed(table, book) for table in given.tables]
    most = max((len({*columns}) for columns in found), default=0)
    best = next(
        (table for table, columns in zip(given.tables, found, strict=True) if len({*columns}) == most), None
    )
    columns = tuple(
        own if best and [*map(spelled, table.head)] == [*map(spelled, best.head)] else (NOTHING,) * len(own)
        for table, own in zip(given.tables, found, strict=True)
    )
    return Chosen(columns, title=given.title or Path(given.name).stem)


def prepare(session: Session, given: Given, chosen: Chosen) -> Prepared:
    """Return all that taking in needs: the work before anything is written."""
    return prepared(session, given, chosen)


def asks_for_session(given: Given, chosen: Chosen) -> bool:
    """Say whether the file leaves open to which session its blocks go."""
    if any(block.session is None for block in given.blocks):
        return True
    return any(any(columns) and not {SESSION, DATE, REGION} & {*columns} for columns in chosen.columns)


def plan(session: Session, given: Given, chosen: Chosen) -> Plan:
    """Return what taking in would do, without doing it."""
    if given.whole is not None:
        fresh = import_whole.fresh(session, given.whole, given.name)
        blocks = fresh.get("block", {})
        noticed = import_noticing.pointing(map(_placed, blocks.values()), names_of((), codebook(session)))
        there, gone, erased = import_whole.known(session, given.whole["rows"])
        rows = sum(map(len, fresh.values()))
        return Plan(len(blocks), there, gone=gone, rows=rows, erased=erased, noticed=noticed)
    return _plan(prepared(session, given, chosen))


def take_in(session: Work, given: Given, chosen: Chosen, ready: Prepared | None = None) -> Plan:
    """Take in what a file gives: what is here already stays as it is. Return what came in.

    ``ready`` is what ``prepare`` returned just now, when a job had it made.
    """
    if given.whole is not None:
        planned = plan(session, given, chosen)
        import_whole.take_in(session, given.whole, given.name)
        return planned
    ready = ready or prepared(session, given, chosen)
    written(session, ready)
    return _plan(ready)


def _plan(ready: Prepared) -> Plan:
    targets = {one.target.id: one.target for one in ready.blocks}
    unknown = dict.fromkeys(tag for one in ready.blocks for tag in one.unknown)
    items = ((one.place, one.fields) for one in ready.blocks)
    return Plan(
        new=len(ready.blocks),
        there=ready.there,
        binned=ready.binned,
        gone=ready.gone,
        sessions=tuple(target.title for target in targets.values()),
        new_sessions=sum(not target.exists for target in targets.values()),
        known_tags=sum(len(one.codes) for one in ready.blocks),
        unknown_tags=tuple(unknown),
        remarks=tuple(ready.remarks),
        left_out=tuple(ready.left_out),
        noticed=import_noticing.pointing(items, names_of((), ready.book)),
    )


def _placed(fields: Mapping[str, Any]) -> import_noticing.Item:
    """Return a block of a whole workspace with the number by which a person finds it."""
    return spoken_id(str(fields.get("prefix", "")), int(fields.get("number", 0) or 0)), fields


def _columns(heads: Sequence[str]) -> str:
    return "Kolom" if len(heads) == 1 else "Kolommen"


def _some(names: Sequence[str]) -> str:
    rest = [f"{dutch.number(len(names) - MOST_NAMED)} andere"] if len(names) > MOST_NAMED else []
    return dutch.enumerated([*names[:MOST_NAMED], *rest])
