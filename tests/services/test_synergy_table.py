from typing import Any

from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.services import insight, synergy_table
from bouwstenen_app.storage.store import Store


def test_every_pair_stands_once_under_the_diagonal(
    example_store: Store, codebook: Codebook, sessions_file: dict[str, Any]
) -> None:
    table = synergy_table.table(example_store.read(insight.synergy))
    totals = sessions_file["controletotalen"]["synergie_domeinparen"]

    slugs = {code.name: code.slug for code in codebook.tops(DOMAIN)}
    found = {
        frozenset((slugs[row], slugs[column])): value
        for row, values in zip(table.rows, table.values, strict=True)
        for column, value in zip(table.columns, values, strict=True)
        if value
    }
    assert found == {frozenset(pair.split(" + ")): count for pair, count in totals.items()}
    assert [row.count("") for row in table.values] == [5, 4, 3, 2, 1, 0]


def test_it_is_said_in_words(example_store: Store, empty_store: Store) -> None:
    said = synergy_table.in_words(example_store.read(insight.synergy))

    assert said.startswith("107 bouwstenen verbinden twee of meer domeinen. ")
    assert said.endswith(" is het dunst: 1.")
    assert synergy_table.in_words(empty_store.read(insight.synergy)) == "Nog geen bouwsteen verbindt twee domeinen."
