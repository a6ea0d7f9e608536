"""The kinds of report and the recipe of one: what a person chooses for a document, before anything is read."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.blocks import ALIGN_FIRST, FREE, INTERNAL
from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report_parts import (
    ALIGNING_PARTS,
    BLOCKS_TO_READ,
    BUNDLES_IN_SHORT,
    BUNDLES_TO_READ,
    CARDS_PARTS,
    CODEBOOK_PARTS,
    EMPTY_CARDS_PARTS,
    FEEDBACK_PARTS,
    HOW_TO_READ,
    OTHER_PARTS,
    PARTNER_PARTS,
    REGION_PARTS,
    THEME_PARTS,
)

TITLE: Final = "Bouwstenen uit de praktijk"

KEY_MESSAGE: Final = "kernboodschap"
DECISIONS: Final = "besluiten"
FIGURES: Final = "kerncijfers"
BACKGROUND: Final = "aanleiding"
KEY_BUNDLES: Final = "kernbouwstenen"
MATRIX: Final = "matrix"
SYNERGY: Final = "samenhang"
THEMES: Final = "themas"
MOMENTS: Final = "kantelmomenten"
VOICES: Final = "ervaring"
PRIORITIES: Final = "prioriteiten"
RISKS: Final = "risicos"
PARTNERS: Final = "partners"
HEARD: Final = "gehoord"
NEW_THEMES: Final = "nieuwe-themas"
ALIGNMENT: Final = "afstemming"
NEXT_STEPS: Final = "vervolg"
BLOCKS: Final = "bouwstenen"
ACCOUNT: Final = "verantwoording"
SESSIONS: Final = "sessies"
CODEBOOK: Final = "codeboek"
GLOSSARY: Final = "begrippen"
MERGED: Final = "samengevoegd"

IN_CONSOLIDATED: Final[Mapping[str, str]] = {
    KEY_MESSAGE: "Kernboodschap",
    DECISIONS: "Gevraagde besluiten",
    FIGURES: "In één oogopslag",
    KEY_BUNDLES: "Kernbouwstenen",
    BACKGROUND: "Aanleiding en vraag",
    ACCOUNT: "Aanpak en verantwoording",
    THEMES: "Beeld per thema",
    SYNERGY: "Samenhang tussen domeinen",
    MATRIX: "Thema’s en domeinen",
    MOMENTS: "Kantelmomenten en levensfasen",
    VOICES: "Stem van ervaringsdeskundigen en cliënten",
    PRIORITIES: "Prioriteiten en volgorde",
    RISKS: "Risico’s en voorwaarden",
    PARTNERS: "Per partner: wat wordt gevraagd",
    HEARD: "Wie was er en wat is gehoord",
    NEW_THEMES: "Nieuwe thema’s per sessie",
    ALIGNMENT: "Afstemming",
    NEXT_STEPS: "Vervolg",
    BLOCKS: "Bijlage: alle bouwstenen",
    SESSIONS: "Bijlage: sessies",
    CODEBOOK: "Bijlage: codeboek",
    GLOSSARY: "Bijlage: begrippen en afkortingen",
    MERGED: "Bijlage: samengevoegd en teruggetrokken",
}
"""The parts of the consolidated report in reading order, with their names for a person."""
SECTIONS: Final[Mapping[str, str]] = {**IN_CONSOLIDATED, **OTHER_PARTS}
"""Every part that a report can have, with its name for a person."""

CONCEPT, READING, SETTLED = "concept", "meeleesversie", "vastgesteld"
STATUSES: Final = (CONCEPT, READING, SETTLED)
"""What a document can say of itself on its title page."""
AGENDA: Final = "draaiboek"
"""An agenda on paper: no kind with a recipe, but it is noted among the documents that were made."""
HANDLED: Final = "verwerking"
"""The overview of what was done with remarks, likewise."""
CODEBOOK_ORDER, MOST_FIRST = "", "meeste"
ORDERS: Final[Mapping[str, str]] = {CODEBOOK_ORDER: "Zoals in het codeboek", MOST_FIRST: "Meeste bouwstenen eerst"}
"""The orders of the chapters per theme, with what they are called."""

ABOUT_SESSION, ABOUT_THEME, ABOUT_PARTNER, ABOUT_REGION = "sessie", "thema", "partner", "regio"
"""What a kind of report can be about; a report about none is about everything."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of report: the parts it can have in reading order, and what it may show to whom."""

    slug: str
    """How it is called on the command line and in the file."""
    name: str
    purpose: str
    """For whom it is, in one sentence."""
    sections: tuple[str, ...]
    releases: tuple[str, ...] = (FREE,)
    """What it may show at most; a recipe can ask for less."""
    outside: bool = False
    """It leaves the circle that made it: small counts are shown as *<3*."""
    about: str = ""
    """What it is about, one of ``ABOUT_…``; empty when it is about everything."""
    compact: bool = False
    """A few pages: the title stands above the text, without contents; about more subjects it has both."""
    placeless: bool = False
    """Places and locations of sessions are replaced by their region, in every text (privacy.md, R-16)."""
    needs_blocks: bool = True
    """It is made of blocks; one that is not reads none at all."""
    status: str = CONCEPT
    """What its title page says unless a person chooses; empty for a document that has no versions."""
    optional: tuple[str, ...] = ()
    """Those of its parts that are only written when a person turns them on."""

    @property
    def usual(self) -> tuple[str, ...]:
        """The parts it has before a person chooses."""
        return tuple(name for name in self.sections if name not in self.optional)


CONSOLIDATED: Final = Kind(
    "geconsolideerd",
    "Geconsolideerd rapport",
    "Voor de stuurgroep: alles wat is opgehaald, samengebracht.",
    tuple(IN_CONSOLIDATED),
    releases=(FREE, INTERNAL),
    optional=(HEARD, NEW_THEMES),
)
SUMMARY: Final = Kind(
    "samenvatting",
    "Bestuurlijke samenvatting",
    "Voor bestuurders: de kernboodschap en de kernbouwstenen op twee bladzijden.",
    (KEY_MESSAGE, DECISIONS, BUNDLES_IN_SHORT),
    outside=True,
    compact=True,
    optional=(DECISIONS,),
)
FEEDBACK: Final = Kind(
    "terugkoppeling",
    "Terugkoppelverslag",
    "Voor de deelnemers: wat er in hun sessie is opgehaald, en wat er nu gebeurt.",
    tuple(FEEDBACK_PARTS),
    about=ABOUT_SESSION,
    compact=True,
    status="",
)
TO_READ: Final = Kind(
    "meeleesversie",
    "Meeleesversie",
    "Voor meelezers: elke tekst met nummer en status, en ruimte voor een opmerking ernaast.",
    (HOW_TO_READ, KEY_MESSAGE, DECISIONS, BUNDLES_TO_READ, BLOCKS_TO_READ),
    releases=(FREE, ALIGN_FIRST),
    status=READING,
    optional=(KEY_MESSAGE, DECISIONS),
)
ALIGNING: Final = Kind(
    "afstemming",
    "Afstemmingsversie",
    "Voor één partner: wat over die partner gaat of gevoelig ligt, met bij elke tekst de vraag of die klopt.",
    tuple(ALIGNING_PARTS),
    releases=(FREE, ALIGN_FIRST),
    outside=True,
    about=ABOUT_PARTNER,
    compact=True,
)
THEME_DOSSIER: Final = Kind(
    "themadossier",
    "Themadossier",
    "Voor een werkgroep: alles over één thema, uit alle regio’s, met voorbeelden en open vragen.",
    tuple(THEME_PARTS),
    outside=True,
    about=ABOUT_THEME,
)
PARTNER_EXTRACT: Final = Kind(
    "partneruittreksel",
    "Partneruittreksel",
    "Voor één partner: wat over hen gaat, wat wordt gevraagd en wat al werkt. Zonder plaatsnamen.",
    tuple(PARTNER_PARTS),
    outside=True,
    about=ABOUT_PARTNER,
    compact=True,
    placeless=True,
)
REGION_EXTRACT: Final = Kind(
    "regio-uittreksel",
    "Regio-uittreksel",
    "Voor één regio: de eigen woorden, naast het beeld van alle regio’s.",
    tuple(REGION_PARTS),
    outside=True,
    about=ABOUT_REGION,
    compact=True,
)
CARDS: Final = Kind(
    "kaartenset",
    "Kaartenset",
    "Voor aan de wand: elke bouwsteen op een kaart van A6, vier op een vel.",
    tuple(CARDS_PARTS),
    outside=True,
    compact=True,
    status="",
)
EMPTY_CARDS: Final = Kind(
    "lege-kaarten",
    "Lege kaarten",
    "Voor in de zaal: kaarten om op te schrijven, met de vraag van elke ronde.",
    tuple(EMPTY_CARDS_PARTS),
    compact=True,
    needs_blocks=False,
    status="",
)
CODES_DOCUMENT: Final = Kind(
    "codeboek",
    "Codeboek",
    "Voor wie tagt: wat elke tag betekent en met welke woorden je hem typt.",
    tuple(CODEBOOK_PARTS),
    needs_blocks=False,
    status="",
)
KINDS: Final[Mapping[str, Kind]] = {
    kind.slug: kind
    for kind in (
        CONSOLIDATED,
        SUMMARY,
        FEEDBACK,
        TO_READ,
        ALIGNING,
        THEME_DOSSIER,
        PARTNER_EXTRACT,
        REGION_EXTRACT,
        CARDS,
        EMPTY_CARDS,
        CODES_DOCUMENT,
    )
}
"""Every kind of report, in the order in which a person chooses from them."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a person chose for a report: its kind, its title page, which blocks, which parts in which order."""

    title: str = TITLE
    subtitle: str = ""
    status: str = "concept"
    """``concept``, ``meeleesversie`` or ``vastgesteld``."""
    author: str = ""
    """A role or organisation, never a person's name."""
    circulation: str = ""
    workshops: tuple[str, ...] = ()
    """Ids of sessions; empty for all."""
    releases: tuple[str, ...] = (FREE,)
    sections: tuple[str, ...] = CONSOLIDATED.usual
    """The chosen parts, in reading order."""
    on: datetime.date | None = None
    """The date on the title page."""
    kind: str = CONSOLIDATED.slug
    query: str = ""
    """Only the blocks that this finds: the same language as in *Ordenen* (``domain/query.py``)."""
    about: tuple[str, ...] = ()
    """Ids of codes or sessions, or names of regions, that the report is about; empty for all, a chapter each."""
    chapters: str = ""
    """The order of the chapters per theme: empty for that of the codebook, ``meeste`` for most blocks first."""
    reply_before: datetime.date | None = None
    id: str = ""
    """Of the saved recipe; empty for one that is not kept."""
    name: str = ""


def kind_called(slug: str) -> Kind:
    """Return the kind of report with this name; Problem when there is none."""
    if slug not in KINDS:
        raise Problem("Er is geen soort rapport “{slug}”. Kies uit: {all}.", slug=slug, all=", ".join(KINDS))
    return KINDS[slug]


def standard_id(kind: str) -> str:
    """Return the identity of the recipe that every kind has: the same on every laptop."""
    return derived("recipe", kind)


def usual(slug: str) -> Recipe:
    """Return the recipe of a kind as it is before a person chooses anything; Problem when there is no such kind.

    What still has to be aligned goes only into a kind that is there to align it.
    """
    kind = kind_called(slug)
    return Recipe(
        title=TITLE if kind is CONSOLIDATED else kind.name,
        releases=kind.releases if ALIGN_FIRST in kind.releases else (FREE,),
        sections=kind.usual,
        kind=slug,
        status=kind.status,
        id=standard_id(slug),
    )


def all_sections(kind: Kind, chosen: Sequence[str]) -> tuple[str, ...]:
    """Return every part of a kind: the chosen ones in their order, each other one where it usually follows."""
    order = [name for name in dict.fromkeys(chosen) if name in kind.sections]
    for place, name in enumerate(kind.sections):
        if name not in order:
            before = next((one for one in reversed(kind.sections[:place]) if one in order), None)
            order.insert(0 if before is None else order.index(before) + 1, name)
    return tuple(order)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the writer in a report: under a heading, or in the place of a generated one."""

    text: str
    replaced: str = ""
    """The digest (``domain/anchors.py``) of the generated text that it took the place of."""
