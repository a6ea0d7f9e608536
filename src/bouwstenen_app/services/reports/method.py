"""How a report was made, what it cannot say, and what was left out: the account of the consolidated report."""

from collections.abc import Iterator, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.domain.consents import OBJECTING, SUBMITTED
from bouwstenen_app.domain.recipes import KEY_BUNDLES, SECTIONS, SESSIONS, Recipe, kind_called
from bouwstenen_app.domain.report import Item, Listing, Paragraph, Run, Section
from bouwstenen_app.domain.vote_rule import vote_rule
from bouwstenen_app.services.deduplicating import APART, LINKED, TOGETHER
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import GENERATED, generated, label

PART: Final = "verantwoording"
METHODS: Final = 8
"""The most ways of working that are named."""
RULES: Final = 6
"""The most sessions of which the vote rule is told one by one."""
READ_BACK: Final = {
    CONFIRMED: ("is bevestigd", "zijn bevestigd"),
    ADJUSTED: ("is aangepast", "zijn aangepast"),
    NOT_RECOGNISED: ("werd niet herkend", "werden niet herkend"),
}
JUDGED: Final = {
    TOGETHER: ("paar is samengevoegd", "paren zijn samengevoegd"),
    LINKED: ("paar is gekoppeld", "paren zijn gekoppeld"),
    APART: ("paar bleef apart", "paren bleven apart"),
}


def account(material: Material, recipe: Recipe, empty: Sequence[str]) -> Section:
    """Return how the report was made, what it cannot say, and what was left out; ``empty`` names parts."""
    parts = (
        ("Hoe de bouwstenen zijn opgehaald", _gathered(material)),
        ("Hoe er is gestemd", _votes(material, recipe)),
        ("Hoe de bouwstenen zijn geordend", _ordered(material, recipe)),
        ("Wie las mee", _read_along(material)),
        ("Leeswijzer", _reading(material, recipe)),
        ("Wat is weggelaten", _left_out(material, recipe, empty)),
        ("Wat dit rapport niet kan zeggen", _limits()),
    )
    items: list[Item] = []
    for name, made in parts:
        if told := list(made):
            items += [label(name), *told]
    return Section(SECTIONS["verantwoording"], 1, tuple(items), PART)


def _gathered(material: Material) -> Iterator[Item]:
    blocks = dutch.counted(len(material.blocks), "bouwsteen", "bouwstenen")
    told = f"Dit rapport bevat {blocks} uit {dutch.counted(len(material.workshops), 'sessie', 'sessies')}. "
    methods = dict.fromkeys(
        " ".join(step.method.split()) for w in material.workshops for step in w.numbered_rounds if step.method
    )
    if 0 < len(methods) <= METHODS:
        word = "De werkvorm was" if len(methods) == 1 else "De werkvormen waren"
        told += f"{word}: {'; '.join(methods)}. "
    elif methods:
        told += f"Er zijn {dutch.number(len(methods))} verschillende werkvormen gebruikt. "
    told += "De teksten staan er zoals ze in de sessies zijn vastgelegd; alleen tags en nummers zijn toegevoegd."
    yield generated(f"{PART}:opgehaald", told)


def _votes(material: Material, recipe: Recipe) -> Iterator[Item]:
    rules = [(w.title, rule) for w in material.workshops if (rule := vote_rule(w))]
    if not any(block.votes for block in material.blocks):
        return
    if len({rule for _, rule in rules}) == 1:
        yield generated(f"{PART}:stemregel", f"De stemregel was: {rules[0][1]}.")
    elif rules and len(rules) <= RULES:
        yield Paragraph((Run("De stemregel verschilde per sessie:"),), keep_with_next=True)
        lines = tuple((Run(f"{title}: ", bold=True), Run(f"{rule}.")) for title, rule in rules)
        yield Listing(lines, source=f"{GENERATED}{PART}:stemregels")
    elif rules:
        many = len({rule for _, rule in rules})
        yield generated(f"{PART}:stemregels", f"Er golden {dutch.number(many)} verschillende stemregels.")
    differ = ""
    if len({rule for _, rule in rules}) > 1:
        differ = " Vergelijk sessies niet op stemmen."
        if SESSIONS in recipe.sections:
            differ += " In de bijlage staat per sessie hoeveel het er per deelnemer waren."
    yield generated(
        f"{PART}:stemmen",
        f"Bij elk aantal stemmen staat hoeveel stemmen er in die sessie waren.{differ}",
    )


def _ordered(material: Material, recipe: Recipe) -> Iterator[Item]:
    book = material.book
    yield generated(f"{PART}:codeboek", f"De tags komen uit het codeboek “{book.title}”, versie {book.version}.")
    judged = material.records.judged
    counts = [
        f"{dutch.number(judged[one])} {words[judged[one] > 1]}" for one, words in JUDGED.items() if judged.get(one)
    ]
    if counts:
        yield generated(
            f"{PART}:ontdubbeld",
            "Bouwstenen die op elkaar lijken, zijn door mensen naast elkaar gelegd: "
            f"{dutch.enumerated(counts)}. Een bouwsteen die is samengevoegd, blijft zelf te lezen.",
        )
    if KEY_BUNDLES in recipe.sections and any(not bundle.removed for bundle in material.bundles):
        yield generated(
            f"{PART}:kernbouwstenen",
            "De kernbouwstenen zijn door het team samengevat uit bouwstenen die op elkaar lijken. Stemmen van "
            "samengevoegde bouwstenen zijn per sessie uitgebracht en hier opgeteld.",
        )


def _read_along(material: Material) -> Iterator[Item]:
    counts = [(sum(b.read_back == outcome for b in material.blocks), words) for outcome, words in READ_BACK.items()]
    read = [f"{dutch.number(count)} {words[count > 1]}" for count, words in counts if count]
    if read:
        yield generated(
            f"{PART}:teruglezen",
            f"Aan het eind van de sessies zijn bouwstenen teruggelezen: {dutch.enumerated(read)}.",
        )
    bundles = {bundle.id for bundle in material.bundles if not bundle.removed}
    consents = [one for one in material.consents if one.bundle in bundles and one.partner in material.book.by_id]
    partners = dict.fromkeys(material.book.code(one.partner).name for one in consents)
    if partners:
        waiting = sum(one.state == SUBMITTED for one in consents)
        told = f"Bundels zijn voorgelegd aan {dutch.enumerated([*partners])}."
        if waiting:
            told += f" {dutch.counted(waiting, 'antwoord is', 'antwoorden zijn')} nog niet binnen."
        if stays := sum(one.state == OBJECTING for one in consents):
            told += f" {dutch.counted(stays, 'bezwaar blijft', 'bezwaren blijven')} staan."
        yield generated(f"{PART}:afstemming", told)
    if material.records.copies:
        copies = dutch.counted(material.records.copies, "exemplaar", "exemplaren")
        remarks = dutch.counted(material.records.remarks, "opmerking", "opmerkingen")
        verb = "kwam" if material.records.copies == 1 else "kwamen"
        yield generated(f"{PART}:meelezers", f"Van meelezers {verb} {copies} terug, met {remarks}.")


def _reading(material: Material, recipe: Recipe) -> Iterator[Item]:
    told = "Wat tussen « en » staat, is letterlijk zoals vastgelegd."
    if KEY_BUNDLES in recipe.sections and any(not bundle.removed for bundle in material.bundles):
        told += (
            " De teksten van kernbouwstenen zijn samengevat door het team. Bij duiding staat dat het duiding is."
        )
    yield generated(
        f"{PART}:lezen",
        f"{told} Een nummer zoals {material.blocks[0].spoken_id} hoort bij één bouwsteen, begint met de regio en "
        "leidt naar de hele tekst.",
    )


def _left_out(material: Material, recipe: Recipe, empty: Sequence[str]) -> Iterator[Item]:
    if material.left_out:
        yield generated(f"{PART}:weggelaten", _counted(material.left_out))
    skipped = [SECTIONS[key] for key in kind_called(recipe.kind).usual if key not in recipe.sections]
    if skipped:
        yield generated(f"{PART}:op-verzoek", f"Niet opgenomen op verzoek: {_quoted(skipped)}.")
    if empty:
        told = f"Niet opgenomen, omdat er niets over is vastgelegd: {_quoted(empty)}."
        yield generated(f"{PART}:leeg", told)


def _counted(count: int) -> str:
    if count == 1:
        return "1 bouwsteen is weggelaten, omdat die wordt achtergehouden of nog niet is vrijgegeven."
    return (
        f"{dutch.number(count)} bouwstenen zijn weggelaten, omdat ze worden achtergehouden of nog niet zijn "
        "vrijgegeven."
    )


def _limits() -> Iterator[Item]:
    yield generated(
        f"{PART}:beperkingen",
        "De deelnemers zijn geen steekproef. Wie er niet was, is niet gehoord. Aantallen laten zien waar deze "
        "groepen over spraken, en niet hoe vaak iets in het land voorkomt.",
    )


def _quoted(names: Sequence[str]) -> str:
    return dutch.enumerated([f"“{name}”" for name in names])
