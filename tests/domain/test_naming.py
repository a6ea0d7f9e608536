"""Naming: letters and numbers that several laptops gave, made into one name each."""

from bouwstenen_app.domain.naming import Made, base, is_doubled, lettered, making, numbered, spoken_id
from bouwstenen_app.domain.settled import Settled

NOBODY_MET = Settled((), {})


def made(stamp: str, writer: str, seen: str | None = None, number: int = 1) -> Made:
    return Made(stamp, (writer, seen), 1, number)


def test_a_block_is_called_by_its_letters_and_number() -> None:
    assert (spoken_id("RH", 17), spoken_id("RH-B", 4)) == ("RH-017", "RH-B04")
    assert (base("RH"), base("RH-B"), base("RH-AA"), base("R-2")) == ("RH", "RH", "RH", "R-2")


def test_the_later_run_with_a_number_that_is_taken_gets_the_letter_of_its_writer() -> None:
    rows = [("een", "RH", 1), ("twee", "RH", 1), ("drie", "RH", 2)]
    makings = {"een": made("1", "a"), "twee": made("2", "b"), "drie": made("3", "b")}

    assert is_doubled([number for _, _, number in rows])
    assert lettered("RH", rows, makings, NOBODY_MET) == {"een": "RH", "twee": "RH-B", "drie": "RH-B"}
    assert not is_doubled([number for _, _, number in rows[1:]])


def test_a_run_of_after_a_merge_keeps_its_numbers() -> None:
    rows = [("een", "RH", 1), ("twee", "RH", 1), ("drie", "RH", 2)]
    makings = {"een": made("1", "a"), "twee": made("2", "b"), "drie": made("3", "b", seen="v")}

    assert lettered("RH", rows, makings, NOBODY_MET)["drie"] == "RH"


def test_the_later_bundle_gets_the_lowest_number_that_is_free() -> None:
    makings = {"een": made("1", "a"), "twee": made("2", "b"), "drie": made("3", "b", number=2)}

    assert numbered(makings, NOBODY_MET) == {"een": 1, "twee": 3, "drie": 2}


def test_what_was_settled_first_keeps_its_number_from_an_older_laptop_that_comes_back() -> None:
    met = Settled([("b", "v", "5", 2)], {"v": {"c": 1}})
    makings = {"oud": made("1", "a"), "bekend": made("4", "b")}

    assert numbered(makings, met) == {"bekend": 1, "oud": 2}


def test_a_row_that_came_twice_was_made_the_first_time() -> None:
    lines = [("een", 3, "2", "a", None, 7), ("een", 3, "1", "a", None, 6)]
    assert making(iter(lines)) == {"een": Made("1", ("a", None), 6, 3)}
