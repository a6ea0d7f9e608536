"""Finding anything by what is typed: blocks, bundles, sessions and codes, a few of each, the likeliest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeVar

from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Code, folded
from bouwstenen_app.domain.query import asks
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import boards, bundling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook

BLOCKS, SESSIONS, CODES, BUNDLES = 5, 3, 3, 3
"""How many of each are found at most."""

_EXACT: Final = 0
_BEGINNING, _WORD, _INSIDE, _NOT = 1, 2, 3, 9

Named = TypeVar("Named", Workshop, Code, Bundle)


@dataclass(frozen=True, slots=True)
class Anything:
    """What was found, and how many blocks there are in all with that text."""

    blocks: tuple[Block, ...] = ()
    total: int = 0
    workshops: tuple[Workshop, ...] = ()
    codes: tuple[Code, ...] = ()
    bundles: tuple[Bundle, ...] = ()


def find_anything(session: Session, text: str) -> Anything:
    """Return the blocks, bundles, sessions and codes that a text may mean; nothing for no text, or signs alone.

    A session is found by its title, region and place, a code by its name, its id, its synonyms and abbreviations, a
    bundle by its title and its number, with or without zeros: ``K-05``, ``k5``.
    """
    wanted = folded(text)
    if not (wanted and asks(text)):
        return Anything()
    found = boards.find(session, Selection(query=text), limit=BLOCKS)
    workshops = preparing.workshops(session)
    bundles = bundling.named(session)
    codes = [code for code in codebook(session).codes if not code.retired]
    return Anything(
        found.blocks,
        found.total,
        _best(wanted, ((one, (one.title, one.region, one.place)) for one in workshops), SESSIONS),
        _best(wanted, ((code, _names(code)) for code in codes), CODES),
        _best(wanted, ((one, (one.spoken_id, f"K{one.number}", one.title)) for one in bundles), BUNDLES),
    )


def _best(wanted: str, named: Iterable[tuple[Named, tuple[str, ...]]], most: int) -> tuple[Named, ...]:
    ranked = [(min(_rank(wanted, name) for name in names), one) for one, names in named]
    ranked = sorted((pair for pair in ranked if pair[0] < _NOT), key=lambda pair: pair[0])
    return tuple(one for _, one in ranked[:most])


def _names(code: Code) -> tuple[str, ...]:
    return (code.name, code.slug, *code.synonyms, *code.abbreviations)


def _rank(wanted: str, name: str) -> int:
    spelled = folded(name)
    if spelled == wanted:
        return _EXACT
    if spelled.startswith(wanted):
        return _BEGINNING
    words = [folded(word) for word in name.split()]
    if any(word.startswith(wanted) for word in words):
        return _WORD
    return _INSIDE if wanted in spelled else _NOT
