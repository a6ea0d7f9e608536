import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bouwstenen_app.ui.dialogs.keys import KeysDialog
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.rail import RailItem
from bouwstenen_app.ui.windows.main import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


class LinePlace(Place):
    """A place with one line."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.name = name
        self.line = QLineEdit()
        self.button = KeyButton(theme, f"Nieuw bij {name}", "Ctrl+N")
        QVBoxLayout(self).addWidget(self.line)

    @override
    def title(self) -> str:
        return self.name

    @override
    def subtitle(self) -> str:
        return f"onder {self.name}"

    @override
    def header_actions(self) -> list[QWidget]:
        return [self.button]

    @override
    def key_help(self) -> tuple[Key, ...]:
        return (Key("Enter", f"Vastleggen bij {self.name}"),)

    @override
    def activated(self) -> None:
        self.line.setFocus()


@pytest.fixture
def built() -> list[str]:
    return []


@pytest.fixture
def places(window: MainWindow, theme: Theme, built: list[str]) -> dict[str, LinePlace]:
    made: dict[str, LinePlace] = {}

    def make(name: str) -> LinePlace:
        built.append(name)
        made[name] = LinePlace(theme, name)
        return made[name]

    for key in ("sessions", "capture", "organise", "insight", "report"):
        window.add_place(key, key, key, lambda key=key: make(key))
    return made


def test_a_place_is_built_when_it_is_first_visited(
    window: MainWindow, places: dict[str, LinePlace], built: list[str]
) -> None:
    window.start("capture")
    assert built == ["capture"]
    window.go("report")
    window.go("capture")
    assert built == ["capture", "report"]
    assert window.current_place is places["capture"]


def test_every_place_is_one_key_away(window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot) -> None:
    window.window().activateWindow()
    window.start("capture")
    for number, name in enumerate(("sessions", "capture", "organise", "insight", "report"), start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.current_place is places[name]
        assert window.rail.current == name
        assert window.header.title.text() == name
        assert window.header.subtitle.text() == f"onder {name}"
        assert window.window().focusWidget() is places[name].line


def test_every_place_keeps_its_state(window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot) -> None:
    window.start("capture")
    qtbot.keyClicks(places["capture"].line, "half getypt")
    window.go("organise")
    window.go("capture")
    assert places["capture"].line.text() == "half getypt"


def test_keys_typed_while_the_workspace_opens_are_kept_in_order(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.wait()
    waiting = window.window().focusWidget()
    qtbot.keyClicks(waiting, "Wijkagent belt @politie")
    qtbot.keyClick(waiting, Qt.Key.Key_Backspace)
    window.start("capture")
    assert places["capture"].line.text() == "Wijkagent belt @politi"


def test_a_place_asked_for_while_the_workspace_opens_comes_first(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot, built: list[str]
) -> None:
    qtbot.mouseClick(window.rail.item("report"), Qt.MouseButton.LeftButton)
    assert built == []
    window.start("capture")
    assert window.current_place is places["report"]


def test_each_place_has_its_own_buttons_and_keys(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.window().activateWindow()
    window.start("capture")
    window.go("report")
    capture, report = places["capture"].button, places["report"].button
    with qtbot.assertNotEmitted(capture.clicked), qtbot.waitSignal(report.clicked, timeout=1000):
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)


def test_undo_and_redo_are_asked_by_key_button_and_notice(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.window().activateWindow()
    window.start("capture")
    window.setFocus()
    window.rail.item("capture").setFocus()
    with qtbot.waitSignal(window.undo_asked, timeout=1000):
        qtbot.keyClick(window.rail.item("capture"), Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(window.redo_asked, timeout=1000):
        qtbot.keyClick(window.rail.item("capture"), Qt.Key.Key_Y, CTRL)
    window.tell("12 bouwstenen getagd", undo=True)
    with qtbot.waitSignal(window.undo_asked, timeout=1000):
        window.notice.undo_asked.emit()


def test_search_has_its_key_and_escape_goes_back_to_the_work(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.window().activateWindow()
    window.start("capture")
    qtbot.keyClick(places["capture"].line, Qt.Key.Key_K, CTRL)
    assert window.window().focusWidget() is window.header.search
    assert window.header.search.offers_shown
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert window.window().focusWidget() is places["capture"].line


def test_a_typed_command_goes_to_a_place(window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot) -> None:
    window.start("capture")
    window.window().activateWindow()
    for typed, arrived in (("rap", "report"), ("Ga naar inz", "insight")):
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
        qtbot.keyClicks(window.header.search, typed)
        qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
        assert window.current_place is places[arrived]
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.header.search, "ongedaan")
    with qtbot.waitSignal(window.undo_asked, timeout=1000):
        qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert places["insight"].line.hasFocus()


def test_a_place_tells_asks_and_renames_through_the_window(
    window: MainWindow, places: dict[str, LinePlace]
) -> None:
    window.start("capture")
    capture = places["capture"]
    capture.told.emit("Vastgelegd", True)
    assert window.notice.text == "Vastgelegd"
    capture.problem_told.emit("De schijf is vol.")
    assert window.notice.text == "De schijf is vol."
    capture.name = "Sessie Zwolle"
    capture.titles_changed.emit()
    assert window.header.title.text() == "Sessie Zwolle"
    capture.place_asked.emit("organise")
    assert window.current_place is places["organise"]


def test_the_overview_of_keys_shows_those_of_the_place_and_of_the_window(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.window().activateWindow()
    window.start("capture")
    window.rail.item("capture").setFocus()
    qtbot.keyClick(window.rail.item("capture"), "?")
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    texts = {label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text")}
    assert {"Vastleggen bij capture", "Ctrl K", "Ctrl 1"} <= texts
    dialog.close()


def test_a_question_mark_in_a_field_is_just_typed(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.start("capture")
    qtbot.keyClicks(places["capture"].line, "wat werkt?")
    assert places["capture"].line.text() == "wat werkt?"
    assert window.findChild(KeysDialog) is None


def test_the_title_bar_names_the_file_and_says_when_it_is_read_only(window: MainWindow) -> None:
    window.set_file("Kennemerland {1}")
    assert window.window().windowTitle() == "Bouwstenen — Kennemerland {1}"
    window.set_file("Kennemerland", read_only=True)
    assert window.window().windowTitle() == "Bouwstenen — Kennemerland (alleen lezen)"


def test_another_workspace_begins_with_new_places(
    window: MainWindow, places: dict[str, LinePlace], built: list[str]
) -> None:
    window.start("capture")
    window.forget_places()
    assert window.current_place is None
    window.start("sessions")
    window.go("capture")
    assert built == ["capture", "sessions", "capture"]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_r22_everything_stays_inside_the_smallest_window(
    window: MainWindow, places: dict[str, LinePlace], theme: Theme, qtbot: QtBot, percent: int
) -> None:
    window.start("capture")
    theme.scale_to(percent)
    window.window().resize(1024, 700)
    qtbot.waitUntil(lambda: window.size().toTuple() == (1024, 700))
    for part in (window.rail, window.header, window.stack):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(corner)


def test_the_tab_key_goes_round_the_whole_window(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.start("capture")
    visited = []
    for _ in range(12):
        qtbot.keyClick(window.window().focusWidget(), Qt.Key.Key_Tab)
        visited.append(window.window().focusWidget())
    assert window.header.search in visited
    assert any(isinstance(widget, RailItem) for widget in visited)
    assert places["capture"].button in visited
    assert places["capture"].line in visited


def test_escape_in_the_search_goes_back_to_where_the_work_was(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.start("capture")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.header.search, "wijkagent")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Escape)
    assert window.current_place is places["capture"]
    assert places["capture"].line.hasFocus()


def test_enter_presses_a_button_of_a_place(window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot) -> None:
    window.start("capture")
    button = QPushButton("Terugzetten", places["capture"])
    button.show()
    button.setFocus()
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_what_was_searched_does_not_follow_to_another_place(
    window: MainWindow, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.start("organise")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.header.search, "wijkagent")
    places["organise"].line.setFocus()
    window.go("capture")
    assert window.header.search.text() == ""


def test_a_place_within_another_has_a_key_and_no_room_on_the_rail(
    window: MainWindow, theme: Theme, places: dict[str, LinePlace], qtbot: QtBot
) -> None:
    window.add_place(
        "codebook",
        "Codeboek",
        "tag",
        lambda: LinePlace(theme, "Codeboek"),
        shortcut="Ctrl+Shift+B",
        within="organise",
    )
    window.start("sessions")
    items = len(window.rail.findChildren(RailItem))

    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)

    assert window.current_place is window.place("codebook")
    assert window.rail.current == "organise"
    assert len(window.rail.findChildren(RailItem)) == items
    assert ("Ctrl Shift B", "Codeboek") in window.keys.lines()
