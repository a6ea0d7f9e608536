"""Two codes become one, or one becomes two: the tags on the blocks go along, in one step, and none is lost."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.matching import key as spelled
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.proposals import slug_of
from bouwstenen_app.services import aligning, boards, codebook_editing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.tagging import tagging_id
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, BundleRow, CodeRow, CombinationRow, ConsentRow, TaggingRow


@dataclass(frozen=True, slots=True)
class Moved:
    """What a merge or a split did: the code that carries the tags now, and how many blocks got another tag."""

    code: str
    blocks: int


def blocks_with(session: Session, code: str, *, limit: int = 0) -> tuple[Block, ...]:
    """Return the blocks that carry a code, by session and number; with a limit only the first ones."""
    query = (
        select(TaggingRow.block_id)
        .join(BlockRow, BlockRow.id == TaggingRow.block_id)
        .where(TaggingRow.code_id == code, ~TaggingRow.removed, ~BlockRow.removed)
        .order_by(BlockRow.prefix, BlockRow.number, BlockRow.id)
    )
    ids = list(session.scalars(query.limit(limit) if limit else query))
    return tuple(boards.blocks(session, ids))


def merge(session: Work, code: str, into: str) -> Moved:
    """Bring a code together with another of its dimension: its tags, the codes under it, and its words go there.

    The code itself is retired, so that a tag that still comes from another laptop has a name. Its name and its
    other words lead to the other code from now on.
    """
    book = codebook(session)
    old, new = codebook_editing.known(book, code), codebook_editing.known(book, into)
    if old.id == new.id:
        raise Problem("Kies een andere code: een code kan niet met zichzelf samen.")
    if old.dimension != new.dimension:
        raise Problem("Samenvoegen kan binnen één dimensie. Kies een andere code van dezelfde dimensie.")
    moved = _retag(session, _taggings(session, code), into)
    _move_children(session, book, old, new)
    _replace_in_lists(session, BundleRow, code, into)
    _replace_in_lists(session, CombinationRow, code, into)
    _move_consents(session, code, into)
    journal.update_rows(session, CodeRow, {into: _words_of_both(old, new)})
    codebook_editing.retire(session, [code])
    return Moved(into, moved)


def split(session: Work, code: str, *, name: str, blocks: Collection[str]) -> Moved:
    """Make a new code beside another, and give it the chosen blocks of that one. Problem when none is chosen.

    When its name was another word for the old code, that word goes along.
    """
    book = codebook(session)
    old = codebook_editing.known(book, code)
    wanted = frozenset(blocks)
    chosen = [line for line in _taggings(session, code) if line["block_id"] in wanted]
    if not chosen:
        raise Problem("Vink eerst de bouwstenen aan die naar de nieuwe code gaan.")
    left = [word for word in old.synonyms if spelled(word) != spelled(name)]
    journal.update_rows(session, CodeRow, {code: {"synonyms": left}})
    new = codebook_editing.add_code(session, dimension=old.dimension, name=name, parent=old.parent)
    colours = {"colour": old.colour, "colour_dark": old.colour_dark, "colour_tint": old.colour_tint}
    journal.update_rows(session, CodeRow, {new: colours})
    siblings = [one.id for one in codebook(session).of(old.dimension) if one.parent == old.parent and one.id != new]
    after = siblings[siblings.index(code) + 1 :]
    codebook_editing.move(session, new, parent=old.parent, before=after[0] if after else None)
    return Moved(new, _retag(session, chosen, new))


def _taggings(session: Session, code: str) -> list[Mapping[Any, Any]]:
    """Return the taggings with a code, on removed blocks too: they come back with it."""
    columns = TaggingRow.__table__.c
    query = select(columns.id, columns.block_id, columns.position)
    return list(session.execute(query.where(columns.code_id == code, ~columns.removed)).mappings())


def _retag(session: Work, taggings: Sequence[Mapping[Any, Any]], code: str) -> int:
    """Take taggings away and put another code on their blocks, once on each."""
    wanted = {tagging_id(line["block_id"], code): line for line in taggings}
    there = set(session.scalars(select(TaggingRow.id).where(TaggingRow.code_id == code)))
    new = [
        {"id": one, "block_id": line["block_id"], "code_id": code, "position": line["position"]}
        for one, line in wanted.items()
        if one not in there
    ]
    journal.insert_rows(session, TaggingRow, new)
    changed: dict[str, dict[str, Any]] = {one: {"removed": False} for one in wanted if one in there}
    journal.update_rows(session, TaggingRow, changed | {line["id"]: {"removed": True} for line in taggings})
    return len(wanted)


def _move_children(session: Work, book: Codebook, old: Code, new: Code) -> None:
    children = [one.id for one in book.of(old.dimension) if one.parent == old.id and one.id != new.id]
    above = new.id if new.parent in (None, old.id) else new.parent
    if new.parent == old.id:  # a code of the group takes its place
        journal.update_rows(session, CodeRow, {new.id: {"parent_id": old.parent}})
    for child in children:
        codebook_editing.move(session, child, parent=above)


def _replace_in_lists(session: Work, table: type[BundleRow] | type[CombinationRow], code: str, into: str) -> None:
    """Put one code in the place of another in lists of codes, where it stands once."""
    lists = session.execute(select(table.id, table.codes))
    changed = {
        row: {"codes": list(dict.fromkeys(into if one == code else one for one in codes))}
        for row, codes in lists
        if code in codes
    }
    journal.update_rows(session, table, changed)


def _move_consents(session: Work, code: str, into: str) -> None:
    """Let what a partner said of bundles be what the other said; where both said something, both stay."""
    columns = ConsentRow.__table__.c
    query = select(
        columns.bundle_id, columns.partner_id, columns.state, columns.note, columns.date, columns.removed
    )
    lines = session.execute(query.where(columns.partner_id.in_((code, into)))).mappings()
    said: dict[str, list[Mapping[Any, Any]]] = {code: [], into: []}
    for line in lines:
        said[line["partner_id"]].append(line)
    there = {line["bundle_id"]: line["removed"] for line in said[into]}
    moving = [line for line in said[code] if not line["removed"] and there.get(line["bundle_id"], True)]
    rows = [
        {"id": aligning.consent_id(line["bundle_id"], into), "bundle_id": line["bundle_id"], "partner_id": into}
        | {name: line[name] for name in ("state", "note", "date")}
        for line in moving
    ]
    journal.insert_rows(session, ConsentRow, [row for row in rows if row["bundle_id"] not in there])
    back = {row["id"]: {**row, "removed": False} for row in rows if row["bundle_id"] in there}
    gone = {aligning.consent_id(line["bundle_id"], code): {"removed": True} for line in moving}
    journal.update_rows(session, ConsentRow, back | gone)


def _words_of_both(old: Code, new: Code) -> dict[str, Any]:
    """Return the other words of a code, with those of one that is merged into it; its own name is none of them."""
    words: dict[str, str] = {}
    typed = () if slug_of(old.name) == old.slug else (old.slug,)  # it was renamed: what people type leads on too
    for word in (*new.synonyms, old.name, *typed, *old.synonyms):
        if spelled(word) != spelled(new.name):
            words.setdefault(spelled(word), word)
    return {
        "synonyms": list(words.values()),
        "abbreviations": list(dict.fromkeys((*new.abbreviations, *old.abbreviations))),
    }
