"""What a document is about: one session, theme, partner or region, or each of them in a chapter of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bouwstenen_app.domain.blocks import EXPIRED, Block
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Code, Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import (
    ABOUT_PARTNER,
    ABOUT_REGION,
    ABOUT_SESSION,
    ABOUT_THEME,
    ALIGNING,
    MOST_FIRST,
    Kind,
    Recipe,
)
from bouwstenen_app.services.reports.material import Material

SENSITIVE: Final = ("onderzoekshandelingen", "afgestemde-interventies", "informatiedeling")
"""The themes that every partner is asked about, whoever they are about (rapport.md, section 6)."""
FOR_EVERYONE: Final = "gevoelig"
EVERYONE: Final = "Gevoelige thema’s, voor elke partner"
"""The last chapter of a version to align with all partners."""
NO_REGION: Final = "Zonder regio"
MISSING: Final = {
    ABOUT_SESSION: "Er zijn geen bouwstenen uit deze sessie voor dit document. Kies een andere sessie.",
    ABOUT_THEME: "Er zijn geen bouwstenen over dit thema voor dit document. Kies een ander thema.",
    ABOUT_PARTNER: "Er zijn geen bouwstenen over deze partner voor dit document. Kies een andere partner.",
    ABOUT_REGION: "Er zijn geen bouwstenen uit deze regio voor dit document. Kies een andere regio.",
}
UNTAGGED: Final = {
    ABOUT_THEME: "Er zijn geen bouwstenen over een thema. Geef bouwstenen eerst een thema, in Ordenen of met "
    "Nog te duiden, of kies een ander document.",
    ABOUT_PARTNER: "Er zijn geen bouwstenen over een partner. Geef bouwstenen eerst een domein, in Ordenen of met "
    "Nog te duiden, of kies een ander document.",
}
"""When nothing was asked for, and there is nothing of any."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a document is about. ``ids`` are those of codes, or of sessions."""

    key: str
    """The slug of a code, the id of a session, or the name of a region: the same on every laptop."""
    name: str
    ids: frozenset[str]
    code: Code | None = None
    also: frozenset[str] = frozenset()
    """Ids of codes that concern this partner whoever the block is about."""


def subjects(read: Material, recipe: Recipe, kind: Kind) -> tuple[Subject, ...]:
    """Return what the document is about, in order: what has something to tell, or what was asked for.

    Problem when what was asked for is not there, or has nothing to tell.
    """
    found = tuple(_all(read, recipe, kind))
    asked = [one for one in found if _asked(one, recipe.about)] if recipe.about else found
    told = [one for one in asked if _has_anything(one, read, kind)]
    if not told:
        raise Problem(MISSING[kind.about] if recipe.about else UNTAGGED.get(kind.about, MISSING[kind.about]))
    if kind.about == ABOUT_THEME and recipe.chapters == MOST_FIRST:
        counts = Counter({one.key: sum(concerns(one, block, kind) for block in read.blocks) for one in told})
        told.sort(key=lambda one: -counts[one.key])
    return tuple(told)


def family(book: Codebook, code: Code) -> frozenset[str]:
    """Return the ids of a code and of every code under it."""
    found = {code.id}
    while more := {one.id for one in book.codes if one.parent in found} - found:
        found |= more
    return frozenset(found)


def concerns(subject: Subject, block: Block, kind: Kind) -> bool:
    """Return whether a block belongs to a subject in this kind of document; what expired only to its session."""
    if kind.about in (ABOUT_SESSION, ABOUT_REGION):
        return block.workshop in subject.ids
    if block.status == EXPIRED:
        return False
    return not (subject.ids.isdisjoint(block.codes) and subject.also.isdisjoint(block.codes))


def narrowed(read: Material, subject: Subject, kind: Kind) -> Material:
    """Return the part of what was read that a subject is about.

    A bundle stays with the contributions that do; for a partner also when it was submitted to them.
    """
    blocks = tuple(block for block in read.blocks if concerns(subject, block, kind))
    inside = {block.id for block in blocks}
    consents = read.consents
    if kind.about == ABOUT_PARTNER:
        consents = tuple(one for one in consents if one.partner in subject.ids)
    submitted = {one.bundle for one in consents} if kind.about == ABOUT_PARTNER else set()
    bundles = tuple(
        replace(bundle, contributions=kept)
        for bundle in read.bundles
        if (kept := tuple(one for one in bundle.contributions if one in inside)) or bundle.id in submitted
    )
    workshops = read.workshops
    if kind.about in (ABOUT_SESSION, ABOUT_REGION):
        workshops = tuple(one for one in workshops if one.id in subject.ids)
    left_out = sum(1 for where, codes in read.kept_out if _left_out_of(subject, where, codes))
    return replace(read, blocks=blocks, bundles=bundles, consents=consents, workshops=workshops, left_out=left_out)


def _left_out_of(subject: Subject, workshop: str, codes: Iterable[str]) -> bool:
    return workshop in subject.ids or not subject.ids.isdisjoint(codes)


def sensitive(book: Codebook) -> frozenset[str]:
    """Return the ids of the themes that every partner is asked about."""
    named = (book.by_slug.get((THEME, slug)) for slug in SENSITIVE)
    return frozenset(one for code in named if code is not None for one in family(book, code))


def _asked(subject: Subject, about: Sequence[str]) -> bool:
    return subject.key in about or (subject.code is not None and subject.code.id in about)


def _has_anything(subject: Subject, read: Material, kind: Kind) -> bool:
    if kind is ALIGNING:
        shown = {bundle.id for bundle in read.bundles if not bundle.removed}
        if any(one.partner in subject.ids and one.bundle in shown for one in read.consents):
            return True
    return any(concerns(subject, block, kind) for block in read.blocks)


def _all(read: Material, recipe: Recipe, kind: Kind) -> Iterator[Subject]:
    match kind.about:
        case "sessie":
            yield from (Subject(one.id, one.title, frozenset({one.id})) for one in read.workshops)
        case "regio":
            names = sorted({one.region for one in read.workshops}, key=lambda name: (not name, name.casefold()))
            for name in names:
                ids = frozenset(one.id for one in read.workshops if one.region == name)
                yield Subject(name, name or NO_REGION, ids)
        case "thema":
            yield from _codes(read, THEME, recipe.about)
        case _:
            also = sensitive(read.book) if kind is ALIGNING else frozenset()
            yield from _codes(read, DOMAIN, recipe.about, also if recipe.about else frozenset())
            if also and not recipe.about:  # for every partner the same: once
                yield Subject(FOR_EVERYONE, EVERYONE, frozenset(), also=also)


def _codes(
    read: Material, dimension: str, about: Sequence[str], also: frozenset[str] = frozenset()
) -> Iterator[Subject]:
    """Yield main groups of themes, and of domains the parties themselves; a code that was asked for in any case.

    A main group of domains that blocks name without a party is one of its own.
    """
    book = read.book
    named = {code for block in read.blocks for code in block.codes}
    named |= {one.partner for one in read.consents}
    parents = {code.parent for code in book.codes}
    for code in book.of(dimension):
        if about:
            if code.id in about or code.slug in about:
                yield Subject(code.slug, code.name, family(book, code), code, also)
        elif dimension == THEME:
            if code.parent is None:
                yield Subject(code.slug, code.name, family(book, code), code, also)
        elif code.id not in parents:
            yield Subject(code.slug, code.name, frozenset({code.id}), code, also)
        elif code.id in named:
            yield Subject(code.slug, f"{code.name} in het algemeen", frozenset({code.id}), code, also)
