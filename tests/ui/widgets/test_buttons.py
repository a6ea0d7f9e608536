from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import _EDGE, PRIMARY, IconButton, KeyButton, key_words


def test_keys_are_written_as_on_a_key_cap() -> None:
    assert key_words("Ctrl+N") == "Ctrl N"
    assert key_words("Ctrl+Shift+S") == "Ctrl ⇧ S"
    assert key_words("Return") == "⏎"


def test_the_key_on_a_button_presses_it(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bound, shown = KeyButton(theme, "Nieuw", "Ctrl+N"), KeyButton(theme, "Nieuw", "Ctrl+N", bound=False)
    row = QHBoxLayout(page)
    row.addWidget(bound)
    row.addWidget(shown)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    with qtbot.assertNotEmitted(shown.clicked), qtbot.waitSignal(bound.clicked, timeout=1000):
        qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_a_button_makes_room_for_its_icon_and_key_and_can_leave_the_key_out(theme: Theme, qtbot: QtBot) -> None:
    bare, full = KeyButton(theme, "Nieuw"), KeyButton(theme, "Nieuw", "Ctrl+N", kind=PRIMARY, icon="plus")
    for button in (bare, full):
        qtbot.addWidget(button)
        button.ensurePolished()
    width = full.sizeHint().width()
    assert width > bare.sizeHint().width() + 50
    full.show_key(False)
    assert bare.sizeHint().width() < full.sizeHint().width() < width
    assert not full.grab().isNull()


def test_an_icon_button_says_what_it_does(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "bin", "Naar de prullenbak")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Naar de prullenbak"
    before = button.icon().cacheKey()
    theme.scale_to(150)
    assert button.icon().cacheKey() != before


def test_a_button_that_is_too_narrow_keeps_its_words_longest(theme: Theme, qtbot: QtBot) -> None:
    button = KeyButton(theme, "Bekijken in Vastleggen", "Ctrl+Return", icon="play")
    qtbot.addWidget(button)
    whole = button.sizeHint()
    button.resize(whole)
    icon, cap, words = button._fitting()
    assert icon > 0
    assert cap > 0
    spare = whole.width() - 2 * theme.px(_EDGE) - button._content_width()
    button.resize(round(whole.width() - spare - 5), whole.height())
    assert button._fitting() == (icon, 0, words)
    button.resize(round(whole.width() - spare - cap - 5), whole.height())
    assert button._fitting() == (0, 0, words)
    button.resize(60, whole.height())
    assert button._fitting()[2].endswith("…")
