"""What an anchor in a document belongs to here: a block, a bundle, or a passage of the report."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Final

from sqlalchemy import func, select, tuple_
from sqlalchemy.orm import Session

from bouwstenen_app.domain.anchors import BESIDE, BLOCK, BUNDLE, TABLE, TEXT, Anchor, tail_of
from bouwstenen_app.domain.blocks import SPOKEN
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import CONSOLIDATED, KINDS, SECTIONS, standard_id
from bouwstenen_app.domain.reviews import Comment, Copy
from bouwstenen_app.domain.spots import placed
from bouwstenen_app.services import recipes, reporting
from bouwstenen_app.services.reviews.fields import PART, PASSAGE, passages, source_of
from bouwstenen_app.storage.report_tables import EditionRow
from bouwstenen_app.storage.tables import BlockRow, BundleRow

_OF_BLOCK: Final = re.compile(rf"\b{SPOKEN}\b")
_OF_BUNDLE: Final = re.compile(r"\bK-(\d{2,})\b")
_TAIL: Final = 17
"""Where the last 16 digits of an id begin (SQL counts from 1)."""


class Belonging:
    """Knows what the anchors and the headings of one copy belong to."""

    def __init__(self, session: Session, copy: Copy) -> None:
        self.recipe, self.kind = recipe_of(session, copy.edition)
        anchors = _anchors(copy)
        self.passages: Mapping[str, str] = {}
        """What the report says now in each of its passages, by source; empty for one that it does not have now."""
        self._subjects = dict(_owned(session, anchors))
        if any(anchor.kind == TEXT for anchor in anchors):
            self.passages = _passages(session, self.recipe)
            self._subjects |= {(TEXT, tail_of(source)): source for source in self.passages}
        self._spoken = dict(_spoken(session, _words(copy)))

    def of(self, anchor: Anchor | None) -> tuple[str, str]:
        """Return the subject and the field of an anchor; empty for what is nobody's here."""
        subject = self._subjects.get((anchor.kind, anchor.tail), "") if anchor else ""
        if not subject or anchor is None:
            return "", ""
        return subject, PASSAGE if anchor.kind == TEXT else "" if anchor.field == BESIDE else anchor.field

    def told(self, *texts: str) -> str:
        """Return the subject that one of these texts names by its number (*RH-017*); empty when none does."""
        return next((self._spoken[name] for text in texts for name in _names(text) if name in self._spoken), "")

    def of_comment(self, comment: Comment) -> tuple[str, str]:
        """Return what a comment is about: the text it stands in, its row in a table, or what is near or named."""
        subject, field = self.of(comment.anchor)
        if subject and (comment.inside or not comment.row):
            return subject, field
        named = self.told(comment.row, comment.quote, comment.heading)
        return (named, "") if named else (subject, field)


def recipe_of(session: Session, edition: str) -> tuple[str, str]:
    """Return the id of the recipe that a document was made with, and its kind; else the usual one, and nothing."""
    found = session.execute(
        select(EditionRow.recipe_id, EditionRow.kind).where(EditionRow.id == edition, ~EditionRow.removed)
    ).one_or_none()
    kind = found.kind if found and found.kind in KINDS else CONSOLIDATED.slug
    if found and found.recipe_id:
        with suppress(Problem):  # the recipe was thrown away meanwhile
            return recipes.recipe(session, found.recipe_id).id, kind
    return standard_id(kind), kind if found else ""


def _passages(session: Session, recipe: str) -> Mapping[str, str]:
    """Return all passages that there can be, by source: kept ones, those of each part, and those of the report."""
    found = {source_of(f"section:{part}"): "" for part in SECTIONS}
    with suppress(Problem):
        made_with = recipes.recipe(session, recipe)
        found |= passages(session, made_with.id)
        report = placed(reporting.consolidated(session, made_with))
        found |= {one.said.source: one.said.text for one in report if one.anchor.kind == TEXT}
    return found


def _anchors(copy: Copy) -> frozenset[Anchor]:
    found = {text.anchor for text in copy.texts if text.is_changed} | {one.anchor for one in copy.comments}
    return frozenset(anchor for anchor in found if anchor)


def _owned(session: Session, anchors: Iterable[Anchor]) -> Iterator[tuple[tuple[str, str], str]]:
    for kind, column in ((BLOCK, BlockRow.id), (BUNDLE, BundleRow.id)):
        tails = sorted({anchor.tail for anchor in anchors if anchor.kind == kind})
        for start in range(0, len(tails), PART):
            ending = func.substr(column, _TAIL).in_(tails[start : start + PART])
            for identity in session.scalars(select(column).where(ending)):
                yield (kind, tail_of(f"{kind}:{identity}")), f"{kind}:{identity}"


def _words(copy: Copy) -> frozenset[str]:
    changed = [text for text in copy.texts if text.is_changed]
    texts = (name for text in changed for name in _names(text.heading))
    rows = (name for text in changed if text.anchor and text.anchor.field == TABLE for name in _names(text.before))
    comments = (
        name for one in copy.comments for text in (one.row, one.quote, one.heading) for name in _names(text)
    )
    return frozenset((*texts, *rows, *comments))


def _names(text: str) -> Iterator[str]:
    return (found[0] for pattern in (_OF_BLOCK, _OF_BUNDLE) for found in pattern.finditer(text))


def _spoken(session: Session, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    of_blocks = {name: _number(found) for name in names if (found := _OF_BLOCK.fullmatch(name))}
    of_bundles = {name: int(found[1]) for name in names if (found := _OF_BUNDLE.fullmatch(name))}
    blocks = _block_ids(session, list(dict.fromkeys(of_blocks.values())))
    lines = session.execute(select(BundleRow.number, BundleRow.id).where(~BundleRow.removed)) if of_bundles else ()
    bundles = {number: identity for number, identity in lines}
    yield from ((name, f"{BLOCK}:{blocks[key]}") for name, key in of_blocks.items() if key in blocks)
    yield from ((name, f"{BUNDLE}:{bundles[key]}") for name, key in of_bundles.items() if key in bundles)


def _number(found: re.Match[str]) -> tuple[str, int]:
    """Return letters and number of a block as the file keeps them: those of ``RH-B04`` are ``RH-B`` and 4."""
    region, laptop, lettered, plain = found.groups()
    return (f"{region}-{laptop}", int(lettered)) if laptop else (region, int(plain))


def _block_ids(session: Session, keys: list[tuple[str, int]]) -> Mapping[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for start in range(0, len(keys), PART):
        query = select(BlockRow.prefix, BlockRow.number, BlockRow.id).where(
            tuple_(BlockRow.prefix, BlockRow.number).in_(keys[start : start + PART])
        )
        found |= {(prefix, number): identity for prefix, number, identity in session.execute(query)}
    return found
