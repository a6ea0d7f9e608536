"""Colours: read or not read, and what to take instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.colours import (
    BLACK,
    ENOUGH,
    NIGHT,
    WHITE,
    Colours,
    better,
    check,
    colours_of,
    contrast,
    written,
)
from bouwstenen_app.domain.problems import Problem

colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colour)
def test_colours_made_of_one_can_be_read_everywhere(light: str) -> None:
    made = colours_of(light)

    assert contrast(made.light, WHITE) >= ENOUGH
    assert contrast(made.dark, NIGHT) >= ENOUGH
    assert contrast(made.tint, BLACK) >= ENOUGH
    check(made)


@given(colour, colour, colour)
def test_what_is_advised_is_accepted_and_stays_the_same(light: str, dark: str, tint: str) -> None:
    advised = better(Colours(light, dark, tint))

    check(advised)
    assert better(advised) == advised


def test_the_built_in_colours_are_all_good(codebook: Codebook) -> None:
    for code in codebook.codes:
        check(Colours(code.colour, code.colour_dark, code.colour_tint))


@pytest.mark.parametrize(
    ("colours", "told"),
    [
        (Colours("#FFEE00", "", ""), "Deze kleur is te licht voor tekst. Neem #"),
        (Colours("", "#222222", ""), "Deze kleur is te donker voor het donkere thema. Neem #"),
        (Colours("", "", "#333333"), "Deze tint is te donker achter zwarte tekst. Neem #"),
    ],
)
def test_a_colour_that_cannot_be_read_is_refused_with_one_that_can(colours: Colours, told: str) -> None:
    with pytest.raises(Problem) as problem:
        check(colours)

    assert str(problem.value).startswith(told)


def test_colours_are_read_as_people_write_them() -> None:
    assert [written(text) for text in ("#bb4341", "BB4341", " #abc ", "")] == ["#BB4341", "#BB4341", "#AABBCC", ""]
    with pytest.raises(Problem, match="Schrijf een kleur als #BB4341"):
        written("rood")
