"""Which passages of a report a writer can write anew, what the program says there, and what was written instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bouwstenen_app.domain.anchors import digest
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import SECTIONS, Passage, Recipe
from bouwstenen_app.domain.report import Listing, Paragraph, Report
from bouwstenen_app.services.reports import composing
from bouwstenen_app.services.reports.material import Material


@dataclass(frozen=True, slots=True)
class Rewritable:
    """One passage: generated, or a text of the writer in its place or under a heading."""

    key: str
    """Under which the writer's text is kept."""
    heading: str
    """The heading that it stands under."""
    generated: str
    """What the program says there now; empty for a text under a heading, and for what is not in the report now."""
    own: str | None = None
    """What the writer says there; empty when it is left out, None when nothing was written."""
    changed: bool = False
    """What the program says has changed since the writer wrote."""
    present: bool = True
    """It stands in the report as it is now."""


def rewritable(
    read: Material, recipe: Recipe, report: Report, kept: Mapping[str, Passage]
) -> tuple[Rewritable, ...]:
    """Return the passages of a report in reading order; then texts of the writer that do not stand in it now."""
    generated = dict(_generated(_plain(read, recipe, report)))
    found = [_passage(key, heading, text, kept.get(key)) for key, (heading, text) in generated.items()]
    found += [_passage(key, _name(key), "", kept[key]) for key in kept if key not in generated]
    return tuple(found)


def key_of(source: str) -> str:
    """Return the key under which a text with this source in a report is kept; empty when it is no such text."""
    if source.startswith(f"{composing.GENERATED}{composing.OWN}"):
        return source.removeprefix(composing.GENERATED)
    return source if source.startswith(composing.GENERATED) else ""


def _plain(read: Material, recipe: Recipe, report: Report) -> Report:
    """Return the report without the texts that take the place of a generated one."""
    own = {key: text for key, text in read.passages.items() if key.startswith(composing.OWN)}
    if len(own) == len(read.passages):
        return report
    try:
        return composing.report(replace(read, passages=own), recipe)
    except Problem:  # nothing is left of it without those texts
        return report


def _generated(report: Report) -> Iterator[tuple[str, tuple[str, str]]]:
    texts: dict[str, list[str]] = {}
    headings: dict[str, str] = {}
    for section in report.sections:
        for item in section.items:
            if isinstance(item, Paragraph | Listing) and (key := key_of(item.source)):
                headings.setdefault(key, section.title)
                texts.setdefault(key, []).extend(_lines(item))
    for key, lines in texts.items():
        yield key, (headings[key], "" if key.startswith(composing.OWN) else "\n".join(lines))


def _lines(item: Paragraph | Listing) -> Iterator[str]:
    for runs in (item.runs,) if isinstance(item, Paragraph) else item.items:
        yield "".join(run.text for run in runs)


def _passage(key: str, heading: str, generated: str, own: Passage | None) -> Rewritable:
    if own is None:
        return Rewritable(key, heading, generated)
    below = key.startswith(composing.OWN)
    changed = bool(not below and generated and own.replaced and own.replaced != digest(generated))
    return Rewritable(key, heading, generated, own.text, changed, present=bool(generated) or below)


def _name(key: str) -> str:
    """Return the name of the part that a key belongs to."""
    part = key.split(":")[1] if ":" in key else key
    return SECTIONS.get(part, part)
