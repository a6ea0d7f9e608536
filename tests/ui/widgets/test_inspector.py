from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.workshops import Cluster, Round, Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.choice import Choice, Count
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.inspector import Inspector
from bouwstenen_app.ui.widgets.words import ElidedLabel

WORKSHOP = Workshop(
    "w",
    "Proef",
    rounds=(Round("r1", "Ronde 1: signalen", 1), Round("p", "Pauze"), Round("r2", "Ronde 2: wat werkt al", 2)),
    clusters=(Cluster("c1", "Samen optrekken"),),
)


@pytest.fixture
def block(codebook: Codebook) -> Block:
    codes = [("domein", "politie"), ("thema", "kantelmomenten"), ("soort", "knelpunt")]
    return Block(
        "a" * 32, "RH-007", 7, "w", "Eerst bellen", round=1, captured_at="2026-11-24T14:03:00",
        codes=tuple(codebook.by_slug[code].id for code in codes), unknown_tags=("#nieuwigheid",),
    )  # fmt: skip


@pytest.fixture
def inspector(theme: Theme, codebook: Codebook, block: Block, qtbot: QtBot) -> Inspector:
    inspector = Inspector(theme, codebook)
    inspector.setFixedSize(354, 800)
    qtbot.addWidget(inspector)
    inspector.set_workshop(WORKSHOP)
    inspector.show_blocks([block])
    inspector.show()
    return inspector


def named(inspector: Inspector, kind: type[QWidget], name: str) -> QWidget:
    return next(one for one in inspector.findChildren(kind) if one.accessibleName() == name)  # type: ignore[attr-defined]


def edits(inspector: Inspector) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    inspector.field_edited.connect(lambda _, name, value: found.append((name, value)))
    inspector.codes_edited.connect(lambda _, slug, codes: found.append((slug, list(codes))))
    return found


def test_it_says_the_day_of_a_block_and_of_today_the_time(inspector: Inspector, block: Block) -> None:
    def said() -> str:
        return next(one.text() for one in inspector.findChildren(QLabel) if "RH-007" in one.text())

    assert said() == "RH-007 · vastgelegd op 24 november 2026"
    inspector.show_blocks([replace(block, captured_at=f"{date.today()}T14:03:00")])
    assert said() == "RH-007 · vastgelegd om 14:03"
    inspector.show_blocks([replace(block, captured_at="lang geleden")])
    assert said() == "RH-007"


@pytest.mark.parametrize(
    ("label", "name", "typed", "value"),
    [
        ("Titel", "title", "Anders", "Anders"),
        ("Toelichting", "explanation", "Omdat", "Omdat"),
        ("Praktijkvoorbeeld", "example", "Vorige week", "Vorige week"),
        ("Wat is ervoor nodig?", "conditions", "mandaat\n  telefoon \n", ("mandaat", "telefoon")),
        ("Eerstvolgende stap", "next_step", "Morgen bellen", "Morgen bellen"),
        ("Notitie, alleen voor jou", "note", "Nagaan", "Nagaan"),
    ],
)
def test_every_text_is_edited(inspector: Inspector, label: str, name: str, typed: str, value: object) -> None:
    found = edits(inspector)
    field = named(inspector, EditedText, label)
    assert isinstance(field, EditedText)
    field.setPlainText(typed)
    field.finish()
    assert found == [(name, value)]


@pytest.mark.parametrize(
    ("label", "name", "text", "value"),
    [
        ("Status", "status", "Vastgesteld", "vastgesteld"),
        ("Vrijgave", "release", "Eerst afstemmen", "eerst afstemmen"),
        ("Invoer", "input_kind", "Kaartje", "kaartje"),
        ("Ronde", "round", "2 Wat werkt al", 2),
        ("Ronde", "round", "Geen ronde", None),
        ("Cluster", "cluster", "Samen optrekken", "Samen optrekken"),
    ],
)
def test_every_choice_is_edited(inspector: Inspector, label: str, name: str, text: str, value: object) -> None:
    found = edits(inspector)
    field = named(inspector, Choice, label)
    assert isinstance(field, Choice)
    field.setCurrentIndex(field.findText(text))
    field.activated.emit(field.currentIndex())
    assert found == [(name, value)]


def test_every_dimension_of_the_codebook_has_a_field(inspector: Inspector, codebook: Codebook) -> None:
    names = {one.accessibleName() for one in inspector.findChildren(QWidget)}
    assert {dimension.name for dimension in codebook.dimensions} <= names


def test_a_dimension_with_one_value_is_a_choice(inspector: Inspector, codebook: Codebook) -> None:
    found = edits(inspector)
    field = named(inspector, Choice, "Soort bouwsteen")
    assert isinstance(field, Choice)
    assert field.currentText() == "Knelpunt"
    field.setCurrentIndex(field.findText("Idee"))
    field.activated.emit(field.currentIndex())
    assert found == [("soort", [codebook.by_slug["soort", "idee"].id])]


def test_numbers_and_flags_are_edited(inspector: Inspector) -> None:
    found = edits(inspector)
    votes, table = named(inspector, Count, "Stemmen"), named(inspector, Count, "Tafel")
    assert isinstance(votes, Count)
    assert isinstance(table, Count)
    votes.setValue(4)
    table.setValue(3)
    table.setValue(0)
    for box in inspector.findChildren(QCheckBox):
        box.click()
    flags = [("exemplary", True), ("held_back", True), ("parked", True)]
    assert found == [("votes", 4), ("table", 3), ("table", None), *flags]


def test_a_code_goes_with_the_delete_key(inspector: Inspector) -> None:
    found = edits(inspector)
    chip = next(chip for chip in inspector.findChildren(Chip) if chip.text() == "Politie")
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert found == [("domein", [])]


def test_an_unknown_tag_can_be_dropped(inspector: Inspector, block: Block, qtbot: QtBot) -> None:
    chip = next(chip for chip in inspector.findChildren(Chip) if chip.text() == "#nieuwigheid")
    with qtbot.waitSignal(inspector.proposal_dropped) as dropped:
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert dropped.args == [block.id, "#nieuwigheid"]


def test_showing_a_block_tells_nothing(inspector: Inspector, block: Block) -> None:
    found = edits(inspector)
    inspector.show_blocks([replace(block, votes=9, table=4, exemplary=True, status="geduid", title="Van elders")])
    inspector.show_blocks([])
    assert found == []


def test_an_edit_under_way_is_told_of_its_own_block_when_another_is_shown(
    inspector: Inspector, block: Block
) -> None:
    told: list[tuple[str, str, object]] = []
    inspector.field_edited.connect(lambda *edit: told.append(edit))
    field = named(inspector, EditedText, "Titel")
    assert isinstance(field, EditedText)
    field.setPlainText("Half")
    inspector.show_blocks([replace(block, id="b" * 32, title="Ander")])
    assert told == [(block.id, "title", "Half")]
    assert field.toPlainText() == "Ander"


def test_several_blocks_show_what_all_or_some_have(
    inspector: Inspector, block: Block, codebook: Codebook, qtbot: QtBot
) -> None:
    police = codebook.by_slug["domein", "politie"].id
    other = replace(block, id="b" * 32, codes=(police,))
    inspector.show_blocks([block, other])
    words = {chip.text() for chip in inspector.findChildren(Chip) if chip.isVisible()}
    assert {"Politie", "# Kantelmomenten  1/2"} <= words
    some = next(chip for chip in inspector.findChildren(Chip) if chip.text() == "# Kantelmomenten  1/2")
    with qtbot.waitSignal(inspector.tag_asked) as asked:
        some.click()
    assert asked.args == [[block.id, other.id], codebook.by_slug["thema", "kantelmomenten"].id]


def test_a_block_in_the_bin_can_be_put_back(inspector: Inspector, block: Block, qtbot: QtBot) -> None:
    inspector.show_blocks([replace(block, removed=True)])
    with qtbot.waitSignal(inspector.removal_asked) as asked:
        inspector._restore.click()
    assert asked.args == [[block.id]]


def test_it_is_there_at_every_text_size(inspector: Inspector, theme: Theme, block: Block) -> None:
    for percent in (150, 200, 100):
        theme.scale_to(percent)
        inspector.refresh_look()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert named(inspector, EditedText, "Titel").isVisible()


def test_several_blocks_in_the_bin_cannot_be_thrown_away_again(inspector: Inspector, block: Block) -> None:
    inspector.show_blocks([replace(block, removed=True), replace(block, id="b" * 32, removed=True)])
    shown = [button.text() for button in inspector.findChildren(QPushButton) if button.isVisible()]
    assert "Terugzetten uit de prullenbak" in shown
    assert "Naar de prullenbak" not in shown


def test_the_number_of_a_block_is_read_whole_and_the_kind_gives_way(inspector: Inspector, qtbot: QtBot) -> None:
    title = next(one for one in inspector.findChildren(ElidedLabel) if one.text() == "Bouwsteen 7")
    kind = next(one for one in inspector.findChildren(Chip) if one.text() == "Knelpunt")
    assert kind.isVisible()
    inspector.setFixedSize(title.full_width() + 60, 800)
    assert not kind.isVisible()
    qtbot.waitUntil(lambda: title.width() >= title.full_width())
