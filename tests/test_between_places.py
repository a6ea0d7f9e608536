"""The keys of the beamer in the whole program: from every place, from a dialog, from its own window."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.opened import Opened

from bouwstenen_app.domain.opening import TITLE, lines
from bouwstenen_app.services import boards, bundling, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.dialogs.keys import KeysDialog
from bouwstenen_app.ui.places.bundles import BundlesView
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.card_names import also_called, card_names
from bouwstenen_app.ui.places.codebook import CodebookPlace
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.insight import InsightPlace
from bouwstenen_app.ui.places.insight_figures import SUPPORT
from bouwstenen_app.ui.places.organise import OrganisePlace
from bouwstenen_app.ui.places.organise_views import BUNDLES
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.places.review import ReviewPlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.windows.beamer import BeamerWindow
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.workplace import Workplace

RESOURCES = Path(__file__).parents[1] / "resources"
PLACES = ("sessions", "capture", "organise", "insight", "report", "exchange", "settings")
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path, own_home: None) -> Iterator[MainWindow]:
    path = tmp_path / "najaar.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    workshop = store.do("Sessie gemaakt", preparing.create_workshop, title="Proef").result
    (step,) = store.read(preparing.workshop, workshop).rounds
    store.do("Vastgelegd", capturing.capture, "Een inzicht @politie", workshop=workshop, round=step.id)
    store.close()
    one = Opened(qtbot, qapp, Settings(tmp_path / "bouwstenen.ini"))
    one.program.begin(path)
    one.window.go("capture")
    yield one.window
    one.close()


def beamer() -> BeamerWindow | None:
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, BeamerWindow) and one.isVisible()]
    return next(iter(shown), None)


def canvas() -> BeamerCanvas:
    found = beamer()
    assert found is not None
    return found.canvas


def put_on(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Key.Key_F5)
    assert beamer() is not None
    window.activateWindow()
    with qtbot.waitActive(window.window()):
        window.window().activateWindow()


def test_one_key_puts_it_on_and_off(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_F5)
    assert "Een inzicht" in canvas().texts
    QTest.keyClick(window, Key.Key_F5)
    assert beamer() is None


@pytest.mark.parametrize("place", PLACES)
def test_it_is_covered_at_once_from_every_place(window: MainWindow, qtbot: QtBot, place: str) -> None:
    put_on(window, qtbot)
    window.go(place)
    focused = QApplication.focusWidget() or window
    QTest.keyClick(focused, Key.Key_F6)
    assert canvas().blanked
    assert "Een inzicht" not in canvas().texts

    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F6)
    assert not canvas().blanked


def test_the_opening_card_is_one_key_away_from_every_place(window: MainWindow) -> None:
    window.go("settings")
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert canvas().texts[:-1] == (TITLE, *lines())
    place = window.current_place
    assert isinstance(place, SettingsPlace)
    assert place.papers is not None
    QTest.keyClick(place.papers.term.findChildren(QAbstractButton)[2], Key.Key_Space)
    assert canvas().texts[:-1] == (TITLE, *lines(12))
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert "Een inzicht" in canvas().texts


def test_a_paper_is_found_from_anywhere_and_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kwijt.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "laptop kwijt")
    QTest.keyClick(focused, Key.Key_Return)

    qtbot.waitUntil(target.is_file, timeout=20_000)
    assert isinstance(window.current_place, SettingsPlace)


def test_it_is_covered_at_once_while_a_dialog_is_open(window: MainWindow, qtbot: QtBot) -> None:
    put_on(window, qtbot)
    window.show_keys()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(QApplication.focusWidget() or dialog, Key.Key_F6)

    assert canvas().blanked
    dialog.close()


def test_all_keys_are_one_press_away_in_vastleggen(window: MainWindow, qtbot: QtBot) -> None:
    button = next(one for one in window.place("capture").findChildren(QPushButton) if one.text() == "Toetsen")
    button.click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    dialog.close()


def test_it_is_covered_at_once_while_a_menu_is_open(window: MainWindow, qtbot: QtBot) -> None:
    put_on(window, qtbot)
    menu = QMenu(window)
    menu.addAction("Iets")
    menu.popup(window.mapToGlobal(window.rect().center()))
    QTest.keyClick(menu, Key.Key_F6)

    assert canvas().blanked
    menu.close()


def test_its_own_window_takes_the_same_keys(window: MainWindow, qtbot: QtBot) -> None:
    put_on(window, qtbot)
    own = canvas()
    own.window().activateWindow()
    with qtbot.waitActive(own.window()):
        own.window().activateWindow()
    QTest.keyClick(own, Key.Key_F6)
    assert own.blanked
    QTest.keyClick(own, Key.Key_F6)
    QTest.keyClick(own, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert own.stage.mode == "laatste vijf"
    QTest.keyClick(own, Key.Key_F5)
    assert beamer() is None


def test_another_workspace_puts_it_off(window: MainWindow, qtbot: QtBot) -> None:
    put_on(window, qtbot)
    window.forget_places()
    qtbot.waitUntil(lambda: beamer() is None)


def test_closing_the_program_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    put_on(window, qtbot)
    window.window().close()
    assert beamer() is None


def test_the_palette_offers_it(window: MainWindow) -> None:
    place = window.current_place
    assert isinstance(place, CapturePlace)
    assert "Beamer aanzetten" in [command.words for command in place.commands()]
    place.beamer.open()
    assert {"Beamer uitzetten", "Beamer afdekken"} <= {command.words for command in place.commands()}


def test_nothing_of_it_is_imported_before_it_is_put_on() -> None:
    code = (
        "import sys, bouwstenen_app.program; "
        "print([name for name in sys.modules if 'beamer' in name or name.endswith(('.stage', '.showing'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)

    assert sorted(eval(done.stdout)) == ["bouwstenen_app.domain.beamer", "bouwstenen_app.ui.places.beamer_acts"]


def test_the_window_of_the_facilitator_keeps_working_beside_it(window: MainWindow, qtbot: QtBot) -> None:
    put_on(window, qtbot)
    place = window.current_place
    assert isinstance(place, CapturePlace)
    line: QWidget = place.page.bar.line
    QTest.keyClicks(line, "Nog een inzicht")
    QTest.keyClick(line, Key.Key_Return)

    assert [block.title for block in canvas().stage.blocks] == ["Nog een inzicht", "Een inzicht"]


def test_the_codebook_is_one_key_away_and_shows_the_blocks_of_a_code(window: MainWindow) -> None:
    QTest.keyClick(window, Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    place = window.current_place
    assert isinstance(place, CodebookPlace)
    assert window.rail.current == "organise"
    police = next(code for code in place.acts.book.codes if code.name == "Politie")
    place.show_code(police.id)
    assert place.page.code.blocks.text() == "1 bouwsteen tonen"

    place.page.code.blocks.click()

    organise = window.current_place
    assert isinstance(organise, OrganisePlace)
    assert organise.selection.codes == {"domein": (police.id,)}
    assert place is window.place("codebook")


def test_the_button_in_ordenen_goes_to_the_codebook_and_esc_back(window: MainWindow) -> None:
    window.go("organise")
    button = next(one for one in window.header.findChildren(QPushButton) if one.text() == "Codeboek")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.current_place is window.place("codebook")

    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Escape)
    assert window.current_place is window.place("organise")


def test_a_document_dropped_on_rapport_is_read_back_beside_the_blocks_and_esc_goes_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go("report")
    report = window.current_place
    assert isinstance(report, ReportPlace)
    broken = tmp_path / "terug.docx"
    broken.write_bytes(b"geen Word")
    report.review_asked.emit((broken,))
    place = window.current_place
    assert isinstance(place, ReviewPlace)
    assert window.rail.current == "report"
    qtbot.waitUntil(lambda: not place.acts.busy, timeout=20_000)
    assert "terug.docx" in window.notice.text

    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Key.Key_Escape)
    assert window.current_place is report


def test_a_bundle_is_found_by_its_number_and_from_its_support(window: MainWindow, qtbot: QtBot) -> None:
    workplace = window.findChild(Workplace)
    assert workplace is not None
    block = workplace.desk.read(boards.select_blocks, Selection())[0]
    bundle = workplace.desk.do("Gebundeld", bundling.bundle_blocks, [block.id])

    def shown() -> str:
        place = window.current_place
        assert isinstance(place, OrganisePlace)
        view = place.views.view(BUNDLES)
        assert isinstance(view, BundlesView)
        assert place.views.current == BUNDLES
        return view.page.list.current

    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "k-01")
    QTest.keyClick(focused, Key.Key_Return)
    assert shown() == bundle

    window.go("insight")
    place = window.current_place
    assert isinstance(place, InsightPlace)
    place.go(SUPPORT)
    view = place.figures.support.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 1)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Key.Key_Return)
    assert shown() == bundle


def test_the_search_field_leads_to_every_card_of_a_long_page(window: MainWindow, qtbot: QtBot) -> None:
    for key, names in card_names().items():
        place = window.place(key)
        assert isinstance(place, SettingsPlace | ExchangePlace)
        assert set(names) <= {card.accessibleName() for card in place.findChildren(Card)}
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.header.search, "voorgoed")
    QTest.keyClick(window.header.search, Key.Key_Return)
    assert window.rail.current == "settings"

    def reached() -> bool:
        field = window.window().focusWidget()
        return field is not None and field.accessibleName().startswith("Nummer van de bouwsteen")

    qtbot.waitUntil(reached)


@pytest.mark.parametrize(
    ("typed", "card"),
    [("herstel", "Reservekopieën"), ("intrekken", "Voorgoed wissen"), ("bewaartermijn", "Bewaren")],
)
def test_a_card_is_found_by_another_word_for_it(window: MainWindow, qtbot: QtBot, typed: str, card: str) -> None:
    QTest.keyClick(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.header.search, typed)
    offered = f"Instellingen: {card} · "
    palette = window.command_palette
    qtbot.waitUntil(lambda: any(one.words.startswith(offered) for one in palette._shown))
    assert set(also_called()) <= set(card_names()["settings"])
