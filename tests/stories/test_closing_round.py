"""The end of a session: grouping and reading back with the keyboard, and what the participants get back of it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from tests.stories.running import Running

from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.export import word
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, grouping, preparing, reporting
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings

LINES = (
    "Wijkagent en wijkteam gaan samen aan de deur +7",
    "Eén vast gezicht voor het gezin +12",
    "Veilig Thuis belt de melder terug +9",
    "Te veel overleggen over hetzelfde gezin",
    "De huisarts weet niet wie hij mag bellen +4",
    "Informatie delen mag vaker dan we denken +11",
    "Kinderen zelf spreken voordat er besloten wordt +8",
    "School is vindplaats +3",
    "Ervaringsdeskundige aan tafel +6",
    "Na vrijlating een gesprek vóór de eerste nacht thuis +5",
    "Casusregie bij één persoon +2",
    "Een nieuw computersysteem",
)
VOTED = (2, 6, 3, 7, 1, 9, 10, 5)
"""Numbers of the eight with the most votes, in order."""
MINORITY = "Twee deelnemers vinden dat overdragen soms beter is."


@pytest.fixture
def session(start: Callable[[Path], Running], tmp_path: Path) -> Running:
    path = tmp_path / "slot.bouwstenen"
    store = create(path, surroundings(), fill_empty)
    store.do("Sessie", preparing.create_workshop, title="Werksessie zorg en straf", region="Rivierenhoek")
    store.close()
    running = start(path)
    running.press("Ctrl+2")
    for line in LINES:
        running.type_words(line)
        running.press("Return")
    return running


def group(running: Running) -> None:
    """Put the twelve blocks in three clusters, and give two of them a better name."""
    running.press("F7")
    for name in ("Bellen", "Samen", "Kinderen"):
        running.press("Space")
        for _ in range(3):
            running.press("Down")
            running.press("Space")
        running.press("N")
        running.type(name)
        running.press("Return")
    running.press("Right")
    for name in ("Eén gezicht, eerder bellen", "Samen weten wat mag"):
        running.press("F2")
        running.press("Ctrl+A")
        running.type(name)
        running.press("Return")
        running.press("Right")


def read_back(running: Running) -> None:
    """Read the eight back: six confirmed, one in other words, one not recognised, and one minority view."""
    running.press("F9")
    running.press("B")
    running.press("M")
    running.type(MINORITY)
    running.press("Escape")
    running.press("Return")
    running.press("A")
    running.type(", ook aan de keukentafel")
    running.press("Return")
    running.press("Right")
    running.press("N")
    for _ in range(5):
        running.press("Down")
        running.press("1")


def test_a_room_groups_and_reads_back_and_finds_it_all_in_its_report(session: Running, tmp_path: Path) -> None:
    desk = session.program.desk
    workshop = desk.read(preparing.workshops)[0].id
    group(session)
    board = desk.read(grouping.board, workshop)
    assert [(one.name, [block.number for block in one.blocks]) for one in board.groups] == [
        ("Eén gezicht, eerder bellen", [1, 2, 3, 4]),
        ("Samen weten wat mag", [5, 6, 7, 8]),
        ("Kinderen", [9, 10, 11, 12]),
    ]
    session.press("Up")
    session.press("Down")
    session.press("Down")
    session.press("Down")
    session.press("Down")
    session.press("P")  # the last of them: a new computer system is for another day

    read_back(session)
    blocks = {block.number: block for block in desk.read(boards.blocks_of, workshop)}
    outcomes = [blocks[number].read_back for number in VOTED]
    assert outcomes == [CONFIRMED, ADJUSTED, NOT_RECOGNISED, *[CONFIRMED] * 5]
    assert blocks[2].minority == MINORITY
    assert [number for number, block in blocks.items() if block.parked] == [12]

    target = tmp_path / "terugkoppeling.docx"
    report = desk.read(reporting.feedback, workshop, on=date(2026, 11, 24))
    for _ in word.write(report, target, template=report_template(), now=datetime(2026, 11, 24, tzinfo=UTC)):
        pass
    document = docx.Document(str(target))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "8 bouwstenen terug: 6 zijn bevestigd, 1 is in de zaal aangepast en 1 werd niet herkend." in text
    for told in ("Eén gezicht, eerder bellen (4)", "Samen weten wat mag (4)", "Kinderen (3)"):
        assert told in text
    assert f"Minderheidsstandpunt. {MINORITY}" in text
    assert "Informatie delen mag vaker dan we denken, ook aan de keukentafel" in text
    assert text.index("Parkeerplaats") < text.index("Een nieuw computersysteem")
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert [row[-1] for row in rows] == ["Teruggelezen", *outcomes]
