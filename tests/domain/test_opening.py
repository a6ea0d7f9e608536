from bouwstenen_app.domain.opening import MONTHS, USUAL_MONTHS, lines, months_of
from bouwstenen_app.domain.privacy import findings


def test_r05_the_card_says_what_is_written_down_what_not_how_long_and_how_to_withdraw() -> None:
    said = " ".join(lines())
    for words in (
        "We schrijven op",
        "geen namen",
        "geen geluid of film",
        "niet opschrijven",
        "6\u00a0maanden",
        "Spijt",
    ):
        assert words in said


def test_r05_it_has_four_to_six_lines_that_can_be_read_at_the_back_of_a_room() -> None:
    assert 4 <= len(lines()) <= 6
    assert max(map(len, lines())) <= 110
    assert [found for line in lines() for found in findings(line)] == []


def test_it_promises_the_term_that_was_chosen() -> None:
    for months in MONTHS:
        assert any(f"hooguit {months}\u00a0maanden" in line for line in lines(months))


def test_what_was_kept_is_read_back_and_nonsense_is_the_usual_term() -> None:
    assert months_of("12") == 12
    assert months_of("") == months_of("veel") == months_of("-1") == USUAL_MONTHS
