"""Recipes: what was chosen for a report is kept, under a name if it is given one, with the texts of the writer."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import KINDS, ORDERS, STATUSES, Passage, Recipe, kind_called, standard_id, usual
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.report_tables import PassageRow, RecipeRow
from bouwstenen_app.storage.session import Work

LONGEST_NAME: Final = 60
LONGEST: Final[Mapping[str, int]] = {
    "title": 300,
    "subtitle": 300,
    "author": 200,
    "circulation": 300,
    "query": 2_000,
}
"""Letters of the lines of a recipe."""
LONGEST_PASSAGE: Final = 100_000
LABELS: Final = {
    "title": "de titel",
    "subtitle": "de ondertitel",
    "author": "de opsteller",
    "circulation": "de verspreidingskring",
    "query": "het filter",
}
LISTS: Final = ("about", "workshops", "releases", "sections")
COLUMNS: Final = ("kind", "name", *LONGEST, "edition", *LISTS, "chapters", "reply_before")


def recipes(session: Session) -> tuple[Recipe, ...]:
    """Return the recipes that were saved under a name, in the order a person gave them."""
    lines = _lines().where(RecipeRow.name != "", ~RecipeRow.removed)
    found = session.execute(lines.order_by(RecipeRow.position, RecipeRow.id))
    return tuple(_read(line) for line in found if line.kind in KINDS)


def recipe(session: Session, id_or_kind: str) -> Recipe:
    """Return the recipe with this id, or the one that this kind of report has; Problem when it is not there."""
    identity = _identity(id_or_kind)
    line = session.execute(_lines().where(RecipeRow.id == identity, ~RecipeRow.removed)).one_or_none()
    if line is not None and line.kind in KINDS:
        return _read(line)
    kind = _standards().get(identity)
    if kind is None:
        raise Problem("Dit recept is er niet meer. Kies een ander recept, of een soort rapport.")
    return usual(kind)


def standard(session: Session, kind: str) -> Recipe:
    """Return the recipe that a kind always has, as it was last used; Problem when there is no such kind."""
    return recipe(session, kind_called(kind).slug)


def named(session: Session, name: str) -> Recipe:
    """Return the recipe that was saved under this name; Problem when there is none."""
    wanted = " ".join(name.split()).casefold()
    saved = recipes(session)
    for one in saved:
        if one.name.casefold() == wanted:
            return one
    if not saved:
        raise Problem("Er is geen recept “{name}”. Er zijn nog geen recepten bewaard in deze werkmap.", name=name)
    names = ", ".join(one.name for one in saved)
    raise Problem("Er is geen recept “{name}”. Kies uit: {all}.", name=name, all=names)


def change(session: Work, id_or_kind: str, **fields: Any) -> str:
    """Change what a recipe chooses, by the names of ``Recipe``, and return its id.

    Problem for a line that is too long, for no part at all, and for what the kind does not know or may not show.
    An empty title is the usual one again.
    """
    current = recipe(session, id_or_kind)
    _keep(
        session, current, {column: value for name in fields for column, value in _kept(current, name, fields[name])}
    )
    return current.id


def save_as(session: Work, id_or_kind: str, name: str) -> str:
    """Keep a copy of a recipe under a name, with its texts, and return its id; Problem when the name is taken."""
    current, name = recipe(session, id_or_kind), _free_name(session, name)
    identity = session.new_id()
    last = session.scalar(select(func.max(RecipeRow.position)).where(~RecipeRow.removed, RecipeRow.name != ""))
    line = session.execute(_lines().where(RecipeRow.id == current.id)).mappings().one_or_none()
    kept = {column: line[column] for column in COLUMNS} if line is not None else {"kind": current.kind}
    new = kept | {"id": identity, "name": name, "position": 0 if last is None else last + 1}
    journal.insert_rows(session, RecipeRow, [new])
    texts = passages(session, current.id)
    journal.insert_rows(session, PassageRow, [_passage(identity, key, text) for key, text in texts.items()])
    return identity


def rename(session: Work, identity: str, name: str) -> None:
    """Give a saved recipe another name; Problem when another has it."""
    journal.update_rows(session, RecipeRow, {identity: {"name": _free_name(session, name, besides=identity)}})


def remove(session: Work, identity: str) -> None:
    """Throw a saved recipe away, with its texts; what was made with it stays."""
    journal.update_rows(session, RecipeRow, {identity: {"removed": True}})


def reorder(session: Work, identities: Sequence[str]) -> None:
    """Put the saved recipes in this order."""
    places = {identity: {"position": place} for place, identity in enumerate(identities)}
    journal.update_rows(session, RecipeRow, places)


def passages(session: Session, recipe_id: str) -> Mapping[str, Passage]:
    """Return the texts of the writer in a recipe, by key."""
    columns = select(PassageRow.key, PassageRow.text, PassageRow.replaced)
    lines = columns.where(PassageRow.recipe_id == recipe_id, ~PassageRow.removed).order_by(PassageRow.key)
    return {key: Passage(text, replaced) for key, text, replaced in session.execute(lines)}


def write_passage(session: Work, recipe_id: str, key: str, text: str, replaced: str = "") -> None:
    """Keep a text of the writer under a key; in the place of a generated one, ``replaced`` is its digest.

    Problem for a text that is too long.
    """
    current = recipe(session, recipe_id)
    cleaned = clean(text).text.strip()
    if len(cleaned) > LONGEST_PASSAGE:
        raise Problem(
            "Deze tekst is te lang: hoogstens {n} tekens. Zet een deel ervan bij een ander onderdeel.",
            n=f"{LONGEST_PASSAGE:,}".replace(",", "."),
        )
    new = _passage(current.id, key, Passage(cleaned, replaced))
    if session.scalar(select(PassageRow.id).where(PassageRow.id == new["id"])) is None:
        _keep(session, current, {})
        journal.insert_rows(session, PassageRow, [new])
    else:
        back = {"text": cleaned, "replaced": replaced, "removed": False}
        journal.update_rows(session, PassageRow, {new["id"]: back})


def drop_passage(session: Work, recipe_id: str, key: str) -> None:
    """Take a text of the writer away: the generated one stands there again."""
    journal.update_rows(session, PassageRow, {passage_id(recipe_id, key): {"removed": True}})


def passage_id(recipe_id: str, key: str) -> str:
    """Return the identity of the text under a key of a recipe: the same on every laptop."""
    return derived("passage", recipe_id, key)


def _passage(recipe_id: str, key: str, passage: Passage) -> dict[str, str]:
    identity = passage_id(recipe_id, key)
    return {
        "id": identity, "recipe_id": recipe_id, "key": key, "text": passage.text, "replaced": passage.replaced
    }  # fmt: skip


def _lines() -> Any:
    return select(RecipeRow.id, *(getattr(RecipeRow, column) for column in COLUMNS))


def _identity(id_or_kind: str) -> str:
    return standard_id(id_or_kind) if id_or_kind in KINDS else id_or_kind


def _standards() -> Mapping[str, str]:
    return {standard_id(kind): kind for kind in KINDS}


def _read(line: Any) -> Recipe:
    """Return a recipe as it was kept; an empty list or title is the usual one."""
    found = usual(line.kind)
    kind = kind_called(line.kind)
    sections = tuple(name for name in line.sections if name in kind.sections)
    releases = tuple(one for one in kind.releases if one in line.releases)
    return replace(
        found,
        title=line.title or found.title,
        status=line.edition or found.status,
        **{name: getattr(line, name) for name in ("subtitle", "author", "circulation", "query", "chapters")},
        about=tuple(line.about),
        workshops=tuple(line.workshops),
        releases=releases or found.releases,
        sections=sections or found.sections,
        reply_before=_day(line.reply_before),
        id=line.id,
        name=line.name,
    )


def _day(kept: str) -> datetime.date | None:
    with suppress(ValueError):
        return datetime.date.fromisoformat(kept)
    return None


def _keep(session: Work, current: Recipe, columns: Mapping[str, Any]) -> None:
    """Write columns of a recipe, whose row is made when it is not there yet."""
    removed = session.execute(select(RecipeRow.removed).where(RecipeRow.id == current.id)).scalar_one_or_none()
    if removed is None:
        journal.insert_rows(session, RecipeRow, [{"id": current.id, "kind": current.kind, **columns}])
    else:
        journal.update_rows(session, RecipeRow, {current.id: {**columns, "removed": False}})


def _kept(current: Recipe, name: str, value: Any) -> list[tuple[str, Any]]:
    """Return the column of a field with what is kept in it."""
    if name in LONGEST:
        return [(name, _line(name, value))]
    checked: Mapping[str, Callable[[Recipe, Any], tuple[str, Any]]] = {
        "status": _status,
        "chapters": _chapters,
        "reply_before": lambda _, day: ("reply_before", day.isoformat() if day else ""),
        "about": lambda _, chosen: ("about", list(dict.fromkeys(chosen))),
        "workshops": lambda _, chosen: ("workshops", list(dict.fromkeys(chosen))),
        "releases": _releases,
        "sections": _sections,
    }
    return [checked[name](current, value)]


def _line(name: str, value: str) -> str:
    line = " ".join(clean(value).text.split())
    if len(line) > LONGEST[name]:
        raise Problem("Maak {what} korter: hoogstens {n} tekens.", what=LABELS[name], n=LONGEST[name])
    return line


def _status(_: Recipe, status: str) -> tuple[str, str]:
    if status not in STATUSES:
        raise Problem("Kies een van deze standen: {all}.", all=", ".join(STATUSES))
    return "edition", status


def _chapters(_: Recipe, order: str) -> tuple[str, str]:
    if order not in ORDERS:
        raise Problem("Kies een van deze volgordes: {all}.", all=", ".join(ORDERS.values()))
    return "chapters", order


def _releases(current: Recipe, chosen: Sequence[str]) -> tuple[str, list[str]]:
    kind = kind_called(current.kind)
    if not set(chosen) <= set(kind.releases):
        raise Problem("Een {kind} mag alleen dit laten zien: {all}.", kind=kind.name, all=", ".join(kind.releases))
    return "releases", _unusual([one for one in kind.releases if one in chosen], usual(kind.slug).releases)


def _sections(current: Recipe, chosen: Sequence[str]) -> tuple[str, list[str]]:
    kind = kind_called(current.kind)
    known = [name for name in dict.fromkeys(chosen) if name in kind.sections]
    if not known and kind.sections:
        raise Problem("Een rapport heeft minstens één onderdeel. Zet eerst een ander onderdeel aan.")
    return "sections", _unusual(known, usual(kind.slug).sections)


def _unusual(chosen: Sequence[str], normal: Sequence[str]) -> list[str]:
    """Return what was chosen, and nothing when that is the usual: it follows what a later version adds."""
    return [] if tuple(chosen) == tuple(normal) else list(chosen)


def _free_name(session: Session, name: str, besides: str = "") -> str:
    name = " ".join(clean(name).text.split())
    if not name:
        raise Problem("Geef het recept een naam, bijvoorbeeld “Stuurgroep najaar”.")
    if len(name) > LONGEST_NAME:
        raise Problem("Deze naam is te lang. Gebruik hoogstens {n} tekens.", n=LONGEST_NAME)
    if any(one.id != besides and one.name.casefold() == name.casefold() for one in recipes(session)):
        raise Problem("Er is al een recept met de naam “{name}”. Kies een andere naam.", name=name)
    return name
