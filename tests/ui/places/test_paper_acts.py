"""The card *Papieren* in *Instellingen*: real buttons, a real job and a real Word file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.papers import PAPERS
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.folders import papers_folder, report_template
from bouwstenen_app.services import auditing
from bouwstenen_app.services.papers import called
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.paper_acts import PaperActs
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.remembered import KEEP_MONTHS
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def place(theme: Theme, settings: Settings, empty_store: Store, qtbot: QtBot) -> Iterator[SettingsPlace]:
    desk, jobs = Desk(empty_store), Jobs()
    made = SettingsPlace(
        theme,
        settings,
        (),
        (),
        lambda place: PaperActs(desk, theme, jobs, papers_folder(), template=report_template(), parent=place),
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    jobs.cancel_all()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person chooses this place in the dialog of the system, which no test can press."""
    chosen = tmp_path / "papier.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    return chosen


def acts(place: SettingsPlace) -> PaperActs:
    assert place.papers is not None
    return place.papers


def test_every_paper_stands_there_with_for_whom_it_is(place: SettingsPlace) -> None:
    texts = [label.text() for label in acts(place).card.findChildren(QLabel)]
    for paper in PAPERS:
        assert paper.title in texts
        assert paper.audience in texts
        assert acts(place).buttons[paper.slug].accessibleName() == f"Openen in Word: {paper.title}"


def test_a_paper_is_written_where_was_chosen_and_says_what_to_fill_in(
    place: SettingsPlace, target: Path, qtbot: QtBot
) -> None:
    acts(place).buttons["laptop-kwijt"].click()
    qtbot.waitUntil(lambda: "Opgeslagen" in acts(place).bar.text, timeout=20_000)

    assert "Nog in te vullen: contact helpdesk, dag en nacht · contact FG" in acts(place).bar.text
    assert "De klok van 72 uur" in [paragraph.text for paragraph in Document(str(target)).paragraphs]


def test_the_term_that_is_chosen_is_kept_and_stands_in_the_paper(
    place: SettingsPlace, target: Path, qtbot: QtBot, empty_store: Store
) -> None:
    assert acts(place).term.current == "6"
    acts(place).term.choose("12")
    acts(place).term.chosen.emit("12")
    assert Desk(empty_store).recall(KEEP_MONTHS) == "12"

    acts(place).open(called("openingskaart"))
    qtbot.waitUntil(lambda: "Opgeslagen" in acts(place).bar.text, timeout=20_000)
    assert any("hooguit 12\u00a0maanden" in paragraph.text for paragraph in Document(str(target)).paragraphs)


def test_r14_the_log_tells_of_a_paper_when_it_is_there(
    place: SettingsPlace, empty_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    away = str(tmp_path / "weg" / "papier.docx")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (away, ""))
    with qtbot.waitSignal(place.problem_told, timeout=20_000):
        acts(place).open(called("dpia"))
    assert empty_store.read(auditing.entries, empty_store.laptop) == ()

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "papier.docx"), ""))
    acts(place).open(called("dpia"))
    qtbot.waitUntil(lambda: "Opgeslagen" in acts(place).bar.text, timeout=20_000)
    (entry,) = empty_store.read(auditing.entries, empty_store.laptop)
    assert entry.line.told == "Papier gemaakt (dpia)"


def test_without_a_place_nothing_is_written(place: SettingsPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    place.open_paper("dpia")
    assert acts(place).bar.isHidden()


def test_in_a_copy_to_look_at_another_term_is_not_kept_and_that_is_said(
    place: SettingsPlace, empty_store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(empty_store, "refusal", Problem("Dit is een kopie om in te kijken."))
    with qtbot.waitSignal(place.told) as told:
        acts(place).term.chosen.emit("12")

    assert told.args == ["In een kopie om in te kijken blijft deze keuze niet bewaard.", False]
    assert acts(place).term.current == "6"
