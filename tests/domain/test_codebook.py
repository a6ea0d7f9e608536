import pytest

from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Code, Codebook, Dimension, folded


def _code(slug: str, dimension: str, parent: str | None = None) -> Code:
    return Code(slug, slug, dimension, slug.capitalize(), parent)


BOOK = Codebook(
    "Proef",
    "1",
    (
        Dimension("d1", DOMAIN, "Domein", prefix="@"),
        Dimension("d2", THEME, "Thema"),
        Dimension("d3", KIND, "Soort"),
    ),
    (
        _code("zorg", DOMAIN),
        _code("ggz", DOMAIN, "zorg"),
        _code("leven", THEME),
        _code("thuis", THEME, "leven"),
        _code("keuken", THEME, "thuis"),
        _code("idee", KIND),
    ),
)


def test_codes_are_found_by_id_by_slug_and_by_dimension() -> None:
    assert BOOK.code("ggz").name == "Ggz"
    assert BOOK.by_slug[DOMAIN, "ggz"] is BOOK.code("ggz")
    assert [code.id for code in BOOK.of(THEME)] == ["leven", "thuis", "keuken"]
    assert BOOK.dimension(THEME).name == "Thema"


def test_main_groups_have_no_parent() -> None:
    assert [code.id for code in BOOK.tops(THEME)] == ["leven"]
    assert [code.id for code in BOOK.tops(DOMAIN)] == ["zorg"]


def test_the_main_group_of_a_code_is_at_the_end_of_its_parents() -> None:
    assert BOOK.top("keuken").id == "leven"
    assert BOOK.top("leven").id == "leven"


def test_codes_that_are_each_others_parent_do_not_go_round_for_ever() -> None:
    book = Codebook(
        "", "", BOOK.dimensions, (_code("a", THEME, "b"), _code("b", THEME, "a"), _code("c", THEME, "weg"))
    )

    assert book.top("a").id in {"a", "b"}
    assert book.top("c").id == "c", "a parent that is not there does not count"


def test_codes_are_put_in_the_order_of_the_codebook_and_unknown_ones_left_out() -> None:
    assert BOOK.sorted(["idee", "keuken", "weg", "zorg"]) == ("zorg", "keuken", "idee")


def test_codes_of_one_dimension_are_selected_in_the_order_given() -> None:
    assert [code.id for code in BOOK.select(["keuken", "zorg", "weg", "leven"], THEME)] == ["keuken", "leven"]


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        BOOK.code("weg")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zorg en Straf", "zorg-en-straf"), ("Cliënten", "clienten"), ("  G.I. ", "gi"), ("0–100", "0100")],
)
def test_names_are_compared_without_case_accents_and_separators(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_signs_that_make_a_difference_stay() -> None:
    assert folded("z&s") != folded("zs")
    assert folded("67+") != folded("67")


def test_a_name_with_a_letter_that_is_not_ascii_is_compared_as_one_without() -> None:
    for number in range(128):
        assert folded(f"a{chr(number)}bé") == folded(f"a{chr(number)}be")
