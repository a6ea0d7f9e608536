"""Versions: what counts, and where laptops did not know of each other."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.identity import derived
from bouwstenen_app.domain.versions import NOBODY, Seen, Written, fold, parts_of


def written(
    writer: str, number: int, after: Mapping[str, Any], *, saw: Mapping[str, int] | None = None, **more: Any
) -> Written:
    return Written(writer, number, Seen(saw) if saw else NOBODY, f"{number:04d}-{writer}", after, **more)


MADE = written("a", 1, {"title": "Eerst"}, new=True)


def test_what_was_written_knowing_of_the_other_replaces_it() -> None:
    folded = fold([MADE, written("b", 2, {"title": "Beter"}, saw={"a": 1})])

    assert folded.values["title"] == "Beter"
    assert not folded.differences


def test_two_that_did_not_know_of_each_other_are_two_versions_and_the_later_counts() -> None:
    early, late = written("a", 2, {"title": "Van a"}), written("b", 3, {"title": "Van b"}, saw={"a": 1})
    folded = fold([MADE, late, early])

    assert folded.values["title"] == "Van b"
    assert folded.differences == {"title": (early, late)}


def test_the_same_text_written_twice_is_no_difference() -> None:
    folded = fold([MADE, written("a", 2, {"title": "Zelfde"}), written("b", 3, {"title": "Zelfde"}, saw={"a": 1})])
    assert not folded.differences


def test_other_fields_of_the_same_row_do_not_get_in_each_others_way() -> None:
    folded = fold([MADE, written("a", 2, {"note": "x"}), written("b", 3, {"title": "Van b"}, saw={"a": 1})])
    assert (folded.values["title"], folded.values["note"]) == ("Van b", "x")
    assert not folded.differences


def test_a_choice_that_saw_both_ends_the_difference_even_if_it_keeps_what_counted() -> None:
    lines = [MADE, written("a", 2, {"title": "Van a"}), written("b", 3, {"title": "Van b"}, saw={"a": 1})]
    folded = fold([*lines, written("a", 4, {"title": "Van b"}, saw={"b": 3})])
    assert folded.values["title"] == "Van b"
    assert not folded.differences


def test_a_choice_that_is_taken_back_in_parts_of_its_steps_replaces_nothing_either() -> None:
    early, late = written("a", 2, {"title": "Van a"}), written("b", 3, {"title": "Van b"}, saw={"a": 1})
    whole, part = ("1" * 32, "2" * 32), (derived("parcel", "1"), derived("parcel", "2"))
    saw = {"b": 3}
    choices = [written("a", 4, {"title": "Samen"}, saw=saw, step=step) for step in (whole[0], part[0])]
    backs = [
        written("a", 5, {"title": "Van b"}, saw=saw, step=step, of=of, undo=True)
        for step, of in zip((whole[1], part[1]), (whole[0], part[0]), strict=True)
    ]
    for came in ([choices[0], backs[0]], [choices[1], backs[1]], [*choices, *backs], [*choices, backs[0]]):
        assert fold([MADE, early, late, *came]).differences == {"title": (early, late)}

    again = written("a", 6, {"title": "Samen"}, saw=saw, step="3" * 32, of=whole[0])
    folded = fold([MADE, early, late, choices[0], backs[0], again])
    assert folded.values["title"] == "Samen"
    assert not folded.differences


def test_an_edit_beside_a_removal_brings_the_row_back_as_a_difference() -> None:
    edit, removal = written("b", 2, {"title": "Van b"}, saw={"a": 1}), written("a", 3, {"removed": True})
    folded = fold([MADE, edit, removal])

    assert folded.values["removed"] is False
    assert folded.differences["removed"] == (removal, edit)


def test_a_removal_by_one_who_had_seen_the_edit_stands() -> None:
    edit = written("b", 2, {"title": "Van b"}, saw={"a": 1})
    folded = fold([MADE, edit, written("a", 3, {"removed": True}, saw={"b": 2})])
    assert folded.values["removed"] is True
    assert not folded.differences


def test_what_a_person_did_goes_before_what_filled_a_newer_workspace() -> None:
    mine = written("a", 2, {"name": "Onze naam"}, saw={})
    folded = fold([written("b", 9, {"name": "Nieuw boek"}, new=True, start=True), mine])
    assert folded.values["name"] == "Onze naam"
    assert not folded.differences


def test_a_line_that_came_in_by_a_parcel_too_counts_once() -> None:
    early, late = written("a", 2, {"title": "Van a"}), written("b", 3, {"title": "Van b"}, saw={"a": 1})
    again = written("a", 2, {"title": "Van a"}, step="pakket")
    (versions,) = fold([MADE, early, again, late]).differences.values()
    assert [one.value("title") for one in versions] == ["Van a", "Van b"]


def test_who_saw_a_writer_in_a_parcel_only_saw_what_was_in_the_parcel() -> None:
    sent, kept = {"title": "Meegestuurd"}, {"note": "Niet meegestuurd"}
    part = derived("parcel", "stap", "0")
    lines = [
        MADE,
        written("a", 2, sent, step=part),
        written("a", 2, sent, step="de hele stap"),
        written("a", 3, kept),
        written("b", 4, {"title": "Van b", "note": "Van b"}, saw={"a": 1, parts_of("a"): 5}),
    ]

    for order in (lines, lines[::-1]):
        folded = fold(order)
        assert [*folded.differences] == ["note"]
        assert folded.values["title"] == "Van b"


def test_seen_has_the_same_name_for_the_same_numbers() -> None:
    first, second = Seen.of({"a": 1, "b": 2}), Seen.of({"b": 2, "a": 1})
    assert first is not None
    assert second is not None
    assert first.id == second.id
    assert Seen.of({}) is None


_LINES = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.sampled_from(["title", "note", "removed"]),
        st.booleans(),
        st.dictionaries(st.sampled_from("abc"), st.integers(0, 9)),
    ),
    max_size=9,
)


@given(_LINES, st.randoms())
def test_the_order_and_the_number_of_times_something_comes_in_make_no_difference(lines: Any, random: Any) -> None:
    given_lines = [
        written(writer, place + 1, {field: value}, saw=saw)
        for place, (writer, field, value, saw) in enumerate(lines)
    ]
    shuffled = [*given_lines]
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(given_lines)
