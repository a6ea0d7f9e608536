"""What an import would do, before it is done."""

from dataclasses import replace

from hypothesis import given
from tests.domain.books import EMPTY, books, built

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_file import read_codebook, write_codebook
from bouwstenen_app.domain.codebook_given import (
    CHANGED,
    NEW,
    SAME,
    Given,
    GivenCode,
    GivenDimension,
    compare,
    given_of,
)


@given(books())
def test_a_codebook_comes_whole_into_an_empty_workspace(book: Codebook) -> None:
    again = read_codebook(write_codebook(book, {"id": "x"}))

    assert replace(again, title="") == replace(book, title="")
    assert built(compare(EMPTY, given_of(again))).codes == book.codes


@given(books())
def test_a_codebook_beside_itself_is_the_same(book: Codebook) -> None:
    assert {one.kind for one in compare(book, given_of(book)).all} <= {SAME}


def code_of(codebook: Codebook, **values: object) -> Given:
    return Given("", (GivenDimension("Thema"),), (GivenCode("Wonen", 0, values=values),))


def test_a_code_is_known_by_its_name_and_its_text_replaced(codebook: Codebook) -> None:
    known = codebook.of("thema")[0]
    given_one = Given(
        "", (GivenDimension("THEMA"),), (GivenCode(known.name.upper(), 0, values={"definition": "N"}),)
    )

    plan = compare(codebook, given_one)

    (one,) = plan.codes
    assert (one.kind, one.id) == (CHANGED, known.id)
    assert one.values["definition"] == "N"
    assert plan.dimensions[0].slug == "thema"


def test_what_is_empty_in_a_file_changes_nothing(codebook: Codebook) -> None:
    known = codebook.of("thema")[0]
    values = {"definition": "", "synonyms": (), "colour": "", "retired": None}

    plan = compare(codebook, Given("", (GivenDimension("Thema"),), (GivenCode(known.name, 0, values=values),)))

    assert plan.codes[0].kind == SAME


def test_words_are_added_and_none_goes(codebook: Codebook) -> None:
    known = codebook.of("thema")[0]
    given_one = GivenCode(known.name, 0, values={"synonyms": ("nieuw woord",)})

    (one,) = compare(codebook, Given("", (GivenDimension("Thema"),), (given_one,))).codes

    assert one.values["synonyms"] == (*known.synonyms, "nieuw woord")


def test_a_code_that_is_retired_here_stays_so(codebook: Codebook) -> None:
    first = replace(codebook.codes[0], retired=True)
    here = replace(codebook, codes=(first, *codebook.codes[1:]))

    assert {one.kind for one in compare(here, given_of(codebook)).all} == {SAME}
    assert {one.kind for one in compare(codebook, given_of(here)).all} == {SAME}


def test_a_code_that_stands_twice_in_a_file_comes_once(codebook: Codebook) -> None:
    twice = tuple(GivenCode(name, 0) for name in ("Vuurwerk", "vuurwerk"))

    plan = compare(codebook, Given("", (GivenDimension("Thema"),), twice))

    assert [(one.kind, one.name) for one in plan.codes] == [(NEW, "Vuurwerk")]


def test_a_new_code_gets_a_name_to_type_that_is_free(codebook: Codebook) -> None:
    known = codebook.of("thema")[0]
    other = GivenCode("Iets heel anders", 0, id="f" * 32)

    plan = compare(codebook, Given("", (GivenDimension("Thema"),), (other,)))

    assert plan.codes[0].slug == "iets-heel-anders"
    assert plan.codes[0].id not in codebook.by_id
    assert known.slug != plan.codes[0].slug


def test_the_dimensions_of_every_session_keep_their_sign(codebook: Codebook) -> None:
    one = GivenDimension("Domein en partner", slug="domein", values={"prefix": "#", "multiple": True})

    assert compare(codebook, Given("", (one,), ())).dimensions[0].kind == SAME
