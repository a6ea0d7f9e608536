"""The beamer as a facilitator works with it: real keys in *Vastleggen*, a real store, a real second window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.clocks import Clock
from tests.ui.hands import told

from bouwstenen_app.domain.beamer import CLUSTERS, READ_BACK, VOTES, Scene
from bouwstenen_app.domain.blocks import CONFIRMED, NOT_SHARED
from bouwstenen_app.domain.opening import PAUSE, PAUSE_LINES, TITLE, lines
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ONLY_COUNT
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.beamer_show import BeamerShow
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.remembered import KEEP_MONTHS
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.widgets.beamer_stopped import BeamerStopped
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.windows.beamer import BeamerWindow


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do(
        "Sessie", preparing.create_workshop, title="Proefsessie", rounds=("Wat werkt?", "Wat knelt?")
    )
    one, two = empty_store.read(preparing.workshop, made.result).rounds
    empty_store.do("Vraag", preparing.edit_round, one.id, question="Waar vinden jullie elkaar?", minutes=20)
    empty_store.do("Vraag", preparing.edit_round, two.id, question="Waar loopt het vast?")
    return made.result


@pytest.fixture
def frames() -> list[QWidget]:
    return []


@pytest.fixture
def place(
    qtbot: QtBot, theme: Theme, settings: Settings, empty_store: Store, workshop: str, frames: list[QWidget]
) -> Iterator[CapturePlace]:
    def frame(picture: QWidget) -> QWidget:
        assert isinstance(picture, BeamerCanvas)
        made = BeamerWindow(picture, settings, window)
        made.present()
        frames.append(made)
        return made

    window = QMainWindow()
    window.setMinimumSize(1440, 900)
    desk = Desk(empty_store)
    place = CapturePlace(desk, theme, beamer=frame, clock=Clock())
    window.setCentralWidget(place)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    place.activated()
    yield place
    place.beamer.close()
    place.hide()
    desk.closing.emit()


def show(place: CapturePlace) -> BeamerShow:
    found = place.beamer.findChild(BeamerShow)
    assert isinstance(found, BeamerShow)
    return found


def canvas(place: CapturePlace) -> BeamerCanvas:
    return show(place).canvas


def type_line(place: CapturePlace, line: str) -> None:
    QTest.keyClicks(place.page.bar.line, line)
    QTest.keyClick(place.page.bar.line, Qt.Key.Key_Return)


def known(place: CapturePlace, store: Store) -> dict[str, str]:
    assert place.workshop is not None
    return {block.title: block.id for block in store.read(boards.blocks_of, place.workshop.id)}


def titles(place: CapturePlace) -> list[str]:
    return [block.title for block in canvas(place).stage.blocks]


def test_the_button_in_the_header_puts_it_on_and_off(place: CapturePlace, frames: list[QWidget]) -> None:
    (button,) = place.header_actions()
    assert button is place.beamer.button
    place.beamer.button.click()
    assert place.beamer.on
    assert frames[0].isVisible()
    assert "Waar vinden jullie elkaar?" in canvas(place).texts

    place.beamer.button.click()
    assert not place.beamer.on
    assert not frames[0].isVisible()
    assert not place.beamer.button.isChecked()


def test_what_is_typed_on_the_beamer_comes_in_the_line(place: CapturePlace, frames: list[QWidget]) -> None:
    place.beamer.open()
    QTest.keyClicks(canvas(place), "Samen")

    assert place.page.bar.line.toPlainText() == "Samen"
    QTest.keyClick(canvas(place), Qt.Key.Key_Return)
    assert titles(place) == ["Samen"]


def test_a_block_is_on_the_beamer_before_the_key_is_up(place: CapturePlace) -> None:
    place.beamer.open()
    type_line(place, "Samen optrekken @politie #herstel +3")
    type_line(place, "Een vast gezicht")

    assert titles(place) == ["Een vast gezicht", "Samen optrekken"]
    assert canvas(place).texts[2:4] == ("Een vast gezicht", "Samen optrekken")


def test_half_typed_text_is_never_on_the_beamer(place: CapturePlace) -> None:
    place.beamer.open()
    QTest.keyClicks(place.page.bar.line, "Nog niet klaar")

    assert not any("Nog niet" in text for text in canvas(place).texts)


def test_what_is_held_back_goes_at_once_and_comes_back_with_undo(place: CapturePlace, empty_store: Store) -> None:
    type_line(place, "Eerste")
    type_line(place, "Tweede")
    place.beamer.open()
    desk = place.beamer.desk
    for fields in ({"held_back": True}, {"release": NOT_SHARED}, {"parked": True}):
        desk.do("Anders", capturing.edit_block, known(place, empty_store)["Tweede"], **fields)
        assert titles(place) == ["Eerste"]
        desk.undo()
        assert titles(place) == ["Tweede", "Eerste"]


def test_the_facilitator_reads_how_much_stays_off_it(place: CapturePlace, empty_store: Store, qtbot: QtBot) -> None:
    type_line(place, "Eerste")
    place.beamer.open()
    place.beamer.desk.do("Achter", capturing.edit_block, known(place, empty_store)["Eerste"], held_back=True)

    qtbot.waitUntil(lambda: not show(place).panel.withheld.isHidden())
    assert show(place).panel.withheld.text().startswith("1 bouwsteen blijft van de beamer")


def test_another_round_has_its_own_question_and_blocks(place: CapturePlace) -> None:
    type_line(place, "Uit ronde een")
    place.beamer.open()
    place.step_round(1)
    assert canvas(place).stage.question == "Waar loopt het vast?"
    assert titles(place) == []

    type_line(place, "Uit ronde twee")
    assert titles(place) == ["Uit ronde twee"]
    place.step_round(-1)
    assert titles(place) == ["Uit ronde een"]


def test_how_a_round_is_shown_is_chosen_and_stays_with_the_round(place: CapturePlace, empty_store: Store) -> None:
    for n in range(7):
        type_line(place, f"Bouwsteen {n}")
    place.beamer.open()
    panel = show(place).panel
    assert panel.mode.current == ALL

    place.beamer.mode_asked.emit()
    assert (len(titles(place)), panel.mode.current) == (5, LAST_FIVE)
    panel.mode_chosen.emit(ONLY_COUNT)
    assert (titles(place), canvas(place).stage.total, panel.mode.current) == ([], 7, ONLY_COUNT)
    place.step_round(1)
    assert panel.mode.current == ALL
    place.beamer.desk.undo()
    place.step_round(-1)
    assert panel.mode.current == LAST_FIVE


def test_the_clock_of_the_round_is_on_it(place: CapturePlace) -> None:
    place.beamer.open()
    assert canvas(place).plan.clock.isEmpty()
    place.timer.bar.start_asked.emit(20)
    assert not canvas(place).plan.clock.isEmpty()

    place.step_round(1)
    assert canvas(place).plan.clock.isEmpty()
    place.step_round(-1)
    assert not canvas(place).plan.clock.isEmpty()
    assert isinstance(place.beamer.timer, RoundTimer)


def test_covered_at_once_and_shown_again(place: CapturePlace) -> None:
    type_line(place, "Eerste")
    place.beamer.open()
    place.beamer.blank()
    assert canvas(place).texts == ("Proefsessie",)
    type_line(place, "Tweede")
    assert canvas(place).texts == ("Proefsessie",)
    place.beamer.blank()
    assert titles(place) == ["Tweede", "Eerste"]


def test_covering_what_is_not_on_says_so(place: CapturePlace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.told) as told:
        place.beamer.blank()
    assert told.args == ["De beamer is niet aan. Met F5 zet je hem aan.", False]


def test_votes_are_not_on_it_until_they_are_revealed(place: CapturePlace, workshop: str) -> None:
    type_line(place, "Weinig +2")
    type_line(place, "Veel +9")
    place.beamer.open()
    place.beamer.show_scene(Scene(VOTES))
    assert titles(place) == ["Weinig", "Veel"]
    assert not {"2 stemmen", "9", "11 stemmen"} & set(canvas(place).texts)

    place.beamer.desk.do("Stemmen getoond", preparing.edit_workshop, workshop, votes_shown=True)
    assert titles(place) == ["Veel", "Weinig"]
    assert {"9", "11 stemmen"} <= set(canvas(place).texts)


def test_a_block_is_read_back_large_with_what_the_group_said(place: CapturePlace, empty_store: Store) -> None:
    type_line(place, "Eerste vb: een zaak")
    place.beamer.open()
    identity = known(place, empty_store)["Eerste"]
    place.beamer.show_scene(Scene(READ_BACK, identity))
    place.beamer.desk.do(
        "Teruggelezen", capturing.edit_block, identity, read_back=CONFIRMED, minority="Iemand niet"
    )

    assert canvas(place).texts[:4] == ("Teruglezen · bouwsteen 1", "Klopt dit zo?", "Eerste", "Bevestigd")
    assert not any("zaak" in text or "Iemand" in text for text in canvas(place).texts)
    place.beamer.desk.do("Achter", capturing.edit_block, identity, held_back=True)
    assert "Eerste" not in canvas(place).texts


def test_in_another_scene_there_is_no_round_to_choose_for(place: CapturePlace) -> None:
    place.beamer.open()
    place.beamer.show_scene(Scene(CLUSTERS))

    assert show(place).panel.mode.isHidden()
    place.beamer.mode_asked.emit()
    assert place.workshop is not None
    assert [step.beamer for step in place.workshop.rounds] == [ALL, ALL]


def test_the_facilitator_sees_a_small_live_picture_under_the_inspector(place: CapturePlace, qtbot: QtBot) -> None:
    inspector, before = place.page.inspector, place.page.inspector.height()
    place.beamer.open()
    panel = show(place).panel
    qtbot.waitUntil(lambda: panel.isVisible() and inspector.height() < before)
    assert panel.state.text() == "Beamer aan"
    at = QRect(panel.mapTo(place, panel.rect().topLeft()), panel.size())
    assert at.top() >= inspector.mapTo(place, inspector.rect().bottomLeft()).y()

    place.beamer.close()
    qtbot.waitUntil(lambda: inspector.height() == before)


def test_where_a_way_takes_the_whole_width_the_picture_stands_above_the_ways(
    place: CapturePlace, qtbot: QtBot
) -> None:
    place.beamer.open()
    wide = QWidget()
    place.page.add_way(wide)
    place.page.show_way(wide, wide=True)
    panel = show(place).panel

    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.height() < 150)
    place.page.show_line()
    assert place.page.inspector.isVisible()
    assert panel.picture.width() == 220


def test_closing_its_window_puts_it_off(place: CapturePlace, frames: list[QWidget], qtbot: QtBot) -> None:
    place.beamer.open()
    canvas(place).closed.emit()

    assert not place.beamer.on
    place.beamer.open()
    assert place.beamer.on
    assert len(frames) == 2


def test_when_the_session_goes_to_the_bin_the_beamer_is_covered(place: CapturePlace, workshop: str) -> None:
    type_line(place, "Eerste")
    place.beamer.open()
    place.beamer.desk.do("Weg", preparing.remove_workshops, [workshop])

    assert not any("Eerste" in text for text in canvas(place).texts)
    assert canvas(place).blanked


def test_without_a_window_to_put_it_in_there_is_no_button(theme: Theme, empty_store: Store, workshop: str) -> None:
    desk = Desk(empty_store)
    place = CapturePlace(desk, theme)

    assert place.header_actions() == []
    place.beamer.open()
    assert not place.beamer.on
    desk.closing.emit()


def test_the_opening_card_shows_the_room_exactly_its_lines(place: CapturePlace) -> None:
    type_line(place, "Iets van een vorige keer")
    place.timer.bar.start_asked.emit(20)
    place.beamer.show_opening()

    assert place.beamer.on
    assert canvas(place).texts == (TITLE, *lines(6), "Proefsessie")
    assert canvas(place).plan.clock.isEmpty()
    assert show(place).panel.opening.isChecked()


def test_the_opening_card_promises_the_term_that_was_chosen(place: CapturePlace) -> None:
    place.beamer.desk.remember(KEEP_MONTHS, "12")
    place.beamer.show_opening()
    assert canvas(place).texts[1:-1] == lines(12)


def test_the_opening_card_goes_with_its_button_and_with_the_next_round(place: CapturePlace) -> None:
    place.beamer.open()
    show(place).panel.opening.click()
    assert canvas(place).stage.lines
    show(place).panel.opening.click()
    assert canvas(place).stage.question == "Waar vinden jullie elkaar?"

    place.beamer.show_opening()
    place.step_round(1)
    assert not canvas(place).stage.lines
    assert not show(place).panel.opening.isChecked()


def test_the_opening_card_gives_way_to_a_way_of_working(place: CapturePlace) -> None:
    place.beamer.show_opening()
    place.beamer.show_scene(Scene(VOTES))
    assert canvas(place).stage.scene == VOTES


def test_the_palette_puts_the_opening_card_on_and_takes_it_away(place: CapturePlace) -> None:
    def command(words: str) -> None:
        next(one for one in place.beamer.commands() if one.words == words).act()

    command("Openingskaart op de beamer")
    assert canvas(place).stage.lines == lines(6)
    command("Openingskaart weghalen")
    assert not canvas(place).stage.lines


def test_a_beamer_that_went_off_does_not_come_back_with_the_opening_card(
    place: CapturePlace, frames: list[QWidget]
) -> None:
    place.beamer.show_opening()
    place.beamer.toggle()
    place.beamer.toggle()
    shown = frames[-1].findChild(BeamerCanvas)
    assert shown is not None
    assert shown.stage.question == "Waar vinden jullie elkaar?"


def stopped(place: CapturePlace) -> BeamerStopped:
    return show(place).panel.stopped


def test_r02_a_title_that_points_to_a_person_is_held_back_and_the_facilitator_hears_why(
    place: CapturePlace, qtbot: QtBot
) -> None:
    sentences = told(place)
    place.beamer.open()
    type_line(place, "Samen optrekken")
    type_line(place, "Bel haar op 06-12345678")
    assert titles(place) == ["Samen optrekken"]
    assert not any("06-12345678" in text for text in canvas(place).texts)
    assert sentences[-1].endswith("komt zo niet op de beamer: er staat een telefoonnummer in.")
    qtbot.waitUntil(lambda: stopped(place).text != "")
    assert stopped(place).text == "Bouwsteen 2 staat niet op de beamer: in de titel staat een telefoonnummer."


def test_what_is_held_back_is_shown_when_the_facilitator_says_so_and_only_as_it_is_now(
    place: CapturePlace, empty_store: Store, qtbot: QtBot
) -> None:
    place.beamer.open()
    type_line(place, "Bel haar op 06-12345678")
    qtbot.waitUntil(lambda: stopped(place).text != "")
    stopped(place).let.click()
    assert titles(place) == ["Bel haar op 06-12345678"]
    assert stopped(place).text == ""

    place.beamer.close()
    place.beamer.open()
    assert titles(place) == ["Bel haar op 06-12345678"]

    (block,) = known(place, empty_store).values()
    place._desk.do("Anders", capturing.edit_block, block, title="Bel haar op 06-87654321")
    assert titles(place) == []


def test_the_palette_offers_it_too_and_the_block_can_be_changed_at_once(place: CapturePlace, qtbot: QtBot) -> None:
    place.beamer.open()
    type_line(place, "Bel haar op 06-12345678")
    qtbot.waitUntil(lambda: place.beamer.stopped != ())
    names = [command.words for command in place.beamer.commands()]
    assert "Bouwsteen 1 toch op de beamer tonen" in names
    stopped(place).change.click()
    field = place.window().focusWidget()
    assert isinstance(field, EditedText)
    assert field.toPlainText() == "Bel haar op 06-12345678"
    next(one for one in place.beamer.commands() if one.words.startswith("Bouwsteen 1 toch")).act()
    assert titles(place) == ["Bel haar op 06-12345678"]


def test_r05_while_nothing_is_written_down_the_room_reads_that_and_nothing_else(place: CapturePlace) -> None:
    place.beamer.open()
    type_line(place, "Samen optrekken")
    place.beamer.pause()
    assert (canvas(place).stage.question, canvas(place).stage.lines) == (PAUSE, PAUSE_LINES)
    assert titles(place) == []
    place.beamer.pause()
    assert titles(place) == ["Samen optrekken"]
