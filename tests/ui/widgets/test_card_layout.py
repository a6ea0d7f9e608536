import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.widgets.card_layout import (
    EXPLANATION_LINES,
    WORD,
    CardFonts,
    CardLayout,
    ChipText,
    Spot,
    lay_out,
)


@pytest.fixture
def fonts(qapp: object) -> CardFonts:
    font = QFont()
    font.setPixelSize(14)
    return CardFonts(font, font, font, font, font, font)


def laid(
    fonts: CardFonts, title: str = "Titel", explanation: str = "", chips: int = 0, width: int = 500
) -> CardLayout:
    block = Block("a" * 32, "K-001", 1, "w", title, explanation)
    texts = [ChipText(f"# Thema nummer {n}", WORD, Spot("code", str(n))) for n in range(chips)]
    return lay_out(block, texts, "", width=500, fonts=fonts, scaled=round)


def shown(layout: QTextLayout) -> str:
    """Return what the lines of a layout hold together."""
    last = layout.lineAt(layout.lineCount() - 1)
    units = layout.text().encode("utf-16-le")
    return units[: 2 * (last.textStart() + last.textLength())].decode("utf-16-le")


@pytest.mark.parametrize("title", ["woord " * 300, "zonderspaties" * 100, "emoji 🧱 " * 120, "מילה " * 200])
def test_a_title_is_never_cut(fonts: CardFonts, title: str) -> None:
    card = laid(fonts, title)
    assert shown(card.title) == title
    assert card.title.lineCount() > 5
    assert card.height > card.title.lineCount() * 14


def test_an_explanation_ends_in_an_ellipsis_after_three_lines(fonts: CardFonts) -> None:
    card = laid(fonts, explanation="Een woord met 🧱 erin. " * 80)
    assert card.explanation is not None
    assert card.explanation.lineCount() == EXPLANATION_LINES
    assert card.explanation.text().endswith("…")
    assert shown(card.explanation) == card.explanation.text()


def test_a_short_explanation_is_shown_as_it_is(fonts: CardFonts) -> None:
    card = laid(fonts, explanation="Regel een\nRegel twee")
    assert card.explanation is not None
    assert card.explanation.lineCount() == 2


def test_chips_go_on_at_the_next_line_and_none_is_wider_than_the_card(fonts: CardFonts) -> None:
    card = laid(fonts, chips=12)
    assert len({chip.rect.y() for chip in card.chips}) > 1
    assert all(chip.rect.right() <= card.width for chip in card.chips)
    assert card.height >= card.chips[-1].rect.bottom()


def test_what_is_under_a_point_is_found(fonts: CardFonts) -> None:
    card = laid(fonts, chips=2)
    assert card.spot_at(card.chips[1].rect.center().toPoint()) == Spot("code", "1")
    assert card.spot_at(QPoint(1, 1)) is None
    assert card.spot_at(card.votes.topLeft().toPoint() + QPoint(2, 2)) == Spot("votes")


def test_a_plain_word_takes_the_room_of_its_own_letters(qapp: object) -> None:
    big, small = QFont(), QFont()
    big.setPixelSize(20)
    small.setPixelSize(12)
    fonts = CardFonts(small, small, small, big, small, small)
    block = Block("a" * 32, "K-001", 1, "w", "Titel", "")
    words = [ChipText("Regio Noorderveen (voorbeeld)", WORD), ChipText("tafel 2", WORD)]

    card = lay_out(block, words, "", width=500, fonts=fonts, scaled=round)

    for chip in card.chips:
        assert chip.rect.width() - QFontMetricsF(small).horizontalAdvance(chip.text) == pytest.approx(4)
