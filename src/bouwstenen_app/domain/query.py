"""What a person types to find blocks, read: words, phrases, what not, and ``field:value``.

| typed | means |
|---|---|
| ``wijk melding`` | both words, each as the beginning of a word |
| ``"samen aan tafel"`` | exactly this |
| ``-gemeente`` ``-"aan tafel"`` ``-thema:wonen`` | not this |
| ``thema:wonen`` ``domein:"Veilig Thuis"`` ``soort:idee,risico`` | a code of a dimension; more of them: any |
| ``sessie:zwolle`` ``regio:twente`` ``groep:bellen`` | where it is from |
| ``status:ruw`` ``vrijgave:intern`` | how it is |
| ``tags:nieuw`` ``achtergehouden:ja`` | with a tag the codebook does not know; kept from beamer and reports |
| ``+thema:wonen`` | this as well, beside what else is asked of the same field |
| ``stemmen>3`` ``stemmen<=2`` ``stemmen:0`` | how many votes |
| ``zonder:thema`` | without any code of a dimension |

Nothing is an error: what is none of these is a word. Signs alone ask nothing, as an empty line does. Of a text that
nobody types (it was pasted) only the first part is read.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

SESSION, REGION, CLUSTER, STATUS, RELEASE = "sessie", "regio", "groep", "status", "vrijgave"
TAGS, HELD_BACK = "tags", "achtergehouden"
FIELDS: Final = (SESSION, REGION, CLUSTER, STATUS, RELEASE, TAGS, HELD_BACK)
"""The fields that are no dimension."""
NEW, YES, NO = "nieuw", "ja", "nee"
"""What can be asked of the last two."""
WITHOUT, VOTES = "zonder", "stemmen"

LONGEST: Final = 2_000
"""Characters that are read."""
MOST_PARTS: Final = 60
"""Parts that are read, and values of one field."""

_PART: Final = re.compile(
    r"""
    (?P<mark>[+-]?)
    (?:
        (?P<field>[^\W\d_][\w-]*)\s*(?P<sign><=|>=|[:<>=])\s*(?P<value>"[^"]*"?(?:,"[^"]*"?|,[^\s,"]+)*|[^\s"]\S*)
      | "(?P<phrase>[^"]*)"?
      | (?P<word>\S+)
    )
    """,
    re.VERBOSE,
)
_VALUE: Final = re.compile(r'"([^"]*)"?|([^\s,"]+)')
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a block must have, or not: side by side as typed (``exact``), or the last as a beginning."""

    words: tuple[str, ...]
    exact: bool = False
    unwanted: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of votes: ``sign`` is one of ``<``, ``<=``, ``=``, ``>=``, ``>``."""

    sign: str
    count: int


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, read. A block belongs to it when it meets every part; of one field any value will do."""

    words: tuple[Words, ...] = ()
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Field or dimension slug → what was typed for it."""
    unwanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Fields with values that are wanted as well, each of them apart."""
    without: tuple[str, ...] = ()
    """Dimension slugs."""
    votes: tuple[Bound, ...] = ()

    @property
    def only_words(self) -> bool:
        """Whether words are all there is."""
        return not (self.wanted or self.unwanted or self.also or self.without or self.votes)


def asks(typed: str) -> bool:
    """Say whether anything is asked: nothing, or signs alone, is met by every block."""
    return _WORD.search(typed) is not None


def read(typed: str, dimensions: Collection[str] = ()) -> Query:
    """Return what was typed as a query; ``dimensions`` are the slugs of the dimensions that can be named."""
    words: list[Words] = []
    wanted: dict[str, tuple[str, ...]] = {}
    unwanted: dict[str, tuple[str, ...]] = {}
    also: list[tuple[str, tuple[str, ...]]] = []
    without: list[str] = []
    votes: list[Bound] = []
    for part in islice(_PART.finditer(typed[:LONGEST]), MOST_PARTS):
        minus, value = part["mark"] == "-", part["value"] or ""
        name = (part["field"] or "").casefold()
        values = tuple(one for found in _VALUE.findall(value) if (one := (found[0] or found[1]).strip()))
        if name == VOTES and not minus and (bound := _bound(part["sign"], value)):
            votes.append(bound)
        elif name == WITHOUT and part["sign"] == ":" and {*map(str.casefold, values)} <= {*dimensions} and values:
            without += map(str.casefold, values)
        elif values and part["sign"] == ":" and name in (*FIELDS, *dimensions) and part["mark"] == "+":
            also += [(name, values)] if (name, values) not in also else []
        elif values and part["sign"] == ":" and name in (*FIELDS, *dimensions):
            group = unwanted if minus else wanted
            group[name] = tuple(dict.fromkeys((*group.get(name, ()), *values)))[:MOST_PARTS]
        else:
            words += _words(part, minus=minus)
    return Query(tuple(words), wanted, unwanted, tuple(also), tuple(without), tuple(votes))


def leading(typed: str) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Yield the ``field:value`` parts that a line begins with: field, values, and where the rest of it begins."""
    for part in _PART.finditer(typed):
        if part["field"] is None or part["sign"] != ":" or part["mark"]:
            return
        values = (one for found in _VALUE.findall(part["value"]) if (one := (found[0] or found[1]).strip()))
        yield part["field"].casefold(), tuple(values), part.end()


def _bound(sign: str, value: str) -> Bound | None:
    sign = "=" if sign == ":" else sign
    return Bound(sign, int(value)) if value.isascii() and value.isdigit() and len(value) < 10 else None


def _words(part: re.Match[str], *, minus: bool) -> list[Words]:
    text = part[0].removeprefix("-") if minus else part[0]
    found = tuple(_WORD.findall(text))
    return [Words(found, exact=part["phrase"] is not None, unwanted=minus)] if found else []
