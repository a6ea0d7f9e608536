from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.report import Cell, Table
from bouwstenen_app.export.word_fonts import letter_width
from bouwstenen_app.export.word_tables import LETTER, broken_title, column_widths, kept_rows, needs_landscape

PAGE = 9184


def table(*header: str, rows: tuple[tuple[str, ...], ...] = (), widths: tuple[float, ...] = ()) -> Table:
    return Table("Tabel", header, tuple(tuple(map(Cell, row)) for row in rows), widths=widths)


@given(st.lists(st.text(max_size=30), min_size=1, max_size=20), st.lists(st.floats(0, 100), max_size=20))
def test_columns_always_fill_the_page(header: list[str], widths: list[float]) -> None:
    found = column_widths(table(*header, widths=tuple(widths)), PAGE)

    assert sum(found) == PAGE
    assert min(found) > 0


def test_widths_that_are_asked_are_kept() -> None:
    assert column_widths(table("a", "b", widths=(1, 3)), 8000) == [2000, 6000]


def test_a_column_is_not_narrower_than_its_longest_word() -> None:
    found = column_widths(table("Naam", "Jeugdbescherming", widths=(20, 1)), PAGE)

    assert found[1] > 16 * 110


def test_a_table_of_eight_columns_goes_on_its_side() -> None:
    assert needs_landscape(table(*"abcdefgh"), PAGE)
    assert not needs_landscape(table(*"abcdefg"), PAGE)


def test_a_table_of_long_words_goes_on_its_side() -> None:
    assert needs_landscape(table(*("Jeugdbescherming",) * 6), PAGE)


def test_a_matrix_has_one_column_more_and_breaks_long_headers_where_two_words_meet() -> None:
    header = ("Thema", "Jeugdbescherming", *"abcdef")
    matrix = Table(
        "Matrix", header, ((Cell("Rij"), *(Cell("1", shade=1) for _ in header[1:])),), "", (20, *(1.0,) * 7)
    )

    assert not needs_landscape(matrix, PAGE)
    assert column_widths(matrix, PAGE)[1] < 16 * 110


def test_a_number_of_a_block_is_not_broken_at_its_hyphen() -> None:
    found = column_widths(table("A", "B", rows=(("NV-031", "x"),), widths=(1, 50)), PAGE)

    assert found[0] >= 6 * LETTER


def test_a_number_with_words_stays_on_one_line() -> None:
    votes = Table("T", ("Wat", "Uit"), ((Cell("x"), Cell("9 van 96")),), widths=(50, 1), numeric=frozenset({1}))

    assert column_widths(votes, PAGE)[1] >= 8 * LETTER


def test_columns_are_wider_in_a_font_with_wide_letters() -> None:
    words = table("Naam", "Jeugdbescherming", widths=(20, 1))

    assert column_widths(words, PAGE, letter_width("Verdana", 11))[1] > 1.2 * column_widths(words, PAGE)[1]
    assert letter_width("Calibri", 11) == 1.0
    assert letter_width("Huisletter", 11) > letter_width("Arial", 11)
    assert letter_width("Arial", 10) < letter_width("Arial", 11)


def test_a_table_with_room_to_spare_leaves_room_for_the_letters_of_another_laptop() -> None:
    roomy = table("Nummer", "Bouwsteen", "Stemmen", widths=(1, 9, 1))
    full = table(*("Nummer", "Bouwsteen", "Stemmen") * 2, "Soort", widths=(1,) * 7)

    assert column_widths(roomy, PAGE)[0] >= 1.35 * 7 * LETTER
    assert sum(column_widths(full, PAGE)) == PAGE


def test_of_a_table_that_goes_on_over_a_page_no_row_stands_alone() -> None:
    short = table("a", rows=(("kort",),) * 5)
    long = table("a", rows=(("w " * 100,),) * 5)

    assert kept_rows(short) == {0, 1, 2, 3}
    assert kept_rows(long) == {0, 3}
    assert kept_rows(table("a", rows=(("w " * 500,),) * 2)) == kept_rows(table("a")) == frozenset()


def test_a_header_is_only_broken_where_a_dutch_word_may_be() -> None:
    words = (
        "Sociaal domein Zorg Veiligheid Jeugdbescherming Advies en meldpunt Landelijk en bestuur Bouwstenen Naam"
    )

    assert "-".join(broken_title(words)) == (
        "Soci-aal do-mein Zorg Veilig-heid Jeugd-bescher-ming Advies en meld-punt Lande-lijk en be-stuur "
        "Bouw-stenen Naam"
    )


def test_a_matrix_has_room_for_the_short_headers_of_another_laptop_and_for_whole_words_on_this_one() -> None:
    header = ("Thema", "Sociaal domein", "Zorg", "Straf", "Veiligheid", "Jeugdbescherming", "Meldpunt", "Bestuur")
    matrix = Table("Matrix", header, ((Cell("Rij"), *(Cell("12", shade=1) for _ in header[1:])),))
    found = column_widths(matrix, PAGE)

    assert found[2] >= len("Zorg") * 102 * 1.4
    assert found[4] >= len("Veiligheid") * 102
