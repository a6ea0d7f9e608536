"""Filters: what is chosen, written as a person could type it, and kept under a name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import query
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import preparing, querying
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import FilterRow

LONGEST: Final = 60
"""Letters of a name."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that was saved: its name, and what is typed for it."""

    id: str
    name: str
    query: str


def filters(session: Session) -> tuple[Filter, ...]:
    """Return the saved filters, in the order a person gave them."""
    lines = select(FilterRow.id, FilterRow.name, FilterRow.query).where(~FilterRow.removed)
    return tuple(Filter(*line) for line in session.execute(lines.order_by(FilterRow.position, FilterRow.id)))


def save(session: Work, name: str, selection: Selection) -> str:
    """Keep a selection under a name, after the others; under a name that is there already it takes its place.

    Returns its id. Problem without a name, or when nothing is chosen.
    """
    name, typed = _named(name), written(session, selection)
    if not typed:
        raise Problem("Kies eerst iets in de filters of typ een woord; dan is er iets om te bewaren.")
    if (
        same := next((one for one in filters(session) if one.name.casefold() == name.casefold()), None)
    ) is not None:
        journal.update_rows(session, FilterRow, {same.id: {"query": typed}})
        return same.id
    identity = session.new_id()
    last = session.scalar(select(func.max(FilterRow.position)).where(~FilterRow.removed))
    place = 0 if last is None else last + 1
    journal.insert_rows(session, FilterRow, [{"id": identity, "name": name, "query": typed, "position": place}])
    return identity


def rename(session: Work, identity: str, name: str) -> None:
    """Give a filter another name; Problem when another has it."""
    name = _named(name)
    if any(one.id != identity and one.name.casefold() == name.casefold() for one in filters(session)):
        raise Problem("Er is al een filter met de naam “{name}”. Kies een andere naam.", name=name)
    journal.update_rows(session, FilterRow, {identity: {"name": name}})


def remove(session: Work, identity: str) -> None:
    """Throw a filter away; the blocks stay as they are."""
    journal.update_rows(session, FilterRow, {identity: {"removed": True}})


def reorder(session: Work, identities: Sequence[str]) -> None:
    """Put the filters in this order."""
    places = {identity: {"position": place} for place, identity in enumerate(identities)}
    journal.update_rows(session, FilterRow, places)


def written(session: Session, selection: Selection) -> str:
    """Return one line that, typed, selects the same blocks; empty when nothing is chosen.

    Facets come first: an open quotation mark at the end of what was typed harms nothing there. Problem for the bin,
    which cannot be typed.
    """
    if selection.removed:
        raise Problem("De prullenbak kun je niet als filter bewaren.")
    typed = selection.query.strip() if query.asks(selection.query) else ""
    asked = querying.read(session, typed)
    parts: list[str] = []
    for name, values in _facets(session, selection):
        also = "+" if name in asked.wanted else ""
        parts.append(f"{also}{name}:{_listed(values)}")
    parts += [f"{query.WITHOUT}:{slug}" for slug in selection.without]
    parts += [f"{query.TAGS}:{query.NEW}"] if selection.new_tags else []
    if selection.held_back is not None:
        parts.append(f"{query.HELD_BACK}:{query.YES if selection.held_back else query.NO}")
    return " ".join((*parts, typed)).strip()


def chosen(session: Session, line: str) -> Selection:
    """Return the selection that was written as this line, with its facets where they can be told apart."""
    selection = Selection()
    found = Selection(query=line)
    book = codebook(session)
    for field, values, end in query.leading(line):
        match field:
            case query.SESSION:
                ids = [one for value in values for one in querying.sessions_named(session, [value])]
                selection = replace(selection, workshops=tuple(ids))
            case query.STATUS:
                selection = replace(selection, statuses=values)
            case query.RELEASE:
                selection = replace(selection, releases=values)
            case query.WITHOUT:
                selection = replace(selection, without=(*selection.without, *values))
            case query.TAGS:
                selection = replace(selection, new_tags=True)
            case query.HELD_BACK:
                selection = replace(selection, held_back=values == (query.YES,))
            case _:
                known = [code for code in book.codes if code.dimension == field]
                codes = [code.id for value in values for code in querying.codes_named(value, known)]
                selection = replace(selection, codes={**(selection.codes or {}), field: tuple(codes)})
        whole = replace(selection, query=line[end:].strip())
        if written(session, whole) == line:
            found = whole
    return found


def _facets(session: Session, selection: Selection) -> Iterator[tuple[str, list[str]]]:
    for dimension, chosen in (selection.codes or {}).items():
        if chosen:
            codes = [code for code in codebook(session).codes if code.dimension == dimension]
            known = {code.id: code for code in codes}
            names = (
                _telling(one, (known[one].name, known[one].slug) if one in known else (), _codes_named(codes))
                for one in chosen
            )
            yield dimension, [*names]
    if selection.workshops:
        workshops = preparing.headings(session)
        titles = {workshop.id: workshop.title for workshop in workshops}
        named = _sessions_named(session)
        yield query.SESSION, [_telling(one, (titles.get(one, ""),), named) for one in selection.workshops]
    if selection.statuses:
        yield query.STATUS, [*selection.statuses]
    if selection.releases:
        yield query.RELEASE, [*selection.releases]


def _telling(identity: str, names: Iterable[str], named: Callable[[str], Sequence[str]]) -> str:
    """Return the first of these names that means this one and nothing else; the id when none does."""
    return next((name for name in names if '"' not in name and [*named(name)] == [identity]), identity)


def _codes_named(codes: Sequence[Code]) -> Callable[[str], Sequence[str]]:
    return lambda name: [code.id for code in querying.codes_named(name, codes)]


def _sessions_named(session: Session) -> Callable[[str], Sequence[str]]:
    return lambda name: querying.sessions_named(session, [name])


def _listed(values: Sequence[str]) -> str:
    plain = all(value.isalnum() for value in values)
    return ",".join(value if plain else f'"{value}"' for value in values)


def _named(name: str) -> str:
    name = " ".join(clean(name).text.split())
    if not name:
        raise Problem("Geef het filter een naam, bijvoorbeeld “Knelpunten zorg”.")
    if len(name) > LONGEST:
        raise Problem("Deze naam is te lang. Gebruik hoogstens {n} tekens.", n=LONGEST)
    return name
