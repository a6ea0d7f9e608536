"""The bundles in the consolidated report: the key bundles, what partners say of them, and what went into which."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import EXPIRED, SETTLED, SPOKEN, Block
from bouwstenen_app.domain.bundles import CARRIED, Bundle, provenance, support
from bouwstenen_app.domain.consents import SUBMITTED
from bouwstenen_app.domain.report import MINORITY, Cell, Item, Listing, Paragraph, Run, Section, Table
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import NOTHING, anchor, body, generated, label, shortened

MOST: Final = 12
"""Key bundles in a report: more is no longer a choice (rapport.md, section 3)."""
WITHDRAWN: Final = "teruggetrokken"
WAITING: Final = "nog geen antwoord"
_SPOKEN: Final = re.compile(rf"\b{SPOKEN}\b")


def key_bundles(material: Material) -> Iterator[Section]:
    """Yield the chapter with the key bundles, half a page each; nothing when there are none."""
    chosen = chosen_bundles(material)
    if not chosen:
        return
    blocks = {block.id: block for block in material.blocks}
    yield Section("Kernbouwstenen", 1, (generated("kernbouwstenen:vooraf", _before(chosen)),), "kernbouwstenen")
    votes = sum(block.votes for block in material.blocks)
    for bundle in chosen:
        items = tuple(_items(bundle, blocks, material, votes))
        yield Section(bundle.title, 2, items, bundle_anchor(bundle), source=f"bundle:{bundle.id}:title")


def _before(chosen: Sequence[Bundle]) -> str:
    count = dutch.counted(len(chosen), "kernbouwsteen", "kernbouwstenen")
    verb = "brengt" if len(chosen) == 1 else "brengen"
    under = "Onder de kernbouwsteen" if len(chosen) == 1 else "Onder elke kernbouwsteen"
    return (
        f"{count} {verb} samen wat is gezegd. De tekst is samengevat door het team; waarom iets werkt, is onze "
        f"duiding. {under} staat waar die vandaan komt."
    )


def chosen_bundles(material: Material) -> list[Bundle]:
    """Return the bundles marked as key, else those that are settled, else all; the widest carried first."""
    bundles = [bundle for bundle in material.bundles if not bundle.removed and bundle.status != EXPIRED]
    keys = [bundle for bundle in bundles if bundle.key]
    settled = [bundle for bundle in bundles if bundle.status == SETTLED]
    blocks = {block.id: block for block in material.blocks}
    workshops = {workshop.id: workshop for workshop in material.workshops}

    def weight(bundle: Bundle) -> tuple[int, int, int]:
        carried = support([blocks[one] for one in bundle.contributions], workshops)
        return -CARRIED.index(carried.words), -carried.votes, bundle.number

    return sorted(keys or settled or bundles, key=weight)[:MOST]


def alignment(material: Material) -> Iterator[Section]:
    """Yield what was submitted to partners and what they said; nothing when nothing was submitted."""
    bundles = {bundle.id: bundle for bundle in material.bundles if not bundle.removed}
    told = [one for one in material.consents if one.bundle in bundles and one.partner in material.book.by_id]
    if not told:
        return
    order = {code.id: place for place, code in enumerate(material.book.codes)}
    rows = [
        (
            Cell(material.book.code(one.partner).name),
            Cell(f"{bundles[one.bundle].spoken_id} {shortened(bundles[one.bundle].title, 80)}"),
            Cell(dutch.day(one.date) if one.date else NOTHING),
            Cell(WAITING if one.state == SUBMITTED else one.state),
        )
        for one in sorted(told, key=lambda one: (order[one.partner], bundles[one.bundle].number))
    ]
    table = Table(
        "Wat aan partners is voorgelegd",
        ("Partner", "Wat is voorgelegd", "Datum", "Uitkomst"),
        tuple(rows),
        "Per partner welke bundels zijn voorgelegd, wanneer, en wat het antwoord was.",
        (2.0, 4.4, 1.6, 1.5),
    )
    intro = "Deze bundels zijn voorgelegd aan partners. Een bezwaar dat blijft, staat er ook."
    yield Section("Afstemming", 1, (body(intro), table), "afstemming")


def merged(material: Material) -> Iterator[Section]:
    """Yield the appendix that says which blocks went into which bundle, and which numbers were withdrawn."""
    gone = material.records.withdrawn
    bundled = any(not bundle.removed for bundle in material.bundles)
    if not bundled and not gone:
        return
    intro = (
        "Elke bouwsteen blijft zelf te lezen. Een nummer wordt nooit opnieuw gebruikt; van wat is teruggetrokken, "
        "staat alleen het nummer er nog."
    )
    items: list[Item] = [body(intro)]
    if bundled:
        blocks = {block.id: block for block in material.blocks}
        items.append(
            Table(
                "Bundels met de bouwstenen die erin zijn samengevoegd",
                ("Bundel", "Titel", "Bouwstenen"),
                tuple((Cell(bundle.spoken_id), *_merged(bundle, blocks)) for bundle in material.bundles),
                "Per bundel het nummer, de titel en de nummers van de bouwstenen.",
                (1.0, 4.2, 3.8),
            )
        )
    if gone:
        items.append(Paragraph((Run("Teruggetrokken: ", bold=True), Run(f"{', '.join(gone)}."))))
    yield Section("Bijlage: samengevoegd en teruggetrokken", 1, tuple(items), "samengevoegd")


def _merged(bundle: Bundle, blocks: Mapping[str, Block]) -> tuple[Cell, Cell]:
    if bundle.removed:
        return Cell(WITHDRAWN), Cell(NOTHING)
    names = ", ".join(blocks[one].spoken_id for one in bundle.contributions)
    return Cell(shortened(bundle.title)), Cell(names)


def _items(bundle: Bundle, blocks: Mapping[str, Block], material: Material, votes: int) -> Iterator[Item]:
    """Yield the parts of a key bundle in their fixed order (rapport.md, section 3); ``votes`` are all of them."""
    known = {block.spoken_id: block for block in blocks.values()}
    inside = [blocks[one] for one in bundle.contributions]
    source = f"bundle:{bundle.id}"
    if bundle.explanation or bundle.why:
        yield label("Wat horen we")
        yield from _texts(bundle.explanation, known, f"{source}:explanation")
        yield from _why(bundle.why, known, f"{source}:why")
    yield from _labelled("Praktijkvoorbeeld (geanonimiseerd): ", _texts(bundle.example, known, f"{source}:example"))
    if needs := [(Run(" ".join(text.split())),) for text in bundle.conditions if text.strip()]:
        yield label("Wat is ervoor nodig")
        yield Listing(tuple(needs), source=f"{source}:conditions")
    yield from _labelled("Eerste stap: ", _texts(bundle.next_step, known, f"{source}:next_step", "body"))
    yield from _labelled("Wie is aan zet: ", _texts(bundle.owner, known, f"{source}:owner", "body"))
    workshops = {workshop.id: workshop for workshop in material.workshops}
    carried = support(inside, workshops).words
    told = provenance(inside, workshops, material.book, votes=votes)
    yield Paragraph(_linked(f"Herkomst: {bundle.spoken_id} · {carried}. {told}", known), "provenance")
    yield from _labelled(f"{MINORITY} ", _texts(bundle.minority, known, f"{source}:minority", "minority"))


def _why(text: str, known: Mapping[str, Block], source: str) -> Iterator[Paragraph]:
    """Yield why it works: what the writer makes of it, and it says so."""
    return _labelled("Waarom het werkt (duiding): ", _texts(text, known, source, "interpretation"))


def _labelled(words: str, said: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs with words in bold before the first."""
    for place, one in enumerate(said):
        yield one if place else replace(one, runs=(Run(words, bold=True), *one.runs))


def _texts(text: str, known: Mapping[str, Block], source: str, role: str = "summary") -> Iterator[Paragraph]:
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        yield Paragraph(_linked(line, known), role, source=source)


def _linked(text: str, known: Mapping[str, Block]) -> tuple[Run, ...]:
    """Return a text in which the numbers of blocks that stand in the report are links to them."""
    runs: list[Run] = []
    start = 0
    for found in _SPOKEN.finditer(text):
        if found[0] in known:
            runs += [Run(text[start : found.start()]), Run(found[0], link=anchor(known[found[0]]))]
            start = found.end()
    runs.append(Run(text[start:]))
    return tuple(run for run in runs if run.text)


def bundle_anchor(bundle: Bundle) -> str:
    """Return the name of the place in the report where a key bundle stands."""
    return f"k-{bundle.spoken_id}"
