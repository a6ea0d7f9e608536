from pyroaring import BitMap
from sqlalchemy.orm import Session

from bouwstenen_app.domain.query import read
from bouwstenen_app.services import boards, capturing, word_hits
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.word_hits import WordHits
from bouwstenen_app.storage.store import Store


def _found(session: Session, typed: str) -> WordHits:
    return word_hits.found(session, read(typed).words)


def test_a_page_is_the_end_of_what_was_found_the_newest_first() -> None:
    hits = WordHits("[2,3,5,7,11]", BitMap())

    assert len(hits) == 5
    assert hits.newest(0, 2) == [11, 7]
    assert hits.newest(2, 2) == [5, 3]
    assert hits.newest(4, 2) == [2]
    assert hits.newest(5, 2) == hits.newest(99, 2) == []


def test_what_lies_in_the_bin_is_in_no_page_and_not_counted() -> None:
    hits = WordHits("[2,3,5,7,11]", BitMap([1, 5, 11]))

    assert len(hits) == 3
    assert hits.newest(0, 2) == [7, 3]
    assert hits.newest(2, 2) == [2]
    assert hits.rows == BitMap([2, 3, 5, 7, 11])


def test_nothing_found_is_an_empty_page() -> None:
    assert len(WordHits("[]", BitMap())) == 0
    assert WordHits("[]", BitMap([3])).newest(0, 50) == []
    assert WordHits("[]", BitMap()).newest(0, 50) == []


def test_words_are_found_as_the_whole_selection_finds_them(example_store: Store) -> None:
    for typed in ("w", "wijk", "veilig th", "wijk -toekomst", "bestaatniet"):
        blocks = example_store.read(boards.select_blocks, Selection(query=typed))
        assert len(example_store.read(_found, typed)) == len(blocks), typed

    before = len(example_store.read(_found, "wijk"))
    one = example_store.read(boards.select_blocks, Selection(query="wijk"))[0]
    example_store.do("Weg", capturing.remove_blocks, [one.id])

    assert len(example_store.read(_found, "wijk")) == before - 1
