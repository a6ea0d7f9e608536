"""A codebook that comes from a file, beside the one there is: what is new, what is changed, what is the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook, Combination, Dimension
from bouwstenen_app.domain.codebook_file import code_id, dimension_id
from bouwstenen_app.domain.colours import Colours, better, colours_of, written
from bouwstenen_app.domain.matching import MARKERS
from bouwstenen_app.domain.matching import key as spelled
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.proposals import slug_of

NEW: Final = "nieuw"
CHANGED: Final = "gewijzigd"
SAME: Final = "hetzelfde"
LISTS: Final = ("synonyms", "abbreviations")
TEXTS: Final = ("name", "definition", "name_en", "seed_quote", "colour", "colour_dark", "colour_tint")
FLAGS: Final = ("retired", "favourite")
MOST_CODES: Final = 5_000
"""More than that is no codebook, but a file of something else."""


@dataclass(frozen=True, slots=True)
class GivenDimension:
    """A dimension in a file; ``slug`` is empty when the file does not say it. ``values`` are those it gives."""

    name: str
    slug: str = ""
    id: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code in a file. ``dimension`` and ``parent`` are places: of its dimension, and of the code above it."""

    name: str
    dimension: int
    id: str = ""
    slug: str = ""
    parent: int | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """What a file gives."""

    title: str
    dimensions: tuple[GivenDimension, ...]
    codes: tuple[GivenCode, ...]
    combinations: tuple[Combination, ...] = ()


@dataclass(frozen=True, slots=True)
class Planned:
    """What is done with one dimension, code or combination: ``values`` are the fields that it gets."""

    kind: str
    id: str
    name: str
    dimension: str
    """Slug of the dimension that it is or is in; empty for a combination."""
    slug: str
    values: Mapping[str, Any] = field(default_factory=dict)
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does; nothing goes away by it."""

    title: str
    dimensions: tuple[Planned, ...]
    codes: tuple[Planned, ...]
    combinations: tuple[Planned, ...]

    def count(self, kind: str) -> int:
        """Return how many dimensions, codes and combinations are new, changed or the same."""
        return sum(one.kind == kind for one in self.all)

    @property
    def all(self) -> tuple[Planned, ...]:
        """Everything in the file, dimensions first."""
        return (*self.dimensions, *self.codes, *self.combinations)


def given_of(book: Codebook) -> Given:
    """Return a whole codebook as what a file gives."""
    places = {one.slug: place for place, one in enumerate(book.dimensions)}
    rows = {code.id: row for row, code in enumerate(book.codes)}
    return Given(
        book.title,
        tuple(GivenDimension(one.name, one.slug, one.id, _values_of(one)) for one in book.dimensions),
        tuple(
            GivenCode(
                name=code.name,
                dimension=places[code.dimension],
                id=code.id,
                slug=code.slug,
                parent=rows.get(code.parent or ""),
                values={name: getattr(code, name) for name in (*TEXTS, *LISTS, *FLAGS)},
            )
            for code in book.codes
        ),
        book.combinations,
    )


def compare(book: Codebook, given: Given) -> Plan:
    """Return what an import would do: matched by id, then by name in the dimension. Problem for far too much."""
    if len(given.codes) > MOST_CODES:
        raise Problem("Dit bestand heeft meer dan {most} codes. Kies een codeboek.", most=MOST_CODES)
    dimensions = _dimensions(book, given.dimensions)
    codes = _Codes(book, dimensions).plan(given.codes)
    ids = {one.id for one in book.combinations}
    combinations = tuple(
        Planned(SAME if one.id in ids else NEW, one.id, one.name, "", one.slug, _combined(one))
        for one in given.combinations
    )
    return Plan(given.title, dimensions, codes, combinations)


class _Codes:
    """Finds for each given code the one it is, or makes up the identity of a new one."""

    def __init__(self, book: Codebook, dimensions: Sequence[Planned]) -> None:
        self._book = book
        self._dimensions = dimensions
        self._slugs = {code.id: code.slug for code in book.codes}
        self._named: dict[tuple[str, str], Code] = {}
        for code in sorted(book.codes, key=lambda code: code.retired):
            self._named.setdefault((code.dimension, spelled(code.name)), code)
        self._new: dict[tuple[str, str], str] = {}

    def plan(self, given: Sequence[GivenCode]) -> tuple[Planned, ...]:
        """Return what becomes of the codes; one that stands there twice counts once."""
        ids = [self._identity(one) for one in given]
        parents = {identity: ids[_top(given, row)] for row, identity in reversed([*enumerate(ids)])}
        planned: dict[str, Planned] = {}
        for one, identity in zip(given, ids, strict=True):
            above = parents[identity] if one.parent is not None else None
            planned.setdefault(identity, self._planned(one, identity, above if above != identity else None))
        return tuple(self._in_two_layers(planned))

    def _identity(self, one: GivenCode) -> str:
        dimension = self._dimensions[one.dimension].slug
        found = (
            self._book.by_id.get(one.id)
            or self._book.by_slug.get((dimension, one.slug))
            or self._named.get((dimension, spelled(one.name)))
        )
        if found is not None:
            return found.id
        known = (dimension, one.id or one.slug or spelled(one.name))
        if known not in self._new:
            slug = wanted = slug_of(one.slug or one.name)
            number = 1
            while code_id(dimension, slug) in self._slugs:
                number += 1
                slug = f"{wanted}-{number}"
            self._new[known] = code_id(dimension, slug)
            self._slugs[self._new[known]] = slug
        return self._new[known]

    def _planned(self, one: GivenCode, identity: str, parent: str | None) -> Planned:
        old = self._book.by_id.get(identity)
        values = _readable({"name": one.name, **one.values}, old)
        if old is None:
            filled = {name: value for name, value in values.items() if value}
            dimension = self._dimensions[one.dimension].slug
            return Planned(NEW, identity, one.name, dimension, self._slugs[identity], filled, parent)
        changed = _changed(old, values)
        moved = parent if parent is not None and self._can_move(old) else old.parent
        kind = CHANGED if changed or moved != old.parent else SAME
        return Planned(kind, identity, old.name, old.dimension, old.slug, changed, moved)

    def _can_move(self, code: Code) -> bool:
        return not any(one.parent == code.id for one in self._book.of(code.dimension))

    def _in_two_layers(self, planned: Mapping[str, Planned]) -> Iterator[Planned]:
        """Yield what is planned; what would come to stand three deep comes under its main group."""
        parents = {code.id: code.parent for code in self._book.codes} | {
            identity: one.parent for identity, one in planned.items()
        }
        homes = {code.id: code.dimension for code in self._book.codes} | {
            identity: one.dimension for identity, one in planned.items()
        }
        for one in planned.values():
            above = one.parent
            while above is not None and parents.get(above) not in (None, one.id):
                above = parents[above]
            if above is not None and homes.get(above) != one.dimension:
                above = None
            if above != one.parent:
                old = self._book.by_id.get(one.id)
                kind = SAME if old is not None and not one.values and above == old.parent else one.kind
                one = replace(one, parent=above, kind=kind)
            yield one


def _top(given: Sequence[GivenCode], row: int) -> int:
    """Return the place of the main group of a code: what lies deeper comes under that one."""
    seen = {row}
    above = given[row].parent
    while above is not None and above not in seen:
        seen.add(above)
        row, above = above, given[above].parent
    return row


def _dimensions(book: Codebook, given: Sequence[GivenDimension]) -> tuple[Planned, ...]:
    known = {spelled(one.name): one for one in book.dimensions} | {one.slug: one for one in book.dimensions}
    known |= {one.id: one for one in book.dimensions}
    planned: list[Planned] = []
    taken = set(book.dimension_order)
    for one in given:
        old = known.get(one.id) or known.get(one.slug) or known.get(spelled(one.name))
        values = _fitting({"name": one.name, **one.values}, old.slug if old else one.slug)
        if old is not None:
            changed = {
                name: value
                for name, value in values.items()
                if value not in ("", None) and getattr(old, name) != value
            }
            planned.append(Planned(CHANGED if changed else SAME, old.id, old.name, old.slug, old.slug, changed))
            continue
        slug, wanted, number = slug_of(one.slug or one.name), slug_of(one.slug or one.name), 1
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        taken.add(slug)
        planned.append(Planned(NEW, dimension_id(slug), one.name, slug, slug, values))
    return tuple(planned)


def _changed(old: Code, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a file changes: texts replace, words are added, and what is empty changes nothing.

    Whether a code is retired or a favourite stays as it is here: a file takes no code away and brings none back.
    """
    changed: dict[str, Any] = {}
    for name, value in values.items():
        now = getattr(old, name)
        if name in LISTS:
            words = tuple(dict.fromkeys((*now, *value)))
            if words != now:
                changed[name] = words
        elif name in TEXTS and value and not _equal(name, str(value), str(now)):
            changed[name] = value
    return changed


def _equal(name: str, one: str, other: str) -> bool:
    return one.casefold() == other.casefold() if name.startswith("colour") else one == other


def _readable(values: Mapping[str, Any], old: Code | None) -> dict[str, Any]:
    """Return the values of a code with colours that can be read; of one new colour the other two are made."""
    light = written(str(values.get("colour") or ""))
    as_it_is = old is not None and "colour_dark" not in values and _equal("colour", light, old.colour)
    if not light or as_it_is:
        return {name: value for name, value in values.items() if not name.startswith("colour")}
    others = [written(str(values.get(name) or "")) for name in ("colour_dark", "colour_tint")]
    made = colours_of(light)
    fit = better(Colours(light, others[0] or made.dark, others[1] or made.tint))
    return {**values, "colour": fit.light, "colour_dark": fit.dark, "colour_tint": fit.tint}


def _fitting(values: Mapping[str, Any], slug: str) -> dict[str, Any]:
    """Return the values of a dimension; there are three signs, and those that every session uses keep theirs."""
    keeps = slug in (DOMAIN, THEME, KIND) or values.get("prefix") not in tuple(MARKERS)
    return {name: value for name, value in values.items() if name != "prefix" or not keeps}


def _values_of(one: Dimension) -> dict[str, Any]:
    names = ("name_en", "definition", "seed_quote", "prefix", "multiple", "recommended")
    return {name: getattr(one, name) for name in names}


def _combined(one: Combination) -> dict[str, Any]:
    return {
        "name": one.name,
        "prefix": one.prefix,
        "codes": one.codes,
        "synonyms": one.synonyms,
        "seed_quote": one.seed_quote,
    }
