"""Which domains come together, as a figure: each pair once, under the diagonal."""

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.figures import FigureTable, Value
from bouwstenen_app.services.insight import Synergy

NOTE = (
    "Een bouwsteen telt één keer per paar; alle paren samen zijn dus meer dan alle bouwstenen. Dit telt waar in de "
    "sessies over is gesproken, met wie er toen waren: het bewijst geen samenwerking. Wie er waren, staat bij "
    "‘Wie bracht wat’."
)


def table(synergy: Synergy) -> FigureTable:
    """Return the pairs of a synergy; ``–`` where no block has both."""
    groups = synergy.groups
    values: list[tuple[Value, ...]] = []
    for place, row in enumerate(groups[1:], start=1):
        pairs: list[Value] = [synergy.count(row.id, column.id) or None for column in groups[:place]]
        values.append((*pairs, *([""] * (len(groups) - 1 - place))))
    return FigureTable(
        title="Synergie: welke domeinen komen samen?",
        corner="Domein",
        columns=tuple(code.name for code in groups[:-1]),
        rows=tuple(code.name for code in groups[1:]),
        values=tuple(values),
        note=NOTE,
        heat=True,
    )


def in_words(synergy: Synergy) -> str:
    """Return in one or two sentences what there is to see."""
    ranked = synergy.ranked
    if not ranked:
        return "Nog geen bouwsteen verbindt twee domeinen."
    verb = "verbindt" if synergy.connecting == 1 else "verbinden"
    told = f"{dutch.counted(synergy.connecting, 'bouwsteen', 'bouwstenen')} {verb} twee of meer domeinen."
    one, other, count = ranked[-1]
    return f"{told} {one.name}–{other.name} is het dunst: {dutch.number(count)}." if len(ranked) > 1 else told
