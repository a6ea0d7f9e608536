import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import INTERNAL
from bouwstenen_app.services import boards, capturing, preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.remembered import RECIPE, TEMPLATE
from bouwstenen_app.ui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"
NOW = datetime.datetime(2026, 11, 24, 14, 3)
Key = Qt.Key

Opened = Callable[[Store], ReportPlace]


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES, choice="licht")


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Iterator[Opened]:
    made: list[tuple[QMainWindow, Jobs]] = []

    def make(store: Store) -> ReportPlace:
        window, jobs = QMainWindow(), Jobs()
        template = RESOURCES / "templates" / "report.docx"
        place = ReportPlace(Desk(store), theme, jobs, template=template, now=lambda: NOW)
        window.setCentralWidget(place)
        window.resize(1320, 840)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        place.activated()
        made.append((window, jobs))
        return place

    yield make
    for window, jobs in made:
        jobs.cancel_all()
        QApplication.processEvents()
        window.close()


def told(place: ReportPlace) -> list[str]:
    sentences: list[str] = []
    place.told.connect(lambda sentence, _: sentences.append(sentence))
    place.problem_told.connect(sentences.append)
    return sentences


def await_text(qtbot: QtBot, place: ReportPlace, text: str) -> None:
    qtbot.waitUntil(lambda: text in place.preview.text(), timeout=20_000)


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_pages_show_what_the_report_says(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    await_text(qtbot, place, "Wijkagent en wijkteam samen aan de deur (RH-001)")
    qtbot.waitUntil(lambda: place.preview.pages > 30, timeout=20_000)

    assert "Bijlage C: codeboek" in place.preview.text()
    assert "122 bouwstenen uit 3 sessies" in place.preview.text()
    assert "bladzijden" in place.preview.accessibleDescription()


def test_the_pages_follow_the_recipe(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    await_text(qtbot, place, "Bouwstenen uit de praktijk")
    place.panel.fields.title.selectAll()
    QTest.keyClicks(place.panel.fields.title, "Voor de stuurgroep")
    place.panel.sections.rows["codeboek"].box.click()
    await_text(qtbot, place, "Voor de stuurgroep")

    qtbot.waitUntil(lambda: "Tags in de dimensie" not in place.preview.text(), timeout=20_000)
    assert place.subtitle() == "Voor de stuurgroep"


def test_the_pages_follow_the_data(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    await_text(qtbot, place, "122 bouwstenen")
    workshop = example_store.read(preparing.workshops)[0].id
    place._desk.do("Bouwsteen", capturing.capture, "Net bedacht @zorg #leefwereld", workshop=workshop)

    await_text(qtbot, place, "Net bedacht")


def test_sessions_are_chosen_one_by_one(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    sessions = place.panel.blocks.workshops
    assert place.recipe.workshops == ()
    sessions.items.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not sessions.everything.isChecked()
    assert len(place.recipe.workshops) == 2
    await_text(qtbot, place, "81 bouwstenen uit 2 sessies")

    sessions.everything.click()
    assert place.recipe.workshops == ()


def test_what_stays_out_is_said_and_internal_blocks_can_come_in(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    first = example_store.read(boards.blocks_of, workshop)[0]
    example_store.do("Intern", capturing.edit_block, first.id, release=INTERNAL)
    place = opened(example_store)
    await_text(qtbot, place, "121 bouwstenen")
    said = "1 bouwsteen blijft erbuiten: achtergehouden of nog niet vrijgegeven."
    qtbot.waitUntil(lambda: place.panel.blocks._left_out.text() == said, timeout=20_000)
    place.panel.blocks.releases[INTERNAL].click()

    await_text(qtbot, place, "122 bouwstenen")
    assert INTERNAL in place.recipe.releases
    assert not place.panel.blocks.warning.isVisible()


def test_a_recipe_is_kept_for_the_next_time(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    QTest.keyClicks(place.panel.fields.lines["circulation"], "stuurgroep")
    place.panel.fields.status._buttons["meeleesversie"].click()
    place.panel.blocks.workshops.items.item(1).setCheckState(Qt.CheckState.Unchecked)
    again = opened(example_store)

    assert again.recipe == place.recipe
    assert again.recipe.circulation == "stuurgroep"
    assert again.recipe.status == "meeleesversie"
    assert len(again.recipe.workshops) == 2


def test_a_recipe_that_cannot_be_read_is_no_obstacle(opened: Opened, example_store: Store) -> None:
    example_store.remember(RECIPE, "geen recept")

    assert opened(example_store).recipe.title == "Bouwstenen uit de praktijk"


def test_the_export_is_a_word_file_with_everything(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    target = tmp_path / "rapport.docx"
    place.export_to(target)
    assert place.exporting
    assert place.bar.isVisible()
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)

    assert place.bar.text == "Opgeslagen: rapport.docx"
    assert place.bar.open.isVisible()
    assert "Wijkagent en wijkteam samen aan de deur" in words(target)
    assert [file.name for file in tmp_path.glob("*.part")] == []


def test_control_e_asks_where_and_remembers_the_folder(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(example_store)
    asked: list[str] = []

    def answer(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        asked.append(start)
        return str(tmp_path / "mijn map" / "rapport"), ""

    (tmp_path / "mijn map").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    export = place.header_actions()[0]
    qtbot.addWidget(export)
    export.click()
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)
    export.click()
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)

    assert (tmp_path / "mijn map" / "rapport.docx").exists()
    assert asked[0].endswith("Bouwstenen uit de praktijk.docx")
    assert Path(asked[1]).parent == tmp_path / "mijn map"


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    sentences = told(place)
    place.export_to(tmp_path / "weg" / "rapport.docx")
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)

    assert len(sentences) == 1
    assert "bestaat niet" in sentences[0]
    assert not place.bar.isVisible()


def test_an_export_can_be_stopped_and_leaves_nothing(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    sentences = told(place)
    place.export_to(tmp_path / "rapport.docx")
    place.bar.cancel.click()
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)

    assert sentences == ["Gestopt. Er is geen bestand geschreven."]
    assert list(tmp_path.glob("rapport*")) == []


def test_the_window_stays_alive_while_the_file_is_written(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    place = opened(example_store)
    place.export_to(tmp_path / "rapport.docx")
    author = place.panel.fields.lines["author"]
    QTest.keyClicks(author, "Team")
    assert author.text() == "Team"
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)


def test_a_template_of_the_user_is_used_and_can_be_dropped(
    opened: Opened, example_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(example_store)
    own = tmp_path / "huisstijl.docx"
    own.write_bytes((RESOURCES / "templates" / "report.docx").read_bytes())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    place.panel.choose_template.click()
    assert place.word.template == own
    assert example_store.recall(TEMPLATE) == str(own)

    place.panel.drop_template.click()
    assert place.word.template == RESOURCES / "templates" / "report.docx"


def test_without_blocks_the_place_says_what_to_do(opened: Opened, empty_store: Store, qtbot: QtBot) -> None:
    place = opened(empty_store)
    qtbot.waitUntil(place._empty.isVisible, timeout=20_000)
    asked: list[str] = []
    place.place_asked.connect(asked.append)
    place._empty.accepted.emit()

    assert "Er zijn geen bouwstenen voor dit rapport." in place._empty._sentence.text()
    assert asked == ["capture"]


def test_a_long_title_of_a_session_stands_there_whole(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    sessions = opened(example_store).panel.blocks.workshops.items
    long = next(item for item in map(sessions.item, range(3)) if item.text().startswith("Kantelmomenten en acute"))
    short = next(item for item in map(sessions.item, range(3)) if item.text().startswith("Van signaal"))
    assert sessions.visualItemRect(long).height() > 1.5 * sessions.visualItemRect(short).height()
    assert sessions.visualItemRect(sessions.item(2)).bottom() < sessions.viewport().height()
