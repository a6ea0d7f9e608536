"""Journey A: one facilitator, twenty-four people, two hours, ninety blocks, and no mouse.

From an empty workspace to the feedback report before the coats are on: prepared from a format, three rounds with a
clock and tables, the beamer, groups, 24 × 4 votes, read back with a minority view.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.stories.running import Running

from bouwstenen_app.domain.blocks import CONFIRMED
from bouwstenen_app.domain.workshops import DONE, RUNNING
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.widgets.voting_page import VotingPage

TITLE = "Werksessie zorg en straf"
ROUNDS = (32, 26, 32)
"""How many blocks each round brings."""
TABLES = 6
PARTICIPANTS, EACH = 24, 4
DOTS = (12, 0, 7, 9, 0, 3, 1, 0, 5, 14, 2, 0, 10, 6, 0, 8, 1, 4, 12, 2)
"""The votes down the list; the rest got none."""
GROUPS = ("Eerder bellen", "Samen weten wat mag")
MINORITY = "De reclassering ziet dit anders bij een eerste melding."
SUBJECTS = (
    "Wijkagent", "Huisarts", "School", "Kraamzorg", "Reclassering", "Veilig Thuis", "Wijkteam", "Officier",
    "Ervaringsdeskundige", "Jeugdarts", "Buurtkamer", "Woonconsulent", "Tolk", "Schuldhulp", "Vrouwenopvang",
)  # fmt: skip
DOES = ("belt dezelfde dag", "gaat mee op huisbezoek", "deelt wat mag", "vraagt eerst aan het kind", "blijft erbij",
        "weet niet wie nu aan zet is")  # fmt: skip
TAGS = ("@politie #herstel", "@zorg #kantelmomenten", "@om", "")


def lines() -> Iterator[str]:
    """Yield ninety different titles, most with tags."""
    tags = cycle(TAGS)
    for does in DOES:
        for subject in SUBJECTS:
            yield f"{subject} {does} {next(tags)}".strip()


def place_of(running: Running) -> CapturePlace:
    place = running.frame.findChild(CapturePlace)
    assert isinstance(place, CapturePlace)
    return place


def prepare(running: Running) -> None:
    running.press("Ctrl+1")
    running.press("Ctrl+N")
    running.type(TITLE)
    running.press("Tab")
    running.type("24-11-2026")
    running.press("Tab")
    running.type("Rivierenhoek")
    running.press("Tab")
    running.press("Down")  # the first format: a session of two hours
    running.press("Ctrl+Return")


def gather(running: Running) -> None:
    """Type three rounds, the tables one after the other, each kept while its people talk."""
    told = lines()
    for number, blocks in enumerate(ROUNDS):
        if number:
            running.press("Ctrl+PageDown")
        running.press("Ctrl+T")
        running.press("Return")  # as many minutes as the round has
        for place in range(blocks):
            table = 1 + place * TABLES // blocks
            if place == 0 or table != 1 + (place - 1) * TABLES // blocks:
                running.type(f"tafel {table}")
                running.press("Return")
            running.type_words(next(told))
            running.press("Return")


def group(running: Running) -> None:
    """Put the first blocks in two groups, and give each the name that the room prefers."""
    running.press("F7")
    for name in ("Bellen", "Delen"):
        running.press("Space")
        running.press("Down")
        running.press("Space")
        running.press("N")
        running.type(name)
        running.press("Return")
    running.press("Right")
    for name in GROUPS:
        running.press("F2")
        running.press("Ctrl+A")
        running.type(name)
        running.press("Return")
        running.press("Right")


def vote(running: Running) -> None:
    running.press("F8")
    page = running.frame.findChild(VotingPage)
    assert isinstance(page, VotingPage)
    while not page.rule.each.hasFocus():
        running.press("Shift+Backtab")
    running.press("Tab")
    running.press("Ctrl+A")
    running.type(str(PARTICIPANTS))
    running.press("Return")
    for number in DOTS:
        if number:
            running.type(str(number))
        running.press("Return")
    assert page.total.text() == "96 van 96 stemmen geteld: het klopt"
    running.press("Shift+F8")


def read_back(running: Running) -> None:
    running.press("F9")
    running.press("B")
    running.press("M")
    running.type(MINORITY)
    running.press("Escape")
    for _ in range(7):
        running.press("Down")
        running.press("1")


@pytest.fixture
def running(start: Callable[[Path], Running], tmp_path: Path) -> Running:
    path = tmp_path / "najaar.bouwstenen"
    create(path, surroundings(), fill_empty).close()
    return start(path)


def test_r22_a_whole_session_by_keyboard_from_an_empty_workspace_to_the_feedback_report(
    running: Running, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = running.program.desk
    prepare(running)
    running.press("Return")  # Start sessie has the focus
    QApplication.processEvents()
    (workshop,) = desk.read(preparing.workshops)
    assert (workshop.title, workshop.state, workshop.votes_each) == (TITLE, RUNNING, EACH)
    assert len(workshop.numbered_rounds) == 3
    running.press("F5")
    assert place_of(running).beamer.on
    with qtbot.waitActive(running.frame):
        running.frame.activateWindow()  # a screen of its own leaves the facilitator's window in front

    gather(running)
    found = desk.read(boards.blocks_of, workshop.id)
    assert len({block.title for block in found}) == sum(ROUNDS) == 90
    assert Counter(block.round for block in found) == dict(enumerate(ROUNDS, start=1))
    assert {block.table for block in found} == set(range(1, TABLES + 1))
    assert all(not block.unknown_tags for block in found)

    group(running)
    clustered = Counter(block.cluster for block in desk.read(boards.blocks_of, workshop.id))
    assert clustered == {GROUPS[0]: 2, GROUPS[1]: 2, "": 86}
    vote(running)
    votes = [block.votes for block in sorted(desk.read(boards.blocks_of, workshop.id), key=lambda b: b.number)]
    assert votes == [*DOTS, *[0] * (90 - len(DOTS))]
    read_back(running)
    marked = [block for block in desk.read(boards.blocks_of, workshop.id) if block.read_back]
    assert [block.read_back for block in marked] == [CONFIRMED] * 8
    assert [block.minority for block in marked if block.minority] == [MINORITY]

    target = tmp_path / "terugkoppeling.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    running.press("Ctrl+E")
    qtbot.waitUntil(target.exists, timeout=20_000)
    text = text_of(target)
    assert "concept — sessie loopt" in text.lower()
    assert f"Minderheidsstandpunt. {MINORITY}" in text
    assert all(f"{name} (2)" in text for name in GROUPS)
    assert all(text.count(block.title) for block in marked)

    running.press("Ctrl+Shift+E")
    assert desk.read(preparing.workshop, workshop.id).state == DONE
    running.press("F5")
    assert not place_of(running).beamer.on


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        parts += [" | ".join(cell.text for cell in row.cells) for row in table.rows]
    for section in document.sections:
        parts += [paragraph.text for paragraph in (*section.header.paragraphs, *section.footer.paragraphs)]
    return "\n".join(parts)
