from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.ui.widgets.row_heights import CHUNK, RowHeights

steps = st.lists(
    st.tuples(st.sampled_from(["insert", "remove", "set"]), st.integers(0, 2000), st.integers(1, 900)), max_size=30
)


@given(steps)
def test_it_answers_as_a_plain_list_would(steps: list[tuple[str, int, int]]) -> None:
    plain: list[int] = []
    heights = RowHeights(40)
    for what, place, number in steps:
        row = place % (len(plain) + 1) if what == "insert" else place % max(1, len(plain))
        if what == "insert":
            plain[row:row] = [40] * number
            heights.insert(row, number)
        elif plain and what == "remove":
            count = min(number, len(plain) - row)
            del plain[row : row + count]
            heights.remove(row, count)
        elif plain:
            plain[row] = number
            heights.set(row, number)
    assert len(heights) == len(plain)
    assert heights.total == sum(plain)
    for row in range(0, len(plain), 97):
        assert heights.top(row) == sum(plain[:row])
        assert heights.row_at(heights.top(row)) == row
        assert heights.row_at(heights.top(row) + plain[row] - 1) == row


def test_setting_a_height_tells_how_far_the_rest_moved() -> None:
    heights = RowHeights(40)
    heights.reset(3 * CHUNK)
    assert heights.set(5, 60) == 20
    assert heights.set(5, 0) == -20
    assert not heights.known(5)


def test_above_all_rows_is_the_first_and_below_them_the_last() -> None:
    heights = RowHeights(10)
    assert heights.row_at(5) == -1
    heights.reset(4)
    assert (heights.row_at(-7), heights.row_at(1000)) == (0, 3)
