"""Why there is a report: what was asked, how participants said it, and what the report is and is not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.report import Item, Listing, Paragraph, Run, Section
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.reports.material import Material
from bouwstenen_app.services.reports.pieces import GENERATED, generated, label
from bouwstenen_app.services.reports.quotes import literal, telling

PART: Final = "aanleiding"
QUOTES: Final = 3
QUESTIONS: Final = 6
"""The most sessions of which the main question is told here; with more they stand in the appendix only."""
NUMBERS: Final = ("nul", "één", "twee", "drie")


def background(material: Material, *, sessions: bool) -> Iterator[Section]:
    """Yield the chapter: quotes, the main question, what this report is and is not.

    ``sessions`` says whether it has the appendix with the questions of every session.
    """
    items = [*_quotes(material), *_questions(material.workshops, sessions=sessions), *_what_it_is(material)]
    yield Section("Aanleiding en vraag", 1, tuple(items), PART)


def _quotes(material: Material) -> Iterator[Item]:
    chosen = telling(material.blocks, QUOTES)
    if not chosen:
        return
    count = len(chosen)
    many = f"{dutch.capitalised(NUMBERS[count])} {'bouwsteen' if count == 1 else 'bouwstenen'}"
    told = generated(f"{PART}:citaten", f"{many} in de woorden van de deelnemers, letterlijk zoals vastgelegd:")
    yield replace(told, keep_with_next=True)
    yield from map(literal, chosen)


def questions_asked(workshops: Sequence[Workshop]) -> tuple[str, ...]:
    """Return the different main questions, in the order of the sessions."""
    return tuple(_asked(workshops))


def _asked(workshops: Sequence[Workshop]) -> Mapping[str, list[Workshop]]:
    """Return the different main questions, each with the sessions that it was asked in."""
    found: dict[str, list[Workshop]] = {}
    written: dict[str, str] = {}
    for workshop in workshops:
        if question := " ".join(workshop.main_question.split()):
            found.setdefault(written.setdefault(question.casefold(), question), []).append(workshop)
    return found


def _questions(workshops: Sequence[Workshop], *, sessions: bool) -> Iterator[Item]:
    asked = _asked(workshops)
    if len(asked) == 1:
        yield label("De hoofdvraag")
        yield Paragraph((Run(next(iter(asked))),), "lead", source=f"{GENERATED}{PART}:vraag")
        return
    if not asked:
        return
    yield label("De vragen")
    if len(asked) > QUESTIONS:
        told = f"Er zijn {dutch.number(len(asked))} verschillende hoofdvragen gesteld."
        where = " Ze staan bij de sessies in de bijlage." if sessions else ""
        yield generated(f"{PART}:vragen", f"{told}{where}")
        return
    lines = (_line(question, held) for question, held in asked.items())
    yield Listing(tuple(lines), source=f"{GENERATED}{PART}:vragen")


def _line(question: str, held: Sequence[Workshop]) -> tuple[Run, ...]:
    if len(held) == 1:
        return Run(f"{held[0].title}: ", bold=True), Run(question)
    return (Run(f"{question} (in {dutch.number(len(held))} sessies)"),)


def _what_it_is(material: Material) -> Iterator[Item]:
    yield label("Wat dit rapport wel is, en wat niet")
    yield generated(
        f"{PART}:wel",
        "Dit rapport brengt samen wat mensen uit de praktijk inbrachten: wat werkt, wat knelt en wat er nodig is. "
        "Bij elke bouwsteen staat uit welke sessie die komt, zodat elke bewering is na te gaan.",
    )
    voted = any(block.votes for block in material.blocks)
    votes = " Stemmen zijn een signaal uit één zaal, geen ranglijst." if voted else ""
    yield generated(
        f"{PART}:niet",
        "Het is geen onderzoek en geen steekproef, en geen standpunt van de organisaties die meededen."
        f"{votes} Er staat nergens wie iets zei.",
    )
