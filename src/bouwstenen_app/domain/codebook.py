"""The codebook: dimensions, their codes, and the combinations that set several codes at once."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

DOMAIN = "domein"
THEME = "thema"
KIND = "soort"
"""The slugs of the three dimensions that every session uses."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of looking at a block: domain, theme, kind, perspective, …"""

    id: str
    slug: str
    name: str
    name_en: str = ""
    definition: str = ""
    seed_quote: str = ""
    prefix: str = "#"
    multiple: bool = True
    recommended: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a dimension. Colours are ``#RRGGBB`` for light, dark, and the tint behind black text."""

    id: str
    slug: str
    dimension: str
    """Slug of the dimension."""
    name: str
    parent: str | None = None
    """Id of the code it belongs under."""
    name_en: str = ""
    definition: str = ""
    seed_quote: str = ""
    colour: str = ""
    colour_dark: str = ""
    colour_tint: str = ""
    synonyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    """Recognised only exactly as written: OM is the prosecution, om is a word."""
    position: int = 0
    retired: bool = False
    favourite: bool = False


@dataclass(frozen=True, slots=True)
class Combination:
    """A word that sets several codes at once, with its own prefix only (``@zorg-en-straf``)."""

    id: str
    slug: str
    name: str
    prefix: str
    codes: tuple[str, ...]
    """Ids of the codes it sets."""
    synonyms: tuple[str, ...] = ()
    seed_quote: str = ""


@dataclass(frozen=True)
class Codebook:
    """All dimensions and codes of a workspace, in their order, with the ways to look them up."""

    title: str
    version: str
    dimensions: tuple[Dimension, ...]
    codes: tuple[Code, ...]
    combinations: tuple[Combination, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Code]:
        """Every code by its id."""
        return {code.id: code for code in self.codes}

    @cached_property
    def by_slug(self) -> Mapping[tuple[str, str], Code]:
        """Every code by dimension slug and own slug."""
        return {(code.dimension, code.slug): code for code in self.codes}

    @cached_property
    def dimension_order(self) -> Mapping[str, int]:
        """The place of each dimension, by slug."""
        return {dimension.slug: place for place, dimension in enumerate(self.dimensions)}

    @cached_property
    def _order(self) -> Mapping[str, tuple[int, int]]:
        return {
            code.id: (self.dimension_order.get(code.dimension, 99), place) for place, code in enumerate(self.codes)
        }

    def dimension(self, slug: str) -> Dimension:
        """Return the dimension with this slug (KeyError if there is none)."""
        return self.dimensions[self.dimension_order[slug]]

    def code(self, identity: str) -> Code:
        """Return the code with this id (KeyError if there is none)."""
        return self.by_id[identity]

    def of(self, dimension: str) -> tuple[Code, ...]:
        """Return the codes of a dimension, in the order of the codebook."""
        return tuple(code for code in self.codes if code.dimension == dimension)

    def tops(self, dimension: str) -> tuple[Code, ...]:
        """Return the main groups of a dimension: its codes without a parent."""
        return tuple(code for code in self.of(dimension) if code.parent is None)

    def top(self, identity: str) -> Code:
        """Return the main group to which a code belongs (itself, if it is one)."""
        code = self.by_id[identity]
        seen = {code.id}
        while code.parent is not None and code.parent in self.by_id and code.parent not in seen:
            code = self.by_id[code.parent]
            seen.add(code.id)
        return code

    def sorted(self, identities: Iterable[str]) -> tuple[str, ...]:
        """Return code ids in the order of the codebook; ids it does not know are left out."""
        return tuple(sorted((i for i in identities if i in self.by_id), key=self._order.__getitem__))

    def select(self, identities: Iterable[str], dimension: str) -> tuple[Code, ...]:
        """Return those of the codes that belong to one dimension, in the order given."""
        return tuple(self.by_id[i] for i in identities if i in self.by_id and self.by_id[i].dimension == dimension)


_SEPARATORS: Final = {number: None for number in range(128) if not (chr(number).isalnum() or chr(number) in "+&'/")}


def folded(text: str) -> str:
    """Return a name as it is compared: without case, accents, hyphens, spaces and other separators."""
    plain = text.casefold()
    if plain.isascii():  # nearly every name, and there are hundreds at every look
        return plain.translate(_SEPARATORS)
    plain = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in plain if c.isalnum() or (c in "+&'/" and not unicodedata.combining(c)))
