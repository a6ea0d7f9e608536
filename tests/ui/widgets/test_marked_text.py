"""A text in which words are marked."""

from PySide6.QtGui import QColor, QImage

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.marked_text import MarkedText


def test_it_is_as_high_as_its_lines(theme: Theme) -> None:
    text = MarkedText(theme)
    text.show_text("Een toelichting van een aantal woorden die niet op één regel past.")

    assert text.heightForWidth(120) > 2 * text.heightForWidth(2_000) > 0


def test_lines_of_the_text_stay_lines(theme: Theme) -> None:
    one, two = MarkedText(theme), MarkedText(theme)
    one.show_text("Regel")
    two.show_text("Regel\nRegel")

    assert two.heightForWidth(400) == 2 * one.heightForWidth(400)


def test_a_screen_reader_reads_it_and_an_empty_text_is_not_there(theme: Theme) -> None:
    text = MarkedText(theme)
    text.show_text("Huisverbod", [(0, 10)])
    assert text.accessibleName() == "Huisverbod"
    assert text.marked == ["Huisverbod"]

    text.show_text(" ")
    assert text.isHidden()


def test_the_mark_stands_under_its_word_after_an_emoji_too(theme: Theme) -> None:
    text = MarkedText(theme)
    text.resize(300, 40)

    text.show_text("😩😩 xx", [(3, 5)])
    right = _marked_until(text, theme)
    text.show_text("😩😩 xx", [(0, 2)])

    assert _marked_until(text, theme) < right


def _marked_until(text: MarkedText, theme: Theme) -> int:
    """Return how far to the right the plane of the mark reaches."""
    picture = text.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    plane = QColor(theme.colour("selected")).rgb()
    return max(
        (x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) == plane),
        default=-1,
    )
