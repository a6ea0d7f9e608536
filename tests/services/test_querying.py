import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def found(store: Store, typed: str) -> set[str]:
    return {block.id for block in store.read(boards.select_blocks, Selection(query=typed))}


@pytest.fixture
def everything(example_store: Store) -> tuple[Block, ...]:
    return example_store.read(boards.select_blocks, Selection())


def with_code(everything: tuple[Block, ...], codebook: Codebook, dimension: str, *slugs: str) -> set[str]:
    wanted = {codebook.by_slug[dimension, slug].id for slug in slugs}
    wanted |= {code.id for code in codebook.codes if code.parent in wanted}
    return {block.id for block in everything if wanted & set(block.codes)}


def test_a_code_is_asked_for_by_its_name_its_id_a_synonym_or_an_abbreviation(
    example_store: Store, everything: tuple[Block, ...], codebook: Codebook
) -> None:
    expected = with_code(everything, codebook, DOMAIN, "veilig-thuis")
    assert 0 < len(expected) < len(everything)
    for typed in ('domein:"Veilig Thuis"', "domein:veilig-thuis", "domein:VT", "DOMEIN:vt"):
        assert found(example_store, typed) == expected


def test_of_one_field_any_value_will_do_and_of_several_fields_each(
    example_store: Store, everything: tuple[Block, ...], codebook: Codebook
) -> None:
    ideas = with_code(everything, codebook, KIND, "idee")
    risks = with_code(everything, codebook, KIND, "risico")
    police = with_code(everything, codebook, DOMAIN, "politie")
    assert found(example_store, "soort:idee,risico") == ideas | risks
    assert found(example_store, "soort:idee soort:risico") == ideas | risks
    assert found(example_store, "soort:idee domein:politie") == ideas & police
    assert found(example_store, "domein:politie -soort:idee") == police - ideas


def test_a_session_a_region_and_a_status_are_asked_for_by_a_part_of_their_name(
    example_store: Store, everything: tuple[Block, ...]
) -> None:
    workshop = example_store.read(preparing.workshops)[0]
    here = {block.id for block in everything if block.workshop == workshop.id}
    assert found(example_store, f'sessie:"{workshop.title}"') == here
    regional = found(example_store, f'regio:"{workshop.region.split()[1]}"')
    assert here <= regional
    assert found(example_store, "status:ruw") == {block.id for block in everything if block.status == "ruw"}
    assert found(example_store, "vrijgave:eerst") == {
        block.id for block in everything if block.release == "eerst afstemmen"
    }


def test_votes_have_bounds(example_store: Store, everything: tuple[Block, ...]) -> None:
    assert found(example_store, "stemmen>3") == {block.id for block in everything if block.votes > 3}
    assert found(example_store, "stemmen>=2 stemmen<5") == {
        block.id for block in everything if 2 <= block.votes < 5
    }
    assert found(example_store, "stemmen:0") == {block.id for block in everything if not block.votes}


def test_what_lacks_a_dimension_is_asked_for_with_zonder(
    example_store: Store, everything: tuple[Block, ...], codebook: Codebook
) -> None:
    themes = {code.id for code in codebook.codes if code.dimension == THEME}
    assert found(example_store, "zonder:thema") == {b.id for b in everything if not themes & set(b.codes)}


def test_words_and_fields_go_together(
    example_store: Store, everything: tuple[Block, ...], codebook: Codebook
) -> None:
    police = with_code(everything, codebook, DOMAIN, "politie")
    words = found(example_store, "melding")
    assert found(example_store, "melding domein:politie") == words & police
    assert found(example_store, "-melding domein:politie") == police - words


@pytest.mark.parametrize("typed", ["thema:bestaatniet", "sessie:nergens", "groep:nergens", "regio:…", "status:nee"])
def test_a_name_that_nothing_has_finds_nothing(example_store: Store, typed: str) -> None:
    assert found(example_store, typed) == set()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.one_of(
        st.text(max_size=40),
        st.lists(
            st.sampled_from(
                ["thema:", "-", '"', "stemmen>", "3", "zonder:", "domein", ":", "wijk", "*", "(", "NOT", ","]
            ),
            max_size=8,
        ).map("".join),
    )
)
def test_anything_typed_is_safe_and_the_page_agrees_with_the_whole(example_store: Store, typed: str) -> None:
    page = example_store.read(boards.find, Selection(query=typed))
    assert page.total == len(found(example_store, typed))
