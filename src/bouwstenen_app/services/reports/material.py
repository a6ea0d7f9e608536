"""What a report is made of: everything read for a recipe, in one short transaction."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.consents import Consent
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import Recipe
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import aligning, boards, bundling, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.reports.collecting import uncollected
from bouwstenen_app.storage.report_tables import PassageRow


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


def material(session: Session, recipe: Recipe) -> Material:
    """Return what a recipe asks for; Problem when there is no block for it."""
    chosen = [w for w in preparing.workshops(session) if not recipe.workshops or w.id in recipe.workshops]
    chosen.sort(key=lambda w: (w.date or datetime.date.max, w.title))
    ids = tuple(workshop.id for workshop in chosen)
    with uncollected():
        everything = (
            boards.select_blocks(session, boards.Selection(query=recipe.query, workshops=ids)) if ids else ()
        )
    blocks = tuple(b for b in everything if b.release in recipe.releases and not b.held_back)
    if not blocks:
        raise Problem(
            "Er zijn geen bouwstenen voor dit rapport. Kies andere sessies, of leg eerst bouwstenen vast."
        )
    bundles = _bundles(session, blocks, recipe.releases)
    consents = aligning.consents(session) if bundles else ()
    left_out = len(everything) - len(blocks)
    own = passages(session, recipe.id) if recipe.id else {}
    return Material(codebook(session), tuple(chosen), blocks, left_out, bundles, consents, own)


def passages(session: Session, recipe: str) -> Mapping[str, str]:
    """Return the writer's own texts of a saved recipe, by key; an empty one leaves a passage out."""
    lines = select(PassageRow.key, PassageRow.text).where(PassageRow.recipe_id == recipe, ~PassageRow.removed)
    return {key: text for key, text in session.execute(lines)}


def _bundles(session: Session, blocks: Sequence[Block], releases: Sequence[str]) -> tuple[Bundle, ...]:
    inside = {block.id for block in blocks}
    found = [Bundle(one.id, one.number, "", removed=True) for one in bundling.bundles(session, removed=True)]
    for bundle in bundling.bundles(session):
        kept = tuple(one for one in bundle.contributions if one in inside)
        if kept and bundle.release in releases:
            found.append(replace(bundle, contributions=kept))
    return tuple(sorted(found, key=lambda bundle: bundle.number))
