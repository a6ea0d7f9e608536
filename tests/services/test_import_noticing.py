import pytest

from bouwstenen_app.services.import_noticing import (
    MOST_AT_ONCE,
    MOST_CHARACTERS,
    Pointing,
    in_lines,
    pointing,
    sentences,
)


def fields(title: str, **more: object) -> dict[str, object]:
    return {"title": title, "conditions": [], **more}


ITEMS = [
    ("rij 2", fields("Moeder Fatima belde")),
    ("rij 3", fields("Samen op pad")),
    ("rij 4", fields("Bellen", explanation="op 06-12345678", note="bsn 123456782")),
]


def test_r02_what_points_to_a_person_is_found_in_every_text_with_its_row_the_red_ones_first() -> None:
    found = pointing(ITEMS)
    assert [one.words for one in found] == [
        "rij 4: telefoonnummer “06-12345678”",
        "rij 4: burgerservicenummer “123456782”",
        "rij 2: mogelijk een naam “Fatima”",
    ]
    assert [*sentences(found, done=False)] == [
        "Let op: er komen 2 persoonsgegevens mee (rij 4).",
        "Er komt 1 mogelijke naam of zeldzaam detail mee (rij 2).",
    ]
    assert [*sentences(found, done=True)] == [
        "Let op: er zijn 2 persoonsgegevens meegekomen (rij 4).",
        "Er is 1 mogelijke naam of zeldzaam detail meegekomen (rij 2).",
    ]


def test_of_very_many_lines_the_first_are_read() -> None:
    lines = ["Bel 06-12345678", "x" * MOST_AT_ONCE, "Bel 06-87654321"]
    assert [*in_lines(lines)] == ["Let op: er komt 1 persoonsgegeven mee (regel 1)."]


@pytest.mark.parametrize("field", ["title", "explanation", "example", "next_step", "minority", "note"])
def test_every_text_is_looked_at(field: str) -> None:
    assert len(pointing([("rij 1", {field: "bel 06-12345678"})])) == 1


def test_conditions_are_looked_at_and_known_names_are_no_persons() -> None:
    assert len(pointing([("rij 1", fields("Samen", conditions=["bel 06-12345678"]))])) == 1
    assert pointing(ITEMS[:1], ["fatima"]) == ()


def test_of_many_rows_a_few_are_named() -> None:
    many = [(f"rij {number}", fields("bel 06-12345678")) for number in range(2, 11)]
    (said,) = sentences(pointing(many), done=False)
    assert said == "Let op: er komen 9 persoonsgegevens mee (rij 2, rij 3, rij 4, rij 5 en 5 andere)."


def test_a_file_without_end_is_not_looked_through_to_its_end() -> None:
    def endless() -> object:
        while True:
            yield "rij 1", fields("x " * (MOST_CHARACTERS // 4))

    assert pointing(endless()) == ()  # type: ignore[arg-type]


def test_without_findings_nothing_is_said() -> None:
    found: tuple[Pointing, ...] = pointing(ITEMS[1:2])
    assert found == ()
    assert [*sentences(found, done=False)] == []
