"""What is chosen in *Ordenen*, the facets beside it and the chips above the list: from a Selection and back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import STATUSES
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facets import Facets
from bouwstenen_app.ui.widgets.facet_tree import Choice, Facet

WORKSHOP, STATUS, TO_DO, MORE = "sessie", "status", "nog te doen", "meer"
NEW_TAGS: Final = "nieuwe tags"
FEW: Final = 5
"""So many sessions are shown until a person asks for all."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Selecting", text)


@dataclass(frozen=True, slots=True)
class Chosen:
    """One thing that is chosen: its facet, its value, its name, and its code if it is one."""

    facet: str
    value: str
    name: str
    code: Code | None = None


def toggled(selection: Selection, facet: str, value: str) -> Selection:
    """Return the selection with a choice put on, or off when it was on. *Nog te doen* holds one choice at most."""
    if facet == WORKSHOP:
        return replace(selection, workshops=_without_or_with(selection.workshops, value))
    if facet == STATUS:
        return replace(selection, statuses=_without_or_with(selection.statuses, value))
    if facet == TO_DO and value == NEW_TAGS:
        return replace(selection, new_tags=not selection.new_tags, without=())
    if facet == TO_DO:
        return replace(selection, without=() if value in selection.without else (value,), new_tags=False)
    codes = dict(selection.codes or {})
    codes[facet] = _without_or_with(codes.get(facet, ()), value)
    return replace(selection, codes={key: ids for key, ids in codes.items() if ids})


def chosen(selection: Selection, book: Codebook, workshops: Sequence[Workshop]) -> list[Chosen]:
    """Return everything that is chosen, apart from the text, in the order of the facets."""
    found = [
        Chosen(facet, code, book.code(code).name, book.code(code))
        for facet, ids in (selection.codes or {}).items()
        for code in ids
        if code in book.by_id
    ]
    titles = {workshop.id: workshop.title for workshop in workshops if workshop.id in selection.workshops}
    found += [Chosen(WORKSHOP, one, titles.get(one, "")) for one in selection.workshops]
    found += [Chosen(STATUS, one, dutch.capitalised(one)) for one in selection.statuses]
    found += [Chosen(TO_DO, one, _without_words(one, book)) for one in selection.without]
    return [*found, Chosen(TO_DO, NEW_TAGS, _tr("Nieuwe tags"))] if selection.new_tags else found


def facets_of(
    selection: Selection,
    counts: Facets | None,
    book: Codebook,
    workshops: Sequence[Workshop],
    stripe: Callable[[Code], str],
    *,
    all_workshops: bool,
) -> list[Facet]:
    """Return the facets with their counts (None: not known yet), and what is on; one without values is left out."""
    facets = (
        _codes(DOMAIN, _tr("Domein"), selection, counts, book, stripe),
        _codes(THEME, _tr("Thema"), selection, counts, book),
        _codes(KIND, _tr("Soort"), selection, counts, book),
        _sessions(selection, counts, workshops, all_workshops=all_workshops),
        _statuses(selection, counts),
        _todo(selection, counts, book),
    )
    return [facet for facet in facets if facet.choices]


def _codes(
    dimension: str,
    name: str,
    selection: Selection,
    counts: Facets | None,
    book: Codebook,
    stripe: Callable[[Code], str] | None = None,
) -> Facet:
    on = set((selection.codes or {}).get(dimension, ()))

    def choice(code: Code, below: tuple[Choice, ...] = ()) -> Choice:
        dot = (lambda: stripe(code)) if stripe is not None and code.parent is None else None
        count = _number(counts.codes if counts else None, code.id)
        return Choice(code.id, code.name, count, code.id in on, dot, below, code.definition)

    lines: list[Choice] = []
    for top in book.tops(dimension):
        subs = [code for code in book.of(dimension) if code.parent == top.id]
        lines.append(choice(top, tuple(choice(code) for code in subs)))
    return Facet(dimension, name, tuple(lines))


def _sessions(
    selection: Selection, counts: Facets | None, workshops: Sequence[Workshop], *, all_workshops: bool
) -> Facet:
    on, numbers = set(selection.workshops), counts.workshops if counts else None
    few = len(workshops) if all_workshops else FEW
    shown = [w for place, w in enumerate(workshops) if place < few or w.id in on]
    lines = [Choice(w.id, w.title, _number(numbers, w.id), w.id in on, explanation=w.region) for w in shown]
    if len(shown) < len(workshops):
        hidden = [w for w in workshops[few:] if w.id not in on]
        rest = None if numbers is None else sum(numbers.get(w.id, 0) for w in hidden)
        lines.append(Choice(MORE, _tr("nog {n}…").format(n=len(hidden)), rest))
    return Facet(WORKSHOP, _tr("Sessie"), tuple(lines))


def _statuses(selection: Selection, counts: Facets | None) -> Facet:
    on, numbers = selection.statuses, counts.statuses if counts else None
    shown = [one for one in STATUSES if one in on or (numbers or {}).get(one)]
    lines = (Choice(one, dutch.capitalised(one), _number(numbers, one), one in on) for one in shown)
    return Facet(STATUS, _tr("Status"), tuple(lines))


def _todo(selection: Selection, counts: Facets | None, book: Codebook) -> Facet:
    numbers = counts.without if counts else None
    lines = [
        Choice(slug, _without_words(slug, book), _number(numbers, slug), slug in selection.without)
        for slug in (THEME, DOMAIN)
    ]
    told = _tr("Bouwstenen met een tag die nog niet in het codeboek staat")
    count = None if counts is None else counts.new_tags
    new = Choice(NEW_TAGS, _tr("Nieuwe tags"), count, selection.new_tags, explanation=told)
    return Facet(TO_DO, _tr("Nog te doen"), (*lines, new))


def _number(numbers: Mapping[str, int] | None, key: str) -> int | None:
    return None if numbers is None else numbers.get(key, 0)


def _without_words(slug: str, book: Codebook) -> str:
    names = {THEME: _tr("Zonder thema"), DOMAIN: _tr("Zonder domein")}
    return names.get(slug) or _tr("Zonder {name}").format(name=book.dimension(slug).name.lower())


def _without_or_with(values: tuple[str, ...], value: str) -> tuple[str, ...]:
    return tuple(one for one in values if one != value) if value in values else (*values, value)
