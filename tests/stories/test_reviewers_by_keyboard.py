"""The document comes back from two reviewers: every remark is handled with keys only, and they hear of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running
from tests.word_editing import Desk as Word
from tests.word_editing import said

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.reviews import ACCEPTED, ANSWERED, REJECTED
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, editions, recipes, reporting, reviewing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import create
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import fill_example, surroundings
from bouwstenen_app.ui.places.review import ReviewPlace

EDITION = "0195f1c2a7b37c4d9e8fa1b2c3d4e5f6"


def head(block: Block) -> str:
    return " ".join(block.explanation.split()[:4])


def sent(store: Store, target: Path) -> list[Block]:
    """Write the document that goes to the reviewers; return two blocks in its order."""
    recipe = store.read(recipes.standard, "meeleesversie")
    report = replace(store.read(reporting.consolidated, recipe), edition=EDITION)
    for _ in word.write(report, target, template=report_template(), now=datetime(2026, 3, 3, tzinfo=UTC)):
        pass
    store.do("Genoteerd", editions.record, recipe.kind, recipe.id, 1, identity=EDITION)
    whole = said(target)
    blocks = [one for one in store.read(boards.select_blocks, Selection()) if len(one.explanation) > 60][:2]
    return sorted(blocks, key=lambda block: whole.index(head(block)))


def test_remarks_of_two_reviewers_are_handled_with_keys_only(
    start: Callable[[Path], Running],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, document = tmp_path / "najaar.bouwstenen", tmp_path / "meelezen.docx"
    store = create(path, surroundings(), fill_example)
    first, second = sent(store, document)
    store.close()
    annet = Word(document, "Annet").replace(head(first), "Wij stellen voor:").comment(head(second), "Klopt dit?")
    bas = Word(document, "Bas").replace(head(first), "Of anders:", tracked=False)
    copies = [str(annet.save(tmp_path / "annet.docx")), str(bas.save(tmp_path / "bas.docx"))]
    handled = tmp_path / "verwerking.docx"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (copies, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(handled), ""))

    running = start(path)
    running.press("Ctrl+Shift+R")
    place = running.window.current_place
    assert isinstance(place, ReviewPlace)
    running.press("Ctrl+O")
    qtbot.waitUntil(lambda: len(place.page.list.remarks.lines()) == 3, timeout=30_000)

    running.press("A")
    running.press("W")
    running.press("T")
    running.type("Ja, in alle drie de gemeenten.")
    running.press("Ctrl+Return")
    running.press("Ctrl+E")
    qtbot.waitUntil(lambda: handled.exists() and not place.acts.busy, timeout=30_000)

    desk = place._desk
    block = desk.read(boards.block, first.id)
    assert block is not None
    assert block.explanation.startswith("Wij stellen voor:")
    remarks = desk.read(reviewing.remarks)
    assert {(one.author, one.outcome) for one in remarks} == {
        ("Annet", ACCEPTED),
        ("Bas", REJECTED),
        ("Annet", ANSWERED),
    }
    rows = docx.Document(str(handled)).tables[-1].rows[1:]
    assert [row.cells[4].text for row in rows] == ["overgenomen", "beantwoord", "niet overgenomen"]
    assert rows[1].cells[5].text == "Ja, in alle drie de gemeenten."

    running.press("Ctrl+Z")
    running.press("Ctrl+Z")
    running.press("Ctrl+Z")
    block = desk.read(boards.block, first.id)
    assert block is not None
    assert block.explanation == first.explanation
    running.press("Escape")
    assert running.window.rail.current == "report"
