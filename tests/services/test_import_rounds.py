"""Which round a text means, and which ones a new session gets."""

from bouwstenen_app.services.import_rounds import meant, needed

STEPS = [("a", 1, "Ronde 1: signalen"), ("b", 2, "Wat werkt"), ("c", None, "Pauze")]


def test_a_round_is_meant_by_its_name_or_its_number() -> None:
    assert [meant(text, STEPS) for text in ("wat werkt", "2", "Ronde 2: iets anders", "1")] == ["b", "b", "b", "a"]
    assert [meant(text, STEPS) for text in ("3", "Slot", "")] == ["", "", ""]


def test_a_new_session_gets_the_rounds_that_blocks_name_in_the_order_of_their_numbers() -> None:
    assert needed(["2", "Ronde 1: signalen", "Slot", "ronde 2"]) == [
        {"number": 1, "name": "Ronde 1: signalen"},
        {"number": 2, "name": "Ronde 2"},
        {"number": 3, "name": "Slot"},
    ]


def test_a_session_without_rounds_gets_one() -> None:
    assert needed([]) == [{"number": 1, "name": "Ronde 1"}]
