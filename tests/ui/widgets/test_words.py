import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.words import ElidedLabel, words
from bouwstenen_app.ui.widgets.wrapped_text import lines_height, text_height


def test_typed_text_is_never_read_as_markup(theme: Theme, qtbot: QtBot) -> None:
    label = words("<b>vet</b>", "title")
    qtbot.addWidget(label)
    plain = words("vet", "title")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > 2 * plain.sizeHint().width()


def test_a_line_without_room_tells_the_whole_on_hover(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("title")
    qtbot.addWidget(label)
    label.setText("Werksessie zorg & straf — regio Kennemerland\nen omgeving")
    label.show()
    label.resize(1000, 30)
    assert label.toolTip() == ""
    label.resize(60, 30)
    assert label.toolTip() == "Werksessie zorg & straf — regio Kennemerland en omgeving"


def test_a_line_never_ends_between_a_number_and_its_word(theme: Theme, qtbot: QtBot) -> None:
    said = "Vastgelegd op 2 december 2025 · 1.284 stemmen in 2026 van sessies"
    label = words(said, wrap=True)
    qtbot.addWidget(label)
    assert label.text() == said, "what was said is what it tells"
    painted = QLabel.text(label)
    assert "2\u00a0december 2025 · 1.284\u00a0stemmen in 2026 van" in painted
    label.clear()
    assert (label.text(), QLabel.text(label)) == ("", "")


@pytest.mark.parametrize("width", range(60, 400, 20))
def test_painted_text_keeps_a_number_with_its_word_too(theme: Theme, width: int) -> None:
    assert text_height("Sessie op 20 november", theme.font(13), width) == text_height(
        "Sessie op 20\u00a0november", theme.font(13), width
    )


@pytest.mark.parametrize("percent", [100, 150, 175, 200])
def test_so_many_lines_are_as_high_as_a_text_of_so_many_lines(theme: Theme, percent: int) -> None:
    theme.scale_to(percent)
    font = theme.font(13)
    wrapped = text_height("woord " * 3, font, theme.px(45))
    assert lines_height(3, font) == wrapped > 2.5 * text_height("woord", font, 1000)
    theme.scale_to(100)
