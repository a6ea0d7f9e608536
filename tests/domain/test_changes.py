from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.changes import Change, Changes, inverse, latest, still_holds

VALUES = st.integers(0, 3)
FIELDS = st.dictionaries(st.sampled_from(["title", "votes", "removed"]), VALUES, min_size=1)


def test_a_new_row_is_taken_back_by_marking_it_removed() -> None:
    assert inverse(Change("block", "a", None, {"title": "Nieuw"})) == {"removed": True}


def test_a_changed_row_is_taken_back_by_what_was_before() -> None:
    assert inverse(Change("block", "a", {"title": "Oud"}, {"title": "Nieuw"})) == {"title": "Oud"}


def test_only_fields_that_still_have_the_given_value_are_taken_back() -> None:
    change = Change("block", "a", {"title": "Oud", "votes": 1}, {"title": "Nieuw", "votes": 2})

    assert still_holds(change, {"title": "Nieuw", "votes": 5, "note": ""}) == {"title": "Oud"}


def test_a_new_row_that_is_in_the_bin_already_is_left_alone() -> None:
    change = Change("block", "a", None, {"title": "Nieuw"})

    assert still_holds(change, {"title": "Anders", "removed": False}) == {"removed": True}
    assert still_holds(change, {"title": "Nieuw", "removed": True}) == {}


def test_a_field_that_the_row_no_longer_has_is_left_alone() -> None:
    assert still_holds(Change("block", "a", {"old": 1}, {"old": 2}), {"title": ""}) == {}


def test_changes_of_one_row_fold_into_its_first_before_and_its_last_after() -> None:
    folded = latest(
        [
            Change("block", "a", {"title": "1"}, {"title": "2"}),
            Change("block", "b", {"votes": 0}, {"votes": 1}),
            Change("block", "a", {"title": "2", "votes": 0}, {"title": "3", "votes": 4}),
        ]
    )

    assert folded["block", "a"] == Change("block", "a", {"title": "1", "votes": 0}, {"title": "3", "votes": 4})
    assert folded["block", "b"] == Change("block", "b", {"votes": 0}, {"votes": 1})


def test_a_row_that_is_made_and_then_changed_stays_a_new_row() -> None:
    folded = latest(
        [Change("block", "a", None, {"title": "1"}), Change("block", "a", {"title": "1"}, {"title": "2"})]
    )

    assert folded["block", "a"] == Change("block", "a", None, {"title": "2"})


@given(st.lists(FIELDS, max_size=6), st.fixed_dictionaries({"title": VALUES, "votes": VALUES, "removed": VALUES}))
def test_taking_back_a_fold_gives_the_row_as_it_was(edits: list[dict[str, Any]], row: dict[str, Any]) -> None:
    start, changes = dict(row), []
    for fields in edits:
        changes.append(Change("block", "a", {name: row[name] for name in fields}, dict(fields)))
        row.update(fields)

    for change in latest(changes).values():
        row.update(still_holds(change, row))

    assert row == start


def test_changes_say_which_rows_of_which_tables_they_touch() -> None:
    changes = Changes("s", "Iets", (Change("block", "a", None, {}), Change("tagging", "t", None, {})))

    assert changes.rows("block") == {"a"}
    assert changes.rows("block", "tagging") == {"a", "t"}
    assert changes.touches("tagging")
    assert not changes.touches("workshop", "round")
