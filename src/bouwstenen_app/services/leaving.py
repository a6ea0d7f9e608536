"""Every text that goes along in a file of data, with where a reader meets it and whose text it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final, NamedTuple

from sqlalchemy.orm import Session

from bouwstenen_app.domain import bundles as bundle_names
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.erasing import TEXTS
from bouwstenen_app.domain.erasures import KINDS
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.services.checking_privacy import Passage
from bouwstenen_app.services.codebooks import codebook

BOOK, TITLE = "Codeboek", "Naam van de werkmap"
EARLIER: Final = "eerdere versie"
HISTORY: Final = "Geschiedenis"
_BLOCK: Final = ("title", "explanation", "example", "conditions", "next_step", "minority", "note")
_BUNDLE: Final = ("title", "explanation", "why", "example", "conditions", "next_step", "owner", "minority")
_WORKSHOP: Final = ("title", "region", "place", "location", "main_question")
_ROUND: Final = ("name", "question")
_CODE: Final = ("name", "definition", "synonyms", "abbreviations")
_CALLED: Final = ("title", "name")
"""The field by which a person knows a row that has no number."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """Which fields stand in a kind of file; those of blocks stand in all with blocks."""

    workshop: tuple[str, ...] = ()
    around: bool = False
    """With who was there, and its rounds."""
    bundle: tuple[str, ...] = ()
    dimension: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    used: bool = False
    """Of the codes only those that are used as a tag."""
    title: bool = False
    """With the name of the workspace."""


TABLE: Final = Said(("title", "region"), dimension=("name",), code=("name",), used=True)
TABLES: Final = Said(("title", "region", "place"), bundle=_BUNDLE, dimension=("name",), code=_CODE, title=True)
READING: Final = Said(_WORKSHOP, around=True, bundle=(*_BUNDLE, "note"), code=("name",), used=True)
STANDARD: Final = Said(dimension=("name", "definition"), code=_CODE)
PROJECT: Final = replace(READING, dimension=STANDARD.dimension, code=_CODE, used=False, title=True)
CODES: Final = Said(dimension=TEXTS["dimension"], code=TEXTS["code"])
"""One table, all tables, a text to read, a codebook by the standard, a project by it, and our own codebook."""


class Texts(NamedTuple):
    """What is said in a file, in parts, and how many parts there are about."""

    parts: Iterator[list[Passage]]
    total: int


def no_persons(session: Session) -> frozenset[str]:
    """Return the names in a workspace that are no person's."""
    return frozenset(names_of(preparing.workshops(session), codebook(session)))


def of_everything(every: Everything, said: Said) -> Texts:
    """Return what a file with blocks says, by which fields of what stand in it."""
    return Texts(_everything(every, said), sum(map(len, (every.workshops, every.blocks, every.bundles))))


def of_codebook(book: Codebook, said: Said) -> Texts:
    """Return what a file with a codebook says."""
    return Texts(_codebook(book, said), len(book.codes))


def of_rows(rows: Mapping[str, Sequence[Row]]) -> Texts:
    """Return what rows say, by table: each has its id and the fields that have not their default."""
    return Texts(_rows(rows), sum(map(len, rows.values())))


def of_earlier(
    written: Iterable[tuple[str, str, Row]], labels: Iterable[str], now: Mapping[str, Mapping[str, Row]]
) -> Texts:
    """Return what was ``written`` of rows (table, row, fields) and is not said ``now``, and the sentences of steps.

    Its source is the row: nobody changes what once stood in a field.
    """
    return Texts(_earlier(written, labels, now), 0)


def called(table: str, row: Row) -> str:
    """Return how a person calls a row: the number and title of a block or bundle, else what it is and its name."""
    name = next((str(row[field]) for field in _CALLED if row.get(field)), "")
    if table == "block":
        return f"{spoken_id(row.get('prefix', ''), row.get('number', 0))} {name}".strip()
    if table == "bundle":
        return f"{bundle_names.spoken_id(row.get('number', 0))} {name}".strip()
    what = dutch.capitalised(KINDS[table][0]) if table in KINDS else table
    return f"{what} {name}".strip()


def _rows(rows: Mapping[str, Sequence[Row]]) -> Iterator[list[Passage]]:
    for table, lines in rows.items():
        for row in lines if table in TEXTS else ():
            where, source = called(table, row), f"{table}:{row['id']}"
            yield [(text, where, f"{source}:{field}") for field in TEXTS[table] for text in _each(row.get(field))]


def _earlier(
    written: Iterable[tuple[str, str, Row]], labels: Iterable[str], now: Mapping[str, Mapping[str, Row]]
) -> Iterator[list[Passage]]:
    for table, identity, fields in written:
        row = now.get(table, {}).get(identity, {})
        here = {text for field in TEXTS.get(table, ()) for text in _each(row.get(field))}
        said = (text for field in TEXTS.get(table, ()) for text in _each(fields.get(field)))
        where = f"{called(table, row)} ({EARLIER})"
        yield [(text, where, f"{table}:{identity}") for text in said if text not in here]
    for label in labels:
        yield [(label, HISTORY, "")]


def _everything(every: Everything, said: Said) -> Iterator[list[Passage]]:
    for workshop in every.workshops:
        yield _of_workshop(workshop, said)
    for block in every.blocks:
        yield _of_block(block)
    for bundle in every.bundles if said.bundle else ():
        yield _of(bundle, said.bundle, f"{bundle.spoken_id} {bundle.title}".strip(), f"bundle:{bundle.id}")
    if said.title:
        yield [(every.title, TITLE, "")]
    yield from _codebook(every.book, said, _used(every, said) if said.used else None)


def _used(every: Everything, said: Said) -> frozenset[str]:
    """Return the codes that are a tag of something in the file."""
    bundles = every.bundles if said.bundle else ()
    tags = chain((one.codes for one in every.blocks), (one.codes for one in bundles))
    return frozenset(chain.from_iterable(tags))


def _of_workshop(workshop: Workshop, said: Said) -> list[Passage]:
    where = f"Sessie {workshop.title}".strip()
    found = _of(workshop, said.workshop, where, f"workshop:{workshop.id}")
    if said.around:
        found += ((one.organisation, where, "") for one in workshop.attendance)
        for step in workshop.rounds:
            found += _of(step, _ROUND, where, f"round:{step.id}")
    return found


def _of_block(block: Block) -> list[Passage]:
    where = f"{block.spoken_id} {block.title}".strip()
    beside = [(text, where, "") for text in (*block.unknown_tags, block.cluster)]
    return _of(block, _BLOCK, where, f"block:{block.id}") + beside


def _codebook(book: Codebook, said: Said, used: frozenset[str] | None = None) -> Iterator[list[Passage]]:
    for one in book.dimensions:
        yield _of(one, said.dimension, f"{BOOK}: {one.name}", f"dimension:{one.id}")
    for code in book.codes if used is None else (one for one in book.codes if one.id in used):
        yield _of(code, said.code, f"{BOOK}: {code.name}", f"code:{code.id}")


def _of(one: object, fields: Iterable[str], where: str, source: str) -> list[Passage]:
    return [
        (text, where, f"{source}:{field}" if source else "")
        for field in fields
        for text in _each(getattr(one, field, ""))
    ]


def _each(value: object) -> Iterator[str]:
    """Yield the texts in the value of a field: one, or those of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (one for one in value if isinstance(one, str))
