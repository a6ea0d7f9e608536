from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.clocks import NOW, Clock

from bouwstenen_app.domain.beamer import VOTES
from bouwstenen_app.domain.stage import ShownBlock, Stage
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.ui.look import DARK
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas


@pytest.fixture
def canvas(theme: Theme, qtbot: QtBot, clock: Clock) -> Iterator[BeamerCanvas]:
    made = BeamerCanvas(theme, clock)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def stage(count: int, scene: str = "bouwstenen", **fields: object) -> Stage:
    blocks = tuple(ShownBlock(f"b{n}", n, f"Titel van een bouwsteen {n}", "#ff0000") for n in range(count, 0, -1))
    return Stage(scene, session="Werksessie", question="Waar?", blocks=blocks, total=count, **fields)  # type: ignore[arg-type]


def pixels(canvas: BeamerCanvas, part: QRect | None = None) -> set[str]:
    picture = canvas.grab().toImage()
    area = part or canvas.rect()
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(area.left(), area.right(), 3)
        for y in range(area.top(), area.bottom(), 3)
    }


def test_it_paints_the_titles_on_cards_with_the_colour_of_their_domain(canvas: BeamerCanvas, theme: Theme) -> None:
    canvas.show_stage(stage(2))

    assert canvas.texts == (
        "Waar?",
        "Titel van een bouwsteen 2",
        "Titel van een bouwsteen 1",
        "2 bouwstenen",
        "Werksessie",
    )
    assert {theme.colour(role).name() for role in ("stage", "stage-card", "stage-text")} <= pixels(canvas)
    assert "#ff0000" in pixels(canvas)


def test_it_looks_the_same_in_a_light_and_a_dark_program(canvas: BeamerCanvas, theme: Theme) -> None:
    canvas.show_stage(stage(2))
    light = canvas.grab().toImage()
    theme.choose(DARK)
    theme.scale_to(200)

    assert canvas.grab().toImage() == light
    theme.scale_to(100)


def test_covered_it_shows_nothing_of_the_room_at_once(canvas: BeamerCanvas, theme: Theme) -> None:
    canvas.show_stage(stage(6))
    canvas.show_timer(RoundTimer(60, NOW + 30))
    canvas.blank(on=True)

    assert canvas.texts == ("Werksessie",)
    seen = pixels(canvas)
    assert theme.colour("stage").name() in seen
    assert not seen & {theme.colour(role).name() for role in ("stage-card", "stage-text", "stage-accent")}
    assert "#ff0000" not in seen
    assert canvas.accessibleName() == "Beamer, afgedekt"


def test_what_happens_while_it_is_covered_stays_covered(canvas: BeamerCanvas) -> None:
    canvas.blank(on=True)
    canvas.show_stage(stage(3))
    assert canvas.texts == ("Werksessie",)

    canvas.blank(on=False)
    assert "Titel van een bouwsteen 3" in canvas.texts
    assert canvas.accessibleName() == "Beamer: Waar?"


def test_the_clock_goes_on_without_anything_else(canvas: BeamerCanvas, clock: Clock, qtbot: QtBot) -> None:
    canvas.show_stage(stage(1))
    canvas.show_timer(RoundTimer(60, NOW + 10))
    before = canvas.grab().toImage()
    clock.now += 1
    with qtbot.waitSignal(canvas.changed, timeout=3000):
        pass
    after = canvas.grab().toImage()

    assert before.copy(canvas.plan.clock.toAlignedRect()) != after.copy(canvas.plan.clock.toAlignedRect())
    assert before.copy(canvas.plan.below) == after.copy(canvas.plan.below)


def test_over_time_it_counts_up_in_a_calm_colour(canvas: BeamerCanvas, clock: Clock, theme: Theme) -> None:
    canvas.show_timer(RoundTimer(60, NOW + 10))
    clock.now += 20

    assert theme.colour("stage-overrun").name() in pixels(canvas, canvas.plan.bar.toAlignedRect())


def test_the_same_again_paints_nothing(canvas: BeamerCanvas, qtbot: QtBot) -> None:
    canvas.show_stage(stage(3))
    with qtbot.assertNotEmitted(canvas.changed, wait=50):
        canvas.show_stage(stage(3))
        canvas.show_timer(None)
        canvas.blank(on=False)


def test_many_blocks_stand_on_pages_and_a_new_one_brings_the_first_back(canvas: BeamerCanvas) -> None:
    canvas.show_stage(stage(120))
    assert canvas.pages > 1
    assert canvas.texts[1] == "Titel van een bouwsteen 120"

    canvas.turn(1)
    assert canvas.page == 1
    canvas.turn(-2)
    assert canvas.page == canvas.pages - 1
    assert "Titel van een bouwsteen 1" in canvas.texts
    canvas.show_stage(stage(121))
    assert canvas.page == 0


def test_a_list_to_vote_on_stays_on_its_page_and_turns_by_itself(canvas: BeamerCanvas) -> None:
    canvas.show_stage(stage(120, VOTES))
    assert canvas._turning.isActive()
    canvas._on_turn()
    canvas.show_stage(stage(120, VOTES, votes_each=3))
    assert canvas.page == 1

    canvas.turn(1)
    assert not canvas._turning.isActive()
    canvas.show_stage(stage(120, VOTES, votes_shown=True))
    assert (canvas.page, canvas._turning.isActive()) == (0, False)


def test_it_has_no_cursor_no_menu_and_no_tooltip(canvas: BeamerCanvas) -> None:
    assert canvas.cursor().shape() == Qt.CursorShape.BlankCursor
    assert canvas.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    assert canvas.toolTip() == ""
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(200, 300))


@pytest.mark.parametrize("size", [(320, 180), (640, 480), (1280, 720), (3840, 2160), (500, 1200)])
def test_it_paints_in_every_size(canvas: BeamerCanvas, size: tuple[int, int]) -> None:
    canvas.show_timer(RoundTimer(7200, NOW + 6300))
    for count in (0, 1, 30):
        canvas.show_stage(stage(count))
        canvas.resize(*size)
        assert canvas.grab().size() == canvas.size()
