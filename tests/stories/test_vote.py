"""The room votes: twenty-four people, four dots each, thirty blocks, counted with the keys alone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.stories.running import Running

from bouwstenen_app.services import capturing, preparing, voting
from bouwstenen_app.storage.opening import create
from bouwstenen_app.surroundings import fill_empty, surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.widgets.voting_page import VotingPage

TITLES = (
    "Wijkagent belt voor vertrek", "Kinderen zelf horen", "Huisarts kent het gezin",
    "Wachtlijst na de melding", "Taxatie samen invullen", "School hoort niets terug",
    "Warme overdracht in één gesprek", "Vrijwilliger als maatje", "Buurtkamer open tot tien uur",
    "Tolk vooraf bestellen", "Schuldhulp binnen een week", "Vaderschap bespreekbaar",
    "Ouderen missen in beeld", "Reclassering schuift aan", "Dierenarts ziet letsel",
    "Woning voor de pleger", "Ambulance geeft sein", "Kraamzorg let op",
    "Sportclub durft te bellen", "Nazorg na drie maanden", "Rechter krijgt context",
    "Veiligheidsplan op papier", "Gezin kiest de tafel", "Appgroep zonder namen",
    "Training motiverend spreken", "Stalking eerder herkennen", "Groepsapp voor crisisdienst",
    "Privacy kort uitgelegd", "Opvang met huisdier", "Succes vieren in het team",
)  # fmt: skip
DOTS = (9, 0, 7, 12, 0, 3, 1, 0, 0, 5, 2, 0, 0, 14, 0, 6, 0, 0, 1, 8, 0, 4, 0, 0, 10, 0, 2, 0, 0, 12)


def workspace(path: Path) -> Path:
    store = create(path, surroundings(), fill_empty)
    made = store.do("Sessie", preparing.create_workshop, title="Van signaal naar handelen", rounds=("Ophalen",))
    store.do("Vastgelegd", capturing.capture_lines, TITLES, workshop=made.result)
    store.close()
    return path


def shown(running: Running) -> VotingPage:
    page = running.frame.findChild(VotingPage)
    assert isinstance(page, VotingPage)
    return page


def counted(running: Running) -> tuple[int, ...]:
    desk = place_of(running)._desk
    workshop = desk.read(preparing.workshops)[0]
    return tuple(ballot.votes for ballot in desk.read(voting.ballots, workshop.id))


def place_of(running: Running) -> CapturePlace:
    place = running.frame.findChild(CapturePlace)
    assert isinstance(place, CapturePlace)
    return place


def test_ninety_six_dots_are_counted_down_the_list_checked_and_revealed(
    start: Callable[[Path], Running], tmp_path: Path
) -> None:
    assert sum(DOTS) == 24 * 4
    running = start(workspace(tmp_path / "stemmen.bouwstenen"))
    running.press("Ctrl+2")
    QApplication.processEvents()

    running.press("F8")
    page = shown(running)
    assert page.table.hasFocus()
    assert not page.look_alikes.isVisible(), "thirty different things"

    while not page.rule.each.hasFocus():
        running.press("Shift+Backtab")
    running.press("Ctrl+A")
    running.type("4")
    running.press("Tab")
    running.press("Ctrl+A")
    running.type("24")
    running.press("Return")
    assert page.table.hasFocus()
    assert page.total.text() == "0 van 96 stemmen geteld: nog 96 te gaan"

    for number in DOTS:
        if number:
            running.type(str(number))
        running.press("Return")
    assert counted(running) == DOTS
    assert page.total.text() == "96 van 96 stemmen geteld: het klopt"

    running.type("14 17")  # someone calls out a correction, and it was a wrong one
    running.press("Return")
    assert page.total.text() == "99 stemmen geteld: 3 meer dan 24 × 4"
    running.press("Ctrl+Z")
    assert counted(running) == DOTS
    assert page.total.text() == "96 van 96 stemmen geteld: het klopt"

    running.press("Shift+F8")
    workshop = place_of(running).workshop
    assert workshop is not None
    assert workshop.votes_shown
    first = [(ballot.number, ballot.votes) for ballot in page.model.ballots[:4]]
    assert first == [(14, 14), (4, 12), (30, 12), (25, 10)]

    running.press("Escape")
    assert place_of(running).page.bar.line.hasFocus()
