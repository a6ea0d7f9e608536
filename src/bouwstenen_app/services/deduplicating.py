"""De-duplicating: which blocks seem to say the same, and what people decided of them; they alone join blocks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import EXPIRED, Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook, folded
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.look_alikes import CLEAR, STRONG, Suggestion, Text, Told, suggestions
from bouwstenen_app.domain.near_words import GROUPS
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.shared_words import Shared, shared
from bouwstenen_app.domain.word_forms import WordGroups
from bouwstenen_app.services import boards, bundling
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.likeness import LookAlike, look_alike
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, ContributionRow, JudgementRow, TaggingRow, WorkshopRow

TOGETHER: Final = "samen"
LINKED: Final = "koppelen"
APART: Final = "niet"
DECISIONS: Final = (TOGETHER, LINKED, APART)

_CHUNK: Final = 400


@dataclass(frozen=True, slots=True)
class Material:
    """What is compared, read in one go: comparing itself needs no file any more."""

    texts: tuple[Text, ...]
    groups: WordGroups
    settled: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two blocks to be judged, and why they seem to say the same."""

    first: Block
    second: Block
    score: float
    shared: Shared
    """The words that say why; their places are those in ``words_of`` the block."""
    bundles: tuple[str, str] = ("", "")
    """The spoken ids of the bundles that they are in."""
    also: tuple[Block, ...] = ()
    """Other blocks that seem to say the same as both: together they are a group."""

    @property
    def reason(self) -> str:
        """Why, in a few words: ``lijkt 86 % · delen: contactpersoon, politie, melding``."""
        alike = f"lijkt {round(self.score * 100)} %"
        return f"{alike} · delen: {', '.join(self.shared.words)}" if self.shared.words else alike

    @property
    def key(self) -> str:
        """What it is known by: the ids of both blocks."""
        return f"{self.first.id} {self.second.id}"


class _SharedWords:
    """Finds the words that two blocks share, or knows them."""

    def __init__(self, session: Session, known: Mapping[str, Pair]) -> None:
        self._session = session
        self._known = known

    def of(self, first: Block, second: Block) -> Shared:
        """Return the words that these blocks share."""
        before = self._known.get(f"{first.id} {second.id}")
        texts = words_of(first), words_of(second)
        if before is not None and texts == (words_of(before.first), words_of(before.second)):
            return before.shared
        return shared(*texts, self._groups)

    @cached_property
    def _groups(self) -> WordGroups:
        return word_groups(codebook(self._session))


def material(session: Session) -> Material:
    """Read what is compared: every block that is there, but those that have expired."""
    book = codebook(session)
    codes = _codes(session, book)
    inside = {block: bundle for block, bundle in session.execute(_INSIDE)}
    kinds = {code.id for code in book.of(KIND)}
    texts = []
    for identity, title, explanation, next_step, workshop in session.execute(_TEXTS):
        mine = codes.get(identity, [])
        texts.append(
            Text(
                identity,
                title,
                explanation,
                next_step,
                workshop,
                tuple(code for code in mine if code not in kinds),
                next((code for code in mine if code in kinds), ""),
                inside.get(identity, ""),
            )
        )
    return Material(tuple(texts), word_groups(book), frozenset(judged(session)))


def compare(read: Material) -> Told:
    """Yield how far it is, and return the pairs that seem to say the same, the most alike first."""
    return suggestions(read.texts, read.groups, settled=read.settled)


def word_groups(book: Codebook) -> WordGroups:
    """Return which words stand for nearly the same: the names and synonyms of a code do."""
    named = ((code.name, *code.synonyms, *code.abbreviations) for code in book.codes if code.dimension != KIND)
    groups = [[folded(name) for name in names if " " not in name] for names in named]
    return WordGroups([*GROUPS, *(group for group in groups if len(group) > 1)])


def clear(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the suggestions that are worth the time of a person."""
    return tuple(one for one in found if one.score >= CLEAR)


def still_open(session: Session, found: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Return the suggestions of which nothing was decided, of blocks that are there and not in one bundle."""
    ids = list({identity for one in found for identity in (one.first, one.second)})
    there: set[str] = set()
    inside: dict[str, str] = {}
    for part in _parts(ids):
        there.update(session.scalars(select(BlockRow.id).where(BlockRow.id.in_(part), *_PRESENT)))
        inside |= bundling.bundles_of(session, part)
    done = judged(session)
    return tuple(
        one
        for one in found
        if {one.first, one.second} <= there
        and _ordered(one.first, one.second) not in done
        and not (one.first in inside and inside[one.first] == inside.get(one.second))
    )


def pairs(
    session: Session,
    found: Sequence[Suggestion],
    among: Collection[Suggestion] = (),
    known: Mapping[str, Pair] | None = None,
) -> tuple[Pair, ...]:
    """Return the blocks of some suggestions, with the words that they share; meant for those that are shown.

    ``among`` are all suggestions there are: of those come the blocks that are like both. ``known`` are pairs as
    they were before, by key: the words of texts that stayed the same are not looked for again.
    """
    words = _SharedWords(session, known or {})
    also = {one: like_both(one, among) for one in found}
    ids = {identity for one in found for identity in (one.first, one.second, *also[one])}
    blocks: dict[str, Block] = {}
    inside: dict[str, str] = {}
    for part in _parts(ids):
        blocks |= {block.id: block for block in boards.blocks(session, part) if not block.removed}
        inside |= bundling.bundles_of(session, part)
    names = {bundle.id: bundle.spoken_id for bundle in bundling.bundles(session)} if inside else {}
    return tuple(
        Pair(
            blocks[one.first],
            blocks[one.second],
            one.score,
            words.of(blocks[one.first], blocks[one.second]),
            (names.get(inside.get(one.first, ""), ""), names.get(inside.get(one.second, ""), "")),
            tuple(blocks[block] for block in also[one] if block in blocks),
        )
        for one in found
        if one.first in blocks and one.second in blocks
    )


def like_both(pair: Suggestion, among: Collection[Suggestion]) -> tuple[str, ...]:
    """Return the ids of the blocks that are strongly like both blocks of a pair, in a fixed order."""
    near: dict[str, set[str]] = {pair.first: set(), pair.second: set()}
    for one in among:
        for mine, other in ((one.first, one.second), (one.second, one.first)):
            if mine in near and one.score >= STRONG:
                near[mine].add(other)
    return tuple(sorted(near[pair.first] & near[pair.second]))


def like(session: Session, block: str) -> LookAlike | None:
    """Return the block that is most like one block, if one clearly is and nothing was decided of the two yet."""
    shown = boards.block(session, block)
    if shown is None or shown.removed:
        return None
    bundle = bundling.bundles_of(session, [block]).get(block)
    together = bundling.contributions(session, bundle) if bundle else ()
    without = {block, *together, *_judged_with(session, block)}
    return look_alike(session, f"{shown.title}\n{shown.explanation}", without=without)


def words_of(block: Block) -> str:
    """Return the text of a block that is compared: title, explanation and next step, each on lines of its own."""
    return "\n".join((block.title, block.explanation, block.next_step))


def judged(session: Session) -> frozenset[tuple[str, str]]:
    """Return the pairs of which something was decided, the lower id first."""
    query = select(JudgementRow.first_id, JudgementRow.second_id).where(~JudgementRow.removed)
    return frozenset((first, second) for first, second in session.execute(query))


def linked_with(session: Session, block: str) -> tuple[str, ...]:
    """Return the ids of the blocks that a block was linked with (*gekoppeld*), in a fixed order."""
    return _judged_with(session, block, JudgementRow.decision == LINKED)


def judge_together(session: Work, blocks: Sequence[str]) -> str:
    """Bring blocks that say the same together in a bundle, and remember that; return the id of the bundle.

    A block that is in a bundle keeps it: the others come in. Of several bundles that with the lowest number stays.
    """
    chosen = list(dict.fromkeys(blocks))
    _present(session, chosen)
    inside = bundling.bundles_of(session, chosen)
    if not inside:
        bundle = bundling.bundle_blocks(session, chosen)
    else:
        known = [bundling.bundle_with(session, one) for one in dict.fromkeys(inside.values())]
        bundle, *others = (one.id for one in sorted(known, key=lambda one: (one.number, one.id)))
        if others:
            bundling.join(session, bundle, others)
        bundling.add_to_bundle(session, bundle, [one for one in chosen if one not in inside])
    _judge(session, list(combinations(chosen, 2)), TOGETHER)
    return bundle


def judge_linked(session: Work, first: str, second: str) -> None:
    """Remember that two blocks belong with each other, and stay apart."""
    _judge(session, [(first, second)], LINKED)


def judge_apart(session: Work, first: str, second: str) -> None:
    """Remember that two blocks are not the same."""
    _judge(session, [(first, second)], APART)


def called(session: Session, bundle: str) -> str:
    """Return the spoken id of a bundle."""
    return bundling.bundle_with(session, bundle).spoken_id


def judgement_id(first: str, second: str) -> str:
    """Return the identity of the row that says what was decided of two blocks, whichever comes first."""
    return derived("judgement", *_ordered(first, second))


def _judged_with(session: Session, block: str, *where: ColumnElement[bool]) -> tuple[str, ...]:
    either = (JudgementRow.first_id == block) | (JudgementRow.second_id == block)
    query = select(JudgementRow.first_id, JudgementRow.second_id).where(~JudgementRow.removed, either, *where)
    return tuple(sorted(second if first == block else first for first, second in session.execute(query)))


def _judge(session: Work, judged_now: Sequence[tuple[str, str]], decision: str) -> None:
    rows = {judgement_id(first, second): _ordered(first, second) for first, second in judged_now}
    _present(session, [block for pair in rows.values() for block in pair])
    known = set(session.scalars(select(JudgementRow.id).where(JudgementRow.id.in_(rows))))
    fresh = [
        {"id": identity, "first_id": first, "second_id": second, "decision": decision}
        for identity, (first, second) in rows.items()
        if identity not in known
    ]
    journal.insert_rows(session, JudgementRow, fresh)
    again = {identity: {"decision": decision, "removed": False} for identity in known}
    journal.update_rows(session, JudgementRow, again)


def _present(session: Session, blocks: Sequence[str]) -> None:
    there = set(session.scalars(select(BlockRow.id).where(BlockRow.id.in_(blocks), ~BlockRow.removed)))
    if len(there) < len(set(blocks)) or len(there) < 2:
        raise Problem("Een van deze bouwstenen is er niet meer. Ga verder met het volgende paar.")


def _ordered(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first <= second else (second, first)


def _codes(session: Session, book: Codebook) -> Mapping[str, list[str]]:
    """Return the domains, themes and kinds of all blocks."""
    wanted = {code.id for dimension in (DOMAIN, THEME, KIND) for code in book.of(dimension)}
    found: dict[str, list[str]] = {}
    for block, code in session.execute(select(TaggingRow.block_id, TaggingRow.code_id).where(~TaggingRow.removed)):
        if code in wanted:
            found.setdefault(block, []).append(code)
    return found


def _parts(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


_PRESENT: Final = (~BlockRow.removed, BlockRow.status != EXPIRED)
_INSIDE: Final = select(ContributionRow.block_id, ContributionRow.bundle_id).where(~ContributionRow.removed)
_TEXTS: Final = (
    select(BlockRow.id, BlockRow.title, BlockRow.explanation, BlockRow.next_step, BlockRow.workshop_id)
    .join(WorkshopRow, WorkshopRow.id == BlockRow.workshop_id)
    .where(*_PRESENT, ~WorkshopRow.removed)
)
