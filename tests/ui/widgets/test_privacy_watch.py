"""The guard of a text field: marks at rest, one key that replaces, and typing that never waits."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.colours import contrast
from bouwstenen_app.domain.privacy_roles import LEFT_OUT, PEOPLE
from bouwstenen_app.ui.look import DARK, LIGHT
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.privacy_guard import PrivacyGuard
from bouwstenen_app.ui.widgets.privacy_row import PrivacyRow
from bouwstenen_app.ui.widgets.privacy_watch import PrivacyWatch

Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Underline = QTextCharFormat.UnderlineStyle


class Watched(QWidget):
    """A field with its guard, and the row under it when there is one."""

    def __init__(self, theme: Theme, names: Callable[[], list[str]] = list) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.field = EditedText()
        self.column.addWidget(self.field)
        self.watch = PrivacyWatch(self.field, theme, self.column.addWidget)
        self.watch.set_names(names)
        self.resize(500, 200)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.field, text)
        self.watch.look()

    def press(self, held: Qt.KeyboardModifier = Ctrl, key: Qt.Key = Qt.Key.Key_H) -> None:
        QTest.keyClick(self.field, key, held)

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    @property
    def row(self) -> PrivacyRow | None:
        return self.findChild(PrivacyRow)

    @property
    def sentence(self) -> str:
        return self.row.said.sentence if self.row else ""

    @property
    def marked(self) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
        marks = self.field.extraSelections()
        return [(one.cursor.selectedText(), one.format.underlineStyle()) for one in marks]  # type: ignore[attr-defined]


@pytest.fixture
def watched(theme: Theme, qtbot: QtBot) -> Watched:
    made = Watched(theme)
    qtbot.addWidget(made)
    made.show()
    made.field.setFocus()
    return made


def test_r02_what_points_to_a_person_is_underlined_when_the_fingers_rest(watched: Watched, qtbot: QtBot) -> None:
    QTest.keyClicks(watched.field, "Bel Fatima op 06-12345678")
    assert watched.marked == []
    qtbot.waitUntil(lambda: bool(watched.marked))
    assert watched.marked == [("Fatima", Underline.DotLine), ("06-12345678", Underline.WaveUnderline)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("bel 06-12345678", "Telefoonnummer: niet nodig in een bouwsteen."),
        ("bsn 123456782", "Burgerservicenummer: niet nodig in een bouwsteen."),
        ("mail k.visser@ziggo.nl", "E-mailadres: niet nodig in een bouwsteen."),
        ("toen belde Fatima", "Mogelijk een naam, “Fatima”: een rol is genoeg."),
        ("het gezin bij nummer twaalf", "“bij nummer twaalf” kan iemand herkenbaar maken."),
    ],
)
def test_a_calm_line_says_what_it_is(watched: Watched, text: str, sentence: str) -> None:
    watched.type(text)
    assert watched.sentence == sentence
    assert watched.row is not None
    assert watched.row.isVisible()


def test_the_red_one_is_said_first_with_how_many_more_there_are(watched: Watched) -> None:
    watched.type("Fatima en Kevin, tel 06-12345678 dus")
    assert watched.sentence == "Telefoonnummer: niet nodig in een bouwsteen. En nog 2."


def test_the_one_at_the_cursor_is_said(watched: Watched) -> None:
    watched.type("Fatima belde op 06-12345678 vanmorgen")
    watched.press(key=Qt.Key.Key_Home)
    assert watched.sentence.startswith("Mogelijk een naam, “Fatima”")


def test_a_text_without_findings_has_no_row(watched: Watched) -> None:
    watched.type("De wijkagent belt het lokale team")
    assert watched.row is None
    assert watched.marked == []


def test_what_was_taken_out_is_no_longer_said(watched: Watched) -> None:
    watched.type("bel 06-12345678")
    watched.field.selectAll()
    watched.press(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Delete)
    assert watched.marked == []
    assert watched.row is not None
    assert not watched.row.isVisible()


def test_the_marks_go_along_with_the_text_before_it_is_looked_at_again(watched: Watched) -> None:
    watched.type("bel 06-12345678")
    watched.press(key=Qt.Key.Key_Home)
    QTest.keyClicks(watched.field, "dus ")
    assert watched.marked == [("06-12345678", Underline.WaveUnderline)]


def test_r04_one_key_puts_the_role_in_its_place(watched: Watched) -> None:
    watched.type("Moeder Fatima belde op 06-12345678.")
    watched.press()
    assert watched.text == "Moeder Fatima belde op [telefoonnummer]."
    watched.press()
    assert watched.text == "Moeder belde op [telefoonnummer]."
    watched.press()
    assert watched.text == "Moeder belde op [telefoonnummer]."
    assert watched.marked == []


def test_who_types_goes_on_where_the_cursor_was(watched: Watched) -> None:
    watched.type("Moeder Fatima gaf haar bsn 123456782")
    watched.press()
    watched.press()
    QTest.keyClicks(watched.field, " aan ons")
    assert watched.text == "Moeder gaf haar bsn [burgerservicenummer] aan ons"

    watched.field.setPlainText("Bel 06-12345678 maar")
    for _ in range(3):
        watched.press(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Right)
    watched.press()
    QTest.keyClicks(watched.field, "!")
    assert watched.text == "Bel! [telefoonnummer] maar"


def test_the_key_does_not_wait_for_the_rest(watched: Watched) -> None:
    QTest.keyClicks(watched.field, "bsn 123456782")
    watched.press()
    assert watched.text == "bsn [burgerservicenummer]"


def test_ctrl_z_brings_back_what_was_replaced(watched: Watched) -> None:
    watched.type("Daan (8) belde")
    watched.press()
    assert watched.text == "Een kind van ongeveer 8 belde"
    watched.press(key=Qt.Key.Key_Z)
    assert watched.text == "Daan (8) belde"


def test_another_choice_is_a_key_or_a_click_away(watched: Watched) -> None:
    watched.type("Fatima belde")
    row = watched.row
    assert row is not None
    assert [one.words for one in row.said.offers] == ["[naam]", *PEOPLE, LEFT_OUT]
    watched.press(Ctrl | Shift)
    assert row.said.marked == 1
    watched.press()
    assert watched.text == "Een moeder belde"

    watched.press(key=Qt.Key.Key_Z)
    watched.watch.look()
    next(chip for chip in row.findChildren(Chip) if chip.text() == "een kind").click()
    assert watched.text == "Een kind belde"
    assert watched.field.hasFocus()


@pytest.mark.parametrize("times", [1, 2])
def test_all_choices_are_in_sight_also_where_they_need_several_lines(
    watched: Watched, qtbot: QtBot, times: int
) -> None:
    watched.resize(300, 400)
    for _ in range(times):
        watched.field.clear()
        watched.type("Fatima belde")
    row = watched.row
    assert row is not None
    chips = [chip for chip in row.findChildren(Chip) if chip.isVisible()]
    assert len(chips) == 2 + len(PEOPLE)
    qtbot.waitUntil(lambda: all(row.rect().contains(_place_in(row, chip)) for chip in chips))


def _place_in(row: PrivacyRow, chip: Chip) -> QRect:
    return QRect(chip.mapTo(row, QPoint()), chip.size())


def test_after_the_last_choice_comes_the_first(watched: Watched) -> None:
    watched.type("bel 06-12345678")
    row = watched.row
    assert row is not None
    watched.press(Ctrl | Shift)
    assert row.said.offers[row.said.marked].words == LEFT_OUT
    watched.press(Ctrl | Shift)
    assert row.said.marked == 0


def test_a_choice_of_another_finding_begins_at_its_own_first(watched: Watched) -> None:
    watched.type("Fatima belde, tel 06-12345678")
    watched.press(key=Qt.Key.Key_Home)
    watched.press(Ctrl | Shift)
    watched.press()
    assert watched.text == "Een moeder belde, tel 06-12345678"
    watched.press()
    assert watched.text == "Een moeder belde, tel [telefoonnummer]"


def test_an_emoji_before_it_moves_nothing(watched: Watched) -> None:
    watched.field.setPlainText("😀😀 bel 06-12345678 maar")
    watched.press()
    assert watched.text == "😀😀 bel [telefoonnummer] maar"


def test_in_a_field_that_is_only_read_nothing_is_replaced(watched: Watched) -> None:
    watched.type("bel 06-12345678")
    watched.field.setReadOnly(True)
    watched.press()
    assert watched.text == "bel 06-12345678"


def test_a_place_or_organisation_of_the_workspace_is_no_person(theme: Theme, qtbot: QtBot) -> None:
    made = Watched(theme, lambda: ["Kees Bakker", "Sanne"])
    qtbot.addWidget(made)
    made.type("Toen belde Sanne met Fatima")
    assert [text for text, _ in made.marked] == ["Fatima"]
    made.watch.set_names(list)
    assert [text for text, _ in made.marked] == ["Sanne", "Fatima"]


def test_a_screen_reader_hears_what_it_is_and_which_key_helps(watched: Watched) -> None:
    watched.type("bel 06-12345678")
    assert watched.field.accessibleDescription() == (
        "Telefoonnummer: niet nodig in een bouwsteen. Ctrl+H vervangt het: [telefoonnummer]."
    )
    watched.press()
    assert watched.field.accessibleDescription() == ""


def test_the_lines_under_it_can_be_seen_in_both_themes(watched: Watched, theme: Theme) -> None:
    for choice in (LIGHT, DARK):
        theme.choose(choice)
        for role in ("bad", "warn"):
            look = theme.look
            assert contrast(look.colour(role), look.colour("surface")) >= 4.5


def test_nothing_of_it_is_loaded_until_something_is_typed(theme: Theme, qtbot: QtBot) -> None:
    made = Watched(theme)
    qtbot.addWidget(made)
    assert made.findChild(PrivacyGuard) is None
    made.type("x")
    assert made.findChild(PrivacyGuard) is not None


def test_in_other_colours_the_marks_of_an_earlier_text_are_not_painted_on_a_shorter_one(
    theme: Theme, qtbot: QtBot
) -> None:
    watched = Watched(theme)
    qtbot.addWidget(watched)
    watched.type("Bel haar op 06-12345678 over bsn 123456782")
    assert len(watched.marked) == 2
    with QSignalBlocker(watched.field):
        watched.field.setPlainText("Kort")
    theme.choose(DARK if theme.choice != DARK else LIGHT)
    assert not any(text for text, _ in watched.marked), "and Qt warned of nothing"
    watched.watch.look()
    assert watched.marked == []


@pytest.mark.parametrize("width", range(220, 420, 20))
def test_a_key_stands_on_the_same_line_as_what_it_does(theme: Theme, qtbot: QtBot, width: int) -> None:
    watched = Watched(theme)
    qtbot.addWidget(watched)
    watched.show()
    watched.resize(width, 300)
    watched.type("Bel haar op 06-12345678 over bsn 123456782")
    row = watched.row
    assert row is not None
    QApplication.processEvents()
    chips = [one for one in row.findChildren(Chip) if one.isVisible()]
    keys = [one for one in row.findChildren(QLabel) if one.isVisible() and one.property("kind") == "key"]
    assert len(keys) == 2
    for key, chip in zip(keys, chips, strict=False):
        assert abs(_middle(key, row) - _middle(chip, row)) <= 2


def _middle(widget: QWidget, row: QWidget) -> int:
    return widget.mapTo(row, widget.rect().center()).y()
