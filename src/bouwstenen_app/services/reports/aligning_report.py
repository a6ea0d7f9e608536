"""The version to align with a partner: what is about them or sensitive, and a question beside every text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import consents, dutch
from bouwstenen_app.domain.blocks import ALIGN_FIRST, Block
from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.domain.consents import Consent
from bouwstenen_app.domain.report import Card, Item, Section
from bouwstenen_app.domain.report_parts import (
    ALIGNING_PARTS,
    ASKED_TO_ALIGN,
    BLOCKS_TO_ALIGN,
    SENSITIVE,
    SUBMITTED,
)
from bouwstenen_app.services.reports import subjects
from bouwstenen_app.services.reports.bundle_cards import bundle_card
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.themes import card
from bouwstenen_app.services.reports.writing import Part, Writing

ANSWERS: Final = ("☐ Klopt", "☐ Aanpassen", "☐ Niet delen")
"""What a partner can say of a block."""
ANSWERS_TO_BUNDLE: Final = ("☐ Akkoord", "☐ Akkoord, mits", "☐ Niet akkoord")


def _asked(it: Writing) -> Iterator[Section]:
    name = it.subject.name if it.subject else ""
    about = len(_about(it))
    sensitive = len(it.read.blocks) - about
    submitted = len(_submitted(it))
    told = [
        dutch.counted(count, one, many)
        for count, one, many in (
            (about, f"bouwsteen over {name}", f"bouwstenen over {name}"),
            (sensitive, "bouwsteen over een gevoelig thema", "bouwstenen over gevoelige thema’s"),
            (submitted, "bundel", "bundels"),
        )
        if count
    ]
    before = f" Wij horen dat graag vóór {dutch.day(it.reply_before)}." if it.reply_before else ""
    items: list[Item] = [
        it.passage(ASKED_TO_ALIGN, "opening", f"Wij leggen u voor: {dutch.enumerated(told)}.", role="lead"),
        it.passage(
            ASKED_TO_ALIGN,
            "vraag",
            "Kruis naast elke bouwsteen aan of de tekst klopt, moet worden aangepast of niet mag worden gedeeld. "
            f"Bij aanpassen: verander de tekst zelf, of schrijf ernaast wat er moet staan.{before}",
        ),
    ]
    if any(block.release == ALIGN_FIRST for block in it.read.blocks):
        held = "Waar “eerst afstemmen” bij staat, gaat niet naar buiten voordat u hebt gereageerd."
        items.append(it.passage(ASKED_TO_ALIGN, "wachten", held))
    yield Section(ALIGNING_PARTS[ASKED_TO_ALIGN], 1, tuple(items), "vraag")


def _bundles(it: Writing) -> Iterator[Section]:
    found = []
    for consent in _submitted(it):
        bundle = next(one for one in it.read.bundles if one.id == consent.bundle)
        made = bundle_card(bundle, it.everything)
        found.append(replace(made, anchor=f"{made.anchor}-{consent.partner}", beside=_state(consent)))
    if found:
        yield Section(ALIGNING_PARTS[SUBMITTED], 1, tuple(found), "voorgelegd")


def _state(consent: Consent) -> tuple[str, ...]:
    on = f" op {dutch.day(consent.date)}" if consent.date else ""
    if consent.state == consents.SUBMITTED:
        return f"Voorgelegd{on}", *ANSWERS_TO_BUNDLE, "Toelichting:"
    return f"Uw antwoord{on}: {consent.state}", "Is dat veranderd? Schrijf het hier:"


def _submitted(it: Writing) -> list[Consent]:
    """Return what this partner said of each bundle that may be shown to them, by the number of the bundle."""
    numbers = {one.id: one.number for one in it.read.bundles if not one.removed}
    told = [one for one in it.read.consents if one.bundle in numbers]
    return sorted(told, key=lambda one: numbers[one.bundle])


def _about(it: Writing) -> list[Block]:
    ids = it.subject.ids if it.subject else frozenset()
    return [block for block in it.read.blocks if not ids.isdisjoint(block.codes)]


def _blocks(it: Writing) -> Iterator[Section]:
    if found := _about(it):
        name = it.subject.name if it.subject else ""
        yield Section(f"Bouwstenen over {name}", 1, tuple(_cards(it, found)), "over-u")


def _sensitive(it: Writing) -> Iterator[Section]:
    about = {block.id for block in _about(it)}
    found = [block for block in it.read.blocks if block.id not in about]
    if not found:
        return
    named = (it.read.book.by_slug.get((THEME, slug)) for slug in subjects.SENSITIVE)
    names = dutch.enumerated([f"“{code.name}”" for code in named if code is not None])
    told = it.passage(SENSITIVE, "uitleg", f"Deze bouwstenen gaan over {names}. Daarom vragen wij ook u ernaar.")
    yield Section(ALIGNING_PARTS[SENSITIVE], 1, (told, *_cards(it, found)), "gevoelig")


def _cards(it: Writing, blocks: Sequence[Block]) -> Iterator[Card]:
    """Yield what waits for this answer first, then by number."""
    workshops = {workshop.id: workshop for workshop in it.read.workshops}
    votes = votes_per_session(it.everything.blocks)
    for block in sorted(blocks, key=lambda one: (one.release != ALIGN_FIRST, one.spoken_id[:2], one.number)):
        made = card(block, workshops[block.workshop], votes[block.workshop], it.read.book)
        waits = ("Eerst afstemmen",) if block.release == ALIGN_FIRST else ()
        yield replace(made, beside=(*waits, *ANSWERS, "Toelichting:"))


PARTS: Final[Mapping[str, Part]] = {
    ASKED_TO_ALIGN: _asked,
    SUBMITTED: _bundles,
    BLOCKS_TO_ALIGN: _blocks,
    SENSITIVE: _sensitive,
}
"""How each part of the version to align is written."""
