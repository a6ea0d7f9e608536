import datetime
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.hands import told

from bouwstenen_app.domain.blocks import INTERNAL
from bouwstenen_app.domain.recipes import KINDS, SUMMARY
from bouwstenen_app.services import auditing, boards, capturing, editions, filters, preparing, recipes
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.making_again import OVERWRITE, TAKE
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.report import ReportPlace
from bouwstenen_app.ui.remembered import RECIPE, TEMPLATE
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.line_button import LineButton

RESOURCES = Path(__file__).parents[3] / "resources"
NOW = datetime.datetime(2026, 11, 24, 14, 3)
Key = Qt.Key

Opened = Callable[[Store], ReportPlace]


@pytest.fixture
def opened(jobs: Jobs, show: Callable[..., ReportPlace], theme: Theme) -> Opened:
    template = RESOURCES / "templates" / "report.docx"
    return lambda store: show(ReportPlace(Desk(store), theme, jobs, template=template, now=lambda: NOW))


def await_text(qtbot: QtBot, place: ReportPlace, text: str) -> None:
    qtbot.waitUntil(lambda: text in place.preview.text(), timeout=20_000)


def words(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_the_pages_show_what_the_report_says(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    await_text(qtbot, place, "RH-001 Wijkagent en wijkteam samen aan de deur")
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
    export = place.header_actions()[-1]
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

    assert "Er zijn geen bouwstenen voor dit rapport: de werkmap is nog leeg." in place._empty._sentence.text()
    assert asked == ["capture"]


def test_a_long_title_of_a_session_stands_there_whole(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    sessions = opened(example_store).panel.blocks.workshops.items
    long = next(item for item in map(sessions.item, range(3)) if item.text().startswith("Kantelmomenten en acute"))
    short = next(item for item in map(sessions.item, range(3)) if item.text().startswith("Van signaal"))
    assert sessions.visualItemRect(long).height() > 1.5 * sessions.visualItemRect(short).height()
    assert sessions.visualItemRect(sessions.item(2)).bottom() < sessions.viewport().height()


def passage(place: ReportPlace, qtbot: QtBot) -> str:
    """Wait for the pages, and return the source of the first passage that the program wrote."""
    qtbot.waitUntil(lambda: bool(place.preview.sources), timeout=20_000)
    return next(source for source in place.preview.sources if source.startswith("text:"))


def test_every_kind_can_be_chosen_and_shows_its_pages(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    for kind in KINDS.values():
        place.recipes.choose(kind.slug)
        qtbot.waitUntil(lambda kind=kind: place.panel.kind.purpose.text() == kind.purpose)
        assert list(place.panel.sections.rows) == list(kind.sections)
        assert place.panel.blocks.about.isVisible() == bool(kind.about)
        title = place.recipe.title
        qtbot.waitUntil(lambda title=title: place.preview.text().strip().startswith(title), timeout=20_000)


def test_a_kind_about_something_is_about_what_is_ticked(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    place.recipes.choose("terugkoppeling")
    sessions = place.panel.blocks.about
    sessions.items.item(0).setCheckState(Qt.CheckState.Unchecked)
    sessions.items.item(1).setCheckState(Qt.CheckState.Unchecked)

    assert place.recipe.about == (sessions.items.item(2).data(Qt.ItemDataRole.UserRole),)


def test_a_part_is_moved_with_alt_and_an_arrow(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    first, second = list(place.panel.sections.rows)[:2]
    box = place.panel.sections.rows[first].box
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert place.recipe.sections[:2] == (second, first)
    assert place.panel.sections.order()[:2] == [second, first]
    assert box.hasFocus()
    undone = place._desk.undo()
    assert undone is not None
    assert place.panel.sections.order()[:2] == [first, second]


def test_a_part_is_moved_by_dragging_its_handle(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    rows = place.panel.sections
    names = rows.order()
    handle = rows.rows[names[0]]._handle
    below = rows.rows[names[3]]
    QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    at = below.mapToGlobal(below.rect().bottomLeft())
    rows.rows[names[0]].dragged.emit(at.y())
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)

    assert list(place.recipe.sections[:4]) == [*names[1:4], names[0]]


def test_a_report_keeps_one_part_at_least(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    sentences = told(place)
    boxes = [row.box for row in place.panel.sections.rows.values()]
    for box in boxes:
        if box.isChecked():
            box.click()

    assert sentences[-1].startswith("Een rapport heeft minstens één onderdeel.")
    assert len(place.recipe.sections) == 1
    assert sum(box.isChecked() for box in boxes) == 1


def test_a_text_under_a_heading_comes_on_the_pages_and_can_be_undone(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = opened(example_store)
    passage(place, qtbot)
    row = place.panel.sections.rows["themas"]
    row.box.setFocus()
    QTest.keyClick(row.box, Key.Key_Return)
    assert row.text.hasFocus()
    QTest.keyClicks(row.text, "Zo lees je dit hoofdstuk.")
    await_text(qtbot, place, "Zo lees je dit hoofdstuk.")

    assert (
        example_store.read(recipes.passages, place.recipe.id)["section:themas"].text == "Zo lees je dit hoofdstuk."
    )
    place._desk.undo()
    qtbot.waitUntil(lambda: "Zo lees je dit hoofdstuk." not in place.preview.text(), timeout=20_000)


def test_a_generated_passage_is_rewritten_and_taken_back(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = opened(example_store)
    source = passage(place, qtbot)
    place.preview.setFocus()
    QTest.keyClick(place.preview, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(place.preview, Key.Key_Return)
    card = place.passage
    assert card.isVisible()
    assert card.text.hasFocus()
    generated = card.text.toPlainText()
    card.text.selectAll()
    QTest.keyClicks(card.text, "Wij zeggen het zo.")
    await_text(qtbot, place, "Wij zeggen het zo.")
    assert generated.splitlines()[0] not in place.preview.text()
    assert place.preview._marks[source][1] == "eigen tekst"
    assert card._mark.text() == "eigen tekst"
    assert next(iter(place.panel.own.lines)).text().endswith(": Wij zeggen het zo.")

    card.reset.click()
    await_text(qtbot, place, generated.splitlines()[0])
    assert card.text.toPlainText() == generated
    QTest.keyClick(card.text, Key.Key_Escape)
    assert not card.isVisible()
    assert place.preview.hasFocus()
    assert not place.preview._marks


def test_r02_what_a_writer_types_in_a_report_is_looked_at(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = opened(example_store)
    source = passage(place, qtbot)
    row = place.panel.sections.rows["themas"]
    row.open_text()
    place.preview.passage_asked.emit(source)
    for text in (row.text, place.passage.text):
        text.setFocus()
        text.selectAll()
        QTest.keyClicks(text, "Mail j.devries@voorbeeld.nl")
        qtbot.waitUntil(lambda text=text: len(text.extraSelections()) == 1)  # type: ignore[misc]
        QTest.keyClick(text, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        assert text.toPlainText() == "Mail [e-mailadres]"


def test_a_passage_that_is_left_out_can_be_opened_again(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    source = passage(place, qtbot)
    place.preview.passage_asked.emit(source)
    generated = place.passage.text.toPlainText().splitlines()[0]
    place.passage.omit.click()
    qtbot.waitUntil(lambda: generated not in place.preview.text(), timeout=20_000)
    place.passage.close_card()
    line = place.panel.own.lines[0]
    assert line.text().endswith("(weggelaten)")
    line.click()
    place.passage.reset.click()

    await_text(qtbot, place, generated)


def test_a_generated_text_that_changed_since_is_told(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    source = passage(place, qtbot)
    example_store.do("Tekst", recipes.write_passage, place.recipe.id, source, "Eerder geschreven.", "0" * 12)
    place.pages.refresh()
    await_text(qtbot, place, "Eerder geschreven.")
    qtbot.waitUntil(lambda: source in place.preview._marks, timeout=20_000)
    assert place.preview._marks[source][1] == "eigen tekst; gegenereerde tekst veranderd"
    place.preview.passage_asked.emit(source)
    assert "is veranderd sinds je dit schreef" in place.passage._changed.text()
    place.passage.keep.click()

    assert not place.passage._changed.isVisible()
    assert example_store.read(recipes.passages, place.recipe.id)[source].text == "Eerder geschreven."


def test_a_recipe_is_saved_copied_renamed_and_thrown_away(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    bar = place.panel.recipes
    bar.save.click()
    QTest.keyClicks(bar.naming.line, "Stuurgroep")
    QTest.keyClick(bar.naming.line, Key.Key_Return)
    assert bar.choice.currentText() == "Stuurgroep"
    assert place.recipe.name == "Stuurgroep"
    bar.ask_copy()
    assert bar.naming.line.text() == "Stuurgroep (kopie)"
    QTest.keyClick(bar.naming.line, Key.Key_Return)
    bar.ask_rename()
    bar.naming.line.setText("Partners")
    QTest.keyClick(bar.naming.line, Key.Key_Return)
    assert [one.name for one in example_store.read(recipes.recipes)] == ["Stuurgroep", "Partners"]
    bar.move_asked.emit(-1)
    assert [one.name for one in example_store.read(recipes.recipes)] == ["Partners", "Stuurgroep"]
    bar.removal_asked.emit()

    assert [one.name for one in example_store.read(recipes.recipes)] == ["Stuurgroep"]
    assert place.recipe.name == ""
    place._desk.undo()
    assert bar.choice.count() == 3


def test_the_filter_counts_while_it_is_typed(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    blocks = place.panel.blocks
    qtbot.waitUntil(lambda: blocks.count.text() == "122 bouwstenen")
    blocks.query.setFocus()
    QTest.keyClicks(blocks.query, "wijkagent")
    qtbot.waitUntil(lambda: blocks.count.text() == "4 bouwstenen")
    await_text(qtbot, place, "4 bouwstenen uit")
    QTest.keyClicks(blocks.query, " bestaatniet")
    qtbot.waitUntil(place._empty.isVisible, timeout=20_000)
    assert "Zoek ruimer." in place._empty._sentence.text()
    assert place._empty.button is not None
    place._empty.button.click()

    await_text(qtbot, place, "122 bouwstenen")
    assert place.recipe.query == ""


def test_a_saved_filter_is_chosen_for_the_report(opened: Opened, example_store: Store) -> None:
    example_store.do("Filter", filters.save, "Wijk", Selection(query="wijkagent"))
    place = opened(example_store)
    place.panel.blocks.filters.chosen.emit(example_store.read(filters.filters)[0].id)

    assert place.recipe.query == "wijkagent"
    assert place.panel.blocks.query.text() == "wijkagent"


def test_a_quote_is_chosen_in_the_place(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    passage(place, qtbot)
    place.quotes.choose()
    assert place.quotes._picker is not None
    QTest.keyClicks(place.quotes._picker.search, "RH-001")
    QTest.keyClick(place.quotes._picker.search, Key.Key_Return)
    qtbot.waitUntil(lambda: any("RH-001" in line.text() for line in place.panel.quotes.lines), timeout=20_000)

    block = next(b for b in example_store.read(boards.select_blocks, Selection()) if b.spoken_id == "RH-001")
    assert block.exemplary


def test_what_may_be_personal_is_listed_and_going_on_asks_a_reason(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    line = "Bel haar vb: Zij is te bereiken op 06-12345678"
    example_store.do("Bouwsteen", capturing.capture, line, workshop=workshop)
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    asked: list[str] = []
    place.block_asked.connect(asked.append)
    qtbot.waitUntil(place.panel.alerts.isVisible, timeout=20_000)
    place.header_actions()[-1].click()  # type: ignore[attr-defined]
    qtbot.waitUntil(place.findings.isVisible, timeout=20_000)
    found = place.findings.findChildren(LineButton)[0]
    assert "telefoonnummer “06-12345678”" in found.text()
    found.click()
    assert len(asked) == 1
    place.exports.export()
    assert not target.exists()
    assert place.findings.reason.hasFocus()
    QTest.keyClicks(place.findings.reason, "Nummer van de balie")
    QTest.keyClick(place.findings.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)

    edition = example_store.read(editions.editions)[0]
    assert (edition.reason, edition.blocks) == ("Nummer van de balie", 123)
    assert edition.findings >= 1
    assert "toch geëxporteerd: Nummer van de balie" in place.panel.made.lines[0].text()  # type: ignore[attr-defined]


def test_r03_one_key_at_the_gate_puts_a_role_in_the_place_and_the_log_counts_what_is_red(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    for line in ("Bel haar op 06-12345678", "Bsn 123456782 op de lijst", "Annet de Vries komt altijd"):
        example_store.do("Bouwsteen", capturing.capture, line, workshop=workshop)
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    place.exports.export()
    qtbot.waitUntil(place.findings.isVisible, timeout=20_000)
    QTest.keyClick(place.findings, Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    titles = {block.title for block in example_store.read(boards.select_blocks, Selection())}
    assert "Bel haar op [telefoonnummer]" in titles

    # What came in while it was asked is shown first, whatever reason was given.
    place.findings.reason.setText("Met de regio afgesproken")
    example_store.do("Bouwsteen", capturing.capture, "Mail naar k.visser@ziggo.nl", workshop=workshop)
    place.exports.export()
    qtbot.waitUntil(
        lambda: any("ziggo" in one.text() for one in place.findings.findChildren(LineButton)), timeout=20_000
    )
    qtbot.waitUntil(place.findings.isVisible, timeout=20_000)
    assert not target.exists()

    place.findings.reason.setText("Met de regio afgesproken")
    place.exports.export()
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)
    line = example_store.read(auditing.entries, example_store.laptop)[0].line
    assert (line.kind, line.overruled) == ("geconsolideerd", 2)


def test_the_data_behind_a_report_are_looked_over_themselves(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    line = "Bel haar vb: Zij is te bereiken op 06-12345678"
    example_store.do("Bouwsteen", capturing.capture, line, workshop=workshop)
    target = tmp_path / "gegevens.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    place.recipes.choose(SUMMARY.slug)
    place.panel.format._buttons["excel"].click()

    place.exports.export()
    qtbot.waitUntil(lambda: place.findings.isVisible() or target.exists(), timeout=20_000)

    assert not target.exists()
    assert any("telefoonnummer “06-12345678”" in line.text() for line in place.findings.findChildren(LineButton))


def test_the_place_in_the_text_stays_when_the_pages_change(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = opened(example_store)
    qtbot.waitUntil(lambda: place.preview.pages > 30, timeout=20_000)
    bar = place.preview.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    QTest.keyClicks(place.panel.fields.title, " voor iedereen")
    await_text(qtbot, place, "voor iedereen")

    assert bar.value() == before


def test_the_pages_can_be_shown_larger_and_alone(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    passage(place, qtbot)
    fits = place.preview.percent
    place.preview.setFocus()
    QTest.keyClick(place.preview, Key.Key_Plus)
    assert place.preview.percent > fits
    QTest.keyClick(place.preview, Key.Key_0)
    assert place.preview.percent == fits
    place.pages_bar.alone.click()
    assert not place._side.isVisible()
    place.pages_bar.alone.click()
    assert place._side.isVisible()


def test_the_template_is_looked_over(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    place.panel.check_template.click()
    qtbot.waitUntil(lambda: "is te gebruiken" in place.panel._template_said.text(), timeout=20_000)
    place.panel.check_template.click()

    assert place.panel._template_said.text() == ""


def test_a_template_that_cannot_be_used_is_said_and_ours_is_shown(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "stuk.docx"
    broken.write_bytes(b"geen Word")
    example_store.remember(TEMPLATE, str(broken))
    place = opened(example_store)

    await_text(qtbot, place, "122 bouwstenen")
    qtbot.waitUntil(lambda: "stuk.docx" in place.panel._template_said.text(), timeout=20_000)


def test_the_commands_name_every_kind(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    said = {command.words: command for command in place.commands()}
    assert {f"Rapport: {kind.name}" for kind in KINDS.values()} <= set(said)
    said["Rapport: Themadossier"].act()

    assert place.recipe.kind == "themadossier"
    assert place.panel.blocks.about.items.count() > 10


@pytest.mark.parametrize(
    ("form", "begins"), [("markdown", b"# Bestuurlijke samenvatting"), ("excel", b"PK"), ("pdf", b"%PDF-")]
)
def test_a_report_goes_out_in_other_forms_too(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, form: str, begins: bytes
) -> None:
    place = opened(example_store)
    place.recipes.choose("samenvatting")
    place.panel.format._buttons[form].click()
    assert place.header_actions()[-1].text() == f"Exporteer {place.exports.form.name}"  # type: ignore[attr-defined]
    target = tmp_path / f"rapport{place.exports.form.ending}"
    place.export_to(target)
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=60_000)

    assert target.read_bytes().startswith(begins)
    assert place.bar.text.startswith(f"Opgeslagen: {target.name}")
    assert opened(example_store).exports.form.key == form


def worked_in(file: Path, was: str, now: str) -> None:
    """Change a text in a Word file, as a person does."""
    document = Document(str(file))
    paragraph = next(one for one in document.paragraphs if one.text == was)
    paragraph.runs[0].text = now
    for run in paragraph.runs[1:]:
        run.text = ""
    document.save(str(file))


@pytest.fixture
def worked_on(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[ReportPlace, Path, str]:
    """Export a document and change a sentence of it in Word; export over it again, up to the question."""
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    source = passage(place, qtbot)
    generated = place.pages._passages[source].generated
    place.exports.export()
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)
    worked_in(target, generated, "Zo staat het in Word.")
    place.exports.export()
    qtbot.waitUntil(place.altered.isVisible, timeout=30_000)
    return place, target, source


def test_what_was_written_in_the_file_stays_unless_someone_says_otherwise(
    worked_on: tuple[ReportPlace, Path, str], qtbot: QtBot
) -> None:
    place, target, _ = worked_on
    assert place.altered._title.text() == "In “rapport.docx” is gewerkt: 1 tekst is daar veranderd."
    before = target.stat().st_mtime_ns
    place.exports.export()
    qtbot.waitUntil(lambda: target.stat().st_mtime_ns != before and not place.exporting, timeout=30_000)

    assert "Zo staat het in Word." in words(target)


def test_what_was_written_in_the_file_is_taken_over(
    worked_on: tuple[ReportPlace, Path, str], example_store: Store, qtbot: QtBot
) -> None:
    place, _target, source = worked_on
    place.altered.choices[0]._buttons[TAKE].click()
    place.altered.go_on.click()
    qtbot.waitUntil(lambda: not place.exporting, timeout=30_000)
    await_text(qtbot, place, "Zo staat het in Word.")

    assert example_store.read(recipes.passages, place.recipe.id)[source].text == "Zo staat het in Word."


def test_what_was_written_in_the_file_is_written_over_when_that_is_chosen(
    worked_on: tuple[ReportPlace, Path, str], qtbot: QtBot
) -> None:
    place, target, source = worked_on
    place.altered.choices[0]._buttons[OVERWRITE].click()
    before = target.stat().st_mtime_ns
    place.altered.go_on.click()
    qtbot.waitUntil(lambda: target.stat().st_mtime_ns != before and not place.exporting, timeout=30_000)

    assert "Zo staat het in Word." not in words(target)
    assert place.pages._passages[source].generated in words(target)


def test_a_file_that_someone_worked_in_can_be_left_alone(worked_on: tuple[ReportPlace, Path, str]) -> None:
    place, target, _ = worked_on
    before = target.stat().st_mtime_ns
    QTest.keyClick(place.altered.go_on, Key.Key_Escape)

    assert not place.altered.isVisible()
    assert not place.exporting
    assert target.stat().st_mtime_ns == before


def test_tab_goes_through_the_recipe_from_top_to_bottom(opened: Opened, example_store: Store, qtbot: QtBot) -> None:
    place = opened(example_store)
    passage(place, qtbot)
    place.recipes.choose("themadossier")
    place.recipes.choose("geconsolideerd")
    QApplication.processEvents()
    heights: list[int] = []
    for _ in range(200):
        focused = QApplication.focusWidget()
        if focused is None or not place.panel.isAncestorOf(focused):
            break
        heights.append(focused.mapTo(place.panel, focused.rect().center()).y())
        QTest.keyClick(focused, Key.Key_Tab)

    assert len(heights) > 40
    assert all(above <= below + 12 for above, below in pairwise(heights))


def test_another_recipe_is_shown_also_in_the_field_that_has_the_focus(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    place.panel.fields.title.setFocus()
    place.recipes.choose("codeboek")

    assert place.panel.fields.title.text() == "Codeboek"
    assert place.subtitle() == "Codeboek"


def test_what_is_typed_is_one_step_when_the_fingers_rest(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    title = place.panel.fields.title
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Voor de stuurgroep")
    assert place.recipe.title == "Voor de stuurgroep"
    assert example_store.read(recipes.standard, place.recipe.kind).title != "Voor de stuurgroep"
    QTest.keyClick(title, Key.Key_Tab)
    assert example_store.read(recipes.standard, place.recipe.kind).title == "Voor de stuurgroep"
    step = place._desk.undoable()

    assert step is not None
    assert step.label == "Titel van het rapport veranderd"


def test_blocks_are_read_again_only_when_they_or_the_choice_of_them_changed(
    opened: Opened, example_store: Store, qtbot: QtBot
) -> None:
    place = opened(example_store)
    await_text(qtbot, place, "122 bouwstenen")
    assert place.pages.current is not None
    first = place.pages.current.material.blocks
    QTest.keyClicks(place.panel.fields.title, " voor iedereen")
    await_text(qtbot, place, "voor iedereen")
    assert place.pages.current.material.blocks is first
    workshop = example_store.read(preparing.workshops)[0].id
    place._desk.do("Bouwsteen", capturing.capture, "Net bedacht @zorg #leefwereld", workshop=workshop)
    await_text(qtbot, place, "123 bouwstenen")
    QTest.keyClicks(place.panel.blocks.query, "wijkagent")

    await_text(qtbot, place, "4 bouwstenen uit")


def test_what_is_still_being_typed_goes_out_too(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    passage(place, qtbot)
    row = place.panel.sections.rows["themas"]
    row.open_text()
    QTest.keyClicks(row.text, "Nog maar net getypt.")
    place._export_now()
    qtbot.waitUntil(lambda: target.exists() and not place.exporting, timeout=30_000)

    assert "Nog maar net getypt." in words(target)


def test_what_is_still_being_typed_is_kept_when_the_file_is_closed(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    row = place.panel.sections.rows["themas"]
    row.open_text()
    QTest.keyClicks(row.text, "Nog maar net getypt.")
    place.panel.fields.title.setText("Half")
    place.panel.fields.typed.emit("title", "Half")
    place._desk.closing.emit()

    assert example_store.read(recipes.passages, place.recipe.id)["section:themas"].text == "Nog maar net getypt."
    assert example_store.read(recipes.standard, place.recipe.kind).title == "Half"


def test_remarks_that_nobody_read_are_not_written_over_unseen(
    worked_on: tuple[ReportPlace, Path, str], qtbot: QtBot
) -> None:
    place, target, _ = worked_on
    place.altered.close_card()
    document = Document(str(target))
    document.add_comment(next(one for one in document.paragraphs if one.text).runs, "Klopt dit?", author="Anne")
    document.save(str(target))
    asked: list[tuple[Path, ...]] = []
    place.review_asked.connect(asked.append)
    place.again.write_to(target)
    qtbot.waitUntil(place.altered.isVisible, timeout=30_000)
    assert "1 opmerking" in place.altered._warning.text()
    place.altered.read.click()

    assert asked == [(target,)]
    assert not place.altered.isVisible()


def test_r03_fifteen_blocks_with_an_identifier_are_fifteen_in_the_gate_and_none_goes_out_without_a_reason(
    opened: Opened, example_store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    lines = [f"Bel haar op 06-123456{number}" for number in range(10, 25)]
    example_store.do("Bouwstenen", capturing.capture_lines, lines, workshop=workshop)
    target = tmp_path / "rapport.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    place = opened(example_store)
    qtbot.waitUntil(place.panel.alerts.isVisible, timeout=20_000)
    place.exports.export()
    qtbot.waitUntil(place.findings.isVisible, timeout=20_000)
    shown = [button.text() for button in place.findings.findChildren(LineButton) if button.isVisible()]
    assert all(any(line[-11:] in text for text in shown) for line in lines)
    place.exports.export()
    assert not target.exists()
    assert place.findings.reason.hasFocus()
