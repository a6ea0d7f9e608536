"""Look-alikes: which block says nearly what is typed now, and adding what is typed to that block."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.capture import Draft
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.similarity import Likeness, nearest, telling_words
from bouwstenen_app.services import boards, tagging
from bouwstenen_app.services.capturing import edit_block
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.shared_words import rows_with
from bouwstenen_app.storage.tables import BlockRow, ProposalRow, WorkshopRow

LEAST_TYPED: Final = 25
"""Characters from which a look-alike is sought."""
HINT: Final = 0.28
"""Score from which a block is mentioned, when it has several telling words in common."""
ONE_WORD: Final = 0.45
"""Score from which one word in common is enough."""

_MOST_WORDS: Final = 8
"""So many of the longest words are looked for."""
_OFTEN: Final = 40
"""A word is common when this many blocks have it; then only the newest of those are read."""
_RAREST: Final = 2
"""So many rare and so many common words are looked for together with each other, too."""
_CANDIDATES: Final = 18
_MOST_READ: Final = 800
"""Characters of an explanation, and of what is typed, that are compared."""
_ENDINGS: Final = ("en", "e", "s", "t")
_SHORTEST_STEM: Final = 4


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A block that says nearly what is typed."""

    block: str
    number: int
    spoken_id: str
    title: str
    workshop: str
    where: str
    """How its session is called in the room: its place, its region or its title."""
    words: tuple[str, ...]
    """The words of the typed text that say why."""


def look_alike(session: Session, typed: str, *, without: Collection[str] = ()) -> LookAlike | None:
    """Return the block of the workspace that is most like a typed text, if one clearly is.

    Removed blocks do not count, nor those of removed sessions; ``without`` are ids of blocks that are not wanted.
    """
    typed = typed[:_MOST_READ]
    rows = _candidates(session, _stems(typed)) if len(typed) >= LEAST_TYPED else []
    known = {row["row"]: row for row in _read(session, rows, without)}
    candidates = [known[row] for row in rows if row in known]
    found = nearest(typed, [_said(row) for row in candidates], 1, least=HINT)
    if not found or not _clear(found[0]):
        return None
    best = candidates[found[0].place]
    return LookAlike(
        best["id"],
        best["number"],
        spoken_id(best["prefix"], best["number"]),
        best["title"][:_MOST_READ],
        best["workshop_id"],
        _called(best),
        found[0].words,
    )


def add_to(session: Work, block: str, draft: Draft, *, book: Codebook, sticky: Sequence[str] = ()) -> None:
    """Add what was typed to a block: its text as a paragraph of the explanation, its tags, its votes and the rest.

    In a dimension with one value, what the block has already stays.
    """
    old = boards.block(session, block)
    if old is None or old.removed:
        raise Problem("Deze bouwsteen is er niet meer. Je tekst staat nog in de regel.")
    more = [text for text in draft.conditions if text not in old.conditions]
    said = "\n".join(filter(None, (draft.title, draft.explanation)))
    edit_block(
        session,
        block,
        explanation=_joined(old.explanation, said),
        example=_joined(old.example, draft.example),
        conditions=[*old.conditions, *more],
        next_step=_joined(old.next_step, draft.next_step),
        votes=old.votes + draft.votes,
    )
    tagging.tag(session, [block], _addable(old, (*draft.codes, *sticky), book))
    _add_proposals(session, old, draft.unknown_tags)


def _clear(found: Likeness) -> bool:
    """Say whether a likeness is worth a hint: several words in common, or one that is nearly all of it."""
    return len(found.words) > 1 or found.score >= ONE_WORD


def _said(row: Mapping[Any, Any]) -> str:
    """Return the beginning of what a block says, title first: a very long one must not hold up the line."""
    return f"{row['title'][:_MOST_READ]}\n{row['explanation']}"


def _called(row: Mapping[Any, Any]) -> str:
    """Return how a session is called, without what stands behind it in brackets."""
    called: str = row["place"] or row["region"] or row["workshop_title"]
    return called.partition(" (")[0]


def _stems(typed: str) -> list[str]:
    """Return the longest words of a text without their usual endings, as beginnings to look for."""
    words = sorted(telling_words(typed), key=len, reverse=True)[:_MOST_WORDS]
    return list(dict.fromkeys(map(_stem, words)))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            doubled = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiou"
            return stem[:-1] if doubled else stem
    return word


def _candidates(session: Session, stems: Sequence[str]) -> list[int]:
    """Return the rows of blocks that share words with a text, those that share the most and the rarest first."""
    newest = rows_with(session, [(stem,) for stem in stems], each=_OFTEN)
    count = {stems[place]: len(rows) for place, rows in newest.items()}
    shared: dict[int, set[str]] = defaultdict(set)
    for place, rows in newest.items():
        for row in rows:
            shared[row].add(stems[place])
    pairs = _worth_asking(count)
    for place, rows in rows_with(session, pairs, each=_CANDIDATES, most=2 * _CANDIDATES).items():
        for row in rows:
            shared[row].update(pairs[place])
    weight = {stem: 1 / math.log2(1 + found) for stem, found in count.items()}
    return sorted(shared, key=lambda row: -sum(weight[stem] for stem in shared[row]))[:_CANDIDATES]


def _worth_asking(count: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return pairs of words of which one is common: the blocks that have both may not be among the newest."""
    rare = sorted(count, key=lambda stem: (count[stem], -len(stem)))[:_RAREST]
    often = sorted((stem for stem in count if count[stem] == _OFTEN), key=len, reverse=True)[:_RAREST]
    return [pair for pair in combinations(dict.fromkeys((*rare, *often)), 2) if count[pair[1]] == _OFTEN]


_READ = (
    select(
        BlockRow.row,
        BlockRow.id,
        BlockRow.prefix,
        BlockRow.number,
        BlockRow.title,
        func.substr(BlockRow.explanation, 1, _MOST_READ).label("explanation"),
        BlockRow.workshop_id,
        WorkshopRow.title.label("workshop_title"),
        WorkshopRow.place,
        WorkshopRow.region,
    )
    .join(WorkshopRow, WorkshopRow.id == BlockRow.workshop_id)
    .where(BlockRow.row.in_(bindparam("rows", expanding=True)), ~BlockRow.removed, ~WorkshopRow.removed)
)


def _read(session: Session, rows: Sequence[int], without: Collection[str]) -> list[Mapping[Any, Any]]:
    if not rows:
        return []
    return [row for row in session.execute(_READ, {"rows": rows}).mappings() if row["id"] not in without]


def _joined(old: str, new: str) -> str:
    return "\n\n".join(filter(None, (old, new)))


def _addable(old: Block, codes: Iterable[str], book: Codebook) -> list[str]:
    """Return the codes that a block does not have, without those that would take the place of one it has."""
    taken = {
        book.code(code).dimension
        for code in old.codes
        if code in book.by_id and not book.dimension(book.code(code).dimension).multiple
    }
    known = [code for code in dict.fromkeys(codes) if code in book.by_id and code not in old.codes]
    return [code for code in known if book.code(code).dimension not in taken]


def _add_proposals(session: Work, old: Block, tags: Iterable[str]) -> None:
    wanted = {tagging.proposal_id(old.id, tag): tag for tag in tags if tag not in old.unknown_tags}
    known = set(session.scalars(select(ProposalRow.id).where(ProposalRow.id.in_(wanted))))
    first = len(old.unknown_tags)
    new = [
        {"id": identity, "block_id": old.id, "text": tag, "position": first + place}
        for place, (identity, tag) in enumerate(wanted.items())
        if identity not in known
    ]
    journal.insert_rows(session, ProposalRow, new)
    journal.update_rows(session, ProposalRow, {identity: {"removed": False} for identity in known})
