import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bouwstenen_app.services import boards, capturing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.search import fts_query
from bouwstenen_app.storage.store import Store

LINES = (
    "Wijkagent en cliënt aan tafel | Zij praten over de toekomst van het gezin",
    "De toekomst van het wijkteam vb: een crisis in de nacht",
    "Beschermde wijk nodig: tijd, geld >> praten met de gemeente",
)


@pytest.fixture
def searched(store: Store, workshop: str) -> Store:
    store.do("Drie", capturing.capture_lines, LINES, workshop=workshop)
    blocks = store.read(boards.blocks_of, workshop)
    store.do("Notitie", capturing.edit_block, blocks[0].id, note="alleen voor mij: sleutelkast")
    return store


def _found(store: Store, query: str) -> list[int]:
    return [block.number for block in store.read(boards.select_blocks, Selection(query=query))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
        ("wijk", [1, 2, 3]),
        ("wijkag", [1]),
        ("WIJKTEAM", [2]),
        ("client", [1]),
        ("cliënt", [1]),
        ("CLIËNT", [1]),
        ("toekomst gezin", [1]),
        ('"toekomst van het"', [1, 2]),
        ('"van het gezin"', [1]),
        ('"van het gez"', []),
        ("toekomst -gezin", [2]),
        ("wijk -toekomst", [3]),
        ("-toekomst", [3]),
        ('-toekomst -"beschermde wijk"', []),
        ("crisis", [2]),
        ("geld", [3]),
        ("gemeente", [3]),
        ("sleutelkast", [3]),
        ("RH-002", [2]),
        ("rh2", [2]),
        ("RH-099", []),
        ("bestaatniet", []),
        ("'", [1, 2, 3]),
        ('"', [1, 2, 3]),
        ("()*:^", [1, 2, 3]),
    ],
)
def test_what_a_person_types_finds_what_they_mean(searched: Store, query: str, expected: list[int]) -> None:
    assert _found(searched, query) == expected


def test_words_of_fts_are_only_words(searched: Store) -> None:
    assert fts_query("een AND OR NOT NEAR(x) title:wijk*") == (
        '"een"* AND "AND"* AND "OR"* AND "NOT"* AND "NEAR x"* AND "title wijk"*'
    )
    assert _found(searched, "title:wijk OR note") == []


def test_a_block_is_found_by_what_it_says_now(searched: Store) -> None:
    block = searched.read(boards.select_blocks, Selection(query="wijkag"))[0]
    searched.do("Titel", capturing.edit_block, block.id, title="Buurtbus")

    assert _found(searched, "wijkag") == []
    assert _found(searched, "buurtbus") == [1]
    searched.undo()
    assert _found(searched, "wijkag") == [1]
    assert _found(searched, "buurtbus") == []


def test_a_block_in_the_bin_is_found_there_only(searched: Store) -> None:
    block = searched.read(boards.select_blocks, Selection(query="wijkag"))[0]
    searched.do("Weg", capturing.remove_blocks, [block.id])

    assert _found(searched, "wijkag") == []
    assert len(searched.read(boards.select_blocks, Selection(query="wijkag", removed=True))) == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("ab\"*-+:^(){}[]'\\NEARORNOT ~.,\n\0é-_%;") | st.characters(), max_size=25))
def test_whatever_is_typed_is_a_search_and_never_an_error(searched: Store, query: str) -> None:
    searched.read(boards.find, Selection(query=query))


@pytest.mark.parametrize("query", ["wijk", "toekomst", '"van het"', "wijk -toekomst", "rh2", "bestaatniet", "()"])
def test_the_quick_count_and_page_are_those_of_the_whole_selection(searched: Store, query: str) -> None:
    selection = Selection(query=query)
    for removed in (False, True):
        if removed:
            gone = searched.read(boards.select_blocks, Selection(query="RH-002"))[0]
            searched.do("Weg", capturing.remove_blocks, [gone.id])
        found = searched.read(boards.find, selection)
        everything = searched.read(boards.select_blocks, selection)
        assert found.total == len(everything)
        assert [block.id for block in found.blocks] == [block.id for block in reversed(everything)]
