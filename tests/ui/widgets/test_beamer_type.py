import pytest
from PySide6.QtWidgets import QApplication

from bouwstenen_app.ui.widgets.beamer_type import LAST_RESORT, SMALLEST, Typesetter

LONG = "Meerderjarigenbeschermingsbewindvoerder"


@pytest.fixture
def type(qapp: QApplication) -> Typesetter:
    return Typesetter(1440, 900)


def lines(text: str, size: float, width: float, type: Typesetter) -> list[str]:
    made = type.set(text, size, width)
    found = [made.layout.lineAt(n) for n in range(made.layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()].strip() for line in found]


@pytest.mark.parametrize(("width", "height", "scale"), [(1280, 720, 0.8), (3840, 2160, 2.4), (1440, 900, 1.0)])
def test_type_grows_with_the_picture(qapp: QApplication, width: int, height: int, scale: float) -> None:
    type = Typesetter(width, height)

    assert type.scale == pytest.approx(scale)
    assert type.font(50).pixelSize() == round(50 * scale)


def test_nothing_of_a_text_is_cut(type: Typesetter) -> None:
    text = "Een titel van vele woorden die niet op één regel past en daarom verder gaat op de volgende"

    assert " ".join(lines(text, 30, 400, type)) == text


def test_a_word_that_is_too_wide_goes_on_on_the_next_line(type: Typesetter) -> None:
    made = type.set(LONG, 40, 300)

    assert made.layout.lineCount() > 1
    assert made.width <= 300


def test_the_widest_word_is_known_and_short_words_are_not_looked_at(type: Typesetter) -> None:
    assert type.widest_word("een en al kort", 40) == 0
    assert type.widest_word(f"een {LONG}", 40) == type.width_of(LONG, 40)


def test_a_text_is_set_in_the_largest_size_that_fits(type: Typesetter) -> None:
    assert type.fit("Kort", (60, 40, 20), 800, 100).size == 60
    assert type.fit("Kort", (60, 40, 20), 800, 60).size == 40


def test_a_text_that_fits_nowhere_becomes_smaller_still_but_stays_whole(type: Typesetter) -> None:
    text = "woord " * 400
    made = type.fit(text, (SMALLEST,), 600, 300)

    assert made.size in LAST_RESORT
    assert made.text == text


def test_a_text_that_was_set_is_not_set_again(type: Typesetter) -> None:
    assert type.set("Zelfde", 30, 400) is type.set("Zelfde", 30, 400)
    assert type.set("Zelfde", 30, 400) is not type.set("Zelfde", 30, 401)
