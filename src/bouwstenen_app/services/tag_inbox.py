"""The tag inbox: tags that the codebook does not know, until a person decides what becomes of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import Code, Codebook, folded
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.matching import key as spelled
from bouwstenen_app.domain.matching import names, prefix_of
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.proposals import Waiting, name_of, nearest, slug_of, tag_key
from bouwstenen_app.services import tagging
from bouwstenen_app.services.codebook_editing import free_slug, put_in
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, CodeRow, ProposalRow, WorkshopRow

LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a tag: the blocks that carried it, and the code they have now (None when it was rejected)."""

    text: str
    blocks: tuple[str, ...]
    code: Code | None = None
    learned: bool = False
    """Whether the typed word is a name of the code from now on."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    id: str
    block: str
    text: str
    workshop: str
    title: str


def waiting(session: Session, book: Codebook | None = None) -> tuple[Waiting, ...]:
    """Return the tags that wait in the whole workspace, what occurs most first; ``book`` when it is at hand."""
    groups: dict[str, list[_Proposal]] = {}
    for proposal in _proposals(session):
        groups.setdefault(tag_key(proposal.text), []).append(proposal)
    if not groups:
        return ()
    book = book or codebook(session)
    found = [_waiting(tag, group, nearest(group[0].text, book)) for tag, group in groups.items()]
    return tuple(sorted(found, key=lambda tag: (-len(tag.blocks), folded(tag.text))))


def accept(session: Work, tag: str, *, dimension: str, name: str = "", parent: str | None = None) -> Decided:
    """Make a code of a tag (its key) and put it on all its blocks; Problem when the codebook has that name.

    ``parent`` is the id of the code it comes under. A spelling that the name does not cover is a synonym.
    """
    group, book = _group(session, tag), codebook(session)
    text = _most_typed(group)
    wanted = " ".join(clean(name or name_of(text)).text.split())[:LONGEST_NAME]
    if not wanted:
        raise Problem("Geef de nieuwe code een naam.")
    _refuse_known(book, dimension, wanted)
    code = _new_code(session, book, dimension, wanted, parent, [proposal.text[1:] for proposal in group])
    _decide(session, group, [code])
    return Decided(text, _blocks(group), codebook(session).code(code))


def map_to(session: Work, tag: str, code: str, *, learn: bool = False) -> Decided:
    """Put an existing code on all blocks of a tag (its key); with ``learn`` the word is known next time."""
    group, book = _group(session, tag), codebook(session)
    if code not in book.by_id:
        raise Problem("Deze code staat niet meer in het codeboek. Kies een andere.")
    learned = learn and _learn(session, book, book.code(code), [proposal.text for proposal in group])
    _decide(session, group, [code])
    return Decided(_most_typed(group), _blocks(group), book.code(code), learned)


def reject(session: Work, tag: str) -> Decided:
    """Take a tag (its key) off all its blocks; their text stays as it is."""
    group = _group(session, tag)
    _decide(session, group, [])
    return Decided(_most_typed(group), _blocks(group))


def _proposals(session: Session) -> list[_Proposal]:
    query = (
        select(ProposalRow.id, ProposalRow.block_id, ProposalRow.text, BlockRow.workshop_id, WorkshopRow.title)
        .join(BlockRow, BlockRow.id == ProposalRow.block_id)
        .join(WorkshopRow, WorkshopRow.id == BlockRow.workshop_id)
        .where(~ProposalRow.removed, ~BlockRow.removed)
        .order_by(WorkshopRow.date.desc(), WorkshopRow.id.desc(), BlockRow.number)
    )
    return [_Proposal(*line) for line in session.execute(query)]


def _waiting(tag: str, group: Sequence[_Proposal], suggestions: tuple[str, ...]) -> Waiting:
    titles = {proposal.workshop: proposal.title for proposal in group}
    return Waiting(
        key=tag,
        text=_most_typed(group),
        spellings=tuple(_spellings(group)),
        blocks=_blocks(group),
        workshops=tuple(titles),
        titles=tuple(titles.values()),
        suggestions=suggestions,
    )


def _spellings(group: Sequence[_Proposal]) -> list[str]:
    """Return the spellings of a tag, what is typed most first; of two that are the one with its words apart."""
    typed = Counter(proposal.text for proposal in group)
    return sorted(typed, key=lambda text: (-typed[text], -len(text)))


def _most_typed(group: Sequence[_Proposal]) -> str:
    return _spellings(group)[0]


def _blocks(group: Sequence[_Proposal]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(proposal.block for proposal in group))


def _group(session: Work, tag: str) -> list[_Proposal]:
    session.flush()
    found = [proposal for proposal in _proposals(session) if tag_key(proposal.text) == tag]
    if not found:
        raise Problem("Deze tag wacht niet meer: er is al over beslist.")
    return found


def _decide(session: Work, group: Sequence[_Proposal], codes: Sequence[str]) -> None:
    if codes:
        tagging.tag(session, list(_blocks(group)), codes)
    journal.update_rows(session, ProposalRow, {proposal.id: {"removed": True} for proposal in group})


def _refuse_known(book: Codebook, dimension: str, name: str) -> None:
    for code in book.of(dimension):
        if spelled(name) in {spelled(other) for other in (code.name, code.slug, *code.synonyms)}:
            raise Problem("“{name}” staat al in het codeboek. Koppel de tag daaraan.", name=code.name)


def _new_code(
    session: Work, book: Codebook, dimension: str, name: str, parent: str | None, typed: Iterable[str]
) -> str:
    slug = free_slug({code.slug for code in book.of(dimension)}, slug_of(name))
    identity = derived("code", dimension, slug)
    above = book.by_id.get(parent or "")
    known = {spelled(name), spelled(slug)}
    row: dict[str, Any] = {
        "id": identity,
        "dimension_id": book.dimension(dimension).id,
        "slug": slug,
        "parent_id": above.id if above else None,
        "name": name,
        "colour": above.colour if above else "",
        "colour_dark": above.colour_dark if above else "",
        "colour_tint": above.colour_tint if above else "",
        "synonyms": list(_new_words(typed, known)),
        "position": _make_room(session, book, dimension, above, name),
        "retired": False,
    }
    put_in(session, CodeRow, [row])
    return identity


def _new_words(typed: Iterable[str], known: set[str]) -> Iterable[str]:
    for word in typed:
        if spelled(word) not in known:
            known.add(spelled(word))
            yield word


def _make_room(session: Work, book: Codebook, dimension: str, above: Code | None, name: str) -> int:
    """Return the position of a new code: the last of its dimension, or of those under the same code."""
    codes = book.of(dimension)
    if above is None:
        return max((code.position for code in codes), default=0) + 1
    last = max((code for code in codes if above.id in (code.id, code.parent)), key=lambda c: (c.position, c.name))
    if last.name < name:
        return last.position  # codes with one position stand in the order of the alphabet
    later = {code.id: {"position": code.position + 1} for code in codes if code.position > last.position}
    journal.update_rows(session, CodeRow, later)
    return last.position + 1


def _learn(session: Work, book: Codebook, code: Code, typed: Sequence[str]) -> bool:
    """Make words that name nothing yet synonyms of a code, where their prefix reaches it."""
    known: set[str] = set()
    new = [
        text[1:]
        for text in typed
        if text[:1] in ("#", prefix_of(book, code)) and not names(book).match(text[0], text[1:])
    ]
    words = list(_new_words(new, known))
    if words:
        journal.update_rows(session, CodeRow, {code.id: {"synonyms": [*code.synonyms, *words]}})
    return bool(words)
