"""A codebook as a table: written and read back."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from tests.domain.books import EMPTY, books, built

from bouwstenen_app.domain import codebook_csv
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_given import CHANGED, NEW, SAME, compare
from bouwstenen_app.domain.codebook_order import in_tree_order
from bouwstenen_app.domain.problems import Problem


def in_order(book: Codebook) -> list[object]:
    """Return the codes as they stand in a table: as trees, with their positions counted again."""
    ordered = (in_tree_order(book.of(one.slug)) for one in book.dimensions)
    return [replace(code, dimension="", id="", parent=None, position=0) for codes in ordered for code in codes]


def parents(book: Codebook) -> list[str]:
    ordered = (in_tree_order(book.of(one.slug)) for one in book.dimensions)
    return [book.by_id[code.parent].name if code.parent else "" for codes in ordered for code in codes]


@given(books())
def test_nothing_is_lost_on_the_way_to_a_table_and_back(book: Codebook) -> None:
    back = built(compare(EMPTY, codebook_csv.read(codebook_csv.write(book), "Boek")))

    assert in_order(back) == in_order(book)
    assert parents(back) == parents(book)
    assert [one.name for one in back.dimensions] == [one.name for one in book.dimensions]


@given(books())
def test_a_table_of_the_same_codebook_changes_nothing(book: Codebook) -> None:
    plan = compare(book, codebook_csv.read(codebook_csv.write(book)))

    assert plan.count(NEW) == plan.count(CHANGED) == 0


@given(books())
def test_no_cell_begins_like_a_formula(book: Codebook) -> None:
    rows = csv.reader(io.StringIO(codebook_csv.write(book), newline=""), delimiter=";")

    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))]


def test_the_built_in_codebook_comes_back_whole(codebook: Codebook) -> None:
    plan = compare(codebook, codebook_csv.read(codebook_csv.write(codebook)))

    assert {one.kind for one in plan.all} == {SAME}
    assert len(plan.codes) == len(codebook.codes)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator_and_order_of_columns_is_read(separator: str, codebook: Codebook) -> None:
    table = "\r\n".join(
        separator.join(row)
        for row in (("Naam", "Dimensie", "Kleur", "iets anders"), ("Vuurwerk", "thema", "#ffee00", "x"))
    )

    (one,) = compare(codebook, codebook_csv.read(f"\ufeff{table}")).codes

    assert (one.kind, one.name, one.dimension) == (NEW, "Vuurwerk", "thema")
    assert one.values["colour"] != "#FFEE00", "a colour that cannot be read comes in as the nearest that can"


def test_the_separator_that_a_spreadsheet_announces_is_used(codebook: Codebook) -> None:
    read = codebook_csv.read("sep=,\ndimensie,naam\nThema,Vuurwerk\n")

    assert [one.name for one in read.codes] == ["Vuurwerk"]


def test_another_table_is_refused_with_what_to_do() -> None:
    with pytest.raises(Problem, match="kolommen dimensie en naam"):
        codebook_csv.read("voornaam;achternaam\nJan;Jansen\n")
    with pytest.raises(Problem, match="kolommen dimensie en naam"):
        codebook_csv.read("")
