from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.bundles import Bundle, Support
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.bundle_list import BundleList, line_words

SUPPORT = Support(blocks=5, sessions=2, regions=2, tables=3, votes=1284)


def bundle(number: int, **fields: object) -> Bundle:
    return Bundle(str(number), number, f"Bundel {number}", contributions=("a", "b"), **fields)  # type: ignore[arg-type]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_line_says_its_support_in_the_fixed_words() -> None:
    assert plain(line_words(bundle(1), SUPPORT)) == "In meer regio’s · 1.284 stemmen · 2 bijdragen · gebundeld"
    empty = Bundle("1", 1, "Leeg")
    assert plain(line_words(empty, Support(0, 0, 0, 0, 0))) == "Nog geen bijdragen · gebundeld"


def test_the_one_that_is_looked_at_stays_so_when_others_come_and_go(qtbot: QtBot, theme: Theme) -> None:
    shown = BundleList(theme)
    qtbot.addWidget(shown)
    shown.show_lines([(bundle(1), SUPPORT), (bundle(2), SUPPORT)], "2")
    assert shown.current == "2"
    shown.show_lines([(bundle(2), SUPPORT), (bundle(3), SUPPORT)], shown.current)
    assert shown.current == "2"
    shown.show_lines([(bundle(3), SUPPORT)], shown.current)
    assert shown.current == "3"
    shown.show_lines([], shown.current)
    assert shown.current == ""


def test_a_screen_reader_hears_the_number_the_title_and_the_star(qtbot: QtBot, theme: Theme) -> None:
    shown = BundleList(theme)
    qtbot.addWidget(shown)
    shown.show_lines([(bundle(5, key=True), SUPPORT)], "")
    said = shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert plain(said).startswith("K-05. Bundel 5. kernbouwsteen. In meer regio’s")
