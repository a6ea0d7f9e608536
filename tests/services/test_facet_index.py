from collections.abc import Callable
from random import Random

import pytest

from bouwstenen_app.domain.blocks import RELEASES, STATUSES
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import boards, capturing, codebooks, facet_index, facets, preparing, tagging
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.facet_index import FacetIndex
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import BlockRow, CodeRow

TYPED = (
    "", "", "", "veilig", "wijk politie", "-gezin", "stemmen>3", "thema:wonen", "zonder:thema", "RH-017", "xyz",
)  # fmt: skip
DIMENSIONS = (DOMAIN, THEME, KIND, "perspectief")


class Person:
    """Does whatever a person may do, one step at a time, and keeps what every step changed."""

    def __init__(self, store: Store, book: Codebook, seed: int) -> None:
        self.random = Random(seed)
        self._store = store
        self._book = book
        self._acts: tuple[Callable[[], Changes | None], ...] = (
            self._capture, self._tag, self._untag, self._bin, self._restore, self._set, self._take_back,
            self._again, self._remove_session, self._retire,
        )  # fmt: skip

    def step(self) -> Changes | None:
        return self.random.choice(self._acts)()

    def selection(self) -> Selection:
        some = self.random
        codes = {slug: self._some_of([c.id for c in self._book.of(slug)], 3) for slug in some.sample(DIMENSIONS, 2)}
        return Selection(
            query=some.choice(TYPED),
            workshops=self._some_of(self._workshops(), 2),
            codes=some.choice((None, codes)),
            without=self._some_of(DIMENSIONS, 1),
            new_tags=some.random() < 0.2,
            statuses=self._some_of(STATUSES, 2),
            releases=self._some_of(RELEASES, 2),
            held_back=some.choice((None, None, None, False, True)),
            removed=some.random() < 0.2,
        )

    def _some_of(self, values: "list[str] | tuple[str, ...]", most: int) -> tuple[str, ...]:
        """Return none of these values as often as some of them."""
        if self.random.random() < 0.5:
            return ()
        return tuple(self.random.sample(list(values), min(len(values), self.random.randint(1, most))))

    def _workshops(self) -> list[str]:
        return [workshop.id for workshop in self._store.read(preparing.workshops)]

    def _blocks(self, *, removed: bool = False) -> list[str]:
        found = self._store.read(boards.find, Selection(removed=removed), limit=500).blocks
        return self.random.sample([block.id for block in found], min(len(found), self.random.randint(1, 9)))

    def _capture(self) -> Changes | None:
        if not (workshops := self._workshops()):
            return None
        line = self.random.choice(("Een zin", "Veilig thuis @politie #wonen", "Een vraag? #nooitgehoord @zorg"))
        verb = capturing.capture
        return self._store.do("Vast", verb, line, workshop=self.random.choice(workshops)).changes

    def _tag(self) -> Changes | None:
        codes = self.random.sample([code.id for code in self._book.codes], 3)
        return self._store.do("Tag", tagging.tag, self._blocks(), codes).changes

    def _untag(self) -> Changes | None:
        codes = [code.id for code in self._book.codes if self.random.random() < 0.4]
        return self._store.do("Eraf", tagging.untag, self._blocks(), codes).changes

    def _bin(self) -> Changes | None:
        return self._store.do("Weg", capturing.remove_blocks, self._blocks()).changes

    def _restore(self) -> Changes | None:
        return self._store.do("Terug", capturing.restore_blocks, self._blocks(removed=True)).changes

    def _set(self) -> Changes | None:
        fields: dict[str, object] = {
            "status": self.random.choice(STATUSES),
            "release": self.random.choice(RELEASES),
            "held_back": self.random.random() < 0.5,
            "votes": self.random.randint(0, 40),
        }
        return self._store.do("Zo", _set_fields, dict.fromkeys(self._blocks(), fields)).changes

    def _take_back(self) -> Changes | None:
        return self._store.undo()

    def _again(self) -> Changes | None:
        return self._store.redo()

    def _remove_session(self) -> Changes | None:
        if len(workshops := self._workshops()) < 2 or self.random.random() < 0.7:
            return None
        return self._store.do("Sessie weg", preparing.remove_workshops, [self.random.choice(workshops)]).changes

    def _retire(self) -> Changes | None:
        code = self.random.choice(self._book.of(THEME)).id
        return self._store.do("Code weg", _remove_code, code).changes


def _set_fields(session: Work, values: dict[str, dict[str, object]]) -> None:
    journal.update_rows(session, BlockRow, values)


def _remove_code(session: Work, code: str) -> None:
    journal.update_rows(session, CodeRow, {code: {"removed": True}})


@pytest.mark.parametrize("seed", range(5))
def test_the_index_counts_what_counting_block_by_block_gives_whatever_a_person_did(
    example_store: Store, codebook: Codebook, seed: int
) -> None:
    person = Person(example_store, codebook, seed)
    index = example_store.read(facet_index.built)
    for _ in range(20):
        if (changes := person.step()) is not None:
            example_store.read(index.take_in, changes)
        selection = person.selection()
        hits = example_store.read(index.hits, selection.query)
        counted = index.counts(selection, hits, dimensions=DIMENSIONS)
        assert counted == example_store.read(facets.facets, selection, dimensions=DIMENSIONS), selection
        assert index.uses() == example_store.read(tagging.code_uses)
        found = example_store.read(facet_index.find, index, selection, limit=500)
        expected = example_store.read(boards.select_blocks, selection)
        assert {block.id for block in found.blocks} == {block.id for block in expected}, selection
        assert found.total == len(expected) == example_store.read(facet_index.count, index, selection)


@pytest.mark.parametrize("seed", range(5))
def test_an_index_that_followed_is_one_that_was_built_just_now(
    example_store: Store, codebook: Codebook, seed: int
) -> None:
    person = Person(example_store, codebook, 100 + seed)
    index = example_store.read(facet_index.built)
    for _ in range(15):
        if (changes := person.step()) is not None:
            example_store.read(index.take_in, changes)
    fresh = example_store.read(facet_index.built)
    for _ in range(20):
        selection = person.selection()
        hits, afresh = (
            example_store.read(index.hits, selection.query),
            example_store.read(fresh.hits, selection.query),
        )
        assert hits == afresh == example_store.read(facet_index.hits, selection.query)
        assert index.rows(selection, hits) == fresh.rows(selection, hits)


def test_a_page_is_that_of_the_list_with_its_total(example_store: Store, codebook: Codebook) -> None:
    index = example_store.read(facet_index.built)
    straf, zorg = (codebook.by_slug[DOMAIN, slug].id for slug in ("straf", "zorg"))
    for selection in (
        Selection(),
        Selection(query="veilig"),
        Selection(query="ve"),
        Selection(query="wijk poli"),
        Selection(codes={DOMAIN: (straf, zorg)}),
        Selection(query="veilig", codes={DOMAIN: (zorg,)}),
        Selection(query="stemmen>2 -gezin", without=("perspectief",)),
        Selection(query="niets daarvan is er"),
    ):
        for offset in (0, 5, 200):
            page = example_store.read(facet_index.find, index, selection, offset=offset, limit=5)
            assert page == example_store.read(boards.find, selection, offset=offset, limit=5), selection


@pytest.mark.parametrize("typed", ["  ", "!!!", "--", '"', "(", "-", '-"'])
def test_signs_alone_find_everything_as_nothing_typed_does(example_store: Store, typed: str) -> None:
    index = example_store.read(facet_index.built)
    everything, selection = example_store.read(boards.select_blocks, Selection()), Selection(query=typed)

    assert example_store.read(facet_index.hits, typed) is None
    assert example_store.read(boards.select_blocks, selection) == everything
    assert example_store.read(boards.count, selection) == len(everything)
    for kept in (index, None):
        assert example_store.read(facet_index.find, kept, selection) == example_store.read(boards.find, Selection())
        assert example_store.read(facet_index.count, kept, selection) == len(everything)
    raw = Selection(query=typed, statuses=("ruw",))
    assert example_store.read(facet_index.count, index, raw) == example_store.read(
        boards.count, Selection(statuses=("ruw",))
    )


def test_what_is_read_in_parts_is_all_of_it(
    example_store: Store, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facet_index, "PART", 7)
    index = FacetIndex(example_store.read(codebooks.codebook))
    for first in range(1, example_store.read(facet_index.last_row) + 1, 7):
        example_store.read(index.read, first)

    assert index.counts(Selection(), None) == example_store.read(facets.facets, Selection())


def test_votes_are_added_up(example_store: Store) -> None:
    index = example_store.read(facet_index.built)
    everything = example_store.read(boards.select_blocks, Selection())

    assert index.votes(index.rows(Selection(), None)) == sum(block.votes for block in everything)


def test_an_empty_workspace_counts_nothing(empty_store: Store) -> None:
    index = empty_store.read(facet_index.built)

    assert index.counts(Selection(), None) == empty_store.read(facets.facets, Selection())
    assert index.total(Selection(without=(THEME,)), None) == 0
