"""Editing the codebook: every verb, its refusals, and that one step takes it back."""

from collections.abc import Callable

import pytest

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.colours import Colours
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, codebook_editing, codebooks
from bouwstenen_app.storage.store import Store

Capture = Callable[..., Block]


def book_of(store: Store) -> Codebook:
    return store.read(codebooks.codebook)


def named(store: Store, name: str) -> Code:
    return next(code for code in book_of(store).codes if code.name == name)


def add(store: Store, name: str, parent: str | None = None, dimension: str = "thema") -> str:
    return store.do("Code", codebook_editing.add_code, dimension=dimension, name=name, parent=parent).result


def top(store: Store, dimension: str = "thema", place: int = 0) -> Code:
    return book_of(store).tops(dimension)[place]


def test_a_new_code_stands_under_its_group_in_its_colours_and_undo_takes_it_away(empty_store: Store) -> None:
    before, above = book_of(empty_store), top(empty_store)

    added = add(empty_store, "  Vuurwerk \n ", parent=above.id)
    code = book_of(empty_store).code(added)

    assert (code.name, code.parent, code.colour, code.slug) == ("Vuurwerk", above.id, above.colour, "vuurwerk")
    siblings = [one.id for one in book_of(empty_store).of("thema") if one.parent == above.id]
    assert siblings[-1] == code.id
    empty_store.undo()
    assert book_of(empty_store) == before


def test_a_code_that_was_taken_back_can_be_made_again(empty_store: Store) -> None:
    first = add(empty_store, "Vuurwerk")
    empty_store.undo()

    assert add(empty_store, "Vuurwerk") == first
    assert named(empty_store, "Vuurwerk").retired is False


@pytest.mark.parametrize("name", ["", "  \n", "\x00"])
def test_a_code_needs_a_name(empty_store: Store, name: str) -> None:
    with pytest.raises(Problem, match="Geef de code een naam"):
        add(empty_store, name)


def test_a_name_or_another_word_is_used_once_in_a_dimension(empty_store: Store) -> None:
    add(empty_store, "Vuurwerk")
    empty_store.do("Woorden", codebook_editing.describe, named(empty_store, "Vuurwerk").id, synonyms=("knallen",))

    with pytest.raises(Problem, match="“Vuurwerk” staat al"):
        add(empty_store, "VUUR-werk")
    with pytest.raises(Problem, match="al een ander woord voor “Vuurwerk”"):
        add(empty_store, "Knallen")
    with pytest.raises(Problem, match="staat al"):
        empty_store.do("Naam", codebook_editing.rename, top(empty_store).id, "vuurwerk")
    with pytest.raises(Problem, match="staat al"):
        empty_store.do("Woord", codebook_editing.describe, top(empty_store).id, synonyms=("vuurwerk",))
    add(empty_store, "Vuurwerk", dimension="soort")


def test_a_renamed_code_keeps_its_blocks_and_its_tag(empty_store: Store, captured: Capture) -> None:
    add(empty_store, "Vuurwerk")
    block = captured("Knallen #vuurwerk")

    empty_store.do("Naam", codebook_editing.rename, named(empty_store, "Vuurwerk").id, "Vuur en licht")

    found = empty_store.read(boards.block, block.id)
    assert found is not None
    assert [book_of(empty_store).code(code).name for code in found.codes] == ["Vuur en licht"]
    assert captured("Nog eens #vuurwerk").codes == found.codes


def test_words_are_cleaned_and_kept_once(empty_store: Store) -> None:
    code = top(empty_store).id
    empty_store.do(
        "Woorden",
        codebook_editing.describe,
        code,
        definition=" Waar het\x00 om gaat ",
        synonyms=(" een  woord", "een woord", ""),
        abbreviations=("VW",),
    )

    now = book_of(empty_store).code(code)
    assert (now.definition, now.synonyms, now.abbreviations) == ("Waar het om gaat", ("een woord",), ("VW",))


def test_a_colour_that_cannot_be_read_is_refused(empty_store: Store) -> None:
    code = top(empty_store, "domein").id
    with pytest.raises(Problem, match="te licht voor tekst"):
        empty_store.do("Kleur", codebook_editing.recolour, code, Colours("#FFEE00", "#FFEE00", "#FFFFEE"))

    empty_store.do("Kleur", codebook_editing.recolour, code, Colours("bb4341", "#FC9A92", "#FDEBE9"))
    assert book_of(empty_store).code(code).colour == "#BB4341"


def test_a_code_moves_before_another_and_under_another_group(empty_store: Store) -> None:
    first, second, third = book_of(empty_store).tops("thema")[:3]
    before = book_of(empty_store)

    empty_store.do("Plaats", codebook_editing.move, third.id, before=first.id)
    assert [one.id for one in book_of(empty_store).tops("thema")[:3]] == [third.id, first.id, second.id]
    empty_store.undo()
    assert book_of(empty_store) == before

    child = next(one for one in before.of("thema") if one.parent)
    other = next(one for one in before.tops("thema") if one.id != child.parent)
    empty_store.do("Plaats", codebook_editing.move, child.id, parent=other.id)
    assert book_of(empty_store).code(child.id).parent == other.id
    empty_store.do("Plaats", codebook_editing.move, child.id)
    assert book_of(empty_store).tops("thema")[-1].id == child.id


def test_the_codebook_has_two_layers_within_a_dimension(empty_store: Store) -> None:
    book = book_of(empty_store)
    child = next(one for one in book.of("thema") if one.parent)
    group, other = book.code(child.parent or ""), next(one for one in book.tops("thema") if one.id != child.parent)

    for code, parent, told in (
        (group.id, other.id, "twee lagen"),
        (other.id, child.id, "Kies een hoofdgroep"),
        (other.id, book.tops("soort")[0].id, "eigen dimensie"),
    ):
        with pytest.raises(Problem, match=told):
            empty_store.do("Plaats", codebook_editing.move, code, parent=parent)
    lone = add(empty_store, "Alleen")
    with pytest.raises(Problem, match="niet onder zichzelf"):
        empty_store.do("Plaats", codebook_editing.move, lone, parent=lone)


def test_a_retired_code_stays_on_its_blocks_and_comes_back(empty_store: Store, captured: Capture) -> None:
    code = add(empty_store, "Vuurwerk")
    block = captured("Knallen #vuurwerk")
    empty_store.do("Ster", codebook_editing.set_favourite, code, favourite=True)
    assert book_of(empty_store).code(code).favourite

    empty_store.do("Vervallen", codebook_editing.retire, [code])

    now = book_of(empty_store).code(code)
    assert (now.retired, now.favourite) == (True, False)
    found = empty_store.read(boards.block, block.id)
    assert found is not None
    assert found.codes == (code,)
    empty_store.do("Terug", codebook_editing.bring_back, [code])
    assert not book_of(empty_store).code(code).retired


def test_a_dimension_of_ones_own(empty_store: Store) -> None:
    slug = empty_store.do("Dimensie", codebook_editing.add_dimension, name="Wijk", multiple=False).result
    add(empty_store, "Noord", dimension=slug)
    empty_store.do(
        "Dimensie", codebook_editing.edit_dimension, slug, name="Buurt", multiple=True, recommended=True, prefix="!"
    )

    one = book_of(empty_store).dimension(slug)
    assert (one.name, one.multiple, one.recommended, one.prefix) == ("Buurt", True, True, "!")
    assert book_of(empty_store).dimensions[-1].slug == slug
    empty_store.do("Plaats", codebook_editing.move_dimension, slug, by=-2)
    assert book_of(empty_store).dimensions[-3].slug == slug
    with pytest.raises(Problem, match="al een dimensie “Buurt”"):
        empty_store.do("Dimensie", codebook_editing.add_dimension, name="buurt")
    with pytest.raises(Problem, match="@, # of !"):
        empty_store.do("Dimensie", codebook_editing.edit_dimension, slug, prefix="%")


def test_a_dimension_is_retired_with_its_codes_and_an_empty_one_goes(empty_store: Store) -> None:
    slug = empty_store.do("Dimensie", codebook_editing.add_dimension, name="Wijk").result
    code = add(empty_store, "Noord", dimension=slug)

    empty_store.do("Vervallen", codebook_editing.retire_dimension, slug)
    assert book_of(empty_store).code(code).retired
    empty_store.do("Terug", codebook_editing.bring_back_dimension, slug)
    assert not book_of(empty_store).code(code).retired

    other = empty_store.do("Dimensie", codebook_editing.add_dimension, name="Leeg").result
    empty_store.do("Weg", codebook_editing.retire_dimension, other)
    assert other not in book_of(empty_store).dimension_order


def test_the_dimensions_of_every_session_stay(empty_store: Store) -> None:
    with pytest.raises(Problem, match="hoort bij elke sessie"):
        empty_store.do("Weg", codebook_editing.retire_dimension, "thema")
    with pytest.raises(Problem, match="houdt zijn eigen teken"):
        empty_store.do("Teken", codebook_editing.edit_dimension, "domein", prefix="#")
