"""Tables in text files, whoever wrote them."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.given_csv import SEPARATORS, guessed_separator, read
from bouwstenen_app.domain.problems import Problem

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85\ufffe\uffff"))


@pytest.mark.parametrize("separator", SEPARATORS)
def test_the_separator_is_guessed(separator: str) -> None:
    text = separator.join(["titel", "toelichting", "stemmen"]) + "\n" + separator.join(["Samen", "Uitleg", "3"])
    rows, used = read(text, "a.csv")
    assert used == separator
    assert rows == ((1, ("titel", "toelichting", "stemmen")), (2, ("Samen", "Uitleg", "3")))


def test_commas_in_sentences_do_not_divide_when_semicolons_do() -> None:
    text = "titel;toelichting\nSamen, en snel, langs;Eerst bellen, dan gaan, dan praten\n"
    assert guessed_separator(text) == ";"


def test_the_separator_can_be_said_in_the_file_and_by_a_person() -> None:
    assert read("sep=|\na|b", "a.csv") == (((2, ("a", "b")),), "|")
    assert read("a;b,c", "a.csv", ",")[0] == ((1, ("a;b", "c")),)


def test_quoted_lines_stay_in_their_cell_and_numbers_are_those_of_rows() -> None:
    rows, _ = read('titel;uitleg\r\n"Eén ""gezicht""";"regel 1\r\nregel 2"\r\n\r\nTwee;x\r\n', "a.csv")
    assert rows[1:] == ((2, ('Eén "gezicht"', "regel 1\nregel 2")), (4, ("Twee", "x")))


def test_a_guarded_cell_loses_its_apostrophe_and_a_formula_is_a_text() -> None:
    rows, _ = read("titel;x\n'=1+1;=HYPERLINK(1)\n't zit zo;y", "a.csv")
    assert rows[1:] == ((2, ("=1+1", "=HYPERLINK(1)")), (3, ("'t zit zo", "y")))


def test_a_quote_that_is_never_closed_is_told_with_its_row() -> None:
    with pytest.raises(Problem, match="rij 2 staat een aanhalingsteken"):
        read('titel;x\n"nooit dicht;a\nb;c\nd;e\nf;g\n', "a.csv")


def test_too_many_columns_are_told_with_their_row() -> None:
    with pytest.raises(Problem, match="rij 2 meer dan 200 kolommen"):
        read("a;b\n" + ";" * 100_000, "a.csv")


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=6), st.sampled_from(SEPARATORS))
def test_what_a_program_wrote_is_read_as_it_was(rows: list[list[str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    found, _ = read(out.getvalue(), "a.csv", separator)
    plain = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    guarded = [
        tuple(c[1:] if c[:1] == "'" and c[1:].startswith(("=", "+", "-", "@")) else c for c in r) for r in plain
    ]
    first = rows[0][0].startswith(("sep=", "\ufeff"))
    assert first or [cells for _, cells in found] == guarded


@given(st.text(max_size=400))
def test_any_text_is_read_or_told(text: str) -> None:
    with suppress(Problem):
        rows, _ = read(text, "a.csv")
        assert all(any(cell.strip() for cell in cells) for _, cells in rows)
