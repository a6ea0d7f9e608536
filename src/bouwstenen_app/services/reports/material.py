"""What a report is made of: the recipe a person chose, and everything read for it in one short transaction."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from bouwstenen_app.domain.blocks import FREE, Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.consents import Consent
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import aligning, boards, bundling, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.reports.collecting import uncollected

TITLE: Final = "Bouwstenen uit de praktijk"
FIGURES: Final = "kerncijfers"
KEY_BUNDLES: Final = "kernbouwstenen"
MATRIX: Final = "matrix"
SYNERGY: Final = "samenhang"
THEMES: Final = "themas"
ALIGNMENT: Final = "afstemming"
ACCOUNT: Final = "verantwoording"
SESSIONS: Final = "sessies"
CODEBOOK: Final = "codeboek"
MERGED: Final = "samengevoegd"
SECTIONS: Final[Mapping[str, str]] = {
    FIGURES: "In één oogopslag",
    KEY_BUNDLES: "Kernbouwstenen",
    MATRIX: "Thema’s en domeinen",
    SYNERGY: "Samenhang tussen domeinen",
    THEMES: "Hoofdstuk per thema",
    ALIGNMENT: "Afstemming",
    ACCOUNT: "Aanpak en verantwoording",
    SESSIONS: "Bijlage: sessies",
    CODEBOOK: "Bijlage: codeboek",
    MERGED: "Bijlage: samengevoegd",
}
"""The parts a consolidated report can have, in reading order, with their names for a person."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a person chose for a report: its title page, which blocks, which parts."""

    title: str = TITLE
    subtitle: str = ""
    status: str = "concept"
    author: str = ""
    """A role or organisation, never a person's name."""
    circulation: str = ""
    workshops: tuple[str, ...] = ()
    """Ids of sessions; empty for all."""
    releases: tuple[str, ...] = (FREE,)
    sections: frozenset[str] = frozenset(SECTIONS)
    on: datetime.date | None = None
    """The date on the title page."""


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


def material(session: Session, recipe: Recipe) -> Material:
    """Return what a recipe asks for; Problem when there is no block for it."""
    chosen = [w for w in preparing.workshops(session) if not recipe.workshops or w.id in recipe.workshops]
    chosen.sort(key=lambda w: (w.date or datetime.date.max, w.title))
    ids = tuple(workshop.id for workshop in chosen)
    with uncollected():
        everything = boards.select_blocks(session, boards.Selection(workshops=ids)) if ids else ()
    blocks = tuple(b for b in everything if b.release in recipe.releases and not b.held_back)
    if not blocks:
        raise Problem(
            "Er zijn geen bouwstenen voor dit rapport. Kies andere sessies, of leg eerst bouwstenen vast."
        )
    bundles = _bundles(session, blocks, recipe.releases)
    consents = aligning.consents(session) if bundles else ()
    return Material(codebook(session), tuple(chosen), blocks, len(everything) - len(blocks), bundles, consents)


def _bundles(session: Session, blocks: Sequence[Block], releases: Sequence[str]) -> tuple[Bundle, ...]:
    inside = {block.id for block in blocks}
    found = [Bundle(one.id, one.number, "", removed=True) for one in bundling.bundles(session, removed=True)]
    for bundle in bundling.bundles(session):
        kept = tuple(one for one in bundle.contributions if one in inside)
        if kept and bundle.release in releases:
            found.append(replace(bundle, contributions=kept))
    return tuple(sorted(found, key=lambda bundle: bundle.number))
