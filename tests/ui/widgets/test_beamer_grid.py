from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.ui.widgets.beamer_grid import Choice, Spot, in_columns, in_rows, over_pages

CHOICES = (Choice(40, 1), Choice(30, 2), Choice(20, 3))


def least(choice: Choice) -> float:
    return choice.size


def places(spots: Sequence[Spot]) -> list[tuple[int, int, float]]:
    return [(spot.page, spot.column, spot.top) for spot in spots]


def test_the_largest_type_in_which_everything_fits_is_chosen() -> None:
    found = in_rows(4, lambda _item, choice: choice.size * 2, 130, CHOICES, least)

    assert found is not None
    choice, spots = found
    assert choice == Choice(30, 2)
    assert places(spots) == [(0, 0, 0), (0, 1, 0), (0, 0, 60), (0, 1, 60)]


def test_cards_beside_each_other_are_as_high_as_the_highest() -> None:
    found = in_rows(2, lambda item, _choice: 20 + 30 * item, 60, (Choice(10, 2),), least)

    assert found is not None
    assert [spot.height for spot in found[1]] == [50, 50]


def test_a_word_that_is_wider_than_a_column_asks_for_another_choice() -> None:
    found = in_rows(1, lambda _item, choice: None if choice.columns == 1 else 10, 100, CHOICES, least)

    assert found is not None
    assert found[0] == Choice(30, 2)


def test_what_certainly_does_not_fit_is_not_measured() -> None:
    asked: list[Choice] = []

    def height(_item: int, choice: Choice) -> float:
        asked.append(choice)
        return 20

    assert in_rows(9, height, 70, CHOICES, least) is not None
    assert set(asked) == {CHOICES[2]}


def test_what_does_not_fit_goes_on_over_the_page() -> None:
    assert in_rows(7, lambda _item, _choice: 50, 100, CHOICES, least) is None

    spots = over_pages(7, lambda _item, _choice: 50, 100, Choice(20, 3))
    assert [spot.page for spot in spots] == [0, 0, 0, 0, 0, 0, 1]


def test_columns_are_as_even_as_can_be() -> None:
    _, spots = in_columns(lambda _choice, _most: [20] * 6, 100, (Choice(10, 2), Choice(8, 3)))

    assert [spot.column for spot in spots] == [0, 0, 0, 1, 1, 1]


@given(
    st.lists(st.floats(1, 200, allow_nan=False), max_size=60),
    st.integers(1, 4),
)
def test_every_item_stands_somewhere_and_none_over_another(heights: list[float], columns: int) -> None:
    choice, spots = in_columns(lambda _choice, _most: heights, 150, (Choice(20, 2), Choice(10, columns)))

    assert [spot.item for spot in spots] == list(range(len(heights)))
    bottoms: dict[tuple[int, int], float] = {}
    for spot in spots:
        assert spot.column < choice.columns
        at = spot.page, spot.column
        assert spot.top >= bottoms.get(at, 0) - 1e-6
        bottoms[at] = spot.top + spot.height
        assert bottoms[at] <= max(151, spot.height + 1)
