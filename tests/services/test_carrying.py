from bouwstenen_app.domain.bundles import CARRIED, PERSPECTIVE, support
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.services import boards, bundling, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.carrying import carried, table
from bouwstenen_app.storage.store import Store


def bundled(store: Store, *queries: str) -> None:
    for query in queries:
        ids = [block.id for block in store.read(boards.select_blocks, Selection(query=query))]
        store.do("Bundel", bundling.bundle_blocks, ids)


def test_support_is_what_the_rule_of_bundles_says(example_store: Store) -> None:
    bundled(example_store, "terugkoppeling", "huisverbod", "RH-001")
    found = example_store.read(carried)
    workshops = {one.id: one for one in example_store.read(preparing.workshops)}

    assert len(found) == 3
    for one in found:
        blocks = example_store.read(boards.blocks, one.bundle.contributions)
        assert one.support == support(blocks, workshops)
        assert one.organisations >= 10
    places = [CARRIED.index(one.support.words) for one in found]
    assert places == sorted(places, reverse=True)


def test_perspectives_are_those_of_the_contributions(example_store: Store, codebook: Codebook) -> None:
    bundled(example_store, "terugkoppeling")
    one = example_store.read(carried)[0]

    blocks = example_store.read(boards.blocks, one.bundle.contributions)
    codes = {code for block in blocks for code in block.codes if codebook.code(code).dimension == PERSPECTIVE}
    assert {code.id for code in one.perspectives} == codes


def test_without_bundles_there_is_nothing(example_store: Store) -> None:
    assert example_store.read(carried) == ()


def test_a_selection_counts_its_own_contributions(example_store: Store) -> None:
    bundled(example_store, "terugkoppeling")
    first = example_store.read(preparing.workshops)[0]
    found = example_store.read(carried, Selection(workshops=(first.id,)))

    assert all(one.support.sessions == 1 for one in found)


def test_it_is_a_figure_too(example_store: Store) -> None:
    bundled(example_store, "terugkoppeling")
    figure = table(example_store.read(carried))

    assert figure.rows[0].startswith("K-01 ")
    assert figure.values[0][0] in CARRIED
