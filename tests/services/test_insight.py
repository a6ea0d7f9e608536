from typing import Any

import pytest

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import capturing, insight, preparing, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


@pytest.fixture(scope="session")
def totals(sessions_file: dict[str, Any]) -> dict[str, Any]:
    return sessions_file["controletotalen"]


def test_the_key_figures_are_those_of_the_example_sessions(example_store: Store, totals: dict[str, Any]) -> None:
    figures = example_store.read(insight.overview).figures

    assert figures.blocks == totals["bouwstenen"]
    assert figures.votes == totals["stemmen"]
    assert figures.workshops == 3
    assert len(figures.regions) == 3
    assert figures.participants == 24 + 18 + 21
    assert figures.organisations["Veilig Thuis"] == 3 + 3 + 4
    assert sum(figures.organisations.values()) == figures.participants
    assert (figures.without_theme, figures.without_domain) == (0, 0)


def test_kinds_are_counted(example_store: Store, codebook: Codebook, totals: dict[str, Any]) -> None:
    kinds = example_store.read(insight.overview).figures.kinds

    assert {codebook.code(code).slug: count for code, count in kinds.items()} == totals["per_soort"]


@pytest.mark.parametrize(("dimension", "total"), [(DOMAIN, "per_domein_hoofdgroep"), (THEME, "per_themagroep")])
def test_a_block_counts_once_per_main_group(
    example_store: Store, codebook: Codebook, totals: dict[str, Any], dimension: str, total: str
) -> None:
    counts = example_store.read(insight.matrix, rows=dimension).row_totals

    assert {codebook.code(code).slug: count for code, count in counts.items()} == totals[total]


def test_the_matrix_has_every_cell_of_the_control_totals(
    example_store: Store, codebook: Codebook, totals: dict[str, Any]
) -> None:
    matrix = example_store.read(insight.matrix)
    expected = totals["matrix_themagroep_x_domein"]

    found: dict[str, dict[str, int]] = {}
    for (row, column), count in matrix.counts.items():
        found.setdefault(codebook.code(row).slug, {})[codebook.code(column).slug] = count
    assert found == expected
    assert {code.slug for code in matrix.rows} == set(totals["per_themagroep"])
    assert {code.slug for code in matrix.columns} == set(totals["per_domein_hoofdgroep"])
    assert len(matrix.gaps) == 10 * 7 - sum(len(row) for row in expected.values())
    assert matrix.highest == 32


def test_the_matrix_totals_count_blocks_not_cells(
    example_store: Store, codebook: Codebook, totals: dict[str, Any]
) -> None:
    matrix = example_store.read(insight.matrix)

    assert {codebook.code(code).slug: n for code, n in matrix.row_totals.items()} == totals["per_themagroep"]
    assert {codebook.code(c).slug: n for c, n in matrix.column_totals.items()} == totals["per_domein_hoofdgroep"]


def test_any_dimension_goes_against_any_other(example_store: Store, codebook: Codebook) -> None:
    matrix = example_store.read(insight.matrix, rows=KIND, columns="rijpheid")

    assert {code.dimension for code in matrix.rows} == {KIND}
    assert len(matrix.columns) == 5


def test_domain_pairs_are_counted_once_per_block(
    example_store: Store, codebook: Codebook, totals: dict[str, Any]
) -> None:
    synergy = example_store.read(insight.synergy)

    found = {
        frozenset((codebook.code(one).slug, codebook.code(other).slug)): count
        for (one, other), count in synergy.pairs.items()
    }
    assert found == {frozenset(pair.split(" + ")): n for pair, n in totals["synergie_domeinparen"].items()}
    assert synergy.connecting == totals["bouwstenen_met_minstens_twee_domeinen"]


def test_pairs_are_ranked_and_asked_in_any_order(example_store: Store) -> None:
    synergy = example_store.read(insight.synergy)
    one, other, count = synergy.ranked[0]

    assert count == 56
    assert synergy.count(one.id, other.id) == synergy.count(other.id, one.id) == 56


def test_the_most_votes_come_first(example_store: Store) -> None:
    top = example_store.read(insight.most_votes, limit=5)

    votes = [block.votes for block in top]
    assert len(votes) == 5
    assert votes == sorted(votes, reverse=True)
    assert votes[0] > 0


def test_a_selection_narrows_every_figure(example_store: Store, totals: dict[str, Any]) -> None:
    first = next(w for w in example_store.read(preparing.workshops) if "signaal" in w.title)
    only = Selection(workshops=(first.id,))

    figures = example_store.read(insight.overview, only).figures
    assert (figures.blocks, figures.workshops) == (41, 1)
    assert len(figures.regions) == 1
    matrix = example_store.read(insight.matrix, only)
    assert sum(matrix.column_totals.values()) < sum(totals["per_domein_hoofdgroep"].values())


def test_an_empty_workspace_has_only_white_spots(empty_store: Store) -> None:
    figures = empty_store.read(insight.overview).figures
    matrix = empty_store.read(insight.matrix)
    synergy = empty_store.read(insight.synergy)

    assert (figures.blocks, figures.workshops, figures.votes, figures.regions) == (0, 0, 0, ())
    assert len(matrix.gaps) == 70
    assert matrix.highest == 0
    assert (synergy.connecting, synergy.ranked) == (0, ())
    assert empty_store.read(insight.most_votes) == ()


def test_blocks_in_the_bin_and_codes_taken_off_do_not_count(empty_store: Store, codebook: Codebook) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef", region="Proefland").result
    kept = empty_store.do("Een", capturing.capture, "Blijft @politie #leefwereld", workshop=workshop).result
    gone = empty_store.do("Twee", capturing.capture, "Gaat weg @politie", workshop=workshop).result
    assert kept is not None
    assert gone is not None

    empty_store.do("Weg", capturing.remove_blocks, [gone.block])
    theme = codebook.by_slug[THEME, "leefwereld"].id
    empty_store.do("Tag eraf", tagging.untag, [kept.block], [theme])

    figures = empty_store.read(insight.overview).figures
    assert (figures.blocks, figures.without_theme, figures.without_domain) == (1, 1, 0)
    domain = codebook.by_slug[DOMAIN, "veiligheid"].id
    assert empty_store.read(insight.matrix).column_totals == {domain: 1}


def test_the_overview_is_all_of_it_at_once(example_store: Store) -> None:
    seen = example_store.read(insight.overview)

    assert seen.matrix == example_store.read(insight.matrix)
    assert seen.synergy == example_store.read(insight.synergy)
    assert seen.most_votes == example_store.read(insight.most_votes, limit=7)
