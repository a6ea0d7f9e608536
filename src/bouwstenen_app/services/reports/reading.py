"""The version to read along with: every text with its number and status, and room for a remark beside it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import ALIGN_FIRST, STATUSES, Block
from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.domain.report import Card, Item, Listing, Run, Section
from bouwstenen_app.domain.report_parts import BLOCKS_TO_READ, BUNDLES_TO_READ, HOW_TO_READ, READING_PARTS
from bouwstenen_app.services.reports.bundle_cards import bundle_card
from bouwstenen_app.services.reports.bundles import chosen_bundles
from bouwstenen_app.services.reports.counts import votes_per_session
from bouwstenen_app.services.reports.pieces import chapter
from bouwstenen_app.services.reports.themes import card
from bouwstenen_app.services.reports.writing import Part, Writing

NO_THEME: Final = "Nog zonder thema"
MEANINGS: Final = dict(
    zip(
        STATUSES,
        (
            "zoals opgeschreven in de zaal",
            "voorzien van tags",
            "samengebracht in een bundel",
            "klaar en gelezen",
            "telt niet meer mee",
        ),
        strict=True,
    )
)
"""What each status says."""


def remark_on(spoken_id: str, status: str, release: str) -> tuple[str, ...]:
    """Return what stands beside a text to read: its status and release, and where the remark goes."""
    return f"Status: {status}, {release}", f"Opmerking bij {spoken_id}:"


def _how(it: Writing) -> Iterator[Section]:
    before = f" graag vóór {dutch.day(it.reply_before)}" if it.reply_before else ""
    example = it.read.blocks[0].spoken_id
    used = {block.status for block in it.read.blocks} | {one.status for one in chosen_bundles(it.read)}
    meant = dutch.enumerated([f"{status} ({MEANINGS[status]})" for status in STATUSES if status in used], "of")
    ways = (
        "in de kolom Opmerking naast de tekst;",
        "met een opmerking van Word in de kantlijn;",
        "door de tekst zelf te veranderen: de samensteller ziet elke wijziging terug;",
        f"met een bericht waarin u het nummer noemt, bijvoorbeeld {example}.",
    )
    items: list[Item] = [
        it.passage(HOW_TO_READ, "opening", "Deze tekst staat nog niet vast. Wilt u meelezen?", role="lead"),
        it.passage(
            HOW_TO_READ,
            "vraag",
            f"Wij horen{before} van u wat niet klopt, wat mist en wat anders moet. Reageren kan op vier manieren:",
            keep=True,
        ),
        Listing(tuple((Run(way),) for way in ways)),
        it.passage(HOW_TO_READ, "delen", "Deze versie is alleen voor u. Deel haar niet verder."),
    ]
    if any(block.release == ALIGN_FIRST for block in it.read.blocks):
        held = "Bij “eerst afstemmen” heeft een partner nog niet gezegd dat de tekst naar buiten mag."
        items.append(it.passage(HOW_TO_READ, "afstemmen", held))
    items.append(it.passage(HOW_TO_READ, "status", f"De status van een tekst is {meant}.", role="note"))
    yield Section(READING_PARTS[HOW_TO_READ], 1, tuple(items), "meelezen")


def _bundles(it: Writing) -> Iterator[Section]:
    found = tuple(
        replace(bundle_card(one, it.read), beside=remark_on(one.spoken_id, one.status, one.release))
        for one in chosen_bundles(it.read)
    )
    if found:
        yield Section("Kernbouwstenen", 1, found, "kernbouwstenen")


def _blocks(it: Writing) -> Iterator[Section]:
    """Yield a section per theme group with its blocks in order of their numbers; each stands there once."""
    groups: dict[str, list[Block]] = defaultdict(list)
    for block in it.read.blocks:
        themes = it.read.book.select(block.codes, THEME)
        groups[it.read.book.top(themes[0].id).id if themes else ""].append(block)
    told = it.passage(
        BLOCKS_TO_READ, "uitleg", "De bouwstenen staan per thema, op volgorde van hun nummer.", keep=True
    )
    yield Section("Bouwstenen", 1, (told,), "bouwstenen")
    for top in it.chapters.themes:
        if groups[top.id]:
            yield Section(top.name, 2, tuple(_cards(it, groups[top.id])), chapter(top))
    if groups[""]:
        yield Section(NO_THEME, 2, tuple(_cards(it, groups[""])), "zonder-thema")


def _cards(it: Writing, blocks: list[Block]) -> Iterator[Card]:
    workshops = {workshop.id: workshop for workshop in it.read.workshops}
    votes = votes_per_session(it.read.blocks)
    for block in sorted(blocks, key=lambda one: (one.spoken_id.partition("-")[0], one.number)):
        made = card(block, workshops[block.workshop], votes[block.workshop], it.read.book)
        yield replace(made, beside=remark_on(block.spoken_id, block.status, block.release))


PARTS: Final[Mapping[str, Part]] = {HOW_TO_READ: _how, BUNDLES_TO_READ: _bundles, BLOCKS_TO_READ: _blocks}
"""How each part of the version to read along with is written."""
