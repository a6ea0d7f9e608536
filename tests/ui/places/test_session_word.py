"""The documents of a session: agenda and cards from *Sessies*, and the feedback report with one key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.hands import told

from bouwstenen_app.domain.workshops import RUNNING
from bouwstenen_app.services import boards, capturing, editions, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.sessions import SessionsPlace
from bouwstenen_app.ui.remembered import TEMPLATE
from bouwstenen_app.ui.widgets.findings_card import FindingsCard
from bouwstenen_app.ui.widgets.line_button import LineButton

RESOURCES = Path(__file__).parents[3] / "resources"
Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
Opened = Callable[[Store], SessionsPlace]


@pytest.fixture
def opened(planned: Callable[..., SessionsPlace]) -> Opened:
    return planned


class Answers:
    """What a person answers when a place to save is asked; keeps what was suggested."""

    def __init__(self, *answers: Path | None) -> None:
        self.answers = list(answers)
        self.suggested: list[str] = []

    def __call__(self, _parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        self.suggested.append(suggested)
        answer = self.answers.pop(0)
        return ("" if answer is None else str(answer), "")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answers]:
    def answer(*answers: Path | None) -> Answers:
        given = Answers(*answers)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", given)
        return given

    return answer


def done(qtbot: QtBot, place: SessionsPlace) -> None:
    qtbot.waitUntil(lambda: not place.word._word.busy, timeout=20_000)


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_agenda_is_written_and_can_be_opened(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    place = opened(example_store)
    given = asked(tmp_path / "Draaiboek")
    button = place.detail.exports.agenda
    button.setFocus()
    QTest.keyClick(button, Key.Key_Return)
    done(qtbot, place)

    assert Path(given.suggested[0]).name.startswith("Draaiboek Onafhankelijk melden")
    assert "Wat staat er voor jou op het spel?" in words(tmp_path / "Draaiboek.docx")
    assert place.word.bar.text == "Opgeslagen: Draaiboek.docx"
    assert place.word.bar.open.hasFocus()
    opened_urls: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_urls.append(url.toLocalFile()))
    QTest.keyClick(place.word.bar.open, Key.Key_Return)
    assert opened_urls == [str(tmp_path / "Draaiboek.docx")]


def test_cards_are_written_empty_and_filled(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    given = asked(tmp_path / "leeg.docx", tmp_path / "vol.docx")
    for button in (place.detail.exports.empty_cards, place.detail.exports.cards):
        button.click()
        done(qtbot, place)

    assert "Wat is ervoor nodig?" in words(tmp_path / "leeg.docx")
    assert "RN-001" in words(tmp_path / "vol.docx") or "-001" in words(tmp_path / "vol.docx")
    assert Path(given.suggested[1]).parent == tmp_path
    assert place._desk.recall("rapport/map") == str(tmp_path)


def test_without_blocks_there_are_no_cards_to_fill(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)

    assert not place.detail.exports.cards.isVisible()
    assert place.detail.exports.empty_cards.isVisible()


def test_one_key_writes_the_feedback_report_and_after_that_it_asks_no_more(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    given = asked(tmp_path / "verslag.docx")
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    assert Path(given.suggested[0]).name.startswith("Terugkoppeling Onafhankelijk melden")
    assert "Terugkoppeling aan de deelnemers" in words(tmp_path / "verslag.docx")
    assert "Concept — sessie loopt" not in words(tmp_path / "verslag.docx")

    example_store.do("Loopt", preparing.edit_workshop, place._current, state=RUNNING)
    place.refresh()
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    assert len(given.suggested) == 1
    assert "Concept — sessie loopt" in words(tmp_path / "verslag.docx")


def test_a_report_that_someone_worked_on_is_never_written_over(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    first, second = tmp_path / "verslag.docx", tmp_path / "verslag 2.docx"
    given = asked(first, second)
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    document = Document(str(first))
    document.add_paragraph("Zelf bijgeschreven")
    document.save(str(first))

    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    assert len(given.suggested) == 2
    assert "Zelf bijgeschreven" in words(first)
    assert second.exists()


def test_each_session_has_a_report_of_its_own(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    given = asked(tmp_path / "een.docx", tmp_path / "twee.docx")
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    QTest.keyClick(place.list, Key.Key_Down)
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)

    assert len(given.suggested) == 2
    assert words(tmp_path / "een.docx") != words(tmp_path / "twee.docx")


def test_nothing_is_written_when_no_place_is_chosen(
    opened: Opened, example_store: Store, asked: Callable[..., Answers]
) -> None:
    place = opened(example_store)
    asked(None, None)
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    place.detail.exports.agenda.click()

    assert not place.word._word.busy
    assert not place.word.bar.isVisible()


def test_a_session_without_blocks_has_nothing_to_feed_back(
    opened: Opened, empty_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)
    sentences = told(place)
    given = asked(tmp_path / "verslag.docx")
    QTest.keyClick(place.list, Key.Key_E, Ctrl)

    assert given.suggested == []
    assert sentences == ["Er zijn nog geen bouwstenen in deze sessie. Leg er eerst een vast."]


def test_a_file_that_is_open_elsewhere_is_said(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    sentences = told(place)
    (tmp_path / ".~lock.verslag.docx#").write_text("Word", encoding="utf-8")
    asked(tmp_path / "verslag.docx")
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)

    assert "nog open in een ander programma" in sentences[0]
    assert not place.word.bar.isVisible()


def test_a_folder_that_is_gone_is_said_and_asked_again(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    sentences = told(place)
    asked(tmp_path / "weg" / "verslag.docx", tmp_path / "verslag.docx")
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    assert "bestaat niet" in sentences[0]

    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    done(qtbot, place)
    assert (tmp_path / "verslag.docx").exists()


def test_a_second_document_waits_for_the_first(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    sentences = told(place)
    asked(tmp_path / "een.docx")
    place.detail.exports.agenda.click()
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    place.detail.exports.empty_cards.click()
    assert sentences == ["Er wordt al een document geschreven. Wacht tot het klaar is."] * 2
    done(qtbot, place)


def test_stopping_leaves_no_file(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    sentences = told(place)
    asked(tmp_path / "kaarten.docx")
    QTimer.singleShot(0, place.word.bar.cancel, place.word.bar.cancel.click)
    place.detail.exports.cards.click()
    done(qtbot, place)

    assert sentences == ["Gestopt. Er is geen bestand geschreven."]
    assert list(tmp_path.glob("kaarten*")) == []


def test_what_a_house_style_makes_hard_to_read_is_told_with_the_document(
    opened: Opened, example_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    document = Document(str(RESOURCES / "templates" / "report.docx"))
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xDD, 0xDD, 0xDD)
    document.save(str(tmp_path / "licht.docx"))
    place = opened(example_store)
    place._desk.remember(TEMPLATE, str(tmp_path / "licht.docx"))
    asked(tmp_path / "Draaiboek.docx")
    place.detail.exports.agenda.click()
    done(qtbot, place)

    said = place.word.bar.text.splitlines()
    assert said[0] == "Opgeslagen: Draaiboek.docx"
    assert any("De letters van de stijl Heading 1 hebben te weinig contrast" in line for line in said[1:])


PHONE = "Bel 06-12345678 als het misgaat"


def phoned(store: Store) -> None:
    """Put a phone number in the newest session, and open that one first."""
    workshop = store.do("Sessie", preparing.create_workshop, title="Met nummer").result
    store.do("Bouwsteen", capturing.capture, PHONE, workshop=workshop)
    store.do("Bouwsteen", capturing.capture, "Annet de Vries komt altijd", workshop=workshop)


def found_in(card: FindingsCard) -> list[str]:
    return [line.text() for line in card.findChildren(LineButton) if line.isVisibleTo(card)]


def held_up(place: SessionsPlace, qtbot: QtBot) -> FindingsCard:
    """Ask for the report with its key, and return the card that holds it up."""
    card = place.word.findings
    QTest.keyClick(place.list, Key.Key_E, Ctrl)
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    done(qtbot, place)
    return card


def test_r03_one_key_puts_a_role_in_the_place_and_the_document_is_written_without_a_reason(
    opened: Opened, empty_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    phoned(empty_store)
    place = opened(empty_store)
    asked(tmp_path / "verslag.docx")
    card = held_up(place, qtbot)
    (block, *_) = (one for one in empty_store.read(boards.select_blocks, Selection()) if "06" in one.title)
    with qtbot.waitSignal(place.block_asked) as there:
        card.findChildren(LineButton)[0].click()
    assert there.args == [block.id]

    QTest.keyClick(card, Key.Key_H, Ctrl)
    assert [one for one in found_in(card) if "Ernstig" in one and "06-12345678" in one] == []
    QTest.keyClick(card.go_on, Key.Key_E, Ctrl)
    qtbot.waitUntil((tmp_path / "verslag.docx").exists, timeout=20_000)
    done(qtbot, place)
    assert "Bel [telefoonnummer] als het misgaat" in words(tmp_path / "verslag.docx")
    assert empty_store.read(editions.editions) == ()


def test_a_document_with_an_identifier_is_shown_first_and_needs_a_reason(
    opened: Opened, empty_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    phoned(empty_store)
    place = opened(empty_store)
    asked(tmp_path / "verslag.docx")
    card = held_up(place, qtbot)
    assert any(
        label.text().startswith("verslag.docx: 1 persoonsgegeven gevonden") for label in card.findChildren(QLabel)
    )
    assert any("Ernstig" in line and "06-12345678" in line for line in found_in(card))
    assert not (tmp_path / "verslag.docx").exists()

    QTest.keyClick(card.go_on, Key.Key_E, Ctrl)
    assert card.reason.hasFocus()
    QTest.keyClicks(card.reason, "Met de regio afgesproken")
    QTest.keyClick(card.reason, Key.Key_Return)
    qtbot.waitUntil((tmp_path / "verslag.docx").exists, timeout=20_000)
    done(qtbot, place)

    assert place.list.hasFocus()
    (edition,) = empty_store.read(editions.editions)
    assert (edition.kind, edition.reason) == ("terugkoppeling", "Met de regio afgesproken")
    assert edition.findings == 2


def test_not_yet_writes_nothing_and_after_mending_it_is_written_at_once(
    opened: Opened, empty_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    phoned(empty_store)
    place = opened(empty_store)
    sentences = told(place)
    asked(tmp_path / "een.docx", tmp_path / "twee.docx")
    place.detail.exports.cards.click()
    qtbot.waitUntil(place.word.findings.isVisible, timeout=20_000)
    done(qtbot, place)
    QTest.keyClick(place.word.findings.go_on, Key.Key_Escape)
    assert sentences == ["Er is geen bestand geschreven."]
    assert list(tmp_path.glob("een*")) == []

    (block, *_) = (one for one in empty_store.read(boards.select_blocks, Selection()) if "06" in one.title)
    empty_store.do("Weg", capturing.edit_block, block.id, title="Bel als het misgaat")
    place.detail.exports.cards.click()
    qtbot.waitUntil((tmp_path / "twee.docx").exists, timeout=20_000)
    done(qtbot, place)

    assert place.word.findings.isHidden()
    assert "Opgeslagen: twee.docx\n2 mogelijke namen" in place.word.bar.text
    assert empty_store.read(editions.editions) == ()


def test_what_came_in_while_it_waited_is_shown_too(
    opened: Opened, empty_store: Store, asked: Callable[..., Answers], qtbot: QtBot, tmp_path: Path
) -> None:
    phoned(empty_store)
    place = opened(empty_store)
    asked(tmp_path / "verslag.docx")
    card = held_up(place, qtbot)
    empty_store.do("Nog een", capturing.capture, "Mail naar jan@voorbeeld.nl", workshop=place._current)
    QTest.keyClicks(card.reason, "Afgesproken")
    QTest.keyClick(card.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: any("jan@voorbeeld.nl" in line for line in found_in(card)), timeout=20_000)
    done(qtbot, place)

    assert card.isVisible()
    assert not (tmp_path / "verslag.docx").exists()
