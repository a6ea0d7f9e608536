"""What a writer should look at before a report is settled: the checks of rapport.md, section 7, as sentences."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import PERSPECTIVE, Bundle
from bouwstenen_app.domain.codebook import KIND
from bouwstenen_app.domain.consents import SUBMITTED
from bouwstenen_app.domain.privacy import findings
from bouwstenen_app.domain.recipes import ALIGNMENT, KEY_BUNDLES, KEY_MESSAGE, SECTIONS, VOICES, Recipe
from bouwstenen_app.domain.report import Item, Listing, Paragraph, Report, Section, Table
from bouwstenen_app.services.heard import partners
from bouwstenen_app.services.reports.bundles import chosen_bundles
from bouwstenen_app.services.reports.key_message import GOOD
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import GENERATED, anchor

ALOUD: Final = 280
"""The words that one reads aloud in two minutes."""
QUARTER: Final = 4
NAMED: Final = 6
_NUMBER: Final = re.compile(r"(?<![\w-])\d[\d.,]*(?![\w-])")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TEAM: Final = re.compile(r"\bRVT\b|[Rr]egionaal [Vv]eiligheidsteam")
_APPENDIX: Final = re.compile(r"Bijlage( [A-Z])?: ")


def remarks(material: Material, recipe: Recipe, report: Report) -> tuple[str, ...]:
    """Return a sentence for everything that a person should look at; nothing when all is well.

    The personal data in the blocks themselves are found before every export: here only what the team wrote.
    """
    chosen = chosen_bundles(material) if KEY_BUNDLES in recipe.sections else []
    return (
        *_sources(chosen),
        *_unfinished(chosen),
        *_own_numbers(material.passages),
        *_perspectives(material),
        *_what_works(material, report),
        *_team(chosen, material.passages),
        *_names(chosen, material.passages),
        *_aligned(chosen, material, recipe),
        *_consent(report),
        *_aloud(report),
    )


def _sources(chosen: list[Bundle]) -> Iterator[str]:
    if alone := [bundle.spoken_id for bundle in chosen if len(bundle.contributions) == 1]:
        verb = "heeft" if len(alone) == 1 else "hebben"
        yield f"{_enumerated(alone)} {verb} één bron; in het rapport staat daarom ‘eenmaal genoemd’. Klopt dat?"


def _unfinished(chosen: list[Bundle]) -> Iterator[str]:
    for words, lacking in (
        ("wie aan zet is", [bundle.spoken_id for bundle in chosen if not bundle.owner.strip()]),
        ("een eerste stap", [bundle.spoken_id for bundle in chosen if not bundle.next_step.strip()]),
    ):
        if lacking:
            yield f"Bij {_enumerated(lacking)} staat nog niet {words}. Vul dat in bij de bundel."


def _own_numbers(passages: Mapping[str, str]) -> Iterator[str]:
    for key, text in passages.items():
        numbers = [found for found in _NUMBER.findall(text) if not _YEAR.fullmatch(found.strip(".,"))]
        if numbers:
            told = dutch.enumerated([f"‘{number.rstrip('.,')}’" for number in dict.fromkeys(numbers)][:NAMED])
            yield f"In je eigen tekst bij “{_place(key)}” staat {told}. Dat telt niemand na: klopt het nog?"


def _place(key: str) -> str:
    """Return where a text of the writer stands, as a person knows it."""
    part = key.removeprefix(GENERATED).removeprefix("section:").split(":")[0]
    return SECTIONS.get(part, part)


def _perspectives(material: Material) -> Iterator[str]:
    """Yield who was in the room and is not in the text."""
    book = material.book
    told = {book.top(code).id for block in material.blocks for code in block.codes if code in book.by_id}
    for name in dict.fromkeys(one.organisation for w in material.workshops for one in w.attendance if one.count):
        there = {book.top(code.id).id for code in partners(book, name) if code.dimension == PERSPECTIVE}
        if there and there.isdisjoint(told):
            yield (
                f"In de zaal zaten {name.lower()}, maar geen bouwsteen heeft dat perspectief. Is hun inbreng "
                "vastgelegd?"
            )


def _what_works(material: Material, report: Report) -> Iterator[str]:
    """Yield when less than a quarter of the blocks that the body shows says what works."""
    kind = material.book.by_slug.get((KIND, GOOD))
    shown = _shown(report)
    blocks = [block for block in material.blocks if anchor(block) in shown]
    if kind is None or not blocks:
        return
    good = sum(kind.id in block.codes for block in blocks)
    if good * QUARTER < len(blocks):
        yield (
            f"Van de {dutch.number(len(blocks))} bouwstenen in de hoofdtekst {_says(good)} wat goed werkt. Dat is "
            "minder dan een kwart: laat ook zien wat er al goed gaat."
        )


def _says(count: int) -> str:
    return f"zegt er {dutch.number(count)}" if count == 1 else f"zeggen er {dutch.number(count)}"


def _shown(report: Report) -> set[str]:
    """Return the anchors of blocks to which the body leads."""
    found: set[str] = set()
    for section in _body(report):
        for item in section.items:
            found.update(_links(item))
    return found


def _body(report: Report) -> Iterator[Section]:
    inside = True
    for section in report.sections:
        if section.level == 1:
            inside = not _APPENDIX.match(section.title)
        if inside:
            yield section


def _links(item: Item) -> Iterator[str]:
    match item:
        case Paragraph():
            yield from (run.link for run in item.runs)
        case Listing():
            yield from (run.link for runs in item.items for run in runs)
        case Table():
            yield from (cell.link for row in item.rows for cell in row)


def _team(chosen: list[Bundle], passages: Mapping[str, str]) -> Iterator[str]:
    """Yield where the team is spoken of about which people differ: neutral, and with whose position it is."""
    places = [place for place, text in _written(chosen, passages) if _TEAM.search(text)]
    if places:
        yield f"{_enumerated(places)}: hier gaat het over het RVT. Is het neutraal, en staat erbij wie het vindt?"


def _names(chosen: list[Bundle], passages: Mapping[str, str]) -> Iterator[str]:
    for place, text in _written(chosen, passages):
        if found := findings(text):
            told = dutch.enumerated([f"‘{one.text}’" for one in found[:NAMED]])
            yield f"{place}: {told} kan naar een persoon wijzen. Haal het weg of vervang het door een rol."


def _written(chosen: list[Bundle], passages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what the team wrote itself, with where it stands."""
    for bundle in chosen:
        parts = (bundle.title, bundle.explanation, bundle.why, bundle.example, bundle.next_step, bundle.owner)
        yield bundle.spoken_id, "\n".join((*parts, *bundle.conditions, bundle.minority))
    for key, text in passages.items():
        yield f"Je eigen tekst bij “{_place(key)}”", text


def _aligned(chosen: list[Bundle], material: Material, recipe: Recipe) -> Iterator[str]:
    if not chosen or ALIGNMENT not in recipe.sections:
        return
    submitted = {one.bundle for one in material.consents}
    if missing := [bundle.spoken_id for bundle in chosen if bundle.id not in submitted]:
        yield f"{_enumerated(missing)}: nog aan geen enkele partner voorgelegd."
    inside = {bundle.id for bundle in chosen}
    waiting = sum(one.bundle in inside and one.state == SUBMITTED for one in material.consents)
    if waiting:
        verb = "is" if waiting == 1 else "zijn"
        yield f"{dutch.counted(waiting, 'antwoord', 'antwoorden')} van partners {verb} nog niet binnen."


def _consent(report: Report) -> Iterator[str]:
    if any(section.title == SECTIONS[VOICES] for section in report.sections):
        yield f"Ga na of wie bij “{SECTIONS[VOICES]}” aan het woord komt, dat goed vindt."


def _aloud(report: Report) -> Iterator[str]:
    opening = next((section for section in report.sections if section.title == SECTIONS[KEY_MESSAGE]), None)
    if opening is None:
        return
    words = len(" ".join(text for item in opening.items for text in _texts(item)).split())
    if words > ALOUD:
        yield (
            f"De kernboodschap telt {dutch.number(words)} woorden. Hardop lezen duurt langer dan twee minuten: "
            "kort haar in."
        )


def _texts(item: Item) -> Iterator[str]:
    match item:
        case Paragraph():
            yield "".join(run.text for run in item.runs)
        case Listing():
            yield from ("".join(run.text for run in runs) for runs in item.items)


def _enumerated(names: list[str]) -> str:
    more = len(names) - NAMED
    return dutch.enumerated([*names[:NAMED], f"{dutch.number(more)} andere"] if more > 0 else names)
