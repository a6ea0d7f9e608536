"""The card *Bewaren*: the term, the question before raw data go, and the record after it."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.services import boards, capturing, keeping, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.keeping_acts import KeepingActs
from bouwstenen_app.ui.places.merge_acts import LAST, remember
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def acts(theme: Theme, example_store: Store, tmp_path: Path, qtbot: QtBot) -> Iterator[KeepingActs]:
    last = max(one.date for one in example_store.read(preparing.workshops) if one.date)
    today = datetime(last.year + 1, last.month, 28, 12)
    real = example_store.do("Sessie", preparing.create_workshop, title="Echt", region="Waterland", on=last).result
    example_store.do("Vastgelegd", capturing.capture, "Echt gezegd", workshop=real)
    page = QWidget()
    qtbot.addWidget(page)
    jobs = Jobs()
    around = Surroundings(tmp_path / "eigen map", "ab" * 16, identities(), lambda: today)
    made = KeepingActs(Desk(example_store, around=around), theme, jobs, page)
    made.card.setParent(page)
    page.show()
    yield made
    jobs.cancel_all()


def test_r10_the_card_says_until_when_and_that_it_is_over(acts: KeepingActs) -> None:
    assert "6 maanden na de laatste sessie" in acts.card.text
    assert "bewaartermijn van deze werkmap is voorbij" in acts.card.text
    assert not acts.card.usual.isVisible()
    assert not acts.card.photos.isVisible()


def test_r10_another_date_is_kept_and_can_be_taken_back(
    acts: KeepingActs, example_store: Store, qtbot: QtBot
) -> None:
    line = acts.card.until.line
    line.clear()
    QTest.keyClicks(line, "1-2-2030")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert example_store.read(keeping.keeping).until == date(2030, 2, 1)
    assert "1 februari 2030" in acts.card.text
    acts.card.usual.click()
    assert not example_store.read(keeping.keeping).chosen
    undone = example_store.undoable()
    assert undone is not None
    assert undone.label == "Bewaartermijn volgt de laatste sessie"


def test_r10_raw_data_go_after_one_question_that_reminds_of_the_report(
    acts: KeepingActs, example_store: Store, qtbot: QtBot
) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    remember(acts._desk, ["sessie in Waterland.bouwstenen"], Intake(1, 1, backup=str(example_store.path)))
    acts.card.raw.click()
    question = acts.card.question
    qtbot.waitUntil(lambda: question.accept.isVisible())
    assert f"{len(blocks)} bouwstenen" in question.text
    assert "Staat het rapport al op een andere plek?" in question.text
    with qtbot.waitSignal(acts.report_asked):
        question.first.click()
    assert example_store.read(boards.select_blocks, Selection()) == blocks
    with qtbot.waitSignal(acts.done) as done:
        question.accept.click()
    assert done.args[0].startswith("De ruwe gegevens zijn voorgoed gewist")
    assert example_store.read(boards.select_blocks, Selection()) == ()
    assert example_store.recall(LAST) == "", "the way back to how it was is gone, and names of files go along"
    acts.show()
    assert not acts.card.raw.isVisible()
    (button,) = acts.card.documents
    with qtbot.waitSignal(acts.document_asked) as asked:
        button.click()
    make, title, slug = asked.args
    assert title == "Verklaring van vernietiging"
    assert slug == "vernietiging"
    assert f"{len(blocks)}" in make().text()
