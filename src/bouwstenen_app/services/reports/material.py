"""What a report is made of: everything read for a recipe, in one short transaction."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import INTERNAL, Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.consents import Consent
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import (
    ABOUT_SESSION,
    CONSOLIDATED,
    IN_CONSOLIDATED,
    Kind,
    Recipe,
    kind_called,
    standard_id,
)
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import aligning, boards, bundling, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.reports.collecting import uncollected
from bouwstenen_app.services.reports.placeless import Places
from bouwstenen_app.services.reports.records import NO_RECORDS, Records, records
from bouwstenen_app.services.reports.withheld import without
from bouwstenen_app.storage.report_tables import PassageRow, RecipeRow
from bouwstenen_app.storage.tables import BlockRow


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a report is made of, read in one go: no question is asked after it."""

    book: Codebook
    workshops: tuple[Workshop, ...]
    blocks: tuple[Block, ...]
    left_out: int
    """Blocks of these sessions that the recipe keeps out: held back, or not released."""
    bundles: tuple[Bundle, ...] = ()
    """By number: those that may stand in it, with only the blocks that do; and the numbers of dissolved ones."""
    consents: tuple[Consent, ...] = ()
    passages: Mapping[str, str] = field(default_factory=dict)
    """The writer's own texts: *section:* with the name of a part, or *text:* with the key of a generated one."""
    kept_out: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of each block that is left out, its session and its codes: to count them by, and nothing of what it says."""
    records: Records = NO_RECORDS
    """What was done on the way: told in the account."""


def material(session: Session, recipe: Recipe) -> Material:
    """Return what a recipe asks for; Problem when there is no block for it.

    This is the one place that decides what a document can show, whatever a recipe asks: only what its kind may show
    (``Kind.releases``), nothing that is held back or in the bin, and no words of those in the texts of bundles.
    """
    kind = kind_called(recipe.kind)
    releases = tuple(one for one in kind.releases if one in recipe.releases)
    every = preparing.workshops(session)
    chosen = [w for w in every if _is_chosen(w, recipe, kind)]
    chosen.sort(key=lambda w: (w.date or datetime.date.max, w.title))
    ids = tuple(workshop.id for workshop in chosen)
    with uncollected():
        everything = (
            boards.select_blocks(session, boards.Selection(query=recipe.query, workshops=ids))
            if ids and kind.needs_blocks
            else ()
        )
    blocks = tuple(b for b in everything if _may_show(b, releases))
    if kind.outside:  # in which round it was said makes a block easier to trace to who said it
        blocks = tuple(replace(b, round=None) for b in blocks)
    if not blocks and kind.needs_blocks:
        raise _nothing(session, recipe, left_out=bool(everything))
    kept_out = tuple((b.workshop, b.codes) for b in everything if not _may_show(b, releases))
    bundles = _bundles(session, blocks, releases)
    consents = aligning.consents(session) if bundles else ()
    own = _own_texts(session, recipe, kind)
    told = records(session, ids, {block.id for block in blocks})
    read = Material(codebook(session), tuple(chosen), blocks, len(kept_out), bundles, consents, own, kept_out, told)
    return _placeless(read, every) if kind.placeless else read


def _nothing(session: Session, recipe: Recipe, *, left_out: bool) -> Problem:
    """Return why there is nothing for a document, and what to do."""
    query = recipe.query.strip()
    if left_out:
        return Problem(
            "Er zijn geen bouwstenen voor dit rapport: wat er is, is achtergehouden of mag er niet in. "
            "Wijzig de vrijgave in Ordenen, of kies andere bouwstenen."
        )
    if query:
        return Problem("Met “{query}” is er geen bouwsteen voor dit rapport. Zoek ruimer.", query=query)
    if session.scalar(select(BlockRow.id).where(~BlockRow.removed).limit(1)) is not None:
        return Problem(
            "Er zijn geen bouwstenen voor dit rapport: de gekozen sessies zijn leeg. Kies andere sessies, of leg "
            "er eerst bouwstenen vast."
        )
    return Problem(
        "Er zijn geen bouwstenen voor dit rapport: de werkmap is nog leeg. Leg ze vast in Vastleggen, of haal ze "
        "binnen in Uitwisselen."
    )


def _is_chosen(workshop: Workshop, recipe: Recipe, kind: Kind) -> bool:
    if kind.about == ABOUT_SESSION and recipe.about and workshop.id not in recipe.about:
        return False
    return not recipe.workshops or workshop.id in recipe.workshops


def _may_show(block: Block, releases: Sequence[str]) -> bool:
    return block.release in releases and not block.held_back and not block.removed


def _placeless(read: Material, every: Sequence[Workshop]) -> Material:
    """Return the same with the region in the place of every name of a place."""
    places = Places(every)
    return replace(
        read,
        workshops=tuple(map(places.of_workshop, read.workshops)),
        blocks=tuple(map(places.of_block, read.blocks)),
        bundles=tuple(map(places.of_bundle, read.bundles)),
    )


def _own_texts(session: Session, recipe: Recipe, kind: Kind) -> Mapping[str, str]:
    """Return the writer's own texts; of parts that are in the consolidated report too, what was written there.

    The key message is written once: a summary says it in the same words, unless it has words of its own, or what
    was written there is about more than others may see.
    """
    own = passages(session, recipe.id) if recipe.id else {}
    shared = set(kind.sections) & set(IN_CONSOLIDATED)
    consolidated = standard_id(CONSOLIDATED.slug)
    kept = select(RecipeRow.releases).where(RecipeRow.id == consolidated, ~RecipeRow.removed)
    if kind is CONSOLIDATED or not shared or INTERNAL in (session.scalar(kept) or ()):
        return own
    written = passages(session, consolidated)
    return {**{key: text for key, text in written.items() if key.split(":")[1] in shared}, **own}


def passages(session: Session, recipe: str) -> Mapping[str, str]:
    """Return the writer's own texts of a saved recipe, by key; an empty one leaves a passage out."""
    lines = select(PassageRow.key, PassageRow.text).where(PassageRow.recipe_id == recipe, ~PassageRow.removed)
    return {key: text for key, text in session.execute(lines)}


def _bundles(session: Session, blocks: Sequence[Block], releases: Sequence[str]) -> tuple[Bundle, ...]:
    inside = {block.id: block for block in blocks}
    found = [Bundle(one.id, one.number, "", removed=True) for one in bundling.withdrawn(session)]
    told = [one for one in bundling.bundles(session) if one.release in releases]
    told = [one for one in told if not inside.keys().isdisjoint(one.contributions)]
    ever = bundling.ever_inside(session) if told else {}
    known = {one.id: one for one in boards.blocks(session, [b for one in told for b in ever.get(one.id, ())])}
    for bundle in told:
        withheld = [known[one] for one in ever[bundle.id] if not _may_show(known[one], releases)]
        kept = [inside[one] for one in bundle.contributions if one in inside]
        found.append(replace(without(bundle, kept, withheld), contributions=tuple(one.id for one in kept)))
    return tuple(sorted(found, key=lambda bundle: bundle.number))
