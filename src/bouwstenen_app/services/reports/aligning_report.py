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
from bouwstenen_app.services.reports.themes import card
from bouwstenen_app.services.reports.writing import Part, Writing

ANSWERS: Final = ("☐ Klopt", "☐ Aanpassen", "☐ Niet delen")
"""What a partner can say of a block."""
ANSWERS_TO_BUNDLE: Final = ("☐ Akkoord", "☐ Akkoord, mits", "☐ Niet akkoord")


def _asked(it: Writing) -> Iterator[Section]:
    about = len(_about(it))
    sensitive = len(it.read.blocks) - about
    submitted = len(_submitted(it))
    told = [
        dutch.counted(count, one, many)
        for count, one, many in (
            (about, "bouwsteen over u", "bouwstenen over u"),
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
    if not it.recipe.about and about + submitted and _has_sensitive(it):
        items.append(it.passage(ASKED_TO_ALIGN, "ook", f"Het hoofdstuk “{subjects.EVERYONE}” is er ook voor u."))
    yield Section(ALIGNING_PARTS[ASKED_TO_ALIGN], 1, tuple(items), "vraag")


def _has_sensitive(it: Writing) -> bool:
    """Return whether the document ends with a chapter for every partner."""
    ids = subjects.sensitive(it.read.book)
    return any(not ids.isdisjoint(block.codes) for block in it.everything.blocks)


def _bundles(it: Writing) -> Iterator[Section]:
    """Yield the bundles of which an answer is waited for, then those that were answered."""
    bundles = {one.id: one for one in it.everything.bundles}
    waiting: list[Card] = []
    answered: list[Card] = []
    for consent in _submitted(it):
        made = replace(bundle_card(bundles[consent.bundle], it.everything), beside=_state(consent))
        (waiting if consent.state == consents.SUBMITTED else answered).append(made)
    if waiting or answered:
        told = it.passage(
            SUBMITTED, "uitleg", "Een bundel is een tekst van het team, samengevat uit bouwstenen.", keep=True
        )
        yield Section(ALIGNING_PARTS[SUBMITTED], 1, (told,), "voorgelegd")
    for words, found in (("Nog zonder antwoord", waiting), ("Al beantwoord", answered)):
        if found:
            yield Section(words, 2, tuple(found))


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
        told = it.passage(
            BLOCKS_TO_ALIGN, "uitleg", "Dit is in de sessies gezegd. Klopt het, gezien vanuit uw werk?", keep=True
        )
        yield Section(ALIGNING_PARTS[BLOCKS_TO_ALIGN], 1, (told,), "over-u")
        yield from _by_release(it, found)


def _sensitive(it: Writing) -> Iterator[Section]:
    about = {block.id for block in _about(it)}
    found = [block for block in it.read.blocks if block.id not in about]
    if not found:
        return
    named = (it.read.book.by_slug.get((THEME, slug)) for slug in subjects.SENSITIVE)
    names = dutch.enumerated([f"“{code.name}”" for code in named if code is not None])
    told = it.passage(
        SENSITIVE, "uitleg", f"Deze bouwstenen gaan over {names}. Daarom vragen wij ook u ernaar.", keep=True
    )
    yield Section(ALIGNING_PARTS[SENSITIVE], 1, (told,), "gevoelig")
    yield from _by_release(it, found)


def _by_release(it: Writing, blocks: Sequence[Block]) -> Iterator[Section]:
    """Yield what waits for this answer first."""
    waiting = [block for block in blocks if block.release == ALIGN_FIRST]
    for words, found in (("Eerst afstemmen", waiting), ("Vrijgegeven", [b for b in blocks if b not in waiting])):
        if found:
            yield Section(words, 2, tuple(_cards(it, found)))


def _cards(it: Writing, blocks: Sequence[Block]) -> Iterator[Card]:
    """Yield blocks by number; who said it where is not what is asked."""
    workshops = {workshop.id: workshop for workshop in it.read.workshops}
    for block in sorted(blocks, key=lambda one: (one.spoken_id.partition("-")[0], one.number)):
        made = card(block, workshops[block.workshop], 0, it.read.book)
        yield replace(made, tags="", provenance="", beside=(*ANSWERS, "Toelichting:"))


PARTS: Final[Mapping[str, Part]] = {
    ASKED_TO_ALIGN: _asked,
    SUBMITTED: _bundles,
    BLOCKS_TO_ALIGN: _blocks,
    SENSITIVE: _sensitive,
}
"""How each part of the version to align is written."""
