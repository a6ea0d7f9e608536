"""Editing the codebook: codes and dimensions are added, renamed, moved, retired. What is tagged stays tagged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import func, select

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook
from bouwstenen_app.domain.codebook_order import in_tree_order, positions
from bouwstenen_app.domain.colours import Colours, check, written
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.matching import MARKERS
from bouwstenen_app.domain.matching import key as spelled
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.proposals import slug_of
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import CodeRow, CombinationRow, DimensionRow

LONGEST_NAME: Final = 120
ALWAYS: Final = frozenset({DOMAIN, THEME, KIND})
"""The dimensions that every session uses: they cannot be retired, and keep their prefix."""


def add_code(session: Work, *, dimension: str, name: str, parent: str | None = None) -> str:
    """Add a code to a dimension (its slug), under another or as a main group, and return its id.

    Problem when the dimension has a code of that name. It begins with the colours of the code above it.
    """
    book = codebook(session)
    name = _named(name, "Geef de code een naam.")
    refuse_name(book, dimension, name)
    above = _parent(book, dimension, parent)
    slug = free_slug({code.slug for code in book.of(dimension)}, slug_of(name))
    identity = derived("code", dimension, slug)
    row: dict[str, Any] = {
        "id": identity,
        "dimension_id": book.dimension(dimension).id,
        "slug": slug,
        "name": name,
        "parent_id": above.id if above else None,
        "colour": above.colour if above else "",
        "colour_dark": above.colour_dark if above else "",
        "colour_tint": above.colour_tint if above else "",
    }
    put_in(session, CodeRow, [{**row, **_NOTHING}])
    _reorder(session, codebook(session), dimension)
    return identity


def rename(session: Work, code: str, name: str) -> None:
    """Give a code another name; Problem when another code of its dimension has it. Its tag stays the same."""
    book = codebook(session)
    one = known(book, code)
    name = _named(name, "Geef de code een naam.")
    refuse_name(book, one.dimension, name, besides=code)
    journal.update_rows(session, CodeRow, {code: {"name": name}})


def describe(session: Work, code: str, **fields: str | Sequence[str]) -> None:
    """Change ``definition`` (a text), ``synonyms`` or ``abbreviations`` (several words) of a code.

    Problem when a word is already the name of another code in the dimension.
    """
    book = codebook(session)
    one = known(book, code)
    values: dict[str, Any] = {}
    for field, value in fields.items():
        values[field] = clean(value).text.strip() if isinstance(value, str) else several(value)
    for word in values.get("synonyms", ()):
        if spelled(word) not in set(map(spelled, one.synonyms)):
            refuse_name(book, one.dimension, word, besides=code)
    journal.update_rows(session, CodeRow, {code: values})


def recolour(session: Work, code: str, colours: Colours) -> None:
    """Give a code other colours; Problem, with what to take instead, when one of them cannot be read."""
    known(codebook(session), code)
    fit = Colours(*map(written, colours))
    check(fit)
    values = {"colour": fit.light, "colour_dark": fit.dark, "colour_tint": fit.tint}
    journal.update_rows(session, CodeRow, {code: values})


def move(session: Work, code: str, *, parent: str | None = None, before: str | None = None) -> None:
    """Bring a code under another one, or among the main groups; before a code there, or at the end."""
    book = codebook(session)
    one = known(book, code)
    above = _parent(book, one.dimension, parent)
    if above is not None and any(other.parent == code for other in book.of(one.dimension)):
        raise Problem(
            "Onder “{name}” staan zelf codes. Verplaats die eerst: een codeboek heeft twee lagen.", name=one.name
        )
    if above is not None and above.id == code:
        raise Problem("Een code kan niet onder zichzelf staan.")
    journal.update_rows(session, CodeRow, {code: {"parent_id": parent}})
    _reorder(session, codebook(session), one.dimension, moved=code, before=before)


def retire(session: Work, codes: Iterable[str]) -> None:
    """Offer codes no more; blocks that carry them keep them."""
    journal.update_rows(session, CodeRow, {code: {"retired": True, "favourite": False} for code in codes})


def bring_back(session: Work, codes: Iterable[str]) -> None:
    """Offer retired codes again."""
    journal.update_rows(session, CodeRow, {code: {"retired": False} for code in codes})


def set_favourite(session: Work, code: str, *, favourite: bool) -> None:
    """Keep a code near at hand, or no more."""
    journal.update_rows(session, CodeRow, {code: {"favourite": favourite}})


def add_dimension(session: Work, *, name: str, prefix: str = "#", multiple: bool = True) -> str:
    """Add a dimension of one's own at the end, and return its slug; Problem when the name is taken."""
    book = codebook(session)
    name = _named(name, "Geef de dimensie een naam.")
    _refuse_dimension(book, name)
    slug = free_slug(set(book.dimension_order), slug_of(name))
    last = session.scalar(select(func.max(DimensionRow.position)).where(~DimensionRow.removed))
    row = {
        "id": derived("dimension", slug),
        "slug": slug,
        "name": name,
        "prefix": _prefix(prefix),
        "multiple": multiple,
        "position": (last or 0) + 1,
    }
    put_in(session, DimensionRow, [row])
    return slug


def edit_dimension(session: Work, dimension: str, **fields: Any) -> None:
    """Change ``name``, ``definition``, ``prefix``, ``multiple`` or ``recommended`` of a dimension (its slug).

    A block that has more than one code of a dimension keeps them all when the dimension takes one from now on.
    """
    book = codebook(session)
    one = book.dimension(dimension)
    values = {
        field: clean(value).text.strip() if isinstance(value, str) else value for field, value in fields.items()
    }
    if "name" in values:
        values["name"] = _named(values["name"], "Geef de dimensie een naam.")
        _refuse_dimension(book, values["name"], besides=dimension)
    if values.get("prefix", one.prefix) != one.prefix:
        if dimension in ALWAYS:
            raise Problem("{name} houdt zijn eigen teken: {prefix}.", name=one.name, prefix=one.prefix)
        _prefix(values["prefix"])
    journal.update_rows(session, DimensionRow, {one.id: values})


def move_dimension(session: Work, dimension: str, *, by: int) -> None:
    """Bring a dimension so many places down, or up for a negative number."""
    order = [one.id for one in codebook(session).dimensions]
    one = codebook(session).dimension(dimension).id
    place = max(0, min(len(order) - 1, order.index(one) + by))
    order.remove(one)
    order.insert(place, one)
    journal.update_rows(session, DimensionRow, {each: {"position": at} for at, each in enumerate(order, start=1)})


def retire_dimension(session: Work, dimension: str) -> None:
    """Offer none of the codes of a dimension any more; one without codes goes to the bin.

    Problem for the dimensions that every session uses.
    """
    book = codebook(session)
    one = book.dimension(dimension)
    if dimension in ALWAYS:
        raise Problem("{name} hoort bij elke sessie en blijft in gebruik.", name=one.name)
    codes = [code.id for code in book.of(dimension)]
    if codes:
        retire(session, codes)
    else:
        journal.update_rows(session, DimensionRow, {one.id: {"removed": True}})


def bring_back_dimension(session: Work, dimension: str) -> None:
    """Offer all codes of a dimension again."""
    bring_back(session, [code.id for code in codebook(session).of(dimension)])


def put_in(
    session: Work,
    table: type[CodeRow] | type[DimensionRow] | type[CombinationRow],
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Insert rows whose id follows from their name; one that was taken away before comes to life again."""
    ids = [row["id"] for row in rows]
    there = set(session.scalars(select(table.id).where(table.id.in_(ids))))
    journal.insert_rows(session, table, [row for row in rows if row["id"] not in there])
    alive = {row["id"]: {**row, "removed": False} for row in rows if row["id"] in there}
    journal.update_rows(session, table, alive)


def known(book: Codebook, code: str) -> Code:
    """Return a code; Problem when it is not in the codebook any more."""
    if code not in book.by_id:
        raise Problem("Deze code staat niet meer in het codeboek. Kies een andere.")
    return book.code(code)


def refuse_name(book: Codebook, dimension: str, name: str, *, besides: str = "") -> None:
    """Raise a Problem when a dimension has a code with this name, or one for which it is another word."""
    for code in book.of(dimension):
        if code.id != besides and not code.retired:
            if spelled(name) == spelled(code.name):
                raise Problem("“{name}” staat al in deze dimensie. Kies een andere naam.", name=code.name)
            if spelled(name) in set(map(spelled, code.synonyms)):
                raise Problem(
                    "“{word}” is al een ander woord voor “{name}”. Kies een andere naam, of haal het daar weg.",
                    word=name,
                    name=code.name,
                )


def free_slug(taken: Iterable[str], wanted: str) -> str:
    """Return a slug, with a number behind it when it is taken."""
    used, slug, number = set(taken), wanted, 1
    while slug in used:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def several(words: Iterable[str]) -> list[str]:
    """Return words cleaned, each once, without the empty ones."""
    return list(dict.fromkeys(filter(None, (" ".join(clean(word).text.split()) for word in words))))


_NOTHING: Final[Mapping[str, Any]] = {
    "name_en": "",
    "definition": "",
    "seed_quote": "",
    "synonyms": [],
    "abbreviations": [],
    "retired": False,
    "favourite": False,
    "position": 1_000_000,
}
"""What a new code has, also when a row of that name lay in the bin; its place comes after it is in."""


def _named(name: str, asked: str) -> str:
    wanted = " ".join(clean(name).text.split())[:LONGEST_NAME]
    if not wanted:
        raise Problem(asked)
    return wanted


def _parent(book: Codebook, dimension: str, parent: str | None) -> Code | None:
    if parent is None:
        return None
    above = known(book, parent)
    if above.dimension != dimension:
        raise Problem("Een code blijft in zijn eigen dimensie.")
    if above.parent is not None:
        raise Problem("“{name}” valt zelf al onder een andere code. Kies een hoofdgroep.", name=above.name)
    return above


def _reorder(
    session: Work, book: Codebook, dimension: str, *, moved: str | None = None, before: str | None = None
) -> None:
    """Give the codes of a dimension positions as they stand in its tree, one of them before another."""
    codes = list(book.of(dimension))
    if moved is not None:
        one = book.code(moved)
        rest = [code for code in codes if code.id != moved]
        place = next((at for at, code in enumerate(rest) if code.id == before), len(rest))
        codes = [*rest[:place], replace(one), *rest[place:]]
    now = {code.id: code.position for code in codes}
    wanted = positions(in_tree_order(codes))
    changed = {code: {"position": place} for code, place in wanted.items() if now[code] != place}
    journal.update_rows(session, CodeRow, changed)


def _prefix(prefix: str) -> str:
    if prefix not in tuple(MARKERS):
        raise Problem("Kies als teken @, # of !.")
    return prefix


def _refuse_dimension(book: Codebook, name: str, *, besides: str = "") -> None:
    for one in book.dimensions:
        if one.slug != besides and spelled(one.name) == spelled(name):
            raise Problem("Er is al een dimensie “{name}”. Kies een andere naam.", name=one.name)
