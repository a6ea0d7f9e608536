import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.export.word_colours import READABLE, contrast, mixed, palette

COLOUR = st.integers(0, 0xFFFFFF).map("{:06X}".format)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)


@given(COLOUR)
def test_text_can_be_read_on_every_shade_of_any_accent(accent: str) -> None:
    made = palette(accent)

    assert contrast(made.accent, "FFFFFF") >= READABLE
    assert len(made.shades) == 6
    assert all(contrast(background, text) >= READABLE for background, text in made.shades)


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert palette("0B5A5E").accent == "0B5A5E"


def test_a_mix_lies_between() -> None:
    assert mixed("000000", "FFFFFF", 0.5) == "808080"
