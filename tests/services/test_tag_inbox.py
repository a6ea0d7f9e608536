"""The tag inbox: what waits, and every way in which it is decided."""

import re
from collections.abc import Callable

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, codebooks, preparing, tag_inbox
from bouwstenen_app.services.tag_inbox import Decided
from bouwstenen_app.storage.store import Store

Capture = Callable[..., str]


@pytest.fixture
def sessions(empty_store: Store) -> tuple[str, str]:
    def make(title: str) -> str:
        return empty_store.do("Sessie", preparing.create_workshop, title=title).result

    return make("Kennemerland"), make("Twente")


@pytest.fixture
def type_in(empty_store: Store, sessions: tuple[str, str]) -> Capture:
    def capture(text: str, session: int = 0) -> str:
        done = empty_store.do("Vast", capturing.capture, text, workshop=sessions[session]).result
        assert done is not None
        return done.block

    return capture


def book_of(store: Store) -> Codebook:
    return store.read(codebooks.codebook)


def tags_of(store: Store, block: str) -> tuple[set[str], tuple[str, ...]]:
    """Return the names of the codes of a block, and what waits on it."""
    found, book = store.read(boards.block, block), book_of(store)
    assert found is not None
    return {book.code(code).name for code in found.codes}, found.unknown_tags


def words(done: Decided) -> tuple[str, int, str]:
    return done.text, len(done.blocks), done.code.name if done.code else ""


def test_spellings_are_one_tag_with_its_blocks_sessions_and_suggestions(
    empty_store: Store, type_in: Capture, codebook: Codebook
) -> None:
    one = type_in("Een #wijkgericht")
    two = type_in("Twee #Wijk-gericht #kantelmomentje")
    three = type_in("Drie #wijkgericht", session=1)
    type_in("Bekend #kantelmomenten")

    first, second = empty_store.read(tag_inbox.waiting)

    assert (first.text, first.spellings) == ("#wijkgericht", ("#wijkgericht", "#Wijk-gericht"))
    assert set(first.blocks) == {one, two, three}
    assert set(first.titles) == {"Kennemerland", "Twente"}
    assert second.text == "#kantelmomentje"
    assert codebook.code(second.suggestions[0]).slug == "kantelmomenten"


def test_a_tag_knows_the_sessions_it_occurs_in(
    empty_store: Store, type_in: Capture, sessions: tuple[str, str]
) -> None:
    type_in("Een #wijkgericht")
    type_in("Twee #wijkgericht", session=1)
    type_in("Drie #elders", session=1)

    found = {tag.text: set(tag.workshops) for tag in empty_store.read(tag_inbox.waiting)}

    assert found == {"#wijkgericht": set(sessions), "#elders": {sessions[1]}}


def test_a_block_in_the_bin_does_not_wait(empty_store: Store, type_in: Capture) -> None:
    block = type_in("Een #wijkgericht")
    empty_store.do("Weg", capturing.remove_blocks, [block])

    assert empty_store.read(tag_inbox.waiting) == ()


def test_accepting_makes_a_code_that_all_its_blocks_carry_and_that_is_known_next_time(
    empty_store: Store, type_in: Capture
) -> None:
    blocks = [type_in("Een #wijkgericht-werken @politie"), type_in("Twee #Wijkgerichtwerken", session=1)]
    (tag,) = empty_store.read(tag_inbox.waiting)

    done = empty_store.do("Thema erbij", tag_inbox.accept, tag.key, dimension="thema").result

    assert words(done) == ("#wijkgericht-werken", 2, "Wijkgericht werken")
    assert tags_of(empty_store, blocks[0]) == ({"Politie", "Wijkgericht werken"}, ())
    assert tags_of(empty_store, blocks[1]) == ({"Wijkgericht werken"}, ())
    assert empty_store.read(tag_inbox.waiting) == ()
    assert tags_of(empty_store, type_in("Drie #wijkgerichtwerken"))[0] == {"Wijkgericht werken"}
    assert book_of(empty_store).of("thema")[-1].name == "Wijkgericht werken"


def test_a_name_of_ones_own_keeps_what_was_typed_as_a_synonym(empty_store: Store, type_in: Capture) -> None:
    type_in("Een #buurt")
    (tag,) = empty_store.read(tag_inbox.waiting)
    done = empty_store.do("Erbij", tag_inbox.accept, tag.key, dimension="thema", name="  Dicht  bij huis ").result

    assert done.code is not None
    assert (done.code.name, done.code.slug, done.code.synonyms) == ("Dicht bij huis", "dicht-bij-huis", ("buurt",))
    assert tags_of(empty_store, type_in("Twee #buurt"))[0] == {"Dicht bij huis"}


@pytest.mark.parametrize("name", ["Aanpak in de buurt", "Zorg in de buurt"])
def test_a_new_code_comes_last_under_its_group_and_takes_its_colours(
    empty_store: Store, type_in: Capture, name: str
) -> None:
    type_in("Een #buurt")
    group = book_of(empty_store).by_slug["thema", "meldpunt-en-melden"]
    before = [code.slug for code in book_of(empty_store).of("thema")]

    done = empty_store.do("Erbij", tag_inbox.accept, "#buurt", dimension="thema", name=name, parent=group.id).result

    assert done.code is not None
    assert (done.code.parent, done.code.colour) == (group.id, group.colour)
    after = [code.slug for code in book_of(empty_store).of("thema")]
    place = after.index(done.code.slug)
    assert [slug for slug in after if slug != done.code.slug] == before
    assert after[place - 1] == "terugkoppeling"


def test_a_name_that_is_known_makes_no_second_code(empty_store: Store, type_in: Capture) -> None:
    type_in("Een #buurt")
    known = re.escape("“Politie” staat al in het codeboek. Koppel de tag daaraan.")
    with pytest.raises(Problem, match=known):
        empty_store.do("Erbij", tag_inbox.accept, "#buurt", dimension="domein", name="politie")
    assert len(empty_store.read(tag_inbox.waiting)) == 1


def test_undo_takes_an_accepted_code_back_and_accepting_again_brings_it_back(
    empty_store: Store, type_in: Capture
) -> None:
    block = type_in("Een #wijkgericht")
    first = empty_store.do("Erbij", tag_inbox.accept, "#wijkgericht", dimension="thema").result
    empty_store.undo()

    assert tags_of(empty_store, block) == (set(), ("#wijkgericht",))
    assert ("thema", "wijkgericht") not in book_of(empty_store).by_slug

    again = empty_store.do("Erbij", tag_inbox.accept, "#wijkgericht", dimension="thema").result
    assert again.code == first.code, "the same name is the same row on every laptop"
    assert tags_of(empty_store, block) == ({"Wijkgericht"}, ())


def test_mapping_puts_the_code_on_all_blocks_and_learns_the_word_when_asked(
    empty_store: Store, type_in: Capture, codebook: Codebook
) -> None:
    politie = codebook.by_slug["domein", "politie"].id
    blocks = [type_in("Een #agentje"), type_in("Twee #Agentje")]

    done = empty_store.do("Koppelen", tag_inbox.map_to, "#agentje", politie, learn=True).result

    assert (words(done), done.learned) == (("#agentje", 2, "Politie"), True)
    assert [tags_of(empty_store, block) for block in blocks] == [({"Politie"}, ())] * 2
    assert book_of(empty_store).code(politie).synonyms.count("agentje") == 1
    assert tags_of(empty_store, type_in("Drie #agentje")) == ({"Politie"}, ())
    empty_store.undo()
    empty_store.undo()
    assert tags_of(empty_store, blocks[0]) == (set(), ("#agentje",))
    assert "agentje" not in book_of(empty_store).code(politie).synonyms


def test_without_learning_the_word_stays_unknown(empty_store: Store, type_in: Capture, codebook: Codebook) -> None:
    politie = codebook.by_slug["domein", "politie"].id
    type_in("Een #agentje")
    done = empty_store.do("Koppelen", tag_inbox.map_to, "#agentje", politie).result

    assert not done.learned
    assert tags_of(empty_store, type_in("Twee #agentje")) == (set(), ("#agentje",))


def test_a_word_is_not_learned_by_a_code_that_its_prefix_cannot_reach(
    empty_store: Store, type_in: Capture, codebook: Codebook
) -> None:
    theme = codebook.by_slug["thema", "herstel"]
    block = type_in("Een @hersteld")
    done = empty_store.do("Koppelen", tag_inbox.map_to, "@hersteld", theme.id, learn=True).result

    assert not done.learned
    assert tags_of(empty_store, block) == ({theme.name}, ())


def test_rejecting_takes_the_tag_off_and_undo_brings_it_back(empty_store: Store, type_in: Capture) -> None:
    block = type_in("Een #wijkgericht #buurt")
    done = empty_store.do("Afgewezen", tag_inbox.reject, "#wijkgericht").result

    assert words(done) == ("#wijkgericht", 1, "")
    assert tags_of(empty_store, block) == (set(), ("#buurt",))
    empty_store.undo()
    assert tags_of(empty_store, block) == (set(), ("#wijkgericht", "#buurt"))


@pytest.mark.parametrize(
    ("verb", "more"), [(tag_inbox.accept, {"dimension": "thema"}), (tag_inbox.reject, {})], ids=["accept", "reject"]
)
def test_deciding_about_a_tag_that_does_not_wait_is_told(
    empty_store: Store, type_in: Capture, verb: Callable[..., Decided], more: dict[str, str]
) -> None:
    with pytest.raises(Problem, match="wacht niet meer"):
        empty_store.do("x", verb, "#wijkgericht", **more)


def test_a_name_of_nothing_and_a_code_that_is_gone_are_told(empty_store: Store, type_in: Capture) -> None:
    type_in("Een #wijkgericht")
    with pytest.raises(Problem, match="een naam"):
        empty_store.do("x", tag_inbox.accept, "#wijkgericht", dimension="thema", name="   ")
    with pytest.raises(Problem, match="staat niet meer in het codeboek"):
        empty_store.do("x", tag_inbox.map_to, "#wijkgericht", "weg")
    assert empty_store.undoable() is not None
    assert len(empty_store.read(tag_inbox.waiting)) == 1
