from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.ui.look import DARK
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip, CodeChip, code_tone, code_words


def test_a_domain_has_its_own_colours_and_a_theme_is_grey(theme: Theme, codebook: Codebook) -> None:
    domain, subject = codebook.of(DOMAIN)[0], codebook.of(THEME)[0]
    assert code_tone(theme, domain).ink != theme.look.neutral.ink
    assert code_tone(theme, subject) == theme.look.neutral
    assert code_words(domain) == domain.name
    assert code_words(subject) == f"# {subject.name}"


def test_a_click_on_the_cross_takes_it_away_and_elsewhere_chooses_it(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Straf", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.removed, timeout=1000):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 9, chip.height() // 2))
    with qtbot.assertNotEmitted(chip.removed), qtbot.waitSignal(chip.clicked, timeout=1000):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, chip.height() // 2))


def test_delete_takes_it_away_and_enter_chooses_it(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Straf", removable=True)
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removed, timeout=1000):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.clicked, timeout=1000):
        qtbot.keyClick(chip, Qt.Key.Key_Return)


def test_a_chip_without_a_cross_cannot_be_taken_away(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "+ domein", dashed=True)
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_a_chip_grows_with_the_text_and_wears_the_theme_of_the_moment(
    theme: Theme, codebook: Codebook, qtbot: QtBot
) -> None:
    chip = CodeChip(theme, codebook.of(DOMAIN)[0])
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    light = chip.grab().toImage().pixelColor(chip.width() // 2, 3)
    theme.scale_to(200)
    theme.choose(DARK)
    assert chip.sizeHint().width() > 1.8 * before.width()
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 3) != light
